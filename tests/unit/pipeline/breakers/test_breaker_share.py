"""Replicas that share a cache: what one learns the others know, and a cache that is away costs nobody anything."""

import asyncio
import math
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from typing_extensions import override

from segue.config.settings import BreakerSettings
from segue.domain.models import ModelRef
from segue.errors import KeyRejected, Overloaded, ProviderError, RateLimited, StorageError
from segue.events import Broadcast
from segue.pipeline.breakers.breakers import NOT_ADMITTED, Breakers
from segue.pipeline.breakers.share import AHEAD_S, OPEN, TRIED, WELL, BreakerShare
from segue.pipeline.breakers.steady_clock import SteadyClock
from segue.storage.memory import MemoryCache

TALE, POEM = ModelRef("house", "tale"), ModelRef("house", "poem")


@dataclass
class Clock:
    """Time that stands until it is moved, as the clocks of all machines say."""

    now_s: float = 1_000_000.0

    def __call__(self) -> float:
        return self.now_s


@dataclass
class Machine:
    """The clock of one machine, which somebody may set."""

    clock: Clock
    set_by_s: float = 0.0

    def __call__(self) -> float:
        return self.clock.now_s + self.set_by_s


class SharedCache(MemoryCache):
    """A cache that several replicas see, and that can be away."""

    is_shared = True
    is_away = False

    @override
    async def extend(self, group: str, name: str, *, until_s: float, now_s: float) -> float:
        self._check()
        return await super().extend(group, name, until_s=until_s, now_s=now_s)

    @override
    async def deadlines(self, group: str, *, now_s: float) -> Mapping[str, float]:
        self._check()
        return await super().deadlines(group, now_s=now_s)

    @override
    async def lift(self, group: str, name: str) -> None:
        self._check()
        await super().lift(group, name)

    def _check(self) -> None:
        if self.is_away:
            raise StorageError("away")


class Replica(Breakers):
    """The breakers of one replica; exchanges are made when the test says so."""

    def __init__(self, cache: SharedCache, clock: Clock, *, set_by_s: float = 0.0) -> None:
        self.machine = Machine(clock, set_by_s)
        self.steady = SteadyClock(machine=self.machine, passed=clock)
        super().__init__(
            BreakerSettings(),
            cache,
            Broadcast([]),
            refs=lambda: (TALE, POEM),
            now=self.steady,
            behind_s=self.steady.behind_s,
            jitter=lambda: 0.0,
        )
        self.cache = cache

    async def exchange(self) -> None:
        assert isinstance(self._share, BreakerShare)
        await self._share.exchange()

    def fail(
        self, kind: type[ProviderError] = Overloaded, times: int = 3, *, retry_after_s: float | None = None
    ) -> None:
        for _ in range(times):
            self.note(TALE, kind("It failed.", model=TALE, retry_after_s=retry_after_s), self.admits(TALE))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def cache(clock: Clock) -> SharedCache:
    return SharedCache(clock=clock)


@pytest.fixture
def one(cache: SharedCache, clock: Clock) -> Replica:
    return Replica(cache, clock)


@pytest.fixture
def two(cache: SharedCache, clock: Clock) -> Replica:
    return Replica(cache, clock)


async def both(one: Replica, two: Replica) -> None:
    """What one has to tell reaches two, and the other way round."""
    for replica in (one, two, one):
        await replica.exchange()


async def test_what_one_replica_found_failing_rests_at_the_others(one: Replica, two: Replica) -> None:
    """A second replica does not have to fail by itself. Covers R2.4."""
    one.fail()
    await both(one, two)
    assert two.admits(TALE) == NOT_ADMITTED
    assert two.resting() == {TALE: "after failures at another replica until 13:46:45 UTC."}
    assert two.rests_until_s(TALE) == one.rests_until_s(TALE)
    assert two.healthy_for_s(TALE) == 0.0


async def test_a_key_that_one_replica_found_rejected_rests_at_the_others(one: Replica, two: Replica) -> None:
    """All models of the provider rest there too."""
    one.fail(KeyRejected, 1)
    await both(one, two)
    assert set(two.resting()) == {TALE, POEM}


async def test_the_longest_deadline_of_all_replicas_wins(one: Replica, two: Replica, clock: Clock) -> None:
    """A replica that was asked to wait longer is believed by all."""
    one.fail(RateLimited, 1, retry_after_s=10.0)
    two.fail(RateLimited, 1, retry_after_s=90.0)
    await both(one, two)
    assert one.rests_until_s(TALE) == two.rests_until_s(TALE) == clock.now_s + 90.0


async def test_a_reset_closes_at_all_replicas(one: Replica, two: Replica, clock: Clock) -> None:
    """An operator talks to one replica and means all; what fails afterwards rests again."""
    one.fail()
    await both(one, two)
    clock.now_s += 1.0
    assert two.reset() == ("model:house:tale",)
    await both(two, one)
    assert (one.resting(), two.resting()) == ({}, {})
    clock.now_s += 1.0
    one.fail()
    await both(one, two)
    assert set(two.resting()) == {TALE}


async def test_a_reset_that_comes_with_the_opening_closes_as_well(one: Replica, two: Replica, clock: Clock) -> None:
    """Somebody may be quicker than the second replica hears of the failure."""
    one.fail()
    await one.exchange()
    one.reset()
    clock.now_s += 0.5
    await two.exchange()
    await both(one, two)
    assert (one.resting(), two.resting()) == ({}, {})


async def test_one_replica_tries_and_its_success_closes_all(one: Replica, two: Replica, clock: Clock) -> None:
    """While one replica tries a model the other waits, and then both ask it again. Covers R2.4."""
    one.fail()
    await both(one, two)
    clock.now_s += 5.0
    number = one.admits(TALE)
    assert number
    await both(one, two)
    assert two.admits(TALE) == NOT_ADMITTED
    assert two.resting() == {TALE: "after failures at another replica; it is being tried again."}
    clock.now_s += AHEAD_S / 2
    await both(one, two)
    clock.now_s += AHEAD_S / 2
    assert two.admits(TALE) == NOT_ADMITTED
    one.note(TALE, None, number)
    await both(one, two)
    assert [state.state for state in two.states()] == ["closed"]
    assert all(two.admits(TALE) for _ in range(3))


async def test_a_try_that_was_given_up_leaves_it_to_another_replica(one: Replica, two: Replica, clock: Clock) -> None:
    """Whoever waits for another's try waits seconds, not for ever."""
    one.fail()
    await both(one, two)
    clock.now_s += 5.0
    one.release(TALE, one.admits(TALE))
    await both(one, two)
    assert two.admits(TALE)


async def test_a_replica_that_vanished_in_a_try_holds_nobody_up(one: Replica, two: Replica, clock: Clock) -> None:
    """A process that was killed stops announcing its try."""
    one.fail()
    await both(one, two)
    clock.now_s += 5.0
    one.admits(TALE)
    await both(one, two)
    clock.now_s += AHEAD_S
    await two.exchange()
    assert two.admits(TALE)


async def test_ones_own_announcements_bind_nobody_here(one: Replica, two: Replica, clock: Clock) -> None:
    """A replica does not wait for itself: after its try another attempt may try at once."""
    one.fail()
    clock.now_s += 5.0
    number = one.admits(TALE)
    await one.exchange()
    await one.exchange()
    one.release(TALE, number)
    assert one.admits(TALE)


async def test_what_was_found_well_before_an_opening_does_not_close_it(
    one: Replica, two: Replica, clock: Clock
) -> None:
    """Old good news says nothing of a new failure."""
    one.fail()
    await both(one, two)
    one.reset()
    await both(one, two)
    clock.now_s += 1.0
    two.fail()
    clock.now_s += 5.0
    await two.exchange()
    assert [state.state for state in two.states()] == ["half_open"]


async def test_a_cache_that_is_away_changes_nobodys_mind(one: Replica, two: Replica, clock: Clock) -> None:
    """Each replica goes on with what it knows, and tells the newest once the cache is back."""
    one.fail(RateLimited, 1, retry_after_s=60.0)
    await both(one, two)
    one.cache.is_away = True
    one.reset()
    await both(one, two)
    assert (set(one.resting()), set(two.resting())) == (set(), {TALE})
    clock.now_s += 2.0
    one.cache.is_away = False
    await both(one, two)
    assert two.resting() == {}


async def test_a_cache_that_forgot_everything_closes_nothing(one: Replica, two: Replica) -> None:
    """What is missing there was not lifted."""
    one.fail()
    await both(one, two)
    await one.cache.__aexit__(None, None, None)
    await both(one, two)
    assert set(one.resting()) == set(two.resting()) == {TALE}


async def test_names_that_are_none_are_not_heard(one: Replica, cache: SharedCache, clock: Clock) -> None:
    """Whatever stands in the cache, nobody fails over it; nor does what only another replica has concern this one."""
    no_models = ("model:", "model:tale", "model:nobody:tale", "model:house:none", "model:house:tale\n")
    for name in ("tale", "house", "", "key", "key:nobody", *no_models):
        await cache.extend(OPEN, name, until_s=clock.now_s + 1e9, now_s=clock.now_s)
    await cache.extend(OPEN, "key:house", until_s=1e300, now_s=clock.now_s)
    await one.exchange()
    assert [state.name for state in one.states()] == ["key:house"]
    assert one.rests_until_s(TALE) == clock.now_s + 86_400.0


async def test_a_clock_that_is_set_back_makes_nothing_rest_longer(one: Replica, two: Replica, clock: Clock) -> None:
    """What rests five seconds rests five seconds, here and elsewhere, whatever a machine's clock says meanwhile."""
    one.fail()
    await both(one, two)
    one.machine.set_by_s = -7200.0
    clock.now_s += 2.0
    await both(one, two)
    assert (one.rests_for_s(TALE), two.rests_for_s(TALE)) == (3.0, 3.0)
    clock.now_s += 3.0
    await one.exchange()
    assert one.admits(TALE)


async def test_replicas_agree_when_the_clock_of_one_was_mended(two: Replica, cache: SharedCache, clock: Clock) -> None:
    """A process that began while its machine's clock was wrong tells and hears moments as they are now."""
    one = Replica(cache, clock, set_by_s=7200.0)
    one.machine.set_by_s = 0.0
    one.fail()
    two.fail(KeyRejected, 1)
    await both(one, two)
    assert one.rests_for_s(POEM) == two.rests_for_s(POEM) == 120.0
    assert one.resting()[POEM] == "with its provider, after failures at another replica until 13:48:40 UTC."
    assert [state.until for state in one.states()] == [state.until for state in two.states()]


async def test_what_a_clock_far_ahead_says_is_not_believed(one: Replica, cache: SharedCache, clock: Clock) -> None:
    """A replica whose clock is two hours ahead neither closes what opens until then, nor tries for two hours."""
    one.fail()
    ahead_s = clock.now_s + 7200.0
    for group in (WELL, TRIED):
        await cache.extend(group, "model:house:tale", until_s=ahead_s, now_s=clock.now_s)
    await one.exchange()
    assert one.admits(TALE) == NOT_ADMITTED
    clock.now_s += 5.0
    await one.exchange()
    assert one.admits(TALE)


async def test_a_rest_without_end_is_heard_once(one: Replica, cache: SharedCache, clock: Clock) -> None:
    """What others forgot to take back is believed for a day."""
    await cache.extend(OPEN, "model:house:tale", until_s=math.inf, now_s=clock.now_s)
    for _ in range(3):
        await one.exchange()
        clock.now_s += 28_800.0
    assert one.healthy_for_s(TALE) == 86_400.0
    assert one.admits(TALE)


async def test_exchanges_go_on_while_the_breakers_are_open(cache: SharedCache) -> None:
    """In a gateway it happens by itself, and what is left is told at the end."""
    settings = BreakerSettings()
    async with asyncio.timeout(60), Breakers(settings, cache, Broadcast([]), refs=lambda: (TALE,)) as one:
        one.note(TALE, KeyRejected("It failed.", model=TALE), one.admits(TALE))
        async with Breakers(settings, cache, Broadcast([]), refs=lambda: (TALE,)) as two:
            while two.admits(TALE):
                await asyncio.sleep(0.01)
            one.reset()
        two.note(TALE, KeyRejected("It failed.", model=TALE), two.admits(TALE))
    assert "breakers.well" in cache.groups


async def test_a_cache_of_this_process_is_left_alone() -> None:
    """Without anybody to share with nothing runs and nothing is written."""
    cache = MemoryCache()
    async with Breakers(BreakerSettings(), cache, Broadcast([]), refs=tuple) as breakers:
        breakers.note(TALE, KeyRejected("It failed.", model=TALE), breakers.admits(TALE))
        assert {task.get_name() for task in asyncio.all_tasks()}.isdisjoint({"segue-breakers"})
    assert cache.groups == ()
