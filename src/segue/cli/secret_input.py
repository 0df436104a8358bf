"""Secrets as people and scripts give them: typed where nothing is echoed, or a line of standard input; no other way.

An argument would stand in the shell's history and in the list of processes, for everybody on the machine to read.
"""

from __future__ import annotations

import sys


def read_secret(what: str, *, twice: bool = False) -> str:
    """A secret: asked for at a terminal (`twice`: once more, to be sure), else the first line of standard input.

    `what` it is, as in "Key of openrouter". Raises RequestError for nothing, and where a terminal would show it.
    """
    from segue.errors import RequestError

    if not sys.stdin.isatty():
        text = sys.stdin.readline().strip()
        if not text:
            raise RequestError(
                f"{what}: standard input brought nothing.",
                hint="At a terminal you are asked for it; in a script write it to standard input: … < FILE",
            )
        return text
    text = _typed(f"{what}: ")
    if not text:
        raise RequestError(f"{what}: nothing was entered.", hint="Type or paste it; nothing is shown.")
    if twice and _typed(f"{what}, once more: ") != text:
        raise RequestError(f"{what}: these were two different ones.", hint="Try again.")
    return text


def _typed(prompt: str) -> str:
    import getpass
    import warnings

    import typer

    from segue.errors import RequestError

    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(prompt, stream=sys.stderr).strip()
        except getpass.GetPassWarning:
            raise RequestError(
                "This terminal would show what is typed.", hint="Write it to standard input: … < FILE"
            ) from None
        except (EOFError, KeyboardInterrupt):
            raise typer.Abort from None
