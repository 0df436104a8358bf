"""A file of lines that several processes share: whole lines, none lost, whoever rewrites it."""

import subprocess
import sys
from pathlib import Path

import pytest

from segue.errors import StorageError
from segue.storage.locked_file import LockedFile

REWRITE = """
import pathlib, sys
from segue.storage.locked_file import LockedFile
file, name = LockedFile(pathlib.Path(sys.argv[1])), sys.argv[2].encode()
for n in range(30):
    file.append([b"%s %d" % (name, n)], deed="add")
    file.rewrite(lambda lines: [*lines, b"%s again %d" % (name, n)], deed="rewrite")
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file stands, once there is one."""
    (tmp_path / "here").mkdir()
    return tmp_path / "here" / "lines"


def test_lines_are_put_in_place_of_others(path: Path) -> None:
    """What is changed stands there, what is left is in order, and nothing else lies beside it."""
    file = LockedFile(path)
    file.append([b"one", b"two", b"three"], deed="add")
    file.rewrite(lambda lines: [line for line in lines if line != b"two"], deed="forget")

    assert file.lines(deed="read") == [b"one", b"three"]
    assert [found.name for found in path.parent.iterdir()] == ["lines"]
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_not_there_is_made_only_on_demand(path: Path) -> None:
    """Changing nothing makes nothing."""
    file = LockedFile(path)
    file.rewrite(lambda _: [b"one"], deed="change")
    assert not path.exists()

    file.rewrite(lambda _: [b"one"], deed="make", makes_file=True)

    assert file.lines(deed="read") == [b"one"]


def test_processes_that_rewrite_at_once_lose_no_line(path: Path) -> None:
    """Whoever waited for the lock looks which file stands there now."""
    path.touch(0o600)
    processes = [subprocess.Popen([sys.executable, "-c", REWRITE, str(path), name]) for name in ("a", "b")]
    assert [process.wait(150) for process in processes] == [0, 0]

    lines = LockedFile(path).lines(deed="read")

    assert len(lines) == len(set(lines)) == 120


def test_a_place_that_takes_nothing_keeps_what_was_there(path: Path) -> None:
    """Where there is no room for the new lines, the old ones stay and the error says what to do."""
    file = LockedFile(path)
    file.append([b"one"], deed="add")
    (path.parent / "lines.new").mkdir()

    with pytest.raises(StorageError, match=r"could not change it.*its disk has room"):
        file.rewrite(lambda _: [b"two"], deed="change it")

    assert file.lines(deed="read") == [b"one"]
