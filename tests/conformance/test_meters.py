"""What counts against limits does alike in this process, in a real Redis, and while that is away."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from segue.domain.limits import Figure, Limit, Standing
from segue.domain.scopes import Scope, ScopeKind
from segue.storage.guarded_meter import GuardedMeter
from segue.storage.memory_meter import MemoryMeter
from segue.storage.meter import Meter
from segue.storage.redis_meter import RedisMeter
from tests.support.ports import free_port
from tests.support.redis_server import RedisServer

PATIENT_S = 20.0
"""What a guard waits here: these tests are about what it answers, not about its haste."""
METERS = ("memory", "redis", "away")


@pytest_asyncio.fixture(params=METERS)
async def meter(request: pytest.FixtureRequest) -> AsyncIterator[Meter]:
    made: Meter
    if request.param == "memory":
        made = MemoryMeter()
    elif request.param == "away":
        made = GuardedMeter(RedisMeter(f"redis://127.0.0.1:{free_port()}/0"), deadline_s=PATIENT_S)
    else:
        server: RedisServer = request.getfixturevalue("redis")
        made = GuardedMeter(RedisMeter(server.url()), deadline_s=PATIENT_S)
    async with made:
        yield made


def limit(
    name: str,
    kind: ScopeKind = ScopeKind.CALLER,
    *,
    requests: int | None = None,
    tokens: int | None = None,
    concurrent: int | None = None,
) -> Limit:
    return Limit(Scope(kind, name), requests, tokens, concurrent)


async def passes(meter: Meter, limits: list[Limit], id_: str, tokens: int = 0, *, forced: bool = False) -> bool:
    return (await meter.take(limits, id=id_, tokens=tokens, forced=forced)).reached is None


def used(standings: tuple[Standing, ...]) -> dict[Figure, int]:
    return {standing.figure: standing.used for standing in standings}


async def test_of_many_at_once_exactly_the_limit_pass(meter: Meter) -> None:
    """Sixty-four requests come together, and three may be under way: three pass, and when one ends one more does."""
    limits = [limit("many", concurrent=3)]
    passed = await asyncio.gather(*(passes(meter, limits, f"m{n}") for n in range(64)))
    assert sum(passed) == 3
    meter.give_back(limits, id=f"m{passed.index(True)}", tokens=0)
    assert [await passes(meter, limits, f"n{n}") for n in range(2)] == [True, False]


async def test_requests_of_a_minute_are_counted_to_the_last(meter: Meter) -> None:
    """Five a minute are five, also when those before have long ended; the sixth is told when there is room again."""
    limits = [limit("minute", requests=5)]
    for number in range(5):
        assert await passes(meter, limits, f"r{number}")
        meter.give_back(limits, id=f"r{number}", tokens=0)
    refused = (await meter.take(limits, id="r5", tokens=0)).reached
    assert refused is not None
    assert (refused.standing.figure, refused.standing.used, refused.standing.left) == (Figure.REQUESTS, 5, 0)
    assert refused.wait_s is not None
    assert 30 < refused.wait_s <= 60


async def test_tokens_are_taken_by_estimate_and_put_right_afterwards(meter: Meter) -> None:
    """An answer that came to fewer tokens than were thought leaves the rest to others."""
    limits = [limit("tokens", tokens=1000)]
    assert await passes(meter, limits, "t1", 900)
    assert not await passes(meter, limits, "t2", 200)
    meter.give_back(limits, id="t1", tokens=300)
    assert await passes(meter, limits, "t2", 200)
    assert used(await meter.standings(limits)) == {Figure.TOKENS: 500}


async def test_a_request_larger_than_the_whole_limit_is_told_so(meter: Meter) -> None:
    """Waiting would be in vain, so nobody is told to wait."""
    refused = (await meter.take([limit("large", tokens=100)], id="l", tokens=101)).reached
    assert refused is not None
    assert (refused.is_too_large, refused.wait_s) == (True, None)


async def test_a_limit_that_refuses_costs_the_others_nothing(meter: Meter) -> None:
    """All scopes hold a request, or none does."""
    wide, narrow = limit("wide", ScopeKind.GLOBAL, requests=100, concurrent=100), limit("narrow", concurrent=1)
    assert await passes(meter, [wide, narrow], "a")
    for number in range(5):
        assert not await passes(meter, [wide, narrow], f"b{number}")
    assert used(await meter.standings([wide])) == {Figure.REQUESTS: 1, Figure.CONCURRENT: 1}


async def test_who_must_not_be_refused_is_counted_all_the_same(meter: Meter) -> None:
    """A person in danger passes a limit that is reached, and others wait for it afterwards."""
    limits = [limit("forced", requests=1, concurrent=1)]
    assert await passes(meter, limits, "a")
    assert await passes(meter, limits, "b", forced=True)
    assert used(await meter.standings(limits)) == {Figure.REQUESTS: 2, Figure.CONCURRENT: 2}


async def test_what_never_happened_is_not_counted(meter: Meter) -> None:
    """A model that could not be asked after all gives its request back too; giving back twice changes nothing."""
    limits = [limit("undone", requests=1, tokens=10, concurrent=1)]
    assert await passes(meter, limits, "a", 10)
    for _ in range(2):
        meter.give_back(limits, id="a", tokens=None)
    assert await passes(meter, limits, "b", 10)


async def test_the_limit_that_stands_longest_in_the_way_is_named(meter: Meter) -> None:
    """Whoever waits as long as they are told finds no other limit in their way."""
    first, second = limit("first", requests=1), limit("second", ScopeKind.TAG, tokens=10, concurrent=1)
    assert await passes(meter, [second], "a", 10)
    assert await passes(meter, [first], "b")
    refused = (await meter.take([first, second], id="c", tokens=10)).reached
    assert refused is not None
    assert refused.standing.limit == first, "it was taken from later"


async def test_scopes_of_one_name_and_another_kind_are_two(meter: Meter) -> None:
    """A tag may be called as a caller is."""
    assert await passes(meter, [limit("same", requests=1)], "a")
    assert await passes(meter, [limit("same", ScopeKind.TAG, requests=1)], "b")
