"""Whether the words around a match explain it as harmless, or tell it as a question that was answered with no. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from segue.safety.rows.asked import ASKED_AFTER, ASKED_BEFORE, ASKED_NEEDS, DENIED_AFTER, UNDENIED
from segue.safety.rows.belied import BELIED
from segue.safety.rows.explained import EXPLAINED
from segue.safety.rules import Hit, late_rule

BEFORE_CHARS = 100
AFTER_CHARS = 170
"""How far around a match such words are looked for, in characters of the folded text."""
_SENTENCE_END = re.compile(r"[.!?;]")


@dataclass(frozen=True, slots=True)
class _Explanation:
    codes: tuple[str, ...]
    behind: re.Pattern[str] | None
    beside: re.Pattern[str] | None
    needs: tuple[str, ...]
    unless: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Question:
    needs: tuple[str, ...]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    answered: re.Pattern[str]
    unless: re.Pattern[str]


def is_explained(hit: Hit, text: str) -> bool:
    """Whether a fair, a judo class, a pharmacy or the like makes nothing of the match."""
    return any(
        each.unless.search(text, max(0, hit.start - BEFORE_CHARS), hit.end + AFTER_CHARS) is None
        for each in _EXPLANATIONS
        if hit.rule.code.startswith(each.codes) and _holds(each, hit, text)
    ) and not _is_belied(hit, text)


def is_asked_and_denied(hit: Hit, text: str) -> bool:
    """Whether somebody else asked it and the writer tells that the answer is no: `they asked if I …; I haven't`."""
    asked = _ASKED
    if not _has_any(_around(hit, text), asked.needs):
        return False
    start = max(0, hit.start - BEFORE_CHARS)
    begins = max((stop.end() for stop in _SENTENCE_END.finditer(text, start, hit.start)), default=start)
    is_asked = asked.before.search(text, begins, hit.start) or asked.behind.match(text, hit.end, hit.end + AFTER_CHARS)
    if is_asked is None or asked.answered.match(text, hit.end, hit.end + AFTER_CHARS) is None:
        return False
    return asked.unless.search(text, begins, hit.end + AFTER_CHARS) is None


def _is_belied(hit: Hit, text: str) -> bool:
    """Whether something beside the match says that it is not about the dog, the newborn or the printer named there."""
    start, end = max(0, hit.start - BEFORE_CHARS), hit.end + AFTER_CHARS
    return any(
        words.search(text, start, hit.start) or words.search(text, hit.end, end)
        for codes, words in _BELIED
        if hit.rule.code.startswith(codes)
    )


def _holds(each: _Explanation, hit: Hit, text: str) -> bool:
    if each.behind is not None and each.behind.match(text, hit.end, hit.end + AFTER_CHARS) is not None:
        return True
    if each.beside is None or not _has_any(_around(hit, text), each.needs):
        return False
    start, end = max(0, hit.start - BEFORE_CHARS), hit.end + BEFORE_CHARS
    start = max((stop.end() for stop in _SENTENCE_END.finditer(text, start, hit.start)), default=start)
    stop = _SENTENCE_END.search(text, hit.end, end)
    return each.beside.search(text, start, end if stop is None else stop.start()) is not None


def _around(hit: Hit, text: str) -> str:
    """What is near the match: the whole of a long text, looked through for each of its matches, would take for ever."""
    return text[max(0, hit.start - BEFORE_CHARS) : hit.end + AFTER_CHARS]


def _has_any(text: str, stems: tuple[str, ...]) -> bool:
    """A thirtieth of the time of a search, and no for most texts."""
    for stem in stems:  # noqa: SIM110 - a generator costs three times as much
        if stem in text:
            return True
    return False


_EXPLANATIONS: Final = tuple(
    _Explanation(
        each.codes,
        late_rule(f"(?:{each.behind})") if each.behind else None,
        late_rule(rf"\b(?:{each.beside})\b") if each.beside else None,
        tuple(stem.replace("_", " ") for stem in each.needs.split()),
        late_rule(each.unless),
    )
    for each in EXPLAINED
)
_BELIED: Final = tuple((each.codes, late_rule(rf"\b(?:{each.words})\b")) for each in BELIED)
_ASKED: Final = _Question(
    tuple(ASKED_NEEDS.split()),
    late_rule(rf"\b(?:{ASKED_BEFORE})\b"),
    late_rule(ASKED_AFTER),
    late_rule(DENIED_AFTER),
    late_rule(UNDENIED),
)
