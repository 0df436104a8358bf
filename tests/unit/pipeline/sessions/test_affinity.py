"""Sessions keep their model, move when they must, and come home when it is well."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from segue.config.settings import SessionSettings
from segue.domain.models import ModelRef
from segue.domain.sessions import SessionRecord
from segue.pipeline.sessions.sessions import SessionBook
from segue.pipeline.sessions.shared import SharedSessions
from segue.pipeline.turn import plan
from segue.storage.memory import MemoryCache
from segue.storage.pending import PendingSessions
from segue.storage.sql import SqlJournal

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
HOME, AWAY = ModelRef("one", "home"), ModelRef("two", "away")


@pytest.fixture
async def book(tmp_path: Path) -> AsyncIterator[SessionBook]:
    """The sessions of a process that shares nothing."""
    async with SqlJournal("", home=tmp_path, deadline_s=5.0) as journal:
        book = SessionBook(
            journal,
            settings=SessionSettings(),
            deadline_s=5.0,
            secret=b"k" * 32,
            pending=PendingSessions(tmp_path / "pending.jsonl"),
            shared=SharedSessions(MemoryCache(), keep_s=60.0),
        )
        async with book:
            yield book


def record(moved_to: ModelRef | None = None) -> SessionRecord:
    return SessionRecord("s", NOW, NOW, 3, HOME, moved_to=moved_to)


def order(session: SessionRecord, *, healthy_for_s: float) -> tuple[ModelRef, ...]:
    return plan.of_session(session, healthy_for_s=lambda ref: healthy_for_s, return_after_s=60)


def test_a_session_stays_with_its_model() -> None:
    """Where nothing happened it is asked first. Covers R6.3."""
    assert order(record(), healthy_for_s=0) == (HOME,)


def test_a_session_that_moved_stays_away_until_its_model_was_well_for_a_while() -> None:
    """It does not go to and fro with every flicker of its first model. Covers R6.3."""
    assert order(record(AWAY), healthy_for_s=59) == (AWAY, HOME)
    assert order(record(AWAY), healthy_for_s=60) == (HOME, AWAY)


async def test_leaving_and_coming_home_are_told(book: SessionBook) -> None:
    """The first answer pins, another model's is a move, and the first one's later on a return. Covers R6.3."""
    await book.recall("s", now=NOW)
    models = (HOME, AWAY, AWAY, HOME)
    was_with = [await book.note_answer("s", model=model, is_local=True, pins=True, now=NOW) for model in models]
    assert was_with == [None, HOME, None, AWAY]
    kept = await book.recall("s", now=NOW)
    assert (kept.pinned, kept.moved_to) == (HOME, None)


async def test_a_model_named_for_one_turn_moves_nothing(book: SessionBook) -> None:
    """Trying another model once does not make it the session's."""
    await book.recall("s", now=NOW)
    await book.note_answer("s", model=HOME, is_local=True, pins=True, now=NOW)
    assert await book.note_answer("s", model=AWAY, is_local=True, pins=False, now=NOW) is None
    assert (await book.recall("s", now=NOW)).moved_to is None
