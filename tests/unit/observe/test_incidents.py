"""Incidents on their way to the chain: at once, by a local file, or counted as lost; and every tampering is found."""

import asyncio
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from hypothesis import given, settings
from hypothesis import strategies as st
from typing_extensions import override

from segue.config.master_keys import encoded
from segue.config.vault import LOCK_NAME, Vault
from segue.domain.findings import CLEAR, Action, Category, Finding, Measure, Verdict
from segue.domain.handoffs import NOT_SAFE
from segue.domain.incidents import ChainedIncident, IncidentHead
from segue.domain.models import SafetyLevel
from segue.errors import StorageError
from segue.events import ScreeningDone
from segue.observe.incident_log import Report, Verified, incidents_of, report, verify
from segue.observe.incident_spool import MOST_BYTES
from segue.observe.incident_witness import Witness
from segue.observe.incidents import IncidentKeeper
from segue.storage.contract import SealedKey
from segue.storage.locked_file import locked_file
from segue.storage.sql import SqlJournal
from tests.support.patient_store import PATIENT_S, patient_store

NOW = datetime(2026, 3, 1, tzinfo=UTC)
KEY, OTHER = encoded(bytes(range(32))), encoded(bytes(range(1, 33)))
SESSION = "5e55" * 16
FINDING = Finding("crisis", Category.SUICIDE, SafetyLevel.HIGH, "intent.any")
GRAVE = Verdict(SafetyLevel.HIGH, Action.REPLACE, (FINDING,), is_degraded=True)

APPEND = """
import asyncio, os, pathlib, signal, sys
from datetime import UTC, datetime, timedelta
from segue.config.vault import Vault
from segue.domain.findings import Action, Verdict
from segue.domain.models import SafetyLevel
from segue.events import ScreeningDone
from segue.observe.incidents import IncidentKeeper
from segue.storage.sql import SqlJournal
home, count, deed = pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
verdict = Verdict(SafetyLevel.HIGH, Action.REPLACE)
async def main():
    async with SqlJournal("", home=home, deadline_s=20) as journal:
        keeper = IncidentKeeper(journal, Vault(journal, home=home), home=home, append_s=0.2 if deed == "die" else 20)
        for n in range(count):
            event = ScreeningDone(f"t{n}", f"s{n % 3}", "input", verdict, datetime.now(UTC), 0.001)
            await keeper.observe([event])
            if deed == "die":
                await keeper._vault.look()
                print("locked", flush=True)
                sys.stdin.readline()
            await keeper.flush()
        if deed == "die":
            os.kill(os.getpid(), signal.SIGKILL)
asyncio.run(main())
"""


def grave(turn: str = "t1", session: str | None = SESSION, *, verdict: Verdict = GRAVE) -> ScreeningDone:
    return ScreeningDone(turn, session, "input", verdict, NOW, 0.002)


@pytest_asyncio.fixture
async def journal(tmp_path: Path) -> AsyncIterator[SqlJournal]:
    """A store in a file, which is away while another program holds it."""
    async with patient_store(tmp_path) as opened:
        yield opened


@pytest.fixture
def other(tmp_path: Path, journal: SqlJournal) -> Iterator[sqlite3.Connection]:
    """Another program that uses the store's file."""
    with closing(sqlite3.connect(tmp_path / "segue.db", isolation_level=None)) as connection:
        yield connection


def vault_of(journal: SqlJournal, home: Path, key: str = KEY) -> Vault:
    return Vault(journal, home=home, given=key)


def keeper_of(journal: SqlJournal, home: Path, *, key: str = KEY, capacity: int = 100) -> IncidentKeeper:
    return IncidentKeeper(
        journal, vault_of(journal, home, key), home=home, append_s=PATIENT_S, retry_s=0, capacity=capacity
    )


async def verified(journal: SqlJournal, home: Path, *known: IncidentHead) -> Verified:
    return await verify(journal, vault_of(journal, home), Witness(home, journal), known=known)


async def chain_of(journal: SqlJournal) -> list[ChainedIncident]:
    entries = await journal.incidents()
    assert all(isinstance(entry, ChainedIncident) for entry in entries)
    return [entry for entry in entries if isinstance(entry, ChainedIncident)]


def bytes_of(home: Path) -> bytes:
    return b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())


async def test_a_grave_screening_is_in_the_chain_by_itself(journal: SqlJournal, tmp_path: Path) -> None:
    """Nobody has to ask for it, ordinary talk leaves nothing, and the entry names no session and no turn."""
    async with asyncio.timeout(60), keeper_of(journal, tmp_path) as keeper:
        await keeper.observe([grave(verdict=CLEAR), grave()])
        while not await journal.incidents():
            await asyncio.sleep(0)

    (entry,) = await chain_of(journal)
    incident = entry.incident
    assert (incident.level, incident.category, incident.codes) == (SafetyLevel.HIGH, Category.SUICIDE, ("intent.any",))
    assert (incident.at, incident.latency_s, incident.is_late) == (NOW, 0.002, False)
    assert incident.session not in (None, SESSION)
    assert incident.turn not in (None, "t1")
    assert (await verified(journal, tmp_path)).tamperings == ()


async def test_pseudonyms_are_a_session_s_own_and_stay_the_same(journal: SqlJournal, tmp_path: Path) -> None:
    """Entries of one session stand together, also after a restart; those of two never look alike."""
    for session in (SESSION, "a9e", SESSION):
        keeper = keeper_of(journal, tmp_path)
        await keeper.observe([grave("same", session)])
        assert await keeper.flush()

    first, second, third = [entry.incident for entry in await chain_of(journal)]

    assert (first.session, first.turn) == (third.session, third.turn)
    assert first.session != second.session
    assert first.turn != second.turn
    own = await incidents_of(journal, vault_of(journal, tmp_path), SESSION)
    assert [entry.number for entry in own] == [1, 3]


async def test_a_turn_without_a_session_is_kept_without_one(journal: SqlJournal, tmp_path: Path) -> None:
    """What was found of its words and of its answer still stands together."""
    keeper = keeper_of(journal, tmp_path)
    await keeper.observe([grave("t1", None), grave("t1", None), grave("t2", None)])
    await keeper.flush()

    one, two, three = [entry.incident for entry in await chain_of(journal)]

    assert (one.session, one.turn == two.turn, one.turn == three.turn) == (None, True, False)


async def test_what_the_store_does_not_take_waits_in_a_file_and_comes_in_later_in_order(
    journal: SqlJournal, other: sqlite3.Connection, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A store that is away costs no incident; the file does not say whose they are; the log has a line a change."""
    keeper = keeper_of(journal, tmp_path)
    await keeper.observe([grave("t0")])
    assert await keeper.flush()
    other.execute("BEGIN IMMEDIATE")
    for n in (1, 2):
        await keeper.observe([grave(f"t{n}", verdict=replace(GRAVE, policy=f"p{n}"))])
        assert not await keeper.flush()
    assert keeper.filed == 2
    filed = (tmp_path / "incidents.pending").read_bytes()
    assert len(filed.splitlines()) == 2
    assert SESSION.encode() not in filed
    other.execute("ROLLBACK")

    await keeper.observe([grave("t3", verdict=replace(GRAVE, policy="p3"))])
    assert await keeper.flush()

    kept = [entry.incident for entry in await chain_of(journal)]
    assert [(incident.policy, incident.is_late) for incident in kept] == [
        ("", False), ("p1", True), ("p2", True), ("p3", False),
    ]  # fmt: skip
    assert len({incident.session for incident in kept}) == 1
    assert (tmp_path / "incidents.pending").read_bytes() == b""
    assert (await verified(journal, tmp_path)).tamperings == ()
    said = [record.getMessage().partition(":")[0] for record in caplog.records]
    assert said == [
        "Incidents are kept in a local file for now, and go into the log by themselves later",
        "Incidents are kept in the store again; 0 were lost in all.",
    ]


class _SlowAtFirst(SqlJournal):
    """A store that does not read its keys in time so often, as on a machine that is busy at a first start."""

    slow = 1

    @override
    async def vault_keys(self) -> tuple[SealedKey, ...]:
        if self.slow:
            self.slow -= 1
            raise StorageError("The journal could not read the vault's keys within 5 s.")
        return await super().vault_keys()


@pytest.mark.parametrize(("slow", "said"), [(1, 0), (2, 1)])
async def test_a_store_that_is_slow_at_the_start_is_asked_once_more_before_it_is_told(
    slow: int, said: int, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Nobody's first answer begins with an error that is over by then; one that stays is told."""
    journal = _SlowAtFirst("", home=tmp_path, deadline_s=20)
    journal.slow = slow
    async with journal, keeper_of(journal, tmp_path), asyncio.timeout(60):
        while journal.slow:
            await asyncio.sleep(0)
    assert sum("kept in a local file for now" in one.getMessage() for one in caplog.records) == said


def test_an_incident_in_the_file_survives_a_kill_and_comes_in_at_the_next_start(tmp_path: Path) -> None:
    """A process that is killed while the store is away has lost nothing of what it said it kept."""

    async def prepare() -> None:
        async with SqlJournal("", home=tmp_path, deadline_s=20) as journal:
            keeper = IncidentKeeper(journal, Vault(journal, home=tmp_path), home=tmp_path)
            await keeper.observe([grave("t0")])
            assert await keeper.flush()

    async def look() -> tuple[int, Verified]:
        async with SqlJournal("", home=tmp_path, deadline_s=20) as journal:
            vault = Vault(journal, home=tmp_path)
            async with IncidentKeeper(journal, vault, home=tmp_path):
                pass
            return len(await journal.incidents()), await verify(journal, vault, Witness(tmp_path, journal))

    asyncio.run(prepare())
    command = [sys.executable, "-c", APPEND, str(tmp_path), "1", "die"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "locked\n"
        with closing(sqlite3.connect(tmp_path / "segue.db", isolation_level=None)) as holder:
            holder.execute("BEGIN IMMEDIATE")
            process.stdin.write("\n")
            process.stdin.flush()
            assert process.wait(150) == -signal.SIGKILL

    count, told = asyncio.run(look())

    assert (count, told.tamperings) == (2, ())


def test_processes_that_append_at_once_make_one_chain(tmp_path: Path) -> None:
    """Two gateways on one database lose no entry and break no link."""
    command = [sys.executable, "-c", APPEND, str(tmp_path), "20", "stay"]
    processes = [subprocess.Popen(command) for _ in range(2)]
    assert [process.wait(150) for process in processes] == [0, 0]

    async def look() -> tuple[Verified, set[str | None]]:
        async with SqlJournal("", home=tmp_path, deadline_s=20) as journal:
            told = await verify(journal, Vault(journal, home=tmp_path), Witness(tmp_path, journal))
            return told, {entry.incident.session for entry in await chain_of(journal)}

    told, sessions = asyncio.run(look())
    assert (told.entries, told.tamperings, len(sessions)) == (40, (), 3)


@pytest.mark.parametrize("number", ["'x'", "2.5", "x'00'", "-7", "9e18"])
async def test_a_number_that_is_none_is_found_and_hangs_nobody(
    journal: SqlJournal, other: sqlite3.Connection, tmp_path: Path, number: str
) -> None:
    """Whatever stands in the place of a number, verifying and counting come to an end."""
    keeper = keeper_of(journal, tmp_path)
    await keeper.observe([grave(f"t{n}") for n in range(4)])
    await keeper.flush()
    other.execute(f"UPDATE incidents SET number = {number} WHERE number = 2")

    async with asyncio.timeout(60):
        told = await verified(journal, tmp_path)
        await report(journal, since=None)

    assert 2 in [tampering.number for tampering in told.tamperings]


async def test_without_its_master_key_an_incident_is_kept_as_nobody_s(
    journal: SqlJournal, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A key that is gone or changed stops no incident from being kept, and leaves no session in the file."""
    first = keeper_of(journal, tmp_path)
    await first.observe([grave("t0")])
    await first.flush()
    locked = keeper_of(journal, tmp_path, key=OTHER)
    await locked.observe([grave("t1")])

    assert not await locked.flush()

    assert locked.failure is not None
    assert locked.failure.code == "vault_locked"
    assert SESSION.encode() not in (tmp_path / "incidents.pending").read_bytes()
    again = keeper_of(journal, tmp_path)
    assert await again.flush()
    kept = [entry.incident for entry in await chain_of(journal)]
    assert [(one.session is None, one.is_late) for one in kept] == [(False, False), (True, True)]
    assert (await verified(journal, tmp_path)).tamperings == ()


async def test_lines_under_another_master_key_stay_until_it_is_back(
    journal: SqlJournal, other: sqlite3.Connection, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A key that is lost for an hour loses no incident."""
    keeper = keeper_of(journal, tmp_path)
    await keeper.observe([grave("t0")])
    await keeper.flush()
    other.execute("BEGIN IMMEDIATE")
    await keeper.observe([grave("t1")])
    await keeper.flush()
    other.execute("ROLLBACK")
    filed = (tmp_path / "incidents.pending").read_bytes()

    locked = keeper_of(journal, tmp_path, key=OTHER)
    assert await locked.flush()
    assert (tmp_path / "incidents.pending").read_bytes() == filed
    assert "1 lines of the local file of incidents cannot be read" in caplog.text
    assert await keeper_of(journal, tmp_path).flush()

    assert len(await chain_of(journal)) == 2


async def test_where_the_disk_takes_nothing_either_memory_holds_it_and_the_rest_is_counted(
    journal: SqlJournal, other: sqlite3.Connection, tmp_path: Path
) -> None:
    """A full disk reaches nobody who talks: what fits is kept for later, what does not is told."""
    (tmp_path / "incidents.pending").mkdir()  # what cannot be opened as a file takes nothing, as a full disk
    keeper = keeper_of(journal, tmp_path, capacity=3)
    await keeper.observe([grave(f"t{n}") for n in range(5)])
    other.execute("BEGIN IMMEDIATE")
    assert not await keeper.flush()
    other.execute("ROLLBACK")
    assert (keeper.lost, keeper.filed) == (2, 0)
    (tmp_path / "incidents.pending").rmdir()

    assert await keeper.flush()

    assert len(await chain_of(journal)) == 3


async def test_the_local_file_does_not_fill_the_disk(
    journal: SqlJournal, other: sqlite3.Connection, tmp_path: Path
) -> None:
    """Who provokes incidents while the store is away cannot make the file grow without end."""
    with (tmp_path / "incidents.pending").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    keeper = keeper_of(journal, tmp_path)
    other.execute("BEGIN IMMEDIATE")
    await keeper.observe([grave()])

    assert not await keeper.flush()

    other.execute("ROLLBACK")
    assert (keeper.filed, (tmp_path / "incidents.pending").stat().st_size) == (0, MOST_BYTES + 1)


async def test_an_incident_that_no_store_can_keep_is_lost_alone(
    journal: SqlJournal, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Half a character in a policy's version does not keep the others out of the log."""
    keeper = keeper_of(journal, tmp_path)
    await keeper.observe([grave("t1"), grave("t2", verdict=replace(GRAVE, policy="\ud800")), grave("t3")])

    assert await keeper.flush()

    assert (len(await chain_of(journal)), keeper.lost) == (2, 1)
    assert "An incident cannot be kept" in caplog.text


async def test_what_is_lost_at_the_end_is_counted(
    journal: SqlJournal, other: sqlite3.Connection, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A stop that can keep nothing ends in time and says so."""
    (tmp_path / "incidents.pending").mkdir()
    async with keeper_of(journal, tmp_path) as keeper:
        other.execute("BEGIN IMMEDIATE")
        await keeper.observe([grave()])
    other.execute("ROLLBACK")

    assert keeper.lost == 1
    assert "1 incidents were lost" in caplog.text


async def test_a_master_key_that_is_made_slowly_is_not_the_stores_fault(journal: SqlJournal, tmp_path: Path) -> None:
    """At a first start a keyring, or another process, may take longer than a store is given: nothing is filed."""
    keeper = IncidentKeeper(journal, Vault(journal, home=tmp_path), home=tmp_path, append_s=0.3)
    await keeper.observe([grave()])
    with locked_file(tmp_path / LOCK_NAME, deed="be held"):
        writing = asyncio.create_task(keeper.flush())
        await asyncio.wait([writing], timeout=0.4)
    assert await writing
    assert (keeper.filed, len(await chain_of(journal))) == (0, 1)


async def test_what_waits_in_the_file_at_the_end_is_brought_in_where_the_store_is_back(
    journal: SqlJournal, other: sqlite3.Connection, tmp_path: Path
) -> None:
    """Who ran one command need not run another: the pause between two tries does not count at the end."""
    keeper = IncidentKeeper(journal, vault_of(journal, tmp_path), home=tmp_path, append_s=0.2, retry_s=3600)
    other.execute("BEGIN IMMEDIATE")
    async with keeper:
        await keeper.observe([grave()])
        while not keeper.filed:
            await asyncio.sleep(0)
        other.execute("ROLLBACK")
        assert not await keeper.flush(), "it was asked just now"
    assert keeper.failure is None
    assert [entry.incident.is_late for entry in await chain_of(journal)] == [True]
    assert (tmp_path / "incidents.pending").read_bytes() == b""


async def test_an_incident_that_came_twice_is_kept_once(journal: SqlJournal, tmp_path: Path) -> None:
    """A write whose end nobody saw is tried again without a second entry."""
    keeper = keeper_of(journal, tmp_path)
    await keeper.observe([grave()])
    seen = list(keeper._waiting)
    await keeper.flush()
    keeper._waiting = [*seen, *seen]
    await keeper.flush()

    assert len(await chain_of(journal)) == 1


async def test_an_erased_session_s_key_is_gone_and_its_next_incident_is_another_s(
    journal: SqlJournal, tmp_path: Path
) -> None:
    """The running process holds no key either: after erasing nothing ties old entries to new ones."""
    keeper = keeper_of(journal, tmp_path)
    await keeper.observe([grave()])
    await keeper.flush()
    await journal.erase_session(SESSION)
    await keeper.observe([grave()])
    await keeper.flush()

    before, after = [entry.incident for entry in await chain_of(journal)]
    assert before.session != after.session
    assert (await verified(journal, tmp_path)).tamperings == ()


async def test_what_waits_of_an_erased_session_becomes_nobody_s(
    journal: SqlJournal, other: sqlite3.Connection, tmp_path: Path
) -> None:
    """Memory and the local file are reached too; others' incidents keep their sessions."""
    keeper = keeper_of(journal, tmp_path)
    await keeper.observe([grave("t0", "a9e")])
    await keeper.flush()
    other.execute("BEGIN IMMEDIATE")
    await keeper.observe([grave("t1"), grave("t2", "a9e")])
    await keeper.flush()
    await keeper.observe([grave("t3")])

    await keeper.forget(SESSION)

    other.execute("ROLLBACK")
    await keeper.flush()
    assert [entry.incident.session is None for entry in await chain_of(journal)] == [False, True, False, True]
    assert await journal.incident_key(SESSION) is None


async def test_a_database_that_was_put_back_is_told(
    journal: SqlJournal, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Yesterday's copy, whole and signed, is not taken for today's: neither when verifying nor when writing on."""
    keeper = keeper_of(journal, tmp_path)
    await keeper.observe([grave("t0")])
    await keeper.flush()
    with closing(sqlite3.connect(tmp_path / "segue.db")) as live, closing(sqlite3.connect(":memory:")) as copy:
        live.backup(copy)
        await keeper.observe([grave("t1")])
        await keeper.flush()
        copy.backup(live)

    told = await verified(journal, tmp_path)
    assert [tampering.number for tampering in told.tamperings] == [2]
    await keeper.observe([grave("t2"), grave("t3")])
    await keeper.flush()

    assert keeper.witness.contradicts
    assert [tampering.number for tampering in (await verified(journal, tmp_path)).tamperings] == [2]
    assert "lacks entry 2" in caplog.text


async def test_an_end_that_was_written_down_proves_that_nothing_was_lost(journal: SqlJournal, tmp_path: Path) -> None:
    """Even who holds the key and every file cannot put the log back behind it."""
    keeper = keeper_of(journal, tmp_path)
    await keeper.observe([grave("t0")])
    await keeper.flush()
    end = (await verified(journal, tmp_path)).head
    assert end is not None

    assert (await verified(journal, tmp_path, end)).tamperings == ()
    elsewhere = replace(end, mac=bytes(32))
    assert [t.number for t in (await verified(journal, tmp_path, elsewhere)).tamperings] == [1]


async def test_nothing_that_was_said_or_who_said_it_is_in_any_file(journal: SqlJournal, tmp_path: Path) -> None:
    """Before anything is erased the session's hash stands with its key alone, and the log holds pseudonyms."""
    keeper = keeper_of(journal, tmp_path)
    await keeper.observe([grave("turn-that-is-looked-for")])
    await keeper.flush()
    await journal.erase_session(SESSION)

    assert b"turn-that-is-looked-for" not in bytes_of(tmp_path)
    assert SESSION.encode() not in bytes_of(tmp_path)


async def test_a_period_is_counted_without_anybody_being_named(journal: SqlJournal, tmp_path: Path) -> None:
    """Turns in which help was named are counted once each, whatever was found in them."""
    asks = replace(GRAVE, level=SafetyLevel.MODERATE, action=Action.PASS, measures=(Measure.ASK,))
    names = replace(GRAVE, measures=(Measure.RESOURCES, Measure.REPLACE), policy="p-1")
    keeper = keeper_of(journal, tmp_path)
    old = replace(grave("t0"), at=NOW - timedelta(days=9))
    await keeper.observe(
        [old, grave("t1", verdict=asks), grave("t2", "a9e", verdict=names), grave("t2", "a9e"), grave("t3", None)]
    )
    await keeper.flush()

    told = await report(journal, since=NOW - timedelta(days=1))

    assert told == Report(
        since=NOW - timedelta(days=1),
        incidents=4,
        sessions=2,
        without_session=1,
        referrals=2,
        readings=0,
        releases=0,
        by_level={"high": 3, "moderate": 1},
        answers=0,
        of_before=0,
        by_category={"suicide": 4},
        by_action={"replace": 3, "pass": 1},
        by_direction={"input": 4},
        by_subject={"self": 4},
        degraded=4,
        late=0,
        versions={"policy": ("p-1",), "classifier": (), "segue": told.versions["segue"]},
    )
    assert (await report(journal, since=None)).incidents == 5


async def test_messages_are_counted_by_what_their_own_words_said(journal: SqlJournal, tmp_path: Path) -> None:
    """A calm turn after a danger is no moderate message, whether session or request bring that; nor is a no."""
    before = replace(FINDING, level=SafetyLevel.MODERATE, code="earlier.intent.any")
    own = replace(before, code="passive.any")
    calm = Verdict(SafetyLevel.NONE, Action.REPLACE)
    keeper = keeper_of(journal, tmp_path)
    verdicts = (
        GRAVE,
        calm,
        replace(calm, level=SafetyLevel.MODERATE, findings=(before,)),
        replace(calm, level=SafetyLevel.MODERATE, findings=(before,), action=Action.PASS),
        replace(calm, level=SafetyLevel.MODERATE, findings=(own, before)),
        replace(calm, level=SafetyLevel.MODERATE, findings=(before, replace(own, code=NOT_SAFE))),
        replace(calm, findings=(replace(own, level=SafetyLevel.NONE, code=NOT_SAFE),)),
    )
    await keeper.observe([grave(f"t{number}", verdict=verdict) for number, verdict in enumerate(verdicts)])
    await keeper.flush()

    told = await report(journal, since=None)

    assert (told.incidents, told.by_level, told.answers, told.of_before) == (7, {"high": 1, "moderate": 1}, 2, 3)


async def test_a_release_is_in_the_chain_and_counts_as_no_incident(journal: SqlJournal, tmp_path: Path) -> None:
    """Who ended the protocol of a session stands with the session's other entries; a report counts it by itself."""
    keeper = keeper_of(journal, tmp_path)
    await keeper.observe([grave("t1")])
    await keeper.note_release(SESSION, level=SafetyLevel.HIGH, by="c-17", at=NOW)

    heard, ended = [entry.incident for entry in await journal.incidents() if isinstance(entry, ChainedIncident)]
    told = await report(journal, since=None)

    assert (ended.direction, ended.codes, ended.level) == ("release", ("released_by:c-17",), SafetyLevel.HIGH)
    assert (ended.session, ended.turn) == (heard.session, None)
    assert (told.incidents, told.releases, told.by_direction) == (1, 1, {"input": 1})


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a log of eight incidents; and in `older` one with its first five."""
    home = tmp_path_factory.mktemp("log")

    async def write() -> None:
        async with SqlJournal("", home=home, deadline_s=20) as journal:
            for n in range(8):
                if n == 5:
                    (home / "older").mkdir()
                    with closing(sqlite3.connect(home / "segue.db")) as live:
                        live.execute("VACUUM INTO ?", (str(home / "older" / "segue.db"),))
                keeper = keeper_of(journal, home)
                verdict = replace(GRAVE, measures=(Measure.ASK,), policy="p-1")
                await keeper.observe([grave(f"t{n}", f"s{n % 2}", verdict=verdict)])
                assert await keeper.flush()
            await journal.erase_session("nobody")  # so that the file holds everything

    asyncio.run(write())
    return home


COLUMNS = (
    "number", "id", "at_us", "direction", "level", "category", "subject", "codes", "score", "is_degraded", "action",
    "measures", "latency_s", "policy", "classifier", "segue", "session_pseudonym", "turn_pseudonym", "is_late", "mac",
)  # fmt: skip
VALUES = st.one_of(
    st.none(), st.integers(-3, 12), st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False), st.text(max_size=8),
    st.binary(max_size=33), st.sampled_from(["input", "output", "high", "suicide", "pass", "", "\n", "1", "0.0"]),
)  # fmt: skip
SNAPSHOT = "SELECT * FROM incidents ORDER BY number"


def rows_of(database: sqlite3.Connection) -> object:
    return (
        database.execute(SNAPSHOT).fetchall(),
        database.execute("SELECT number, mac, signature FROM incident_ends").fetchall(),
    )


@st.composite
def edits(draw: st.DrawFn) -> list[tuple[str, tuple[object, ...]]]:
    """What somebody who can write to the database may do to the log."""
    row, other_row = draw(st.integers(1, 8)), draw(st.integers(1, 8))
    column, value = draw(st.sampled_from(COLUMNS)), draw(VALUES)
    columns = ", ".join(COLUMNS[2:])
    insertion = (
        f"INSERT OR IGNORE INTO incidents (number, id, {columns}) "
        f"SELECT ?, ?, {columns} FROM incidents WHERE number = ?"
    )
    new_end = "UPDATE incident_ends SET number = ?, mac = (SELECT mac FROM incidents WHERE number = ?)"
    new_number, new_id = draw(st.integers(-2, 10)), draw(st.text(max_size=3))
    return draw(
        st.sampled_from(
            [
                [(f"UPDATE OR IGNORE incidents SET {column} = ? WHERE number = ?", (value, row))],
                [("DELETE FROM incidents WHERE number = ?", (row,))],
                [("DELETE FROM incidents WHERE number >= ?", (row,))],
                [("DELETE FROM incidents WHERE number <= ?", (row,))],
                [
                    ("DELETE FROM incidents WHERE number = ?", (row,)),
                    ("UPDATE incidents SET number = number - 1 WHERE number > ?", (row,)),
                ],
                [
                    ("UPDATE incidents SET number = -1 WHERE number = ?", (row,)),
                    ("UPDATE incidents SET number = ? WHERE number = ?", (row, other_row)),
                    ("UPDATE incidents SET number = ? WHERE number = -1", (other_row,)),
                ],
                [(insertion, (new_number, new_id, row))],
                [("DELETE FROM incident_ends", ())],
                [("UPDATE incident_ends SET number = ?", (row,))],
                [("UPDATE OR IGNORE incident_ends SET mac = ?", (value,))],
                [("UPDATE OR IGNORE incident_ends SET signature = ?", (value,))],
                [
                    ("DELETE FROM incidents WHERE number > ?", (row,)),
                    (new_end, (row, row)),
                ],
                [
                    ("DELETE FROM incidents WHERE number > 5", ()),
                    ("DELETE FROM incident_ends", ()),
                    ("INSERT INTO incident_ends SELECT * FROM older.incident_ends", ()),
                ],
                [("DELETE FROM incidents", ()), ("DELETE FROM incident_ends", ())],
                [("DELETE FROM incidents", ()), ("DELETE FROM incident_ends", ()), ("DELETE FROM vault_keys", ())],
            ]
        )
    )


@settings(max_examples=60)
@given(done=st.lists(edits(), min_size=1, max_size=2))
def test_every_edit_of_the_database_is_found(
    log: Path, tmp_path_factory: pytest.TempPathFactory, done: list[list[tuple[str, tuple[object, ...]]]]
) -> None:
    """Changed, removed, moved, added, cut, put back: the log on the disk says so, whatever was done to it."""
    home = tmp_path_factory.mktemp("edited")
    for name in ("segue.db", "incidents.head"):
        shutil.copy(log / name, home / name)
    with closing(sqlite3.connect(home / "segue.db", isolation_level=None)) as database:
        before = rows_of(database)
        database.execute("ATTACH ? AS older", (str(log / "older" / "segue.db"),))
        with suppress(sqlite3.IntegrityError):  # that one the database itself refuses
            for statement, values in (step for steps in done for step in steps):
                database.execute(statement, values)
        is_changed = rows_of(database) != before

    async def look() -> Verified:
        async with SqlJournal("", home=home, deadline_s=20) as journal:
            return await verified(journal, home)

    told = asyncio.run(look())
    shutil.rmtree(home)
    assert bool(told.tamperings) is is_changed
