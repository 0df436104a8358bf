"""Tells operators when a share of a budget is spent: once a period and share."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Final

from segue.accounting.payers import KnownPayers
from segue.domain.budgets import Account, Budget, Standing
from segue.domain.scopes import Scope
from segue.events import BudgetReached, Teller

MOST_TOLD: Final = 100_000
"""Most that are remembered; the oldest would be told once more."""
_ALL_OF_IT: Final = Decimal(1)


class Alerts:
    """Remembers what was told."""

    def __init__(self, teller: Teller, *, also: Callable[[str, BudgetReached], None] | None = None) -> None:
        """`also` is given each with an id that is the same for every replica; it returns at once."""
        self._teller = teller
        self._also = also
        self.payers = KnownPayers()
        """To be told of everybody who pays."""
        self._told: dict[tuple[Account, int, Decimal, bool], None] = {}
        """Each with whether it turned somebody away. The oldest first."""

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
                if not self.payers.is_for_another(budget, account):
                    self._look(account, budget, spent)

    def turned_away(self, account: Account, budget: Budget, spent_micro_usd: int) -> None:
        """Tell, once a period, that a budget did not allow what was asked of it, however much of it is spent."""
        self._tell_once(account, budget, _ALL_OF_IT, spent_micro_usd, turns_away=True)

    def know(self, account: Account, budget: Budget, spent_micro_usd: int) -> None:
        """What was passed before this process began was told by another one."""
        for share in budget.alert_at:
            if spent_micro_usd >= share * budget.limit_micro_usd:
                self._told[account, budget.limit_micro_usd, share, False] = None

    def forget(self, scope: Scope) -> None:
        """Forget what was told of one thing that is counted for."""
        for name in [name for name in self._told if name[0].scope == scope]:
            del self._told[name]

    def _look(self, account: Account, budget: Budget, spent_micro_usd: int) -> None:
        for share in budget.alert_at:
            if spent_micro_usd >= share * budget.limit_micro_usd:
                self._tell_once(account, budget, share, spent_micro_usd)

    def _tell_once(
        self, account: Account, budget: Budget, share: Decimal, spent_micro_usd: int, *, turns_away: bool = False
    ) -> None:
        limit, at = budget.limit_micro_usd, datetime.now(UTC)
        name = account, limit, share, turns_away
        if name in self._told:
            return
        self._told[name] = None
        if len(self._told) > MOST_TOLD:
            del self._told[next(iter(self._told))]
        whose = self.payers.whose(budget, account)
        reached = BudgetReached(
            budget.words, float(share), limit, spent_micro_usd, budget.is_hard, at, turns_away, whose
        )
        self._teller.tell(reached)
        if self._also is not None:
            self._also(_id(account, limit, share, turns_away=turns_away), reached)


def _id(account: Account, limit_micro_usd: int, share: Decimal, *, turns_away: bool) -> str:
    """Says nothing of whose account it is."""
    scope = account.scope
    what = "turned away" if turns_away else share.normalize()
    named = f"{scope.kind}|{scope.name}|{account.period}|{account.began_us}|{limit_micro_usd}|{what}"
    return f"bud_{hashlib.sha256(named.encode()).hexdigest()[:32]}"
