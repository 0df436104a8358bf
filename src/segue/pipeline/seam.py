"""The seam of an answer that another model goes on with: where the first part ends, and what the second one repeats.

Pure text. A model that goes on says the very next word, or its last words again, or the whole answer from its start;
behind the seam every word stands once. White space counts as white space: a model may break its lines elsewhere.
"""

from __future__ import annotations

import re

LEAST_REPEATED_CHARS = 24
"""Shortest end of the first part that counts as said again: a shorter one may be chance ("again and again"). Our
choice: four or five words."""
RESTART_CHARS = 80
"""A second part that begins as the whole answer did, for so long, and then goes another way tells another story."""

_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]*_]{0,4}\s+(?=\S)")
_BETWEEN_WORDS = re.compile(r"\s+(?=\S)")
_SPACE = re.compile(r"\s+")
_LONGEST_END_CHARS = 6
"""Of a sentence's end, before its white space."""


def end_of_first_part(text: str, *, shown_chars: int) -> int:
    """Where to cut: behind the last whole sentence, else the last whole word, with the white space that follows it.

    Never within what was shown. The end of the text, where what waits has neither end.
    """
    for ends in (_SENTENCE_END, _BETWEEN_WORDS):
        places = [found.end() for found in ends.finditer(text, max(0, shown_chars - _LONGEST_END_CHARS))]
        if places and places[-1] >= shown_chars:
            return places[-1]
    return len(text)


class CannotBeJoined(Exception):
    """The second part does not go on where the first ends. Its text says why, in words for an operator."""


class Seam:
    """Takes the second part piece by piece and gives what may follow the first.

    It waits while what came may still turn out to be said already; with a model that simply goes on that is a word or
    two. `from_anywhere` False: only a repetition of all that was said counts, as servers echo a prefilled answer.
    `take` and `end` raise CannotBeJoined.
    """

    __slots__ = ("_came", "_is_decided", "_may_follow", "_skips_space", "_text")

    def __init__(self, said: str, *, from_anywhere: bool) -> None:
        self._text = _SPACE.sub(" ", said).strip()
        self._may_follow = _word_starts(self._text) if from_anywhere else [0]
        """Places in what was said where the second part may have begun to repeat."""
        self._skips_space = said[-1:].isspace()
        self._came = ""
        self._is_decided = not self._text

    def take(self, piece: str) -> str:
        """The next piece of the second part; what of it may follow now."""
        if self._is_decided:
            return self._without_space(piece)
        self._came += piece
        return "" if self._waits() else self._decide()

    def end(self) -> str:
        """The second part is over; what of it still waited."""
        return "" if self._is_decided else self._decide()

    def _waits(self) -> bool:
        came = _SPACE.sub(" ", self._came).lstrip()
        text = self._text
        self._may_follow = [at for at in self._may_follow if text.startswith(came, at) or came.startswith(text[at:])]
        return any(len(text) - at > len(came) for at in self._may_follow)

    def _decide(self) -> str:
        self._is_decided = True
        came = _SPACE.sub(" ", self._came).lstrip()
        text = self._text
        for at in self._may_follow:  # the longest first
            chars = len(text) - at
            if came.startswith(text[at:]) and (at == 0 or chars >= LEAST_REPEATED_CHARS):
                return self._without_space(self._came[_raw_chars(self._came, chars) :])
        if len(text) > RESTART_CHARS and came[:RESTART_CHARS] == text[:RESTART_CHARS]:
            raise CannotBeJoined("It began anew instead of going on.")
        return self._without_space(self._came)

    def _without_space(self, piece: str) -> str:
        """A piece without white space that the first part has already."""
        if self._skips_space:
            piece = piece.lstrip()
            self._skips_space = not piece
        return piece


def _word_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer(" ", text))]


def _raw_chars(came: str, chars: int) -> int:
    """How many characters of `came` hold the first `chars` of it as it reads with single spaces."""
    at = len(came) - len(came.lstrip())
    for _ in range(chars):
        run = _SPACE.match(came, at)
        at = run.end() if run else at + 1
    return at
