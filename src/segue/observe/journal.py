"""Writes events to the journal, several batches in one transaction: a commit costs more than the rows within it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

from typing_extensions import override

from segue.errors import StorageError, UnfitRecord
from segue.events import Event, Observer, ScreeningDone, SessionMoved, TurnEnded
from segue.storage.contract import Journal

FLUSH_S = 0.5
"""How long events are gathered before they are written."""
RETRY_S = 5.0
"""Pause after a write that the journal refused."""
CAPACITY = 20_000
"""Events kept while the journal refuses them, about 10 MB; the newest beyond that are lost, and counted."""
BATCH = 500
"""Most events in one transaction, about 5 ms: a session's rise in risk must not wait behind a long one."""

_OF_SESSIONS = (ScreeningDone, SessionMoved, TurnEnded)
"""Events that name a session."""

_log = logging.getLogger(__name__)


class JournalWriter(Observer):
    """Gathers events and writes them on its own; nothing waits for it, and what it cannot write it keeps for a while.

    Use it as an async context manager within the journal's and around the broadcast's; leaving it writes what is left.
    """

    name = "journal"

    def __init__(
        self, journal: Journal, *, flush_s: float = FLUSH_S, retry_s: float = RETRY_S, capacity: int = CAPACITY
    ) -> None:
        self._journal = journal
        self._flush_s = flush_s
        self._retry_s = retry_s
        self._capacity = capacity
        self._waiting: list[Event] = []
        self._something = asyncio.Event()
        self._writing = asyncio.Lock()  # one flush at a time, so that events are written once and in order
        self._task: asyncio.Task[None] | None = None
        self.lost = 0
        """Events that there was no room to keep while the journal refused them."""
        self.failures = 0
        """Writes that the journal refused."""
        self.is_up = True
        """False from a write that was refused until one that is taken."""

    async def __aenter__(self) -> JournalWriter:
        self._task = asyncio.create_task(self._write_on(), name="segue-journal-writer")
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._task is not None
        async with self._writing:  # a write that is under way comes to its end
            self._task.cancel()
        await asyncio.wait([self._task])
        if not await self.flush():
            self.lost += len(self._waiting)
            _log.warning("%d events were not kept: the journal is closing and refuses them.", len(self._waiting))
            self._waiting.clear()

    @override
    async def observe(self, events: Sequence[Event]) -> None:
        if self._task is not None and self._task.done():
            self._task.result()  # a journal that broke its contract ended the writing: let it be counted
        room = self._capacity - len(self._waiting)
        self._waiting.extend(events[:room])
        self.lost += max(0, len(events) - room)
        self._something.set()

    async def flush(self) -> bool:
        """Write everything gathered so far. False when the journal refused it; then it is kept for the next time."""
        size = BATCH
        async with self._writing:
            while batch := self._waiting[:size]:
                try:
                    await self._journal.record(batch)
                except UnfitRecord as error:
                    size = self._narrow(len(batch), error)
                    continue
                except StorageError as error:
                    self._refused(error)
                    return False
                del self._waiting[: len(batch)]
                size = min(BATCH, size * 2)
                self._taken()
            return True

    async def forget(self, session: str) -> None:
        """Drop what waits here of a session: only where the journal refuses it for now is there anything."""
        async with self._writing:
            turns = {e.turn_id for e in self._waiting if isinstance(e, _OF_SESSIONS) and e.session == session}
            self._waiting = [e for e in self._waiting if getattr(e, "turn_id", None) not in turns]

    async def _write_on(self) -> None:
        while True:
            await self._something.wait()
            self._something.clear()
            await asyncio.sleep(self._flush_s)
            if not await self.flush():
                self._something.set()
                await asyncio.sleep(self._retry_s)

    def _narrow(self, size: int, error: UnfitRecord) -> int:
        """The size of the next batch on the way to the one event that cannot be kept; that one is lost."""
        if size == 1:
            event = self._waiting.pop(0)
            self.lost += 1
            _log.warning("A record of the kind %s cannot be kept: %s", type(event).__name__, error)
        return max(1, size // 2)

    def _refused(self, error: StorageError) -> None:
        self.failures += 1
        if self.is_up:
            _log.warning("Events are kept in memory for now: %s", error)
        self.is_up = False

    def _taken(self) -> None:
        if not self.is_up:
            _log.warning("The journal takes events again; %d were lost in all.", self.lost)
        self.is_up = True
