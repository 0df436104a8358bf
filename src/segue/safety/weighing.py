"""What findings mean side by side: a way and a near time make danger now, two soft signs make a hard one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from segue.domain.findings import Category, Finding, Subject
from segue.domain.models import SafetyLevel
from segue.safety.reading.normalize import Folded
from segue.safety.rows import surroundings

BESIDE_CHARS = 40
"""How near a time such as "today" must stand to what it is about, in characters of the folded text."""
_CONCRETE = ("means.", "plan.", "intent.", "behaviour.", "goodbye.after_me", "goodbye.last_words")
"""What becomes danger now by a near time."""
_TELLING_WITH_A_WISH = ("means.got", "behaviour.gave_away", "behaviour.affairs")
"""What says little by itself and much beside a wish to die."""
_SENTENCE_END = re.compile(r"[.!?;]")
_LOW, _MODERATE, _HIGH, _IMMINENT = SafetyLevel.LOW, SafetyLevel.MODERATE, SafetyLevel.HIGH, SafetyLevel.IMMINENT


@dataclass(frozen=True, slots=True)
class Sign:
    """A finding, and where in the reading it stands."""

    finding: Finding
    start: int
    end: int

    @property
    def is_own(self) -> bool:
        """True when it tells of suicide, of the person themselves."""
        return self.finding.category is Category.SUICIDE and self.finding.subject is Subject.SELF


def weighed(signs: Sequence[Sign], reading: Folded, check: str) -> Iterable[Finding]:
    """The findings of one reading with the levels that they have together, and the near time that stands by them.

    Only what tells of suicide, of the person themselves, is weighed. Takes linear time.
    """
    others = [sign.finding for sign in signs if not sign.is_own]
    own = _with_a_wish([sign for sign in signs if sign.is_own], reading.text)
    soon = _soon(own, reading.text)
    is_now = soon is not None and any(_is_concrete(sign.finding) for sign in own)
    is_together = _two_apart([sign for sign in own if sign.finding.level is _MODERATE])
    found = [_raised(sign.finding, is_now=is_now, is_together=is_together) for sign in own]
    if soon is None:
        return [*found, *others]
    level = _IMMINENT if is_now else _LOW
    return [*found, Finding(check, Category.SUICIDE, level, "timing.soon", *reading.span(*soon)), *others]


def _raised(finding: Finding, *, is_now: bool, is_together: bool) -> Finding:
    if is_now and finding.level is _HIGH:
        return replace(finding, level=_IMMINENT)
    return replace(finding, level=_HIGH) if is_together and finding.level is _MODERATE else finding


def _is_concrete(finding: Finding) -> bool:
    return finding.level is _HIGH and finding.code.startswith(_CONCRETE)


def _with_a_wish(own: Sequence[Sign], text: str) -> Sequence[Sign]:
    """Having bought a rope is more beside a near time, and much beside a wish to die."""
    telling = [sign.finding.code.startswith(_TELLING_WITH_A_WISH) for sign in own]
    if not any(telling):
        return own
    is_wish = any(
        s.finding.level.rank >= _MODERATE.rank for s, is_telling in zip(own, telling, strict=True) if not is_telling
    )
    level = _HIGH if is_wish else _MODERATE if surroundings.SOON.search(text) else _LOW
    return [
        replace(sign, finding=replace(sign.finding, level=max(level, sign.finding.level, key=lambda one: one.rank)))
        if is_telling
        else sign
        for sign, is_telling in zip(own, telling, strict=True)
    ]


def _two_apart(soft: Sequence[Sign]) -> bool:
    """True for two different signs in different words; two rules that read the same words are one sign."""
    first_end: dict[str, int] = {}
    for sign in soft:
        code = sign.finding.code
        first_end[code] = min(sign.end, first_end.get(code, sign.end))
    earliest = sorted((end, code) for code, end in first_end.items())[:2]
    return any(end <= sign.start and code != sign.finding.code for sign in soft for end, code in earliest)


def _soon(own: Sequence[Sign], text: str) -> tuple[int, int] | None:
    """Where in the reading a near time stands that belongs to what was found."""
    grave = [sign for sign in own if sign.finding.level.rank >= _MODERATE.rank]
    if grave and (clear := surroundings.SOON.search(text)) is not None:
        return clear.span()
    return next((span for sign in grave if (span := _beside(sign, text)) is not None), None)


def _beside(sign: Sign, text: str) -> tuple[int, int] | None:
    """Where a near time stands in the same sentence, close by a sign or within it."""
    start, end = max(0, sign.start - BESIDE_CHARS), min(len(text), sign.end + BESIDE_CHARS)
    start = max((stop.end() for stop in _SENTENCE_END.finditer(text, start, sign.start)), default=start)
    stop = _SENTENCE_END.search(text, sign.end, end)
    mark = surroundings.SOON_BESIDE.search(text, start, end if stop is None else stop.start())
    return None if mark is None else mark.span()
