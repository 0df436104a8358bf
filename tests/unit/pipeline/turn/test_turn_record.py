"""What a turn says of its session."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from segue.domain.choice import Sensitivity
from segue.domain.findings import Action, Verdict
from segue.domain.models import SafetyLevel
from segue.domain.risk import QUIET, RiskStage
from segue.domain.sessions import SessionRecord
from segue.pipeline.turn.record import TurnRecord
from segue.safety.conversation import Step
from segue.selection.analysis import analyze
from tests.support.talk import HERE, asked

NOW = datetime(2026, 11, 26, tzinfo=UTC)
READ = SessionRecord("5e55", created_at=NOW, last_turn_at=NOW)


def turn_of(session: SessionRecord | None, *, is_degraded: bool = False) -> TurnRecord:
    """A turn in which nothing was found."""
    turn = TurnRecord(asked("Tell me about the ferry."), HERE)
    turn.session, turn.step = session, Step(QUIET)
    turn.said_verdict = Verdict(SafetyLevel.NONE, Action.PASS, is_degraded=is_degraded)
    return turn


@pytest.mark.parametrize(
    ("session", "is_degraded", "sensitivity", "needs"),
    [
        (READ, False, Sensitivity.THERAPEUTIC, False),
        (READ, True, Sensitivity.THERAPEUTIC, True),
        (READ, True, Sensitivity.ORDINARY, False),
        (None, True, Sensitivity.ORDINARY, False),
        (replace(READ, is_read=False), True, Sensitivity.ORDINARY, True),
    ],
)
def test_help_is_named_where_nobody_knows_enough(
    session: SessionRecord | None, is_degraded: bool, sensitivity: Sensitivity, needs: bool
) -> None:
    """In degraded therapeutic turns, and in every turn of a session that could not be read."""
    turn = turn_of(session, is_degraded=is_degraded)
    task = replace(analyze(turn.request), sensitivity=sensitivity)
    assert turn.needs_check_in(task) is needs


def test_of_a_session_that_could_not_be_read_no_stage_is_told() -> None:
    """Nobody says that all is well where nobody knows."""
    assert turn_of(READ).stage() is RiskStage.OBSERVE
    assert turn_of(replace(READ, is_read=False)).stage() is None
    assert turn_of(None).stage() is None
