"""Parts the words of a model's control tokens, so that its tokenizer reads them as any other words.

Only the standard library is imported: workers use it as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

UNSEEN: Final = "\u2060"
"""WORD JOINER: it has no width, and no template trims it."""
_LOOKS_LIKE_ONE: Final = re.compile(r"<[|｜][^<>|｜\s]{1,64}[|｜]>|</?(?:s|eos|bos|start_of_turn|end_of_turn|EOT)>")
"""Read as control tokens by some tokenizers whatever their file says (llama.cpp's llama-vocab.cpp, 2026-10)."""
_OPENS: Final = re.compile(r"[<\[]")


class ControlWords:
    """The words of one model's control tokens; None: they are not known, and whatever may begin one is parted."""

    def __init__(self, words: Iterable[str] | None) -> None:
        self._words = frozenset(word for word in words or () if len(word) > 1)
        self._lengths = sorted({len(word) for word in self._words})
        begins = {word[0] for word in self._words} | {"<"}
        self._begins = _OPENS if words is None else re.compile(f"[{re.escape(''.join(sorted(begins)))}]")
        self._knows = words is not None

    def parted(self, text: str, mark: str = UNSEEN) -> str:
        """The text with a mark in each of these words; the same object where it has none."""
        places = [found.end() for found in self._begins.finditer(text) if self._is_at(text, found.start())]
        if not places:
            return text
        ends = [0, *places, len(text)]
        return mark.join(text[begin:end] for begin, end in pairwise(ends))

    def _is_at(self, text: str, place: int) -> bool:
        if not self._knows or _LOOKS_LIKE_ONE.match(text, place):
            return True
        return any(text[place : place + length] in self._words for length in self._lengths)
