"""Decides when something is short, and when no more: two levels, and a time that either has to last. Pure.

What is unknown in a reading changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from segue.machine.readings import GpuReading, Reading

Resource: TypeAlias = Literal["memory", "gpu_memory", "disk", "swap", "pressure"]
"""What can be short. Levels are the free share of `memory` and `gpu_memory`, free bytes of `disk`, the used share of
`swap`, and for `pressure` the share of the last ten seconds in which a program stood still."""
SHORT_BELOW: Final[frozenset[Resource]] = frozenset({"memory", "gpu_memory", "disk"})
"""Short where there is less than the level; of the others where there is more."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """When one resource is short."""

    resource: Resource
    on: float
    """It is short beyond this."""
    off: float
    """It is short no more from here on."""
    hold_s: float
    """How long either has to last."""


@dataclass(frozen=True, slots=True)
class Shortage:
    """Something that is short, or no longer is."""

    resource: Resource
    is_over: bool
    measured: float
    """In the resource's own measure."""
    level: float
    """The level that was passed."""
    gpu: int | None = None
    """Which graphics processor, counted from 0; None for what there is only one of."""


@dataclass(slots=True)
class _State:
    is_short: bool = False
    since_s: float | None = None
    """Since when the measure has been on the other side."""


class Alerts:
    """Remembers what is short; to be shown every reading, in order."""

    def __init__(self, thresholds: Iterable[Threshold]) -> None:
        self._thresholds = tuple(thresholds)
        self._states: dict[tuple[Resource, int | None], _State] = {}
        self._short: dict[tuple[Resource, int | None], Shortage] = {}

    @property
    def short(self) -> tuple[Shortage, ...]:
        """What is short now, each as it was last measured."""
        return tuple(self._short.values())

    def see(self, reading: Reading) -> tuple[Shortage, ...]:
        """What became short with this reading, and what no longer is."""
        changes = []
        for threshold in self._thresholds:
            for gpu, measured in _measures(threshold.resource, reading):
                if (change := self._see(threshold, gpu, measured, reading.at_s)) is not None:
                    changes.append(change)
        return tuple(changes)

    def _see(self, threshold: Threshold, gpu: int | None, measured: float, at_s: float) -> Shortage | None:
        name = threshold.resource, gpu
        state = self._states.setdefault(name, _State())
        if name in self._short:
            self._short[name] = Shortage(threshold.resource, False, measured, threshold.on, gpu)
        if not _is_other_side(threshold, measured, is_short=state.is_short):
            state.since_s = None
            return None
        if state.since_s is None:
            state.since_s = at_s
        if at_s - state.since_s < threshold.hold_s:
            return None
        state.is_short, state.since_s = not state.is_short, None
        change = Shortage(
            threshold.resource, not state.is_short, measured, threshold.on if state.is_short else threshold.off, gpu
        )
        if state.is_short:
            self._short[name] = change
        else:
            del self._short[name]
        return change


def _is_other_side(threshold: Threshold, measured: float, *, is_short: bool) -> bool:
    """Whether a measure is where the state would change."""
    if threshold.resource in SHORT_BELOW:
        return measured >= threshold.off if is_short else measured < threshold.on
    return measured <= threshold.off if is_short else measured > threshold.on


def _measures(resource: Resource, reading: Reading) -> Iterator[tuple[int | None, float]]:
    """What is known of a resource, with the number of its graphics processor."""
    match resource:
        case "memory":
            if reading.memory_bytes and reading.available_bytes is not None:
                yield None, reading.available_bytes / reading.memory_bytes
        case "gpu_memory":
            yield from ((at, share) for at, gpu in enumerate(reading.gpus or ()) if (share := _free(gpu)) is not None)
        case "disk":
            if reading.disk_free_bytes is not None:
                yield None, float(reading.disk_free_bytes)
        case "swap":
            if reading.swap_bytes and reading.swap_used_bytes is not None:
                yield None, reading.swap_used_bytes / reading.swap_bytes
        case "pressure":
            if reading.memory_pressure is not None:
                yield None, reading.memory_pressure.some_10s


def _free(gpu: GpuReading) -> float | None:
    return gpu.free_bytes / gpu.memory_bytes if gpu.memory_bytes and gpu.free_bytes is not None else None
