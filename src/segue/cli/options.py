"""Options that several commands share, and how a command runs what is asynchronous."""

from __future__ import annotations

import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from segue.domain.foreign_text import shown_lines

if TYPE_CHECKING:
    from segue.app import ModelManager
    from segue.config.load import Loaded

T = TypeVar("T")

ConfigOption = Annotated[
    Path | None,
    typer.Option("--config", help="Settings file; otherwise ./segue.yaml, then the one in SEGUE_HOME.", dir_okay=False),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
ModelOption = Annotated[
    str, typer.Option("--model", "-m", help="auto, auto:TASK, a route, or provider:name (see `segue models list`).")
]
SystemOption = Annotated[str | None, typer.Option("--system", help="Words that stand before the conversation.")]


def run(work: Coroutine[object, object, T]) -> T:
    """Run to the end on the fastest event loop that is here."""
    import asyncio

    if sys.platform == "win32":
        return asyncio.run(work)
    import uvloop

    return uvloop.run(work)


def settings(config: Path | None, *, quiet: bool = False) -> Loaded:
    """The settings of this command; logging is set up by them (`quiet`: errors only). Raises ConfigError."""
    from segue.config.load import load_settings
    from segue.observe.logs import configure_logs

    loaded = load_settings(config)
    log = loaded.settings.log
    configure_logs(log.model_copy(update={"level": "error"}) if quiet else log)
    return loaded


def open_briefly(loaded: Loaded) -> ModelManager:
    """For a command that looks, or asks once: no model is loaded because it is `pinned`. Raises ConfigError."""
    from segue.app import open as open_models

    models = open_models(loaded)
    models.room.loads_pinned = False
    return models


def say(text: str) -> None:
    """A line for the person at the terminal, on standard error: standard output holds answers only."""
    sys.stderr.write(f"{shown_lines(text)}\n")
    sys.stderr.flush()
