"""Waiting for a model's next word with a limit, at almost no cost a word."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Generator
from types import coroutine
from typing import TypeVar

T = TypeVar("T")


class Patience:
    """Limits each of many waits in a row: `await patience.wait(anext(items))`, and `end()` when no more are to come.

    As `asyncio.timeout` around every wait, which costs as much as the rest of the path together: here one timer serves
    a whole stream, armed again only when it rings, and what is there already, as the end of an answer that came whole,
    takes none. Time between two waits does not count.
    """

    __slots__ = ("_is_over", "_loop", "_more_s", "_task", "_timer", "_waiting_since_s", "limit_s")

    def __init__(self, limit_s: float, more_s: Callable[[], float] | None = None) -> None:
        """`more_s`: asked when the limit is over, and says how much longer the wait may take after all."""
        self.limit_s = limit_s
        """Longest single wait."""
        self._more_s = more_s
        self._loop = asyncio.get_running_loop()
        self._task: asyncio.Task[object] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._waiting_since_s: float | None = None
        self._is_over = False

    @coroutine
    def wait(self, work: Awaitable[T]) -> Generator[object, object, T]:
        """What `work` comes to. Raises TimeoutError, after cancelling it, when it takes longer than the limit."""
        steps = work.__await__()
        try:
            waits_for = next(steps)
        except StopIteration as end:
            there: T = end.value
            return there
        if self._timer is None:
            self._timer = self._loop.call_later(self.limit_s, self._ring)
        self._task = task = asyncio.current_task(self._loop)  # to find the loop takes a call to the system
        assert task is not None, "patience is for tasks"
        already = task.cancelling()
        self._waiting_since_s = self._loop.time()
        try:
            return (yield from _from_there(steps, waits_for))
        except asyncio.CancelledError:
            # Only a cancellation of ours becomes a TimeoutError; one from outside that came as well goes on.
            if self._is_over and task.uncancel() <= already:
                raise TimeoutError from None
            raise
        finally:
            self._waiting_since_s = None

    def end(self) -> None:
        """Stop the timer; again is harmless."""
        if self._timer is not None:
            self._timer.cancel()

    def _ring(self) -> None:
        since_s = self._waiting_since_s
        left_s = self.limit_s if since_s is None else since_s + self.limit_s - self._loop.time()
        if left_s <= 0 and self._more_s is not None:
            left_s = self._more_s()
        if left_s > 0:
            self._timer = self._loop.call_later(left_s, self._ring)
        elif self._task is not None:
            self._is_over = True
            self._task.cancel()


def _from_there(steps: Generator[object, object, T], waits_for: object) -> Generator[object, object, T]:
    """As `yield from steps`, of which the first step was taken and came to `waits_for`."""
    try:
        yield waits_for
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is for those steps
        try:
            waits_for = steps.throw(error)
        except StopIteration as end:
            there: T = end.value
            return there
        return (yield from _from_there(steps, waits_for))
    return (yield from steps)
