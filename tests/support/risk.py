"""Risk states and verdicts as tests need them: any that may be, made by Hypothesis, and those of a few turns."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st

from segue.domain.findings import Action, Category, Finding, RiskScore, Subject, Verdict
from segue.domain.models import SafetyLevel
from segue.domain.risk import Answer, Latch, Question, Release, RiskState, Screener, Trace

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
NOW_US = int(NOW.timestamp() * 1_000_000)

_TURNS = st.integers(0, 30)
_MOMENTS = st.integers(0, 6) | st.integers(NOW_US - 10**11, NOW_US + 10**9)
_LATCHES = st.builds(Latch, _MOMENTS, _MOMENTS)
_TRACES = st.builds(Trace, st.floats(0, 12, allow_subnormal=False), _TURNS, _MOMENTS)
_SCREENERS = st.builds(
    Screener,
    began_us=st.integers(0, 2),
    asked=st.sampled_from([0, *(question.value for question in Question)]),
    times=st.integers(0, 2),
    answers=st.tuples(*(st.sampled_from([answer.value for answer in Answer]) for _ in Question)),
)
RISK_STATES = st.builds(
    RiskState,
    turn=_TURNS,
    evidence=_TRACES,
    lately=_TRACES,
    check_in=_LATCHES,
    screen=_LATCHES,
    safety=_LATCHES,
    follow_up=_LATCHES,
    disclosed=st.frozensets(st.sampled_from(["suicide:plan", "suicide:intent", "abuse:home", "screen:wish"])),
    highest=st.sampled_from(SafetyLevel),
    screener=_SCREENERS,
    cared_turn=_TURNS,
    declined_turn=_TURNS,
    uneasy_turn=_TURNS,
    confirming_turn=_TURNS,
    place_turn=_TURNS,
    release=st.none() | st.builds(Release, _MOMENTS, st.sampled_from(["c1", "c2"])),
)
"""States as any mixture of replicas may leave them, also ones that no single talk leads to."""


def heard(
    level: SafetyLevel = SafetyLevel.NONE,
    *,
    category: Category = Category.SUICIDE,
    code: str = "intent.end_my_life",
    subject: Subject = Subject.SELF,
    probability: float | None = None,
    is_degraded: bool = False,
    is_guarded: bool = False,
) -> Verdict:
    """A verdict on one message: at most one finding of its level, replaced from high on; guarded, from moderate on."""
    is_grave = level.rank >= (SafetyLevel.MODERATE if is_guarded else SafetyLevel.HIGH).rank
    findings = (Finding("crisis", category, level, code, subject=subject),) if level is not SafetyLevel.NONE else ()
    score = None if probability is None else RiskScore(probability, SafetyLevel.LOW, is_calibrated=True, version="t")
    return Verdict(
        level,
        Action.REPLACE if is_grave else Action.PASS,
        findings,
        is_degraded=is_degraded,
        category=category if findings else None,
        subject=subject,
        score=score,
    )


VERDICTS = st.builds(
    heard,
    st.sampled_from(SafetyLevel),
    category=st.sampled_from([Category.SUICIDE, Category.ABUSE, Category.MINORS, Category.SCREENING_FAILED]),
    subject=st.sampled_from(Subject),
    probability=st.none() | st.floats(0, 1),
    is_degraded=st.booleans(),
    is_guarded=st.booleans(),
)
