"""Finds what no helper says: secrecy, talking out of help, false claims, and numbers that nobody verified."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from typing_extensions import override

from segue.domain.findings import Category, Finding
from segue.domain.models import SafetyLevel
from segue.safety.contract import Direction
from segue.safety.numbers import has_digit, numbers_to_call
from segue.safety.packaged_rules import BOUNDARIES
from segue.safety.reading.normalize import Folded, readings
from segue.safety.unsayable import Unsayable

QUOTED_CHARS = 70
"""How far before a match the quotation mark is looked for that puts it into a figure's mouth: less than a guard "
"keeps."""
_OPENING = re.compile(r"[“„«]|(?<![\w.,!?…*])[\"”](?=[\w*'])")
_CLOSING = re.compile(r"[»]|[\"”“](?![\w*'])")
_LOWERED = {SafetyLevel.HIGH: SafetyLevel.MODERATE, SafetyLevel.MODERATE: SafetyLevel.LOW}
_NOT_FOR_FIGURES = frozenset({Category.MEDICAL_ADVICE, Category.SEXUAL_CONTENT})
"""What weighs the same between quotation marks."""


class Boundaries(Unsayable):
    """What no helper says, in English; the gravest of it in Spanish, French, German and Portuguese too.

    High only where it is certain, else moderate. Between quotation marks a figure of a story may speak, so it weighs a
    level less. Sexual content is moderate: whether it has a place depends on the turn and the age, and
    the policy knows them.
    """

    name = "boundaries"
    directions = frozenset({Direction.OUTPUT})
    rows = BOUNDARIES

    def __init__(self, verified_numbers: AbstractSet[str] = frozenset()) -> None:
        """`verified_numbers`: digits alone (`numbers.digits_of`) of the numbers that may be named; none without "
        "data."""
        super().__init__()
        self._verified = verified_numbers

    @override
    def find(self, text: str, *, language: str | None) -> Sequence[Finding]:
        said = super().find(text, language=language)
        reading = readings(text)[0]  # as it stands: what looks like letters in disguise elsewhere is a number here
        numbers = self._unverified(reading) if has_digit(reading.text) else ()
        if not (said or numbers):
            return ()
        as_said = (_as_said(finding, text) for finding in said)
        return sorted({*as_said, *numbers}, key=lambda finding: (finding.start, finding.end, finding.code))

    def _unverified(self, reading: Folded) -> set[Finding]:
        return {
            Finding(
                self.name,
                Category.UNVERIFIED_NUMBER,
                SafetyLevel.HIGH if number.is_for_help else SafetyLevel.MODERATE,
                "unverified_number.help" if number.is_for_help else "unverified_number.to_call",
                *reading.span(number.start, number.end),
            )
            for number in numbers_to_call(reading.text)
            if number.digits not in self._verified
        }


def _as_said(finding: Finding, text: str) -> Finding:
    """A finding at the level that it has where it stands: between quotation marks a level less."""
    before = text[max(0, finding.start - QUOTED_CHARS) : finding.start + 1]
    is_figures = finding.category not in _NOT_FOR_FIGURES and _is_quoted(before)
    return replace(finding, level=_LOWERED[finding.level]) if is_figures else finding


def _is_quoted(before: str) -> bool:
    """True when the last quotation mark in the text that leads up to a finding opens."""
    opened = max((mark.start() for mark in _OPENING.finditer(before)), default=-1)
    closed = max((mark.start() for mark in _CLOSING.finditer(before)), default=-1)
    return opened > closed
