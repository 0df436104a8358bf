"""What the store does not have of sessions yet, and its way there: awaited, behind the path, or by a local file.

A session that could not be read is never written over: what was seen of it waits here, until what is kept can be read
and the two are joined. Only its risk and its privacy rule go ahead, for the store lets both go one way only.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Self

from segue.domain.sessions import SessionRecord, joined
from segue.errors import StorageError, UnfitRecord
from segue.storage.contract import Journal
from segue.storage.pending import PendingSessions

_log = logging.getLogger(__name__)

WRITE_EVERY_S = 0.5
"""Pause between writes of changed sessions; a killed process loses at most this much of pins and counts."""
BATCH = 500
"""Most sessions in one transaction, about 5 ms: a session's rise in risk must not wait behind a long one."""
CAPACITY = 20_000
"""Sessions kept while the store does not take them, about 10 MB; the oldest beyond that go to the local file."""


class SessionWriter:
    """Brings sessions to the store. An async context manager: leaving it writes what is not written yet."""

    def __init__(
        self,
        journal: Journal,
        pending: PendingSessions,
        *,
        deadline_s: float,
        batch: int = BATCH,
        capacity: int = CAPACITY,
    ) -> None:
        self._journal = journal
        self._pending = pending
        self._deadline_s = deadline_s
        self._batch = batch
        self._capacity = capacity
        self._changed: dict[str, SessionRecord] = {}
        self._unread: dict[str, SessionRecord] = {}
        self._filing = asyncio.Lock()  # nobody appends to the file while it is decided that nothing in it is needed
        self._task: asyncio.Task[None] | None = None
        self._is_up = True
        self.has_spilled = False
        """True while the local file has sessions that the store lacks and memory may have forgotten."""
        self.late_writes = 0
        """Rises in risk and privacy rules that went to the local file because the store was late or gone."""
        self.unfit = 0
        """Sessions that no store can keep; memory has them until they are evicted."""

    async def __aenter__(self) -> Self:
        await self._begin()
        self._task = asyncio.create_task(self._write_behind(), name="segue-sessions")
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._task is not None
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task
        await self.write()
        await self._file((*self._changed.values(), *self._unread.values()))

    def changed(self, session: str) -> SessionRecord | None:
        """A session's newest state where the store does not have it yet."""
        return self._changed.get(session)

    def unread(self, session: str) -> SessionRecord | None:
        """What was seen of a session that could not be read."""
        return self._unread.get(session)

    def keep(self, record: SessionRecord) -> None:
        """Write a session that is known whole, behind the path."""
        _put_last(self._changed, record)

    def keep_unread(self, seen: SessionRecord) -> None:
        """Write what was seen of a session that could not be read, once it can be."""
        _put_last(self._unread, seen)

    def join(self, session: str, kept: SessionRecord | None) -> SessionRecord | None:
        """What was read of a session, with what was seen of it before that; that is written behind the path."""
        seen = self._unread.pop(session, None)
        if seen is None:
            return kept
        record = replace(joined(kept, seen), turns=kept.turns + seen.turns) if kept else seen
        self.keep(record)
        return record

    async def forget(self, session: str) -> None:
        """Forget what waits here of a session, in memory and in the local file. Raises StorageError."""
        self._changed.pop(session, None)
        self._unread.pop(session, None)
        async with self._filing:
            await asyncio.to_thread(self._pending.forget, session)

    async def waiting(self, session: str) -> tuple[SessionRecord, ...]:
        """What waits here of a session: in memory, and in the local file."""
        async with self._filing:
            filed = await asyncio.to_thread(self._pending.of_session, session)
        return (*filter(None, (self._changed.get(session), self._unread.get(session))), *filed)

    async def keep_now(self, record: SessionRecord) -> None:
        """Return when a session's risk and rule are kept: in the store or, when that is late, in the local file."""
        if record.session in self._unread:
            record = replace(record, turns=0, pinned=None, moved_to=None, began_local=False)
        try:
            async with asyncio.timeout(self._deadline_s):
                await self._journal.save_session(record)
        except (TimeoutError, StorageError):
            self.late_writes += 1
            await self._file((record,))

    async def write(self) -> None:
        """Write all that the store does not have; what it does not take is kept and tried again."""
        try:
            if self.has_spilled:
                await self._save(await asyncio.to_thread(self._pending.drain))
                self.has_spilled = False
            await self._read_unread()
            await self._save(tuple(self._changed.values()))
            await self._settle()
        except StorageError as error:
            if self._is_up:
                _log.warning("Sessions are kept in memory and in a local file for now: %s", error)
            self._is_up = False
            await self._spill()
        else:
            self._is_up = True

    async def _write_behind(self) -> None:
        while True:
            await asyncio.sleep(WRITE_EVERY_S)
            if self._changed or self._unread or self.has_spilled or not self._pending.is_settled:
                await self.write()

    async def _begin(self) -> None:
        """Give the store what an earlier run could not; while it is away, memory has it too."""
        records = await asyncio.to_thread(self._pending.drain)
        if self._pending.broken:
            _log.warning("%d lines of the local file of sessions were left out.", self._pending.broken)
        try:
            await self._save(records)
        except StorageError:
            self.has_spilled = True
            for record in records:
                seen = self._unread.get(record.session)
                self.keep_unread(joined(seen, record) if seen else record)
        else:
            await self._settle()

    async def _save(self, records: Sequence[SessionRecord]) -> None:
        """Into the store; one record that no store can keep does not stop the others."""
        done, size = 0, self._batch
        while batch := records[done : done + size]:
            try:
                await self._journal.save_sessions(batch)
            except UnfitRecord as error:
                if len(batch) > 1:
                    size = len(batch) // 2
                    continue
                self._put_aside(error)
            done += len(batch)
            size = min(self._batch, size * 2)
            _drop(self._changed, batch)

    def _put_aside(self, error: UnfitRecord) -> None:
        self.unfit += 1
        _log.warning("A session cannot be kept beyond this process: %s", error)

    async def _read_unread(self) -> None:
        for session in tuple(self._unread):
            try:
                self.join(session, await self._journal.session(session))
            except UnfitRecord as error:
                self._unread.pop(session, None)
                self._put_aside(error)

    async def _settle(self) -> None:
        """Empty the local file, unless memory has something that is nowhere else."""
        async with self._filing:
            if not (self._changed or self._unread or self.has_spilled or self._pending.is_settled):
                await asyncio.to_thread(self._pending.settle)

    async def _spill(self) -> None:
        """Let the oldest go to the local file where memory has too many."""
        every = (*self._changed.values(), *self._unread.values())
        oldest = every[: max(0, len(every) - self._capacity)]
        if oldest and await self._file(oldest):
            self.has_spilled = True
            _drop(self._changed, oldest)
            _drop(self._unread, oldest)

    async def _file(self, records: Sequence[SessionRecord]) -> bool:
        """Into the local file; when the disk does not take it either, memory still has it, and that is said."""
        try:
            async with self._filing:
                if records:
                    await asyncio.to_thread(self._pending.append, *records)
        except StorageError as error:
            _log.error("%d sessions are kept in memory only: %s", len(records), error)
            return False
        return True


def _put_last(records: dict[str, SessionRecord], record: SessionRecord) -> None:
    records.pop(record.session, None)
    records[record.session] = record


def _drop(records: dict[str, SessionRecord], done: Sequence[SessionRecord]) -> None:
    """Forget what is done with, but not what changed meanwhile."""
    for record in done:
        if records.get(record.session) is record:
            del records[record.session]
