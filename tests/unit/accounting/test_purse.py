"""Which budgets an account counts for, and what is said where nobody can count."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from segue.accounting.alerts import Alerts
from segue.accounting.ledger import Ledger
from segue.accounting.pending_holds import PendingHolds
from segue.accounting.purse import Purse
from segue.domain.budgets import Budget, Payer, Period
from segue.domain.models import ModelRef
from segue.domain.scopes import ScopeKind
from segue.events import Broadcast
from segue.storage.money_books import Books


def test_each_account_counts_for_the_budget_of_its_own_zone(tmp_path: Path) -> None:
    """Two budgets of a day, here and in Berlin, are told apart: operators hear of each once."""
    here = Budget(ScopeKind.GLOBAL, None, Period.DAY, 1_000_000)
    there = Budget(ScopeKind.GLOBAL, None, Period.DAY, 2_000_000, zone="Europe/Berlin")
    purse = Purse(
        [here, there],
        Ledger(Books(), PendingHolds(tmp_path / "holds"), deadline_s=1),
        crisis_debt_micro_usd=0,
        alerts=Alerts(Broadcast(())),
        now=lambda: datetime(2026, 11, 26, 12, tzinfo=UTC),
    )

    found = [purse.budgets_of(each.account) for each in purse.covered(Payer(), ModelRef("one", "dear"))]

    assert found == [[here], [there]]
