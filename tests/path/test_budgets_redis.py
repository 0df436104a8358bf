"""Budgets while the Redis that counts them is away, and after it lost what it knew."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

import segue
from segue.app import ModelManager
from segue.config.settings import Settings
from segue.domain.budgets import Account, Hold, Limit, Period, Reserve
from segue.domain.scopes import Scope, ScopeKind
from segue.errors import SegueError
from segue.storage.redis_money import RedisMoney
from tests.support.redis_server import RedisServer
from tests.support.talk import asked, scripted, settings_of, told

CARES = "Thank you for telling me. That sounds really hard. Do you want to say more about it?"
PRICE = {"input_usd_per_mtok": "0", "output_usd_per_mtok": "2000"}
DEAR = {"text": CARES, "price": PRICE, "usage": {"input_tokens": 0, "output_tokens": 100}}
CARED_FOR = {"allowed_for_therapeutic": [{"model": "one:dear", "decided_by": "Board", "decided_at": "2026-06-01"}]}


def settings(redis: RedisServer) -> Settings:
    return settings_of(
        scripted(one={"dear": DEAR, "free": {"text": "Free."}}),
        budgets=[{"scope": "global", "period": "total", "limit_usd": "0.7"}],
        cache={"url": redis.url(), "deadline_s": 2},
        storage={"session_deadline_s": 2},
        safety=CARED_FOR,
    )


async def outcome(models: ModelManager, text: str = "Hi", model: str = "one:dear") -> str:
    try:
        return (await told(models, asked(text, model=model, max_tokens=100, strict=True))).text
    except SegueError as error:
        codes = [attempt.code for attempt in getattr(error, "attempts", ())]
        return ", ".join([error.code, *codes])


async def test_without_redis_only_free_models_and_people_in_danger_are_answered(
    own_redis: RedisServer, tmp_path: Path
) -> None:
    """Nobody can say what others have spent; when it is back everything goes on."""
    async with segue.open(settings(own_redis), home=tmp_path) as models:
        assert await outcome(models) == CARES
        own_redis.kill()
        assert await outcome(models) == "all_models_failed, ledger_away"
        assert await outcome(models, model="one:free") == "Free."
        await models.cache.get("anything")  # so that the cache finds out
        parts = {part.part: part for part in (await models.health()).parts}
        assert parts["money"].state == "wrong"
        assert "but not on hard budgets" in parts["cache"].found
        assert (await outcome(models, "Everyone would be better off without me.")).startswith(CARES)
        own_redis.start()
        async with asyncio.timeout(60):
            while await outcome(models) != CARES:
                await asyncio.sleep(0.1)
        await models.money.flush()
        assert await outcome(models) == "budget_exceeded"  # three times $0.2: what it forgot was told to it


async def test_a_report_that_redis_does_not_answer_stops_nobody_who_pays(own_redis: RedisServer) -> None:
    """Operators may look while the server is slow: calls are held and settled as before."""
    account = Account(Scope(ScopeKind.GLOBAL), Period.TOTAL, 0)
    async with RedisMoney(own_redis.url(), deadline_s=5) as money:
        await money.book([Reserve(Hold("one", (account,), 5, is_hard=True))])
        own_redis.stop()
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await money.standings([account])
        own_redis.go_on()
        assert not money.is_away
        (booked,) = await money.book([Reserve(Hold("two", (account,), 5, is_hard=True), (Limit(account, 10),))])
        assert booked.short is None
