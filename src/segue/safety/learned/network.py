"""The network of the classifier: one hidden layer over each stretch, letter groups beside it, three scales."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segue.safety.learned.encoder import Read

Floats = NDArray[np.float32]

SCALES = 3
"""Moderate or more, high or more, imminent."""
GRAVER = 0.2
"""How much of what speaks for high or more is added to what speaks for moderate or more: better a thought is missed
than a plan. Cross-validated on own English sentences, at the same false alarms: 79 % of high and 81 % of imminent ones
are found instead of 74 and 76 %, and 64 % of moderate ones instead of 66 %."""


@dataclass(frozen=True, slots=True)
class Layers:
    """The hidden layer and what comes of it."""

    first: Floats
    """(width, hidden)"""
    first_bias: Floats
    """(hidden,)"""
    second: Floats
    """(hidden, 3)"""
    second_bias: Floats
    """(3,)"""

    @classmethod
    def side_by_side(cls, members: Sequence[Layers]) -> Layers:
        """One layer that gives the mean of what its members give."""
        return cls(
            np.concatenate([member.first for member in members], axis=1),
            np.concatenate([member.first_bias for member in members]),
            (np.concatenate([member.second for member in members]) / len(members)).astype(np.float32),
            np.mean([member.second_bias for member in members], axis=0).astype(np.float32),
        )

    def logits(self, rows: Floats) -> Floats:
        """(stretches, 3)."""
        result: Floats = np.maximum(rows @ self.first + self.first_bias, 0) @ self.second + self.second_bias
        return result


@dataclass(frozen=True, slots=True)
class Groups:
    """A weight for each letter group, rarer ones counting more."""

    rarity: Floats
    """(buckets,)"""
    weights: Floats
    """(buckets, 3)"""
    bias: Floats
    """(3,)"""

    def logits(self, groups: NDArray[np.int64]) -> Floats:
        """(3,) for one stretch."""
        if not len(groups):
            return self.bias
        values = self.rarity[groups]
        length = max(float(np.sqrt(values @ values)), 1e-6)
        result: Floats = ((values / np.float32(length)) @ self.weights[groups] + self.bias).astype(np.float32)
        return result


@dataclass(frozen=True, slots=True)
class Network:
    """Both halves."""

    layers: Layers
    groups: Groups
    share: float
    """How much the letter groups count beside the hidden layer."""

    def logits(self, read: Read) -> Floats:
        """(3,): on each scale the gravest stretch of the message, and a part of the second beside the first."""
        beside = np.stack([self.groups.logits(groups) for groups in read.groups])
        logits = self.layers.logits(read.rows) + np.float32(self.share) * beside - read.discounts[:, None]
        gravest: Floats = logits.max(axis=0)
        gravest[0] += np.float32(GRAVER) * gravest[1]
        return gravest
