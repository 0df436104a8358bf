"""The encoder's words before they meet each other: what its first layers make of each, remembered for common ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Final

import numpy as np
from numpy.typing import NDArray

from segue.safety.learned.packed_table import PackedTable, Places

Floats = NDArray[np.float32]

EMBEDDING: Final = 512
"""Numbers of a span."""
CHANNELS: Final = 256
"""Of each of the three convolutions."""
ORDERS: Final = ((2, 0), (3, 1), (5, 2))
"""Words that a convolution sees, and how many of them stand before its own."""
COMMON: Final = 1 << 15
"""Words of which some are remembered: the vocabulary of sixteen languages has the most frequent first. Of an ordinary
message nineteen in twenty are among them."""
REMEMBERED: Final = 512
"""Most of them that are, 8 MB: those that came first. Which words somebody used at some time, and no more."""

PARTS: Final = 17
"""Parts of the table of words, each with a scale of its own; a word's number modulo this names its part."""
_PROJECTED: Final = len(ORDERS) * CHANNELS
_WIDTH: Final = EMBEDDING + _PROJECTED + CHANNELS * sum(order for order, _ in ORDERS)


@dataclass(frozen=True, slots=True)
class Affine:
    """Weights of a layer, and what is added."""

    weights: Floats
    bias: Floats


@dataclass(frozen=True, slots=True)
class WordRows:
    """What is known of some words, one row each; there may be rows of others."""

    rows: Floats
    of_word: Places
    """For each word that was asked for its row."""

    @property
    def raw(self) -> Floats:
        """(rows, `EMBEDDING`): their numbers in the table."""
        return self.rows[:, :EMBEDDING]

    @property
    def projected(self) -> Floats:
        """(rows, 768): what the convolutions see of them."""
        return self.rows[:, EMBEDDING : EMBEDDING + _PROJECTED]

    def shares(self, number: int) -> Floats:
        """(rows, order, `CHANNELS`): what they give to each place of one convolution that sees them."""
        before = sum(order for order, _ in ORDERS[:number])
        start = EMBEDDING + _PROJECTED + before * CHANNELS
        order, _ = ORDERS[number]
        return self.rows[:, start : start + order * CHANNELS].reshape(len(self.rows), order, CHANNELS)


class WordTable:
    """Holds the vocabulary, 34 MB, and what is remembered. Threads may share it."""

    def __init__(
        self,
        table: PackedTable,
        scale: Floats,
        low: Floats,
        *,
        project: Affine,
        project_norm: Affine,
        convolutions: Sequence[Floats],
        eps: float,
        most: int = REMEMBERED,
    ) -> None:
        """`convolutions`: the weights of each, (order x channels, channels). `most`: words that are remembered."""
        self._table, self._scale, self._low = table, scale, low
        self._project, self._project_norm, self._eps = project, project_norm, eps
        # A word's share of a convolution does not depend on its place, so it is made once a word and not once a place.
        self._shares = [
            _beside_each_other(weights, order) for (order, _), weights in zip(ORDERS, convolutions, strict=True)
        ]
        self._remembered = np.empty((most, _WIDTH), dtype=np.float32)
        self._place_of = np.full(COMMON, -1, dtype=np.int64)
        """Where a word is remembered; -1: nowhere."""
        self._count = 0
        self._remembering = Lock()
        """Held while a place is given to a word: no two words have the same."""

    def rows(self, words: Places) -> WordRows:
        """What is known of these words, each given once."""
        places = self._places(words)
        unknown = np.flatnonzero(places < 0)
        if not len(unknown):
            return WordRows(self._remembered, places)
        made = self._made(words[unknown])
        self._remember(words[unknown], made)
        if len(unknown) == len(words):
            return WordRows(made, np.arange(len(words)))
        rows = self._remembered[places]
        rows[unknown] = made
        return WordRows(rows, np.arange(len(words)))

    def _places(self, words: Places) -> Places:
        return np.where(words < COMMON, self._place_of[np.minimum(words, COMMON - 1)], -1)

    def _made(self, words: Places) -> Floats:
        made = np.empty((len(words), _WIDTH), dtype=np.float32)
        found = WordRows(made, np.arange(len(words)))
        raw, projected = found.raw, found.projected
        part = words % PARTS
        raw[:] = self._table[words]
        raw *= self._scale[part, None]
        raw += self._low[part, None]
        projected[:] = raw @ self._project.weights
        projected += self._project.bias
        normed(projected, self._project_norm, self._eps)
        for number, weights in enumerate(self._shares):
            own = slice(number * CHANNELS, (number + 1) * CHANNELS)
            shares = found.shares(number)
            shares[:] = (projected[:, own] @ weights).reshape(shares.shape)
        return made

    def _remember(self, words: Places, made: Floats) -> None:
        if self._count == len(self._remembered):
            return
        with self._remembering:
            common = np.flatnonzero(words < COMMON)
            common = common[self._place_of[words[common]] < 0][: len(self._remembered) - self._count]
            places = np.arange(self._count, self._count + len(common))
            self._remembered[places] = made[common]
            self._place_of[words[common]] = places  # only now: who finds a place finds what stands there
            self._count += len(common)


def normed(rows: Floats, to: Affine, eps: float) -> Floats:
    """Each row with mean 0 and deviation 1, then stretched and moved; the rows themselves are changed."""
    rows -= rows.mean(axis=1, keepdims=True)
    spread = np.einsum("ij,ij->i", rows, rows) / rows.shape[1]
    rows *= (1 / np.sqrt(spread + eps))[:, None].astype(np.float32)
    rows *= to.weights
    rows += to.bias
    return rows


def _beside_each_other(weights: Floats, order: int) -> Floats:
    """(channels, order x channels) of (order x channels, channels): what a word gives to each place that sees it."""
    return np.ascontiguousarray(
        weights.reshape(order, CHANNELS, CHANNELS).transpose(1, 0, 2).reshape(CHANNELS, order * CHANNELS)
    )
