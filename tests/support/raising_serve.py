"""`segue` with parts of somebody else that fail with the person's words in their errors.

A check that raises at words that say so, a classifier that raises at every message, a provider that raises before its
answer and within it, an observer that raises at every event; with SEGUE_TEST_CRASH set also a path that raises at once.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from importlib.metadata import EntryPoint
from typing import ClassVar

from typing_extensions import override

import segue.app
import segue.pipeline.screening.safety_parts
from segue.cli import main
from segue.domain.chat import ChatRequest, ProviderPiece, TextDelta
from segue.domain.findings import Finding
from segue.events import Broadcast, Event, Observer
from segue.pipeline.turn.turns import Asker, TurnPiece
from segue.plugins import Seam
from segue.providers.contract import PROVIDERS
from segue.providers.scripted import ScriptedProvider
from segue.safety.contract import CHECKS, Direction
from tests.support.canary import mark
from tests.support.classifiers import Raising

PROGRAM = (sys.executable, "-m", "tests.support.raising_serve")
"""The command that stands for `segue`, where the tests are on the path."""
BREAKS = "break the check"
"""Words at which the check raises."""


class RaisingCheck:
    """Reads everything, and fails with what it read."""

    name = "raising"
    directions = frozenset({Direction.INPUT, Direction.OUTPUT})
    span_chars = 40

    def find(self, text: str, *, language: str | None) -> Sequence[Finding]:
        """Nothing, or an error with all of the text, also in a log of its own."""
        del language
        if BREAKS in text:
            raise ValueError(f"cannot read {text}")
        return ()


class RaisingProvider(ScriptedProvider):
    """Fails with what it was asked: model `enter` at once, every other within its answer."""

    @override
    @asynccontextmanager
    async def answer(self, request: ChatRequest, model: str) -> AsyncIterator[AsyncIterator[ProviderPiece]]:
        said = " ".join(message.text for message in request.messages)
        if model == "enter":
            raise ValueError(f"cannot answer {said}")
        yield self._breaking(said)

    async def _breaking(self, said: str) -> AsyncIterator[ProviderPiece]:
        yield TextDelta("Once upon")
        raise KeyError(said)


class RaisingObserver(Observer):
    """Fails at every event, and has a thread fail beside it."""

    name = "raising"

    @override
    async def observe(self, events: Sequence[Event]) -> None:
        raise RuntimeError(f"{mark('observer')} {events!r}")


_NOTHING: dict[str, str] = {}


class _Point(EntryPoint):
    """An entry point of a package that is not installed."""

    made: ClassVar[Mapping[str, type]] = {"RaisingCheck": RaisingCheck, "RaisingProvider": RaisingProvider}

    @override
    def load(self) -> type:
        """The class."""
        return self.made[self.value]


def _add(seam: Seam[type], name: str, value: str) -> None:
    vars(seam)["_plugins"] = {name: _Point(name, value, seam.group)}


def _crash(self: object, request: ChatRequest, asker: Asker) -> AsyncGenerator[TurnPiece]:
    """In the place of a turn: what a fault of ours might say."""
    del self, asker
    logging.getLogger("segue.crash").debug("It crashes.")
    said = request.messages[-1].text
    thread = threading.Thread(target=lambda: _NOTHING[said], name="crash")
    thread.start()
    thread.join()
    raise RuntimeError(said) from ValueError(said)


if __name__ == "__main__":
    _add(CHECKS, "raising", "RaisingCheck")
    _add(PROVIDERS, "raising", "RaisingProvider")
    segue.pipeline.screening.safety_parts._load_classifier = Raising
    vars(segue.app)["Broadcast"] = lambda observers: Broadcast((*observers, RaisingObserver()))
    if "SEGUE_TEST_CRASH" in os.environ:
        segue.app.ModelManager.turn = _crash  # type: ignore[method-assign]
    sys.argv[0] = "segue"
    main()
