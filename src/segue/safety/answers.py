"""Whether a person's words are a yes or a no, in five languages. In doubt they are neither: unclear is not a no.

What counts is a first clause that is nothing but a no, or begins with a yes, and a rest that does not take it back. All
languages are always tried, since people in distress change language; no word is a yes in one and a no in another.
"""

from __future__ import annotations

import re
from typing import Final

from segue.domain.risk import Answer
from segue.safety.reading.folding import fold
from segue.safety.rows import answers as rows

MOST_WORDS: Final = 40
"""Longer words tell a story; a yes or a no in front of one may be about anything."""

MOST_CHARS: Final = 4_000
"""Longer texts are no answer at all; of one that takes something back, its end is read."""


def answer_in(text: str) -> Answer:
    """YES or NO where the words are clearly that, else UNCLEAR. Danger in them, which beats a no, is not looked for."""
    said = _plain(text[:MOST_CHARS])
    if len(text) > MOST_CHARS or len(said.split()) > MOST_WORDS or _HEDGES.search(said) or _TAKEN_BACK.search(said):
        return Answer.UNCLEAR
    clauses = [" ".join(clause.split()) for clause in _CLAUSE_END.split(said)]
    readings = [_reading(clause) for clause in clauses if clause]
    given = {reading for reading in readings if reading is not Answer.UNCLEAR}
    if not readings or readings[0] is Answer.UNCLEAR or len(given) > 1:
        return Answer.UNCLEAR
    return Answer.UNCLEAR if readings[0] is Answer.YES and _NEGATIONS.search(said) else readings[0]


def takes_back(text: str) -> bool:
    """Whether the words make light of what was said before, as "just kidding" does. That clears nothing."""
    return _TAKEN_BACK.search(_plain(text[-MOST_CHARS:])) is not None


def says_not_safe(text: str) -> bool:
    """Whether one clause of a short text says that the person is in danger where they are, and nothing else."""
    said = _plain(text[:MOST_CHARS])
    return len(said.split()) <= MOST_WORDS and any(
        _IS_NOT_SAFE.fullmatch(" ".join(clause.split())) for clause in _CLAUSE_END.split(said)
    )


def _reading(clause: str) -> Answer:
    if _IS_NO.fullmatch(clause):
        return Answer.NO
    return Answer.YES if _IS_YES.fullmatch(clause) or _LEADING_YES.match(clause) else Answer.UNCLEAR


def _plain(text: str) -> str:
    """Small letters without accents, curly signs or doubled spaces; a line ends a clause."""
    return " ".join(fold(text.replace("\n", ". ")).text.split())


def _any_of(*lists: str) -> str:
    return "(?:" + "|".join(line for rows in lists for line in rows.split("\n") if line).replace("'", "'?") + ")"


_CLAUSE_END: Final = re.compile(r"[.,;:!?()–—]+|-+ ")
_SOFTLY: Final = r"(?:(?:oh|well|um|uh|pues|ay|na) )?"
_IS_YES: Final = re.compile(f"{_SOFTLY}{_any_of(rows.YES)}(?: {_any_of(rows.YES, rows.POLITE)})*")
_IS_NO: Final = re.compile(f"{_SOFTLY}{_any_of(rows.NO)}(?: {_any_of(rows.NO, rows.POLITE)})*")
_IS_NOT_SAFE: Final = re.compile(_any_of(rows.NOT_SAFE))
_LEADING_YES: Final = re.compile(rf"{_SOFTLY}{_any_of(rows.LEADING_YES)}\b")
_NEGATIONS: Final = re.compile(rf"\b{_any_of(rows.NEGATIONS)}\b")
_HEDGES: Final = re.compile(rf"\b{_any_of(rows.HEDGES)}\b")
_TAKEN_BACK: Final = re.compile(rf"\b{_any_of(rows.TAKEN_BACK)}\b")
