"""Whether a person's words are a yes or a no, in five languages. In doubt they are neither: unclear is not a no.

What counts is a first clause that is nothing but a no, or begins with a yes, and a rest that does not take it back. All
languages are always tried, since people in distress change language; no word is a yes in one and a no in another.
"""

from __future__ import annotations

import re
from typing import Final

from segue.domain.risk import Answer
from segue.safety.reading.folding import fold
from segue.safety.rows import admissions as loose
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


def admits(text: str, *, perhaps: bool = False) -> bool:
    """Whether words that answer a question after danger say that it is there, as "sometimes" does, or "there are".

    In doubt they do. With `perhaps` a "maybe" and "I don't know" count as well. Of being safe it says nothing.
    """
    if answer_in(text) is Answer.YES:
        return True
    clauses = _short_clauses(text)
    while clauses and _is(_IS_BESIDE, clauses[0]) and not _is(_IS_ADMITTED, clauses[0]):
        clauses = clauses[1:]
    if not clauses or any(_is(_IS_NO, clause) and clause not in _TAGS for clause in clauses):
        return False
    first = clauses[0]
    is_short = sum(clause.count(" ") + 1 for clause in clauses) <= _FEW_WORDS
    if is_short and _IS_TIMES.fullmatch(first):
        return True
    if is_short and any(_ENDS_IN_YES.search(clause) for clause in clauses):
        return not _SCORN.search(first)
    if _is(_IS_ADMITTED, first) or (perhaps and _is(_IS_PERHAPS, first)):
        return True
    if _LEADING_YES.match(first):
        return not _SCORN.search(first)
    words = len(first.split())
    is_told = words <= _OFTEN_WORDS or (words <= _TOLD_WORDS and _OF_ONESELF.search(first) is not None)
    return is_told and _OFTEN.search(first) is not None and not _NEGATIONS.search(first)


def denies(text: str) -> bool:
    """Whether words that answer "are you safe?" say, or may well say, no: "not really", "nah", "I don't think so"."""
    if answer_in(text) is Answer.NO:
        return True
    clauses = [_LAUGHS.sub("", clause).strip() for clause in _short_clauses(text)]
    while clauses and _is(_IS_AROUND, clauses[0]) and not _is(_IS_HARDLY, clauses[0]):
        clauses = clauses[1:]
    if any(
        _NEGATIONS.search(clause) and _SAFE.search(clause) for clause in clauses if clause.count(" ") < _ANSWER_WORDS
    ):
        return not any(_is(_IS_YES, clause) for clause in clauses)
    if not clauses or not (_is(_IS_HARDLY, clauses[0]) or _is(_IS_NOT_QUITE, clauses[0])):
        return False
    return not any(_is(_IS_YES, clause) for clause in clauses[1:])


def hardly(text: str) -> bool:
    """Whether the words are a half "no", as "not really" is: enough to ask something else, not enough to clear."""
    return denies(text) and answer_in(text) is not Answer.NO


def takes_back(text: str) -> bool:
    """Whether the words make light of what was said before, as "just kidding" does. That clears nothing."""
    return _TAKEN_BACK.search(_plain(text[-MOST_CHARS:])) is not None


def says_not_safe(text: str) -> bool:
    """Whether one clause of a short text says that the person is in danger where they are, and nothing else."""
    said = _plain(text[:MOST_CHARS])
    return len(said.split()) <= MOST_WORDS and any(
        _IS_NOT_SAFE.fullmatch(" ".join(clause.split())) for clause in _CLAUSE_END.split(said)
    )


def _short_clauses(text: str) -> list[str]:
    """The clauses of a short answer, letters alone; none of a story or of a joke."""
    said = _plain(text[:MOST_CHARS])
    if len(text) > MOST_CHARS or len(said.split()) > MOST_WORDS or _TAKEN_BACK.search(said):
        return []
    clauses = (" ".join(_NO_LETTER.sub(" ", clause).split()) for clause in _CLAUSE_END.split(said))
    return [clause for clause in clauses if clause]


def _reading(clause: str) -> Answer:
    if _is(_IS_NO, clause):
        return Answer.NO
    return Answer.YES if _is(_IS_YES, clause) or _LEADING_YES.match(clause) else Answer.UNCLEAR


def _is(what: re.Pattern[str], clause: str) -> bool:
    """Whether a clause is nothing but that. Of more words it is not asked: the time grows with a power of them."""
    said = _REPEATED.sub(r"\1", clause)
    return said.count(" ") < _ANSWER_WORDS and what.fullmatch(said) is not None


def _plain(text: str) -> str:
    """Small letters without accents, curly signs, doubled spaces or "nooo"; a line ends a clause."""
    said = fold(_PORTUGUESE_TAG.sub(" ", text).replace("\n", ". ")).text
    return " ".join(_DRAWN_OUT.sub(r"\1", said).split())


def _any_of(*lists: str) -> str:
    return "(?:" + "|".join(line for rows in lists for line in rows.split("\n") if line).replace("'", "'?") + ")"


_ANSWER_WORDS: Final = 8
"""A clause with more is no bare yes or no."""
_REPEATED: Final = re.compile(r"\b(\w+)(?: \1\b)+")
_FEW_WORDS: Final = 6
"""In so few, a yes at a clause's end is the answer as well."""
_OFTEN_WORDS: Final = 3
"""A longer clause with "sometimes" in it has to be the person's own."""
_TOLD_WORDS: Final = 8
"""A clause that is longer still may be of anything."""
_TAGS: Final = frozenset({"ne", "na", "n"})
"""In German and Portuguese "ja, ne?" asks for assent: behind a yes they are no "no"."""
_PORTUGUESE_TAG: Final = re.compile(r"\bn(?:é|e\u0301)(?!\w)", re.IGNORECASE)
"""Read before accents go: without its own it is a German "no"."""
_DRAWN_OUT: Final = re.compile(r"([a-jl-z])\1{2,}")
"""Not `kkk`, which is laughter."""
_NO_LETTER: Final = re.compile(r"[^\w' ]+")
_CLAUSE_END: Final = re.compile(r"[.,;:!?()–—]+|-+ ")
_SOFTLY: Final = r"(?:(?:oh|well|um|uh|pues|ay|na) )?"
_IS_YES: Final = re.compile(f"{_SOFTLY}{_any_of(rows.YES)}(?: {_any_of(rows.YES, rows.POLITE)})*")
_NO: Final = _any_of(rows.NO, loose.NO_AS_SPOKEN)
_IS_NO: Final = re.compile(f"{_SOFTLY}{_NO}(?: (?:{_NO}|{_any_of(rows.POLITE)}))*")
_IS_NOT_SAFE: Final = re.compile(_any_of(rows.NOT_SAFE))
_LEADING_YES: Final = re.compile(rf"{_SOFTLY}{_any_of(rows.LEADING_YES)}\b")
_NEGATIONS: Final = re.compile(rf"\b{_any_of(rows.NEGATIONS)}\b")
_HEDGES: Final = re.compile(rf"\b{_any_of(rows.HEDGES)}\b")
_TAKEN_BACK: Final = re.compile(rf"\b{_any_of(rows.TAKEN_BACK)}\b")
_BESIDE: Final = f"(?:{_any_of(loose.BESIDE)} )*"
_ADMITTED: Final = _any_of(loose.OFTEN, loose.THERE_ARE, rows.YES)
_BEHIND: Final = _any_of(loose.OFTEN, loose.THERE_ARE, rows.YES, loose.BESIDE)
_IS_BESIDE: Final = re.compile(f"{_any_of(loose.BESIDE)}(?: {_any_of(loose.BESIDE)})*")
_IS_AROUND: Final = re.compile(f"{_BESIDE}(?:{_any_of(loose.BESIDE, loose.PERHAPS)})")
_IS_ADMITTED: Final = re.compile(f"{_BESIDE}{_ADMITTED}(?: {_BEHIND})*")
_IS_PERHAPS: Final = re.compile(f"{_BESIDE}{_any_of(loose.PERHAPS)}(?: {_any_of(loose.PERHAPS, loose.BESIDE)})*")
_OFTEN: Final = re.compile(rf"\b{_any_of(loose.OFTEN)}\b")
_HARDLY: Final = _any_of(loose.HARDLY, loose.NO_AS_SPOKEN, rows.NO)
_IS_HARDLY: Final = re.compile(
    f"{_BESIDE}(?:{_HARDLY}|{_any_of(loose.OFTEN)})(?: (?:{_HARDLY}|{_any_of(loose.BESIDE)}))*"
)
_IS_NOT_QUITE: Final = re.compile(
    f"{_BESIDE}(?:{_any_of(loose.OPINION)} ){{0,2}}(?:{_any_of(loose.NOT_QUITE)}|{_HARDLY})"
    f"(?: {_any_of(loose.BESIDE)})?"
)
_IS_TIMES: Final = re.compile(
    r"(?:(?:an?|one|two|three|some|most|many|few|several|every|other|on|in|at|almost|nearly|the|bad|una?|dos|"
    r"algun[oa]s|"
    r"much[oa]s|casi|tod[oa]s?|l[oa]s|de|tanto|en|cada|une|deux|par|des|certaine?s|presque|chaque|tous|toutes|"
    r"les|le|ein|"
    r"eine|zwei|paar|jede[nrs]?|zweite[nr]?|fast|an|den|manchen|vielen|uma|duas|ou|outra|quase|as|os|algumas?|"
    r"muit[oa]s|em|por) ){1,4}(?:days?|nights?|mornings?|evenings?|weeks?|weekends?|times?|moments?|dias?|"
    r"noches?|veces|vez|ratos?|"
    r"semanas?|cuando|jours?|nuits?|soirs?|fois|semaines?|periodes?|moments|tag(?:en?)?|nachte?n?|abende?n?|"
    r"mal|momente?n?|"
    r"wochen?|noites?|vezes|tardes?|horas?|momentos?|phasen)(?: (?:an?|per|par|pro|por|a la|la|in der) \w+)?"
)
"""How often, counted."""
_SAFE: Final = re.compile(
    r"\b(?:safe|ok(?:ay)?|salvo|segur[oa]|securite|sicher(?:heit)?|seguranca|bien|bem|gut|fine|well)\b"
)
_ENDS_IN_YES: Final = re.compile(r"(?:^| )(?:yes|yeah|yep|si|oui|ouais|ja|sim|scho|schon)$")
_LAUGHS: Final = re.compile(r"\b(?:lol|lmao|(?:ha){2,}|(?:ja){2,}|mdr|ptdr|k{3,}|xd)\b")
_OF_ONESELF: Final = re.compile(
    r"\b(?:i|i'?m|i'?ve|me|my|it|it'?s|that|there|they|ich|mich|mir|es|das|die|yo|mi|lo|los|las|eso|je|j|j'\w+|m'\w+|"
    r"ca|c'?est|eu|mim|isso|tenho|sinto|pienso|siento|tengo|denke?|hab|hatte|gibt)\b"
)
_SCORN: Final = re.compile(
    r"\b(?:as if|que va)\b|^(?:yes|yeah|yep|yup|oui|ouais|ja|sim|si),? (?:right|no|nah|nope|non|nan|nein|nee|nao)$"
)
"""A "yeah right" and a "yeah no" are none."""
