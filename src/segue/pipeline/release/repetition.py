"""What of an answer's second part was said already: its last words once more, or all of them, perhaps behind a lead-in.

Pure text. A text's own refrain is no repetition: a breath too many is harmless, a lost one is not.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from segue.domain.late_patterns import late_pattern

LEAST_REPEATED_CHARS = 24
"""Shortest end of the first part that counts as said again: a shorter one may be chance ("again and again"). Our
choice: four or five words."""
DENSE_WEIGHT = 3
"""For how many letters a character of Chinese, Japanese or Korean counts. Our choice: eight of them are a clause."""
MOST_REPEATED_CHARS = 2_000
"""Who goes back further than this, without beginning at the start, is not recognised. Our choice: a page."""
RESTART_CHARS = 80
"""A second part that begins as the whole answer did, for so long, and then goes another way tells another story."""
LEAD_IN_CHARS = 80
"""Longest lead-in ("Sure, here is the rest:") that is waited for. Our choice: a line."""

_SPACE = late_pattern(r"\s+")
_ALIKE = str.maketrans("“”„«»‟‘’‚‹›–—−‑", '""""""\'\'\'\'\'----')
"""One character each, so that lengths stay."""
_DENSE_SIGNS = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_DENSE = late_pattern(f"[{_DENSE_SIGNS}]")
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff" + _DENSE_SIGNS
"""Scripts that write no space between words, as a part of a pattern; Thai, Lao, Burmese and Khmer are spelled out."""
_START = late_pattern(rf"(?<=[\W_])|(?<=[{_UNSPACED}])|(?=[{_UNSPACED}])")

_OPENINGS = (
    ("sure", "of course", "certainly", "absolutely", "okay", "ok", "here is", "here's", "here are", "continuing",
     "continuation", "the continuation", "i'll continue", "let me continue"),
    ("claro", "por supuesto", "desde luego", "vale", "aquí", "continúo", "continuación", "a continuación"),
    ("bien sûr", "d'accord", "certainement", "voici", "je continue", "suite", "la suite"),
    ("klar", "natürlich", "gern", "gerne", "selbstverständlich", "hier ist", "hier geht", "hier kommt", "fortsetzung"),
    ("com certeza", "certo", "aqui está", "aqui vai", "continuo", "continuando", "continuação"),
)  # fmt: skip
"""With what chat models begin the line before a text: English, Spanish, French, German, Portuguese. They only say what
is waited for: it is left out where a repetition follows."""
_OPENS = late_pattern(rf"(?:{'|'.join(itertools.chain(*_OPENINGS))})\b")
_ELLIPSIS = late_pattern(r"(?:\.{3,4}|…) ?")
_LEAD_IN = late_pattern(rf"[^:]{{0,{LEAD_IN_CHARS - 1}}}: ?")


def plain(text: str) -> str:
    """A text as it is compared: white space is one space, quotes and dashes are those of a typewriter."""
    return _SPACE.sub(" ", text).translate(_ALIKE)


def raw_chars(came: str, chars: int) -> int:
    """How many characters of `came` hold the first `chars` of it as they are compared."""
    at = len(came) - len(came.lstrip())
    for _ in range(chars):
        run = _SPACE.match(came, at)
        at = run.end() if run else at + 1
    return at


def lead_in_chars(came: str) -> int | None:
    """Length of an ellipsis or a chat model's lead-in with which plain text begins; None while that is open."""
    if came in {".", ".."}:
        return None
    if found := _ELLIPSIS.match(came):
        return found.end()
    lower = came.lower()
    if _OPENS.match(lower):
        found = _LEAD_IN.match(came)
        return found.end() if found else None if len(came) < LEAD_IN_CHARS else 0
    return None if any(opening.startswith(lower) for opening in itertools.chain(*_OPENINGS)) else 0


def begins_anew(said: str, came: str) -> bool:
    """True when plain text begins as all that was said does, for long, and then goes another way; no refrain does."""
    beginning = said[:RESTART_CHARS]
    return (
        len(said) > RESTART_CHARS
        and came.startswith(beginning)
        and not came.startswith(said)
        and said.find(beginning, 1) < 0
        and not _is_periodic(said)
    )


class Repetition:
    """Compares what came with the end of what was said, both plain. `from_anywhere` False: only with all of it."""

    __slots__ = ("_compared_chars", "_places", "_said")

    def __init__(self, said: str, *, from_anywhere: bool) -> None:
        self._said = said
        self._places = [0, *_places(said)] if from_anywhere else [0]
        """Where in what was said the second part may have begun to repeat; the longest repetition first."""
        self._compared_chars = 0

    def chars(self, came: str, *, is_whole: bool) -> int | None:
        """How many characters of `came`, which grows from call to call, were said before.

        None while that is open, which it is not when `is_whole`.
        """
        said = self._said
        self._compare(came)
        for at in self._places:
            again = said[at:]
            if not came.startswith(again):
                if not is_whole:
                    return None
                continue
            after = came[len(again) :].lstrip()
            is_open = again.startswith(after)
            around = len(after) if is_open else _common_chars(after, again)
            around += _common_chars(reversed(said[:at].rstrip()), reversed(again))
            if around >= len(again) - 1:  # a space stands between two of them
                return 0  # without it the text would still say it twice around the seam
            if is_open and not is_whole:
                return None
            return len(again)
        return 0

    def _compare(self, came: str) -> None:
        """Forget the places that say something else. A piece is compared once, for there may be many places."""
        before, self._compared_chars = self._compared_chars, len(came)
        said, piece = self._said, came[before:]
        if piece:
            self._places = [at for at in self._places if piece.startswith(said[at + before : at + len(came)])]
            if not before:
                self._places = [at for at in self._places if not _is_refrain(said, at)]


def _places(said: str) -> list[int]:
    """Where words begin that are enough to count, from the left."""
    first = max(1, len(said) - MOST_REPEATED_CHARS)
    last = len(said)
    weight = 0
    while last > first and weight < LEAST_REPEATED_CHARS:
        last -= 1
        weight += DENSE_WEIGHT if _DENSE.match(said, last) else 1
    if weight < LEAST_REPEATED_CHARS:
        return []
    starts = [found.start() for found in _START.finditer(said, first, last + 1)]
    return [at for at in starts if at <= last and said[at] != " "]


def _is_refrain(said: str, at: int) -> bool:
    """True when the end of what was said stands there twice in a row, or is itself the same again and again."""
    end = said[at:]
    return said[:at].rstrip().endswith(end) or _is_periodic(end)


def _is_periodic(text: str) -> bool:
    """True for "Om. Om.": the first half's first return tells, by the theorem of Fine and Wilf."""
    period = text.find(text[: len(text) // 2], 1)
    return 0 < period <= (len(text) + 1) // 2 and text[period:] == text[:-period]


def _common_chars(one: Iterable[str], other: Iterable[str]) -> int:
    """With how many same characters both begin."""
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
