"""The cache of one process stays small: what has the least worth goes first."""

import pytest

from segue.storage.memory import MemoryCache

NOW_S = 1_764_000_000.0


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now_s = NOW_S

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def cache(clock: Clock) -> MemoryCache:
    """A cache with room for three."""
    return MemoryCache(entries=3, clock=clock)


async def test_the_entry_that_was_not_used_for_longest_goes_first(cache: MemoryCache) -> None:
    """A full cache forgets what nobody asks for."""
    for key in ("a", "b", "c"):
        await cache.put(key, b"x", ttl_s=60)
    await cache.get("a")
    await cache.add("n", 1, ttl_s=60)

    assert [key for key in ("a", "b", "c", "n") if await cache.get(key)] == ["a", "c", "n"]


async def test_what_is_past_its_time_goes_before_what_is_alive(cache: MemoryCache, clock: Clock) -> None:
    """Dead entries do not push out living ones, though they were used last."""
    await cache.put("old", b"x", ttl_s=60)
    await cache.put("brief", b"x", ttl_s=1)
    await cache.put("brief2", b"x", ttl_s=1)
    clock.now_s += 1
    await cache.put("new", b"x", ttl_s=60)

    assert len(cache) == 2
    assert await cache.get("old") == b"x"


async def test_time_comes_from_the_clock_alone(cache: MemoryCache, clock: Clock) -> None:
    """An entry lives to its very end, and not beyond."""
    await cache.put("a", b"x", ttl_s=10)
    clock.now_s += 9.999
    assert await cache.get("a") == b"x"
    clock.now_s += 0.001

    assert await cache.get("a") is None
    assert await cache.claim("a", b"y", ttl_s=10) is True


async def test_an_entry_that_is_renewed_for_ever_takes_no_more_room(cache: MemoryCache, clock: Clock) -> None:
    """Memory stays flat, however often values are put in and whenever they end."""
    for n in range(1000):
        clock.now_s += 0.001
        await cache.put(f"k{n % 5}", b"x", ttl_s=60 + n % 7)

    assert (len(cache), len(cache._ends) <= 7) == (3, True)


async def test_a_value_put_in_again_lives_as_long_as_the_last_time(cache: MemoryCache, clock: Clock) -> None:
    """The end of a value that was replaced does not end the new one."""
    await cache.put("a", b"x", ttl_s=1)
    await cache.put("a", b"y", ttl_s=60)
    clock.now_s += 2
    await cache.put("b", b"x", ttl_s=1)

    assert await cache.get("a") == b"y"


async def test_of_too_many_deadlines_the_one_that_ends_first_goes() -> None:
    """Groups of deadlines are bounded too, over all of them together."""
    cache = MemoryCache(deadlines=2)
    await cache.extend("a", "x", until_s=NOW_S + 5, now_s=NOW_S)
    await cache.extend("b", "y", until_s=NOW_S + 9, now_s=NOW_S)
    await cache.extend("b", "z", until_s=NOW_S + 7, now_s=NOW_S)

    assert await cache.deadlines("a", now_s=NOW_S) == {}
    assert await cache.deadlines("b", now_s=NOW_S) == {"y": NOW_S + 9, "z": NOW_S + 7}
    assert cache.groups == ("b",)


async def test_what_ends_later_than_it_seems_is_not_kept_longer() -> None:
    """A deadline that was lifted, moved or has passed leaves no trace on those beside it."""
    cache = MemoryCache()
    for name, until_s in (("a", 1), ("b", 5), ("c", 9)):
        await cache.extend("rest", name, until_s=NOW_S + until_s, now_s=NOW_S)
    await cache.lift("rest", "a")
    await cache.extend("rest", "b", until_s=NOW_S + 7, now_s=NOW_S + 6)
    await cache.extend("rest", "d", until_s=NOW_S + 20, now_s=NOW_S + 7)

    assert await cache.deadlines("rest", now_s=NOW_S) == {"c": NOW_S + 9, "d": NOW_S + 20}
