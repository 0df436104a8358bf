"""What is done while memory is short: one step more at each look that finds it short, one less once it is calm. Pure.

    none -> no_loads -> short_context -> unload_idle -> elsewhere      each holds together with those before it

Memory is short when less is left than a part of the reserve, beside what loaded models may still take; when tasks stand
still for want of it; or when swap grows. Whether it is enough again is asked with other figures, so that steps are not
taken and taken back in turn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from segue.machine.admission import Bound, Holding, free_bytes
from segue.machine.readings import Reading
from segue.machine.sizes import gb

_LEAST_RESERVE_SHARE = 0.01
"""Of what there is, as the reserve where none is set: something has to tell short from enough. Our choice."""


class Step(IntEnum):
    """What is done about memory that is short."""

    NONE = 0
    NO_LOADS = 1
    """No model is loaded any more."""
    SHORT_CONTEXT = 2
    """New turns get less of a local model's context."""
    UNLOAD_IDLE = 3
    """Idle models are unloaded, one at each look."""
    ELSEWHERE = 4
    """New turns go to models elsewhere, where their privacy allows it."""

    @property
    def word(self) -> str:
        """As events, metrics and `segue health` have it."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When memory counts as short, and when as enough; `resources.pressure` in the settings says what each means."""

    low_share: float
    recovered_share: float
    stalled_share: float
    swap_growth_bytes: int
    calm_looks: int


@dataclass(frozen=True, slots=True)
class PressureState:
    """Where it stands after a look."""

    step: Step = Step.NONE
    reason: str = ""
    """Why memory is short, or that it is enough, in words with figures; empty before anything was short."""
    is_short: bool = False
    calm_looks: int = 0
    """How many looks in a row found enough."""
    swap_used_bytes: int | None = None
    """At this look."""


def next_state(
    state: PressureState,
    bounds: Sequence[Bound],
    holdings: Sequence[Holding],
    reading: Reading | None,
    thresholds: Thresholds,
) -> PressureState:
    """Where it stands after one more look. What is unknown neither alarms nor calms."""
    swap_bytes = reading.swap_used_bytes if reading is not None else None
    if why := _shortage(state, bounds, holdings, reading, thresholds):
        step = Step(min(state.step + 1, Step.ELSEWHERE))
        return PressureState(step, why, is_short=True, swap_used_bytes=swap_bytes)
    if state.step is Step.NONE or not _is_calm(bounds, holdings, reading, thresholds):
        return PressureState(state.step, state.reason, swap_used_bytes=swap_bytes)
    calm_looks = state.calm_looks + 1
    if calm_looks < thresholds.calm_looks:
        return PressureState(state.step, state.reason, calm_looks=calm_looks, swap_used_bytes=swap_bytes)
    least = min(_left(bound, holdings) for bound in _counted(bounds))
    enough = f"{gb(max(0, least))} are free beside loaded models again"
    return PressureState(Step(state.step - 1), enough, swap_used_bytes=swap_bytes)


def _shortage(
    state: PressureState,
    bounds: Sequence[Bound],
    holdings: Sequence[Holding],
    reading: Reading | None,
    thresholds: Thresholds,
) -> str | None:
    """Why memory is short; None where it is not, or nobody knows."""
    for bound in _counted(bounds):
        left = _left(bound, holdings)
        if left < (low := round(_reserve(bound) * thresholds.low_share)):
            beside = f"beside what loaded models may take ({bound.source})"
            return f"{gb(left) if left > 0 else 'nothing'} is left {beside}, less than {gb(low)}"
    if reading is None:
        return None
    stalled = reading.memory_pressure
    if stalled is not None and stalled.some_10s > thresholds.stalled_share:
        return f"tasks stood still for want of memory for {stalled.some_10s:.0%} of the last ten seconds"
    if reading.swap_used_bytes is not None and state.swap_used_bytes is not None:
        grown = reading.swap_used_bytes - state.swap_used_bytes
        if grown > thresholds.swap_growth_bytes:
            return f"used swap grew by {gb(grown)} since the look before"
    return None


def _is_calm(
    bounds: Sequence[Bound], holdings: Sequence[Holding], reading: Reading | None, thresholds: Thresholds
) -> bool:
    """Whether memory is known, and every known figure says that it is enough."""
    counted = _counted(bounds)
    stalled = reading.memory_pressure if reading is not None else None
    if not counted or (stalled is not None and stalled.some_10s > thresholds.stalled_share / 2):
        return False
    share = thresholds.recovered_share
    return all(_left(bound, holdings) >= round(_reserve(bound) * share) for bound in counted)


def _counted(bounds: Sequence[Bound]) -> Sequence[Bound]:
    """Those that others can fill: not what each process has for itself, nor graphics processors."""
    return [bound for bound in bounds if bound.counts in {"own", "resident"}]


def _left(bound: Bound, holdings: Sequence[Holding]) -> int:
    return free_bytes(bound, holdings) + bound.reserve_bytes


def _reserve(bound: Bound) -> int:
    return bound.reserve_bytes or round(bound.total_bytes * _LEAST_RESERVE_SHARE)
