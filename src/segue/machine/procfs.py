"""What Linux tells in `/proc`: of the whole machine, and of one process.

proc_meminfo(5), proc_stat(5), proc_pid_stat(5), proc_pid_statm(5); docs.kernel.org/accounting/psi.html and
filesystems/proc.html ("smaps_rollup"). What cannot be read is None.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from typing_extensions import override

from segue.machine.kept_file import KeptFile
from segue.machine.readings import Pressure
from segue.machine.source import MachineSource, Memory, Pressures, ProcessorTime, Usage, WorkerSource

_TICKS_A_S: Final = os.sysconf("SC_CLK_TCK")
"""In what processor time is told: 100 a second nearly everywhere."""
_PAGE_BYTES: Final = os.sysconf("SC_PAGE_SIZE")
_IDLE: Final = slice(3, 5)
"""Idle, and waiting for a disk, among the columns of a processor."""
_COLUMNS: Final = 8
"""Columns of a processor up to `steal`; those after it, of guests, are counted in the first two already."""
_UTIME, _STIME = 11, 12
"""Places in `/proc/PID/stat`, counted from the state, the first word after the name."""
_GONE_STATES: Final = frozenset({"Z", "X"})
"""Ended, and only not yet asked about by whoever started it."""


class ProcFiles(MachineSource):
    """The machine, by the files under `root`/proc."""

    def __init__(self, root: Path = Path("/")) -> None:
        self._proc = proc = root / "proc"
        self._meminfo, self._stat = KeptFile(proc / "meminfo"), KeptFile(proc / "stat")
        names = "memory", "cpu", "io"
        self._pressures = [KeptFile(proc / "pressure" / name) for name in names]

    @override
    def memory(self) -> Memory:
        told = _sizes(self._meminfo.read())
        swap, free = told.get("SwapTotal"), told.get("SwapFree")
        used = None if swap is None or free is None else swap - free
        return Memory(told.get("MemTotal"), told.get("MemAvailable"), swap, used)

    @override
    def processor_time(self) -> ProcessorTime | None:
        words = (self._stat.read() or "").partition("\n")[0].split()
        if len(words) <= _COLUMNS or words[0] != "cpu":
            return None
        ticks = [int(word) for word in words[1 : _COLUMNS + 1]]
        total = sum(ticks)
        return ProcessorTime((total - sum(ticks[_IDLE])) / _TICKS_A_S, total / _TICKS_A_S)

    @override
    def pressures(self) -> Pressures:
        return Pressures(*(read_pressure(file.read()) for file in self._pressures))

    @override
    def worker(self, pid: int) -> ProcessFiles:
        return ProcessFiles(self._proc / str(pid))

    @override
    def close(self) -> None:
        for file in (self._meminfo, self._stat, *self._pressures):
            file.close()


class ProcessFiles(WorkerSource):
    """One process. Its descriptors stay its own: once it has ended they cannot be read, whoever has its number."""

    def __init__(self, folder: Path) -> None:
        self._stat, self._statm, self._rollup = (
            KeptFile(folder / name, reopens=False) for name in ("stat", "statm", "smaps_rollup")
        )

    @override
    def usage(self) -> Usage | None:
        pages, after_name = self._statm.read(), (self._stat.read() or "").rpartition(")")[2].split()
        if not pages or not after_name or after_name[0] in _GONE_STATES:
            return None
        busy_ticks = int(after_name[_UTIME]) + int(after_name[_STIME])
        return Usage(int(pages.split()[1]) * _PAGE_BYTES, busy_ticks / _TICKS_A_S)

    @override
    def unique_bytes(self) -> int | None:
        told = _sizes(self._rollup.read())
        private = [size for name, size in told.items() if name.startswith("Private_")]
        return sum(private) if private else None

    @override
    def close(self) -> None:
        for file in (self._stat, self._statm, self._rollup):
            file.close()


def read_pressure(told: str | None) -> Pressure | None:
    """The lines `some` and `full`; percent become shares."""
    shares = {}
    for line in (told or "").splitlines():
        kind, *pairs = line.split()
        shares[kind] = {
            name: round(float(value) / 100, 6) for name, _, value in (pair.partition("=") for pair in pairs)
        }
    if not (some := shares.get("some")):
        return None
    return Pressure(some["avg10"], some["avg60"], shares.get("full", {}).get("avg10"))


def _sizes(told: str | None) -> Mapping[str, int]:
    """Lines of a name and a number of kibibytes, in bytes."""
    rows = (line.split() for line in (told or "").splitlines())
    return {row[0].rstrip(":"): int(row[1]) * 1024 for row in rows if len(row) == 3 and row[2] == "kB"}
