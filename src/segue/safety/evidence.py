"""What kind of evidence a finding is, by its code, and whom the gravest one is about."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from segue.domain.findings import Finding, Subject

EARLIER = "earlier."
"""What codes of findings in earlier messages begin with."""


class Construct(StrEnum):
    """The first part of a code of the crisis check: `plan` in `plan.have_a_plan`."""

    PASSIVE = "passive"
    """A wish to be gone that names no deed: no future, a burden, not waking up."""
    IDEATION = "ideation"
    INTENT = "intent"
    PLAN = "plan"
    MEANS = "means"
    METHOD_SEEKING = "method_seeking"
    TIMING = "timing"
    """A near time, beside something grave."""
    BEHAVIOUR = "behaviour"
    """Preparation: notes, giving away, rehearsals."""
    GOODBYE = "goodbye"
    HISTORY = "history"
    """Attempts before."""
    OVERDOSE_UNDER_WAY = "overdose_under_way"
    """An overdose or another attempt, now."""
    SELF_INJURY = "self_injury"
    HARM_TO_OTHERS = "harm_to_others"
    ABUSE = "abuse"
    EATING_DISORDER = "eating_disorder"
    PSYCHOSIS = "psychosis"


def construct_of(finding: Finding) -> Construct | None:
    """The kind of evidence that a finding is; None for findings that are no evidence of a person's danger."""
    kind = finding.code.removeprefix(EARLIER).partition(".")[0]
    return Construct(kind) if kind in _KINDS else None


def gravest(findings: Iterable[Finding]) -> Finding | None:
    """The finding that decides: the highest level; among equals the person themselves, then the first in the text."""
    return max(findings, key=lambda finding: (finding.level.rank, _NEARNESS[finding.subject]), default=None)


def subject_of(findings: Iterable[Finding]) -> Subject:
    """Whom the gravest finding is about, so that helpers get what helpers need. SELF where nothing was found."""
    found = gravest(findings)
    return Subject.SELF if found is None else found.subject


def language_in(findings: Iterable[Finding]) -> str | None:
    """The language of the gravest findings; None where they tell of none, or of several."""
    found = [finding for finding in findings if finding.language is not None]
    most = max((finding.level.rank for finding in found), default=0)
    languages = {finding.language for finding in found if finding.level.rank == most}
    return languages.pop() if len(languages) == 1 else None


_KINDS = frozenset(Construct)
_NEARNESS = {Subject.SELF: 2, Subject.OTHER: 1, Subject.CHARACTER: 0}
