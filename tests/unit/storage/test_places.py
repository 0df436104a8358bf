"""Where the journal is kept, who may read it there, and what is said when it cannot be."""

import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from segue.errors import ConfigError, StorageError
from segue.storage.engine import database_file
from segue.storage.sql import SqlJournal


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("", "home/segue.db"),
        ("sqlite:///own.db", "home/own.db"),
        ("sqlite:////var/own.db", "/var/own.db"),
        ("sqlite://", None),
        ("sqlite:///:memory:", None),
    ],
)
def test_an_address_leads_to_its_file(url: str, file: str | None) -> None:
    """A relative path stands in SEGUE_HOME, whatever folder Segue is started in."""
    assert database_file(url, home=Path("home")) == (None if file is None else Path(file))


@pytest.mark.parametrize(
    "url",
    ["postgresql://segue:hunter2@db/segue", "sqlite://host/x.db", "sqlite:///x.db?mode=ro", "segue.db", "mysql:x"],
)
def test_an_address_that_cannot_be_used_is_a_setting_s_error(url: str) -> None:
    """A wrong address names the setting and what to write, and shows no password."""
    with pytest.raises(ConfigError, match=r"storage\.url.*sqlite:///PATH") as caught:
        SqlJournal(url, home=Path("home"), deadline_s=1)

    assert "hunter2" not in str(caught.value)


async def test_a_new_journal_can_be_read_by_its_owner_only(tmp_path: Path) -> None:
    """Nobody else on the machine reads who talked when."""
    home = tmp_path / "new" / "home"
    async with SqlJournal("", home=home, deadline_s=20) as journal:
        await journal.callers()

        assert mode(home) == 0o700
        assert {mode(file) for file in home.iterdir()} == {0o600}
        names = {file.name for file in home.iterdir()}
        assert names == {"segue.db", "segue.db-shm", "segue.db-wal", "session.key"}


async def test_what_was_kept_is_there_after_a_restart(tmp_path: Path) -> None:
    """A journal that is opened again does not begin anew."""
    for _ in range(2):
        async with SqlJournal("", home=tmp_path, deadline_s=20) as journal:
            await journal.callers()

    with sqlite3.connect(tmp_path / "segue.db") as database:
        assert database.execute("SELECT count(*) FROM alembic_version").fetchone() == (1,)
    database.close()


def a_text(path: Path) -> None:
    path.write_text("once upon a time " * 100)


def a_folder(path: Path) -> None:
    path.mkdir()


def a_damaged_database(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.executescript(
            "CREATE TABLE alembic_version (version_num TEXT); CREATE TABLE t (x); CREATE INDEX i ON t (x)"
        )
    database.close()
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)


def another_program_s(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE recipes (name TEXT)")
    database.close()


def made_by_a_newer_segue(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE alembic_version (version_num TEXT)")
        database.execute("INSERT INTO alembic_version VALUES ('9999')")
    database.close()


@pytest.mark.parametrize(
    ("put_there", "said"),
    [
        (a_text, "file is not a database.*another file"),
        (a_folder, "path is a folder"),
        (a_damaged_database, "file is damaged.*Restore a copy"),
        (another_program_s, "belongs to another program.*file of its own"),
        (made_by_a_newer_segue, "made by a newer Segue: its schema is 9999.*Install that version"),
    ],
)
async def test_a_file_that_is_no_journal_is_refused_and_left_alone(
    put_there: Callable[[Path], None], said: str, tmp_path: Path
) -> None:
    """Segue does not write into what it does not understand, and says what to do."""
    place = tmp_path / "segue.db"
    put_there(place)
    before = place.read_bytes() if place.is_file() else None

    with pytest.raises(StorageError, match=said):
        async with SqlJournal("", home=tmp_path, deadline_s=20):
            pass

    assert (place.read_bytes() if place.is_file() else None) == before


async def test_a_folder_outside_the_home_is_not_made_up(tmp_path: Path) -> None:
    """A misspelt path is told, not created."""
    home = tmp_path / "home"

    with pytest.raises(StorageError, match=r"folder does not exist.*Create the folder"):
        async with SqlJournal(f"sqlite:///{tmp_path}/typo/segue.db", home=home, deadline_s=20):
            pass

    assert not (tmp_path / "typo").exists()


@pytest.mark.parametrize("plain", [bool, type(None)])
def test_the_journal_leaves_the_driver_to_its_other_users(plain: type) -> None:
    """How SQLite's driver takes truth and nothing is the whole process's: others in it may have their own way."""
    assert (plain, sqlite3.PrepareProtocol) not in sqlite3.adapters
