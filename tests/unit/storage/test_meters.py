"""Counting over a minute: never more than the limit in any, and nobody waits longer than they have to."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segue.domain.limits import Limit
from segue.domain.scopes import Scope, ScopeKind
from segue.storage.guarded_meter import GuardedMeter
from segue.storage.memory_meter import MemoryMeter
from segue.storage.redis_meter import RedisMeter
from tests.support.fixtures import own_redis, redis, running_redis
from tests.support.redis_server import RedisServer

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


async def test_redis_forgets_what_is_older_than_a_minute(redis: RedisServer) -> None:
    """What was taken makes room again when its time is over, and its tokens with it."""
    async with RedisMeter(redis.url(), window_s=BIT_S) as meter:
        limits = [Limit(Scope(ScopeKind.TAG, "old"), 1, 10)]
        assert (await meter.take(limits, id="a", tokens=10)).reached is None
        refused = (await meter.take(limits, id="b", tokens=10)).reached
        assert refused is None or (refused.wait_s is not None and refused.wait_s <= BIT_S)
        async with asyncio.timeout(10):
            while (await meter.take(limits, id="c", tokens=10)).reached is not None:
                await asyncio.sleep(0.005)
        standing = (await meter.standings(limits))[1]
        assert standing.used in {0, 10}


async def test_what_was_under_way_in_a_process_that_was_killed_ends_with_its_lease(redis: RedisServer) -> None:
    """Nobody gives it back, and others wait no longer than the lease; one that lives renews it."""
    limits = [Limit(Scope(ScopeKind.TAG, "killed"), concurrent=1)]
    async with RedisMeter(redis.url(), lease_s=BIT_S) as dead, RedisMeter(redis.url()) as other:
        assert (await dead.take(limits, id="dead", tokens=0)).reached is None
        async with asyncio.timeout(10):
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
        async with asyncio.timeout(10):
            while two._processes < 2:
                await asyncio.sleep(0.005)
        own_redis.kill()
        passed = [
            sum([(await meter.take(limits, id=f"{name}{n}", tokens=0)).reached is None for n in range(8)])
            for name, meter in (("one", one), ("two", two))
        ]
        assert passed == [3, 3]
        own_redis.start()
        async with asyncio.timeout(20):
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
        await meter.give_back(limits, id="a", tokens=2)
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
