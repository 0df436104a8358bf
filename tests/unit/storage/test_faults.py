"""What a database's failure means for an operator; each failure is a real one."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from segue.storage.faults import storage_error

PLANTED = "planted-word"


def full(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA max_page_count = 2")
        database.execute("CREATE TABLE t (x)")
        database.execute("INSERT INTO t VALUES (zeroblob(100000))")


def read_only(path: Path) -> None:
    path.touch()
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        database.execute("CREATE TABLE t (x)")


def locked(path: Path) -> None:
    with closing(sqlite3.connect(path)) as first, closing(sqlite3.connect(path, timeout=0)) as second:
        first.execute("BEGIN EXCLUSIVE")
        second.execute("CREATE TABLE t (x)")


def missing(path: Path) -> None:
    with closing(sqlite3.connect(path / "nowhere" / "x.db")):
        pass


def unheard_of(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"SELECT '{PLANTED}' FROM nowhere")


def disk_full(path: Path) -> None:
    with Path("/dev/full").open("w") as file:
        file.write(PLANTED)


def no_folder(path: Path) -> None:
    (path / "nowhere").touch()


def beyond_64_bits(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("SELECT ?", (10**30,))


def half_a_character(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("SELECT ?", (f"{PLANTED}\ud800",))


@pytest.mark.parametrize(
    ("fail", "said", "retryable"),
    [
        (full, "the disk is full. Free some space", True),
        (disk_full, "the disk is full. Free some space", True),
        (read_only, "it may only be read. Make the file", True),
        (locked, "it is locked. Another program", True),
        (missing, "it cannot be opened. See that", True),
        (no_folder, "its folder does not exist. Create", True),
        (unheard_of, "the database refused. The log's", True),
        (beyond_64_bits, r"a value that cannot be kept \(OverflowError\)", False),
        (half_a_character, r"a value that cannot be kept \(UnicodeEncodeError\)", False),
    ],
)
def test_a_failure_says_what_happened_where_and_what_to_do(
    fail: Callable[[Path], None], said: str, retryable: bool, tmp_path: Path
) -> None:
    """An operator learns what to do from the message alone, and the message shows nothing that was being kept."""
    with pytest.raises((sqlite3.Error, OSError, ValueError, OverflowError)) as caught:
        fail(tmp_path / "x.db")

    error = storage_error(caught.value, deed="keep a turn", where="'x.db'")

    assert str(error).startswith("The journal 'x.db' could not keep a turn: ")
    assert error.retryable is retryable
    assert PLANTED not in str(error)
    with pytest.raises(type(error), match=said):
        raise error
