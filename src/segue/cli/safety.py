"""`segue safety`: what screening does."""

from __future__ import annotations

import typer

from segue.cli import screening

app = typer.Typer(name="safety", help="What screening finds. No words are kept.", no_args_is_help=True)
app.command("test")(screening.screen)
