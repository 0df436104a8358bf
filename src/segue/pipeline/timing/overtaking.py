"""A wait that another one may overtake: when it takes long, something else is started beside it, and the first wins."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Generic, TypeVar

T = TypeVar("T")


class Overtaken(Exception):
    """The other one was first; its result waits in `Overtaking.winner`."""


class Overtaking(Generic[T]):
    """One wait, with another started beside it when it takes long.

    The wait itself runs in the caller's task, at the cost of one timer: only who is overtaken costs a task. `wait`
    comes to what its work comes to, or raises Overtaken when the other was first, TimeoutError at the deadline, and
    the other's error where that ends everything (`is_final`). The caller calls `end` in any case, and `winner` is its.
    """

    __slots__ = ("_beside", "_cancelled", "_is_final", "_left_s", "_loop", "_next_s", "_start", "_task", "_timer")

    def __init__(
        self,
        start: Callable[[], Coroutine[None, None, T]],
        *,
        next_s: Callable[[], float | None],
        left_s: Callable[[], float],
        is_final: Callable[[BaseException], bool],
    ) -> None:
        """`start` begins the other. `next_s`: seconds until it shall be, 0 or less for now, None for never.

        `left_s`: seconds until the wait ends at the latest; they may grow meanwhile.
        """
        self._start = start
        self._next_s = next_s
        self._is_final = is_final
        self._loop = asyncio.get_running_loop()
        self._left_s = left_s
        self._task: asyncio.Task[object] | None = None
        self._beside: asyncio.Task[T] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._cancelled = False

    @property
    def is_under_way(self) -> bool:
        """True when the other was started and has not failed."""
        beside = self._beside
        return beside is not None and not (beside.done() and (beside.cancelled() or beside.exception() is not None))

    async def wait(self, work: Coroutine[None, None, T]) -> T:
        """What `work` comes to, unless the other is first."""
        if self._left_s() <= 0:
            work.close()
            raise TimeoutError
        self._task = task = asyncio.current_task(self._loop)
        assert task is not None, "waits are for tasks"
        already = task.cancelling()
        self._ring()
        try:
            return await work
        except asyncio.CancelledError:
            # Only a cancellation of ours means something else; one from outside that came as well goes on.
            if self._cancelled and task.uncancel() <= already:
                if self._beside is not None and self._beside.done():
                    raise Overtaken from None
                raise TimeoutError from None
            raise
        finally:
            self._task = None
            if self._timer is not None:
                self._timer.cancel()

    async def winner(self) -> T:
        """What the other comes to; waits for it. Raises its error."""
        beside = self._beside
        assert beside is not None, "nothing was started beside"
        result = await beside
        self._beside = None  # it is the caller's now
        return result

    def end(self, dispose: Callable[[T], None]) -> asyncio.Task[T] | None:
        """End the other, which is not wanted any more, and dispose of what it comes to all the same.

        Waits for nothing: whoever has won must not be lost by a cancellation meanwhile. Returns the task while it has
        not ended, for the caller to keep.
        """
        beside, self._beside = self._beside, None
        if beside is None:
            return None

        def done(task: asyncio.Task[T]) -> None:
            if not task.cancelled() and task.exception() is None:
                dispose(task.result())

        beside.cancel()
        if beside.done():
            done(beside)
            return None
        beside.add_done_callback(done)
        return beside

    def _ring(self) -> None:
        """Start the other if it is time; ring again when it may be, and at the deadline."""
        left_s = self._left_s()
        if left_s <= 0:
            self._leave()
            return
        if self._beside is None:
            next_s = self._next_s()
            if next_s is not None and next_s <= 0:
                self._beside = self._loop.create_task(self._start())
                self._beside.add_done_callback(self._arrived)
            elif next_s is not None:
                left_s = min(left_s, next_s)
        self._timer = self._loop.call_later(left_s, self._ring)

    def _arrived(self, beside: asyncio.Task[T]) -> None:
        if beside.cancelled():
            return
        error = beside.exception()
        if error is None or self._is_final(error):
            self._leave()

    def _leave(self) -> None:
        if self._task is not None and not self._cancelled:
            self._cancelled = True
            self._task.cancel()
