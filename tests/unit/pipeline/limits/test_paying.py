"""Who pays for a turn, and of whom nobody asks money."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from segue.domain.chat import ChatRequest, Message, Role
from segue.domain.risk import QUIET, Latch, RiskState
from segue.domain.sessions import SessionRecord
from segue.pipeline.limits.paying import payer_of
from segue.pipeline.turn.record import TurnRecord
from segue.pipeline.turn.turns import Asker
from segue.safety.conversation import Step

NOW = datetime(2026, 11, 26, tzinfo=UTC)
OPEN = Latch(1)


def a_turn() -> TurnRecord:
    return TurnRecord(ChatRequest((Message(Role.USER, "The weather is fine."),)), Asker("a-caller"))


def test_a_calm_turn_is_paid_for() -> None:
    """Also in a session that was read, and is new."""
    turn = a_turn()
    assert not payer_of(turn).is_crisis
    turn.session = SessionRecord("5e", NOW, NOW)
    assert not payer_of(turn).is_crisis


@pytest.mark.parametrize(
    "state", [replace(QUIET, screen=OPEN), replace(QUIET, safety=OPEN), replace(QUIET, follow_up=OPEN)]
)
def test_who_was_in_danger_by_their_own_history_is_lent_it(state: RiskState) -> None:
    """A client without a session sends the talk along: what it tells counts as much as a session does."""
    turn = a_turn()
    turn.step = Step(state)
    assert payer_of(turn).is_crisis


def test_of_a_session_that_could_not_be_read_nobody_knows() -> None:
    """They are lent it, within the bound of the day."""
    turn = a_turn()
    turn.session = SessionRecord("5e", NOW, NOW, is_read=False)
    assert payer_of(turn).is_crisis
