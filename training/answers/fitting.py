"""Fits the network of answers: one hidden layer, harm and its kind. The same rows give the same weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from segue.safety.learned.answer_network import HARMS, OUTPUTS, WIDTH, AnswerNetwork
from segue.safety.learned.word_table import Floats
from training.answers.rows import FINE, INSULT, Row

FOLDS = 5
_KIND_WEIGHT = 0.3
"""Of telling harms apart, beside telling whether there is one."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How the network is fitted."""

    hidden: int = 320
    members: int = 1
    """Networks from different starts, put side by side."""
    epochs: int = 30
    batch: int = 256
    rate: float = 3e-3
    decay: float = 2e-3
    dropped_inputs: float = 0.1
    dropped_hidden: float = 0.3
    seed: int = 20261126


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is learned: `read` has a row each, in the order of `rows`."""

    rows: Sequence[Row]
    read: Floats

    def only(self, chosen: NDArray[np.bool_]) -> Lessons:
        """Some of them."""
        return Lessons([row for row, is_in in zip(self.rows, chosen, strict=True) if is_in], self.read[chosen])


def fit(lessons: Lessons, plan: Plan) -> AnswerNetwork:
    """Fit the members and put them side by side: together they give the mean of what each gives."""
    targets, weights = _worth(lessons.rows)
    members = [_fit_one(lessons.read, targets, weights, plan, plan.seed + n) for n in range(plan.members)]
    return AnswerNetwork(
        np.concatenate([member[0] for member in members], axis=1),
        np.concatenate([member[1] for member in members]),
        (np.concatenate([member[2] for member in members]) / len(members)).astype(np.float32),
        np.mean([member[3] for member in members], axis=0).astype(np.float32),
    )


def unseen(lessons: Lessons, plan: Plan) -> Floats:
    """(rows,): what networks say of harm in each row that were fitted without it and its group."""
    folds = np.array([crc32(row.group.encode()) % FOLDS for row in lessons.rows])
    logits = np.zeros(len(lessons.rows), dtype=np.float32)
    for number in range(FOLDS):
        network = fit(lessons.only(folds != number), plan)
        logits[folds == number] = network.logits(lessons.read[folds == number])[:, 0]
    return logits


def _worth(rows: Sequence[Row]) -> tuple[Floats, Floats]:
    """(rows, OUTPUTS) each: targets, and how much each counts."""
    targets = np.zeros((len(rows), OUTPUTS), dtype=np.float32)
    weights = np.zeros((len(rows), OUTPUTS), dtype=np.float32)
    places = {str(harm): 1 + at for at, harm in enumerate(HARMS)}
    for at, row in enumerate(rows):
        weights[at, 0] = row.weight
        targets[at, 0] = row.label != FINE
        if row.label != INSULT:
            weights[at, 1:] = row.weight * _KIND_WEIGHT
        if row.label in places:
            targets[at, places[row.label]] = 1
    return targets, weights


def _fit_one(read: Floats, targets: Floats, weights: Floats, plan: Plan, seed: int) -> list[Floats]:
    chance = np.random.default_rng(seed)
    layers = [
        (chance.standard_normal((WIDTH, plan.hidden)) * np.sqrt(2 / WIDTH)).astype(np.float32),
        np.zeros(plan.hidden, dtype=np.float32),
        (chance.standard_normal((plan.hidden, OUTPUTS)) * np.sqrt(1 / plan.hidden)).astype(np.float32),
        np.full(OUTPUTS, -3.0, dtype=np.float32),
    ]
    means, spreads = [np.zeros_like(layer) for layer in layers], [np.zeros_like(layer) for layer in layers]
    count, done = len(read), 0
    steps = plan.epochs * -(-count // plan.batch)
    for _ in range(plan.epochs):
        order = chance.permutation(count)
        for begin in range(0, count, plan.batch):
            part = order[begin : begin + plan.batch]
            gradients = _gradients(layers, read[part], targets[part], weights[part], plan, chance)
            rate, done = plan.rate * (1 - done / steps), done + 1
            for values in zip(layers, gradients, means, spreads, strict=True):
                _move(*values, rate=rate, done=done, decay=plan.decay)
    return layers


def _move(
    layer: Floats, gradient: Floats, mean: Floats, spread: Floats, *, rate: float, done: int, decay: float
) -> None:
    """One step of Adam in place, with decay of the weights (not of the biases) beside the gradient."""
    mean += np.float32(0.1) * (gradient - mean)
    spread += np.float32(0.001) * (gradient * gradient - spread)
    scale = np.float32(np.sqrt(1 - 0.999**done) / (1 - 0.9**done) * rate)
    layer -= scale * mean / (np.sqrt(spread) + np.float32(1e-8))
    if layer.ndim > 1:  # a matrix, not a bias
        layer *= np.float32(1 - rate * decay)


def _gradients(
    layers: Sequence[Floats], read: Floats, targets: Floats, weights: Floats, plan: Plan, chance: np.random.Generator
) -> list[Floats]:
    """Of the weighted cross-entropy."""
    first, first_bias, second, second_bias = layers
    rows = read * _kept(read.shape, plan.dropped_inputs, chance)
    inner = rows @ first + first_bias
    mask = (inner > 0) * _kept(inner.shape, plan.dropped_hidden, chance)
    active = inner * mask
    outer = active @ second + second_bias
    chances = 1 / (1 + np.exp(-np.clip(outer, -30, 30)))
    error = ((chances - targets) * weights / np.float32(plan.batch)).astype(np.float32)
    back = (error @ second.T) * mask
    return [rows.T @ back, back.sum(axis=0), active.T @ error, error.sum(axis=0)]


def _kept(shape: tuple[int, ...], dropped: float, chance: np.random.Generator) -> Floats:
    kept: Floats = (chance.random(shape, dtype=np.float32) >= dropped).astype(np.float32) / np.float32(1 - dropped)
    return kept
