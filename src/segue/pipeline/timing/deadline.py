"""The time of a turn, which a load takes nothing of, and what a model may wait for before it takes a request up."""

from __future__ import annotations

import time
from dataclasses import dataclass
from enum import Enum

from segue.domain.values import made_often

LEAST_AFTER_LOAD_S = 1.0
"""Time that is left at least to whoever begins to load a model. Our choice."""


class Waits(Enum):
    """Why a model has not taken a request up yet."""

    LOAD = "being loaded"
    LINE = "in line"


@made_often
@dataclass(slots=True)
class Deadline:
    """The moment by which somebody must have started to answer; one object for a whole turn. It stands still while a
    model is being loaded."""

    at_s: float
    """On the clock of `time.monotonic`."""
    loads: int = 0
    """How many models are being loaded for it."""
    since_s: float = 0.0
    """When the first of them began."""
    stood_s: float = 0.0
    """How long it stood still before that."""

    @classmethod
    def after(cls, seconds: float) -> Deadline:
        """A deadline that many seconds from now."""
        return cls(time.monotonic() + seconds)

    @property
    def left_s(self) -> float:
        """Seconds left; never negative."""
        left_s = self.at_s - (self.since_s if self.loads else time.monotonic())
        return left_s if left_s > 0 else 0.0  # `max` takes as long as all of this

    @property
    def paused_s(self) -> float:
        """How long it stood still so far."""
        return self.stood_s + time.monotonic() - self.since_s if self.loads else self.stood_s

    def stop(self) -> None:
        """A load begins: stand still until `go_on`."""
        if not self.loads:
            self.since_s = time.monotonic()
            self.at_s = max(self.at_s, self.since_s + LEAST_AFTER_LOAD_S)
        self.loads += 1

    def go_on(self) -> None:
        """A load ended."""
        self.loads -= 1
        if not self.loads:
            stood_s = time.monotonic() - self.since_s
            self.at_s, self.stood_s = self.at_s + stood_s, self.stood_s + stood_s
