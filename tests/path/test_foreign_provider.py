"""A provider that somebody else wrote, and its faults."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Literal

import pytest
from typing_extensions import override

import segue
from segue.domain.chat import ChatRequest, ProviderPiece, TextDelta
from segue.domain.models import ModelStatus
from segue.providers.scripted import ScriptedProvider
from tests.support.talk import asked, scripted, settings_of, told

Place = Literal["status", "enter", "stream"]


class Broken(ScriptedProvider):
    """Raises what no provider should, where it is told to."""

    place: Place = "enter"

    @override
    def status(self, model: str) -> ModelStatus:
        if self.place == "status":
            raise ZeroDivisionError("a secret word")
        return super().status(model)

    @override
    @asynccontextmanager
    async def answer(self, request: ChatRequest, model: str) -> AsyncIterator[AsyncIterator[ProviderPiece]]:
        if self.place == "enter":
            raise ValueError("a secret word")
        yield self._pieces_until_it_breaks()

    async def _pieces_until_it_breaks(self) -> AsyncIterator[ProviderPiece]:
        yield TextDelta("Once")
        raise KeyError("a secret word")


@pytest.mark.parametrize("place", ["status", "enter", "stream"])
async def test_a_fault_in_a_foreign_provider_goes_to_the_next_model(place: Place) -> None:
    """Whatever a plug-in raises, the person is answered by the next model, and nothing of its words is told."""
    settings = settings_of(scripted(one={"x": {"text": "x"}}, two={"up": {"text": "All is well."}}))
    models = segue.open(settings)
    broken = models._providers["one"]
    broken.__class__ = type("BrokenHere", (Broken,), {"place": place})
    async with models:
        turn = await told(models, asked("Hello.", model="one:x"))
    assert (turn.text, turn.finished.attempts[0].error_code) == ("All is well.", "provider_fault")
    assert "secret" not in repr(turn.finished.attempts)
