"""Folders of workers' sockets: kept while their gateway lives, cleared away where it was killed."""

import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from segue.providers.local import private_folder
from segue.providers.local.private_folder import PrivateFolder, remove_abandoned

KILLED = """
import os, signal, sys, tempfile
tempfile.tempdir = sys.argv[1]
from segue.providers.local.private_folder import PrivateFolder
folder = PrivateFolder()
print(folder.path, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def short_place() -> Iterator[Path]:
    """A folder whose name leaves room for a socket's, which those of tests may not."""
    with TemporaryDirectory(dir="/tmp") as folder:
        yield Path(folder)


def test_folder_that_a_killed_gateway_left_is_cleared_away(short_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A gateway that was killed while a model was loaded leaves its folder until the next worker starts."""
    monkeypatch.setattr("tempfile.tempdir", str(short_place))
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, str(short_place)], capture_output=True, text=True, timeout=150, check=False
    )
    left, used = Path(ended.stdout.strip()), PrivateFolder()
    assert (left.is_dir(), left.parent) == (True, short_place)
    remove_abandoned()
    assert left.is_dir(), "a young one may be another gateway's that has not locked it yet"
    remove_abandoned(at_s=time.time() + 120)
    assert (left.exists(), used.path.exists()) == (False, True)
    used.remove()
    assert not used.path.exists()


def test_folder_is_its_users_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else can enter it, also where the usual place has too long a name for a socket."""
    long = tmp_path / ("d" * 100)
    long.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(long))
    folder = PrivateFolder()
    try:
        assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700
        assert len(str(folder.path / private_folder.SOCKET_NAME)) <= 100
    finally:
        folder.remove()
