"""Sessions: who is who, what is kept, and risk that only rises, whatever the store does."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from segue.config.settings import SessionSettings
from segue.domain.models import ModelRef, Privacy, SafetyLevel
from segue.domain.risk import QUIET, Latch, Release, RiskStage, RiskState, joined
from segue.domain.sessions import SessionRecord
from segue.errors import RequestError, StorageError, UnfitRecord
from segue.pipeline.request.library import read_request
from segue.pipeline.sessions.sessions import SessionBook
from segue.pipeline.sessions.shared import SharedSessions
from segue.pipeline.sessions.writer import SessionWriter
from segue.safety.conversation import released
from segue.storage.memory import MemoryCache
from segue.storage.pending import PendingSessions
from segue.storage.session_secret import load_or_make_secret
from segue.storage.sql import SqlJournal

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
MODEL = ModelRef("one", "a")
OTHER = ModelRef("one", "b")


@asynccontextmanager
async def book_on(journal: SqlJournal, home: Path, **settings: int) -> AsyncIterator[SessionBook]:
    book = SessionBook(
        journal,
        settings=SessionSettings.model_validate(settings),
        deadline_s=5.0,
        secret=load_or_make_secret(home / "session.key"),
        pending=PendingSessions(home / "pending.jsonl"),
        shared=SharedSessions(MemoryCache(), keep_s=60.0),
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


class ShutJournal(SqlJournal):
    """A store that can be shut for a while, and that refuses whole every batch with an unfit session in it."""

    is_shut = False
    largest = 0

    @override
    async def save_session(self, record: SessionRecord) -> None:
        await self.save_sessions((record,))

    @override
    async def save_sessions(self, records: Sequence[SessionRecord]) -> None:
        self.largest = max(self.largest, len(records))
        if self.is_shut:
            raise StorageError("shut")
        if any(record.session == "unfit" for record in records):
            raise UnfitRecord("unfit")
        await super().save_sessions(records)

    @override
    async def session(self, session: str) -> SessionRecord | None:
        if self.is_shut:
            raise StorageError("shut")
        return await super().session(session)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[ShutJournal]:
    journal = ShutJournal(f"sqlite:///{tmp_path / 'segue.db'}", home=tmp_path, deadline_s=5.0)
    async with journal:
        yield journal


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
        await book.note_answer(session, model=MODEL, is_local=True, pins=True, now=NOW)
        await book.limit_privacy(session, Privacy.LOCAL_ONLY, now=NOW)
    async with book_on(journal, tmp_path) as book:
        record = await book.recall(session, now=NOW)
    assert (record.pinned, record.turns, record.began_local, record.privacy) == (MODEL, 1, True, Privacy.LOCAL_ONLY)


async def test_the_same_id_of_two_callers_is_two_sessions(journal: SqlJournal, tmp_path: Path) -> None:
    """Two callers that use the same session id never share a session."""
    async with book_on(journal, tmp_path) as book:
        names = {book.hash("a", "s"), book.hash("b", "s"), book.hash("a", "t"), book.hash("as", "t")}
    assert len(names) == 4


PAIRS = st.tuples(st.text(), st.text(min_size=1, max_size=256))


@given(one=PAIRS, other=PAIRS)
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
            shared=SharedSessions(MemoryCache(), keep_s=60.0),
        )
        await book.raise_risk("s", SafetyLevel.IMMINENT, now=NOW)
        assert book.writer.late_writes == 1
    async with SqlJournal(url, home=tmp_path, deadline_s=5.0) as journal:
        async with book_on(journal, tmp_path) as book:
            assert (await book.recall("s", now=NOW)).risk_level is SafetyLevel.IMMINENT
        kept = await journal.session("s")
    assert kept is not None
    assert kept.risk_level is SafetyLevel.IMMINENT


DANGER = RiskState(turn=1, safety=Latch(5), disclosed=frozenset({"suicide:plan"}), highest=SafetyLevel.HIGH)


async def test_a_state_that_rose_is_in_the_store_when_it_is_kept(journal: SqlJournal, tmp_path: Path) -> None:
    """A graver stage is awaited; that it is over is written behind the path, and kept when the book is closed."""
    async with book_on(journal, tmp_path) as book:
        await book.keep_risk_state("s", DANGER, now=NOW)
        kept = await journal.session("s")
        assert kept is not None
        assert (kept.risk, kept.risk_level) == (DANGER, SafetyLevel.HIGH)
        over = replace(DANGER, turn=6, safety=Latch(5, 5), follow_up=Latch(6))
        await book.keep_risk_state("s", over, now=NOW)
        assert (await book.recall("s", now=NOW)).risk == over
        await book.keep_risk_state("s", QUIET, now=NOW)
    kept = await journal.session("s")
    assert kept is not None
    assert kept.risk == over


async def test_a_clinicians_release_is_in_the_store_when_it_is_kept(journal: SqlJournal, tmp_path: Path) -> None:
    """Who ended the protocol, and when, is not lost with the process."""
    async with book_on(journal, tmp_path) as book:
        await book.keep_risk_state("s", DANGER, now=NOW)
        await book.keep_risk_state("s", released(DANGER, by="c-17", now=NOW), now=NOW)
        kept = await journal.session("s")
    assert kept is not None
    assert (kept.risk.stage, kept.risk.release) == (RiskStage.FOLLOW_UP, Release(1_793_534_400_000_000, "c-17"))


async def test_a_session_is_known_without_a_turn_of_it(journal: SqlJournal, tmp_path: Path) -> None:
    """What an earlier process kept is found; a session of which nothing is kept is none, and is not begun by asking."""
    async with book_on(journal, tmp_path) as book:
        await book.keep_risk_state("s", DANGER, now=NOW)
    async with book_on(journal, tmp_path) as book:
        known = await book.known("s", now=NOW)
        assert known is not None
        assert known.risk == DANGER
        assert await book.known("nobody", now=NOW) is None
    assert await journal.session("nobody") is None


async def test_a_danger_that_is_heard_during_a_release_stays(journal: SqlJournal, tmp_path: Path) -> None:
    """A release covers what the clinician could know: the state that is kept is still in the protocol."""
    async with book_on(journal, tmp_path) as book:
        await book.keep_risk_state("s", DANGER, now=NOW)
        await book.keep_risk_state("s", replace(DANGER, turn=2, safety=Latch(9)), now=NOW)
        kept = await book.keep_risk_state("s", released(DANGER, by="c-17", now=NOW), now=NOW)
    assert kept.stage is RiskStage.SAFETY


async def test_a_session_that_cannot_be_read_is_not_taken_for_none(tmp_path: Path) -> None:
    """Who asks by hand is told that the store is away."""
    async with GoneJournal(f"sqlite:///{tmp_path / 'segue.db'}", home=tmp_path, deadline_s=1.0) as gone:
        book = SessionBook(
            gone,
            settings=SessionSettings(),
            deadline_s=5.0,
            secret=b"k" * 32,
            pending=PendingSessions(tmp_path / "pending.jsonl"),
            shared=SharedSessions(MemoryCache(), keep_s=60.0),
        )
        with pytest.raises(StorageError):
            await book.known("s", now=NOW)


@pytest.mark.parametrize("kind", [GoneJournal, StuckJournal])
async def test_a_state_survives_a_store_that_is_away(kind: type[SqlJournal], tmp_path: Path) -> None:
    """With the store gone or stuck it is in a local file at once; what is in the store meanwhile is joined with it."""
    url = f"sqlite:///{tmp_path / 'segue.db'}"
    asked = RiskState(turn=3, check_in=Latch(4), cared_turn=3)
    async with SqlJournal(url, home=tmp_path, deadline_s=5.0) as journal, book_on(journal, tmp_path) as book:
        await book.keep_risk_state("s", asked, now=NOW)
    async with kind(url, home=tmp_path, deadline_s=1.0) as away:
        book = SessionBook(
            away,
            settings=SessionSettings(),
            deadline_s=0.01,
            secret=b"k" * 32,
            pending=PendingSessions(tmp_path / "pending.jsonl"),
            shared=SharedSessions(MemoryCache(), keep_s=60.0),
        )
        await book.recall("s", now=NOW)
        await book.keep_risk_state("s", DANGER, now=NOW)
        assert book.writer.late_writes == 1
    async with SqlJournal(url, home=tmp_path, deadline_s=5.0) as journal, book_on(journal, tmp_path) as book:
        assert (await book.recall("s", now=NOW)).risk == joined(asked, DANGER)


async def test_a_session_that_cannot_be_read_stays_here_and_does_not_hold_the_turn(tmp_path: Path) -> None:
    """Nobody knows the rule of a session that cannot be read, so its turn stays on the operator's machines."""
    away = GoneJournal(f"sqlite:///{tmp_path / 'segue.db'}", home=tmp_path, deadline_s=1.0)
    async with away, book_on(away, tmp_path) as book:
        record = await book.recall("s", now=NOW)
        assert (book.unread, dict(book._records)) == (1, {})
    assert record == SessionRecord("s", NOW, NOW, privacy=Privacy.LOCAL_ONLY, is_read=False)


@pytest.mark.parametrize("reads_first", ["turn", "writer"])
async def test_a_turn_whose_session_could_not_be_read_erases_nothing(
    store: ShutJournal, tmp_path: Path, reads_first: str
) -> None:
    """Rule, model, beginning and risk are what they were, with that turn counted, whoever can read the store first."""
    kept = SessionRecord("s", NOW, NOW, 4, MODEL, False, Privacy.NO_TRAINING, SafetyLevel.HIGH, b"state")
    await store.save_session(kept)
    async with book_on(store, tmp_path) as book:
        store.is_shut = True
        await book.recall("s", now=NOW)
        await book.raise_risk("s", SafetyLevel.LOW, now=NOW)
        await book.note_answer("s", model=OTHER, is_local=True, pins=True, now=NOW)
        await book.writer.write()
        store.is_shut = False
        if reads_first == "writer":
            await book.writer.write()
        assert await book.recall("s", now=NOW) == replace(kept, turns=5)
    assert await store.session("s") == replace(kept, turns=5)


async def test_a_new_session_that_could_not_be_read_is_kept_as_it_began(store: ShutJournal, tmp_path: Path) -> None:
    """A session that began on this machine while the store was away stays on it afterwards."""
    async with book_on(store, tmp_path) as book:
        store.is_shut = True
        await book.recall("s", now=NOW)
        await book.limit_privacy("s", Privacy.NO_TRAINING, now=NOW)
        await book.note_answer("s", model=MODEL, is_local=True, pins=True, now=NOW)
        store.is_shut = False
    assert await store.session("s") == SessionRecord("s", NOW, NOW, 1, MODEL, True, Privacy.NO_TRAINING)


async def test_what_the_store_never_took_is_joined_after_a_restart(store: ShutJournal, tmp_path: Path) -> None:
    """A rule that was set in an outage and the one from before it: the narrower one holds, even in the next outage."""
    kept = SessionRecord("s", NOW, NOW, 4, MODEL, True, Privacy.LOCAL_ONLY)
    await store.save_session(kept)
    store.is_shut = True
    async with book_on(store, tmp_path) as book:
        await book.limit_privacy("s", Privacy.ANY, now=NOW)
    async with book_on(store, tmp_path) as book:
        assert (await book.recall("s", now=NOW)).privacy is Privacy.LOCAL_ONLY
        store.is_shut = False
        await book.writer.write()
        assert await book.recall("s", now=NOW) == kept
    assert (tmp_path / "pending.jsonl").read_bytes() == b""


async def test_a_session_that_left_memory_during_its_answer_loses_nothing(journal: SqlJournal, tmp_path: Path) -> None:
    """Other sessions crowd one out of memory while it is answered; its rule and its beginning stay."""
    async with book_on(journal, tmp_path, memory_entries=1) as book:
        await book.recall("s", now=NOW)
        await book.limit_privacy("s", Privacy.LOCAL_ONLY, now=NOW)
        await book.note_answer("s", model=MODEL, is_local=True, pins=True, now=NOW)
        await book.writer.write()
        await book.recall("other", now=NOW)
        await book.raise_risk("s", SafetyLevel.HIGH, now=NOW)
        await book.note_answer("s", model=OTHER, is_local=False, pins=False, now=NOW)
    expected = SessionRecord("s", NOW, NOW, 2, MODEL, True, Privacy.LOCAL_ONLY, SafetyLevel.HIGH)
    assert await journal.session("s") == expected


async def test_a_slow_read_does_not_undo_what_another_turn_noted(journal: SqlJournal, tmp_path: Path) -> None:
    """Two turns of one session begin at once: the one that reads later does not forget what the other did."""
    async with book_on(journal, tmp_path) as book:
        slow = asyncio.create_task(book.recall("s", now=NOW))
        await asyncio.sleep(0)
        book._remember(SessionRecord("s", NOW, NOW))
        await book.note_answer("s", model=MODEL, is_local=True, pins=True, now=NOW)
        assert (await slow).turns == 1


async def test_a_privacy_rule_is_kept_when_the_call_returns(journal: SqlJournal, tmp_path: Path) -> None:
    """A process killed right after a rule was set has not lost it, and a wider rule does not replace it."""
    async with book_on(journal, tmp_path) as book:
        await book.recall("s", now=NOW)
        await book.limit_privacy("s", Privacy.NO_TRAINING, now=NOW)
        await book.limit_privacy("s", Privacy.ANY, now=NOW)
        kept = await journal.session("s")
    assert kept is not None
    assert kept.privacy is Privacy.NO_TRAINING


async def test_a_privacy_rule_survives_a_store_that_is_away(store: ShutJournal, tmp_path: Path) -> None:
    """With the store away, a rule is in the local file when the call returns."""
    async with book_on(store, tmp_path) as book:
        await book.recall("s", now=NOW)
        store.is_shut = True
        await book.limit_privacy("s", Privacy.LOCAL_ONLY, now=NOW)
        (record,) = PendingSessions(tmp_path / "pending.jsonl").drain()
    assert (record.privacy, book.writer.late_writes) == (Privacy.LOCAL_ONLY, 1)


async def test_one_session_that_cannot_be_kept_does_not_stop_the_others(store: ShutJournal, tmp_path: Path) -> None:
    """It is put aside and counted, whether it comes from the local file or from memory."""
    PendingSessions(tmp_path / "pending.jsonl").append(SessionRecord("unfit", NOW, NOW))
    async with book_on(store, tmp_path) as book:
        assert book.writer.unfit == 1
        for name in ("a", "unfit", "b", "c"):
            await book.recall(name, now=NOW)
            await book.note_answer(name, model=MODEL, is_local=True, pins=True, now=NOW)
        await book.writer.write()
        assert (book.writer.unfit, book.writer.changed("unfit")) == (2, None)
    assert [bool(await store.session(name)) for name in ("a", "b", "c", "unfit")] == [True, True, True, False]
    assert (tmp_path / "pending.jsonl").read_bytes() == b""


async def test_a_long_outage_fills_the_disk_and_not_memory(store: ShutJournal, tmp_path: Path) -> None:
    """Beyond a limit the oldest wait in the local file, and all reach the store in small batches when it is back."""
    pending = PendingSessions(tmp_path / "pending.jsonl")
    writer = SessionWriter(store, pending, deadline_s=20.0, batch=8, capacity=10)
    for number in range(30):
        writer.keep(SessionRecord(f"s{number}", NOW, NOW, turns=1))
    store.is_shut = True
    await writer.write()
    assert [bool(writer.changed(f"s{number}")) for number in range(30)] == [False] * 20 + [True] * 10
    assert (len(pending.drain()), writer.has_spilled) == (20, True)
    store.is_shut = False
    await writer.write()
    assert (writer.has_spilled, pending.is_settled, store.largest) == (False, True, 8)
    assert [await store.session(f"s{number}") is None for number in range(30)] == [False] * 30


async def test_sessions_that_may_wait_in_the_file_are_not_taken_from_the_store(
    store: ShutJournal, tmp_path: Path
) -> None:
    """While the local file has newer states than the store, nobody trusts what the store says."""
    await store.save_session(SessionRecord("s", NOW, NOW, privacy=Privacy.ANY))
    async with book_on(store, tmp_path) as book:
        book.writer.has_spilled = True
        assert (await book.recall("s", now=NOW)).privacy is Privacy.LOCAL_ONLY
        await book.writer.write()
        assert (await book.recall("s", now=NOW)).privacy is Privacy.ANY


@pytest.mark.parametrize("session_id", [5, b"s", "", "\ud800", "s" * 257])
async def test_a_session_id_that_is_none_names_its_field(journal: SqlJournal, tmp_path: Path, session_id: str) -> None:
    """A wrong id is the caller's fault and said as such, as over HTTP."""
    async with book_on(journal, tmp_path) as book:
        with pytest.raises(RequestError) as caught:
            book.hash("me", session_id)
        with pytest.raises(RequestError) as also_caught:
            read_request("Hello.", model="auto", session=session_id, fields={})
    assert (caught.value.param, also_caught.value.param) == ("session", "session")


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
            await book.recall(name, now=NOW)
            await book.note_answer(name, model=MODEL, is_local=True, pins=True, now=NOW)
        await book.writer.write()
        assert len(book._records) == 2
        assert (await book.recall("a", now=NOW)).turns == 1


async def test_turns_answered_with_written_words_keep_a_session_alive(journal: SqlJournal, tmp_path: Path) -> None:
    """A session's rule and risk do not end while its person is still talking, whoever answers. Covers R6.3."""
    async with book_on(journal, tmp_path) as book:
        await book.recall("s", now=NOW)
        await book.limit_privacy("s", Privacy.LOCAL_ONLY, now=NOW)
        book.touch("s", now=NOW + timedelta(days=29))
        kept = await book.recall("s", now=NOW + timedelta(days=31))
    assert (kept.privacy, kept.last_turn_at) == (Privacy.LOCAL_ONLY, NOW + timedelta(days=29))
