"""Who pays for a turn, and whether money is a reason to leave it without an answer."""

from __future__ import annotations

from typing import Final

from segue.accounting.purse import own_budget
from segue.domain.budgets import Payer
from segue.domain.models import SafetyLevel
from segue.domain.risk import RiskStage
from segue.pipeline.turn_record import TurnRecord

IN_DANGER: Final = frozenset({RiskStage.SCREEN, RiskStage.SAFETY, RiskStage.FOLLOW_UP})
"""Where a session stands that is never refused for money (design.md §6.5)."""


def payer_of(turn: TurnRecord) -> Payer:
    """Who pays. A turn is at risk by where its session stands, or by what its words say."""
    session = turn.session
    return Payer(
        turn.asker.caller_id,
        turn.asker.caller_name,
        None if session is None else session.session,
        turn.request.tags,
        turn.stage in IN_DANGER or turn.said_verdict.level.rank >= SafetyLevel.MODERATE.rank,
        own_budget(turn.asker.scope, turn.asker.caller_name or turn.asker.caller_id),
    )
