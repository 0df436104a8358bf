"""The command `segue`: one file a command group. Importing it loads no more than the help needs."""

from __future__ import annotations

import sys
from itertools import takewhile
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import typer

    from segue.errors import SegueError


def main() -> None:
    """Run the command line. Exit status 1: it failed, 2: it was misused; errors go to standard error, hint last.

    With `--json` the error stands on standard output as well, as one object with the key `error`.
    """
    from segue.cli.crash import leave_no_words

    leave_no_words()
    try:
        sys.exit(_run())
    except BrokenPipeError:
        # Whoever read our output has left, as in `segue models list | head -1`; not an error.
        sys.stderr.close()
        sys.exit(0)


def _run() -> int:
    """The exit status."""
    import typer

    from segue.domain.foreign_text import shown_lines
    from segue.errors import ConfigError, RequestError, SegueError

    # Typer comes with click or with a copy of its own; only this way to the errors of either is public.
    misuse = cast("type[typer.BadParameter]", typer.BadParameter.__mro__[1])
    try:
        status: object = _app()(standalone_mode=False)
    except misuse as error:
        error.show()
        _tell_programs(RequestError(error.format_message(), hint="Add --help to see what the command takes."))
        return 2
    except typer.Abort:
        sys.stderr.write("Aborted.\n")
        return 1
    except SegueError as error:
        sys.stderr.write(f"segue: {shown_lines(str(error))}\n")
        _tell_programs(error)
        return 2 if isinstance(error, ConfigError | RequestError) else 1
    return status if isinstance(status, int) else 0


def _app() -> typer.Typer:
    """The commands, or `serve` alone where that is what was asked for."""
    if sys.argv[1:2] == ["serve"]:
        from segue.cli.trunk import serving

        return serving()
    from segue.cli.root import app

    return app


def _tell_programs(error: SegueError) -> None:
    if "--json" in takewhile(lambda word: word != "--", sys.argv[1:]):
        from segue.cli.printing import error_facts, print_json

        print_json(error_facts(error))
