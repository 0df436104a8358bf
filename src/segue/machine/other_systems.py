"""What psutil tells on systems without `/proc`; the rest is unknown."""

from __future__ import annotations

import psutil
from typing_extensions import override

from segue.machine.source import MachineSource, Memory, Pressures, ProcessorTime, Usage, WorkerSource


class PsutilSource(MachineSource):
    """The machine, on any system that psutil knows."""

    @override
    def memory(self) -> Memory:
        memory, swap = psutil.virtual_memory(), psutil.swap_memory()
        return Memory(memory.total, memory.available, swap.total, swap.used)

    @override
    def processor_time(self) -> ProcessorTime | None:
        times = psutil.cpu_times()
        total_s = sum((times.user, times.system, times.idle, getattr(times, "nice", 0.0)))
        return ProcessorTime(total_s - times.idle, total_s)

    @override
    def pressures(self) -> Pressures:
        return Pressures()

    @override
    def worker(self, pid: int) -> WorkerSource:
        return _PsutilProcess(pid)

    @override
    def close(self) -> None:
        """Nothing is held open."""


class _PsutilProcess(WorkerSource):
    def __init__(self, pid: int) -> None:
        try:
            self._process: psutil.Process | None = psutil.Process(pid)
        except psutil.Error:
            self._process = None

    @override
    def usage(self) -> Usage | None:
        try:
            # `is_running` knows by the moment of its start whether it is still the same one
            if self._process is None or not self._process.is_running():
                return None
            with self._process.oneshot():
                if self._process.status() == psutil.STATUS_ZOMBIE:
                    return None
                times = self._process.cpu_times()
                return Usage(self._process.memory_info().rss, times.user + times.system)
        except psutil.Error:
            return None

    @override
    def unique_bytes(self) -> int | None:
        try:
            return None if self._process is None else int(self._process.memory_full_info().uss)
        except psutil.Error:
            return None

    @override
    def close(self) -> None:
        """Nothing is held open."""
