"""Rises in risk that the store did not take: none is lost, whenever the process dies."""

import signal
import stat
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.domain.models import ModelRef, Privacy, SafetyLevel
from segue.domain.sessions import SessionRecord
from segue.errors import StorageError
from segue.storage.pending import PendingSessions

NOW = datetime(2026, 3, 1, 12, 0, 0, 5, tzinfo=UTC)
FIRST = SessionRecord(
    "5e55", NOW, NOW, 3, ModelRef("p", "a/b:c"), True, Privacy.LOCAL_ONLY, SafetyLevel.HIGH, b"\x00\n\xff"
)
SECOND = replace(FIRST, session="a9e", pinned=None, privacy=None)
APPEND_AND_DIE = """
import os, pathlib, signal, sys
from datetime import UTC, datetime
from segue.domain.sessions import SessionRecord
from segue.storage.pending import PendingSessions
now = datetime(2026, 3, 1, tzinfo=UTC)
PendingSessions(pathlib.Path(sys.argv[1])).append(SessionRecord("5e55", now, now))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file stands, once there is one."""
    return tmp_path / "pending.jsonl"


def test_what_was_appended_comes_back_as_it_was_in_order(path: Path) -> None:
    """The next start hands the store exactly what it missed."""
    pending = PendingSessions(path)
    pending.append(FIRST)
    pending.append(SECOND)

    assert PendingSessions(path).drain() == (FIRST, SECOND)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_record_that_was_appended_survives_a_kill(path: Path) -> None:
    """A rise in risk is on the disk when the reply goes on, even if the process is killed in the next instant."""
    ended = subprocess.run([sys.executable, "-c", APPEND_AND_DIE, str(path)], check=False, timeout=150)

    assert ended.returncode == -signal.SIGKILL
    assert [record.session for record in PendingSessions(path).drain()] == ["5e55"]


@given(cut=st.integers(min_value=1, max_value=200))
def test_a_line_that_was_cut_loses_nothing_but_itself(cut: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A record half written by a dying process neither hides the ones before it nor the ones after."""
    path = tmp_path_factory.mktemp("cut") / "pending.jsonl"
    pending = PendingSessions(path)
    pending.append(FIRST)
    pending.append(SECOND)
    path.write_bytes(path.read_bytes()[:-cut])
    PendingSessions(path).append(replace(FIRST, session="later"))

    later = PendingSessions(path)
    found = [record.session for record in later.drain()]

    whole = ["5e55", "a9e"] if cut == 1 else ["5e55"]
    assert found == [*whole, "later"]
    assert later.broken == (0 if cut == 1 else 1)


@pytest.mark.parametrize(
    "unfit",
    [
        replace(FIRST, last_turn_at=NOW.replace(tzinfo=None)),
        replace(FIRST, created_at=NOW.replace(tzinfo=None)),
        replace(FIRST, turns=-5),
        replace(FIRST, turns=2**63),
    ],
    ids=["last turn without a zone", "beginning without a zone", "negative turns", "too many turns"],
)
def test_a_line_that_no_store_could_keep_is_left_out(path: Path, unfit: SessionRecord) -> None:
    """A record that is well written and makes no sense does not reach the store, and goes with the rest."""
    PendingSessions(path).append(unfit, SECOND)
    pending = PendingSessions(path)

    assert (pending.drain(), pending.broken, pending.is_settled) == ((SECOND,), 1, False)
    pending.settle()
    assert (path.read_bytes(), pending.is_settled) == (b"", True)


def test_drained_records_stay_until_they_are_settled(path: Path) -> None:
    """A process that dies between reading its list and writing to the store has not lost the list."""
    PendingSessions(path).append(FIRST)
    pending = PendingSessions(path)

    assert pending.drain() == (FIRST,)
    assert pending.drain() == (FIRST,)
    pending.settle()
    assert pending.drain() == ()
    assert path.read_bytes() == b""


def test_settling_does_not_forget_what_another_process_appended(path: Path) -> None:
    """Two processes share one home: one of them having a store does not lose the other's list."""
    one, two = PendingSessions(path), PendingSessions(path)
    one.append(FIRST)
    two.append(SECOND)

    one.settle()

    assert PendingSessions(path).drain() == (FIRST, SECOND)


def test_nothing_pending_is_no_failure_and_makes_no_file(path: Path) -> None:
    """Most starts have nothing to catch up on."""
    pending = PendingSessions(path)

    assert pending.drain() == ()
    pending.settle()
    assert not path.exists()


def test_a_disk_that_takes_nothing_says_what_to_do(tmp_path: Path) -> None:
    """The last resort failing is told, with the place."""
    with pytest.raises(StorageError, match=r"pending\.jsonl' could not keep.*See that its folder exists"):
        PendingSessions(tmp_path / "nowhere" / "pending.jsonl").append(FIRST)


def test_a_session_that_is_forgotten_leaves_the_others_waiting(path: Path) -> None:
    """Erasing reaches the local file, whoever wrote into it, and half a line that nobody can read goes as well."""
    one, two = PendingSessions(path), PendingSessions(path)
    one.append(FIRST, SECOND)
    two.append(replace(FIRST, turns=4))
    path.write_bytes(path.read_bytes() + b'{"session":"5e')

    assert [record.turns for record in two.of_session("5e55")] == [3, 4]
    assert one.forget("5e55") == 2
    assert b"5e" not in path.read_bytes().replace(b"a9e", b"")
    assert one.drain() == (SECOND,)
    one.settle()
    assert one.is_settled


def test_forgetting_where_nothing_waits_makes_no_file(path: Path) -> None:
    """Most sessions have nothing there."""
    assert PendingSessions(path).forget("5e55") == 0
    assert not path.exists()
