"""Counting over a minute: never more than the limit in any, and nobody waits longer than they have to."""

import asyncio
import re
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segue.domain.limits import Limit
from segue.domain.scopes import Scope, ScopeKind
from segue.storage.guarded_meter import GuardedMeter
from segue.storage.memory_meter import MemoryMeter
from segue.storage.redis_meter import End, RedisMeter
from tests.support.fixtures import own_redis, redis, running_redis
from tests.support.redis_server import RedisServer
from tests.support.timing import least_s

__all__ = ["own_redis", "redis", "running_redis"]

HERE = Scope(ScopeKind.GLOBAL)
BIT_S = 0.05
"""A minute, for tests with a real server."""


@dataclass
class Clock:
    now_s: float = 1000.0
    passed: list[tuple[float, int]] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now_s


@settings(max_examples=60, deadline=None)
@given(
    most=st.integers(1, 8),
    most_tokens=st.integers(10, 60),
    asked=st.lists(st.tuples(st.floats(0, 40), st.integers(0, 30)), max_size=60),
)
def test_in_no_minute_more_than_the_limit_passes(most: int, most_tokens: int, asked: list[tuple[float, int]]) -> None:
    """Whenever requests come, no 60 seconds hold more of them, or of their tokens, than allowed; and whoever waits as
    long as they are told passes."""
    clock = Clock()
    meter, limits = MemoryMeter(clock=clock), [Limit(HERE, most, most_tokens)]
    for number, (pause_s, tokens) in enumerate(asked):
        clock.now_s += pause_s
        taken = meter.taken(limits, id=str(number), tokens=tokens)
        if taken.reached is not None:
            if taken.reached.wait_s is None:
                continue
            clock.now_s += taken.reached.wait_s + 1e-6
            second = meter.taken(limits, id=str(number), tokens=tokens).reached
            if second is not None:  # the other of the two figures
                assert second.wait_s is not None
                assert second.standing.figure != taken.reached.standing.figure
                continue
        clock.passed.append((clock.now_s, tokens))
    for began_s, _ in clock.passed:
        within = [tokens for at_s, tokens in clock.passed if began_s <= at_s < began_s + 60]
        assert len(within) <= most
        assert sum(within) <= most_tokens


def test_scopes_that_nobody_uses_any_more_are_forgotten() -> None:
    """A million sessions that each came once cost no memory a minute later."""
    clock = Clock()
    meter = MemoryMeter(clock=clock)
    for number in range(1000):
        clock.now_s += 1
        meter.taken([Limit(Scope(ScopeKind.SESSION, str(number)), 5)], id=str(number), tokens=0)
    assert len(meter) <= 62


def test_a_refusal_and_a_look_keep_nothing() -> None:
    """Whoever is refused names as many tags as they like, and costs no memory; those of a turn that passed are
    forgotten as fast as they come."""
    clock, own = Clock(), Limit(HERE, 1)
    meter = MemoryMeter(clock=clock)
    for number in range(400):
        clock.now_s += 1
        tags = [Limit(Scope(ScopeKind.TAG, f"{number}-{k}"), 5) for k in range(16)]
        meter.taken([own, *tags], id=str(number), tokens=0)
        meter.standings_here(tags)
    assert len(meter) <= 2 * 17


def test_there_are_only_so_many_tags_and_a_caller_is_never_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """A flood of new names within a minute costs what it may; it makes no room for whoever is known by name."""
    monkeypatch.setattr("segue.storage.memory_meter.MOST_SCOPES", 100)
    meter, own = MemoryMeter(clock=Clock()), Limit(Scope(ScopeKind.CALLER, "c"), 1)
    assert meter.taken([own], id="own", tokens=0).reached is None
    for number in range(500):
        meter.taken([Limit(Scope(ScopeKind.TAG, str(number)), 5)], id=str(number), tokens=0)
    assert len(meter) == 100
    assert meter.taken([own], id="again", tokens=0).reached is not None


async def test_redis_forgets_what_is_older_than_a_minute(redis: RedisServer) -> None:
    """What was taken makes room again when its time is over, and its tokens with it."""
    async with RedisMeter(redis.url(), window_s=BIT_S) as meter:
        limits = [Limit(Scope(ScopeKind.TAG, "old"), 1, 10)]
        assert (await meter.take(limits, id="a", tokens=10)).reached is None
        refused = (await meter.take(limits, id="b", tokens=10)).reached
        assert refused is None or (refused.wait_s is not None and refused.wait_s <= BIT_S)
        async with asyncio.timeout(60):
            while (await meter.take(limits, id="c", tokens=10)).reached is not None:
                await asyncio.sleep(0.005)
        standing = (await meter.standings(limits))[1]
        assert standing.used in {0, 10}


async def test_what_was_under_way_in_a_process_that_was_killed_ends_with_its_lease(redis: RedisServer) -> None:
    """Nobody gives it back, and others wait no longer than the lease; one that lives renews it."""
    limits = [Limit(Scope(ScopeKind.TAG, "killed"), concurrent=1)]
    async with RedisMeter(redis.url(), lease_s=BIT_S) as dead, RedisMeter(redis.url()) as other:
        assert (await dead.take(limits, id="dead", tokens=0)).reached is None
        async with asyncio.timeout(60):
            while (await other.take(limits, id="other", tokens=0)).reached is not None:
                await asyncio.sleep(0.005)
        await other.renew({"other": limits})
        assert (await dead.take(limits, id="again", tokens=0)).reached is not None


async def test_a_process_alone_keeps_to_its_own_share(own_redis: RedisServer) -> None:
    """Of six at once, for two processes that counted together, each lets three through while Redis is gone; back again,
    what is under way in both is counted together."""
    limits = [Limit(HERE, concurrent=6)]
    async with (
        GuardedMeter(RedisMeter(own_redis.url()), deadline_s=5, ping_s=0.01) as one,
        GuardedMeter(RedisMeter(own_redis.url()), deadline_s=5, ping_s=0.01, renew_s=0.01) as two,
    ):
        await two.take(limits, id="first", tokens=0)
        two.give_back(limits, id="first", tokens=0)
        await one.take(limits, id="second", tokens=0)
        one.give_back(limits, id="second", tokens=0)
        async with asyncio.timeout(60):
            while two._processes < 2:
                await asyncio.sleep(0.005)
        own_redis.kill()
        passed = [
            sum([(await meter.take(limits, id=f"{name}{n}", tokens=0)).reached is None for n in range(8)])
            for name, meter in (("one", one), ("two", two))
        ]
        assert passed == [3, 3]
        own_redis.start()
        async with asyncio.timeout(60):
            while one.is_away or two.is_away:
                await asyncio.sleep(0.005)
        assert [s.used for s in await one.standings(limits)] == [6]


async def test_the_rules_of_access_on_the_page_are_enough(redis: RedisServer, repository: Path) -> None:
    """Whoever gives Segue a user of its own copies one line, and limits are counted together."""
    page = (repository / "docs" / "rooms" / "storage.md").read_text(encoding="utf-8")
    rights = page.partition("ACL SETUSER segue ")[2].partition("\n")[0].replace("PASSWORD", "limits").split()
    redis.say("ACL", "SETUSER", "limits", *rights)
    limits = [Limit(Scope(ScopeKind.TAG, "rights"), 5, 50, 5)]
    async with RedisMeter(f"redis://limits:limits@127.0.0.1:{redis.port}/3") as meter:
        assert (await meter.take(limits, id="a", tokens=1)).reached is None
        await meter.renew({"a": limits})
        await meter.give_back([End("a", limits, 2)])
        assert [standing.used for standing in await meter.standings(limits)] == [1, 2, 0]


async def test_what_stands_under_a_name_of_ours_is_told_once(
    redis: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    """That scope is counted here, the others together, and no request fails."""
    redis.say("SET", "segue:limit:tag:spoilt:log", "x")
    spoilt, sound = (Limit(Scope(ScopeKind.TAG, name), concurrent=1) for name in ("spoilt", "sound"))
    async with GuardedMeter(RedisMeter(redis.url()), deadline_s=5) as meter:
        for number in range(3):
            assert ((await meter.take([spoilt], id=str(number), tokens=0)).reached is None) is (number == 0)
        assert (await meter.take([sound], id="sound", tokens=0)).reached is None
        assert not meter.is_away
    assert len(caplog.records) == 1


async def test_a_request_that_is_given_up_while_it_asks_holds_nothing(redis: RedisServer) -> None:
    """Somebody who leaves while Redis is asked takes nobody's place."""
    limits = [Limit(Scope(ScopeKind.TAG, "left"), concurrent=1)]
    async with GuardedMeter(RedisMeter(redis.url()), deadline_s=5) as meter:
        await meter.standings(limits)
        asking = asyncio.ensure_future(meter.take(limits, id="left", tokens=0))
        for _ in range(3):
            await asyncio.sleep(0)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        assert (await meter.take(limits, id="next", tokens=0)).reached is None


async def test_what_ended_is_told_together(redis: RedisServer) -> None:
    """However many turns ended at once, whoever comes next waits for a few scripts and not for one each."""
    limits = [Limit(Scope(ScopeKind.TAG, "together"), 1000, 1000, 100)]
    async with GuardedMeter(RedisMeter(redis.url()), deadline_s=20) as meter:
        for number in range(100):
            await meter.take(limits, id=str(number), tokens=1)
        for number in range(100):
            meter.give_back(limits, id=str(number), tokens=2 if number else None)
        before = scripts(redis)
        assert (await meter.take(limits, id="next", tokens=0)).reached is None
        assert scripts(redis) - before <= 4
        assert [standing.used for standing in await meter.standings(limits)] == [100, 198, 1]


async def test_a_server_that_hangs_is_waited_for_once(own_redis: RedisServer) -> None:
    """With ends to tell and turns to take, nobody waits for longer than a call may take."""
    limits = [Limit(HERE, 100)]

    async def take(meter: GuardedMeter) -> None:
        await asyncio.gather(*(meter.take(limits, id=f"late{number}", tokens=0) for number in range(5)))
        assert meter.is_away

    async def hang() -> float:
        async with GuardedMeter(RedisMeter(own_redis.url()), deadline_s=0.2) as meter:
            for number in range(5):
                await meter.take(limits, id=str(number), tokens=0)
                meter.give_back(limits, id=str(number), tokens=0)
            own_redis.stop()
            try:
                return await least_s(lambda: take(meter), enough_s=0.35, tries=1)
            finally:
                own_redis.go_on()

    took_s = [await hang()]
    while min(took_s) >= 0.35 and len(took_s) < 5:  # a busy machine delays one or the other
        took_s.append(await hang())
    assert min(took_s) < 0.35


async def test_a_foreign_value_keeps_nobody_elses_turns_from_ending(redis: RedisServer) -> None:
    """Something else under one scope's name costs that scope its count, and the others nothing."""
    foreign, sound = Limit(Scope(ScopeKind.TAG, "foreign"), 9), Limit(Scope(ScopeKind.TAG, "others"), concurrent=1)
    redis.say("SET", "segue:limit:tag:foreign:tokens", "x")
    async with GuardedMeter(RedisMeter(redis.url()), deadline_s=5) as meter:
        for limit in (foreign, sound, sound):
            assert (await meter.take([limit], id=limit.scope.name, tokens=0)).reached is None
            meter.give_back([limit], id=limit.scope.name, tokens=0)


async def test_a_server_that_was_emptied_lets_no_more_through_here(own_redis: RedisServer) -> None:
    """What this process let through itself counts on, whatever Redis has lost."""
    limits = [Limit(HERE, 3)]
    async with GuardedMeter(RedisMeter(own_redis.url()), deadline_s=5) as meter:
        for number in range(3):
            assert (await meter.take(limits, id=str(number), tokens=0)).reached is None
        own_redis.say("FLUSHALL")
        assert (await meter.take(limits, id="more", tokens=0)).reached is not None
        assert (await meter.take(limits, id="danger", tokens=0, forced=True)).reached is None


async def test_a_refusal_for_tokens_walks_through_no_log(redis: RedisServer) -> None:
    """Ten thousand requests of one second cost a refusal no more than a thousand, and the wait is long enough."""
    scope, second = "segue:limit:tag:walk", int(time.time()) - 10
    entries = [(str(second * 1_000_000 + number), f"e{number}") for number in range(10_000)]
    redis.say("ZADD", f"{scope}:log", *(word for entry in entries for word in entry))
    sums = ["+", "100000", f"@{second}", "100000"]
    redis.say("HSET", f"{scope}:tokens", *sums, *(word for _, id_ in entries for word in (id_, "10")))
    redis.say("CONFIG", "RESETSTAT")
    async with RedisMeter(redis.url()) as meter:
        limits = [Limit(Scope(ScopeKind.TAG, "walk"), tokens=100_000)]
        early, late = [(await meter.take(limits, id="a", tokens=tokens)).reached for tokens in (100, 99_999)]
    assert calls(redis, "hget") < 1100
    assert early is not None
    assert late is not None
    assert early.wait_s is not None
    assert late.wait_s is not None
    assert 40 < early.wait_s < late.wait_s < 52


def scripts(server: RedisServer) -> int:
    """How many were run there."""
    return calls(server, "eval")


def calls(server: RedisServer, command: str) -> int:
    """How often a command was called there, in scripts too."""
    found = re.search(rf"cmdstat_{command}:calls=(\d+)", server.say("INFO", "commandstats").decode())
    return int(found[1]) if found else 0
