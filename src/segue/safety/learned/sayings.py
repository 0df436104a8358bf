"""Cuts a model's answer into the sayings that its classifier reads: a sentence, and the words just before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

LEAST_CHARS: Final = 25
"""Of a saying: shorter sentences are read together with the next, words one a line too."""
MOST_CHARS: Final = 240
"""Of a saying: a longer one is cut."""
BEFORE_CHARS: Final = 120
"""How much of what stands before a saying is read with it."""

_PIECE: Final = re.compile(r"[^.!?…。！？\n]*(?:[.!?…]+[\"'”’»)\]*_]*(?=\s|\Z)|[.!?…。！？]+|\n|\Z)\s*")


@dataclass(frozen=True, slots=True)
class Said:
    """A part of an answer, from `start` to `end` of it. It never shows in a repr."""

    text: str = field(repr=False)
    before: str = field(repr=False)
    start: int = 0
    end: int = 0


def sayings(text: str, before: str = "") -> list[Said]:
    """The sayings of a text, in order; `before` is what was said before it."""
    found: list[Said] = []
    for start, end in _places(text):
        said = text[start:end].strip()
        if any(char.isalpha() for char in said):
            ahead = f"{before[-BEFORE_CHARS:]} {text[max(0, start - BEFORE_CHARS) : start]}"
            found.append(Said(said, ahead.strip()[-BEFORE_CHARS:], start, end))
    return found


def _places(text: str) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    start = 0
    for piece in _PIECE.finditer(text):
        end = piece.end()
        while end - start > MOST_CHARS:
            gap = text.rfind(" ", start + MOST_CHARS // 2, start + MOST_CHARS)
            cut = gap + 1 if gap > 0 else start + MOST_CHARS
            places.append((start, cut))
            start = cut
        if len(text[start:end].strip()) >= LEAST_CHARS:
            places.append((start, end))
            start = end
    if start < len(text):
        places.append((start, len(text)))
    return places
