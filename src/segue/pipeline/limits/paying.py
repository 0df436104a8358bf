"""Who pays for a turn, what is held for a call of it, and how it has to be asked so that this suffices."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import partial

from segue.accounting.purse import Purse, own_budget
from segue.domain.budgets import Hold, Payer
from segue.domain.models import ModelCard, ModelRef
from segue.domain.values import changed
from segue.errors import OverBudget
from segue.pipeline.limits.limiting import in_danger
from segue.pipeline.turn.asking import Asked
from segue.pipeline.turn.record import TurnRecord


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


async def held(
    purse: Purse, payer: Payer, card: ModelCard, asked: Asked, *, input_tokens: int, dearer: AbstractSet[str]
) -> tuple[Asked, Hold | None]:
    """The money for a call, and the call as it may be made with it. Raises OverBudget or LedgerAway.

    Where a hard budget counts it nobody of unknown price may answer in the model's place; and nobody at all where only
    the model itself can be paid.
    """
    max_tokens = asked.request.max_tokens
    hold = partial(purse.hold, payer, card, input_tokens=input_tokens, max_tokens=max_tokens, dearer=dearer)
    may = asked.request.bounds.may_stand_in
    others = {ref: price for ref, price in card.stand_ins if may is None or ref in may}
    if not others:
        return asked, await hold()
    known = {ref: price for ref, price in others.items() if price is not None}
    if len(known) < len(others) and purse.binds(payer, card.ref):
        asked = _only(asked, known.keys())
    try:
        return asked, await hold(others=known.values())
    except OverBudget:
        return _only(asked, set()), await hold()


def _only(asked: Asked, may_stand_in: AbstractSet[ModelRef]) -> Asked:
    request = asked.request
    bounds = changed(request.bounds, may_stand_in=frozenset(may_stand_in))
    return changed(asked, request=changed(request, bounds=bounds))
