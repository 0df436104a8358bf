"""Budgets: how much may be spent, for what and in which period, and what is held and spent of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

from segue.domain.scopes import Scope, ScopeKind


class Period(StrEnum):
    """How long money counts against a budget."""

    DAY = "day"
    MONTH = "month"
    TOTAL = "total"
    """For ever."""


@dataclass(frozen=True, slots=True)
class Span:
    """One day, one month, or all time."""

    period: Period
    began_us: int
    """Microseconds since 1970; 0 for all time."""
    ends_at: datetime | None
    """When the next one begins, in UTC; None for all time."""


@dataclass(frozen=True, slots=True)
class Account:
    """Where the money is counted that one thing takes in one period. Budgets for the same share it."""

    scope: Scope
    period: Period
    began_us: int
    """When the period began; 0 for all time."""


ALERTS_AT: Final = (Decimal("0.8"), Decimal(1))
"""Shares of a limit at which operators are told, where nobody has set others."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What may be spent at most for one thing, or for each of its kind, in every period."""

    kind: ScopeKind
    name: str | None
    """Whose it is. None: each of the kind has one of its own; `global` needs none."""
    period: Period
    limit_micro_usd: int
    is_hard: bool = True
    """True: nothing is asked that might cost more than what is left. False: it is only told."""
    alert_at: tuple[Decimal, ...] = ()
    """Shares of the limit at which operators are told, once a period each."""
    zone: str = "UTC"
    """Time zone in which days and months begin."""

    @property
    def words(self) -> str:
        """As a person reads it: `provider openrouter, month`."""
        if self.kind is ScopeKind.GLOBAL and self.name:
            return f"{self.name} debt, {self.period}"
        whose = "" if self.kind is ScopeKind.GLOBAL else f" {self.name or '(each)'}"
        return f"{self.kind}{whose}, {self.period}"

    def covers(self, scope: Scope) -> bool:
        """Whether what is spent for this counts here."""
        if self.kind is ScopeKind.GLOBAL:
            return scope.kind is ScopeKind.GLOBAL and scope.name == (self.name or "")
        return self.kind is scope.kind and (self.name is None or self.name == scope.name)


def crisis_debt(limit_micro_usd: int) -> Budget:
    """What is lent to people in danger above spent budgets, a day (UTC)."""
    return Budget(ScopeKind.GLOBAL, "crisis", Period.DAY, limit_micro_usd, alert_at=ALERTS_AT)


@dataclass(frozen=True, slots=True)
class Payer:
    """For whom a model is asked; of nobody where it is asked behind the path."""

    caller: str | None = None
    """The caller's id."""
    caller_name: str | None = None
    session: str | None = None
    """Keyed hash."""
    tags: tuple[str, ...] = ()
    is_crisis: bool = False
    """True: a person may be in danger, so that money is no reason to leave them without an answer."""
    own: Budget | None = None
    """What the caller's key may spend by itself, beside the budgets of the settings."""


BEHIND_THE_PATH = Payer()
"""Who pays for what nobody has asked for."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an account stands."""

    spent_micro_usd: int = 0
    held_micro_usd: int = 0
    """What calls that are under way may cost at most."""
    unpriced: int = 0
    """Calls whose price nobody knows; they are not in what was spent."""

    @property
    def taken_micro_usd(self) -> int:
        """What nobody else may spend."""
        return self.spent_micro_usd + self.held_micro_usd


@dataclass(frozen=True, slots=True)
class NamedStanding:
    """How a budget of one name stands, or one for everything."""

    budget: Budget
    standing: Standing
    resets_at: datetime | None


@dataclass(frozen=True, slots=True)
class Limit:
    """What an account may hold at most, by one hard budget."""

    account: Account
    limit_micro_usd: int


@dataclass(frozen=True, slots=True)
class Hold:
    """Money that one call may take, held on every account that it counts for."""

    id: str
    """No other call has it."""
    accounts: tuple[Account, ...]
    micro_usd: int
    """The most that it may cost; 0 where that is nothing, or nobody knows."""
    is_hard: bool
    """True: it was kept where a crash does not reach before the call was made."""


@dataclass(frozen=True, slots=True)
class Reserve:
    """Hold money, on all accounts or on none: where one would stand above its limit nothing is held.

    Again with the same id is harmless."""

    hold: Hold
    limits: tuple[Limit, ...] = ()
    """Of those accounts that have one; without any it is held in every case."""


@dataclass(frozen=True, slots=True)
class Settle:
    """A call is over: nothing is held for it any more, and what it cost is spent.

    What was held where a crash does not reach is settled once; again, or after it counted as spent, nothing is done.
    """

    hold: Hold
    cost_micro_usd: int | None
    """0 releases it. None: nobody knows the price."""


@dataclass(frozen=True, slots=True)
class Booked:
    """What became of one step."""

    short: Limit | None = None
    """The limit that stood in the way; None: it was done."""
    standings: tuple[tuple[Account, Standing], ...] = ()
    """How the accounts of its hold stand afterwards."""
