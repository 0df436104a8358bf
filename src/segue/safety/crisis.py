"""Finds what people write when somebody's life is in danger. Rules only: they miss most of what is implied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from segue.domain.findings import Finding
from segue.safety.bearing import bearing_of
from segue.safety.contract import Direction
from segue.safety.packaged_rules import CRISIS, packaged_sieve
from segue.safety.reading.normalize import Folded, readings
from segue.safety.rules import SEVERAL, Hit, Rule, RuleSet, placed
from segue.safety.weighing import Sign, weighed


class Crisis:
    """Typed evidence of danger in what a person wrote, in English, Spanish, French, German and Portuguese.

    The first part of a code is its kind (`evidence.Construct`); `subject` tells the writer from somebody else and from
    a figure of the story. All languages are always tried: people in distress change language. A figure of speech is no
    finding; a denial, a story and somebody else's words are low ones. Means or a plan together with a time make all of
    it imminent.
    """

    name = "crisis"
    directions = frozenset({Direction.INPUT})
    span_chars = 400

    def __init__(self) -> None:
        self._rules = RuleSet(CRISIS, packaged_sieve())

    @property
    def rules(self) -> Sequence[Rule]:
        """Its rows."""
        return self._rules.rules

    def find(self, text: str, *, language: str | None) -> Sequence[Finding]:
        """Findings in the order of the text; `language` changes nothing."""
        del language
        ways = readings(text)
        if not self._rules.may_hit(ways):
            return ()
        found: dict[tuple[str, int], Finding] = {}
        for reading in ways:
            for finding in self._read(reading):
                known = found.setdefault((finding.code, finding.start), finding)
                if finding.level.rank > known.level.rank:
                    found[finding.code, finding.start] = finding
        return sorted(found.values(), key=lambda finding: (finding.start, finding.end, finding.code))

    def _read(self, reading: Folded) -> Iterable[Finding]:
        signs = [sign for hit in self._rules.hits(reading) if (sign := self._sign(hit, reading)) is not None]
        return weighed(signs, reading, self.name) if signs else ()

    def _sign(self, hit: Hit, reading: Folded) -> Sign | None:
        bearing = bearing_of(hit, reading.text)
        if bearing is None:
            return None
        start, end = placed(hit, reading, span_chars=self.span_chars)
        rule = hit.rule
        language = rule.language if rule.language != SEVERAL else None
        finding = Finding(self.name, rule.category, bearing.level, rule.code, start, end, bearing.subject, language)
        return Sign(finding, hit.start, hit.end)
