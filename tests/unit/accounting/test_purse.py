"""Which budgets an account counts for, and what is said where nobody can count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from typing_extensions import override

from segue.accounting.alerts import Alerts
from segue.accounting.ledger import Ledger
from segue.accounting.pending_holds import PendingHolds
from segue.accounting.purse import Purse
from segue.domain.budgets import Booked, Budget, Payer, Period
from segue.domain.models import ModelCard, ModelRef, ProviderType
from segue.domain.money import Price
from segue.domain.scopes import ScopeKind
from segue.errors import LedgerAway, StorageError
from segue.events import Broadcast
from segue.storage.money_contract import Step
from segue.storage.sql import SqlJournal


class Late(SqlJournal):
    """Takes no steps."""

    is_late = True

    @override
    async def book(self, steps: Sequence[Step]) -> tuple[Booked, ...]:
        if self.is_late:
            raise StorageError("It is late.", hint="Wait.")
        return await super().book(steps)


def test_each_account_counts_for_the_budget_of_its_own_zone(tmp_path: Path) -> None:
    """Two budgets of a day, here and in Berlin, are told apart: operators hear of each once."""
    here = Budget(ScopeKind.GLOBAL, None, Period.DAY, 1_000_000)
    there = Budget(ScopeKind.GLOBAL, None, Period.DAY, 2_000_000, zone="Europe/Berlin")
    purse = Purse(
        [here, there],
        Ledger(SqlJournal("", home=tmp_path, deadline_s=20), PendingHolds(tmp_path / "holds"), deadline_s=1),
        crisis_debt_micro_usd=0,
        alerts=Alerts(Broadcast(())),
        now=lambda: datetime(2026, 11, 26, 12, tzinfo=UTC),
    )

    found = [purse.budgets_of(each.account) for each in purse.covered(Payer(), ModelRef("one", "dear"))]

    assert found == [[here], [there]]


def test_every_account_of_a_session_that_replicas_may_keep_is_named(tmp_path: Path) -> None:
    """Whoever erases a session reaches what another replica counted: this month, the last ones, each of the days."""
    budgets = [
        Budget(ScopeKind.SESSION, None, Period.DAY, 1_000_000),
        Budget(ScopeKind.SESSION, None, Period.MONTH, 1_000_000),
        Budget(ScopeKind.GLOBAL, None, Period.DAY, 1_000_000),
    ]
    purse = Purse(
        budgets,
        Ledger(SqlJournal("", home=tmp_path, deadline_s=20), PendingHolds(tmp_path / "holds"), deadline_s=1),
        crisis_debt_micro_usd=0,
        alerts=Alerts(Broadcast(())),
        now=lambda: datetime(2026, 11, 26, 12, tzinfo=UTC),
    )

    found = purse.forget_session("5e")

    assert {account.scope.name for account in found} == {"5e"}
    current = [each.account for each in purse.covered(Payer(session="5e"), ModelRef("one", "dear"))]
    assert {account for account in current if account.scope.kind is ScopeKind.SESSION} <= set(found)
    assert len([account for account in found if account.period is Period.MONTH]) == 3


async def test_without_redis_nobody_is_told_to_look_after_it(tmp_path: Path) -> None:
    """What is held can be kept neither in the store nor in the file: that is what the error says."""
    folder = tmp_path / "not-there" / "holds"
    price = Price(Decimal(1), Decimal(1))
    journal = Late("", home=tmp_path, deadline_s=20)
    async with journal, Ledger(journal, PendingHolds(folder), deadline_s=1) as ledger:
        purse = Purse(
            [Budget(ScopeKind.GLOBAL, None, Period.DAY, 1_000_000)],
            ledger,
            crisis_debt_micro_usd=0,
            alerts=Alerts(Broadcast(())),
        )
        card = ModelCard(ModelRef("one", "dear"), ProviderType.CUSTOM_API, price=price)
        with pytest.raises(LedgerAway, match="neither in the store nor in the local file") as refused:
            await purse.hold(Payer(), card, input_tokens=1, max_tokens=1)
        journal.is_late = False

    assert "Redis" not in refused.value.hint
    assert refused.value.retry_after_s is None


def test_no_money_is_looked_for_where_no_budget_counts_anybody(tmp_path: Path) -> None:
    """Neither the settings nor the caller's key have a budget: then nobody asks who pays."""
    ledger = Ledger(SqlJournal("", home=tmp_path, deadline_s=20), PendingHolds(tmp_path / "holds"), deadline_s=1)
    own = Budget(ScopeKind.CALLER, "a-caller", Period.DAY, 1_000_000)
    nothing, something = (
        Purse(budgets, ledger, crisis_debt_micro_usd=0, alerts=Alerts(Broadcast(()))) for budgets in ([], [own])
    )

    assert not nothing.concern(None)
    assert nothing.concern(own)
    assert something.concern(None)
