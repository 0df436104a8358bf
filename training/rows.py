"""What is learned from: a text, what it is worth on each of three scales, and how far that is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from zlib import crc32

from segue.domain.models import SafetyLevel

Three = tuple[float, float, float]
"""One number for `moderate` or more, one for `high` or more, one for `imminent`."""

UNKNOWN = 0.0
"""The weight of what a source does not tell."""
DOUBTFUL = 0.12
"""The target of a low level: not in danger, and still nearer to it than everyday talk."""

SOURCE_WEIGHT: Mapping[str, float] = {
    "own": 2.0,
    "noisy": 1.0,
    "among": 1.0,
    "contrastive": 2.0,
    "cssrs": 1.0,
    "goemotions": 0.5,
    "diasafety": 0.4,
    "counsel_chat": 2.5,
    "topic": 5.0,
}
"""How much one row of a source counts; chosen so that few good sentences are not drowned by many comments."""

_OF_LEVEL: dict[SafetyLevel, tuple[Three, Three]] = {
    SafetyLevel.NONE: ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0)),
    SafetyLevel.LOW: ((DOUBTFUL, 0.0, 0.0), (1.0, 1.0, 1.0)),
    SafetyLevel.MODERATE: ((1.0, 0.0, 0.0), (1.0, 0.7, 1.0)),
    SafetyLevel.HIGH: ((1.0, 1.0, 0.0), (1.0, 1.0, 0.7)),
    SafetyLevel.IMMINENT: ((1.0, 1.0, 1.0), (1.0, 1.0, 1.0)),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One text to learn from. It never shows in a repr."""

    text: str = field(repr=False)
    targets: Three
    weights: Three
    """0 where the source does not tell."""
    language: str
    source: str
    group: str
    """Rows of one group are never on both sides of a split: they say the same in other words."""
    level: SafetyLevel | None = None
    """None where the source does not tell more than risk or none."""
    tag: str = ""


FOLDS = 5
"""Parts that rows are split into for cross-validation."""


def fold(row: Row) -> int:
    """The part that a row and its like belong to."""
    return crc32(row.group.encode()) % FOLDS


def leveled(
    text: str, level: SafetyLevel, *, language: str, source: str, group: str, tag: str = "", weight: float = 1.0
) -> Row:
    """A row whose level is known."""
    targets, weights = _OF_LEVEL[level]
    high, higher, highest = weights
    return Row(
        text, targets, (high * weight, higher * weight, highest * weight), language, source, group, level=level, tag=tag
    )
