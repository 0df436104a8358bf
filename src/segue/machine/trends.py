"""Where figures are going: bytes a second, and how long that can go on. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from segue.machine.readings import Reading

WINDOW_S: Final = 60.0
"""Span over which a trend is looked for."""
LEAST_POINTS: Final = 8
LEAST_S: Final = 30.0
"""With fewer readings, or in a shorter span, there is none."""
CERTAINTY: Final = 3.0
"""How many times its own standard error a slope has to be: else it is noise."""
PARTS: Final = 6
"""The middle figures of so many parts of the time have to follow each other in one direction: a program that started
or ended is a step, and free memory that comes and goes wanders. By chance they do once in 360 times. Our choice."""
FURTHEST_S: Final = 6 * 3600.0
"""A minute says nothing of what is further away than this."""


@dataclass(frozen=True, slots=True)
class Trend:
    """How a free amount changes."""

    bytes_a_s: float
    """Below 0: it becomes less."""
    left_s: float | None
    """Until nothing is left, if it goes on so; None: it does not become less, or only slowly."""


@dataclass(frozen=True, slots=True)
class Trends:
    """What changes surely, over the last minute; None: nothing does, or not enough was read."""

    memory: Trend | None = None
    """Memory that could be taken."""
    disk: Trend | None = None


def trends(readings: Sequence[Reading]) -> Trends:
    """The trends of readings, oldest first."""
    memory = [(reading.at_s, reading.available_bytes) for reading in readings]
    disk = [(reading.at_s, reading.disk_free_bytes) for reading in readings]
    return Trends(trend(memory), trend(disk))


def trend(points: Sequence[tuple[float, int | None]]) -> Trend | None:
    """The trend of a free amount, as (seconds, bytes), by least squares."""
    known = [(at_s, amount) for at_s, amount in points if amount is not None]
    if len(known) < LEAST_POINTS or known[-1][0] - known[0][0] < LEAST_S:
        return None
    middle_s = sum(at_s for at_s, _ in known) / len(known)
    middle = sum(amount for _, amount in known) / len(known)
    spread = sum((at_s - middle_s) ** 2 for at_s, _ in known)
    slope = sum((at_s - middle_s) * (amount - middle) for at_s, amount in known) / spread
    residue = sum((amount - middle - slope * (at_s - middle_s)) ** 2 for at_s, amount in known)
    error = math.sqrt(residue / (len(known) - 2) / spread)
    if slope == 0 or abs(slope) < CERTAINTY * error or not _goes_on(known):
        return None
    left_s = known[-1][1] / -slope if slope < 0 else None
    return Trend(slope, left_s if left_s is not None and left_s <= FURTHEST_S else None)


def _goes_on(known: Sequence[tuple[float, int]]) -> bool:
    """Whether it goes in one direction all the time."""
    begin_s, end_s = known[0][0], known[-1][0]
    parts: list[list[int]] = [[] for _ in range(PARTS)]
    for at_s, amount in known:
        parts[min(PARTS - 1, int((at_s - begin_s) / (end_s - begin_s) * PARTS))].append(amount)
    middles = [median(part) for part in parts if part]
    pairs = list(pairwise(middles))
    return len(middles) == PARTS and (all(a > b for a, b in pairs) or all(a < b for a, b in pairs))
