"""From findings to a verdict: what the policy asks for, how grave it is, and what it is about. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from segue.domain.findings import PASS, Action, Category, Finding, Measure, RiskScore, Subject, Verdict
from segue.domain.models import SafetyLevel
from segue.safety.policy_table import MEASURES, PolicyTable, Setting, Turn

CRISIS: Final = frozenset(
    {
        Category.SUICIDE,
        Category.SELF_INJURY,
        Category.MEDICAL_EMERGENCY,
        Category.ABUSE,
        Category.HARM_TO_OTHERS,
        Category.EATING_DISORDER,
        Category.PSYCHOSIS,
    }
)
"""What somebody may be in danger of."""
EARLIER: Final = "earlier."
"""With what the code of a finding begins that was said before the newest words."""

_ORDER: Final = {category: place for place, category in enumerate(Category)}
"""Of two findings alike, the one about a person's danger comes first, and a check that failed last."""
_REMEMBERED: Final = frozenset({Measure.OBSERVE})


def on_person(
    findings: Sequence[Finding],
    policy: PolicyTable,
    setting: Setting,
    *,
    score: RiskScore | None,
    is_degraded: bool,
) -> Verdict:
    """The verdict on a person's words. What was said earlier counts for the level and is remembered, no more."""
    asked = [(f, _REMEMBERED if is_earlier(f) else policy.measures(f, setting)) for f in findings]
    measures = frozenset[Measure]().union(*(measures for _, measures in asked))
    counted = [replace(f, level=policy.counted(f, measures)) for f, measures in asked]
    acting = [f for f, (_, measures) in zip(counted, asked, strict=True) if Measure.REPLACE in measures]
    gravest = gravest_of(acting or counted)
    return Verdict(
        level=max((f.level for f in counted), key=lambda level: level.rank, default=SafetyLevel.NONE),
        action=Action.REPLACE if Measure.REPLACE in measures else Action.PASS,
        findings=tuple(findings),
        is_degraded=is_degraded,
        category=gravest.category if gravest else None,
        subject=gravest.subject if gravest else Subject.SELF,
        measures=tuple(measure for measure in MEASURES if measure in measures),
        score=score,
        policy=policy.version,
    )


def on_answer(findings: Sequence[Finding], policy: PolicyTable, turn: Turn, *, is_degraded: bool) -> Verdict:
    """The verdict on a model's words: stopped, or recorded."""
    stopping = [finding for finding in findings if policy.stops(finding, turn)]
    gravest = gravest_of(stopping or findings)
    return Verdict(
        level=max((f.level for f in findings), key=lambda level: level.rank, default=SafetyLevel.NONE),
        action=Action.STOP if stopping else Action.PASS,
        findings=tuple(findings),
        is_degraded=is_degraded,
        category=gravest.category if gravest else None,
        subject=gravest.subject if gravest else Subject.SELF,
        policy=policy.version,
    )


def guarded(verdict: Verdict) -> Verdict:
    """The verdict where nobody has decided which models may answer: from moderate, words replace what calls for help.

    It only adds: a verdict that replaces stays as it is.
    """
    is_grave = verdict.level.rank >= SafetyLevel.MODERATE.rank and Measure.RESOURCES in verdict.measures
    if verdict.action is not PASS or not is_grave:
        return verdict
    measures = tuple(m for m in MEASURES if m in verdict.measures or m is Measure.REPLACE)
    return replace(verdict, action=Action.REPLACE, measures=measures)


def paused(verdict: Verdict, in_story: Verdict) -> Verdict:
    """The verdict in a game, whatever its task is taken for: the story pauses where one would, and nothing is left
    out that the turn calls for."""
    if Measure.PAUSE_STORY not in in_story.measures:
        return verdict
    measures = tuple(m for m in MEASURES if m in verdict.measures or m is Measure.PAUSE_STORY)
    return replace(verdict, measures=measures)


def gravest_of(findings: Sequence[Finding]) -> Finding | None:
    """The gravest; among equals the person's own danger before another's, and danger before what is only unwanted."""
    return max(
        findings,
        key=lambda f: (f.level.rank, not is_earlier(f), f.subject is Subject.SELF, -_ORDER[f.category]),
        default=None,
    )


def is_earlier(finding: Finding) -> bool:
    """Whether it was said before the newest words."""
    return finding.code.startswith(EARLIER)
