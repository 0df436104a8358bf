"""The key of the sessions' hashes: private, lasting, and plain about what is wrong with it."""

import os
import stat
from pathlib import Path

import pytest

from segue.errors import StorageError
from segue.storage.session_secret import load_or_make_secret
from segue.storage.sql import SqlJournal


def test_the_secret_is_private_and_stays(tmp_path: Path) -> None:
    """The key of the hashes is made once, for the owner only."""
    first = load_or_make_secret(tmp_path / "session.key")
    assert load_or_make_secret(tmp_path / "session.key") == first
    assert stat.S_IMODE((tmp_path / "session.key").stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.glob("session*")] == ["session.key"]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o666])
def test_a_secret_that_others_may_read_or_write_is_refused(mode: int, tmp_path: Path) -> None:
    """As with the master key: the error names the mode, and the command that mends it."""
    file = tmp_path / "session.key"
    load_or_make_secret(file)
    file.chmod(mode)
    with pytest.raises(StorageError, match=rf"its mode is {mode:04o}.*chmod 600"):
        load_or_make_secret(file)
    file.chmod(0o400)
    assert len(load_or_make_secret(file)) == 32


def test_a_damaged_secret_is_refused(tmp_path: Path) -> None:
    """A truncated key is an error that says what removing it would mean, not a new key."""
    (tmp_path / "session.key").write_bytes(b"short")
    (tmp_path / "session.key").chmod(0o600)
    with pytest.raises(StorageError, match="damaged"):
        load_or_make_secret(tmp_path / "session.key")


def test_a_folder_in_the_secret_s_place_is_told(tmp_path: Path) -> None:
    """What stands in the way is named, with what to do."""
    (tmp_path / "session.key").mkdir()
    with pytest.raises(StorageError, match=r"session\.key could not be read or made: Is a directory.*has to be a file"):
        load_or_make_secret(tmp_path / "session.key")
    assert [file.name for file in tmp_path.glob("session*")] == ["session.key"]


def test_a_home_that_takes_no_file_is_told(tmp_path: Path) -> None:
    """A home behind something that is no folder, or one that cannot be written, is a typed error."""
    (tmp_path / "home").touch()
    with pytest.raises(StorageError, match="SEGUE_HOME"):
        load_or_make_secret(tmp_path / "home" / "session.key")


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk without room does not collect halves of keys."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "link", refuse)
    with pytest.raises(StorageError, match="No space left"):
        load_or_make_secret(tmp_path / "session.key")
    assert list(tmp_path.glob("session*")) == []


async def test_a_store_that_comes_first_is_no_lost_secret(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A command that only looked has made the store: the next one does not say that the secret is gone."""
    async with SqlJournal("", home=tmp_path, deadline_s=20):
        pass
    load_or_make_secret(tmp_path / "session.key")
    assert caplog.text == ""


def test_a_secret_that_is_gone_beside_a_store_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Sessions in danger that are not recognised any more must not go unnoticed."""
    load_or_make_secret(tmp_path / "session.key")
    assert caplog.text == ""
    (tmp_path / "session.key").unlink()
    (tmp_path / "segue.db").touch()
    load_or_make_secret(tmp_path / "session.key")
    assert "is gone, and a new one is made" in caplog.text
