"""Whether a person's words are a yes or a no, in five languages. In doubt they are neither: unclear is not a no.

What counts is a first clause that is nothing but a no, or begins with a yes, and a rest that does not take it back. All
languages are always tried, since people in distress change language; no word is a yes in one and a no in another.
"""

from __future__ import annotations

import re
from typing import Final

from segue.domain.late_patterns import late_pattern
from segue.domain.risk import Answer
from segue.safety.light import takes_back
from segue.safety.reading.short import any_of, clauses, plain
from segue.safety.rows import admissions as loose
from segue.safety.rows import answers as rows
from segue.safety.rows.light import LAUGHTER

MOST_WORDS: Final = 40
"""Longer words tell a story; a yes or a no in front of one may be about anything."""

MOST_CHARS: Final = 4_000
"""Longer texts are no answer at all."""


def answer_in(text: str) -> Answer:
    """YES or NO where the words are clearly that, else UNCLEAR. Danger in them, which beats a no, is not looked for."""
    said = plain(text[:MOST_CHARS])
    if len(text) > MOST_CHARS or len(said.split()) > MOST_WORDS or _HEDGES.search(said) or takes_back(text):
        return Answer.UNCLEAR
    readings = [_reading(clause) for clause in clauses(said)]
    given = {reading for reading in readings if reading is not Answer.UNCLEAR}
    if not readings or readings[0] is Answer.UNCLEAR or len(given) > 1:
        return Answer.UNCLEAR
    return Answer.UNCLEAR if readings[0] is Answer.YES and NEGATIONS.search(said) else readings[0]


def is_doubtful(said: str) -> bool:
    """Whether plain words hedge, laugh or deny something."""
    return _HEDGES.search(said) is not None or NEGATIONS.search(said) is not None


def says_not_safe(text: str) -> bool:
    """Whether one clause of a short text says that the person is in danger where they are, and nothing else."""
    said = plain(text[:MOST_CHARS])
    return len(said.split()) <= MOST_WORDS and any(map(_IS_NOT_SAFE.fullmatch, clauses(said)))


def _reading(clause: str) -> Answer:
    if is_all(IS_NO, clause):
        return Answer.NO
    return Answer.YES if is_all(IS_YES, clause) or LEADING_YES.match(clause) else Answer.UNCLEAR


def is_all(what: re.Pattern[str], clause: str) -> bool:
    """Whether a clause is nothing but that. Of more words it is not asked: the time grows with a power of them."""
    said = _REPEATED.sub(r"\1", clause)
    return said.count(" ") < ANSWER_WORDS and what.fullmatch(said) is not None


def _row_of(*lists: str) -> str:
    return f"{_SOFTLY}{any_of(*lists)}(?: {any_of(*lists, rows.POLITE)})*"


ANSWER_WORDS: Final = 8
"""A clause with more is no bare yes or no."""
_REPEATED: Final = re.compile(r"\b(\w+)(?: \1\b)+")
_SOFTLY: Final = r"(?:(?:oh|well|um|uh|pues|ay|na) )?"
IS_YES: Final = late_pattern(_row_of(rows.YES, rows.YES_DONE))
"""A clause that is a yes."""
IS_YES_NOW: Final = late_pattern(_row_of(rows.YES))
"""A clause that is a yes to how things are."""
POLITE_ALONE: Final = late_pattern(any_of(rows.POLITE))
IS_NO: Final = late_pattern(_row_of(rows.NO, loose.NO_AS_SPOKEN))
"""A clause that is a no."""
_IS_NOT_SAFE: Final = late_pattern(any_of(rows.NOT_SAFE))
LEADING_YES: Final = late_pattern(rf"{_SOFTLY}{any_of(rows.LEADING_YES)}\b")
"""A clause that begins with a yes."""
NEGATIONS: Final = late_pattern(rf"\b{any_of(rows.NEGATIONS)}\b")
_HEDGES: Final = late_pattern(rf"\b{any_of(rows.HEDGES, LAUGHTER)}\b")
