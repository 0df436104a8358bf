"""Answers that are no bare yes or no, read for the graver: "sometimes" to dark thoughts, "not really" to being safe.

In five languages, all at once. None of it ever counts as a yes to being safe.
"""

from __future__ import annotations

import re
from typing import Final

from segue.domain.risk import Answer
from segue.safety.answers import (
    ANSWER_WORDS,
    IS_NO,
    IS_YES,
    LEADING_YES,
    MOST_CHARS,
    MOST_WORDS,
    NEGATIONS,
    answer_in,
    is_all,
)
from segue.safety.light import takes_back
from segue.safety.reading.short import any_of, clauses, plain
from segue.safety.rows import admissions as loose
from segue.safety.rows import answers as rows


def admits(text: str, *, perhaps: bool = False) -> bool:
    """Whether words that answer a question after danger say that it is there, as "sometimes" does, or "there are".

    In doubt they do. With `perhaps` a "maybe" and "I don't know" count as well. Of being safe it says nothing.
    """
    if answer_in(text) is Answer.YES:
        return True
    said = _short_clauses(text)
    while said and is_all(_IS_BESIDE, said[0]) and not is_all(_IS_ADMITTED, said[0]):
        said = said[1:]
    if not said or any(is_all(IS_NO, clause) and clause not in _TAGS for clause in said):
        return False
    first = said[0]
    is_short = sum(clause.count(" ") + 1 for clause in said) <= _FEW_WORDS
    if is_short and _IS_TIMES.fullmatch(first):
        return True
    if is_short and any(_ENDS_IN_YES.search(clause) for clause in said):
        return not _SCORN.search(first)
    if is_all(_IS_ADMITTED, first) or (perhaps and is_all(_IS_PERHAPS, first)):
        return True
    if LEADING_YES.match(first):
        return not _SCORN.search(first)
    words = len(first.split())
    is_told = words <= _OFTEN_WORDS or (words <= _TOLD_WORDS and _OF_ONESELF.search(first) is not None)
    return is_told and _OFTEN.search(first) is not None and not NEGATIONS.search(first)


def denies(text: str) -> bool:
    """Whether words that answer "are you safe?" say, or may well say, no: "not really", "nah", "I don't think so"."""
    if answer_in(text) is Answer.NO:
        return True
    said = [_LAUGHS.sub("", clause).strip() for clause in _short_clauses(text)]
    while said and is_all(_IS_AROUND, said[0]) and not is_all(_IS_HARDLY, said[0]):
        said = said[1:]
    if any(NEGATIONS.search(clause) and _SAFE.search(clause) for clause in said if clause.count(" ") < ANSWER_WORDS):
        return not any(is_all(IS_YES, clause) for clause in said)
    if not said or not (is_all(_IS_HARDLY, said[0]) or is_all(_IS_NOT_QUITE, said[0])):
        return False
    return not any(is_all(IS_YES, clause) for clause in said[1:])


def hardly(text: str) -> bool:
    """Whether the words are a half "no", as "not really" is: enough to ask something else, not enough to clear."""
    return denies(text) and answer_in(text) is not Answer.NO


def _short_clauses(text: str) -> list[str]:
    """The clauses of a short answer, letters alone and "nooo" a "no"; none of a story or of a joke."""
    said = _DRAWN_OUT.sub(r"\1", plain(_PORTUGUESE_TAG.sub(" ", text[:MOST_CHARS])))
    if len(text) > MOST_CHARS or len(said.split()) > MOST_WORDS or takes_back(text):
        return []
    bare = (" ".join(_NO_LETTER.sub(" ", clause).split()) for clause in clauses(said))
    return [clause for clause in bare if clause]


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
_BESIDE: Final = f"(?:{any_of(loose.BESIDE)} )*"
_ADMITTED: Final = any_of(loose.OFTEN, loose.THERE_ARE, rows.YES)
_BEHIND: Final = any_of(loose.OFTEN, loose.THERE_ARE, rows.YES, loose.BESIDE)
_IS_BESIDE: Final = re.compile(f"{any_of(loose.BESIDE)}(?: {any_of(loose.BESIDE)})*")
_IS_AROUND: Final = re.compile(f"{_BESIDE}(?:{any_of(loose.BESIDE, loose.PERHAPS)})")
_IS_ADMITTED: Final = re.compile(f"{_BESIDE}{_ADMITTED}(?: {_BEHIND})*")
_IS_PERHAPS: Final = re.compile(f"{_BESIDE}{any_of(loose.PERHAPS)}(?: {any_of(loose.PERHAPS, loose.BESIDE)})*")
_OFTEN: Final = re.compile(rf"\b{any_of(loose.OFTEN)}\b")
_HARDLY: Final = any_of(loose.HARDLY, loose.NO_AS_SPOKEN, rows.NO)
_IS_HARDLY: Final = re.compile(
    f"{_BESIDE}(?:{_HARDLY}|{any_of(loose.OFTEN)})(?: (?:{_HARDLY}|{any_of(loose.BESIDE)}))*"
)
_IS_NOT_QUITE: Final = re.compile(
    f"{_BESIDE}(?:{any_of(loose.OPINION)} ){{0,2}}(?:{any_of(loose.NOT_QUITE)}|{_HARDLY})(?: {any_of(loose.BESIDE)})?"
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
