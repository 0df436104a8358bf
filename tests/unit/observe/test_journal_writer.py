"""Events on their way to the journal: gathered, kept while it refuses them, and counted where they are lost."""

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from segue.domain.chat import Usage
from segue.domain.findings import Action, Verdict
from segue.domain.models import ModelRef, SafetyLevel
from segue.events import AttemptEnded, ScreeningDone
from segue.observe.journal import JournalWriter
from segue.storage.contract import Journal
from tests.support.patient_store import patient_store

NOW = datetime(2026, 3, 1, tzinfo=UTC)
EVENTS = [AttemptEnded(f"t{number}", 1, ModelRef("p", "m"), NOW, 1.0, 0.1, None, None, 0) for number in range(7)]
NONSENSE = replace(EVENTS[0], turn_id="nonsense", usage=Usage(10**30, 1))


@pytest_asyncio.fixture
async def journal(tmp_path: Path) -> AsyncIterator[Journal]:
    """A journal in a file, open, which is away while another program holds it."""
    async with patient_store(tmp_path) as opened:
        yield opened


@pytest.fixture
def other(tmp_path: Path, journal: Journal) -> Iterator[sqlite3.Connection]:
    """Another program that uses the journal's file."""
    with closing(sqlite3.connect(tmp_path / "segue.db", isolation_level=None)) as connection:
        yield connection


async def kept(journal: Journal) -> int:
    return len(await journal.recent_calls(since=NOW))


async def test_events_are_written_by_themselves(journal: Journal) -> None:
    """Nobody has to ask for turns to be recorded."""
    async with asyncio.timeout(60), JournalWriter(journal, flush_s=0) as writer:
        await writer.observe(EVENTS)
        while await kept(journal) < len(EVENTS):
            await asyncio.sleep(0)


async def test_leaving_writes_what_is_left(journal: Journal) -> None:
    """The last turns before a stop are in the journal."""
    async with JournalWriter(journal, flush_s=3600) as writer:
        await writer.observe(EVENTS)
        assert await kept(journal) == 0

    assert await kept(journal) == len(EVENTS)
    assert writer.lost == 0


async def test_a_refusing_journal_loses_nothing_while_there_is_room(
    journal: Journal, other: sqlite3.Connection, caplog: pytest.LogCaptureFixture
) -> None:
    """A store that is held for a while gets everything afterwards, and the log has a line a change, not a write."""
    writer = JournalWriter(journal)
    await writer.observe(EVENTS)
    other.execute("BEGIN IMMEDIATE")
    assert [await writer.flush() for _ in range(3)] == [False, False, False]
    assert (writer.is_up, writer.failures) == (False, 3)
    other.execute("ROLLBACK")

    assert await writer.flush() is True

    assert await kept(journal) == len(EVENTS)
    assert (writer.is_up, writer.lost) == (True, 0)
    said = [record.getMessage().partition(":")[0] for record in caplog.records]
    assert said == ["Events are kept in memory for now", "The journal takes events again; 0 were lost in all."]


async def test_beyond_its_room_the_newest_events_are_lost_and_counted(journal: Journal) -> None:
    """A store that is gone for long does not fill the memory."""
    writer = JournalWriter(journal, capacity=5)
    await writer.observe(EVENTS[:4])
    await writer.observe(EVENTS[4:])

    assert await writer.flush() is True
    assert (await kept(journal), writer.lost) == (5, 2)


async def test_one_event_that_cannot_be_kept_is_lost_alone(journal: Journal, caplog: pytest.LogCaptureFixture) -> None:
    """A provider's nonsense does not stop the journal for everybody else."""
    writer = JournalWriter(journal)
    await writer.observe([*EVENTS[:4], NONSENSE, *EVENTS[4:]])

    with caplog.at_level(logging.WARNING):
        assert await writer.flush() is True

    assert (await kept(journal), writer.lost) == (len(EVENTS), 1)
    assert "AttemptEnded cannot be kept" in caplog.text


async def test_events_that_a_closing_journal_refuses_are_counted(journal: Journal, other: sqlite3.Connection) -> None:
    """A stop ends in time, and says what it lost."""
    writer = JournalWriter(journal, flush_s=3600)
    other.execute("BEGIN IMMEDIATE")
    async with writer:
        await writer.observe(EVENTS)

    assert writer.lost == len(EVENTS)
    other.execute("ROLLBACK")


async def test_what_waits_of_a_session_that_is_erased_is_dropped(journal: Journal, other: sqlite3.Connection) -> None:
    """Its turns, and their attempts, are not written after all; others' are."""
    screened = ScreeningDone("t1", "5e55", "input", Verdict(SafetyLevel.HIGH, Action.REPLACE), NOW, 0.001)
    writer = JournalWriter(journal)
    other.execute("BEGIN IMMEDIATE")
    await writer.observe([*EVENTS, screened, replace(screened, turn_id="t2", session="a9e")])
    assert not await writer.flush()

    await writer.forget("5e55")

    other.execute("ROLLBACK")
    assert await writer.flush()
    assert await kept(journal) == len(EVENTS) - 1
