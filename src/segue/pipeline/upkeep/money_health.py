"""How money stands, as `segue health` tells it: what is spent, and whether what is held and spent can be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from segue.accounting.money import Money
from segue.accounting.reports import own_budgets
from segue.domain.budgets import Budget, NamedStanding
from segue.errors import StorageError
from segue.pipeline.upkeep.health import PartHealth
from segue.storage.contract import Journal

MOST_NAMED: Final = 10
"""Most spent budgets that are named: of keys there may be thousands."""


async def money_health(money: Money, journal: Journal) -> tuple[PartHealth, ...]:
    """One line; nothing where neither the settings have budgets nor a caller's key."""
    own = await _own(journal)
    if not (money.purse.budgets or own):
        return ()
    if not await money.counts_for_all():
        found = "Redis is away: nothing is asked on a hard budget but what is free, and for people in danger."
        return (PartHealth("money", "wrong", found, "See that Redis (`cache.url`) runs."),)
    if not await money.is_written():
        found = "What is held and spent waits for the store; until then this gateway decides by what it knows."
        return (PartHealth("money", "wrong", found, "The log tells why."),)
    spent = list(_spent_out([*money.named(), *await _of_keys(money, own)]))
    if spent:
        more = f"; and {len(spent) - MOST_NAMED} more" if len(spent) > MOST_NAMED else ""
        do = "`segue budgets` shows how each stands; raise it, or wait until it begins anew."
        return (PartHealth("money", "note", f"Spent: {'; '.join(spent[:MOST_NAMED])}{more}.", do),)
    return (PartHealth("money", "ok", "No budget with a name of its own, or for everything, is spent."),)


async def _own(journal: Journal) -> Sequence[Budget]:
    """What keys may spend by themselves; nothing where the store is away, which its own part tells."""
    try:
        return own_budgets(await journal.callers())
    except StorageError:
        return ()


async def _of_keys(money: Money, own: Sequence[Budget]) -> Sequence[NamedStanding]:
    try:
        found = await money.states(own) if own else ()
    except StorageError:
        return ()
    return [NamedStanding(each.budget, each.standing, each.resets_at) for each in found]


def _spent_out(found: Iterable[NamedStanding]) -> Iterator[str]:
    for each in found:
        limit = each.budget.limit_micro_usd
        if limit and each.standing.taken_micro_usd >= limit:
            until = "" if each.resets_at is None else f" until {each.resets_at:%Y-%m-%d %H:%M} UTC"
            yield f"'{each.budget.words}'{until}"
