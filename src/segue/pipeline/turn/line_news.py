"""A turn's place in line, told to whoever asked while no model speaks yet."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import aclosing
from typing import TYPE_CHECKING

from segue.domain.models import ModelRef
from segue.pipeline.turn.turns import TurnWaiting

if TYPE_CHECKING:
    from segue.pipeline.turn.record import TurnRecord


class LineNews:
    """Told by whoever asks a model, read by one turn."""

    __slots__ = ("_newest", "_news")

    def __init__(self) -> None:
        self._newest: tuple[ModelRef, int] | None = None
        self._news = asyncio.Event()

    def stands(self, model: ModelRef, place: int) -> None:
        """It waits for this model; what was not read yet gives way."""
        self._newest = model, place
        self._news.set()

    async def until(self, work: Callable[[], Coroutine[None, None, None]]) -> AsyncGenerator[tuple[ModelRef, int]]:
        """The places as they are told, until `work` is done. Raises what it raises; closing this ends it."""
        task = asyncio.get_running_loop().create_task(work())
        task.add_done_callback(lambda _: self._news.set())
        try:
            while not task.done():
                await self._news.wait()
                self._news.clear()
                newest, self._newest = self._newest, None
                if newest is not None and not task.done():
                    yield newest
            task.result()
        finally:
            if task.cancel():
                await asyncio.wait([task])
            if not task.cancelled():
                task.exception()  # where this was closed nobody is left to take it


def line_of(turn: TurnRecord) -> LineNews | None:
    """Where the turn's place in line will be told; None where it does not tell it, or nobody has a line who may be
    asked."""
    if not turn.request.tells_waiting or turn.lineup is None:
        return None
    if any(ranked.card.has_line for ranked in turn.lineup.waiting):
        turn.lineup.line = LineNews()
    return turn.lineup.line


def waiting(
    turn: TurnRecord, news: LineNews, begins: Callable[[], Coroutine[None, None, None]]
) -> aclosing[AsyncGenerator[TurnWaiting]]:
    """Where a turn stands in line, until its answer begins."""
    return aclosing(_waiting(turn, news, begins))


async def _waiting(
    turn: TurnRecord, news: LineNews, begins: Callable[[], Coroutine[None, None, None]]
) -> AsyncGenerator[TurnWaiting]:
    limits = turn.held.standings if turn.held is not None else ()
    async with aclosing(news.until(begins)) as places:
        async for model, place in places:
            yield TurnWaiting(turn.id, model, place, turn.verdict, limits)
