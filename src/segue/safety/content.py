"""Finds what must never be shown: ways to die, encouragement to do it, and sexualised minors."""

from __future__ import annotations

from collections.abc import Sequence

from segue.domain.findings import Finding
from segue.safety.contract import Direction
from segue.safety.normalize import Folded, readings
from segue.safety.rows import content
from segue.safety.rules import Hit, Rule, RuleSet, placed

BEFORE_CHARS = 70
"""How far before a match a warning or a denial is looked for; no further than the guard of a stream keeps."""


class Content:
    """Methods, encouragement and sexualised minors, in English, Spanish, French, German and Portuguese.

    Of a person's own words only sexualised minors count; who asks for methods is heard by the crisis check.
    """

    name = "content"
    directions = frozenset({Direction.INPUT, Direction.OUTPUT})
    span_chars = 120

    def __init__(self) -> None:
        self._rules = RuleSet(content.ROWS)

    @property
    def rules(self) -> Sequence[Rule]:
        """Its rows."""
        return self._rules.rules

    def find(self, text: str, *, language: str | None) -> Sequence[Finding]:
        """Findings in the order of the text; `language` changes nothing, a model may answer in another one."""
        del language
        found = {
            self._finding(hit, reading)
            for reading in readings(text)
            for hit in self._rules.hits(reading)
            if not _is_warned_of(hit, reading)
        }
        return sorted(found, key=lambda finding: (finding.start, finding.end, finding.code))

    def _finding(self, hit: Hit, reading: Folded) -> Finding:
        start, end = placed(hit, reading, span_chars=self.span_chars)
        return Finding(self.name, hit.rule.category, hit.rule.level, hit.rule.code, start, end)


def _is_warned_of(hit: Hit, reading: Folded) -> bool:
    if not hit.rule.guarded:
        return False
    before = reading.text[max(0, hit.start - BEFORE_CHARS) : hit.start]
    return content.WARNED_BEFORE.search(before) is not None
