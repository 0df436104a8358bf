"""What must not be said, by rules that a warning or a denial just before them takes back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from segue.domain.findings import Finding
from segue.safety.contract import Direction
from segue.safety.packaged_rules import packaged_sieve
from segue.safety.reading.normalize import Folded, readings
from segue.safety.rules import Hit, Rule, RuleSet, compiled, placed

BEFORE_CHARS = 70
"""How far before a match a warning or a denial is looked for; no further than the guard of a stream keeps."""
WARNED_BEFORE = compiled(
    r"\b(?:no|no need to|nothing|don't|do not|never|not|please don't|won't|shouldn't|should not|cannot|can't|"
    r"avoid|instead of|rather than|feel like|feels like|believe|think|convince you|thought that|thoughts? of|"
    r"telling you|tells you|lie that|no|nunca|jamas|nao|jamais|pas|nicht|niemals|nie)(?: that)?(?: "
    r"\w{1,12}){0,3} ?$"
)


class Unsayable:
    """A check over such rules; a subclass names its rows, which are packaged ones, and whose words it reads."""

    name: str
    directions: frozenset[Direction]
    span_chars = 120
    rows: ClassVar[Sequence[Rule]]

    def __init__(self) -> None:
        self._rules = RuleSet(self.rows, packaged_sieve())

    @property
    def rules(self) -> Sequence[Rule]:
        """Its rows."""
        return self._rules.rules

    def find(self, text: str, *, language: str | None) -> Sequence[Finding]:
        """Findings in the order of the text; `language` changes nothing, a model may answer in another one."""
        del language
        ways = readings(text)
        if not self._rules.may_hit(ways):
            return ()
        found = {
            self._finding(hit, reading)
            for reading in ways
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
    return WARNED_BEFORE.search(before) is not None
