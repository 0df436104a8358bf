"""Tells operators when a share of a budget is spent: once a period and share."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from segue.domain.budgets import Account, Budget, Standing
from segue.domain.money import dollars

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BudgetAlert:
    """A share of a budget is spent."""

    budget: str
    """Its words."""
    share: Decimal
    """Which of its `alert_at`."""
    limit_micro_usd: int
    spent_micro_usd: int
    is_hard: bool


class Alerts:
    """Remembers what was told. `tell` is given each alert, and returns at once."""

    def __init__(self, tell: Callable[[BudgetAlert], None] = lambda _: None) -> None:
        self._tell = tell
        self._told: set[tuple[Account, int, Decimal]] = set()

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
                self._told.add((account, budget.limit_micro_usd, share))

    def _look(self, account: Account, budget: Budget, spent_micro_usd: int) -> None:
        for share in budget.alert_at:
            name = account, budget.limit_micro_usd, share
            if name in self._told or spent_micro_usd < share * budget.limit_micro_usd:
                continue
            self._told.add(name)
            limit, spent = dollars(budget.limit_micro_usd), dollars(spent_micro_usd)
            # A session's hash tells nothing to an operator, and is nobody's to read in a log.
            _log.warning("Of the budget '%s' %.0f %% is spent: %s of %s.", budget.words, share * 100, spent, limit)
            self._tell(BudgetAlert(budget.words, share, budget.limit_micro_usd, spent_micro_usd, budget.is_hard))
