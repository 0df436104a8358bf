"""The ledger of one process on a real store: absurd figures, company, and a debt while nobody can say."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from segue.accounting.alerts import Alerts
from segue.accounting.ledger import Ledger, LedgerIsAway
from segue.accounting.pending_holds import PendingHolds
from segue.accounting.purse import Purse
from segue.domain.budgets import Account, Budget, Hold, Limit, Payer, Period, Reserve, Settle, Standing
from segue.domain.models import ModelCard, ModelRef, ProviderType
from segue.domain.money import Price, call_micro_usd
from segue.domain.scopes import Scope, ScopeKind
from segue.errors import OverBudget
from segue.events import Event
from segue.pipeline.care.judging import JUDGING
from segue.storage.sql import SqlJournal
from tests.support.patient_store import PATIENT_S

ALL = Account(Scope(ScopeKind.GLOBAL), Period.TOTAL, 0)
LIMITS = (Limit(ALL, 1_250_000),)


def call(name: str, micro_usd: int = 400_000, *, is_hard: bool = True) -> Hold:
    return Hold(name, (ALL,), micro_usd, is_hard)


@asynccontextmanager
async def opened(home: Path) -> AsyncIterator[tuple[Ledger, SqlJournal]]:
    """A ledger on the store in `home`."""
    async with (
        SqlJournal("", home=home, deadline_s=20) as journal,
        Ledger(journal, PendingHolds(home / "holds"), deadline_s=PATIENT_S) as ledger,
    ):
        yield ledger, journal


@contextmanager
def late(home: Path, *ledgers: Ledger) -> Iterator[None]:
    """Another program holds the store, for which these ledgers do not wait long."""
    with closing(sqlite3.connect(home / "segue.db", isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        for ledger in ledgers:
            ledger._deadline_s = 0.05
        yield
    for ledger in ledgers:
        ledger._deadline_s = PATIENT_S


@pytest.mark.parametrize("said", [10**36, -5_000_000])
async def test_a_figure_that_is_no_price_counts_as_the_worst_case(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, said: int
) -> None:
    """Whatever a provider bills: what was held counts, it is said once, and the next call goes on."""
    with caplog.at_level(logging.WARNING, "segue.accounting"):
        async with opened(tmp_path) as (ledger, journal):
            for name in ("one", "two"):
                assert await ledger.reserve(call(name), LIMITS) is None
                ledger.settle(call(name), said)
            ledger.settle(call("soft", 7, is_hard=False), said)
            await ledger.flush()
            assert ledger.standing(ALL) == (await journal.standings())[ALL] == Standing(800_007)

    assert len(caplog.records) == 1


async def test_a_step_that_cannot_be_written_stops_no_other(tmp_path: Path) -> None:
    """What no database can keep leaves the queue, and what came with it is written."""
    async with opened(tmp_path) as (ledger, journal):
        for step in (Settle(call("huge", is_hard=False), 2**70), Settle(call("small", is_hard=False), 300)):
            ledger._writer.put(step)
        await ledger.flush()

        assert (await journal.standings())[ALL] == Standing(300)
        assert ledger.given_up == 1


@pytest.mark.parametrize("said", ["1e999999", "1e30", "-1", "NaN", "Infinity"])
def test_what_cannot_be_the_price_of_a_call_is_unknown(said: str) -> None:
    """Nothing is raised for it, however large."""
    assert call_micro_usd(Decimal(said)) is None


async def test_a_late_store_is_not_spent_twice_by_two_that_share_it(tmp_path: Path) -> None:
    """Neither knows what the other one decides, so both refuse; when it is there again both go on."""
    async with opened(tmp_path) as (one, journal), opened(tmp_path) as (other, _):
        for ledger in (one, other):
            ledger.settle(call("before", 0, is_hard=False), 1)
            await ledger.flush()
        with late(tmp_path, one, other):
            for ledger in (one, other):
                with pytest.raises(LedgerIsAway):
                    await ledger.reserve(call(f"late-{id(ledger)}"), LIMITS)
        await one.flush()
        await other.flush()
        async with asyncio.timeout(PATIENT_S):
            while (await journal.standings()).get(ALL, Standing()) != Standing(1):
                await one.flush()
        assert await one.reserve(call("then"), LIMITS) is None


async def test_whoever_only_reads_what_was_spent_takes_no_right_from_a_gateway(tmp_path: Path) -> None:
    """Beside it come commands that spend nothing, before and after its first call: with a late store it goes by what it
    knows. Once another one has spent it does not, though that one is gone."""
    async with opened(tmp_path) as (gateway, _):
        async with opened(tmp_path):
            pass
        assert await gateway.reserve(call("first"), LIMITS) is None
        async with opened(tmp_path) as (command, _):
            assert command.standing(ALL) == Standing(0, 400_000)
        with late(tmp_path, gateway):
            assert await gateway.reserve(call("alone"), LIMITS) is None
        await gateway.flush()
        async with opened(tmp_path) as (spender, _):
            assert await spender.reserve(call("theirs"), LIMITS) is None
        with late(tmp_path, gateway), pytest.raises(LedgerIsAway):
            await gateway.reserve(call("late"), LIMITS)


async def test_who_began_beside_another_does_not_know_what_that_one_spent_since(tmp_path: Path) -> None:
    """As a gateway in whose place another one is started, and that still has calls under way."""
    async with opened(tmp_path) as (old, _):
        assert await old.reserve(call("old", 1), LIMITS) is None
        ended = opened(tmp_path)
        new, _ = await ended.__aenter__()
        assert await old.reserve(call("since"), LIMITS) is None
    with late(tmp_path, new), pytest.raises(LedgerIsAway):
        await new.reserve(call("late"), LIMITS)
    await ended.__aexit__(None, None, None)


async def test_a_hold_in_the_file_of_a_settled_call_is_not_held_again(tmp_path: Path) -> None:
    """kill -9 after the store had it all, and before the file was emptied."""
    async with opened(tmp_path) as (_, journal):
        await journal.book([Reserve(call("one")), Settle(call("one"), 100)])
    PendingHolds(tmp_path / "holds").append(call("one"))

    async with opened(tmp_path) as (ledger, _):
        assert ledger.standing(ALL) == Standing(100)


async def test_a_live_call_costs_what_it_costs_whatever_a_clock_says(tmp_path: Path) -> None:
    """A neighbour whose clock is seven hours ahead takes it for one of a process that is gone."""
    async with opened(tmp_path) as (ledger, journal):
        assert await ledger.reserve(call("one"), LIMITS) is None

        await journal.close_holds(before=datetime.now(UTC) + timedelta(hours=7))
        assert (await journal.standings())[ALL] == Standing(400_000)
        ledger.settle(call("one"), 100)
        await ledger.flush()

        assert (await journal.standings())[ALL] == Standing(100)


@pytest.mark.parametrize("payer", [Payer(is_crisis=True), JUDGING])
async def test_what_is_lent_while_nobody_can_say_has_the_limit_of_the_day(tmp_path: Path, payer: Payer) -> None:
    """Of $5 twelve calls of $0.40 are lent, then written words answer; judges are paid in the same way."""
    card = ModelCard(ModelRef("one", "dear"), next(iter(ProviderType)), price=Price(Decimal(0), Decimal(2_000)))
    budgets = [Budget(ScopeKind.GLOBAL, None, Period.MONTH, 1_000_000)]
    async with SqlJournal("", home=tmp_path, deadline_s=20) as journal:
        neighbour = journal.users()
        assert neighbour.join()
        assert neighbour.is_alone()  # it goes by what it knows, so that nobody else knows all
        async with Ledger(journal, PendingHolds(tmp_path / "holds"), deadline_s=5) as ledger:
            purse = Purse(budgets, ledger, crisis_debt_micro_usd=5_000_000, alerts=Alerts(Nobody()))
            for _ in range(12):
                hold = await purse.hold(payer, card, input_tokens=1, max_tokens=200)
                assert hold is not None
                purse.settle(hold, 400_000)
            with pytest.raises(OverBudget) as refused:
                await purse.hold(payer, card, input_tokens=1, max_tokens=200)
        neighbour.leave()

    assert refused.value.is_crisis


class Nobody:
    """Hears of nothing."""

    def tell(self, event: Event) -> None:
        pass
