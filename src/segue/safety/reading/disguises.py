"""Which letters signs and digits stand for in a word in disguise: `k1ll`, `su!c!de*again`, `$uicide`.

`1` is an `i` or an `l`, and `!` either of them or no letter at all but the end of a sentence. The words of the rules
tell: a word that they know is read wherever signs can be its letters, and beside it they are punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from segue.safety.packaged_rules import packaged_words
from segue.safety.reading.folding import Folded

NO_SIGNS: Final = bytes(sorted(set(range(256)) - set(b"013457@$!|*")))
"""Every byte but the signs that may stand for letters."""
_DISGUISED: Final = re.compile(r"[a-z](?:[013457@$]|[!|*](?=[a-z<]))|[@$!](?=[a-z]{2})")
_AS_I: Final = str.maketrans("013457@$!|*", "oieastasiii")
_AS_L: Final = str.maketrans("013457@$!|*", "oleastasllu")
_SHAPE: Final = str.maketrans("013457@$!|l", "oieastasiii")
"""Words that look alike in disguise have one shape."""
_WORD: Final = re.compile(r"[a-z0134579@$!|*]{2,24}")
_WORDS: Final = re.compile(r"[!|*]{0,2}[a-z0134579@$]+(?:[!|*]{1,3}[a-z0134579@$]+)*[!|*]{0,2}")
"""One word, or several with signs between them that may be letters."""
_SIGN: Final = re.compile(r"[!|*]")
_MAY_END: Final = frozenset("!|*")
"""Signs that may be letters, or end a word."""
_WORD_CHARS: Final = 24
"""Longest word in disguise."""
_BEGINNING_CHARS: Final = 4
"""By so many letters most stretches are seen to begin no word."""


def is_disguised(text: str) -> bool:
    """Whether a sign in `text` may be a letter. Most texts hold no such sign (`NO_SIGNS`) and need not be asked."""
    return _DISGUISED.search(text) is not None


def undisguised(folded: Folded) -> tuple[Folded, ...]:
    """Each different way to read its signs as letters; the last is the likeliest.

    The words of the rules tell. Beside words that they do not know a sign may be either: there every sign is a letter
    in a way of its own.
    """
    text, last, is_unsure = folded.text, 0, False
    as_l, as_i = list[str](), list[str]()
    for match in _WORDS.finditer(text):
        typed = match.group()
        if typed.isalpha() or not _has_letters(typed):
            continue
        before = text[last : match.start()]
        known = _known(typed)
        is_unsure |= known is None and _has_signs_at_its_edges(typed)
        # A sign before markup (`k!<b>l</b>l`) has a letter behind it.
        is_open = text.startswith("<", match.end())
        as_l += (before, _within(typed, _AS_L, is_open) if known is None else known)
        as_i += (before, _within(typed, _AS_I, is_open) if known is None else known)
        last = match.end()
    texts = ["".join([*as_l, text[last:]]), "".join([*as_i, text[last:]])]
    if is_unsure:
        texts.insert(0, _WORD.sub(_with_every_sign, text))
    ways = dict.fromkeys(reversed(texts))
    return tuple(Folded(way, folded.origins, folded.is_dense) for way in reversed(ways))


def _with_every_sign(match: re.Match[str]) -> str:
    """A word that holds a letter already: `k1ll`, and not `50`."""
    typed = match.group()
    return typed.translate(_AS_I) if _has_letters(typed) else typed


def _within(typed: str, table: dict[int, int], is_open: bool) -> str:
    """Signs between letters read as letters too."""
    start = len(typed) - len(typed.lstrip("!|*"))
    end = len(typed if is_open else typed.rstrip("!|*"))
    return typed[:start] + typed[start:end].translate(table) + typed[end:]


def _has_signs_at_its_edges(typed: str) -> bool:
    """Signs that may be letters; behind a word without other signs they are none."""
    return typed[0] in _MAY_END or (typed[-1] in _MAY_END and not typed.rstrip("!|*").isalpha())


def _known(typed: str) -> str | None:
    """`typed` with the words in disguise that the rules know, the longest first; None: it holds none of them, and not
    known words alone."""
    edges = sorted({0, len(typed), *(at for sign in _SIGN.finditer(typed) for at in sign.span())})
    words, shapes = _disguised_words(), _shapes(typed)
    parts, between, at, is_any = list[str](), list[str](), 0, False
    for number, start in enumerate(edges[:-1], start=1):
        if start < at or (found := words.longest(typed, shapes, start, edges[number : number + _WORD_CHARS])) is None:
            continue
        end, word = found
        is_any |= word != typed[start:end]
        parts += (typed[at:start], word)
        between.append(typed[at:start])
        at = end
    is_all = not _has_letters("".join([*between, typed[at:]]))
    return "".join([*parts, typed[at:]]) if is_any or is_all else None


def _shapes(typed: str) -> list[str]:
    return [typed.replace("*", vowel).translate(_SHAPE) for vowel in ("iu" if "*" in typed else "i")]


class _Words:
    """Words, found in disguise."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_shape: dict[str, list[str]] = {}
        for word in words:
            self._by_shape.setdefault(word.translate(_SHAPE), []).append(word)
        self._beginnings = {shape[:_BEGINNING_CHARS] for shape in self._by_shape}

    def longest(self, typed: str, shapes: Sequence[str], start: int, ends: Sequence[int]) -> tuple[int, str] | None:
        """The end of the longest that may begin at `start`, and the word; signs at its edges only where needed."""
        beginnings = [shape[start : start + _BEGINNING_CHARS] for shape in shapes]
        if self._beginnings.isdisjoint(beginnings):
            ends = [end for end in ends[: _BEGINNING_CHARS - 1] if end - start < _BEGINNING_CHARS]
        for end in reversed(ends):
            for shape in shapes:
                words = self._by_shape.get(shape[start:end])
                if words is not None and (word := _meant(typed[start:end], words)) is not None:
                    if not self._is_needless(typed[start:end]):
                        return end, word
                    break
        return None

    def _is_needless(self, typed: str) -> bool:
        """Whether it has signs at its edges and is a word without them, or too short for them to say much."""
        bare = typed.strip("!|*")
        return bare != typed and (
            len(typed) < _BEGINNING_CHARS or any(_meant(bare, self._by_shape.get(shape, ())) for shape in _shapes(bare))
        )


def _meant(typed: str, words: Iterable[str]) -> str | None:
    """The word of the same shape that has the letters that were typed as such; None: none has, or none were."""
    places = [at for at, sign in enumerate(typed) if sign.isalpha()]
    return next((word for word in words if places and all(typed[at] == word[at] for at in places)), None)


@lru_cache(maxsize=1)
def _disguised_words() -> _Words:
    return _Words(sorted(packaged_words()))  # in the same order in every process


def _has_letters(word: str) -> bool:
    return any(char.isalpha() for char in word)
