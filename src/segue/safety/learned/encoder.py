"""Turns a message into numbers for the network: the sentence encoder, the rules' findings, the wording, letter groups.

It needs the extra `safety`; import it late.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from segue.domain.findings import Finding
from segue.safety.contract import Heard
from segue.safety.learned.embedding import WORDS, Passage, SentenceEncoder
from segue.safety.learned.features import RULE_FEATURES, rule_features
from segue.safety.learned.ngrams import ngrams
from segue.safety.learned.stretches import WHOLE_CHARS, Stretch, stretches
from segue.safety.learned.word_table import EMBEDDING, Floats
from segue.safety.learned.wording import WORDING_FEATURES, wording_features
from segue.safety.reading.normalize import readings

RULE_COLUMNS = slice(EMBEDDING, EMBEDDING + RULE_FEATURES)
"""Where the rules' findings stand in a row."""
PART_DISCOUNT = 1.0
"""A sentence among others says less than one alone, and a long message has more chances of a false alarm.

Measured: at 5 % false alarms on questions to counsellors 78 % of our own sentences are found with it, 64 % without."""
WITHOUT_WORDS = EMBEDDING + RULE_FEATURES + WORDING_FEATURES
"""Numbers of a row before those of its words, which are the last."""
WIDTH = WITHOUT_WORDS + WORDS


@dataclass(frozen=True, slots=True)
class Read:
    """A message as the network reads it. From these numbers something of the text could be guessed: no repr."""

    rows: NDArray[np.float32] = field(repr=False)
    """One row a stretch, `WIDTH` numbers each."""
    groups: tuple[NDArray[np.int64], ...] = field(repr=False)
    """For each stretch the buckets of its letter groups."""
    discounts: NDArray[np.float32]
    """For each stretch what is taken from its logits: 0 for the whole message, `PART_DISCOUNT` for a part."""


class Encoder:
    """Holds the sentence encoder, about 80 MB. Pure once made, so threads may share it."""

    def __init__(self) -> None:
        self.sentences = SentenceEncoder()
        self.probe("ready", 1)  # linear algebra starts here and not in the middle of somebody's turn

    def probe(self, text: str, count: int) -> Floats:
        """The first numbers for a text, to tell one encoder from another."""
        return self.sentences.encode([Passage(text, ((0, len(text)),))])[0, :count]

    def read(self, messages: Sequence[Heard]) -> list[Read]:
        """What the network reads of each message: at most `MOST_STRETCHES` stretches and one undisguised reading.

        Messages that are read together take less time than one after the other.
        """
        pairs = [(heard, _parts(heard)) for heard in messages]
        encoded = self.sentences.read([passage for pair in pairs for passage in _passages(*pair)])
        read, start = [], 0
        for heard, parts in pairs:
            own = slice(start, start := start + len(parts))
            read.append(_read(heard, parts, encoded.sentences[own], encoded.words[own]))
        return read


def _parts(heard: Heard) -> list[Stretch]:
    """What is read of a message; its reading without disguise, where there is one, is the last."""
    places = frozenset(finding.start for finding in heard.findings)
    return stretches(heard.text, places) + _undisguised(heard.text)


def _passages(heard: Heard, parts: Sequence[Stretch]) -> Iterator[Passage]:
    """The message with its stretches, and its reading without disguise."""
    own = [part for part in parts if part.text == heard.text[part.start : part.end]]
    yield Passage(heard.text, tuple((part.start, part.end) for part in own))
    yield from (Passage(part.text, ((0, len(part.text)),)) for part in parts[len(own) :])


def _read(heard: Heard, parts: Sequence[Stretch], embedded: Floats, words: Floats) -> Read:
    known: dict[bytes, tuple[int, ...]] = {}
    beside = np.array([_beside(part, heard.findings) for part in parts], dtype=np.float32)
    groups = tuple(np.array(ngrams(part.text, known), dtype=np.int64) for part in parts)
    discounts = [0.0 if (part.start, part.end) == (0, len(heard.text)) else PART_DISCOUNT for part in parts]
    return Read(np.hstack([embedded, beside, words]), groups, np.array(discounts, dtype=np.float32))


def _undisguised(text: str) -> list[Stretch]:
    """A short message with its disguise taken off (`k1ll`, `d i e`), where it has one."""
    if len(text) > WHOLE_CHARS:
        return []
    plain, *others = readings(text)
    bare = others[-1].text if others else plain.text
    return [Stretch(bare, 0, len(text))] if bare.strip() and bare != plain.text else []


def _beside(part: Stretch, findings: Sequence[Finding]) -> list[float]:
    within = [finding for finding in findings if finding.start < part.end and finding.end > part.start]
    return rule_features(within) + wording_features(part.text)
