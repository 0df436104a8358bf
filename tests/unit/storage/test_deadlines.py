"""A store that is held, slow or gone: every call ends in time, and the event loop never waits."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from segue.domain.models import ModelRef, SafetyLevel
from segue.domain.risk import Latch, RiskState
from segue.domain.risk_bytes import encoded
from segue.domain.sessions import SessionRecord
from segue.errors import StorageError
from segue.events import ModelStateChanged
from segue.storage.sql import SqlJournal
from tests.support.patient_store import PATIENT_S, patient_store

NOW = datetime(2026, 3, 1, tzinfo=UTC)
EVENT = ModelStateChanged(ModelRef("p", "m"), "loaded", NOW)
SESSION = SessionRecord("5e55", created_at=NOW, last_turn_at=NOW)


@pytest_asyncio.fixture
async def journal(tmp_path: Path) -> AsyncIterator[SqlJournal]:
    """A journal in a file."""
    async with patient_store(tmp_path) as opened:
        yield opened


@pytest.fixture
def other(tmp_path: Path, journal: SqlJournal) -> Iterator[sqlite3.Connection]:
    """Another program that uses the same file."""
    with closing(sqlite3.connect(tmp_path / "segue.db", isolation_level=None)) as connection:
        yield connection


async def test_a_file_that_another_program_holds_is_told_in_time(
    journal: SqlJournal, other: sqlite3.Connection
) -> None:
    """The error names the cause, and the journal works again when the other program has gone."""
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError, match="it is locked"):
        await journal.record([EVENT])
    journal._deadline_s = 0.01
    with pytest.raises(StorageError, match=r"within 0\.01 s"):
        await journal.record([EVENT])
    journal._deadline_s = PATIENT_S
    other.execute("ROLLBACK")

    await journal.record([EVENT])

    assert await journal.forget_calls(before=datetime.now(UTC)) == 1


async def test_reading_goes_on_while_another_program_writes(journal: SqlJournal, other: sqlite3.Connection) -> None:
    """A long write of somebody else does not keep a session from being recalled."""
    await journal.save_session(SESSION)
    other.execute("BEGIN IMMEDIATE")

    assert await journal.session("5e55") == SESSION
    other.execute("ROLLBACK")


async def test_a_call_that_was_given_up_keeps_nothing(journal: SqlJournal, other: sqlite3.Connection) -> None:
    """What was told to have failed does not appear later on its own."""
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await journal.record([EVENT])
    other.execute("ROLLBACK")

    assert await journal.forget_calls(before=datetime.now(UTC)) == 0


async def test_the_store_s_thread_is_its_own_and_ends_with_it(tmp_path: Path) -> None:
    """Blocking work stays in one named thread, which goes when the journal is closed."""
    async with SqlJournal("sqlite://", home=tmp_path, deadline_s=20):
        assert [thread.name for thread in threading.enumerate()].count("segue-journal_0") == 1
    for thread in threading.enumerate():
        if thread.name.startswith("segue-journal"):
            thread.join(60)

    assert "segue-journal_0" not in [thread.name for thread in threading.enumerate()]


async def test_two_replicas_that_save_one_session_keep_the_higher_risk(tmp_path: Path) -> None:
    """Whoever is last, a rise in risk is not lost between two processes."""
    async with (
        SqlJournal("", home=tmp_path, deadline_s=20) as one,
        SqlJournal("", home=tmp_path, deadline_s=20) as two,
        asyncio.TaskGroup() as tasks,
    ):
        for turns in range(20):
            level = SafetyLevel.HIGH if turns == 7 else SafetyLevel.NONE
            state = encoded(RiskState(turn=turns, safety=Latch(7 if turns == 7 else 0)))
            record = replace(SESSION, turns=turns, risk_level=level, safety_state=state)
            tasks.create_task((one, two)[turns % 2].save_session(record))

    async with SqlJournal("", home=tmp_path, deadline_s=20) as later:
        kept = await later.session("5e55")
    both = encoded(RiskState(turn=19, safety=Latch(7)))
    assert kept == replace(SESSION, turns=19, risk_level=SafetyLevel.HIGH, safety_state=both)
