"""The ledger of one process on a real store: absurd figures, company, and a debt while nobody can say."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal
from pathlib import Path

import pytest

from segue.accounting.ledger import Ledger
from segue.accounting.pending_holds import PendingHolds
from segue.domain.budgets import Account, Hold, Limit, Period, Settle, Standing
from segue.domain.money import call_micro_usd
from segue.domain.scopes import Scope, ScopeKind
from segue.storage.sql import SqlJournal

ALL = Account(Scope(ScopeKind.GLOBAL), Period.TOTAL, 0)
LIMITS = (Limit(ALL, 1_250_000),)


def call(name: str, micro_usd: int = 400_000, *, is_hard: bool = True) -> Hold:
    return Hold(name, (ALL,), micro_usd, is_hard)


@asynccontextmanager
async def opened(home: Path, *, deadline_s: float = 5) -> AsyncIterator[tuple[Ledger, SqlJournal]]:
    """A ledger on the store in `home`."""
    async with (
        SqlJournal("", home=home, deadline_s=20) as journal,
        Ledger(journal, PendingHolds(home / "holds"), deadline_s=deadline_s) as ledger,
    ):
        yield ledger, journal


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
