"""Whether an attempt that a match tells of lies many years back, and nothing beside it says that it does not rest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from segue.safety.rows import long_past as rows
from segue.safety.rules import Hit, compiled

BEFORE_CHARS = 90
AFTER_CHARS = 90
AROUND_CHARS = 200
"""How far around a match such words are looked for, in characters of the folded text."""


@dataclass(frozen=True, slots=True)
class _Signs:
    before: re.Pattern[str]
    after: re.Pattern[str]
    on_its_own: re.Pattern[str]
    present: re.Pattern[str]


def is_long_past(hit: Hit, text: str) -> bool:
    """`In my twenties I took an overdose`: a history, and no danger of now. A past of months is none such."""
    if not hit.rule.code.startswith(rows.CODES):
        return False
    signs = _signs()
    if signs.on_its_own.search(text, hit.start, hit.end):
        return False
    before = text[max(0, hit.start - BEFORE_CHARS) : hit.start]
    if signs.before.search(before) is None and signs.after.match(text, hit.end, hit.end + AFTER_CHARS) is None:
        return False
    return signs.present.search(text, max(0, hit.start - AROUND_CHARS), hit.end + AROUND_CHARS) is None


def prepare() -> None:
    """Compile it, some 20 ms of processor, or else the first turn that tells of an attempt does."""
    _signs()


@lru_cache(maxsize=1)
def _signs() -> _Signs:
    return _Signs(
        compiled(rf"(?:^|[.!?;,:(]|\b(?:and|but|so|once|that|also|und|dass|y|que|et|e))[ ,]{{0,2}}(?:{rows.BEFORE})$"),
        compiled(f"(?:{rows.AFTER})"),
        compiled(rows.ON_ITS_OWN),
        compiled(rows.PRESENT),
    )
