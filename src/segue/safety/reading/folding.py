"""Folds text to plain small letters and remembers where every character came from.

Case, accents, compatibility forms, look-alike letters, curly quotes and invisible characters go.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import msgspec

from segue.domain.values import made_often
from segue.safety.reading.lookalikes import LOOKALIKES

_KEPT_AT_MOST = 8_192
"""Characters whose folding is remembered: enough for any few scripts, bounded against a text made of all of them."""


def _fold_char(char: str) -> str:
    if char.isspace() or char == "_":  # `_suicide_` is a word between signs, and no longer one
        return " "
    if unicodedata.category(char) in ("Cc", "Cf", "Mn", "Me"):
        return ""
    if (known := LOOKALIKES.get(char)) is not None:
        return known
    bare = unicodedata.normalize("NFKD", char).casefold()
    kept = "".join(LOOKALIKES.get(c, c) for c in bare if unicodedata.category(c) not in ("Mn", "Cf"))
    return " " if kept.isspace() else kept


class _Foldings(dict[int, str]):
    """Foldings by code point, found when first asked for; the table of `str.translate`."""

    def __missing__(self, key: int) -> str:
        folded = _fold_char(chr(key))
        if len(self) < _KEPT_AT_MOST:
            self[key] = folded
        return folded


_FOLDINGS = _Foldings()
_ASCII = bytes(ord(_fold_char(chr(code)) or " ") for code in range(128)) + bytes(128)
"""For ASCII alone, by code; control characters become spaces, so that no place moves."""

_BETWEEN = b" ,:;\"()-'_"


def outline(shapes: Mapping[str, str]) -> bytes:
    """A table for `bytes.translate` that puts one sign for each kind of ASCII character, and `#` for every other."""
    table = bytearray(b"#" * 256)
    for sign, chars in shapes.items():
        for char in chars:
            table[ord(char)] = ord(sign)
    return bytes(table)


class Sieve(Protocol):
    """Finds stems in a folded text, in one pass over it."""

    def stems_in(self, text: str) -> frozenset[int]:
        """The numbers of those that are there."""
        ...


@made_often
@dataclass(frozen=True, slots=True)
class Folded:
    """A text made ready for matching. It never shows in a repr."""

    text: str = field(repr=False)
    origins: Sequence[int] | None = field(default=None, repr=False)
    """For each character the place of the one that it came from; None: the same place."""
    is_dense: bool = False
    """True when some words may have lost the spaces between them (`i w a n t` was joined)."""
    _sifted: tuple[Sieve, frozenset[int]] | None = field(default=None, repr=False, compare=False)

    def sifted(self, sieve: Sieve) -> frozenset[int]:
        """What the sieve holds back of its text; worked out once, however many rule sets share the sieve."""
        sifted = self._sifted
        if sifted is None or sifted[0] is not sieve:
            sifted = sieve, sieve.stems_in(self.text)
            msgspec.structs.force_setattr(self, "_sifted", sifted)  # type: ignore[arg-type] # `made_often` makes it one
        return sifted[1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that `text[start:end]` came from."""
        if self.origins is None or end <= start:
            return start, end
        places = self.origins[start:end]  # they run backwards where the text does
        return min(places), max(places) + 1

    def place(self, at: int) -> int:
        """Where in the original the character `text[at]` came from."""
        return at if self.origins is None else self.origins[at]

    def moved(self, places: Sequence[int]) -> Folded:
        """The same, made from a text whose characters had these places in the original."""
        origins = [places[place] for place in (self.origins or range(len(self.text)))]
        return Folded(self.text, origins, self.is_dense)

    def is_joined(self, start: int, end: int) -> bool:
        """True when characters of the original were left out within the stretch."""
        first, last = self.span(start, end)
        return last - first > end - start


def bare(text: str) -> bytes:
    """A text, in UTF-8, without what may stand in a gap between words, and without apostrophes: they may be missing."""
    return text.encode().translate(None, _BETWEEN)


def fold(text: str) -> Folded:
    """Fold `text` as it stands."""
    if text.isascii():
        return Folded(text.encode().translate(_ASCII).decode())  # as bytes: a fifth of the time of `str.translate`
    folded = text.translate(_FOLDINGS)
    if len(folded) == len(text) and all(len(_FOLDINGS[ord(char)]) == 1 for char in set(text)):
        return Folded(folded)
    origins = [place for place, char in enumerate(text) for _ in _FOLDINGS[ord(char)]]
    return Folded(folded, origins)
