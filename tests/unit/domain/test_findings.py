"""Verdicts and written replies."""

from datetime import date

from segue.domain.findings import CLEAR, Action, Verdict
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
