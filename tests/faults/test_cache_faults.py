"""A real Redis is killed, stopped and restarted under load: no call fails or hangs, and no reply goes astray."""

import asyncio
import logging
import random
import re
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import pytest
import uvloop

from segue.errors import StorageError
from segue.storage.caches import open_cache
from segue.storage.contract import Cache
from segue.storage.guarded import GuardedCache
from segue.storage.redis import RedisCache
from segue.storage.redis_link import CONNECTIONS
from tests.support.fixtures import own_redis
from tests.support.redis_server import RedisServer

__all__ = ["own_redis"]

WORKERS = 40
DEADLINE_S = 0.05
"""What the gateway gives its cache (`cache.deadline_s`)."""
UNHURRIED_S = 1.5
"""A deadline that a server which answers at all does not miss on a busy machine: what is late then is away."""
SLACK_S = 10.0
"""How late a busy machine may be with a turn; a server that hangs would hold it for ever."""
PATIENT_S = 30.0
NOW_S = 1_764_000_000.0
LOOPS = [pytest.param(asyncio.new_event_loop, id="asyncio"), pytest.param(uvloop.new_event_loop, id="uvloop")]
WAYS = ("killed", "stopped", "restarted")

Loop = Callable[[], asyncio.AbstractEventLoop]


@dataclass
class Load:
    """What callers went through who ask without a pause."""

    turns: Counter[int] = field(default_factory=Counter)
    """By worker; a turn is eight calls, one after the other."""
    slowest_s: float = 0.0
    """The longest turn."""
    errors: list[str] = field(default_factory=list)
    """What was raised, and replies that belong to somebody else."""

    async def everybody_again(self, times: int = 2) -> None:
        """Return when every worker has made whole turns since."""
        enough = {worker: self.turns[worker] + times for worker in range(WORKERS)}
        await until(lambda: all(self.turns[worker] >= turns for worker, turns in enough.items()))


async def until(is_so: Callable[[], bool]) -> None:
    """Look again and again until something is so."""
    async with asyncio.timeout(PATIENT_S):
        while not is_so():
            await asyncio.sleep(0.005)


async def one_turn(cache: Cache, worker: int, turn: int) -> list[str]:
    """Some calls of a worker, and what of their answers cannot be its own."""
    mine = f"worker-{worker}."
    await cache.put(f"pin:{worker}", f"{mine}{turn}".encode(), ttl_s=600)
    read = await cache.get(f"pin:{worker}")
    count = await cache.add(f"tries:{worker}", WORKERS, ttl_s=600)
    await cache.claim(f"probe:{worker}", mine.encode(), ttl_s=600)
    claimant = await cache.get(f"probe:{worker}")
    held = await cache.extend(f"rest:{worker}", mine, until_s=NOW_S + worker + 1, now_s=NOW_S)
    rests = await cache.deadlines(f"rest:{worker}", now_s=NOW_S)
    await cache.remove(f"probe:{worker}")
    return [
        *([] if read is None or read.startswith(mine.encode()) else [f"{mine} read {read!r}"]),
        *([] if count > 0 and count % WORKERS == 0 else [f"{mine} counted {count}"]),
        *([] if claimant in (None, mine.encode()) else [f"{mine} sees a claim of {claimant!r}"]),
        *([] if held == NOW_S + worker + 1 else [f"{mine} rests until {held}"]),
        *([] if rests == {mine: NOW_S + worker + 1} else [f"{mine} was told of {rests}"]),
    ]


@asynccontextmanager
async def load(cache: Cache) -> AsyncIterator[Load]:
    """Many callers at once, for the length of the block."""
    seen, ended = Load(), asyncio.Event()
    clock = asyncio.get_running_loop().time

    async def work(worker: int) -> None:
        while not ended.is_set():
            began_s = clock()
            try:
                seen.errors += await one_turn(cache, worker, seen.turns[worker])
            except StorageError as error:
                seen.errors.append(str(error))
            seen.turns[worker] += 1
            seen.slowest_s = max(seen.slowest_s, clock() - began_s)
            await asyncio.sleep(0)

    async with asyncio.TaskGroup() as tasks:
        for worker in range(WORKERS):
            tasks.create_task(work(worker))
        try:
            yield seen
        finally:
            ended.set()


def guarded(server: RedisServer, *, deadline_s: float, scheme: str = "redis") -> GuardedCache:
    """The server behind a guard, as the gateway has it."""
    cache = open_cache(server.url(scheme), deadline_s=deadline_s)
    assert isinstance(cache, GuardedCache)
    return cache


def run(loop: Loop, test: Coroutine[object, object, None]) -> None:
    """Run a test in such a loop: the gateway's is uvloop, whose closed connections fail in another way."""
    with asyncio.Runner(loop_factory=loop) as runner:
        runner.run(test)


async def fall_and_rise(server: RedisServer, cache: GuardedCache, way: str) -> None:
    """Let the server go and come again, and return when the cache has noticed both."""
    fall = {"killed": server.kill, "stopped": server.stop, "restarted": server.restart}[way]
    rise = {"killed": server.start, "stopped": server.go_on}.get(way)
    before = cache.failures
    await asyncio.to_thread(fall)
    # One that was restarted may be known to be back before anybody looks here.
    await until(lambda: cache.is_away or cache.failures > before)
    if rise is not None:
        await asyncio.to_thread(rise)
    await until(lambda: not cache.is_away)


@pytest.mark.parametrize("loop", LOOPS)
@pytest.mark.parametrize("way", WAYS)
def test_a_server_that_goes_and_comes_fails_no_call(
    way: str, loop: Loop, own_redis: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    """Everybody gets answers all the time, and their own; one line tells that it went and one that it came back."""
    caplog.set_level(logging.DEBUG)

    async def test() -> None:
        deadline_s = UNHURRIED_S if way == "stopped" else PATIENT_S
        async with guarded(own_redis, deadline_s=deadline_s) as cache, load(cache) as seen:
            await seen.everybody_again()
            await fall_and_rise(own_redis, cache, way)
            await seen.everybody_again()
        assert seen.errors == []
        assert cache.failures <= WORKERS, "a call waits for it once at most"

    run(loop, test())

    said = [record for record in caplog.records if record.name.startswith("segue")]
    assert [record.levelname for record in said] == ["WARNING", "INFO"]
    assert f"redis://127.0.0.1:{own_redis.port}/3" in said[0].getMessage()
    assert "planted-pass" not in caplog.text


def test_nobody_waits_longer_than_the_deadline_and_nobody_at_all_for_a_server_known_to_be_away(
    own_redis: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    """A hung server costs the turns under way 50 ms once, and those that come after it nothing."""
    caplog.set_level(logging.INFO)

    async def test() -> None:
        async with guarded(own_redis, deadline_s=DEADLINE_S) as cache, load(cache) as seen:
            await seen.everybody_again()
            await asyncio.to_thread(own_redis.stop)
            await until(lambda: cache.is_away)
            await seen.everybody_again()  # those who were waiting have their answers
            failures, lines = cache.failures, len(caplog.records)
            await seen.everybody_again(100)
            assert (cache.failures, len(caplog.records)) == (failures, lines)
            own_redis.go_on()
            for way in WAYS:
                await until(lambda: not cache.is_away)
                await fall_and_rise(own_redis, cache, way)
        assert seen.errors == []
        assert cache.failures <= WORKERS * caplog.text.count("is away"), "a call waits for it once at most"
        assert seen.slowest_s < DEADLINE_S + SLACK_S

    run(uvloop.new_event_loop, test())

    levels = [record.levelname for record in caplog.records if record.name.startswith("segue")]
    assert levels == [("WARNING", "INFO")[n % 2] for n in range(len(levels))], "each change is told once"
    assert len(levels) >= 2 * len(WAYS)


@pytest.mark.parametrize("loop", LOOPS)
def test_no_reply_reaches_another_call(loop: Loop, own_redis: RedisServer) -> None:
    """Callers who give up at any moment, of a server that stops and goes on, never leave their replies to others."""

    async def turns_of(worker: int, cache: Cache, seen: Load, ended: asyncio.Event) -> None:
        chance = random.Random(worker)
        while not ended.is_set():
            with suppress(TimeoutError, StorageError):
                async with asyncio.timeout(chance.choice((0.0005, 0.002, 0.01, 0.05))):
                    seen.errors += await one_turn(cache, worker, seen.turns[worker])
            seen.turns[worker] += 1
            await asyncio.sleep(0)

    async def test() -> None:
        seen, ended = Load(), asyncio.Event()
        async with RedisCache(own_redis.url()) as cache:
            async with asyncio.TaskGroup() as tasks:
                for worker in range(WORKERS):
                    tasks.create_task(turns_of(worker, cache, seen, ended))
                for _ in range(20):
                    await asyncio.to_thread(own_redis.stop)
                    await seen.everybody_again(1)
                    own_redis.go_on()
                    await seen.everybody_again(3)
                ended.set()
            assert seen.errors == []
            assert await one_turn(cache, 0, 0) == []
            clients = (await asyncio.to_thread(own_redis.say, "CLIENT", "LIST")).count(b" addr=127.0.0.1")
            assert clients <= CONNECTIONS + 1, "connections are bounded, and those given up are closed"

    run(loop, test())


async def test_deadlines_found_while_the_server_was_gone_reach_every_replica(own_redis: RedisServer) -> None:
    """Each replica learns what others found out alone; the longest rest holds, and what was known before is kept."""
    async with guarded(own_redis, deadline_s=PATIENT_S) as one, guarded(own_redis, deadline_s=PATIENT_S) as two:
        await one.extend("rest", "before", until_s=NOW_S + 5, now_s=NOW_S)
        own_redis.kill()
        await one.extend("rest", "house:a", until_s=NOW_S + 10, now_s=NOW_S)
        await two.extend("rest", "house:a", until_s=NOW_S + 20, now_s=NOW_S)
        await two.extend("rest", "house:b", until_s=NOW_S + 30, now_s=NOW_S)
        assert await one.deadlines("rest", now_s=NOW_S) == {"before": NOW_S + 5, "house:a": NOW_S + 10}
        await asyncio.to_thread(own_redis.start)  # empty: it keeps nothing on a disk
        await until(lambda: not one.is_away and not two.is_away)

        everything = {"before": NOW_S + 5, "house:a": NOW_S + 20, "house:b": NOW_S + 30}
        assert await one.deadlines("rest", now_s=NOW_S) == everything
        assert await two.deadlines("rest", now_s=NOW_S) == everything


@pytest.mark.parametrize("scheme", ["redis", "rediss", "unix"])
async def test_a_server_that_hangs_holds_up_neither_start_nor_end(own_redis: RedisServer, scheme: str) -> None:
    """The gateway starts and stops beside a hung server, and uses it once it goes on."""
    own_redis.stop()
    async with asyncio.timeout(PATIENT_S):
        async with guarded(own_redis, deadline_s=DEADLINE_S, scheme=scheme) as cache:
            assert cache.is_away
            assert await cache.get("k") is None
        async with guarded(own_redis, deadline_s=UNHURRIED_S, scheme=scheme) as cache:
            own_redis.go_on()
            await until(lambda: not cache.is_away)
            await cache.put("k", b"v", ttl_s=60)
            async with guarded(own_redis, deadline_s=PATIENT_S, scheme=scheme) as other:
                assert await other.get("k") == b"v"
            own_redis.stop()


async def test_a_server_that_takes_nothing_is_away_though_it_answers(
    own_redis: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    """A server whose memory is full is told of once, not each time it is looked at, and is back when it has room."""
    caplog.set_level(logging.INFO)

    def looked_at() -> int:
        heard = re.search(rb"cmdstat_eval:calls=(\d+).*rejected_calls=(\d+)", own_redis.say("INFO", "commandstats"))
        return sum(map(int, heard.groups())) if heard else 0

    shared = RedisCache(own_redis.url())
    async with GuardedCache(shared, deadline_s=PATIENT_S, ping_s=0.01) as cache:
        own_redis.say("CONFIG", "SET", "maxmemory", "1")
        await cache.put("k", b"v", ttl_s=60)
        often = looked_at() + 5
        await until(lambda: looked_at() >= often)
        assert (cache.is_away, cache.failures, await cache.get("k")) == (True, 1, b"v")
        own_redis.say("CONFIG", "SET", "maxmemory", "0")
        await until(lambda: not cache.is_away)

    said = [record.getMessage() for record in caplog.records if record.name.startswith("segue")]
    assert len(said) == 2
    assert "its memory is full. Raise its `maxmemory`" in said[0]
