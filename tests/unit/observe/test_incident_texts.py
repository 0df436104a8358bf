"""Texts of incidents on their way to the store and back: sealed, bound to their turn, read only where it is noted."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from segue.config.master_keys import encoded
from segue.config.vault import Vault
from segue.domain.incident_texts import IncidentText
from segue.domain.incidents import ChainedIncident
from segue.errors import RequestError, SealBroken, StorageError
from segue.observe.incident_readings import TextReader
from segue.observe.incident_texts import TEXT_CHARS, TextKeeper, opened_text, sealed_text
from segue.observe.incidents import IncidentKeeper
from segue.storage.sql import SqlJournal
from tests.support.patient_store import PATIENT_S, patient_store

NOW = datetime(2026, 3, 1, tzinfo=UTC)
KEY = encoded(bytes(range(32)))
SESSION, OTHER = "5e55" * 16, "a9e0" * 16
TEXT = IncidentText("t1", SESSION, NOW, "I want to die.", "Please call for help.")


@pytest_asyncio.fixture
async def journal(tmp_path: Path) -> AsyncIterator[SqlJournal]:
    """A store in a file, which is away while another program holds it."""
    async with patient_store(tmp_path) as opened:
        yield opened


def keeper_of(journal: SqlJournal, home: Path, *, capacity: int = 10) -> TextKeeper:
    return TextKeeper(journal, Vault(journal, home=home, given=KEY), capacity=capacity, retry_s=0.01)


def reader_of(journal: SqlJournal, home: Path) -> TextReader:
    vault = Vault(journal, home=home, given=KEY)
    return TextReader(journal, vault, IncidentKeeper(journal, vault, home=home, append_s=PATIENT_S, retry_s=0))


async def the_turn(journal: SqlJournal) -> str:
    (kept,) = await journal.texts()
    return kept.turn


async def test_a_text_is_read_as_it_was_said_and_the_log_says_by_whom(journal: SqlJournal, tmp_path: Path) -> None:
    """The entry names the reader, the session's and the turn's pseudonym, and no word; no file holds one either."""
    async with keeper_of(journal, tmp_path) as keeper:
        keeper.keep(TEXT)
    turn = await the_turn(journal)

    assert await reader_of(journal, tmp_path).read(turn, by="id-anna", now=NOW) == TEXT

    (entry,) = await journal.incidents()
    assert isinstance(entry, ChainedIncident)
    assert (entry.incident.direction, entry.incident.codes, entry.incident.at) == ("reading", ("read_by:id-anna",), NOW)
    assert (entry.incident.turn, entry.incident.session is None) == (turn, False)
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert not any(words.encode() in written for words in (TEXT.said, TEXT.answered, "call for help"))


async def test_where_the_reading_cannot_be_noted_nothing_is_read(journal: SqlJournal, tmp_path: Path) -> None:
    """Neither the store nor the local file takes the entry: the clinician is told so, and gets no word."""
    async with keeper_of(journal, tmp_path) as keeper:
        keeper.keep(TEXT)
    turn, reader = await the_turn(journal), reader_of(journal, tmp_path)
    (tmp_path / "incidents.pending").mkdir()
    with closing(sqlite3.connect(tmp_path / "segue.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="could not be noted"):
            await reader.read(turn, by="id-anna", now=NOW)
        other.execute("ROLLBACK")
    assert await journal.incidents() == ()


async def test_without_the_sessions_key_a_text_is_nobodys(journal: SqlJournal, tmp_path: Path) -> None:
    """Erasing the key is enough: the row that is left cannot be opened, and is told as one that is not there."""
    async with keeper_of(journal, tmp_path) as keeper:
        keeper.keep(TEXT)
    turn = await the_turn(journal)
    await journal.forget_incident_keys(used_before=datetime(2100, 1, 1, tzinfo=UTC))
    with pytest.raises(RequestError, match="No text is kept"):
        await reader_of(journal, tmp_path).read(turn, by="id-anna", now=NOW)
    assert await journal.incidents() == ()


def test_a_text_cannot_be_put_in_anothers_place() -> None:
    """Sealed for one turn and session, it opens as no other's; nor does one that was changed."""
    mine, others = bytes(32), bytes(31) + b"\1"
    sealed = sealed_text(TEXT, mine)
    assert opened_text(sealed, mine) == TEXT
    another = sealed_text(replace(TEXT, turn_id="t2"), mine)
    for text, key in (
        (sealed, others),
        (replace(sealed, turn=another.turn), mine),
        (replace(sealed, sealed=sealed.sealed[:-1] + bytes([sealed.sealed[-1] ^ 1])), mine),
        (replace(sealed, sealed=b""), mine),
    ):
        with pytest.raises(SealBroken):
            opened_text(text, key)


async def test_a_store_that_is_away_is_waited_for_and_what_is_too_much_is_counted(
    journal: SqlJournal, tmp_path: Path
) -> None:
    """Nothing goes to a file meanwhile; when it is back the text is there."""
    async with asyncio.timeout(60), keeper_of(journal, tmp_path, capacity=1) as keeper:
        with closing(sqlite3.connect(tmp_path / "segue.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            keeper.keep(TEXT)
            keeper.keep(replace(TEXT, turn_id="t2"))
            assert await keeper.flush() is False
            assert keeper.failure is not None
            other.execute("ROLLBACK")
        while not await journal.texts():
            await asyncio.sleep(0)
        assert await keeper.flush() is True
        assert keeper.lost == 1


async def test_an_erased_session_leaves_no_text_that_waits(journal: SqlJournal, tmp_path: Path) -> None:
    """Those of others are kept."""
    keeper = keeper_of(journal, tmp_path)
    keeper.keep(TEXT)
    keeper.keep(replace(TEXT, turn_id="t2", session=OTHER))
    await keeper.forget(SESSION)
    await keeper.flush()
    assert len(await journal.texts()) == 1
    assert await journal.incident_key(SESSION) is None


async def test_long_texts_and_half_characters_are_kept_as_far_as_they_can_be(
    journal: SqlJournal, tmp_path: Path
) -> None:
    """Of what a person said the end, of the answer the beginning, and a mark that it is cut."""
    async with keeper_of(journal, tmp_path) as keeper:
        keeper.keep(replace(TEXT, said="a" * TEXT_CHARS + "the end\ud800", answered="it begins" + "b" * TEXT_CHARS))
    read = await reader_of(journal, tmp_path).read(await the_turn(journal), by="id-anna", now=NOW)
    assert read.said.endswith("the end?")
    assert read.answered.startswith("it begins")
    assert (len(read.said), len(read.answered), read.is_cut) == (TEXT_CHARS, TEXT_CHARS, True)
    assert "the end" not in repr(read)
