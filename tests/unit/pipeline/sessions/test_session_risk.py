"""A session's risk as people are told it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from segue.domain.models import SafetyLevel
from segue.domain.risk import Latch, RiskStage, RiskState
from segue.domain.risk_bytes import encoded
from segue.domain.sessions import SessionRecord
from segue.pipeline.sessions.risk import Released, RiskShown, risk_shown
from segue.safety.conversation import released
from tests.support.risk import NOW, NOW_US

DANGER = RiskState(
    turn=3, safety=Latch(NOW_US - 10**6), disclosed=frozenset({"suicide:plan", "screen:wish"}), highest=SafetyLevel.HIGH
)


def record(state: bytes) -> SessionRecord:
    return SessionRecord("s", created_at=NOW, last_turn_at=NOW, safety_state=state)


def test_a_state_is_shown_in_words_and_with_its_release() -> None:
    """What is in the store and what waits to be written are told as one."""
    ended = released(DANGER, by="c-17", now=NOW)
    shown = risk_shown([record(encoded(DANGER)), record(encoded(ended))])
    codes = ("screen:wish", "suicide:plan")
    assert shown == RiskShown(RiskStage.FOLLOW_UP, SafetyLevel.HIGH, codes, 3, NOW, NOW, "c-17")


def test_nothing_found_is_nothing_to_show() -> None:
    """A session without a sign, or none at all, has no risk to tell of."""
    assert risk_shown([]) is None
    assert risk_shown([record(b"")]) is None


def test_a_state_that_nobody_can_read_is_shown_as_grave() -> None:
    """It counts as being in the protocol, and nobody knows since when."""
    shown = risk_shown([record(b"broken")])
    assert shown is not None
    assert (shown.stage, shown.changed_at) == (RiskStage.SAFETY, None)


def test_it_changed_when_a_stage_was_raised_last() -> None:
    """The moment of the newest danger is told, in UTC."""
    shown = risk_shown([record(encoded(replace(DANGER, follow_up=Latch(NOW_US))))])
    assert shown is not None
    assert shown.changed_at == datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("before", "after", "is_released"),
    [
        (RiskStage.SAFETY, RiskStage.FOLLOW_UP, True),
        (RiskStage.SAFETY, RiskStage.SAFETY, False),
        (RiskStage.SCREEN, RiskStage.SCREEN, False),
    ],
)
def test_only_leaving_the_protocol_is_a_release(before: RiskStage, after: RiskStage, is_released: bool) -> None:
    """A session outside of it, or in which a danger was heard in the meantime, was not released."""
    assert Released("s", before, after).is_released is is_released
