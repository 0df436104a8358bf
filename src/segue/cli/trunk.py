"""What all commands grow from, and `serve` upon it alone: a gateway runs for months, and needs no other."""

from __future__ import annotations

from typing import Annotated

import typer

from segue.cli import serve
from segue.version import __version__


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"segue {__version__}")
        raise typer.Exit


def trunk() -> typer.Typer:
    """The command `segue`, as yet without commands of its own."""
    app = typer.Typer(
        name="segue",
        help="Talk to language models on this machine and elsewhere: chosen, continued, screened and accounted for.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(_root)
    return app


def serving() -> typer.Typer:
    """The command with `serve` alone: the options of all others take 5 MB."""
    app = trunk()
    app.command(name="serve")(serve.serve)
    return app


def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Talk to language models on this machine and elsewhere."""
    del version
