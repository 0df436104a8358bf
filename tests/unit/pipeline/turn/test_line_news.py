"""A turn's place in line: what is told of it, and what a model's silence is meanwhile."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import cast

import pytest

from segue.domain.chat import ChatRequest, Finished, ProviderPiece, TextDelta, Working
from segue.domain.choice import Ranked
from segue.pipeline.turn.asking import Asked
from segue.pipeline.turn.attempt import Attempt
from segue.pipeline.turn.call import Call
from segue.pipeline.turn.line_news import LineNews
from segue.providers.contract import Provider
from tests.unit.pipeline.examples import PLAIN


async def test_newest_place_is_told_until_the_work_is_done() -> None:
    """A place that nobody read in time gives way to the next one; the work's own error is raised."""
    news, goes_on = LineNews(), asyncio.Event()

    async def work() -> None:
        news.stands(PLAIN.ref, 3)
        news.stands(PLAIN.ref, 2)
        await goes_on.wait()
        raise ValueError("over")

    places = news.until(work)
    assert await anext(places) == (PLAIN.ref, 2)
    goes_on.set()
    with pytest.raises(ValueError, match="over"):
        await anext(places)


@pytest.mark.parametrize("is_sign", [True, False])
async def test_waiting_too_long_is_silence_with_a_place(is_sign: bool) -> None:
    """Whoever waited longer than `queue_s` is still told the place, and the model counts as silent meanwhile."""
    goes_on = asyncio.Event()

    @asynccontextmanager
    async def answer() -> AsyncIterator[AsyncIterator[ProviderPiece]]:
        async def pieces() -> AsyncIterator[ProviderPiece]:
            yield Working(place_in_line=2, is_sign=is_sign)
            await goes_on.wait()
            yield TextDelta("Here.")
            yield Finished("stop")

        yield pieces()

    attempt, news = Attempt(1, PLAIN, 0), LineNews()
    attempt.line = news
    ranked, asked = Ranked(PLAIN, 0.5, ()), Asked(ChatRequest(()))
    provider = cast("Provider", SimpleNamespace(answer=lambda *_: answer()))
    call = Call(ranked, asked, attempt, lambda _: provider, gap_s=5, on_end=lambda *_: None)
    places = news.until(call.first)
    assert await anext(places) == (PLAIN.ref, 2)
    assert (call.heard_at_s is not None) is is_sign
    goes_on.set()
    assert [place async for place in places] == []
    assert call.take_first() == TextDelta("Here.")
    call.settle()
    await call.close()
