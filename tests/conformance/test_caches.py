"""What every cache promises, run over each one that is registered, with and without a guard, and while it is away."""

import asyncio
import math
from collections.abc import AsyncIterator, Callable
from typing import Protocol

import pytest
import pytest_asyncio

from segue.errors import StorageError, UnfitRecord
from segue.storage.caches import open_cache
from segue.storage.contract import CACHES, MOST_TOLD, Cache
from tests.support.ports import free_port
from tests.support.redis_server import RedisServer

LONG_S = 60.0
SHORT_S = 0.03
"""Long enough to be seen alive, short enough to be waited for."""
PATIENT_S = 20.0
"""What a guard waits here: these tests are about what it answers, not about its haste."""
NOW_S = 1_764_000_000.25
GUARDED = ("guarded-redis", "guarded-away")
"""`away`: nothing listens there, and the guard keeps the contract by itself."""


class Make(Protocol):
    """Makes a cache that is not open yet, at the same place each time."""

    def __call__(self) -> Cache: ...


def memory(_: pytest.FixtureRequest) -> Make:
    return lambda: CACHES.load("memory")("memory:")


def in_redis(scheme: str) -> Callable[[pytest.FixtureRequest], Make]:
    def place(request: pytest.FixtureRequest) -> Make:
        server: RedisServer = request.getfixturevalue("redis")
        return lambda: CACHES.load(scheme)(server.url(scheme))

    return place


def guarded_redis(request: pytest.FixtureRequest) -> Make:
    server: RedisServer = request.getfixturevalue("redis")
    return lambda: open_cache(server.url(), deadline_s=PATIENT_S)


def guarded_away(_: pytest.FixtureRequest) -> Make:
    url = f"redis://127.0.0.1:{free_port()}/0"
    return lambda: open_cache(url, deadline_s=PATIENT_S)


PLACES: dict[str, Callable[[pytest.FixtureRequest], Make]] = {
    "memory": memory,
    "redis": in_redis("redis"),
    "rediss": in_redis("rediss"),
    "unix": in_redis("unix"),
    "guarded-redis": guarded_redis,
    "guarded-away": guarded_away,
}


@pytest.fixture(params=[*CACHES.builtins, *GUARDED])
def place(request: pytest.FixtureRequest) -> str:
    """The name of the cache under test."""
    name = request.param
    assert isinstance(name, str)
    return name


@pytest.fixture
def make(place: str, request: pytest.FixtureRequest) -> Make:
    """Makes the cache under test."""
    if place not in PLACES:
        pytest.fail(f"tests/conformance/test_caches.py has no place for '{place}'", pytrace=False)
    return PLACES[place](request)


@pytest_asyncio.fixture
async def cache(make: Make) -> AsyncIterator[Cache]:
    """The cache under test, open and empty."""
    async with make() as opened:
        yield opened


async def gone(cache: Cache, key: str) -> None:
    """Return when there is nothing under a key any more."""
    async with asyncio.timeout(PATIENT_S):
        while await cache.get(key) is not None:
            await asyncio.sleep(SHORT_S / 10)


async def test_a_value_comes_back_byte_for_byte_until_it_is_removed(cache: Cache) -> None:
    """What is put in is what comes out, whatever bytes it has; what is unknown is None."""
    for value in (b"", b"\0\r\n\xff", b"x" * 100_000):
        await cache.put("pin:1", value, ttl_s=LONG_S)
        assert await cache.get("pin:1") == value
    await cache.remove("pin:1")
    await cache.remove("pin:1")

    assert await cache.get("pin:1") is None


async def test_a_value_is_gone_when_its_time_is_over(cache: Cache) -> None:
    """Nothing stays longer than it was to; putting it in again gives it new time."""
    await cache.put("pin:1", b"short", ttl_s=LONG_S)
    await cache.put("pin:1", b"short", ttl_s=SHORT_S)
    await cache.put("pin:2", b"long", ttl_s=SHORT_S)
    await cache.put("pin:2", b"long", ttl_s=LONG_S)
    await gone(cache, "pin:1")

    assert await cache.get("pin:2") == b"long"


async def test_a_life_without_end_is_a_long_one(cache: Cache) -> None:
    """A caller that wants a value for ever gets it for as long as the cache can."""
    await cache.put("pin:1", b"x", ttl_s=math.inf)

    assert await cache.get("pin:1") == b"x"


async def test_one_of_many_who_claim_at_once_gets_it(cache: Cache) -> None:
    """A probe is sent by one, whoever that is, and everybody can see who."""
    async with asyncio.TaskGroup() as tasks:
        claims = [tasks.create_task(cache.claim("probe", b"%d" % n, ttl_s=LONG_S)) for n in range(50)]

    (winner,) = (n for n, claim in enumerate(claims) if claim.result())
    assert await cache.get("probe") == b"%d" % winner


async def test_a_claim_is_free_again_when_it_was_removed_or_its_time_is_over(cache: Cache) -> None:
    """A claimant that dies holds up the others for a while only."""
    assert await cache.claim("probe", b"one", ttl_s=LONG_S) is True
    assert await cache.claim("probe", b"one", ttl_s=LONG_S) is False
    await cache.remove("probe")
    assert await cache.claim("probe", b"two", ttl_s=SHORT_S) is True
    await gone(cache, "probe")

    assert await cache.claim("probe", b"three", ttl_s=LONG_S) is True


async def test_a_counter_begins_at_nothing_and_adds_up(cache: Cache) -> None:
    """Every addition counts once, however many come at once; amounts may be negative."""
    async with asyncio.TaskGroup() as tasks:
        sums = [tasks.create_task(cache.add("tries", 2, ttl_s=LONG_S)) for _ in range(100)]

    assert sorted(task.result() for task in sums) == list(range(2, 201, 2))
    assert await cache.add("tries", -250, ttl_s=LONG_S) == -50


async def test_a_counter_ends_a_while_after_it_began(cache: Cache) -> None:
    """Adding to it does not make it live longer; then it begins anew."""
    await cache.add("tries", 5, ttl_s=SHORT_S)
    while await cache.add("tries", 5, ttl_s=LONG_S) != 10:  # a busy machine was late: the first one was over by then
        await cache.remove("tries")
        await cache.add("tries", 5, ttl_s=SHORT_S)
    await gone(cache, "tries")

    assert await cache.add("tries", 1, ttl_s=LONG_S) == 1


async def test_a_counter_that_was_removed_begins_anew(cache: Cache) -> None:
    """A budget can be reset."""
    await cache.add("tries", 5, ttl_s=LONG_S)
    await cache.remove("tries")

    assert await cache.add("tries", 1, ttl_s=LONG_S) == 1


async def test_adding_to_what_is_no_number_is_the_caller_s_fault(cache: Cache) -> None:
    """A mistake in a program is told, not hidden behind a cache that seems to be away."""
    await cache.put("pin:1", b"words", ttl_s=LONG_S)
    with pytest.raises(UnfitRecord):
        await cache.add("pin:1", 1, ttl_s=LONG_S)
    await cache.add("tries", 2**63 - 1, ttl_s=LONG_S)
    with pytest.raises(UnfitRecord):
        await cache.add("tries", 1, ttl_s=LONG_S)

    assert await cache.get("pin:1") == b"words"


async def test_of_two_deadlines_the_later_one_stays(cache: Cache) -> None:
    """However many set a deadline at once, the longest rest holds, and each is told which one does."""
    assert await cache.extend("rest", "house:a", until_s=NOW_S + 10, now_s=NOW_S) == NOW_S + 10
    assert await cache.extend("rest", "house:a", until_s=NOW_S + 5, now_s=NOW_S) == NOW_S + 10
    async with asyncio.TaskGroup() as tasks:
        for n in (3, 30, 12, 29):
            tasks.create_task(cache.extend("rest", "house:a", until_s=NOW_S + n, now_s=NOW_S))

    assert await cache.deadlines("rest", now_s=NOW_S) == {"house:a": NOW_S + 30}


async def test_a_deadline_has_passed_from_its_own_moment_on(cache: Cache) -> None:
    """Rest is over to the digit, by the clock of whoever asks."""
    end_s = NOW_S + 0.123_456_7
    await cache.extend("rest", "schön:ü 1", until_s=end_s, now_s=NOW_S)
    await cache.extend("rest", "house:b", until_s=NOW_S + 9, now_s=NOW_S)

    just_before_s = math.nextafter(end_s, 0)
    assert await cache.deadlines("rest", now_s=just_before_s) == {"schön:ü 1": end_s, "house:b": NOW_S + 9}
    assert await cache.deadlines("rest", now_s=end_s) == {"house:b": NOW_S + 9}


async def test_a_deadline_that_has_passed_does_not_come_back(cache: Cache) -> None:
    """What is over is forgotten: a new, shorter deadline holds."""
    await cache.extend("rest", "house:a", until_s=NOW_S + 1, now_s=NOW_S)
    await cache.extend("rest", "house:b", until_s=NOW_S + 9, now_s=NOW_S + 1)

    assert await cache.deadlines("rest", now_s=NOW_S) == {"house:b": NOW_S + 9}


async def test_a_deadline_without_end_holds_until_it_is_lifted(cache: Cache) -> None:
    """Something can be shut off for good."""
    await cache.extend("rest", "house:a", until_s=math.inf, now_s=NOW_S)
    await cache.extend("rest", "house:b", until_s=NOW_S + 1, now_s=NOW_S)

    assert await cache.deadlines("rest", now_s=NOW_S + 1e9) == {"house:a": math.inf}


async def test_a_deadline_that_is_lifted_is_gone(cache: Cache) -> None:
    """After a reset a shorter deadline can be set; lifting what is not there does nothing."""
    await cache.extend("rest", "house:a", until_s=NOW_S + 100, now_s=NOW_S)
    await cache.lift("rest", "house:a")
    await cache.lift("rest", "house:a")

    assert await cache.deadlines("rest", now_s=NOW_S) == {}
    assert await cache.extend("rest", "house:a", until_s=NOW_S + 1, now_s=NOW_S) == NOW_S + 1


async def test_of_very_many_deadlines_those_that_end_last_are_told(cache: Cache) -> None:
    """However much stands in a group, reading it takes no longer than its time."""
    await cache.extend("rest", "for good", until_s=math.inf, now_s=NOW_S)
    for n in range(1, MOST_TOLD + 3):
        await cache.extend("rest", f"house:{n}", until_s=NOW_S + n, now_s=NOW_S)

    told = await cache.deadlines("rest", now_s=NOW_S)
    assert told == {"for good": math.inf, **{f"house:{n}": NOW_S + n for n in range(4, MOST_TOLD + 3)}}


async def test_groups_and_keys_of_one_name_do_not_meet(cache: Cache) -> None:
    """A name in one group says nothing of another group, nor of a value."""
    await cache.put("rest", b"value", ttl_s=LONG_S)
    await cache.extend("rest", "house:a", until_s=NOW_S + 1, now_s=NOW_S)
    await cache.extend("other", "house:a", until_s=NOW_S + 2, now_s=NOW_S)
    await cache.lift("rest", "house:a")

    assert await cache.get("rest") == b"value"
    assert await cache.deadlines("other", now_s=NOW_S) == {"house:a": NOW_S + 2}
    assert await cache.deadlines("unknown", now_s=NOW_S) == {}


async def test_a_cache_says_truly_whether_others_see_what_it_holds(cache: Cache, make: Make, place: str) -> None:
    """Replicas share through a cache that is shared, and through no other; one that is away shares nothing."""
    async with make() as other:
        await cache.put("pin:1", b"x", ttl_s=LONG_S)
        await cache.add("tries", 5, ttl_s=LONG_S)
        await cache.extend("rest", "house:a", until_s=NOW_S + 1, now_s=NOW_S)

        is_seen = cache.is_shared and place != "guarded-away"
        assert await other.get("pin:1") == (b"x" if is_seen else None)
        assert await other.add("tries", 1, ttl_s=LONG_S) == (6 if is_seen else 1)
        assert await other.deadlines("rest", now_s=NOW_S) == ({"house:a": NOW_S + 1} if is_seen else {})


async def test_a_cache_that_answers_says_so(cache: Cache, place: str) -> None:
    """Health is told from a call, not from hope."""
    if place == "guarded-away":
        with pytest.raises(StorageError, match="away"):
            await cache.ping()
    else:
        await cache.ping()
