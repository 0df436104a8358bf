"""Numbers the letter groups and word pairs of a text: what an embedding smooths over keeps a weight of its own."""

from __future__ import annotations

import re
from itertools import pairwise
from zlib import crc32

from segue.safety.learned.wording import is_denial
from segue.safety.reading.folding import fold

BUCKETS = 1 << 15
"""Groups share these; a collision costs little, a larger table costs memory and download."""
_SIZES = (3, 4, 5)
"""Letters of a group, within a word and its two ends."""
_MOST_WORDS = 150
"""Words of a stretch that are read: a stretch of ordinary words has fewer."""
_LONGEST_WORD = 24
_DENIED = 5
"""Words after a denial that also count as denied."""
_WORD = re.compile(r"\w+(?:'\w+)?")


def ngrams(text: str, known: dict[bytes, tuple[int, ...]]) -> list[int]:
    """The buckets of all its groups, each once, in rising order.

    `known` is filled with the buckets of each word: hand it on from one part of a message to the next.
    """
    said = _WORD.findall(fold(text).text)[:_MOST_WORDS]
    words = [word[:_LONGEST_WORD].encode() for word in said]
    found: set[int] = set()
    for word in set(words):
        if word not in known:
            known[word] = _groups(word)
        found.update(known[word])
    for at in (at for at, word in enumerate(said) if is_denial(word)):
        found.update(crc32(b"not " + word) % BUCKETS for word in words[at + 1 : at + 1 + _DENIED])
    found.update(crc32(b"_".join(pair)) % BUCKETS for pair in pairwise(words))
    return sorted(found)


def _groups(word: bytes) -> tuple[int, ...]:
    """The word itself, and its groups of letters."""
    bound = b" %b " % word
    groups = [bound[at : at + size] for size in _SIZES for at in range(len(bound) - size + 1)]
    return tuple(crc32(group) % BUCKETS for group in (word, *groups))
