"""Folds text so that rules match what is meant and not how it is typed, and remembers where every character came from.

Case, accents, compatibility forms, look-alike letters, curly quotes and invisible characters go. Words in disguise
(`k1ll`, `d i e`, `dieee`) are read a second time, undisguised; ordinary text is read once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from string import ascii_lowercase

_LOOKALIKES: dict[str, str] = {
    **dict(zip("аеорсухіјѕһԁԛԝ", "aeopcyxijshdqw", strict=True)),
    **dict(zip("αεικνορτυχ", "aeiknoptux", strict=True)),
    **dict(zip("ıɑɡøđł", "iagodl", strict=True)),
    **dict.fromkeys("’‘‛ʼʹ`´＇′", "'"),
    **dict.fromkeys("“”„«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "_": " ",
}
_KEPT_AT_MOST = 8_192
"""Characters whose folding is remembered: enough for any few scripts, bounded against a text made of all of them."""


def _fold_char(char: str) -> str:
    if char.isspace():
        return " "
    if unicodedata.category(char) in ("Cc", "Cf", "Mn", "Me"):
        return ""
    if (known := _LOOKALIKES.get(char)) is not None:
        return known
    bare = unicodedata.normalize("NFKD", char).casefold()
    kept = "".join(_LOOKALIKES.get(c, c) for c in bare if unicodedata.category(c) not in ("Mn", "Cf"))
    return " " if kept.isspace() else kept


class _Foldings(dict[int, str]):
    """Foldings by code point, found when first asked for; the table of `str.translate`."""

    def __missing__(self, key: int) -> str:
        folded = _fold_char(chr(key))
        if len(self) < _KEPT_AT_MOST:
            self[key] = folded
        return folded


_FOLDINGS = _Foldings()
_ASCII = {code: _fold_char(chr(code)) or " " for code in range(128) if not 65 <= code <= 90}
"""For text that is already in small letters; control characters become spaces, so that no place moves."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text made ready for matching. It never shows in a repr."""

    text: str = field(repr=False)
    origins: Sequence[int] | None = field(default=None, repr=False)
    """For each character the place of the one that it came from; None: the same place."""
    is_dense: bool = False
    """True when some words may have lost the spaces between them (`i w a n t` was joined)."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that `text[start:end]` came from."""
        if self.origins is None or end <= start:
            return start, end
        return self.origins[start], self.origins[end - 1] + 1

    def is_joined(self, start: int, end: int) -> bool:
        """True when characters of the original were left out within the stretch."""
        first, last = self.span(start, end)
        return last - first > end - start


def fold(text: str) -> Folded:
    """Fold `text` as it stands."""
    if text.isascii():
        return Folded(text.lower().translate(_ASCII))
    folded = text.translate(_FOLDINGS)
    if len(folded) == len(text) and all(len(_FOLDINGS[ord(char)]) == 1 for char in set(text)):
        return Folded(folded)
    origins = [place for place, char in enumerate(text) for _ in _FOLDINGS[ord(char)]]
    return Folded(folded, origins)


_LONE_LETTERS = re.compile(r"[ .\-*+/][a-z0-9@$!|][ .\-*+/]{1,2}[a-z0-9@$!|][ .\-*+/]")
"""Two single letters in a row: within every spaced word, whatever stands before it."""
_SIGN = re.compile(r"[013457@$!|*]")
_TRIPLES = tuple(letter * 3 for letter in ascii_lowercase)
_SPACED = re.compile(r"(?<![\w'])(?:[a-z0-9@$!|][ .\-*+/]{1,2}){3,}[a-z0-9@$!|](?!\w)")
_LEET = re.compile(r"[a-z](?:[013457@$]|[!|*](?=[a-z]))|[@$](?=[a-z]{2})")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_LEET_AS_I = str.maketrans("013457@$!|*", "oieastasiii")
_LEET_AS_L = str.maketrans("013457@$!|*", "oleastasllu")
_LEET_WORD = re.compile(r"[a-z0134579@$!|*]{2,24}")
_SEPARATORS = re.compile(r"[ .\-*+/]+")


def readings(text: str) -> tuple[Folded, ...]:
    """Every way in which `text` is to be read: as it stands, and undisguised where something looks disguised."""
    plain = fold(text)
    # The first of each pair is a fraction of the second's cost, and on most texts the answer already.
    is_spaced = _LONE_LETTERS.search(plain.text) is not None and _SPACED.search(plain.text) is not None
    is_leet = _SIGN.search(plain.text) is not None and _LEET.search(plain.text) is not None
    if not is_spaced and not is_leet and not any(triple in plain.text for triple in _TRIPLES):
        return (plain,)
    bare = _rewritten(plain, _SPACED, _joined) if is_spaced else plain
    bare = Folded(bare.text, bare.origins, is_dense=is_spaced)
    bare = _rewritten(bare, _STRETCHED, _squeezed)
    if not is_leet and _LEET.search(bare.text) is None:
        return (plain, bare)
    as_i, as_l = _unleet(bare, _LEET_AS_I), _unleet(bare, _LEET_AS_L)
    return (plain, as_i) if as_i.text == as_l.text else (plain, as_i, as_l)


def _unleet(folded: Folded, table: dict[int, int]) -> Folded:
    """Signs read as letters, in words that hold a letter already: `k1ll`, and not `50`."""

    def as_letters(match: re.Match[str]) -> str:
        word = match.group()
        return word.translate(table) if any(char.isalpha() for char in word) else word

    return Folded(_LEET_WORD.sub(as_letters, folded.text), folded.origins, folded.is_dense)


def _joined(match: re.Match[str]) -> list[int]:
    """The places of the letters of a spaced word, without what stands between them."""
    return [place for place in range(match.start(), match.end()) if not _SEPARATORS.match(match.string, place)]


def _squeezed(match: re.Match[str]) -> range:
    """One letter of a stretched row; two of an `l`, which English doubles in the words that matter."""
    return range(match.start(), match.start() + (2 if match.group(1) == "l" else 1))


def _rewritten(folded: Folded, pattern: re.Pattern[str], kept: Callable[[re.Match[str]], Sequence[int]]) -> Folded:
    """`folded` with each match of `pattern` cut down to the places that `kept` names."""
    places: list[int] = []
    last = 0
    for match in pattern.finditer(folded.text):
        places += range(last, match.start())
        places += kept(match)
        last = match.end()
    places += range(last, len(folded.text))
    origins = [folded.origins[p] for p in places] if folded.origins is not None else places
    return Folded("".join([folded.text[p] for p in places]), origins, folded.is_dense)
