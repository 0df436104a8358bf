"""Tells operators when a share of a budget is spent: once a period and share."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Final

from segue.domain.budgets import Account, Budget, Standing
from segue.events import BudgetReached, Teller

MOST_TOLD: Final = 100_000
"""Most that are remembered; the oldest would be told once more."""


class Alerts:
    """Remembers what was told."""

    def __init__(self, teller: Teller, *, also: Callable[[str, BudgetReached], None] | None = None) -> None:
        """`also` is given each with an id that is the same for every replica; it returns at once."""
        self._teller = teller
        self._also = also
        self._told: dict[tuple[Account, int, Decimal], None] = {}
        """The oldest first."""

    def look(
        self,
        accounts: Sequence[Account],
        budgets_of: Callable[[Account], Sequence[Budget]],
        standing: Callable[[Account], Standing],
    ) -> None:
        """Tell what these accounts have passed by now. `budgets_of`: the budgets for which an account counts."""
        for account in accounts:
            spent = standing(account).spent_micro_usd
            for budget in budgets_of(account):
                self._look(account, budget, spent)

    def know(self, account: Account, budget: Budget, spent_micro_usd: int) -> None:
        """What was passed before this process began was told by another one."""
        for share in budget.alert_at:
            if spent_micro_usd >= share * budget.limit_micro_usd:
                self._told[account, budget.limit_micro_usd, share] = None

    def _look(self, account: Account, budget: Budget, spent_micro_usd: int) -> None:
        for share in budget.alert_at:
            name = account, budget.limit_micro_usd, share
            if name in self._told or spent_micro_usd < share * budget.limit_micro_usd:
                continue
            self._told[name] = None
            if len(self._told) > MOST_TOLD:
                del self._told[next(iter(self._told))]
            limit, at = budget.limit_micro_usd, datetime.now(UTC)
            reached = BudgetReached(budget.words, float(share), limit, spent_micro_usd, budget.is_hard, at)
            self._teller.tell(reached)
            if self._also is not None:
                self._also(_id(account, limit, share), reached)


def _id(account: Account, limit_micro_usd: int, share: Decimal) -> str:
    """Says nothing of whose account it is."""
    scope = account.scope
    named = f"{scope.kind}|{scope.name}|{account.period}|{account.began_us}|{limit_micro_usd}|{share.normalize()}"
    return f"bud_{hashlib.sha256(named.encode()).hexdigest()[:32]}"
