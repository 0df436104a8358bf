"""Fits the network: one hidden layer, three scales, a message worth what its gravest stretch is worth. numpy alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segue.safety.learned.encoder import RULE_COLUMNS, Read
from segue.safety.learned.network import SCALES, Layers
from training.rows import SOURCE_WEIGHT, Row

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Plan:
    """How the network is fitted. The same plan and rows give the same weights."""

    hidden: int = 256
    """Cross-validated by theme, 64 find .71 of the danger in our own sentences, 256 find .77."""
    members: int = 2
    """Networks that are fitted from different starts and averaged: they share one wide layer afterwards.

    What one start takes for danger, or misses, by chance then counts half: more is found at the same false alarms."""
    epochs: int = 20
    batch: int = 256
    rate: float = 6e-3
    decay: float = 2e-3
    dropped_inputs: float = 0.1
    dropped_hidden: float = 0.3
    dropped_rules: float = 0.15
    """Share of messages whose findings are hidden: rules change, and what they miss must be found too."""
    smoothing: float = 0.05
    """How far towards a half what a row is worth is moved: a label is one writer's judgement."""
    seed: int = 20261126


@dataclass(frozen=True, slots=True)
class Examples:
    """Messages as the network reads them: the rows of all, where each message begins, and what it is worth."""

    rows: Floats
    starts: NDArray[np.int64]
    targets: Floats
    weights: Floats
    discounts: Floats
    """One a row."""

    @classmethod
    def of(cls, messages: Sequence[Row], reads: Sequence[Read]) -> Examples:
        """From the rows to learn from and what was read of them, in the same order."""
        lengths = np.array([len(read.rows) for read in reads], dtype=np.int64)
        scale = np.array([[SOURCE_WEIGHT[row.source]] for row in messages], dtype=np.float32)
        return cls(
            np.concatenate([read.rows for read in reads]),
            np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64),
            np.array([row.targets for row in messages], dtype=np.float32),
            np.array([row.weights for row in messages], dtype=np.float32) * scale,
            np.concatenate([read.discounts for read in reads]),
        )

    def batch(self, chosen: NDArray[np.int64]) -> Examples:
        """Some of the messages."""
        ends = np.append(self.starts[1:], len(self.rows))
        lengths = (ends - self.starts)[chosen]
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64)
        places = np.repeat(self.starts[chosen] - starts, lengths) + np.arange(lengths.sum())
        return Examples(self.rows[places], starts, self.targets[chosen], self.weights[chosen], self.discounts[places])


def fit(examples: Examples, plan: Plan) -> Layers:
    """Fit the members one after the other and put them side by side."""
    return Layers.side_by_side([_fit_one(examples, plan, plan.seed + n) for n in range(plan.members)])


def _fit_one(examples: Examples, plan: Plan, seed: int) -> Layers:
    chance = np.random.default_rng(seed)
    width = examples.rows.shape[1]
    layers = [
        (chance.standard_normal((width, plan.hidden)) * np.sqrt(2 / width)).astype(np.float32),
        np.zeros(plan.hidden, dtype=np.float32),
        (chance.standard_normal((plan.hidden, SCALES)) * np.sqrt(1 / plan.hidden)).astype(np.float32),
        np.full(SCALES, -2.0, dtype=np.float32),
    ]
    adam = _Adam(layers, plan)
    count = len(examples.starts)
    steps = plan.epochs * -(-count // plan.batch)
    done = 0
    for _ in range(plan.epochs):
        order = chance.permutation(count)
        for begin in range(0, count, plan.batch):
            part = examples.batch(order[begin : begin + plan.batch])
            adam.step(_gradients(layers, part, plan, chance), rate=plan.rate * (1 - done / steps))
            done += 1
    return Layers(*layers)


def _gradients(layers: Sequence[Floats], part: Examples, plan: Plan, chance: np.random.Generator) -> list[Floats]:
    """Of the weighted cross-entropy, where only the gravest stretch of a message learns on each scale."""
    first, first_bias, second, second_bias = layers
    rows = part.rows * _kept(part.rows.shape, plan.dropped_inputs, chance)
    messages = np.repeat(np.arange(len(part.starts)), np.diff(np.append(part.starts, len(rows))))
    hidden_rules = chance.random(len(part.starts)) < plan.dropped_rules
    rows[hidden_rules[messages], RULE_COLUMNS] = 0
    inner = rows @ first + first_bias
    mask = (inner > 0) * _kept(inner.shape, plan.dropped_hidden, chance)
    active = inner * mask
    outer = active @ second + second_bias - part.discounts[:, None]
    best = np.maximum.reduceat(outer, part.starts, axis=0)
    targets = part.targets + np.float32(plan.smoothing) * (np.float32(0.5) - part.targets)
    error = (1 / (1 + np.exp(-best)) - targets) * part.weights / np.float32(plan.batch)
    is_best = outer == best[messages]
    spread = (is_best * error[messages]).astype(np.float32)
    back = (spread @ second.T) * mask
    return [rows.T @ back, back.sum(axis=0), active.T @ spread, spread.sum(axis=0)]


def _kept(shape: tuple[int, ...], dropped: float, chance: np.random.Generator) -> Floats:
    return (chance.random(shape, dtype=np.float32) >= dropped).astype(np.float32) / np.float32(1 - dropped)


class _Adam:
    """Adam with decay of the weights (not of the biases) beside the gradient."""

    def __init__(self, layers: list[Floats], plan: Plan) -> None:
        self._layers, self._plan, self._steps = layers, plan, 0
        self._first = [np.zeros_like(layer) for layer in layers]
        self._second = [np.zeros_like(layer) for layer in layers]

    def step(self, gradients: Sequence[Floats], *, rate: float) -> None:
        self._steps += 1
        scale = np.float32(np.sqrt(1 - 0.999**self._steps) / (1 - 0.9**self._steps) * rate)
        for place, gradient in enumerate(gradients):
            layer, mean, spread = self._layers[place], self._first[place], self._second[place]
            mean += np.float32(0.1) * (gradient - mean)
            spread += np.float32(0.001) * (gradient * gradient - spread)
            layer -= scale * mean / (np.sqrt(spread) + np.float32(1e-8))
            if layer.ndim > 1:  # a matrix, not a bias
                layer *= np.float32(1 - rate * self._plan.decay)
