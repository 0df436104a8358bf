"""What everybody who counts money promises: this process's memory, the store, and Redis."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio

from segue.domain.budgets import Account, Hold, Limit, Period, Reserve, Settle, Standing
from segue.domain.scopes import Scope, ScopeKind
from segue.storage.money_books import Books
from segue.storage.money_contract import MoneyBook, Sought
from segue.storage.redis_money import RedisMoney
from segue.storage.sql import SqlJournal
from tests.support.redis_server import RedisServer

PATIENT_S = 20.0
TODAY_US = 1_764_115_200_000_000
ALL = Account(Scope(ScopeKind.GLOBAL), Period.DAY, TODAY_US)
ONE = Account(Scope(ScopeKind.PROVIDER, "one"), Period.MONTH, TODAY_US)
EVER = Account(Scope(ScopeKind.SESSION, "a1b2"), Period.TOTAL, 0)
_numbers = itertools.count(1)


def hold(*accounts: Account, micro_usd: int, is_hard: bool = True) -> Hold:
    return Hold(f"call-{next(_numbers)}", accounts, micro_usd, is_hard)


@asynccontextmanager
async def opened(kind: str, request: pytest.FixtureRequest) -> AsyncIterator[MoneyBook]:
    home: Path = request.getfixturevalue("tmp_path")
    if kind == "memory":
        yield Books()
    elif kind == "sqlite":
        async with SqlJournal(f"sqlite:///{home / 'money.db'}", home=home, deadline_s=PATIENT_S) as journal:
            yield journal
    else:
        server: RedisServer = request.getfixturevalue("redis")
        async with RedisMoney(server.url(), deadline_s=PATIENT_S) as money:
            yield money


@pytest_asyncio.fixture(params=["memory", "sqlite", "redis"])
async def book(request: pytest.FixtureRequest) -> AsyncIterator[MoneyBook]:
    """The book under test, empty."""
    async with opened(request.param, request) as made:
        yield made


async def test_held_money_is_taken_and_settled_money_is_spent(book: MoneyBook) -> None:
    """What a call may cost is held on every account; what it cost is spent in its place."""
    call = hold(ALL, ONE, micro_usd=700)

    (held,) = await book.book([Reserve(call, (Limit(ALL, 1_000),))])
    (settled,) = await book.book([Settle(call, 123)])

    assert held.short is None
    assert dict(held.standings) == dict.fromkeys((ALL, ONE), Standing(0, 700))
    assert dict(settled.standings) == dict.fromkeys((ALL, ONE), Standing(123, 0))
    assert await book.standings() == dict.fromkeys((ALL, ONE), Standing(123, 0))


async def test_what_goes_beyond_one_limit_is_held_nowhere(book: MoneyBook) -> None:
    """All accounts or none: the one that has room keeps it."""
    await book.book([Reserve(hold(ONE, micro_usd=600))])
    limits = Limit(ALL, 1_000), Limit(ONE, 1_000)

    (short,) = await book.book([Reserve(hold(ALL, ONE, micro_usd=401), limits)])
    (fits,) = await book.book([Reserve(hold(ALL, ONE, micro_usd=400), limits)])

    assert short.short == Limit(ONE, 1_000)
    assert dict(short.standings) == {ALL: Standing(), ONE: Standing(0, 600)}
    assert fits.short is None


async def test_what_is_spent_counts_against_the_limit(book: MoneyBook) -> None:
    """A budget is used up by what was spent, and 0 micro-dollars still fit."""
    call = hold(EVER, micro_usd=1_000)
    await book.book([Reserve(call), Settle(call, 1_000)])

    short, free = await book.book(
        [
            Reserve(hold(EVER, micro_usd=1), (Limit(EVER, 1_000),)),
            Reserve(hold(EVER, micro_usd=0), (Limit(EVER, 1_000),)),
        ]
    )

    assert (short.short, free.short) == (Limit(EVER, 1_000), None)


async def test_doing_a_step_again_changes_nothing(book: MoneyBook) -> None:
    """A step whose outcome was lost on the way is sent once more."""
    call = hold(ALL, micro_usd=500)

    again = await book.book([Reserve(call), Reserve(call), Settle(call, 200), Settle(call, 200)])

    assert dict(again[-1].standings) == {ALL: Standing(200, 0)}


async def test_a_released_hold_leaves_nothing(book: MoneyBook) -> None:
    """A call that was never made takes no money."""
    call = hold(ALL, micro_usd=500)

    booked = await book.book([Reserve(call), Settle(call, 0)])

    assert dict(booked[-1].standings) == {ALL: Standing()}


async def test_a_call_of_unknown_price_is_counted_and_not_priced(book: MoneyBook) -> None:
    """Unknown is not zero: how many such calls there were is told."""
    call = hold(ALL, micro_usd=0, is_hard=False)

    booked = await book.book([Reserve(call), Settle(call, None)])

    assert dict(booked[-1].standings) == {ALL: Standing(0, 0, unpriced=1)}


async def test_of_many_at_once_exactly_those_fit_that_the_limit_covers(book: MoneyBook) -> None:
    """Sixty-four calls begin together on money for three."""
    booked = await asyncio.gather(
        *[
            book.book([Reserve(hold(ALL, ONE, micro_usd=300), (Limit(ALL, 1_000), Limit(ONE, 9_000)))])
            for _ in range(64)
        ]
    )

    assert sum(outcome.short is None for (outcome,) in booked) == 3
    assert (await book.standings())[ALL] == Standing(0, 900)


async def test_accounts_are_exact_beyond_what_a_float_holds_in_dollars(book: MoneyBook) -> None:
    """A budget of a billion dollars is counted to the millionth."""
    most = 10**15
    call, other = hold(EVER, micro_usd=most - 1), hold(EVER, micro_usd=1)

    booked = await book.book(
        [Reserve(call, (Limit(EVER, most),)), Settle(call, most - 1), Reserve(other, (Limit(EVER, most),))]
    )

    assert booked[-1].short is None
    assert dict(booked[-1].standings) == {EVER: Standing(most - 1, 1)}


async def test_some_accounts_are_told_without_all_others(book: MoneyBook) -> None:
    """Those that are named, or those of a period that is not over: the dearest, and all of which something is held."""
    tags = [Account(Scope(ScopeKind.TAG, name), Period.DAY, TODAY_US) for name in ("a", "b", "c", "held")]
    past = Account(Scope(ScopeKind.TAG, "past"), Period.DAY, TODAY_US - 86_400_000_000)
    for place, account in enumerate((*tags[:3], past, ALL)):
        call = hold(account, micro_usd=0)
        await book.book([Reserve(call), Settle(call, 100 + place)])
    await book.book([Reserve(hold(tags[3], micro_usd=7))])

    assert await book.standings([ALL, ONE]) == {ALL: Standing(104)}
    dearest = await book.standings(Sought(Period.DAY, TODAY_US, 2, ScopeKind.TAG))
    expected = {tags[2]: Standing(102), tags[1]: Standing(101), tags[3]: Standing(0, 7)}
    assert {account: dearest[account] for account in expected} == expected
    assert past not in dearest
