"""How this machine is, in one value: for operators over HTTP, for the command line, and for people. Unknown is None."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from segue.machine.admission import MACHINE, Bound, Counting, Holding
from segue.machine.alerts import Resource, Shortage
from segue.machine.readings import GpuReading, Pressure, Reading
from segue.machine.room import Room
from segue.machine.shortage_words import words
from segue.machine.suggestions import Suggestion
from segue.machine.trends import Trend, Trends


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit on memory that holds for Segue."""

    source: str
    """`control group`, `ulimit -v`, `resources.memory_limit_bytes`."""
    total_bytes: int
    left_bytes: int


@dataclass(frozen=True, slots=True)
class MemoryNow:
    """Memory that there is for us."""

    total_bytes: int | None
    """Installed, or the narrowest limit."""
    available_bytes: int | None
    """What of it could be taken."""
    limits: tuple[Limit, ...]
    change_bytes_a_s: float | None
    """How what is available changes, over the last minute; None: not surely."""
    left_s: float | None
    """Until nothing is left, if it goes on so."""


@dataclass(frozen=True, slots=True)
class DiskNow:
    """The disk where Segue keeps its files."""

    free_bytes: int | None
    change_bytes_a_s: float | None
    left_s: float | None


@dataclass(frozen=True, slots=True)
class ModelNow:
    """A local model in memory."""

    model: str
    pid: int
    resident_bytes: int
    unique_bytes: int | None
    """What would be free if it ended."""
    processor_share: float | None
    """Of one processor."""
    load_s: float | None = None
    """How long it took to load; None, as all that follows: it is loading, or that is not told."""
    context_tokens: int | None = None
    """Of each answer under way."""
    answers: int | None = None
    """Under way now."""
    waiting: int | None = None
    """How many wait in line for it."""
    idle_s: float | None = None
    """How long nobody was answered."""
    prompt_tokens_per_s: float | None = None
    """How fast it read in its last answer."""
    output_tokens_per_s: float | None = None
    """How fast it wrote in its last answer."""
    is_pinned: bool | None = None
    """It stays in memory."""


@dataclass(frozen=True, slots=True)
class BoundNow:
    """A bound on the memory of local models, as admission counts it."""

    source: str
    total_bytes: int
    available_bytes: int
    """Negative where more is taken than it allows."""
    counts: Counting
    reserve_bytes: int


@dataclass(frozen=True, slots=True)
class HeldNow:
    """A local model that is in memory, or on its way there, as admission counts it."""

    model: str
    resident_bytes: int
    own_bytes: int
    """Those without pages of files."""
    gpu_bytes: int
    at_most_bytes: int | None
    """What it was admitted with; None: unknown."""
    last_used_s: float
    """On the clock of the process that holds it."""
    is_idle: bool
    is_pinned: bool


@dataclass(frozen=True, slots=True)
class RoomNow:
    """What local models may take."""

    bounds: tuple[BoundNow, ...]
    held: tuple[HeldNow, ...]


@dataclass(frozen=True, slots=True)
class Short:
    """Something that is short."""

    resource: Resource
    found: str
    """In words."""
    measured: float
    level: float
    """The level of the settings that was passed."""
    gpu: int | None


@dataclass(frozen=True, slots=True)
class ResourceReport:
    """How this machine is."""

    at: datetime
    processors: int
    """Those that Segue may keep busy."""
    processor_share: float | None
    """Of all processors of the machine."""
    memory: MemoryNow
    swap_bytes: int | None
    swap_used_bytes: int | None
    disk: DiskNow
    memory_pressure: Pressure | None
    processor_pressure: Pressure | None
    io_pressure: Pressure | None
    gpus: tuple[GpuReading, ...] | None
    """None: nothing can be asked, which does not mean that there is none."""
    models: tuple[ModelNow, ...]
    room: RoomNow
    alerts: tuple[Short, ...]
    suggestions: tuple[Suggestion, ...]


NOTHING_SURE: Final = Trends()
"""Where no trend is known."""


def report(
    reading: Reading,
    *,
    room: Room,
    processors: int,
    trends: Trends = NOTHING_SURE,
    short: tuple[Shortage, ...] = (),
    suggested: tuple[Suggestion, ...] = (),
    models: tuple[ModelNow, ...] = (),
) -> ResourceReport:
    """The report of a reading, with what else is known."""
    return ResourceReport(
        at=reading.at,
        processors=processors,
        processor_share=reading.processor_share,
        memory=MemoryNow(
            reading.memory_bytes,
            reading.available_bytes,
            tuple(_limit(bound) for bound in room.bounds if bound.source != MACHINE),
            *_trend(trends.memory),
        ),
        swap_bytes=reading.swap_bytes,
        swap_used_bytes=reading.swap_used_bytes,
        disk=DiskNow(reading.disk_free_bytes, *_trend(trends.disk)),
        memory_pressure=reading.memory_pressure,
        processor_pressure=reading.processor_pressure,
        io_pressure=reading.io_pressure,
        gpus=reading.gpus,
        models=models,
        room=RoomNow(tuple(map(_bound, room.bounds)), tuple(map(_held, room.holdings))),
        alerts=tuple(Short(one.resource, words(one, reading), one.measured, one.level, one.gpu) for one in short),
        suggestions=suggested,
    )


def _limit(bound: Bound) -> Limit:
    return Limit(bound.source, bound.total_bytes, max(0, bound.available_bytes))


def _bound(bound: Bound) -> BoundNow:
    return BoundNow(bound.source, bound.total_bytes, bound.available_bytes, bound.counts, bound.reserve_bytes)


def _held(held: Holding) -> HeldNow:
    return HeldNow(
        str(held.model),
        held.resident_bytes,
        held.own_bytes,
        held.gpu_bytes,
        None if held.need is None else held.need.upper_bytes,
        held.last_used_s,
        held.is_idle,
        held.is_pinned,
    )


def _trend(trend: Trend | None) -> tuple[float | None, float | None]:
    return (None, None) if trend is None else (trend.bytes_a_s, trend.left_s)
