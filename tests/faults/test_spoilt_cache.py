"""Others write into the Redis that replicas share: what stands there is not believed, and stops nothing else."""

import logging
import time
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from segue.config.settings import BreakerSettings
from segue.domain.models import ModelRef
from segue.errors import KeyRejected
from segue.events import Broadcast
from segue.pipeline.breakers.breakers import NOT_ADMITTED, Breakers
from segue.pipeline.breakers.retry_budget import FLOOR, SLOT_S, RetryBudget
from segue.pipeline.breakers.share import BreakerShare
from segue.storage.caches import open_cache
from segue.storage.contract import Cache
from segue.storage.guarded import GuardedCache
from tests.support.fixtures import redis, running_redis
from tests.support.redis_server import RedisServer

__all__ = ["redis", "running_redis"]

TALE, POEM, FAR = ModelRef("house", "tale"), ModelRef("house", "poem"), ModelRef("far", "tale")
OPEN_KEY = "segue:until:breakers"
DEADLINE_S = 5.0
"""Long enough for a busy machine: what is away here is away for what stands in it."""
BAD_NAMES = (
    r"\255\254",
    r"model:house:tale\27[31m\n",
    "model:house:none",
    "model:nobody:tale",
    "key:nobody",
    "tale",
    "",
)
"""As Lua writes them: no text, escape characters and a line break, and names of what is not here."""


class Replica(Breakers):
    """The breakers of one replica; exchanges are made when the test says so."""

    def __init__(self, cache: Cache) -> None:
        super().__init__(BreakerSettings(), cache, Broadcast([]), refs=lambda: (TALE, POEM, FAR), jitter=lambda: 0.0)

    async def exchange(self) -> None:
        assert isinstance(self._share, BreakerShare)
        await self._share.exchange()


@pytest_asyncio.fixture
async def cache(redis: RedisServer) -> AsyncIterator[GuardedCache]:
    """The cache of a gateway, in the server that others use too."""
    opened = open_cache(redis.url(), deadline_s=DEADLINE_S)
    assert isinstance(opened, GuardedCache)
    async with opened:
        yield opened


def add(redis: RedisServer, *names: str) -> None:
    """Put names into the group of those that rest, for ever."""
    said = "for _, name in ipairs({%s}) do redis.call('ZADD', KEYS[1], '+inf', name) end return 1"
    script = said % ", ".join(f"'{name}'" for name in names)
    assert redis.say("EVAL", script, "1", OPEN_KEY) == b":1\r\n"


def rest(breakers: Breakers, ref: ModelRef) -> None:
    """A model, with its provider, is found to need a rest."""
    breakers.note(ref, KeyRejected("It failed.", model=ref), breakers.admits(ref))


def told(log: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in log.records if record.name.startswith("segue")]


async def test_names_of_what_is_not_here_are_neither_heard_nor_told(
    redis: RedisServer, cache: GuardedCache, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever others put in, the cache stays, nothing of it gets a breaker or a line, and what is ours is shared."""
    caplog.set_level(logging.DEBUG, "segue")
    one, two = Replica(cache), Replica(cache)
    add(redis, *BAD_NAMES)
    rest(one, TALE)
    for replica in (one, two, one, two):
        await replica.exchange()

    assert [state.name for state in (*one.states(), *two.states())] == ["key:house", "key:house"]
    assert (cache.is_away, cache.failures, told(caplog)) == (False, 0, [])


async def test_very_many_names_cost_little_and_make_no_breakers(redis: RedisServer, cache: GuardedCache) -> None:
    """Twenty thousand names that end before ours do not hide them, and are not even read."""
    script = "for n = 1, 20000 do redis.call('ZADD', KEYS[1], ARGV[1], 'model:house:' .. n) end return 1"
    redis.say("EVAL", script, "1", OPEN_KEY, str(time.time() + 60))
    one, two = Replica(cache), Replica(cache)
    rest(one, TALE)
    for replica in (one, two):
        await replica.exchange()

    assert [state.name for state in two.states()] == ["key:house"]
    assert (cache.is_away, cache.failures) == (False, 0)


@pytest.mark.parametrize("spoilt", ["breakers", "breakers.well", "breakers.tried"])
async def test_a_group_that_is_something_else_is_told_once_and_the_others_go_on(
    redis: RedisServer, cache: GuardedCache, caplog: pytest.LogCaptureFixture, spoilt: str
) -> None:
    """One line says what to remove; openings, closings and tries are shared as far as their own groups go."""
    one, two = Replica(cache), Replica(cache)
    rest(one, TALE)
    rest(one, FAR)
    for replica in (one, two):
        await replica.exchange()
    redis.say("DEL", f"segue:until:{spoilt}")
    redis.say("SET", f"segue:until:{spoilt}", "x")
    one.reset("key:far")
    for replica in (one, two) * 3:
        await replica.exchange()

    assert bool(two.admits(FAR)) is (spoilt != "breakers.well")
    assert two.admits(TALE) == NOT_ADMITTED
    assert len(lines := told(caplog)) == 2, "one a replica"
    assert all(f"'{spoilt}'" in line and "remove what stands there" in line for line in lines)
    assert (cache.is_away, cache.failures) == (False, 0)


async def test_a_counter_that_is_something_else_stops_no_other_provider(
    redis: RedisServer, cache: GuardedCache, caplog: pytest.LogCaptureFixture
) -> None:
    """Further tries at one provider are counted alone, with one line; those at the next one together."""
    now_s = 1_764_000_000.0
    redis.say("HSET", f"segue:key:retries.house.{int(now_s / SLOT_S)}.first", "x", "y")
    one, two = (RetryBudget(0.2, cache, now=lambda: now_s) for _ in range(2))
    for provider in ("house", "far"):
        one.begin(provider)
        two.begin(provider)
        assert all(one.may_retry(provider) for _ in range(FLOOR))
    for replica in (one, two) * 3:
        await replica.exchange()

    assert [two.may_retry(provider) for provider in ("house", "far")] == [True, False]
    assert len(lines := told(caplog)) == 2, "one a replica"
    assert all("'retries.house'" in line for line in lines)
