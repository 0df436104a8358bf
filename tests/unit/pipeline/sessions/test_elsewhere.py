"""Telling and hearing of danger between processes, where store or cache are not there in that very moment."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from typing_extensions import override

from segue.config.settings import SessionSettings
from segue.domain.models import SafetyLevel
from segue.domain.risk import Latch, RiskState
from segue.domain.risk_bytes import encoded
from segue.domain.sessions import SessionRecord
from segue.errors import StorageError
from segue.pipeline.sessions.elsewhere import Elsewhere
from segue.pipeline.sessions.sessions import SessionBook
from segue.pipeline.sessions.shared import SharedSessions
from segue.storage.memory import MemoryCache
from segue.storage.pending import PendingSessions
from segue.storage.sql import SqlJournal
from tests.support.moody_cache import MoodyCache

KEEP_S = 86_400.0
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
IN_DANGER = RiskState(safety=Latch(raised_us=1))
DANGER = SessionRecord("s", NOW, NOW, risk_level=SafetyLevel.HIGH, safety_state=encoded(IN_DANGER))


class HeldJournal(SqlJournal):
    """A store that somebody else holds whenever it is first asked for safety states."""

    is_held = True

    @override
    async def safety_states(self, sessions: Sequence[str]) -> Mapping[str, bytes]:
        if self.is_held:
            self.is_held = False
            raise StorageError("It is locked.")
        return await super().safety_states(sessions)


def book_of(journal: SqlJournal, shared: SharedSessions, *, home: Path) -> SessionBook:
    """The sessions of a process."""
    return SessionBook(
        journal,
        settings=SessionSettings(),
        deadline_s=5.0,
        secret=b"k" * 32,
        pending=PendingSessions(home / "pending.jsonl"),
        shared=shared,
    )


async def test_what_could_not_be_read_is_read_with_the_next_look(tmp_path: Path) -> None:
    """The store says once that somebody wrote: a story must not go on because it was locked just then."""
    url = f"sqlite:///{tmp_path}/segue.db"
    shared = SharedSessions(MemoryCache(), keep_s=60.0)
    async with (
        HeldJournal(url, home=tmp_path, deadline_s=5.0) as journal,
        SqlJournal(url, home=tmp_path, deadline_s=5.0) as theirs,
        book_of(journal, shared, home=tmp_path) as book,
    ):
        elsewhere = Elsewhere(book, journal, shared)
        await elsewhere.look()
        alarm = book.alarms.begin("s")
        await theirs.save_session(DANGER)
        await elsewhere.look()
        assert not alarm.is_raised
        await elsewhere.look()
        assert alarm.is_raised


async def test_sessions_that_nobody_knows_are_not_remembered(tmp_path: Path) -> None:
    """However many are asked for by hand."""
    async with (
        SqlJournal(f"sqlite:///{tmp_path}/segue.db", home=tmp_path, deadline_s=5.0) as journal,
        book_of(journal, SharedSessions(MemoryCache(), keep_s=60.0), home=tmp_path) as book,
    ):
        assert await book.known("nobody", now=NOW) is None
        assert not book.neighbours.is_current("nobody")


async def test_a_danger_is_told_later_where_the_cache_was_away_or_whoever_said_it_left(tmp_path: Path) -> None:
    """Another replica tells a story to them: it hears of it as soon as there is a way."""
    cache = MoodyCache()
    here, there = (SharedSessions(cache, keep_s=KEEP_S, now=NOW.timestamp) for _ in range(2))
    async with (
        SqlJournal(f"sqlite:///{tmp_path}/segue.db", home=tmp_path, deadline_s=5.0) as journal,
        book_of(journal, here, home=tmp_path) as book,
    ):
        cache.mood = "refusing"
        await here.tell_danger("away")
        cache.mood = "hanging"
        keeping, pings = asyncio.create_task(book.keep_risk_state("left", IN_DANGER, now=NOW)), cache.pings
        async with asyncio.timeout(60):
            while cache.pings == pings:
                await asyncio.sleep(0.001)
        keeping.cancel()
        await asyncio.wait([keeping])
        cache.mood = "well"
        assert not set(await there.in_danger())
        await here.tell()
        assert set(await there.in_danger()) == {"away", "left"}
        await here.forget("away")
        await here.tell()
        assert set(await there.in_danger()) == {"left"}
