"""Loads under way in other processes of Segue on this machine: memory that they were promised and have not taken yet.

Each load has a small file in `SEGUE_HOME/loading` while it lasts. A file of a process that has ended counts for
nothing. Where these files cannot be written or read, each process counts for itself, as it would alone.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

import msgspec
import psutil

from segue.machine.admission import Bound
from segue.machine.bounds import OWN_LIMIT, taken_bytes

LONGEST_S: Final = 1800.0
"""No load takes so long: what is older was forgotten. Our choice."""
_LOCK_S: Final = 2.0
"""How long another process is waited for that looks for room: it may unload models meanwhile. Our choice."""
_STEP_S: Final = 0.02
_CLOCK_S: Final = 1.0
"""How exactly the system tells when a process began."""


class _Load(msgspec.Struct):
    """A load, as its file has it."""

    pid: int
    began_s: float
    """When that process did, so that another one of the same number is not taken for it; seconds since the epoch."""
    at_s: float
    """When it was admitted."""
    upper_bytes: int


_decoder = msgspec.json.Decoder(_Load)


class LoadsElsewhere:
    """The loads of all processes that share a home; this one's own are told, and not counted."""

    def __init__(self, home: Path) -> None:
        self._folder = home / "loading"
        self._pid = os.getpid()

    def begin(self, key: int, upper_bytes: int) -> None:
        """This process loads something that takes so much at most. Blocks on the disk."""
        load = _Load(self._pid, psutil.Process(self._pid).create_time(), time.time(), upper_bytes)
        with suppress(OSError):  # the others do not know of it then, as without this
            self._folder.mkdir(parents=True, exist_ok=True)
            fresh = self._file(key).with_suffix(".new")
            fresh.write_bytes(msgspec.json.encode(load))
            fresh.replace(self._file(key))

    def end(self, key: int) -> None:
        """It is loaded, or failed; again is harmless."""
        with suppress(OSError):
            self._file(key).unlink(missing_ok=True)

    def untouched_bytes(self) -> int:
        """What loads of other processes may still take. Blocks."""
        return sum(max(0, load.upper_bytes - _taken_bytes(load)) for load in self._others())

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[None]:
        """While this lasts no other process looks for room, unless one takes too long."""
        descriptor = -1
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self._folder / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            ends_s = time.monotonic() + _LOCK_S
            while descriptor >= 0 and not _locked(descriptor) and time.monotonic() < ends_s:  # noqa: ASYNC110 - no event
                await asyncio.sleep(_STEP_S)
            yield
        finally:
            if descriptor >= 0:
                os.close(descriptor)

    def _others(self) -> Iterator[_Load]:
        for file in self._folder.glob("*.json"):
            with suppress(OSError, msgspec.MsgspecError):  # it ended just now, or is none of ours
                load = _decoder.decode(file.read_bytes())
                if load.pid != self._pid and not _goes_on(load):
                    file.unlink(missing_ok=True)
                elif load.pid != self._pid:
                    yield load

    def _file(self, key: int) -> Path:
        return self._folder / f"{self._pid}-{key}.json"


def beside(bounds: Sequence[Bound], others_bytes: int) -> Sequence[Bound]:
    """The bounds with so much promised to other processes: of the machine and its control groups, not of this process
    alone."""
    if not others_bytes:
        return bounds
    shared = [one.counts in ("own", "resident") and one.source != OWN_LIMIT for one in bounds]
    return tuple(
        replace(one, available_bytes=one.available_bytes - others_bytes) if is_shared else one
        for one, is_shared in zip(bounds, shared, strict=True)
    )


def _goes_on(load: _Load) -> bool:
    """Whether its process is the one that wrote it, and still there."""
    if time.time() - load.at_s > LONGEST_S:
        return False
    try:
        return abs(psutil.Process(load.pid).create_time() - load.began_s) <= _CLOCK_S
    except psutil.Error:
        return False


def _taken_bytes(load: _Load) -> int:
    """Own memory of the processes that it was begun for; by then the machine's available memory lacks it already."""
    with suppress(psutil.Error):
        workers = psutil.Process(load.pid).children(recursive=True)
        young = [one.pid for one in workers if one.create_time() >= load.at_s - _CLOCK_S]
        return sum(taken_bytes(pid)[1] for pid in young)
    return 0


def _locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # held by another process, or not to be had on this disk
        return False
    return True
