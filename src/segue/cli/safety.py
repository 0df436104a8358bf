"""`segue safety`: what screening does, and what was done for people in danger."""

from __future__ import annotations

import typer

from segue.cli import handoffs, screening

app = typer.Typer(
    name="safety", help="What screening finds, and what was done. No words are kept.", no_args_is_help=True
)
app.command("test")(screening.screen)
app.add_typer(handoffs.app, name="handoffs")
