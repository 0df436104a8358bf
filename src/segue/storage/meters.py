"""From the cache's address to what counts against limits: Redis behind a guard, or this process alone."""

from __future__ import annotations

from segue.storage.meter import Meter


def is_redis(url: str) -> bool:
    """Whether a cache's address is of a Redis server: only that counts for several processes."""
    return url.partition(":")[0] in {"redis", "rediss", "unix"}


def open_meter(url: str, *, deadline_s: float) -> Meter:
    """The meter that goes with a cache, to be entered with `async with`.

    Only Redis counts for several processes; with any other cache each counts for itself. Raises ConfigError and
    PartMissing as the cache does.
    """
    if is_redis(url):
        from segue.storage.guarded_meter import GuardedMeter
        from segue.storage.redis_meter import RedisMeter

        return GuardedMeter(RedisMeter(url), deadline_s=deadline_s)
    from segue.storage.memory_meter import MemoryMeter

    return MemoryMeter()
