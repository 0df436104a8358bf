"""Whether a model may be loaded now, what has to go first, or why not. Pure: figures in, a decision out.

A model counts with the upper bound of what it may take, or with what it has taken where that is more, from the moment
it is admitted until it is gone: memory that it has not touched yet is spoken for all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from segue.domain.models import ModelRef
from segue.machine.needs import Need

MACHINE: Final = "machine"
OWN_LIMIT: Final = "resources.memory_limit_bytes"
"""Sources of bounds: installed memory, and what Segue and all that it started may take together."""
Counting: TypeAlias = Literal["own", "resident", "process", "gpu"]
"""What a bound counts as taken. `own`: a process' own pages, while those of mapped files count as free (the memory of
a machine); `resident`: those of files as well (a control group, a limit on all of Segue); `process`: each process by
itself (`ulimit -v`); `gpu`: memory of graphics processors."""


@dataclass(frozen=True, slots=True)
class Bound:
    """One bound on the memory of models."""

    source: str
    """Who sets it, in words: `machine`, `control group`, `resources.memory_limit_bytes`."""
    total_bytes: int
    available_bytes: int
    """What could be taken now; negative where more is taken than it allows."""
    counts: Counting
    reserve_bytes: int = 0
    """What of it is left alone."""

    @property
    def others_may_help(self) -> bool:
        """Whether memory that other processes give back would be there for a model."""
        return self.source != OWN_LIMIT and self.counts != "process"


@dataclass(frozen=True, slots=True)
class Holding:
    """A model that is in memory, or on its way there."""

    model: ModelRef
    need: Need | None
    """What it was admitted with; None: unknown, it counts with what it has taken."""
    resident_bytes: int = 0
    """Taken by now, pages of mapped files among them."""
    own_bytes: int = 0
    """The same without those."""
    gpu_bytes: int = 0
    """Of graphics processors."""
    last_used_s: float = 0.0
    """On any clock that only goes forward."""
    is_idle: bool = False
    """Whether it is loaded and answers nobody."""
    is_pinned: bool = False
    """Whether it stays, whoever needs room."""

    @property
    def may_go(self) -> bool:
        """Whether it may be unloaded for another."""
        return self.is_idle and not self.is_pinned


@dataclass(frozen=True, slots=True)
class Admit:
    """There is room."""


@dataclass(frozen=True, slots=True)
class AdmitAfter:
    """There is room once these are unloaded, in this order."""

    unload: tuple[ModelRef, ...]
    """Least recently used first."""


@dataclass(frozen=True, slots=True)
class Refuse:
    """There is no room."""

    need_bytes: int
    """By the bound that is passed by most."""
    free_bytes: int
    """What could be given to it by that bound; never negative."""
    bound: Bound
    waits_for: tuple[ModelRef, ...] = ()
    """Models that are busy or loading now, without which it would fit; empty: it fits only once others, or another
    plan, leave more room."""


Decision: TypeAlias = Admit | AdmitAfter | Refuse


def decide(need: Need, bounds: Sequence[Bound], holdings: Sequence[Holding]) -> Decision:
    """Whether a load with this need fits beside what is held. Without bounds everything does: nothing is known.

    `holdings`: every other model in memory or on its way there. One whose `may_go` is False is never unloaded, and
    none is that the load does not need gone.
    """
    if _fits(need, bounds, holdings, ()):
        return Admit()
    idle = sorted((held for held in holdings if held.may_go), key=lambda held: held.last_used_s)
    for count in range(1, len(idle) + 1):
        if _fits(need, bounds, holdings, idle[:count]):
            return AdmitAfter(tuple(held.model for held in _least(need, bounds, holdings, idle[:count])))
    return _refused(need, bounds, holdings, idle)


def decide_growth(need: Need, grown: Holding, bounds: Sequence[Bound], holdings: Sequence[Holding]) -> Decision:
    """Whether a model in memory may grow to this need beside the others: its own place is its to take, and what is
    left alone at loads is there for this.

    `holdings`: every other model.
    """
    own = [
        replace(bound, available_bytes=bound.available_bytes + held_bytes(grown, bound), reserve_bytes=0)
        for bound in bounds
    ]
    return decide(need, own, holdings)


def free_bytes(bound: Bound, holdings: Sequence[Holding], gone: Sequence[Holding] = ()) -> int:
    """What a bound leaves for another model beside these, once those in `gone` are unloaded; negative where they may
    take more than there is."""
    left_bytes = bound.available_bytes - bound.reserve_bytes
    if bound.counts == "process":
        return left_bytes
    unloaded = {held.model for held in gone}
    for held in holdings:
        left_bytes += held_bytes(held, bound)
        if held.model not in unloaded:
            left_bytes -= charged_bytes(held, bound)
    return left_bytes


def needed_bytes(need: Need, bound: Bound) -> int:
    """What a load counts with against a bound."""
    return need.gpu_bytes if bound.counts == "gpu" else need.upper_bytes


def held_bytes(held: Holding, bound: Bound) -> int:
    """What of it the bound's available memory lacks already."""
    return {"own": held.own_bytes, "resident": held.resident_bytes, "gpu": held.gpu_bytes, "process": 0}[bound.counts]


def charged_bytes(held: Holding, bound: Bound) -> int:
    """What it counts with while it is there."""
    taken = held_bytes(held, bound)
    return taken if held.need is None else max(taken, needed_bytes(held.need, bound))


def _fits(need: Need, bounds: Sequence[Bound], holdings: Sequence[Holding], gone: Sequence[Holding]) -> bool:
    return all(_over_bytes(need, bound, holdings, gone) <= 0 for bound in bounds)


def _over_bytes(need: Need, bound: Bound, holdings: Sequence[Holding], gone: Sequence[Holding]) -> int:
    """By how much a load passes a bound; a load that takes nothing of it passes none."""
    needed = needed_bytes(need, bound)
    return needed - free_bytes(bound, holdings, gone) if needed else 0


def _least(
    need: Need, bounds: Sequence[Bound], holdings: Sequence[Holding], enough: Sequence[Holding]
) -> Sequence[Holding]:
    """Those of `enough` without which it does not fit; what was used last is spared first."""
    for spared in reversed(enough):
        fewer = [held for held in enough if held is not spared]
        if _fits(need, bounds, holdings, fewer):
            enough = fewer
    return enough


def _refused(need: Need, bounds: Sequence[Bound], holdings: Sequence[Holding], idle: Sequence[Holding]) -> Refuse:
    bound = max(bounds, key=lambda bound: _over_bytes(need, bound, holdings, idle))
    others = tuple(held for held in holdings if not held.may_go and not held.is_pinned)
    waits_for = tuple(held.model for held in others) if _fits(need, bounds, holdings, (*idle, *others)) else ()
    free = max(0, free_bytes(bound, holdings, idle))
    return Refuse(needed_bytes(need, bound), free, bound, waits_for)
