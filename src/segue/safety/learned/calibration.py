"""From what the network gives to probabilities, and from those to a level: by numbers that were made for a language."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from segue.domain.models import SafetyLevel


@dataclass(frozen=True, slots=True)
class Calibration:
    """Of one language. The scales are: moderate or more, high or more, imminent."""

    slopes: tuple[float, ...]
    offsets: tuple[float, ...]
    """A logit times its slope and plus its offset is the logit of a probability (Platt)."""
    low: float
    """Probability of moderate or more from which on a text is low."""
    moderate: float
    """The same, from which on it is moderate."""
    high: float
    """Probability of high or more from which on a text that is at least moderate is high."""
    imminent: float
    """Probability of imminent from which on a text that is at least high is imminent."""

    def chances(self, logits: Sequence[float]) -> tuple[float, ...]:
        """Probabilities, one a scale."""
        return tuple(
            1 / (1 + math.exp(-max(-60.0, min(60.0, slope * logit + offset))))
            for logit, slope, offset in zip(logits, self.slopes, self.offsets, strict=True)
        )

    def level(self, chances: Sequence[float]) -> SafetyLevel:
        """The level of a text by its probabilities. Each level needs those below it."""
        at_least, higher, highest = chances
        if at_least < self.low:
            return SafetyLevel.NONE
        if at_least < self.moderate:
            return SafetyLevel.LOW
        if higher < self.high:
            return SafetyLevel.MODERATE
        return SafetyLevel.IMMINENT if highest >= self.imminent else SafetyLevel.HIGH


@dataclass(frozen=True, slots=True)
class Calibrations:
    """All that there are."""

    by_language: Mapping[str, Calibration]
    """By ISO 639-1 code."""
    pooled: Calibration
    """Of all of them together, for texts in another language or an unknown one."""
