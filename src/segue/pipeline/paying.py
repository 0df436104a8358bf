"""Who pays for a turn, and whether money is a reason to leave it without an answer."""

from __future__ import annotations

from segue.accounting.purse import own_budget
from segue.domain.budgets import Payer
from segue.pipeline.limiting import in_danger
from segue.pipeline.turn_record import TurnRecord


def payer_of(turn: TurnRecord) -> Payer:
    """Who pays. No turn is refused for money that may be of somebody in danger (design.md §6.5), as with limits.

    Of a session that could not be read nobody knows; what is lent for it is bounded as for everybody in danger.
    """
    session = turn.session
    is_unknown = session is not None and not session.is_read
    return Payer(
        turn.asker.caller_id,
        turn.asker.caller_name,
        None if session is None else session.session,
        turn.request.tags,
        is_unknown or in_danger(turn),
        own_budget(turn.asker.scope, turn.asker.caller_name or turn.asker.caller_id),
    )
