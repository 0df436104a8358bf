"""Room for models on this computer, as admission counts it: what one may take now, and what would have to go. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from segue.domain.models import ModelRef
from segue.machine.admission import OWN_LIMIT, Admit, AdmitAfter, Bound, Holding, Refuse, decide, free_bytes
from segue.machine.facts import MachineFacts
from segue.machine.needs import Need
from segue.machine.readings import GpuReading, Reading

OWN_BYTES: Final = 500_000_000
"""Left for Segue itself with its classifier (240 MB, docs/safety/classifier.md), and as much again for others: the
default of `resources.reserve_bytes`."""
GPU_SHARE: Final = 0.1
"""Share of a GPU's free memory that is left to its driver and the screen. Our choice."""


@dataclass(frozen=True, slots=True)
class Release:
    """What has to go before a model fits."""

    unload: tuple[Holding, ...] = ()
    """Idle models of ours, least recently used first."""
    others_bytes: int = 0
    """What other processes would have to give besides."""


@dataclass(frozen=True, slots=True)
class Room:
    """The bounds on memory, and the models that are within them."""

    bounds: tuple[Bound, ...] = ()
    """Empty: nothing is known of memory."""
    holdings: tuple[Holding, ...] = ()
    own_limit_bytes: int | None = None
    """Most memory of its own that the model may take by its own settings, mapped files aside; None: as much as there
    is."""

    @property
    def now_bytes(self) -> int | None:
        """What a model could take now; never negative. None: unknown."""
        left = [free_bytes(bound, self.holdings) for bound in self._of_memory]
        return max(0, min(left)) if left else None

    @property
    def most_bytes(self) -> int | None:
        """What it could take if nothing else were in memory, but for Segue itself within a limit of its own; None:
        unknown."""
        return max(0, min(map(self._most, self._of_memory))) if self.bounds else None

    def _most(self, bound: Bound) -> int:
        if bound.source == OWN_LIMIT:  # what Segue itself holds of it can never be a model's
            return free_bytes(bound, self.holdings, self.holdings)
        return bound.total_bytes - bound.reserve_bytes

    @property
    def narrowest(self) -> Bound | None:
        """The bound by which a model can take least now; None: unknown."""
        return min(self._of_memory, key=lambda bound: free_bytes(bound, self.holdings), default=None)

    def refusing(self, need: Need) -> Bound | None:
        """The bound that keeps a need out, idle models gone; None: none does."""
        decision = decide(need, self.bounds, self.holdings)
        return decision.bound if isinstance(decision, Refuse) else None

    @property
    def gpu_bytes(self) -> int | None:
        """What it could take of graphics processors; None: nothing could be asked of them, or they do not tell."""
        return next((free_bytes(one, self.holdings) for one in self.bounds if one.counts == "gpu"), None)

    def without(self, model: ModelRef) -> Room:
        """The same where this model is out of memory: its own place is its to take."""
        here = [one for one in self.holdings if one.model == model]
        if not here:
            return self
        bounds = tuple(
            replace(one, available_bytes=free_bytes(one, here, here) + one.reserve_bytes) for one in self.bounds
        )
        return replace(self, bounds=bounds, holdings=tuple(one for one in self.holdings if one.model != model))

    def fits(self, need: Need) -> bool:
        """Whether it could be taken now, nothing of ours gone."""
        return isinstance(decide(need, self.bounds, self._that_stay), Admit)

    def release(self, need: Need) -> Release | None:
        """What has to go so that this can be taken; None where nothing that goes would be enough."""
        if self.most_bytes is None or need.upper_bytes > self.most_bytes or need.gpu_bytes > (self.gpu_bytes or 0):
            return None
        decision = decide(need, self.bounds, self.holdings)
        if isinstance(decision, Admit):
            return Release()
        if isinstance(decision, AdmitAfter):
            return Release(tuple(one for model in decision.unload for one in self.holdings if one.model == model))
        if not decision.bound.others_may_help:
            return None
        idle = sorted((one for one in self.holdings if one.may_go), key=lambda one: one.last_used_s)
        return Release(tuple(idle), decision.need_bytes - decision.free_bytes)

    @property
    def _of_memory(self) -> tuple[Bound, ...]:
        return tuple(bound for bound in self.bounds if bound.counts != "gpu")

    @property
    def _that_stay(self) -> tuple[Holding, ...]:
        return tuple(replace(one, is_pinned=True) for one in self.holdings)


def room_of(machine: MachineFacts | Reading, *, reserve_bytes: int = OWN_BYTES) -> Room:
    """The room of a computer, as it was looked at or sampled, with no model of ours in memory."""
    if machine.memory_bytes is None or machine.available_bytes is None:
        return Room()
    source = (machine.limited_by if isinstance(machine, MachineFacts) else None) or "machine"
    memory = Bound(source, machine.memory_bytes, machine.available_bytes, "own", reserve_bytes)
    return Room((memory, *gpu_bounds(machine.gpus)))


def gpu_bounds(gpus: Iterable[GpuReading] | None) -> tuple[Bound, ...]:
    """The bound of all graphics processors together, among which llama.cpp parts a model; none: nothing is known."""
    known = tuple(gpu for gpu in gpus or () if gpu.free_bytes is not None)
    free = sum(gpu.free_bytes or 0 for gpu in known)
    total = sum(gpu.memory_bytes or gpu.free_bytes or 0 for gpu in known)
    return (Bound("gpu", total, free, "gpu", round(free * GPU_SHARE)),) if known else ()


def room_bytes(machine: MachineFacts) -> int | None:
    """Memory that a model could take now; None where it is unknown."""
    return room_of(machine).now_bytes
