"""The seam of an answer that another model goes on with: where the first part ends, and where the second one begins.

Pure text. A model that goes on says the very next word, or its last words again, or the whole answer from its start;
behind the seam every word stands once. White space counts as white space: a model may break its lines elsewhere.
"""

from __future__ import annotations

from segue.pipeline.release.repetition import Repetition, begins_anew, lead_in_chars, plain, raw_chars
from segue.pipeline.release.sentences import BETWEEN_WORDS, LONGEST_END_CHARS, SENTENCE_END, leads_on


def end_of_first_part(text: str, *, shown_chars: int) -> int:
    """Where to cut: behind the last whole sentence or line, else the last whole word, with the white space behind it.

    Never within what was shown, and not between a list's number and its words, where another way is left. The end of
    the text, where what waits has neither end.
    """
    start = max(0, shown_chars - LONGEST_END_CHARS)
    sentences, words = (
        [found.end() for found in ends.finditer(text, start) if found.end() >= shown_chars]
        for ends in (SENTENCE_END, BETWEEN_WORDS)
    )
    for places in (sentences, words):
        for place in reversed(places):
            if not leads_on(text, place):
                return place
    return words[-1] if words else len(text)


class CannotBeJoined(Exception):
    """The second part does not go on where the first ends. Its text says why, in words for an operator."""


class Seam:
    """Takes the second part piece by piece and gives what may follow the first.

    It waits while what came may still turn out to be said already; with a model that simply goes on that is a word or
    two. `from_anywhere` False: only a repetition of all that was said counts, as servers echo a prefilled answer, and
    whatever comes can be joined. `take` and `end` raise CannotBeJoined.
    """

    __slots__ = ("_behind_lead_in", "_came", "_from_anywhere", "_is_decided", "_is_joined", "_plain", "_repetition",
                 "_said", "_space", "_space_before", "left_out_all")  # fmt: skip

    def __init__(self, said: str, *, from_anywhere: bool) -> None:
        self._said = plain(said).strip()
        self._from_anywhere = from_anywhere
        self._repetition = Repetition(self._said, from_anywhere=from_anywhere)
        self._behind_lead_in = Repetition(self._said, from_anywhere=from_anywhere)
        self._came = ""
        self._plain = ""
        """What came, as it is compared."""
        self._is_decided = not self._said
        self._space_before = said[len(said.rstrip()) :]
        self._space = ""
        """With what the second part begins, while that is white space and the first part ended with some."""
        self._is_joined = self._is_decided and not self._space_before
        self.left_out_all = False
        """True once the second part turned out to begin with all that was said."""

    def take(self, piece: str) -> str:
        """The next piece of the second part; what of it may follow now."""
        return piece if self._is_joined else self._taken(piece, is_last=False)

    def end(self) -> str:
        """The second part is over; what of it still waited."""
        return "" if self._is_joined else self._taken("", is_last=True)

    def _taken(self, piece: str, *, is_last: bool) -> str:
        if not self._is_decided:
            self._came += piece
            self._plain = (self._plain[:-1] + plain(self._plain[-1:] + piece)).lstrip()
            chars = self._said_before(is_last=is_last)
            if chars is None:
                return ""
            self._is_decided = True
            piece = self._came[raw_chars(self._came, chars) :] if chars else self._came
        return self._joined(piece, is_last=is_last)

    def _said_before(self, *, is_last: bool) -> int | None:
        """How many characters of what came were said before, a lead-in with them; None while that is open."""
        came = self._plain
        chars = self._repetition.chars(came, is_whole=is_last)
        if chars is None or chars or not self._from_anywhere:
            self.left_out_all = chars == len(self._said)
            return chars
        lead_in = lead_in_chars(came)
        if lead_in is None and not is_last:
            return None
        if lead_in:
            chars = self._behind_lead_in.chars(came[lead_in:], is_whole=is_last)
            if chars is None or chars:
                self.left_out_all = chars == len(self._said)
                return chars and lead_in + chars
        if begins_anew(self._said, came[lead_in or 0 :]):
            raise CannotBeJoined("It began anew instead of going on.")
        return 0

    def _joined(self, piece: str, *, is_last: bool) -> str:
        """A piece without the white space that the first part has already."""
        self._space += piece
        rest = self._space.lstrip()
        if not (rest or is_last):
            return ""
        self._is_joined = True
        space = self._space[: len(self._space) - len(rest)]
        return (space.removeprefix(self._space_before) if space.startswith(self._space_before) else "") + rest
