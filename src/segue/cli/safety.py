"""`segue safety`: what was done for people in danger."""

from __future__ import annotations

import typer

from segue.cli import handoffs

app = typer.Typer(name="safety", help="What was done for people in danger.", no_args_is_help=True)
app.add_typer(handoffs.app, name="handoffs")
