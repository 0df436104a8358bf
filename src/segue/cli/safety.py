"""`segue safety`: what screening does, what people in danger are shown, and what was done for them."""

from __future__ import annotations

import typer

from segue.cli import handoffs, helplines, incidents, screening, texts

app = typer.Typer(name="safety", help="What screening finds, and what is done.", no_args_is_help=True)
app.command("test")(screening.screen)
app.command("incidents")(incidents.incidents)
app.command("verify")(incidents.verify)
app.command("report")(incidents.report)
app.add_typer(helplines.app, name="helplines")
app.add_typer(handoffs.app, name="handoffs")
app.add_typer(texts.app, name="texts")
