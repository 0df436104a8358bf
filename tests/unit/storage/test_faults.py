"""What a database's failure means for an operator; each failure is a real one."""

import errno
import inspect
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy.exc
from sqlalchemy.exc import DBAPIError, SQLAlchemyError, StatementError

from segue.errors import StorageError, UnfitRecord
from segue.storage.faults import REFUSALS, storage_error

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


def every_refusal() -> Iterator[type[Exception]]:
    """Every class that SQLAlchemy raises, and every one of the driver."""
    for module in (sqlalchemy.exc, sqlite3):
        for kind in vars(module).values():
            if inspect.isclass(kind) and issubclass(kind, SQLAlchemyError | sqlite3.Error):
                yield kind


def refused_by(kind: type[Exception], *, cause: Exception) -> Exception:
    """An error of that class, with planted words wherever it has room for words."""
    if issubclass(kind, DBAPIError):
        return kind(f"INSERT {PLANTED}", {"x": PLANTED}, cause)
    if issubclass(kind, StatementError):
        return kind(PLANTED, f"INSERT {PLANTED}", {"x": PLANTED}, cause)
    return kind.__new__(kind, PLANTED)


def test_no_kind_of_refusal_is_forgotten() -> None:
    """SQLAlchemy's whole tree of errors is caught where the journal asks the database."""
    kinds = [
        kind
        for kind in vars(sqlalchemy.exc).values()
        if inspect.isclass(kind) and issubclass(kind, Exception) and not issubclass(kind, Warning)
    ]
    assert len(kinds) > 30
    missed = [kind.__name__ for kind in kinds if not issubclass(kind, REFUSALS)]
    assert missed in ([], ["EmulatedDBAPIException"]), "that one is a dialect's own cause, which DBAPIError wraps"


@pytest.mark.parametrize("kind", list(every_refusal()), ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
def test_every_kind_of_refusal_is_an_error_of_ours_without_its_words(kind: type[Exception]) -> None:
    """Whatever a database raises, an operator reads what to do, and nothing of what was being kept."""
    error = storage_error(refused_by(kind, cause=sqlite3.OperationalError(PLANTED)), deed="keep", where="'x.db'")

    is_unfit = kind in {sqlalchemy.exc.IntegrityError, sqlalchemy.exc.DataError}
    assert type(error) is (UnfitRecord if is_unfit else StorageError)
    assert error.hint
    assert PLANTED not in f"{error}{error!r}"


@pytest.mark.parametrize("cause", [OverflowError(PLANTED), TypeError(PLANTED), ValueError(PLANTED)])
def test_value_that_sqlalchemy_cannot_write_is_unfit(cause: Exception) -> None:
    """It wraps what its own types cannot convert: trying again is as vain as where the driver says so."""
    error = storage_error(refused_by(StatementError, cause=cause), deed="keep", where="'x.db'")

    assert type(error) is UnfitRecord
    assert type(cause).__name__ in str(error)
    assert PLANTED not in str(error)


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_every_failure_of_the_system_has_a_way_out(number: int) -> None:
    """Each errno is a sentence and a hint, never a bare number."""
    error = storage_error(OSError(number, PLANTED), deed="be opened", where="'x.db'")

    assert (type(error), bool(error.hint)) == (StorageError, True)
    assert PLANTED not in str(error)
