"""Sessions on the request path: who is who, the model a session stays with, and its risk, which only rises.

A session is known by a keyed hash of its caller and its id; neither id is kept. Records live in memory and are
written behind the path, all but one: a rise in risk is awaited, and kept in a local file when the store is late.
"""

from __future__ import annotations

import asyncio
import hmac
import logging
import os
import secrets
from collections import OrderedDict
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Self

from segue.config.settings import SessionSettings
from segue.domain.models import ModelRef, Privacy, SafetyLevel
from segue.domain.sessions import SessionRecord
from segue.errors import StorageError
from segue.storage.contract import Journal
from segue.storage.pending import PendingSessions

_log = logging.getLogger(__name__)

WRITE_EVERY_S = 0.5
"""Pause between writes of changed sessions; a killed process loses at most this much of pins and counts."""


def load_or_make_secret(path: Path) -> bytes:
    """The key under which session ids are hashed: 32 random bytes in a file of mode 0600, made on first use."""
    with suppress(FileNotFoundError):
        return _whole(path)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_bytes(32))
    # link() fails when another process was first: then both use that one's secret.
    with suppress(FileExistsError):
        path.hardlink_to(fresh)
    fresh.unlink()
    return _whole(path)


def _whole(path: Path) -> bytes:
    secret = path.read_bytes()
    if len(secret) != 32:
        raise StorageError(
            f"The session secret {path} is damaged ({len(secret)} bytes instead of 32).",
            hint="Restore it from a backup, or remove it: then sessions kept so far are not recognised again.",
        )
    return secret


class SessionBook:
    """Every session this process knows. An async context manager: leaving it writes what is not written yet."""

    def __init__(
        self,
        journal: Journal,
        *,
        settings: SessionSettings,
        deadline_s: float,
        secret: bytes,
        pending: PendingSessions,
    ) -> None:
        self._journal = journal
        self._settings = settings
        self._deadline_s = deadline_s
        self._secret = secret
        self._pending = pending
        self._records: OrderedDict[str, SessionRecord] = OrderedDict()
        self._changed: dict[str, SessionRecord] = {}
        self._writer: asyncio.Task[None] | None = None
        self.late_writes = 0
        """Rises in risk that went to the local file because the store was late or gone."""

    async def __aenter__(self) -> Self:
        await self._hand_over_pending()
        self._writer = asyncio.create_task(self._write_behind(), name="segue-sessions")
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._writer is not None
        self._writer.cancel()
        with suppress(asyncio.CancelledError):
            await self._writer
        await self._write_changed()
        for record in self._changed.values():
            await self._keep_here(record)

    def hash(self, caller_id: str, session_id: str) -> str:
        """The name under which a caller's session is kept; equal ids of two callers are two sessions."""
        text = f"{len(caller_id)}:{caller_id}{session_id}".encode()
        return hmac.new(self._secret, text, sha256).hexdigest()

    async def recall(self, session: str, *, now: datetime) -> SessionRecord:
        """What is known of a session; a fresh record for a new one, or when the store does not answer in time."""
        record = self._records.get(session) or self._changed.get(session)
        if record is None:
            record = await self._read(session) or SessionRecord(session, created_at=now, last_turn_at=now)
        if record.last_turn_at < now - timedelta(days=self._settings.keep_days):
            record = SessionRecord(session, created_at=now, last_turn_at=now)
        self._remember(record)
        return record

    async def _read(self, session: str) -> SessionRecord | None:
        try:
            async with asyncio.timeout(self._deadline_s):
                return await self._journal.session(session)
        except (TimeoutError, StorageError):
            return None

    def note_answer(self, session: str, *, model: ModelRef, is_local: bool, pins: bool, now: datetime) -> None:
        """Count a turn, and pin the session to who answered it where `pins`; written behind the path."""
        record = self._records.get(session) or SessionRecord(session, created_at=now, last_turn_at=now)
        began_local = is_local if record.turns == 0 else record.began_local
        self._keep(
            replace(
                record,
                turns=record.turns + 1,
                pinned=model if pins else record.pinned,
                began_local=began_local,
                last_turn_at=now,
            )
        )

    def limit_privacy(self, session: str, privacy: Privacy) -> None:
        """Keep a session's own privacy rule for all its further turns."""
        record = self._records[session]
        if record.privacy is not privacy:
            self._keep(replace(record, privacy=privacy))

    async def raise_risk(self, session: str, level: SafetyLevel, *, now: datetime) -> None:
        """Keep that a session's risk rose; returns when it is kept, in the store or, when that is late, in a file."""
        record = self._records.get(session) or SessionRecord(session, created_at=now, last_turn_at=now)
        if level.rank <= record.risk_level.rank:
            return
        raised = replace(record, risk_level=level, last_turn_at=now)
        self._keep(raised)
        try:
            async with asyncio.timeout(self._deadline_s):
                await self._journal.save_session(raised)
        except (TimeoutError, StorageError):
            self.late_writes += 1
            await self._keep_here(raised)

    async def _keep_here(self, record: SessionRecord) -> None:
        """Into the local file; when the disk does not take it either, memory still has it, and that is said."""
        try:
            await asyncio.to_thread(self._pending.append, record)
        except StorageError as error:
            _log.error("A rise in a session's risk is kept in memory only: %s", error)

    def _keep(self, record: SessionRecord) -> None:
        self._remember(record)
        self._changed[record.session] = record

    def _remember(self, record: SessionRecord) -> None:
        self._records[record.session] = record
        self._records.move_to_end(record.session)
        while len(self._records) > self._settings.memory_entries:
            self._records.popitem(last=False)

    async def _write_behind(self) -> None:
        while True:
            await asyncio.sleep(WRITE_EVERY_S)
            await self._write_changed()

    async def _write_changed(self) -> None:
        if not self._changed:
            return
        batch = dict(self._changed)
        try:
            await self._journal.save_sessions(tuple(batch.values()))
        except StorageError:
            return  # the store is away; what changed is kept and tried again
        for session, record in batch.items():
            if self._changed.get(session) is record:
                del self._changed[session]
        await asyncio.to_thread(self._pending.settle)

    async def _hand_over_pending(self) -> None:
        """Give the store what an earlier run could not; while it is away, memory has it."""
        records = await asyncio.to_thread(self._pending.drain)
        try:
            await self._journal.save_sessions(records)
        except StorageError:
            for record in records:
                self._keep(record)
        else:
            await asyncio.to_thread(self._pending.settle)
