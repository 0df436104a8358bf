"""Cuts a message into the stretches that the classifier reads: a sentence of danger must not drown in a long text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from segue.safety.learned.telling import telling

WHOLE_CHARS = 400
"""A message up to this length is also read as a whole."""
STRETCH_CHARS = 70
"""About the length of the stretches of such a message: a sentence. In its neighbours' company most of it is lost."""
LONG_STRETCH_CHARS = 140
"""About the length of the stretches of a longer one, each of which begins with the last sentence of the one before."""
MOST_ALONE = 1
"""Sentences of a longer one that are read by themselves as well: those whose words may tell most of danger. Two find
hardly more, and ask calm talk once more in seven conversations."""
MOST_STRETCHES = 20
"""More are not read: some 60 ms of work. The rules have read everything, and stretches with findings come first."""
ENDS = 4
"""Of those how many are at the end and the beginning in any case: a text is opened and closed by what it is about."""
MOST_LOOKED_AT = 300
"""Most stretches whose words are counted to choose among them, some 12 ms: more than a window of the path has."""

_SENTENCE = re.compile(r"[^.!?…\n]*[.!?…\n]*\s*")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a message, from `start` to `end`. It never shows in a repr."""

    text: str = field(repr=False)
    start: int
    end: int


def stretches(text: str, places: frozenset[int] = frozenset()) -> list[Stretch]:
    """The stretches to read, at most `MOST_STRETCHES`, the whole first where it is short enough.

    `places` are where rules found something: of a text with more stretches than are read, those that hold one are
    chosen first, then those whose words may tell of danger, then the end and the beginning by turns. What they hold
    of such sentences is read alone as well.
    """
    if len(text) <= WHOLE_CHARS:
        parts = _grouped(text, STRETCH_CHARS, overlap=False)
        whole = Stretch(text, 0, len(text))
        return [whole] if len(parts) < 2 else [whole, *parts][:MOST_STRETCHES]
    parts = _grouped(text, LONG_STRETCH_CHARS, overlap=True)
    tell_most = _telling(parts)
    alone = {one for one in _alone([parts[n] for n in tell_most[:MOST_ALONE]]) if one not in parts}
    most = MOST_STRETCHES - len(alone)
    read = parts if len(parts) <= most else _chosen(parts, sorted(places), tell_most, most)
    return sorted((*read, *alone), key=lambda part: (part.start, -part.end))


def _chosen(parts: Sequence[Stretch], found: Sequence[int], tell_most: Sequence[int], most: int) -> Sequence[Stretch]:
    """Of more stretches than are read those that are; `found`: where rules found something, in order."""
    chosen = [n for n, part in enumerate(parts) if bisect_left(found, part.start) < bisect_left(found, part.end)]
    ends = [n for pair in zip(reversed(range(len(parts))), range(len(parts)), strict=True) for n in pair]
    order = dict.fromkeys([*chosen[-MOST_STRETCHES // 2 :], *ends[:ENDS], *tell_most, *ends])
    return [parts[n] for n in list(order)[:most]]


def _alone(parts: Sequence[Stretch]) -> Iterator[Stretch]:
    """Of each the sentence that may tell most."""
    for part in parts:
        pieces = [
            Stretch(part.text[a:b], part.start + a, part.start + b) for a, b in _pieces(part.text, len(part.text))
        ]
        yield max(pieces, key=lambda piece: telling(piece.text))


def _telling(parts: Sequence[Stretch]) -> list[int]:
    """Those whose words may tell of danger, first those that tell most; of very many only some at both ends."""
    count, half = len(parts), MOST_LOOKED_AT // 2
    near = range(count) if count <= MOST_LOOKED_AT else (*range(half), *range(count - half, count))
    weights = {n: telling(parts[n].text) for n in near}
    return sorted((n for n in near if weights[n] > 0), key=lambda n: -weights[n])


def _grouped(text: str, most_chars: int, *, overlap: bool) -> list[Stretch]:
    """Sentences in a row, as many as fit; one that is longer by itself is cut."""
    found: list[Stretch] = []
    start = last = 0
    for begin, end in _pieces(text, most_chars):
        if end - start > most_chars and begin > start:
            found.append(Stretch(text[start:begin], start, begin))
            start = last if overlap and begin - last < most_chars // 2 and end - last <= most_chars else begin
        last = begin
    if text[start:].strip():
        found.append(Stretch(text[start:], start, len(text)))
    return found


def _pieces(text: str, most_chars: int) -> list[tuple[int, int]]:
    """Where sentences begin and end; long ones in parts that end between words where they can."""
    pieces: list[tuple[int, int]] = []
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        while end - start > most_chars:
            gap = text.rfind(" ", start + most_chars // 2, start + most_chars)
            cut = gap + 1 if gap > 0 else start + most_chars
            pieces.append((start, cut))
            start = cut
        if end > start:
            pieces.append((start, end))
    return pieces
