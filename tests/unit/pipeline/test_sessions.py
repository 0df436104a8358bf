"""Sessions: who is who, what is kept, and risk that only rises, whatever the store does."""

import asyncio
import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from segue.config.settings import SessionSettings
from segue.domain.models import ModelRef, Privacy, SafetyLevel
from segue.domain.sessions import SessionRecord
from segue.errors import StorageError
from segue.pipeline.sessions import SessionBook, load_or_make_secret
from segue.storage.pending import PendingSessions
from segue.storage.sql import SqlJournal

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
MODEL = ModelRef("one", "a")


@asynccontextmanager
async def book_on(journal: SqlJournal, home: Path, **settings: int) -> AsyncIterator[SessionBook]:
    book = SessionBook(
        journal,
        settings=SessionSettings.model_validate(settings),
        deadline_s=0.05,
        secret=load_or_make_secret(home / "session.key"),
        pending=PendingSessions(home / "pending.jsonl"),
    )
    async with book:
        yield book


@pytest.fixture
async def journal(tmp_path: Path) -> AsyncIterator[SqlJournal]:
    async with SqlJournal(f"sqlite:///{tmp_path / 'segue.db'}", home=tmp_path, deadline_s=5.0) as journal:
        yield journal


class GoneJournal(SqlJournal):
    """A store that cannot be reached: opening works, saving and reading do not."""

    @override
    async def save_session(self, record: SessionRecord) -> None:
        raise StorageError("gone")

    @override
    async def session(self, session: str) -> SessionRecord | None:
        raise StorageError("gone")


class StuckJournal(SqlJournal):
    """A store that takes a call and never ends it."""

    @override
    async def save_session(self, record: SessionRecord) -> None:
        await asyncio.Event().wait()


async def test_a_session_is_remembered_over_a_restart(journal: SqlJournal, tmp_path: Path) -> None:
    """Model, count and privacy of a session are there again after a restart. Covers R6.3."""
    async with book_on(journal, tmp_path) as book:
        session = book.hash("me", "s1")
        await book.recall(session, now=NOW)
        book.note_answer(session, model=MODEL, is_local=True, pins=True, now=NOW)
        book.limit_privacy(session, Privacy.LOCAL_ONLY)
    async with book_on(journal, tmp_path) as book:
        record = await book.recall(session, now=NOW)
    assert (record.pinned, record.turns, record.began_local, record.privacy) == (MODEL, 1, True, Privacy.LOCAL_ONLY)


async def test_the_same_id_of_two_callers_is_two_sessions(journal: SqlJournal, tmp_path: Path) -> None:
    """Two callers that use the same session id never share a session."""
    async with book_on(journal, tmp_path) as book:
        names = {book.hash("a", "s"), book.hash("b", "s"), book.hash("a", "t"), book.hash("as", "")}
    assert len(names) == 4


@given(one=st.tuples(st.text(), st.text()), other=st.tuples(st.text(), st.text()))
def test_sessions_are_one_only_when_caller_and_id_are(one: tuple[str, str], other: tuple[str, str]) -> None:
    """However ids are made up, caller and id cannot be shifted into each other."""
    book = SessionBook.__new__(SessionBook)
    book._secret = b"k" * 32
    assert (book.hash(*one) == book.hash(*other)) == (one == other)


async def test_risk_rises_and_never_falls(journal: SqlJournal, tmp_path: Path) -> None:
    """A lower level after a higher one changes nothing, in memory and in the store."""
    async with book_on(journal, tmp_path) as book:
        await book.raise_risk("s", SafetyLevel.HIGH, now=NOW)
        await book.raise_risk("s", SafetyLevel.LOW, now=NOW)
        assert (await book.recall("s", now=NOW)).risk_level is SafetyLevel.HIGH
    kept = await journal.session("s")
    assert kept is not None
    assert kept.risk_level is SafetyLevel.HIGH


@pytest.mark.parametrize("kind", [GoneJournal, StuckJournal])
async def test_a_rise_survives_a_store_that_is_away(kind: type[SqlJournal], tmp_path: Path) -> None:
    """With the store gone or stuck, a rise is in a local file at once, and in the store after the next start."""
    url = f"sqlite:///{tmp_path / 'segue.db'}"
    async with kind(url, home=tmp_path, deadline_s=1.0) as away:
        book = SessionBook(
            away,
            settings=SessionSettings(),
            deadline_s=0.01,
            secret=b"k" * 32,
            pending=PendingSessions(tmp_path / "pending.jsonl"),
        )
        await book.raise_risk("s", SafetyLevel.IMMINENT, now=NOW)
        assert book.late_writes == 1
    async with SqlJournal(url, home=tmp_path, deadline_s=5.0) as journal:
        async with book_on(journal, tmp_path) as book:
            assert (await book.recall("s", now=NOW)).risk_level is SafetyLevel.IMMINENT
        kept = await journal.session("s")
    assert kept is not None
    assert kept.risk_level is SafetyLevel.IMMINENT


async def test_a_store_that_does_not_answer_does_not_hold_a_turn(tmp_path: Path) -> None:
    """A session that cannot be read begins afresh in memory; the turn goes on."""
    away = GoneJournal(f"sqlite:///{tmp_path / 'segue.db'}", home=tmp_path, deadline_s=1.0)
    async with away, book_on(away, tmp_path) as book:
        record = await book.recall("s", now=NOW)
    assert record == SessionRecord("s", created_at=NOW, last_turn_at=NOW)


async def test_an_old_session_begins_anew(journal: SqlJournal, tmp_path: Path) -> None:
    """State expires the configured number of days after the last turn."""
    async with book_on(journal, tmp_path, keep_days=30) as book:
        await book.raise_risk("s", SafetyLevel.HIGH, now=NOW)
        assert (await book.recall("s", now=NOW + timedelta(days=29))).risk_level is SafetyLevel.HIGH
        assert (await book.recall("s", now=NOW + timedelta(days=31))).risk_level is SafetyLevel.NONE


async def test_memory_holds_no_more_sessions_than_it_may(journal: SqlJournal, tmp_path: Path) -> None:
    """Sessions beyond the limit leave memory and are read again from the store."""
    async with book_on(journal, tmp_path, memory_entries=2) as book:
        for name in "abc":
            book.note_answer(name, model=MODEL, is_local=True, pins=True, now=NOW)
        await book._write_changed()
        assert len(book._records) == 2
        assert (await book.recall("a", now=NOW)).turns == 1


def test_the_secret_is_private_and_stays(tmp_path: Path) -> None:
    """The key of the hashes is made once, for the owner only."""
    first = load_or_make_secret(tmp_path / "session.key")
    assert load_or_make_secret(tmp_path / "session.key") == first
    assert stat.S_IMODE((tmp_path / "session.key").stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.glob("session*")] == ["session.key"]


def test_a_damaged_secret_is_refused(tmp_path: Path) -> None:
    """A truncated key is an error that says what removing it would mean, not a new key."""
    (tmp_path / "session.key").write_bytes(b"short")
    with pytest.raises(StorageError, match="damaged"):
        load_or_make_secret(tmp_path / "session.key")
