"""Makes probabilities and thresholds a language, from scores that were given to rows not trained on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from segue.domain.models import SafetyLevel
from segue.safety.learned.calibration import Calibration
from segue.safety.learned.network import SCALES
from training.rows import Row

Doubles = NDArray[np.float64]

_LEAST_PART = 0.5
"""Of a limit, what the classifier has for itself where rules use up the rest: it must not fall silent for them."""

LANGUAGES = ("de", "en", "es", "fr", "pt")
"""Languages that there are own sentences in, and so thresholds for."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How often somebody who is in no danger may be taken for moderate or more, by where the words come from.

    By rules or classifier: what rules flag by themselves leaves the classifier less. The strictest of the first three
    makes the threshold, so a looser one changes nothing while another binds.
    """

    ordinary: float = 0.009
    """Comments on everything and anything."""
    therapy: float = 0.04
    """Questions to counsellors."""
    adversarial: float = 0.15
    """Own sentences that sound like danger and are none: idioms, games, grief, medicine, other people."""
    higher: float = 0.02
    """Of the same own sentences: taken for high or more. And how much of moderate ones may be taken for imminent."""
    low: float = 3.0
    """The low level begins where these shares are this many times as large."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Rows with what a network that had not seen them gave."""

    rows: Sequence[Row]
    logits: Doubles
    """(rows, 3)"""
    by_rules: NDArray[np.bool_]
    """For each row whether rules alone take it for moderate or more."""

    def where(self, chosen: Sequence[bool]) -> Scored:
        """Some of them."""
        rows = [row for row, is_in in zip(self.rows, chosen, strict=True) if is_in]
        return Scored(rows, self.logits[list(chosen)], self.by_rules[list(chosen)])


def calibrate(scored: Scored, limits: Limits) -> tuple[dict[str, Calibration], Calibration]:
    """One calibration a language, and one of all together for the rest."""
    pooled = _calibration(scored, limits)
    by_language = {
        language: _between(_calibration(_of_language(scored, language), limits), pooled)
        for language in sorted({row.language for row in scored.rows if row.source == "own"})
    }
    return by_language, pooled


def _between(one: Calibration, pooled: Calibration) -> Calibration:
    """Thresholds half way to those of all: a language has a hundred and some sentences, and each moves its own."""
    return replace(
        one,
        low=_rounded((one.low + pooled.low) / 2),
        moderate=_rounded((one.moderate + pooled.moderate) / 2),
        high=_rounded((one.high + pooled.high) / 2),
        imminent=_rounded((one.imminent + pooled.imminent) / 2),
    )


def _of_language(scored: Scored, language: str) -> Scored:
    """English has all background; the others have their own sentences, and a background that hardly differs."""
    own = [row.language == language or row.source != "own" for row in scored.rows]
    return scored.where(own)


def _calibration(scored: Scored, limits: Limits) -> Calibration:
    slopes, offsets = zip(*(_platt(scored, scale) for scale in range(SCALES)), strict=True)
    chances = 1 / (1 + np.exp(-(scored.logits * np.array(slopes) + np.array(offsets))))
    background = {
        "ordinary": _chosen(scored, "goemotions"),
        "therapy": _chosen(scored, "counsel_chat"),
        "adversarial": _chosen(scored, "own", SafetyLevel.NONE),
    }
    shares: Mapping[str, float] = {
        "ordinary": limits.ordinary,
        "therapy": limits.therapy,
        "adversarial": limits.adversarial,
    }

    def threshold(times: float) -> float:
        found = (
            _from_which(chances[rows, 0], scored.by_rules[rows], times * shares[kind])
            for kind, rows in background.items()
        )
        return _rounded(max(found))

    own_mild = chances[_chosen(scored, "own", SafetyLevel.NONE, SafetyLevel.LOW)]
    not_now = chances[_chosen(scored, "own", SafetyLevel.NONE, SafetyLevel.LOW, SafetyLevel.MODERATE)]
    return Calibration(
        slopes=tuple(round(float(slope), 5) for slope in slopes),
        offsets=tuple(round(float(offset), 5) for offset in offsets),
        low=threshold(limits.low),
        moderate=threshold(1),
        high=_rounded(max(np.quantile(own_mild[:, 1], 1 - limits.higher), 0.4)),
        imminent=_rounded(max(np.quantile(not_now[:, 2], 1 - limits.higher), 0.4)),
    )


def _from_which(chances: Doubles, by_rules: NDArray[np.bool_], share: float) -> float:
    """The probability from which on as many are flagged as may be, with those that rules flag anyhow."""
    left = chances[~by_rules]
    allowed = max(share * len(chances) - by_rules.sum(), share * len(chances) * _LEAST_PART)
    return float(np.quantile(left, 1 - min(1.0, allowed / len(left))))


def _chosen(scored: Scored, source: str, *levels: SafetyLevel) -> NDArray[np.intp]:
    """Where rows of a source stand, those of some levels or all."""
    return np.flatnonzero([row.source == source and (not levels or row.level in levels) for row in scored.rows])


def _platt(scored: Scored, scale: int) -> tuple[float, float]:
    """Slope and offset by Newton's method on what is known; held near 1 and 0 where little is."""
    target = np.array([row.targets[scale] for row in scored.rows])
    weight = np.array([row.weights[scale] for row in scored.rows])
    logits = scored.logits[:, scale]
    slope, offset = 1.0, 0.0
    for _ in range(200):
        chance = 1 / (1 + np.exp(-np.clip(slope * logits + offset, -60, 60)))
        error, curve = weight * (chance - target), weight * chance * (1 - chance)
        gradient = np.array([error @ logits + (slope - 1), error.sum() + offset])
        cross = curve @ logits
        bend = np.array([[curve @ logits**2 + 1, cross], [cross, curve.sum() + 1]])
        step = np.linalg.solve(bend, gradient)
        step = np.clip(step, -1, 1)  # from far off, Newton's own steps overshoot
        slope, offset = slope - step[0], offset - step[1]
        if np.abs(step).max() < 1e-8:
            break
    return slope, offset


def _rounded(value: float) -> float:
    return round(float(value), 5)
