"""How long ago an attempt lies that a match tells of, where nothing beside it says that it does not rest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from segue.domain.models import SafetyLevel
from segue.safety.rows import long_past as rows
from segue.safety.rules import Hit, late_rule

BEFORE_CHARS = 90
AFTER_CHARS = 90
AROUND_CHARS = 200
"""How far around a match such words are looked for, in characters of the folded text."""


@dataclass(frozen=True, slots=True)
class _Signs:
    before: re.Pattern[str]
    after: re.Pattern[str]
    after_months: re.Pattern[str]
    on_its_own: re.Pattern[str]
    present: re.Pattern[str]


def level_of_past(hit: Hit, text: str) -> SafetyLevel | None:
    """`In my twenties I took an overdose` is a history, and no danger of now; one of last year asks to be spoken of.

    None: no such past is told.
    """
    if not hit.rule.code.startswith(rows.CODES):
        return None
    signs = _SIGNS
    if signs.on_its_own.search(text, hit.start, hit.end):
        return None
    before = text[max(0, hit.start - BEFORE_CHARS) : hit.start]
    if signs.before.search(before) or signs.after.match(text, hit.end, hit.end + AFTER_CHARS):
        level = SafetyLevel.LOW
    elif signs.after_months.match(text, hit.end, hit.end + AFTER_CHARS):
        level = SafetyLevel.MODERATE
    else:
        return None
    lasts = signs.present.search(text, max(0, hit.start - AROUND_CHARS), hit.end + AROUND_CHARS)
    return level if lasts is None else None


_SIGNS: Final = _Signs(
    late_rule(rf"(?:^|[.!?;,:(]|\b(?:and|but|so|once|that|also|und|dass|y|que|et|e))[ ,]{{0,2}}(?:{rows.BEFORE})$"),
    late_rule(f"(?:{rows.AFTER})"),
    late_rule(rows.AFTER_MONTHS),
    late_rule(rows.ON_ITS_OWN),
    late_rule(rows.PRESENT),
)
