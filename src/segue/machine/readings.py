"""What this computer was doing at one moment: values, nothing is measured here. Unknown is None, never zero."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from segue.domain.models import ModelRef


@dataclass(frozen=True, slots=True)
class Pressure:
    """How long tasks stood still for want of something, as Linux tells (docs.kernel.org/accounting/psi.html)."""

    some_10s: float
    """Share of the last ten seconds in which at least one task stood still, 0 to 1."""
    some_60s: float
    full_10s: float | None = None
    """The same for all tasks at once; None where it is not told."""


@dataclass(frozen=True, slots=True)
class GpuReading:
    """One graphics processor."""

    name: str
    memory_bytes: int | None = None
    free_bytes: int | None = None
    busy_share: float | None = None
    """0 to 1."""


@dataclass(frozen=True, slots=True)
class WorkerReading:
    """One worker process of ours with the model that it holds."""

    model: ModelRef
    pid: int
    resident_bytes: int
    unique_bytes: int | None
    """What would be free if it ended: pages of a mapped file that nobody else holds count."""
    processor_share: float | None
    """Of one processor, since the reading before; 1.0 keeps one busy."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The computer at one moment, within the limits that hold for us."""

    at: datetime
    """Aware, UTC."""
    at_s: float
    """On the monotonic clock."""
    processor_share: float | None
    """Of all processors, since the reading before; 0 to 1."""
    memory_bytes: int | None
    """Memory that there is for us: installed, or the narrowest limit."""
    available_bytes: int | None
    """What of it could be taken now."""
    swap_used_bytes: int | None
    swap_bytes: int | None
    disk_free_bytes: int | None
    """Where Segue keeps its files."""
    memory_pressure: Pressure | None = None
    processor_pressure: Pressure | None = None
    io_pressure: Pressure | None = None
    gpus: tuple[GpuReading, ...] | None = None
    """None: nothing can be asked, which does not mean that there is none."""
    workers: tuple[WorkerReading, ...] = ()
