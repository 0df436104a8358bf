"""A shared cache that is late or refuses costs nobody anything, and what was missed is made good."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from segue.errors import StorageError, UnfitRecord
from segue.storage.caches import open_cache
from segue.storage.contract import Cache
from segue.storage.guarded import GuardedCache
from segue.storage.memory import MemoryCache
from tests.support.moody_cache import Mood, MoodyCache

LONG_S = 60.0
NOW_S = 1_764_000_000.0
MOODS: tuple[Mood, ...] = ("refusing", "hanging")
CALLS: dict[str, Callable[[Cache], Awaitable[object]]] = {
    "get": lambda cache: cache.get("k"),
    "put": lambda cache: cache.put("k", b"v", ttl_s=LONG_S),
    "claim": lambda cache: cache.claim("k", b"v", ttl_s=LONG_S),
    "remove": lambda cache: cache.remove("k"),
    "add": lambda cache: cache.add("k", 1, ttl_s=LONG_S),
    "extend": lambda cache: cache.extend("g", "n", until_s=NOW_S + 1, now_s=NOW_S),
    "deadlines": lambda cache: cache.deadlines("g", now_s=NOW_S),
    "lift": lambda cache: cache.lift("g", "n"),
}


@pytest.fixture
def shared() -> MoodyCache:
    """The cache that others share too."""
    return MoodyCache()


def guard(shared: MoodyCache, *, ping_s: float = 0.001) -> GuardedCache:
    """A guard that waits 10 ms for a cache that hangs."""
    return GuardedCache(shared, deadline_s=0.01, where="moody://here", ping_s=ping_s)


async def back(cache: GuardedCache) -> None:
    """Return when the shared cache takes part again."""
    async with asyncio.timeout(60):
        while cache.is_away:
            await asyncio.sleep(0.001)


def told(log: pytest.LogCaptureFixture) -> list[tuple[str, str]]:
    """What the log says, by level."""
    return [(record.levelname, record.getMessage()) for record in log.records if record.name == "segue.storage.guarded"]


@pytest.mark.parametrize("mood", MOODS)
@pytest.mark.parametrize("call", CALLS)
async def test_a_call_to_a_cache_that_is_away_is_answered_from_here(shared: MoodyCache, call: str, mood: Mood) -> None:
    """Whatever is asked, and however the cache fails: the answer is that of a cache in this process."""
    async with guard(shared, ping_s=LONG_S) as cache, MemoryCache() as alone:
        shared.mood = mood
        assert await CALLS[call](cache) == await CALLS[call](alone)

        assert (cache.is_away, cache.failures) == (True, 1)


async def test_nobody_asks_a_cache_that_is_away_but_one_task(
    shared: MoodyCache, caplog: pytest.LogCaptureFixture
) -> None:
    """After one late answer no call waits again, and the log says it once."""
    async with guard(shared, ping_s=LONG_S) as cache:
        shared.mood = "hanging"
        await cache.get("k")
        before = shared.calls
        for call in CALLS.values():
            await call(cache)

        assert (shared.calls, cache.failures) == (before, 1)
        said = "The cache moody://here did not answer within 0.01 s."
        assert [level for level, _ in told(caplog)] == ["WARNING"]
        assert said in told(caplog)[0][1]


async def test_a_cache_comes_back_by_itself(shared: MoodyCache, caplog: pytest.LogCaptureFixture) -> None:
    """It is looked for until it answers, and one line says that it does."""
    caplog.set_level(logging.INFO, "segue.storage.guarded")
    async with guard(shared) as cache:
        shared.mood = "hanging"
        await cache.get("k")
        pings = shared.pings
        async with asyncio.timeout(60):
            while shared.pings < pings + 3:
                await asyncio.sleep(0.001)
        shared.mood = "well"
        await back(cache)
        await cache.put("k", b"v", ttl_s=LONG_S)

        assert await MemoryCache.get(shared, "k") == b"v"
        assert [level for level, _ in told(caplog)] == ["WARNING", "INFO"]
        assert told(caplog)[1][1].startswith("The cache moody://here is back after ")


async def test_a_cache_that_is_away_at_the_start_is_found_so_before_any_call(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The gateway starts without it, and no request has to find out."""
    shared = MoodyCache("hanging")
    async with guard(shared) as cache:
        assert (cache.is_away, len(told(caplog))) == (True, 1)
        with pytest.raises(StorageError, match="away"):
            await cache.ping()
        shared.mood = "well"
        await back(cache)
        await cache.ping()


async def test_a_call_that_its_caller_cancels_is_no_failure(shared: MoodyCache) -> None:
    """People who hang up do not make the cache look bad."""
    async with GuardedCache(shared, deadline_s=LONG_S) as cache:
        shared.mood = "hanging"
        call = asyncio.create_task(cache.get("k"))
        await asyncio.sleep(0)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call

        assert (cache.is_away, cache.failures) == (False, 0)


async def test_a_fault_of_the_caller_is_raised_and_no_failure(shared: MoodyCache) -> None:
    """What no cache can do is told to whoever asked for it."""
    async with guard(shared) as cache:
        await shared.put("k", b"words", ttl_s=LONG_S)
        with pytest.raises(UnfitRecord):
            await cache.add("k", 1, ttl_s=LONG_S)

        assert (cache.is_away, cache.failures) == (False, 0)


async def test_what_was_put_in_or_read_is_known_while_the_cache_is_away(shared: MoodyCache) -> None:
    """A process goes on with what it knew a moment ago, its own and what others had told."""
    await shared.put("theirs", b"1", ttl_s=LONG_S)
    await shared.add("tries", 100, ttl_s=LONG_S)
    await shared.extend("rest", "theirs", until_s=NOW_S + 9, now_s=NOW_S)
    async with guard(shared, ping_s=LONG_S) as cache:
        await cache.put("ours", b"2", ttl_s=LONG_S)
        await cache.claim("probe", b"3", ttl_s=LONG_S)
        await cache.extend("rest", "ours", until_s=NOW_S + 5, now_s=NOW_S)
        assert (await cache.get("theirs"), await cache.add("tries", 1, ttl_s=LONG_S)) == (b"1", 101)
        assert len(await cache.deadlines("rest", now_s=NOW_S)) == 2
        shared.mood = "refusing"

        assert [await cache.get(key) for key in ("theirs", "ours", "probe")] == [b"1", b"2", b"3"]
        assert await cache.add("tries", 1, ttl_s=LONG_S) == 2, "of a counter it knows its own share"
        assert await cache.deadlines("rest", now_s=NOW_S) == {"theirs": NOW_S + 9, "ours": NOW_S + 5}


async def test_what_others_took_away_is_not_known_any_more(shared: MoodyCache) -> None:
    """A process does not go on with what it was told is over."""
    async with guard(shared, ping_s=LONG_S) as cache:
        await cache.put("k", b"v", ttl_s=LONG_S)
        for name in ("a", "b"):
            await cache.extend("rest", name, until_s=NOW_S + 9, now_s=NOW_S)
        await shared.remove("k")
        for name in ("a", "b"):
            await shared.lift("rest", name)
        await shared.extend("rest", "b", until_s=NOW_S + 1, now_s=NOW_S)
        holds = {"b": NOW_S + 1}
        assert (await cache.get("k"), await cache.deadlines("rest", now_s=NOW_S)) == (None, holds)
        shared.mood = "refusing"

        assert (await cache.get("k"), await cache.deadlines("rest", now_s=NOW_S)) == (None, holds)


async def test_deadlines_set_while_the_cache_was_away_are_given_to_it(shared: MoodyCache) -> None:
    """Nothing that was found out alone is lost, and of two deadlines the longer one holds, here and there."""
    await shared.extend("rest", "long", until_s=NOW_S + 90, now_s=NOW_S)
    async with guard(shared) as cache:
        shared.mood = "refusing"
        for name in ("long", "new"):
            await cache.extend("rest", name, until_s=NOW_S + 30, now_s=NOW_S)
        await cache.extend("keys", "house", until_s=NOW_S + 3, now_s=NOW_S)
        await cache.extend("rest", "passed", until_s=NOW_S + 1, now_s=NOW_S)
        await cache.deadlines("rest", now_s=NOW_S + 2)
        shared.mood = "well"
        await back(cache)

        holds = {"long": NOW_S + 90, "new": NOW_S + 30}
        assert await shared.deadlines("rest", now_s=NOW_S) == holds
        assert await shared.deadlines("keys", now_s=NOW_S) == {"house": NOW_S + 3}
        shared.mood = "refusing"
        assert await cache.deadlines("rest", now_s=NOW_S) == holds


async def test_a_cache_that_lost_everything_is_told_anew(shared: MoodyCache) -> None:
    """A server that was restarted empty does not make resting models be asked again."""
    async with guard(shared) as cache:
        await cache.extend("rest", "a", until_s=NOW_S + 30, now_s=NOW_S)
        shared.mood = "refusing"
        await cache.get("k")
        await MemoryCache.lift(shared, "rest", "a")
        shared.mood = "well"
        await back(cache)

        assert await shared.deadlines("rest", now_s=NOW_S) == {"a": NOW_S + 30}


@pytest.mark.parametrize(("theirs_s", "holds"), [(NOW_S + 30, {}), (NOW_S + 31, {"a": NOW_S + 31})])
async def test_a_deadline_lifted_while_the_cache_was_away_is_lifted_there(
    shared: MoodyCache, theirs_s: float, holds: dict[str, float]
) -> None:
    """A reset is not undone when the cache is back, unless somebody has found a reason for a longer rest since."""
    async with guard(shared) as cache:
        await cache.extend("rest", "a", until_s=NOW_S + 30, now_s=NOW_S)
        shared.mood = "refusing"
        await cache.lift("rest", "a")
        await MemoryCache.extend(shared, "rest", "a", until_s=theirs_s, now_s=NOW_S)
        assert await cache.deadlines("rest", now_s=NOW_S) == {}
        shared.mood = "well"
        await back(cache)

        assert await cache.deadlines("rest", now_s=NOW_S) == holds


class SpoiltCache(MoodyCache):
    """Something else stands where one of its groups should be."""

    @override
    async def deadlines(self, group: str, *, now_s: float) -> Mapping[str, float]:
        if group == "spoilt":
            raise UnfitRecord("It is something else.")
        return await super().deadlines(group, now_s=now_s)


async def test_a_group_that_is_spoilt_there_does_not_keep_the_cache_away() -> None:
    """What cannot be lifted in it is left; all else is handed over, and the cache takes part again."""
    shared = SpoiltCache()
    async with guard(shared) as cache:
        await cache.extend("spoilt", "a", until_s=NOW_S + 30, now_s=NOW_S)
        shared.mood = "refusing"
        await cache.lift("spoilt", "a")
        await cache.extend("rest", "b", until_s=NOW_S + 30, now_s=NOW_S)
        shared.mood = "well"
        await back(cache)

        assert await shared.deadlines("rest", now_s=NOW_S) == {"b": NOW_S + 30}


async def test_a_clock_that_was_set_back_hides_nothing_from_the_cache(shared: MoodyCache) -> None:
    """What is handed over is what holds by the clock of now, not by one that was wrong before."""
    async with guard(shared) as cache:
        await cache.deadlines("rest", now_s=NOW_S + 7200)
        shared.mood = "refusing"
        await cache.extend("rest", "a", until_s=NOW_S + 30, now_s=NOW_S)
        shared.mood = "well"
        await back(cache)

        assert await shared.deadlines("rest", now_s=NOW_S) == {"a": NOW_S + 30}


@given(
    steps=st.lists(
        st.tuples(st.sampled_from(["a", "b"]), st.integers(1, 50), st.sampled_from(["well", "refusing"])), max_size=12
    )
)
def test_the_longest_deadline_holds_in_the_end_whatever_outages_there_were(
    steps: list[tuple[str, int, Mood]],
) -> None:
    """For any order of deadlines and outages, what was longest is what everybody sees afterwards."""

    async def run() -> None:
        shared = MoodyCache()
        async with guard(shared, ping_s=0) as cache:
            for name, rest_s, shared.mood in steps:
                await cache.extend("rest", name, until_s=NOW_S + rest_s, now_s=NOW_S)
                await asyncio.sleep(0)
            shared.mood = "well"
            await back(cache)
            longest = {name: NOW_S + max(s for n, s, _ in steps if n == name) for name, _, _ in steps}
            assert await shared.deadlines("rest", now_s=NOW_S) == longest
            assert await cache.deadlines("rest", now_s=NOW_S) == longest

    asyncio.run(run())


class SlowCache(MoodyCache):
    """Answers `deadlines` when it is let, with what it knew before."""

    def __init__(self) -> None:
        super().__init__()
        self.let = asyncio.Event()

    @override
    async def deadlines(self, group: str, *, now_s: float) -> Mapping[str, float]:
        known = await super().deadlines(group, now_s=now_s)
        await self.let.wait()
        return known


async def test_a_deadline_that_could_not_be_shared_survives_a_list_that_lacks_it() -> None:
    """An answer that was on its way when the cache went away does not make anything forgotten here."""
    shared = SlowCache()
    async with GuardedCache(shared, deadline_s=LONG_S) as cache:
        asked = asyncio.create_task(cache.deadlines("rest", now_s=NOW_S))
        await asyncio.sleep(0)
        shared.mood = "refusing"
        await cache.extend("rest", "a", until_s=NOW_S + 30, now_s=NOW_S)
        shared.let.set()

        assert await asked == {"a": NOW_S + 30}
        assert await cache.deadlines("rest", now_s=NOW_S) == {"a": NOW_S + 30}


async def test_a_cache_that_breaks_its_contract_is_seen_at_the_end() -> None:
    """A plug-in whose errors are none of ours does not end the looking after it unnoticed."""

    class Broken(MoodyCache):
        asked = asyncio.Event()

        @override
        async def ping(self) -> None:
            if self.pings > 0:
                self.asked.set()
                raise LookupError("no error of a cache")
            await super().ping()

    shared = Broken("refusing")
    cache = await guard(shared).__aenter__()
    await shared.asked.wait()
    assert await cache.get("k") is None

    with pytest.raises(LookupError):
        await cache.__aexit__()


async def test_a_cache_that_is_not_shared_needs_no_guard() -> None:
    """Without a setting everything stays in this process, and nothing watches over it."""
    for url in ("", "memory:"):
        assert isinstance(open_cache(url, deadline_s=0.05), MemoryCache)
    guarded = open_cache("redis://127.0.0.1:1/0", deadline_s=0.05)
    assert isinstance(guarded, GuardedCache)
