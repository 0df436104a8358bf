"""The arithmetic of a detector: area under the curve, recall at a share of false alarms, calibration, intervals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]

_RESAMPLES = 500
_SEED = 20261126
_BINS = 10


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with the 95 % interval of a bootstrap over rows; all of it NaN where there is nothing to measure."""

    value: float
    low: float
    high: float
    rows: int

    def words(self) -> str:
        """As it is shown."""
        return "–" if np.isnan(self.value) else f"{self.value:.3f} ({self.low:.3f} to {self.high:.3f})"


def auc(scores: Doubles, is_risk: NDArray[np.bool_]) -> float:
    """The chance that a row of risk has a higher score than one without; ties count half. NaN without both kinds."""
    risky, calm = int(is_risk.sum()), int((~is_risk).sum())
    if not risky or not calm:
        return float("nan")
    _, inverse, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    return float((ranks[is_risk].sum() - risky * (risky + 1) / 2) / (risky * calm))


def recall_at(scores: Doubles, is_risk: NDArray[np.bool_], false_alarms: float) -> float:
    """Share of the rows of risk above the lowest threshold with at most that share of false alarms."""
    risky, calm = scores[is_risk], np.sort(scores[~is_risk])[::-1]
    if not len(risky) or not len(calm):
        return float("nan")
    allowed = int(false_alarms * len(calm) + 1e-9)
    threshold = calm[allowed] if allowed < len(calm) else -np.inf
    return float((risky > threshold).mean())


def calibration_error(scores: Doubles, is_risk: NDArray[np.bool_]) -> float:
    """Expected calibration error over ten equal stretches of probability, weighted by their rows."""
    if not len(scores):
        return float("nan")
    bins = np.minimum((scores * _BINS).astype(int), _BINS - 1)
    gaps = [abs(scores[bins == n].mean() - is_risk[bins == n].mean()) * (bins == n).sum() for n in set(bins.tolist())]
    return float(sum(gaps) / len(scores))


def share(flags: NDArray[np.bool_]) -> float:
    """Share of true ones; NaN of none."""
    return float(flags.mean()) if len(flags) else float("nan")


def with_interval(figure: Callable[..., float], *columns: NDArray[np.generic], resamples: int = _RESAMPLES) -> Figure:
    """`figure(*columns)` with its interval: rows are drawn anew with replacement, the same way every time."""
    count = len(columns[0])
    value = figure(*columns)
    if np.isnan(value):
        return Figure(value, value, value, count)
    chance = np.random.default_rng(_SEED)
    drawn = [chance.integers(0, count, count) for _ in range(resamples)]
    values = [figure(*(column[rows] for column in columns)) for rows in drawn]
    low, high = np.nanquantile(values, [0.025, 0.975])
    return Figure(value, float(low), float(high), count)


def by_group(groups: Sequence[Sequence[str]], flags: NDArray[np.bool_]) -> dict[str, Figure]:
    """Share of true ones in each group; a row may be in several."""
    names = sorted({name for row in groups for name in row})
    chosen = {name: np.array([name in row for row in groups]) for name in names}
    return {name: with_interval(share, flags[rows]) for name, rows in chosen.items()}
