"""The tree of commands. Each group's file imports what it works with inside its commands only."""

from __future__ import annotations

from segue.cli import (
    ask,
    callers,
    chat,
    config,
    doctor,
    health,
    keys,
    limits,
    models,
    money,
    providers,
    resources,
    safety,
    serve,
    sessions,
    setup,
)
from segue.cli.trunk import trunk

app = trunk()
app.command(name="chat")(chat.chat)
app.command(name="ask")(ask.ask)
app.command(name="serve")(serve.serve)
app.command(name="setup")(setup.setup)
app.command(name="doctor")(doctor.doctor)
app.command(name="budgets")(money.budgets)
app.command(name="spend")(money.spend)
models.app.command(name="cost")(money.cost)
app.add_typer(health.app, name="health")
app.command(name="limits")(limits.limits)
app.command(name="resources")(resources.resources)
app.add_typer(models.app, name="models")
app.add_typer(providers.app, name="providers")
app.add_typer(keys.app, name="keys")
app.add_typer(config.app, name="config")
app.add_typer(callers.app, name="callers")
app.add_typer(safety.app, name="safety")
app.add_typer(sessions.app, name="sessions")
