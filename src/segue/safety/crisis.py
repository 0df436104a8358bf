"""Finds what people write when somebody's life is in danger. Rules only: they miss most of what is implied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from segue.domain.findings import Category, Finding
from segue.domain.models import SafetyLevel
from segue.safety.contract import Direction
from segue.safety.normalize import Folded, readings
from segue.safety.rows import (
    crisis_de,
    crisis_es,
    crisis_fr,
    crisis_pt,
    dangers_en,
    plans_en,
    surroundings,
    wishes_en,
)
from segue.safety.rows.surroundings import Surroundings
from segue.safety.rules import Hit, Rule, RuleSet, placed

BEFORE_CHARS = 90
AFTER_CHARS = 40
"""How far around a match its surroundings are read, in characters of the folded text."""

_ENGLISH = (*dangers_en.ROWS, *wishes_en.ROWS, *plans_en.ROWS)
_RULES = (*_ENGLISH, *crisis_es.ROWS, *crisis_fr.ROWS, *crisis_de.ROWS, *crisis_pt.ROWS)


class Crisis:
    """Typed evidence of danger in what a person wrote, in English, Spanish, French, German and Portuguese.

    All languages are always tried: people in distress change language. A figure of speech is no finding; a denial,
    a story and somebody else's words are low ones. Means or a plan together with a time make all of it imminent.
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
        findings = [f for hit in self._rules.hits(reading) if (f := self._judged(hit, reading)) is not None]
        return _together(findings, reading.text) if findings else ()

    def _judged(self, hit: Hit, reading: Folded) -> Finding | None:
        level: SafetyLevel | None = hit.rule.level
        if hit.rule.guarded:
            level = _in_place(hit, reading.text, surroundings.BY_LANGUAGE[hit.rule.language])
        if level is None:
            return None
        start, end = placed(hit, reading, span_chars=self.span_chars)
        return Finding(self.name, hit.rule.category, level, hit.rule.code, start, end)


def _in_place(hit: Hit, text: str, words: Surroundings) -> SafetyLevel | None:
    """The level of a match where it stands; None: it means nothing there."""
    after = text[hit.end : hit.end + AFTER_CHARS]
    if words.figure_after.match(after):
        return None
    before = text[max(0, hit.start - BEFORE_CHARS) : hit.start]
    if words.denied_before.search(before) or words.not_mine_before.search(before):
        return SafetyLevel.LOW
    is_past = hit.rule.code != "history.attempt" and (words.past_before.search(before) or words.past_after.match(after))
    return SafetyLevel.LOW if is_past else hit.rule.level


_CONCRETE = ("means.", "plan.", "intent.", "goodbye.after_me")
_RAISED: Mapping[SafetyLevel, SafetyLevel] = MappingProxyType(
    {SafetyLevel.HIGH: SafetyLevel.IMMINENT, SafetyLevel.MODERATE: SafetyLevel.HIGH}
)


def _together(findings: Sequence[Finding], text: str) -> Iterable[Finding]:
    """What findings mean side by side: a way and a time make danger now, two soft signs of suicide make a hard one."""
    findings = list(_with_means(findings, text))
    grave = [f for f in findings if f.category is Category.SUICIDE and f.level is SafetyLevel.HIGH]
    is_soon = any(f.code.startswith(_CONCRETE) for f in grave) and surroundings.SOON.search(text) is not None
    soft = {f.code for f in findings if f.category is Category.SUICIDE and f.level is SafetyLevel.MODERATE}
    for finding in findings:
        if finding.category is not Category.SUICIDE:
            yield finding
        elif (is_soon and finding.level is SafetyLevel.HIGH) or (len(soft) > 1 and finding.code in soft):
            yield replace(finding, level=_RAISED.get(finding.level, finding.level))
        else:
            yield finding


def _with_means(findings: Sequence[Finding], text: str) -> Iterable[Finding]:
    """Having bought a rope says little by itself: more beside a near time, much beside a wish to die."""
    is_wish = any(f.category is Category.SUICIDE and f.level.rank >= SafetyLevel.MODERATE.rank for f in findings)
    for finding in findings:
        if finding.code != "means.got":
            yield finding
        elif is_wish or surroundings.SOON.search(text):
            yield replace(finding, level=SafetyLevel.HIGH if is_wish else SafetyLevel.MODERATE)
        else:
            yield finding
