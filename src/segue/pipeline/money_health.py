"""How money stands, as `segue health` tells it: what is spent, and whether what is held and spent can be written."""

from __future__ import annotations

from collections.abc import Iterator

from segue.accounting.money import Money
from segue.pipeline.health import PartHealth


async def money_health(money: Money) -> tuple[PartHealth, ...]:
    """One line; nothing where the settings have no budgets."""
    if not money.purse.budgets:
        return ()
    if not await money.counts_for_all():
        found = "Redis is away: nothing is asked on a hard budget but what is free, and for people in danger."
        return (PartHealth("money", "wrong", found, "See that Redis (`cache.url`) runs."),)
    if not await money.is_written():
        found = "What is held and spent waits for the store; until then this gateway decides by what it knows."
        return (PartHealth("money", "wrong", found, "The log tells why."),)
    spent = list(_spent_out(money))
    if spent:
        do = "`segue budgets` shows how each stands; raise it, or wait until it begins anew."
        return (PartHealth("money", "note", f"Spent: {'; '.join(spent)}.", do),)
    return (PartHealth("money", "ok", "No budget with a name of its own, or for everything, is spent."),)


def _spent_out(money: Money) -> Iterator[str]:
    for each in money.named():
        limit = each.budget.limit_micro_usd
        if limit and each.standing.taken_micro_usd >= limit:
            until = "" if each.resets_at is None else f" until {each.resets_at:%Y-%m-%d %H:%M} UTC"
            yield f"'{each.budget.words}'{until}"
