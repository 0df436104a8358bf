"""`segue safety`: what people in danger are shown, and what was done."""

from __future__ import annotations

import typer

from segue.cli import helplines

app = typer.Typer(help="Safety: helplines and what is shown to people in danger.", no_args_is_help=True)
app.add_typer(helplines.app, name="helplines")
