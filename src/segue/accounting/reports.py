"""Budgets and spending as the command line and HTTP tell them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from segue.accounting.periods import span
from segue.accounting.purse import own_budget
from segue.domain.budgets import Account, Budget, Standing
from segue.domain.callers import Caller
from segue.domain.money import dollars, from_micro_usd
from segue.domain.scopes import Scope, ScopeKind
from segue.domain.spending import SpendBy, Spent
from segue.storage.money_contract import MoneyBook, Sought

MOST_ACCOUNTS = 100
"""Most accounts of one budget that are told, those first that have spent most."""


@dataclass(frozen=True, slots=True)
class BudgetState:
    """How one budget stands for one thing."""

    budget: Budget
    name: str
    """For whom, where each of the kind has its own."""
    standing: Standing
    resets_at: datetime | None

    @property
    def left_micro_usd(self) -> int:
        """What may still be spent."""
        return max(0, self.budget.limit_micro_usd - self.standing.taken_micro_usd)


async def kept_standings(
    book: MoneyBook, budgets: Iterable[Budget], *, most: int, now: datetime
) -> dict[Account, Standing]:
    """How the accounts stand that `states` shows, which are few; those of which nothing is kept as well."""
    named: dict[Account, Standing] = {}
    each: dict[Sought, None] = {}
    for budget in budgets:
        began_us = span(budget.period, budget.zone, now=now).began_us
        if _is_one(budget):
            named[Account(Scope(budget.kind, budget.name or ""), budget.period, began_us)] = Standing()
        else:
            each[Sought(budget.period, began_us, most, budget.kind)] = None
    found = {**named, **(await book.standings(tuple(named)) if named else {})}
    for sought in each:
        found |= await book.standings(sought)
    return found


def states(
    budgets: Iterable[Budget],
    standings: Mapping[Account, Standing],
    *,
    most: int = MOST_ACCOUNTS,
    now: datetime | None = None,
) -> list[BudgetState]:
    """Every budget as it stands in its present period: once where it has one name, else for each thing that spent."""
    moment = datetime.now(UTC) if now is None else now
    return [state for budget in budgets for state in _of(budget, standings, most, moment)]


def _is_one(budget: Budget) -> bool:
    """Whether it has one account at a time, and not one for each of its kind."""
    return budget.name is not None or budget.kind is ScopeKind.GLOBAL


def _of(budget: Budget, standings: Mapping[Account, Standing], most: int, now: datetime) -> list[BudgetState]:
    present = span(budget.period, budget.zone, now=now)
    if _is_one(budget):
        account = Account(Scope(budget.kind, budget.name or ""), budget.period, present.began_us)
        return [BudgetState(budget, budget.name or "", standings.get(account, Standing()), present.ends_at)]
    found = [
        BudgetState(budget, account.scope.name, standing, present.ends_at)
        for account, standing in standings.items()
        if account.period is budget.period and account.began_us == present.began_us and budget.covers(account.scope)
    ]
    found.sort(key=lambda state: (-state.standing.taken_micro_usd, state.name))
    return found[:most] or [BudgetState(budget, "", Standing(), present.ends_at)]


def named_callers(found: Iterable[BudgetState], callers: Sequence[Caller]) -> list[BudgetState]:
    """The states with callers by the names of their keys, where they are known; else by their ids.

    What a caller spends under their name is counted for a budget of that name, and not for one that each has.
    """
    names = {caller.id: caller.name for caller in callers}
    of_others = {caller.name for caller in callers} - names.keys()
    told: dict[Budget, list[BudgetState]] = {}
    for state in found:
        rows = told.setdefault(state.budget, [])
        if state.budget.kind is not ScopeKind.CALLER or state.budget.name is not None:
            rows.append(state)
        elif state.name not in of_others:
            rows.append(replace(state, name=names.get(state.name, state.name)))
        else:
            rows.append(replace(state, name="", standing=Standing()))
    return [row for rows in told.values() for row in _without_empty(rows)]


def _without_empty(rows: Sequence[BudgetState]) -> Sequence[BudgetState]:
    """Those with a name, where there are any."""
    return [row for row in rows if row.name] or rows[:1]


def own_budgets(callers: Iterable[Caller]) -> list[Budget]:
    """What keys that hold may spend by themselves, beside the budgets of the settings; each once."""
    own = [own_budget(caller.scope, caller.name) for caller in callers if caller.revoked_at is None]
    return list(dict.fromkeys([budget for budget in own if budget is not None]))


def budget_facts(state: BudgetState) -> dict[str, object]:
    """A state as JSON shows it; money in dollars, as text."""
    budget, standing = state.budget, state.standing
    return {
        "scope": budget.kind,
        "name": state.name or None,
        "each": budget.name is None and budget.kind is not ScopeKind.GLOBAL,
        "period": budget.period,
        "zone": budget.zone,
        "kind": "hard" if budget.is_hard else "soft",
        "limit_usd": usd(budget.limit_micro_usd),
        "spent_usd": usd(standing.spent_micro_usd),
        "held_usd": usd(standing.held_micro_usd),
        "left_usd": usd(state.left_micro_usd),
        "unpriced_calls": standing.unpriced,
        "resets_at": None if state.resets_at is None else state.resets_at.isoformat(),
    }


def budget_row(state: BudgetState) -> tuple[str, ...]:
    """A state as a table shows it: `BUDGET_COLUMNS`."""
    budget, standing = state.budget, state.standing
    whose = "" if budget.kind is ScopeKind.GLOBAL else f" {state.name or '(each)'}"
    if budget.name is None and state.name:
        whose += " (each)"
    if budget.kind is ScopeKind.GLOBAL and budget.name:  # what is lent to people in danger
        whose = f" {budget.name} debt"
    return (
        f"{budget.kind}{whose}",
        budget.period,
        "hard" if budget.is_hard else "soft",
        dollars(budget.limit_micro_usd),
        dollars(standing.spent_micro_usd),
        dollars(standing.held_micro_usd),
        dollars(state.left_micro_usd),
        "-" if state.resets_at is None else f"{state.resets_at:%Y-%m-%d %H:%M} UTC",
    )


BUDGET_COLUMNS = ("budget", "period", "kind", "limit", "spent", "held", "left", "begins anew")
SPEND_COLUMNS = ("calls", "failed", "input tokens", "output tokens", "cached", "written", "cost", "of unknown price")


def spend_facts(row: Spent, *, by: SpendBy) -> dict[str, object]:
    """A row as JSON and CSV show it."""
    return {
        by.value: row.name or None,
        "calls": row.calls,
        "failed": row.failed,
        "input_tokens": row.input_tokens,
        "output_tokens": row.output_tokens,
        "cached_input_tokens": row.cached_input_tokens,
        "cache_write_tokens": row.cache_write_tokens,
        "cost_usd": usd(row.cost_micro_usd),
        "unpriced_calls": row.unpriced,
    }


def spend_row(row: Spent) -> tuple[str, ...]:
    """A row as a table shows it: a name and `SPEND_COLUMNS`."""
    tokens = (row.input_tokens, row.output_tokens, row.cached_input_tokens, row.cache_write_tokens)
    counts = (row.calls, row.failed, *tokens)
    return (row.name or "-", *(f"{n:,}" for n in counts), dollars(row.cost_micro_usd), f"{row.unpriced:,}")


def with_names(rows: Sequence[Spent], callers: Iterable[Caller]) -> list[Spent]:
    """Rows of callers by the names of their keys, where they are known."""
    names = {caller.id: caller.name for caller in callers}
    return [replace(row, name=names.get(row.name, row.name)) for row in rows]


def usd(micro_usd: int) -> str:
    """Dollars as a decimal number in text, exactly."""
    return f"{from_micro_usd(micro_usd):f}"
