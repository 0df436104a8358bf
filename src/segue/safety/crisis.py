"""Finds what people write when somebody's life is in danger. Rules only: they miss most of what is implied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from segue.domain.findings import Finding
from segue.safety.bearing import bearing_of
from segue.safety.contract import Direction
from segue.safety.normalize import Folded, readings
from segue.safety.rows import (
    behaviour_en,
    crisis_de,
    crisis_es,
    crisis_fr,
    crisis_pt,
    dangers_en,
    harms_en,
    hints_en,
    methods_en,
    others_now,
    passive_en,
    plainly,
    plans_en,
    quiet,
    signs_de,
    signs_es,
    signs_fr,
    signs_pt,
    violence_en,
    wider_en,
    wishes_en,
)
from segue.safety.rules import SEVERAL, Hit, Rule, RuleSet, placed
from segue.safety.weighing import Sign, weighed

_MODULES = (
    *(dangers_en, wishes_en, plans_en, passive_en, behaviour_en, hints_en, methods_en, harms_en, violence_en, wider_en),
    *(crisis_es, signs_es, crisis_fr, signs_fr, crisis_de, signs_de, crisis_pt, signs_pt),
    *(others_now, quiet, plainly),
)
_RULES: tuple[Rule, ...] = tuple(rule for module in _MODULES for rule in module.ROWS)


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
        self._rules = RuleSet(_RULES)

    @property
    def rules(self) -> Sequence[Rule]:
        """Its rows."""
        return self._rules.rules

    def find(self, text: str, *, language: str | None) -> Sequence[Finding]:
        """Findings in the order of the text; `language` changes nothing."""
        del language
        found: dict[tuple[str, int], Finding] = {}
        for reading in readings(text):
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
