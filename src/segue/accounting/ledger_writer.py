"""Carries steps to a book of money behind the path, in order, several at once, until they are written."""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final, Self

from segue.domain.budgets import Booked
from segue.errors import StorageError, UnfitRecord
from segue.storage.money_contract import MoneyBook, Step

GATHER_S: Final = 0.2
"""How long settled calls are gathered for one write."""
AGAIN_S: Final = 0.5
"""Pause before a store that failed is tried again."""
MOST_AT_ONCE: Final = 500
"""Most steps in one write: a transaction of some 50 ms, far from the deadline of the store."""
MOST_WAITING: Final = 20_000
"""Most steps that wait for a store that is away. Beyond them the oldest are given up: what they held stays held, and
counts as spent."""
END_S: Final = 5.0
"""Longest wait for the store at the end."""

_log = logging.getLogger(__name__)


class Writer:
    """Carries steps to one book behind the path, in order, several at once. An async context manager."""

    def __init__(self, book: MoneyBook, told: Callable[[Sequence[Step], Sequence[Booked]], None]) -> None:
        """`told` is given steps that were carried out, and what became of them."""
        self._book = book
        self._told = told
        self._waiting: deque[tuple[Step, asyncio.Future[Booked] | None]] = deque()
        self._something = asyncio.Event()
        self._urgent = asyncio.Event()
        self._settled = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._is_failing = False
        self.given_up = 0
        """Steps that never reached the book."""

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._go_on(), name="segue-ledger")
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._task is not None
        with suppress(TimeoutError):
            async with asyncio.timeout(END_S):
                await self.flush()
        self._task.cancel()
        await asyncio.wait([self._task])

    def put(self, step: Step) -> None:
        """Have a step carried out; returns at once."""
        if len(self._waiting) >= MOST_WAITING:
            self._waiting.popleft()
            self.given_up += 1
        self._waiting.append((step, None))
        self._something.set()

    async def carry_out(self, step: Step) -> Booked:
        """What became of a step, as soon as may be. Raises StorageError."""
        done: asyncio.Future[Booked] = asyncio.get_running_loop().create_future()
        self._waiting.append((step, done))
        self._something.set()
        self._urgent.set()
        return await done

    @property
    def waiting(self) -> list[Step]:
        """What was not carried out yet, the oldest first."""
        return [step for step, _ in self._waiting]

    async def flush(self) -> None:
        """Wait until nothing waits."""
        while self._waiting:
            self._settled.clear()
            self._urgent.set()
            self._something.set()
            await self._settled.wait()

    async def _go_on(self) -> None:
        while True:
            await self._something.wait()
            with suppress(TimeoutError):
                async with asyncio.timeout(GATHER_S):
                    await self._urgent.wait()
            self._something.clear()
            self._urgent.clear()
            batch = tuple(itertools.islice(self._waiting, MOST_AT_ONCE))
            if batch and not await self._write(batch):
                await asyncio.sleep(AGAIN_S)
                self._something.set()
            if self._waiting:
                self._something.set()
            else:
                self._settled.set()

    async def _write(self, batch: Sequence[tuple[Step, asyncio.Future[Booked] | None]]) -> bool:
        # Whoever has given up waiting for a step decided without it.
        batch = [(step, done) for step, done in batch if done is None or not done.cancelled()]
        steps = [step for step, _ in batch]
        try:
            booked = await self._book.book(steps)
        except UnfitRecord as error:
            return await self._without_what_is_unfit(error, batch)
        except StorageError as error:
            self._failed(error, batch)
            return False
        except Exception:  # noqa: BLE001 - a book that broke its contract must not end the writing, unseen
            _log.exception("A book of money failed in a way that it may not.")
            self._failed(StorageError("The book is at fault.", hint="The log has the details."), batch)
            return False
        self._take_out(len(self._waiting), {id(step) for step in steps})
        self._told(steps, booked)
        for (_, done), outcome in zip(batch, booked, strict=True):
            if done is not None and not done.done():
                done.set_result(outcome)
        if self._is_failing:
            self._is_failing = False
            _log.info("What is held and spent is written again.")
        return True

    async def _without_what_is_unfit(
        self, error: UnfitRecord, batch: Sequence[tuple[Step, asyncio.Future[Booked] | None]]
    ) -> bool:
        """One of them can never be written: it is given up, so that the others are."""
        if len(batch) > 1:
            for each in batch:
                if not await self._write([each]):
                    return False
            return True
        ((step, done),) = batch
        self._take_out(len(self._waiting), {id(step)})
        self.given_up += 1
        _log.error("A step of money is given up; what it held stays held: %s", error)
        if done is not None and not done.done():
            done.set_exception(error)
        return True

    def _failed(self, error: StorageError, batch: Sequence[tuple[Step, asyncio.Future[Booked] | None]]) -> None:
        if not self._is_failing:
            self._is_failing = True
            _log.warning("What is held and spent could not be written, and is tried again: %s", error)
        awaited = {id(step) for step, done in batch if done is not None}
        self._take_out(len(self._waiting), awaited)
        for _, done in batch:
            if done is not None and not done.done():
                done.set_exception(error)

    def _take_out(self, most: int, done: set[int]) -> None:
        """Take steps out of those that wait, and those that nobody waits for any more."""
        for _ in range(most):
            step, future = self._waiting.popleft()
            if id(step) not in done and not (future is not None and future.cancelled()):
                self._waiting.append((step, future))
