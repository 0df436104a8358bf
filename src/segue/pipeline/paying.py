"""Who pays for a turn, and whether money is a reason to leave it without an answer."""

from __future__ import annotations

from typing import Final

from segue.domain.budgets import Budget, Payer, Period
from segue.domain.models import SafetyLevel
from segue.domain.risk import RiskStage
from segue.domain.scopes import ScopeKind
from segue.pipeline.turn_record import TurnRecord
from segue.pipeline.turns import Asker

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
        _own_budget(turn.asker),
    )


def _own_budget(asker: Asker) -> Budget | None:
    """What the caller's key may spend; by its name, so that it stays the same budget when the key is renewed."""
    own = asker.scope.budget
    if own is None:
        return None
    name = asker.caller_name or asker.caller_id
    return Budget(ScopeKind.CALLER, name, Period(own.period), own.limit_micro_usd)
