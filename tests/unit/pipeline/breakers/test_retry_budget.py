"""Further tries are a share of first ones, so that an outage is not amplified."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from segue.errors import StorageError
from segue.pipeline.breakers.retry_budget import FLOOR, SLOT_S, SLOTS, RetryBudget
from segue.storage.memory import MemoryCache

SHARE = 0.2


@dataclass
class Clock:
    """Time that stands until it is moved."""

    now_s: float = 1_000_000.0

    def __call__(self) -> float:
        return self.now_s


class SharedCache(MemoryCache):
    """Counters that several replicas see, and that can be away."""

    is_shared = True
    is_away = False

    @override
    async def add(self, key: str, amount: int, *, ttl_s: float) -> int:
        if self.is_away:
            raise StorageError("away")
        return await super().add(key, amount, ttl_s=ttl_s)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def budget(clock: Clock) -> RetryBudget:
    return RetryBudget(SHARE, MemoryCache(), now=clock)


def granted(budget: RetryBudget, *, firsts: int = 0, asked: int = 100, provider: str = "house") -> int:
    """How many of so many further tries are granted after so many first ones."""
    for _ in range(firsts):
        budget.begin(provider)
    return sum(budget.may_retry(provider) for _ in range(asked))


def test_a_quiet_gateway_may_try_again(budget: RetryBudget) -> None:
    """A few further tries are always there, however few turns there were."""
    assert granted(budget, firsts=1) == FLOOR


def test_a_busy_gateway_tries_a_share_again(budget: RetryBudget) -> None:
    """With 100 turns and a share of a fifth there are 20 further tries."""
    assert granted(budget, firsts=100) == 20


def test_each_provider_has_its_own_budget(budget: RetryBudget) -> None:
    """An outage of one does not take the further tries of another."""
    assert granted(budget, firsts=100) == 20
    assert granted(budget, provider="far") == FLOOR


def test_what_is_long_past_does_not_count(budget: RetryBudget, clock: Clock) -> None:
    """After ten seconds first and further tries are forgotten together."""
    assert granted(budget, firsts=100) == 20
    clock.now_s += SLOT_S * SLOTS
    assert granted(budget) == FLOOR


def test_a_share_of_none_allows_none(clock: Clock) -> None:
    """Whoever sets 0 gets no further tries at all."""
    assert granted(RetryBudget(0.0, MemoryCache(), now=clock), firsts=100) == 0


@given(
    share=st.floats(0, 1),
    steps=st.lists(
        st.tuples(st.sampled_from(["first", "further"]), st.sampled_from([0.0, 0.3, 1.0, 4.0])), max_size=80
    ),
)
def test_further_tries_never_exceed_their_share(share: float, steps: list[tuple[str, float]]) -> None:
    """Whenever one is granted, there were no more in the last seconds than the share allows."""
    clock = Clock()
    budget = RetryBudget(share, MemoryCache(), now=clock)
    done: list[tuple[float, str]] = []
    for what, pause_s in steps:
        clock.now_s += pause_s
        if what == "first":
            budget.begin("house")
            done.append((clock.now_s, "first"))
        elif budget.may_retry("house"):
            done.append((clock.now_s, "further"))
            since_s = (int(clock.now_s / SLOT_S) - SLOTS + 1) * SLOT_S
            recent = [kind for at_s, kind in done if at_s >= since_s]
            assert recent.count("further") <= max(FLOOR, share * recent.count("first"))


async def test_replicas_count_together(clock: Clock) -> None:
    """What one replica has used up the other does not have, and its turns count for both."""
    cache = SharedCache(clock=clock)
    one, two = (RetryBudget(SHARE, cache, now=clock) for _ in range(2))
    assert granted(one, firsts=100, asked=15) == 15
    two.begin("house")
    for replica in (one, two, one):
        await replica.exchange()
    assert granted(two) == 5
    for replica in (two, one):
        await replica.exchange()
    assert granted(one) == 0


async def test_replicas_count_together_when_the_clock_of_one_was_mended(clock: Clock) -> None:
    """A process that began while its machine's clock was two hours ahead counts with the others all the same."""
    cache = SharedCache(clock=clock)
    one = RetryBudget(SHARE, cache, now=lambda: clock.now_s + 7200.0, behind_s=lambda: -7200.0)
    two = RetryBudget(SHARE, cache, now=clock)
    assert granted(one, firsts=100, asked=15) == 15
    two.begin("house")
    for replica in (one, two):
        await replica.exchange()
    assert granted(two) == 5


async def test_a_counter_that_was_lost_or_is_away_leaves_each_its_own_share(clock: Clock) -> None:
    """A cache that fails or forgets neither raises nor grants more than one replica's own share."""
    cache = SharedCache(clock=clock)
    budget = RetryBudget(SHARE, cache, now=clock)
    assert granted(budget, firsts=50, asked=4) == 4
    await budget.exchange()
    await cache.__aexit__(None, None, None)
    await budget.exchange()
    cache.is_away = True
    await budget.exchange()
    assert granted(budget) == 6


async def test_counting_goes_on_in_the_background(clock: Clock) -> None:
    """Opened in a gateway it exchanges by itself, for the last time when it is closed."""
    cache = SharedCache(clock=clock)
    async with RetryBudget(SHARE, cache, now=clock) as budget:
        budget.begin("house")
    key = f"retries.house.{int(clock.now_s / SLOT_S)}.first"
    assert await cache.get(key) == b"1"
