"""Takes readings of the machine and of our workers on it. Blocks for a millisecond or two; for one thread at a time."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from segue.domain.models import ModelRef
from segue.machine.facts import free_disk_bytes, within
from segue.machine.gpus import Gpus
from segue.machine.limits import memory_limits
from segue.machine.other_systems import PsutilSource
from segue.machine.procfs import ProcFiles
from segue.machine.readings import Reading, WorkerReading
from segue.machine.source import MachineSource, Memory, ProcessorTime, WorkerSource
from segue.machine.unique_memory import UniqueMemory

SHORTEST_SHARE_S: Final = 0.5
"""Shortest span over which a share of processor time is told: it is counted in hundredths of a second."""


def source_of(root: Path = Path("/")) -> MachineSource:
    """`/proc` where there is one, else psutil."""
    return ProcFiles(root) if (root / "proc" / "meminfo").exists() else PsutilSource()


@dataclass(slots=True)
class _Share:
    """Turns sums of time into the share of the last span."""

    at_s: float | None = None
    busy_s: float = 0.0
    told: float | None = None

    def of(self, busy_s: float | None, at_s: float) -> float | None:
        """Busy time for each second of `at_s`; None before a span is over."""
        if busy_s is None:
            return None
        if self.at_s is None:
            self.at_s, self.busy_s = at_s, busy_s
        elif at_s - self.at_s >= SHORTEST_SHARE_S:
            self.told = max(0.0, busy_s - self.busy_s) / (at_s - self.at_s)
            self.at_s, self.busy_s = at_s, busy_s
        return self.told


class _Worker:
    def __init__(self, source: WorkerSource) -> None:
        self.source = source
        self.unique = UniqueMemory(source)
        self.share = _Share()


class Sampler:
    """`home` is where Segue keeps its files; it need not exist yet."""

    def __init__(self, home: Path, *, root: Path = Path("/"), source: MachineSource | None = None) -> None:
        """`root` is where `proc` and `sys` are; `source` replaces what would be found there."""
        self._home, self._root = home, root
        self._source = source or source_of(root)
        self._gpus = Gpus()
        self._share = _Share()
        self._workers: dict[int, _Worker] = {}

    def open_gpus(self) -> bool:
        """Have readings tell of NVIDIA's processors. May take seconds; in another thread it disturbs no reading."""
        return self._gpus.open()

    def read(self, workers: Mapping[int, ModelRef], *, is_exact: bool = False) -> Reading:
        """The machine now, and these processes, by id. `is_exact`: also what each of them holds alone is of now."""
        at_s = time.monotonic()
        memory, pressures = self._source.memory(), self._source.pressures()
        total_bytes, available_bytes = self._within_limits(memory)
        return Reading(
            at=datetime.now(UTC),
            at_s=at_s,
            processor_share=self._processor_share(self._source.processor_time()),
            memory_bytes=total_bytes,
            available_bytes=available_bytes,
            swap_used_bytes=memory.swap_used_bytes,
            swap_bytes=memory.swap_bytes,
            disk_free_bytes=free_disk_bytes(self._home),
            memory_pressure=pressures.memory,
            processor_pressure=pressures.processor,
            io_pressure=pressures.io,
            gpus=self._gpus.read(),
            workers=self._read_workers(workers, at_s, is_exact=is_exact),
        )

    def close(self) -> None:
        """Let go of everything that is held open."""
        for worker in self._workers.values():
            worker.source.close()
        self._workers.clear()
        self._gpus.close()
        self._source.close()

    def _within_limits(self, memory: Memory) -> tuple[int | None, int | None]:
        if memory.installed_bytes is None or memory.available_bytes is None:
            return None, None
        return within(memory.installed_bytes, memory.available_bytes, memory_limits(self._root))[:2]

    def _processor_share(self, told: ProcessorTime | None) -> float | None:
        # measured against the processors' own sum of time, not the clock: a machine that stood still was not idle
        return None if told is None else self._share.of(told.busy_s, told.total_s)

    def _read_workers(
        self, wanted: Mapping[int, ModelRef], at_s: float, *, is_exact: bool
    ) -> tuple[WorkerReading, ...]:
        for pid in self._workers.keys() - wanted.keys():
            self._workers.pop(pid).source.close()
        readings = []
        for pid, model in wanted.items():
            worker = self._workers.get(pid) or self._workers.setdefault(pid, _Worker(self._source.worker(pid)))
            if (usage := worker.source.usage()) is not None:
                unique_bytes = worker.unique.read(at_s, workers=len(wanted), is_due=is_exact)
                share = worker.share.of(usage.busy_s, at_s)
                if unique_bytes is not None:  # what was seen seconds ago may be gone by now
                    unique_bytes = min(unique_bytes, usage.resident_bytes)
                readings.append(WorkerReading(model, pid, usage.resident_bytes, unique_bytes, share))
        return tuple(readings)
