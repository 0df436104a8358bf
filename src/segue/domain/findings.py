"""What screening found: kinds, levels and the verdict on a turn. It holds codes and places, never words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from segue.domain.models import SafetyLevel


class Category(StrEnum):
    """What a finding is about."""

    SUICIDE = "suicide"
    SELF_INJURY = "self_injury"
    MEDICAL_EMERGENCY = "medical_emergency"
    ABUSE = "abuse"
    EATING_DISORDER = "eating_disorder"
    HARM_TO_OTHERS = "harm_to_others"
    PSYCHOSIS = "psychosis"
    METHOD = "method"
    """Means or instructions to do harm."""
    ENCOURAGEMENT = "encouragement"
    """Harm is recommended or praised."""
    MINORS = "minors"
    """Sexualised minors, real or fictional."""
    SCREENING_FAILED = "screening_failed"
    """A check could not answer: it counts as found."""


class Action(StrEnum):
    """What is done about a verdict, from nothing to a written reply in place of the model's."""

    PASS = "pass"
    REPLACE = "replace"
    """The person is answered with written words; no model is needed."""
    STOP = "stop"
    """The answer ends here and written words follow."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found. `start` and `end` are characters of the checked text, for tests and holds."""

    check: str
    category: Category
    level: SafetyLevel
    code: str
    """The rule's name, as in reports: `intent.end_my_life`."""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of screening one text or conversation."""

    level: SafetyLevel
    action: Action
    findings: tuple[Finding, ...] = ()
    is_degraded: bool = False
    """True while only the rule layer screens: rules alone find a quarter of what a classifier finds."""

    @property
    def header(self) -> str:
        """The value of `X-Segue-Safety`."""
        return f"level={self.level};action={self.action}"


CLEAR = Verdict(SafetyLevel.NONE, Action.PASS)
"""Nothing was found, by every check that there is."""
