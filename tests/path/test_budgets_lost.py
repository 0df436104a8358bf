"""Two replicas, each with a store of its own, and the Redis between them that loses what it knew."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest_asyncio

from segue.accounting.ledger import Ledger, LedgerIsAway
from segue.accounting.pending_holds import PendingHolds
from segue.accounting.periods import span
from segue.domain.budgets import Account, Hold, Limit, Period, Reserve, Settle, Standing
from segue.domain.scopes import Scope, ScopeKind
from segue.storage.redis_money import RedisMoney
from segue.storage.sql import SqlJournal
from tests.support.redis_server import RedisServer

ALL = Account(Scope(ScopeKind.GLOBAL), Period.TOTAL, 0)
LIMITS = (Limit(ALL, 1_250_000),)
"""Three calls of $0.40 fit."""
_numbers = itertools.count(1)


class Replica:
    """What one gateway counts with."""

    def __init__(self, redis: RedisServer, home: Path) -> None:
        home.mkdir(exist_ok=True)
        self.journal = SqlJournal("", home=home, deadline_s=20)
        self.shared = RedisMoney(redis.url(), deadline_s=5)
        self.ledger = Ledger(self.journal, PendingHolds(home / "holds"), shared=self.shared, deadline_s=5)
        self.held: list[Hold] = []

    async def granted(self, times: int) -> int:
        """How many of so many calls may be made."""
        before = len(self.held)
        for _ in range(times):
            call = Hold(f"call-{next(_numbers)}", (ALL,), 400_000, is_hard=True)
            try:
                if await self.ledger.reserve(call, LIMITS) is None:
                    self.held.append(call)
            except LedgerIsAway:
                break
        return len(self.held) - before

    def settle(self) -> None:
        """Every call that was made is over."""
        while self.held:
            self.ledger.settle(self.held.pop(), 400_000)


@pytest_asyncio.fixture
async def pair(own_redis: RedisServer, tmp_path: Path) -> AsyncIterator[tuple[Replica, Replica]]:
    one, other = Replica(own_redis, tmp_path / "one"), Replica(own_redis, tmp_path / "other")
    async with AsyncExitStack() as stack:
        for replica in (one, other):
            for part in (replica.journal, replica.shared, replica.ledger):
                await stack.enter_async_context(part)
        yield one, other


async def test_what_is_under_way_is_held_also_by_a_redis_that_lost_everything(
    own_redis: RedisServer, pair: tuple[Replica, Replica]
) -> None:
    """Both refuse while it is being told, and each call is spent once in the end."""
    one, other = pair
    assert (await one.granted(2), await other.granted(2)) == (2, 1)

    own_redis.say("FLUSHALL")
    assert (await one.granted(2), await other.granted(2)) == (0, 0)
    own_redis.say("FLUSHALL")
    one.settle()
    other.settle()
    await one.ledger.flush()
    await other.ledger.flush()

    assert await one.shared.standings() == {ALL: Standing(1_200_000)}


async def test_who_knows_of_nothing_waits_for_the_others(own_redis: RedisServer, pair: tuple[Replica, Replica]) -> None:
    """One replica spent it all and is idle; the other one never asked for anything."""
    one, other = pair
    assert await one.granted(3) == 3
    one.settle()
    await one.ledger.flush()

    own_redis.say("FLUSHALL")

    assert await other.granted(3) == 0


async def test_what_the_store_forgot_is_not_remembered_for_the_next_loss(
    own_redis: RedisServer, pair: tuple[Replica, Replica]
) -> None:
    """A Redis that lost its data hears of every session that the store has, so that none spends twice; what the store
    has erased by the next loss is in no memory any more."""
    one, _ = pair
    today = span(Period.DAY, "UTC", now=datetime.now(UTC)).began_us
    others = [Account(Scope(ScopeKind.SESSION, f"{n:064x}"), Period.DAY, today) for n in range(20)]
    spent = [Hold(f"other-{n}", (account,), 7, is_hard=True) for n, account in enumerate(others)]
    await one.journal.book([*map(Reserve, spent), *(Settle(hold, 7) for hold in spent)])
    assert await one.granted(1) == 1

    own_redis.say("FLUSHALL")
    assert await one.granted(1) == 0
    assert await one.shared.standings() == {ALL: Standing(0, 400_000), **dict.fromkeys(others, Standing(7))}

    later = datetime.now(UTC) + timedelta(days=40)
    await one.journal.forget_accounts(before=later, of_sessions_before=later)
    own_redis.say("FLUSHALL")
    assert await one.granted(1) == 0
    assert set(await one.shared.standings()) == {ALL}


async def test_what_a_crash_left_is_counted_once(own_redis: RedisServer, tmp_path: Path) -> None:
    """Held in Redis, told as spent in the store after a while, and both known to the next process."""
    first, then = Replica(own_redis, tmp_path), Replica(own_redis, tmp_path)
    async with first.journal, first.shared, first.ledger:
        assert await first.granted(1) == 1  # and is never settled
        await first.journal.close_holds(before=datetime.now(UTC) + timedelta(hours=7))
    async with then.journal, then.shared, then.ledger:
        assert await then.granted(5) == 2
        assert then.ledger.standing(ALL).taken_micro_usd == 1_200_000
