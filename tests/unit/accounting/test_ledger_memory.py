"""How much a ledger reads and remembers: what is current, and no more than it may."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typing_extensions import override

from segue.accounting.ledger import Ledger, LedgerIsAway
from segue.accounting.pending_holds import PendingHolds
from segue.accounting.periods import span
from segue.domain.budgets import Account, Booked, Hold, Limit, Period, Reserve, Settle, Standing
from segue.domain.scopes import Scope, ScopeKind
from segue.errors import StorageError
from segue.storage.money_contract import Sought, Step
from segue.storage.sql import SqlJournal

NOW = datetime.now(UTC)
TODAY_US = span(Period.DAY, "UTC", now=NOW).began_us
LONG_AGO_US = span(Period.DAY, "UTC", now=NOW - timedelta(days=10)).began_us


class LateStore(SqlJournal):
    """Takes no steps in time, and may be read or not."""

    is_late = False
    is_deaf = False

    @override
    async def book(self, steps: Sequence[Step]) -> tuple[Booked, ...]:
        if self.is_late:
            raise StorageError("It is late.", hint="Wait.")
        return await super().book(steps)

    @override
    async def standings(self, wanted: Sought | Collection[Account] | None = None) -> Mapping[Account, Standing]:
        if self.is_deaf:
            raise StorageError("It is away.", hint="Wait.")
        return await super().standings(wanted)


def session(name: str, began_us: int = TODAY_US) -> Account:
    return Account(Scope(ScopeKind.SESSION, name), Period.DAY, began_us)


@asynccontextmanager
async def opened(home: Path, spent: Mapping[Account, int]) -> AsyncIterator[LateStore]:
    """A store of which something is spent, the last one last."""
    store = LateStore("", home=home, deadline_s=20)
    async with store:
        for account, micro_usd in spent.items():
            call = Hold(f"before-{account}", (account,), 0, is_hard=False)
            await store.book([Reserve(call), Settle(call, micro_usd)])
        yield store


def ledger(store: LateStore, home: Path, *, most: int = 2) -> Ledger:
    return Ledger(store, PendingHolds(home / "holds"), deadline_s=1, most_read=most, most_known=most)


def hold(name: str, account: Account) -> Hold:
    return Hold(name, (account,), 50, is_hard=True)


async def test_days_that_are_over_are_not_read_and_really_forgotten(tmp_path: Path) -> None:
    """A gateway starts with what is current, whatever is kept for reports."""
    spent = {session("old", LONG_AGO_US): 5, session("new"): 6}
    async with opened(tmp_path, spent) as store, ledger(store, tmp_path, most=20) as held:
        assert held.known() == [(session("new"), Standing(6))]
        held.forget_past(now=NOW + timedelta(days=3))
        assert not held.known()


async def test_no_more_is_read_and_remembered_than_it_may(tmp_path: Path) -> None:
    """Of very many sessions those that were used last are known."""
    spent = {session(str(number)): 1 + number for number in range(10)}
    async with opened(tmp_path, spent) as store, ledger(store, tmp_path) as held:
        assert {account.scope.name for account, _ in held.known()} == {"8", "9"}
        for number in range(20, 30):
            call = Hold(f"call-{number}", (session(str(number)),), 0, is_hard=False)
            await held.reserve(call, ())
            held.settle(call, 1)
        assert len(held.known()) <= 2


async def test_a_server_that_lost_its_data_is_told_what_is_current(tmp_path: Path) -> None:
    """Not every session that there ever was: it has to hear it within two seconds."""
    spent = {session("old", LONG_AGO_US): 5, session("new"): 6}
    async with opened(tmp_path, spent) as store, ledger(store, tmp_path, most=20) as held:
        assert await held.reserve(hold("under way", session("new")), [Limit(session("new"), 100)]) is None
        known = await held._all_known()
        held.settle(hold("under way", session("new")), 0)

    assert known.standings == {session("new"): Standing(6, 50)}
    assert [each.id for each in known.holds] == ["under way"]


@pytest.mark.parametrize("can_read", [True, False])
async def test_with_the_store_late_an_account_that_was_let_go_is_read_first(tmp_path: Path, can_read: bool) -> None:
    """Its money is spent already: nothing is granted on the belief that it is new."""
    spent = {session(str(number)): 100 for number in range(3)}
    async with opened(tmp_path, spent) as store, ledger(store, tmp_path) as held:
        store.is_late, store.is_deaf = True, not can_read
        limit = Limit(session("0"), 100)
        if can_read:
            assert await held.reserve(hold("one", session("0")), [limit]) == limit
        else:
            with pytest.raises(LedgerIsAway):
                await held.reserve(hold("one", session("0")), [limit])
        store.is_late = store.is_deaf = False
