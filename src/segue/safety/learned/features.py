"""What the rules found in a text as a row of numbers, for the classifier. By category and level, never by rule."""

from __future__ import annotations

from collections.abc import Sequence

from segue.domain.findings import Category, Finding, Subject
from segue.domain.models import SafetyLevel

CATEGORIES = (
    Category.SUICIDE,
    Category.SELF_INJURY,
    Category.MEDICAL_EMERGENCY,
    Category.ABUSE,
    Category.EATING_DISORDER,
    Category.HARM_TO_OTHERS,
    Category.PSYCHOSIS,
    Category.METHOD,
)
"""What a person's own words can be about. Their order is that of the weights: a new one goes to the end."""
_LEVELS = (SafetyLevel.LOW, SafetyLevel.MODERATE, SafetyLevel.HIGH, SafetyLevel.IMMINENT)
_SUBJECTS = (Subject.OTHER, Subject.CHARACTER)
_MANY = 4
"""Findings beyond this number say nothing more."""

RULE_FEATURES = len(CATEGORIES) * len(_LEVELS) + len(_SUBJECTS) + 2
"""Numbers in a row."""


def rule_features(findings: Sequence[Finding]) -> list[float]:
    """`RULE_FEATURES` numbers from 0 to 1.

    For each category, whether something about the writer reaches each level; the gravest level about somebody else and
    about a character; how many findings are grave, and how many are low.
    """
    own = dict.fromkeys(CATEGORIES, 0)
    others = dict.fromkeys(_SUBJECTS, 0)
    grave = low = 0
    for finding in findings:
        rank = finding.level.rank
        if finding.category not in own:
            continue
        if finding.subject is not Subject.SELF:
            others[finding.subject] = max(others[finding.subject], rank)
            continue
        own[finding.category] = max(own[finding.category], rank)
        grave += rank >= SafetyLevel.MODERATE.rank
        low += rank == SafetyLevel.LOW.rank
    row = [float(own[category] >= level.rank) for category in CATEGORIES for level in _LEVELS]
    row += [others[subject] / SafetyLevel.IMMINENT.rank for subject in _SUBJECTS]
    return [*row, min(grave, _MANY) / _MANY, min(low, _MANY) / _MANY]
