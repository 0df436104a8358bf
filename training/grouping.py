"""Fits the weights of letter groups: a logistic regression on each of the three scales, over sparse rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segue.safety.learned.network import SCALES, Groups
from segue.safety.learned.ngrams import BUCKETS
from training.rows import SOURCE_WEIGHT, Row

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """How the regression is fitted: all rows at once, `steps` times."""

    steps: int = 80
    rate: float = 0.15
    decay: float = 0.1
    """Of the squared weights, in units of one message."""
    rarest: int = 2
    """Groups of fewer messages have no weight."""


def fit_groups(messages: Sequence[Row], groups: Sequence[NDArray[np.int64]], plan: GroupPlan) -> Groups:
    """Weights for the groups of whole messages; `groups` has one array a message, in the same order."""
    lengths = np.array([len(each) for each in groups], dtype=np.int64)
    places = np.concatenate(groups)
    owner = np.repeat(np.arange(len(groups)), lengths)
    count = np.bincount(places, minlength=BUCKETS)
    rarity = np.log((1 + len(groups)) / (1 + count)).astype(np.float32) + 1
    rarity[count < plan.rarest] = 0
    values = rarity[places]
    norms = np.sqrt(np.bincount(owner, weights=values**2, minlength=len(groups)))
    values = (values / np.maximum(norms, 1e-6)[owner]).astype(np.float32)
    scale = np.array([SOURCE_WEIGHT[row.source] for row in messages])
    weights, bias = np.zeros((BUCKETS, SCALES), dtype=np.float32), np.zeros(SCALES, dtype=np.float32)
    for n in range(SCALES):
        target = np.array([row.targets[n] for row in messages])
        weight = np.array([row.weights[n] for row in messages]) * scale
        weights[:, n], bias[n] = _regression((places, owner, values), target, weight, plan)
    return Groups(rarity, weights, bias)


def _regression(
    sparse: tuple[NDArray[np.int64], NDArray[np.int64], Floats],
    target: NDArray[np.float64],
    weight: NDArray[np.float64],
    plan: GroupPlan,
) -> tuple[NDArray[np.float64], float]:
    """Adam on the whole data: as many passes as steps, the same result every time."""
    places, owner, values = sparse
    weights, bias = np.zeros(BUCKETS), -2.0
    first, second, first_bias, second_bias = np.zeros(BUCKETS), np.zeros(BUCKETS), 0.0, 0.0
    for step in range(1, plan.steps + 1):
        logits = np.bincount(owner, weights=values * weights[places], minlength=len(target)) + bias
        error = (1 / (1 + np.exp(-logits)) - target) * weight
        gradient = np.bincount(places, weights=values * error[owner], minlength=BUCKETS) + plan.decay * weights
        slope = float(error.sum())
        first += 0.1 * (gradient - first)
        second += 0.01 * (gradient**2 - second)
        first_bias += 0.1 * (slope - first_bias)
        second_bias += 0.01 * (slope**2 - second_bias)
        rate = plan.rate * (1 - step / (plan.steps + 1)) * np.sqrt(1 - 0.99**step) / (1 - 0.9**step)
        weights -= rate * first / (np.sqrt(second) + 1e-8)
        bias -= rate * first_bias / (np.sqrt(second_bias) + 1e-8)
    return weights, bias
