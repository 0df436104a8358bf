"""The cache that several processes share, in Redis 6 or newer. Every name in it begins with `segue:`.

What has to be done at once is one script. Nothing is tried twice: whether that is right, only the caller knows.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from typing_extensions import override

from segue.storage.contract import MOST_TOLD, Cache
from segue.storage.redis_link import RedisLink

PREFIX = "segue:"
LONGEST_TTL_S = 10 * 365 * 86_400.0
"""A longer life is cut to this: Redis takes no endless one."""
_ADD = """
local sum = redis.call('INCRBY', KEYS[1], ARGV[1])
if redis.call('PTTL', KEYS[1]) == -1 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return sum
"""
"""A counter that has no end yet has just begun."""
_EXTEND = """
local until_s, now_s = tonumber(ARGV[2]), tonumber(ARGV[3])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[3])
local held = redis.call('ZSCORE', KEYS[1], ARGV[1])
if not held or tonumber(held) < until_s then
    redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
    held = ARGV[2]
end
local left_s = redis.call('ZRANGE', KEYS[1], -1, -1, 'WITHSCORES')[2] - now_s
if left_s < 1e9 then
    redis.call('PEXPIRE', KEYS[1], math.max(1, math.ceil(left_s * 1000)))
else
    redis.call('PERSIST', KEYS[1])
end
return held
"""
"""The group ends with its last deadline, counted from the caller's now: its clock may not be the server's.

`ZADD GT` would need Redis 6.2.
"""


class RedisCache(Cache):
    """Shares through a Redis server at `redis://`, `rediss://` (TLS) or `unix://`.

    One call is one command on one of a few connections; a call that is given up drops its connection.
    """

    is_shared = True

    def __init__(self, url: str) -> None:
        self._link = RedisLink(url)

    @override
    def __repr__(self) -> str:
        return f"RedisCache({self._link.where!r})"

    @override
    async def __aenter__(self) -> RedisCache:
        await self._link.__aenter__()
        return self

    @override
    async def __aexit__(self, *_: object) -> None:
        await self._link.__aexit__()

    @override
    async def ping(self) -> None:
        # A replica and a full server answer PING too.
        await self._link.ask(_number, "EVAL", _ADD, 1, f"{PREFIX}ping", 1, 1000)

    @override
    async def get(self, key: str) -> bytes | None:
        return await self._link.ask(_value_if_any, "GET", _named(key))

    @override
    async def put(self, key: str, value: bytes, *, ttl_s: float) -> None:
        await self._link.ask(_value, "SET", _named(key), value, "PX", _ms(ttl_s))

    @override
    async def claim(self, key: str, owner: bytes, *, ttl_s: float) -> bool:
        done = await self._link.ask(_value_if_any, "SET", _named(key), owner, "NX", "PX", _ms(ttl_s))
        return done is not None

    @override
    async def remove(self, key: str) -> None:
        await self._link.ask(_number, "DEL", _named(key))

    @override
    async def add(self, key: str, amount: int, *, ttl_s: float) -> int:
        return await self._link.ask(_number, "EVAL", _ADD, 1, _named(key), amount, _ms(ttl_s))

    @override
    async def extend(self, group: str, name: str, *, until_s: float, now_s: float) -> float:
        moments = float(until_s), float(now_s)
        return await self._link.ask(_moment, "EVAL", _EXTEND, 1, _group(group), name, *moments)

    @override
    async def deadlines(self, group: str, *, now_s: float) -> Mapping[str, float]:
        later, most = ("+inf", f"({float(now_s)!r}"), ("LIMIT", 0, MOST_TOLD)
        return await self._link.ask(_moments, "ZREVRANGEBYSCORE", _group(group), *later, "WITHSCORES", *most)

    @override
    async def lift(self, group: str, name: str) -> None:
        await self._link.ask(_number, "ZREM", _group(group), name)


def _named(key: str) -> str:
    return f"{PREFIX}key:{key}"


def _group(group: str) -> str:
    return f"{PREFIX}until:{group}"


def _ms(ttl_s: float) -> int:
    """As Redis counts: a millisecond at least."""
    return max(1, math.ceil(min(ttl_s, LONGEST_TTL_S) * 1000))


def _value_if_any(reply: object) -> bytes | None:
    return None if reply is None else _value(reply)


def _value(reply: object) -> bytes:
    if not isinstance(reply, bytes):
        raise ValueError(type(reply).__name__)  # noqa: TRY004 - the link's way to say that this is no such reply
    return reply


def _number(reply: object) -> int:
    if not isinstance(reply, int):
        raise ValueError(type(reply).__name__)  # noqa: TRY004
    return reply


def _moment(reply: object) -> float:
    return float(_value(reply))


def _moments(reply: object) -> dict[str, float]:
    """Names that are no text are none of ours: they are passed over."""
    if not isinstance(reply, list):
        raise ValueError(type(reply).__name__)  # noqa: TRY004
    pairs = ((_text_if_any(_value(name)), _moment(until)) for name, until in zip(reply[::2], reply[1::2], strict=True))
    return {name: until_s for name, until_s in pairs if name is not None}


def _text_if_any(value: bytes) -> str | None:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return None
