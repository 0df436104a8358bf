"""Where figures of the machine come from, documented once: `/proc` on Linux, psutil elsewhere. Unknown is None."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from segue.machine.readings import Pressure


@dataclass(frozen=True, slots=True)
class Memory:
    """Memory of the whole machine, before any limit."""

    installed_bytes: int | None = None
    available_bytes: int | None = None
    """What could be taken without swapping."""
    swap_bytes: int | None = None
    """0: the machine has no swap."""
    swap_used_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class ProcessorTime:
    """Time of all processors together since some moment in the past."""

    busy_s: float
    total_s: float


@dataclass(frozen=True, slots=True)
class Pressures:
    """What tasks stood still for."""

    memory: Pressure | None = None
    processor: Pressure | None = None
    io: Pressure | None = None


@dataclass(frozen=True, slots=True)
class Usage:
    """What one process takes now."""

    resident_bytes: int
    busy_s: float | None
    """Processor time since its start."""


class WorkerSource(Protocol):
    """One process, and never another one that got its number."""

    def usage(self) -> Usage | None:
        """What it takes now, read within microseconds; None once it has ended."""
        ...

    def unique_bytes(self) -> int | None:
        """What would be free if it ended. Costs some 10 ms for each GB that it holds; None where it cannot be read."""
        ...

    def close(self) -> None:
        """Let go of what is held open."""
        ...


class MachineSource(Protocol):
    """The machine. Not for two threads at once."""

    def memory(self) -> Memory:
        """Memory and swap now."""
        ...

    def processor_time(self) -> ProcessorTime | None:
        """Since the machine's start."""
        ...

    def pressures(self) -> Pressures:
        """Over the last seconds."""
        ...

    def worker(self, pid: int) -> WorkerSource:
        """A process of ours that runs now."""
        ...

    def close(self) -> None:
        """Let go of what is held open."""
        ...
