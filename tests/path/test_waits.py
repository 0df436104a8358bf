"""A model that is being loaded, or at which a turn stands in line, is not silent: nobody holds that against it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager

import pytest
from typing_extensions import override

import segue
from segue.app import ModelManager
from segue.domain.chat import ChatRequest, Finished, ProviderPiece, TextDelta, Working
from segue.domain.models import ModelRef
from segue.errors import AllModelsFailed
from segue.providers.scripted import ScriptedProvider
from tests.support.talk import asked, scripted, settings_of, told

LOADS, IN_LINE = Working(is_loading=True), Working(place_in_line=1)
REF = ModelRef("one", "late")
SILENCE_S, LONG_S = 0.02, 0.1
"""What counts as silence here, and a wait that is far longer."""


class Late(ScriptedProvider):
    """Tells why it waits until it is let go on, and speaks at once then."""

    waits = LOADS
    goes_on: asyncio.Event

    @override
    @asynccontextmanager
    async def answer(self, request: ChatRequest, model: str) -> AsyncIterator[AsyncIterator[ProviderPiece]]:
        if model != "late":
            async with super().answer(request, model) as pieces:
                yield pieces
            return
        async with aclosing(self._late()) as late:
            yield late

    async def _late(self) -> AsyncGenerator[ProviderPiece]:
        while not self.goes_on.is_set():
            yield self.waits
            await asyncio.sleep(0)  # a pause would be silence on a busy machine
        yield Working()
        yield TextDelta("Here.")
        yield Finished("stop")


def opened(waits: Working, *, turn_s: float = 20, **others: dict[str, object]) -> tuple[ModelManager, asyncio.Event]:
    """Models of which `late` waits, and what lets it go on."""
    providers = scripted(one={"late": {"text": "x"}, **others})
    models = segue.open(settings_of(providers, time={"first_token_s": SILENCE_S, "turn_s": turn_s}))
    goes_on = asyncio.Event()
    models._providers["one"].__class__ = type("LateHere", (Late,), {"waits": waits, "goes_on": goes_on})
    return models, goes_on


async def left(models: ModelManager) -> None:
    """Somebody who asks, and leaves after a while."""
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(LONG_S):
            await told(models, asked("Hello.", model="one:late"))


@pytest.mark.parametrize("waits", [LOADS, IN_LINE])
async def test_people_who_leave_before_it_could_begin_do_not_put_a_model_to_rest(waits: Working) -> None:
    """Six who leave while it is loaded, or in its line, say nothing of it: the next one is answered."""
    models, goes_on = opened(waits)
    async with models:
        await asyncio.gather(*(left(models) for _ in range(6)))
        goes_on.set()
        turn = await told(models, asked("Hello.", model="one:late"))
    assert (turn.text, [attempt.error_code for attempt in turn.finished.attempts]) == ("Here.", [None])


@pytest.mark.parametrize("stream", [True, False])
@pytest.mark.parametrize("others", [{}, {"second": {"text": "From the second."}}])
async def test_load_longer_than_a_turns_time_is_answered(stream: bool, others: dict[str, dict[str, object]]) -> None:
    """A load takes nothing of `time.turn_s`, and nobody is asked in its place, as it is no silence."""
    models, goes_on = opened(LOADS, turn_s=2 * SILENCE_S, **others)
    async with models:
        asyncio.get_running_loop().call_later(LONG_S, goes_on.set)
        turn = await told(models, asked("Hello.", model="one:late", stream=stream))
    assert (turn.text, [attempt.error_code for attempt in turn.finished.attempts]) == ("Here.", [None])


async def test_line_longer_than_a_turns_time_is_told_as_such_and_is_no_fault() -> None:
    """The turn ends when its time is over, with the reason; the model does not rest for it."""
    models, goes_on = opened(IN_LINE, turn_s=2 * SILENCE_S)
    async with models:
        for _ in range(6):
            with pytest.raises(AllModelsFailed) as caught:
                await told(models, asked("Hello.", model="one:late"))
            assert "it was in line" in str(caught.value.exceptions[0])
        goes_on.set()
        turn = await told(models, asked("Hello.", model="one:late"))
    assert turn.text == "Here."


@pytest.mark.parametrize("waits", [LOADS, IN_LINE])
async def test_evidence_of_a_model_holds_neither_its_load_nor_its_line(waits: Working) -> None:
    """What a first word takes counts from when the model took the question up, so silence is known as soon as ever."""
    models, goes_on = opened(waits)
    async with models:
        asyncio.get_running_loop().call_later(LONG_S, goes_on.set)
        await told(models, asked("Hello.", model="one:late"))
        await models.broadcast.settled()
        metrics = models._evidence.snapshot().metrics[REF]
    assert metrics.first_token_p95_s is not None
    assert metrics.first_token_p95_s < LONG_S / 2
