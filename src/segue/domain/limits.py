"""Limits of what may be asked: the figures that hold for one scope, and how each of them stands."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from segue.domain.scopes import Scope

WINDOW_S: Final = 60.0
"""What "a minute" means: the last 60 seconds, whenever they are looked at; no minute of the clock."""

MOST_COUNTED: Final = 1_000_000_000
"""Largest figure of a limit: stores, and scripts in Redis, count far beyond it without rounding."""


class Figure(StrEnum):
    """What a limit counts."""

    REQUESTS = "requests"
    """Requests within a minute."""
    TOKENS = "tokens"
    """Tokens within a minute, those that go in and those that come out."""
    CONCURRENT = "concurrent"
    """Requests under way at once."""

    @property
    def in_words(self) -> str:
        """As it follows a number."""
        return {"requests": "requests a minute", "tokens": "tokens a minute"}.get(self, "requests at once")


@dataclass(frozen=True, slots=True)
class Limit:
    """What holds for one scope; None: no limit of that kind."""

    scope: Scope
    requests: int | None = None
    """Requests within a minute."""
    tokens: int | None = None
    """Tokens within a minute."""
    concurrent: int | None = None
    """Requests under way at once."""
    known_as: str = ""
    """The scope's name as people know it, as a caller's; empty: the scope's own."""

    @property
    def counts_a_minute(self) -> bool:
        """Whether anything is counted over a minute."""
        return self.requests is not None or self.tokens is not None

    @property
    def about(self) -> str:
        """The scope, as it stands in a sentence: `the caller 'game'`."""
        kind, name = self.scope.kind, self.known_as or self.scope.name
        return {"global": "everybody together", "session": "this session"}.get(kind, f"the {kind} '{name}'")


@dataclass(frozen=True, slots=True)
class Standing:
    """How one figure of a limit stands."""

    limit: Limit
    figure: Figure
    most: int
    used: int
    resets_s: float | None
    """Seconds until nothing of it is used, if nothing comes; None: nobody knows, for it is what is under way."""

    @property
    def left(self) -> int:
        """What may still come; 0 also where more was used than the limit, as turns of people in danger may."""
        return max(0, self.most - self.used)


@dataclass(frozen=True, slots=True)
class Reached:
    """The limit that stands in the way, of several the one that stands there for longest."""

    standing: Standing
    wait_s: float | None
    """Seconds until it does not; None: nobody knows (`concurrent`), or it always will (`is_too_large`)."""
    is_too_large: bool = False
    """True: what was asked for is more than the whole limit, however long one waits."""

    @property
    def in_the_way_s(self) -> float:
        """For how long it stands in the way, as far as anybody knows; endless where it always will."""
        return math.inf if self.is_too_large else self.wait_s or 0.0


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of asking several limits at once: all of them hold it, or none does."""

    standings: tuple[Standing, ...]
    """How each figure stands, with what was taken."""
    reached: Reached | None = None
    """Why nothing was taken; None: it was."""


def gravest(reached: Iterable[Reached]) -> Reached:
    """The one to name: whoever waits until it is over finds none of the others in the way."""
    return max(reached, key=lambda each: each.in_the_way_s)
