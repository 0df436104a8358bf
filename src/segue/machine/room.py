"""Room for models on this computer: what one may take now, what it could take at most, and who holds the rest. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from segue.domain.models import ModelRef
from segue.machine.facts import MachineFacts
from segue.machine.readings import Reading

OWN_BYTES: Final = 500_000_000
"""Left for Segue itself with its classifier (240 MB, docs/safety/classifier.md), and as much again for others."""
GPU_SHARE: Final = 0.9
"""Share of a GPU's free memory that a model may take: its driver and the screen take more while it works. Our choice.
"""
_TRIED_TOGETHER: Final = 10
"""Models in memory of which every combination is tried, 1,023 at most; of more, the largest are taken first."""


@dataclass(frozen=True, slots=True)
class Held:
    """A model that is in memory, and what would be free without it."""

    model: ModelRef
    size_bytes: int
    is_idle: bool = True
    """False: an answer is under way, so that it stays."""
    is_pinned: bool = False
    """True: the settings keep it in memory."""

    @property
    def may_go(self) -> bool:
        """Whether it may be unloaded now."""
        return self.is_idle and not self.is_pinned


@dataclass(frozen=True, slots=True)
class Release:
    """What has to go before a model fits."""

    unload: tuple[Held, ...] = ()
    """Models of ours, as few bytes of them as are enough."""
    others_bytes: int = 0
    """What other processes would have to give besides."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a model may take. Unknown is None."""

    now_bytes: int | None = None
    """Now, beside Segue itself."""
    most_bytes: int | None = None
    """If nothing else were in memory."""
    gpu_bytes: int | None = None
    """On all graphics processors together; None: nothing could be asked of them, or they do not tell."""
    held: tuple[Held, ...] = ()

    def without(self, model: ModelRef) -> Room:
        """The same where this model is out of memory: its own place is its to take."""
        freed_bytes = sum(one.size_bytes for one in self.held if one.model == model)
        if not freed_bytes:
            return self
        now_bytes = None if self.now_bytes is None else self.now_bytes + freed_bytes
        return replace(self, now_bytes=now_bytes, held=tuple(one for one in self.held if one.model != model))

    def release(self, needed_bytes: int) -> Release | None:
        """What has to go so that this much can be taken; None where nothing that goes would be enough."""
        if self.now_bytes is None or self.most_bytes is None or needed_bytes > self.most_bytes:
            return None
        missing_bytes = needed_bytes - self.now_bytes
        if missing_bytes <= 0:
            return Release()
        may_go = sorted((one for one in self.held if one.may_go), key=lambda one: one.size_bytes, reverse=True)
        if (total_bytes := sum(one.size_bytes for one in may_go)) < missing_bytes:
            return Release(tuple(may_go), missing_bytes - total_bytes)
        return Release(_least(may_go, missing_bytes))


def room_of(machine: MachineFacts | Reading, held: Iterable[Held] = ()) -> Room:
    """The room of a computer, as it was looked at or sampled."""
    known = [gpu.free_bytes for gpu in machine.gpus or () if gpu.free_bytes is not None]
    return Room(
        room_bytes(machine),
        None if machine.memory_bytes is None else max(0, machine.memory_bytes - OWN_BYTES),
        round(sum(known) * GPU_SHARE) if known else None,
        tuple(held),
    )


def room_bytes(machine: MachineFacts | Reading) -> int | None:
    """Memory that a model could take now; None where it is unknown."""
    return None if machine.available_bytes is None else max(0, machine.available_bytes - OWN_BYTES)


def _least(may_go: list[Held], missing_bytes: int) -> tuple[Held, ...]:
    """Those that free enough: the fewest, and of so many the smallest. `may_go`: largest first, enough all together."""
    if len(may_go) > _TRIED_TOGETHER:
        taken: list[Held] = []
        while sum(one.size_bytes for one in taken) < missing_bytes:
            taken.append(may_go[len(taken)])
        return tuple(taken)
    for count in range(1, len(may_go) + 1):
        enough = [some for some in combinations(may_go, count) if _sum(some) >= missing_bytes]
        if enough:
            return min(enough, key=_sum)
    raise AssertionError("all together were enough")


def _sum(some: Iterable[Held]) -> int:
    return sum(one.size_bytes for one in some)
