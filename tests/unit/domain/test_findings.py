"""Verdicts and written replies."""

from datetime import date

from segue.domain.findings import CLEAR, Action, RiskScore, Verdict
from segue.domain.models import SafetyLevel
from segue.domain.resources import WrittenReply


def test_a_verdict_tells_level_and_action_on_one_line() -> None:
    """Callers read what was found from one header."""
    assert Verdict(SafetyLevel.HIGH, Action.REPLACE).header == "level=high;action=replace"
    assert CLEAR.header == "level=none;action=pass"


def test_a_reply_is_reviewed_only_when_somebody_has_signed_it_at_a_date() -> None:
    """Words that no clinician has signed say so."""
    unsigned = WrittenReply("crisis", "en", "…", "1")
    signed = WrittenReply("crisis", "en", "…", "1", reviewed_by="reviewer", reviewed_at=date(2026, 6, 1))

    assert (unsigned.is_reviewed, signed.is_reviewed) == (False, True)


def test_what_only_speaks_of_self_harm_is_sorted_behind_danger_and_before_the_rest() -> None:
    """However surely a story tells of it, somebody who is likelier in danger than not stands before it."""
    danger = RiskScore(0.51, SafetyLevel.MODERATE, True, "t")
    story = RiskScore(0.02, SafetyLevel.NONE, True, "t", topic=1.0)
    recipe = RiskScore(0.03, SafetyLevel.NONE, True, "t", topic=0.01)
    assert danger.rank > story.rank > recipe.rank
