"""Limits that several processes count together, in Redis 6 or newer: one script a request, over all of its scopes.

Of each scope there are three keys: when each request of the last minute was (a sorted set), its tokens (a hash, whose
field `+` is their sum, and whose fields `@SECOND` are the sums of each second, so that nobody walks through them all),
and until when each that is under way is known to live (a sorted set). Time is the server's, so that replicas need not
agree on it. Keys end by themselves a little after what they tell of.

Where something else stands under one of these names, `take` fails for that scope; ends and renewals pass it over.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from segue.domain.limits import WINDOW_S, Figure, Limit, Reached, Standing, Taken, gravest
from segue.storage.meter import LEASE_S
from segue.storage.redis_link import RedisLink

_PREFIX: Final = "segue:limit:"
_US: Final = 1_000_000
_NONE: Final = -1
"""No limit, or no wait."""
_RENEWED_AT_ONCE: Final = 500
"""Leases that one script renews: a fraction of a millisecond of the server's time."""
ENDED_AT_ONCE: Final = 200
"""Ends that one script tells: about a millisecond of the server's time."""

_SETUP = """
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local function text(number) return string.format('%.0f', number) end
"""
_ADD = """
local function add(tokens, at, more)
  local second = '@' .. string.format('%.0f', math.floor(at / 1000000))
  if more ~= 0 and redis.call('HINCRBY', tokens, second, string.format('%.0f', more)) <= 0 then
    redis.call('HDEL', tokens, second)
  end
end
"""
"""Puts the sum of a second right."""
_SOUND = """
local function sound(...)
  local reply = redis.pcall(...)
  if type(reply) ~= 'table' or not reply.err then return reply end
  if string.find(reply.err, 'WRONGTYPE', 1, true) or string.find(reply.err, 'not an integer', 1, true) then
    return false
  end
  error(reply.err)
end
"""
"""Calls Redis; false where something else stands under that name: it is no reason to keep others waiting."""
_FINISH = f"""{_SOUND}{_ADD}
local function finish(key, place)
  while place <= #ARGV do
    local id, tokens = ARGV[place], tonumber(ARGV[place + 1])
    for _ = 1, tonumber(ARGV[place + 2]) do
      local log, spent, under_way = KEYS[key], KEYS[key + 1], KEYS[key + 2]
      sound('ZREM', under_way, id)
      local before, at = sound('HGET', spent, id), sound('ZSCORE', log, id)
      before, at = tonumber(before or nil), tonumber(at or nil)
      if before and at and sound('HINCRBY', spent, '+', string.format('%.0f', math.max(tokens, 0) - before)) then
        add(spent, at, math.max(tokens, 0) - before)
        if tokens < 0 then
          redis.call('HDEL', spent, id)
          redis.call('ZREM', log, id)
        else
          redis.call('HSET', spent, id, string.format('%.0f', tokens))
        end
      end
      key = key + 3
    end
    place = place + 3
  end
end
"""
"""Ends what the arguments name from a place on, and the keys from one on."""
_TAKE = f"""{_SETUP}{_FINISH}
local id, need, how = ARGV[1], tonumber(ARGV[2]), ARGV[3]
local window, lease, scopes = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
finish(3 * scopes + 1, 3 * scopes + 7)
local fits, told = true, {{}}
for i = 1, scopes do
  local log, tokens, under_way = KEYS[3 * i - 2], KEYS[3 * i - 1], KEYS[3 * i]
  local requests, most, at_once = tonumber(ARGV[3 * i + 4]), tonumber(ARGV[3 * i + 5]), tonumber(ARGV[3 * i + 6])
  while true do
    local both = redis.call('ZRANGEBYSCORE', log, '-inf', text(now - window), 'WITHSCORES', 'LIMIT', 0, 1000)
    if #both == 0 then break end
    local old, lost = {{}}, 0
    for place = 1, #both, 2 do old[#old + 1] = both[place] end
    for place, each in ipairs(redis.call('HMGET', tokens, unpack(old))) do
      local less = tonumber(each) or 0
      lost = lost + less
      add(tokens, tonumber(both[2 * place]), -less)
    end
    redis.call('ZREM', log, unpack(old))
    redis.call('HDEL', tokens, unpack(old))
    redis.call('HINCRBY', tokens, '+', text(-lost))
  end
  redis.call('ZREMRANGEBYSCORE', under_way, '-inf', text(now))
  local used, spent = redis.call('ZCARD', log), tonumber(redis.call('HGET', tokens, '+') or 0)
  local busy = redis.call('ZCARD', under_way)
  local function until_gone(first)
    local at = redis.call('ZRANGE', log, first, first, 'WITHSCORES')[2]
    return at and at + window - now or 0
  end
  local few, room = -1, -1
  if requests >= 0 and used + 1 > requests then few = until_gone(used - requests) end
  if most >= 0 and need <= most and spent + need > most then
    local left, first, seconds = spent, math.floor((now - window) / 1000000), {{}}
    for second = first, math.floor(now / 1000000) do seconds[#seconds + 1] = '@' .. text(second) end
    room = until_gone(-1)
    for place, sum in ipairs(redis.call('HMGET', tokens, unpack(seconds))) do
      local within = tonumber(sum) or 0
      if left - within + need <= most then
        local from = (first + place - 1) * 1000000
        local ids = redis.call('ZRANGEBYSCORE', log, text(from), text(from + 999999), 'WITHSCORES', 'LIMIT', 0, 1000)
        room = from + 1000000 + window - now
        for number = 1, #ids, 2 do
          left = left - tonumber(redis.call('HGET', tokens, ids[number]) or 0)
          if left + need <= most then
            room = tonumber(ids[number + 1]) + window - now
            break
          end
        end
        break
      end
      left = left - within
    end
  end
  if few >= 0 or room >= 0 or (most >= 0 and need > most) or (at_once >= 0 and busy + 1 > at_once) then fits = false end
  for _, figure in ipairs({{used, spent, busy, until_gone(-1), few, room}}) do told[#told + 1] = text(figure) end
end
if how == 'look' then return told end
if how == 'forced' then fits = true end
if fits then
  for i = 1, scopes do
    local log, tokens, under_way = KEYS[3 * i - 2], KEYS[3 * i - 1], KEYS[3 * i]
    if tonumber(ARGV[3 * i + 4]) >= 0 or tonumber(ARGV[3 * i + 5]) >= 0 then
      redis.call('ZADD', log, text(now), id)
      redis.call('HSET', tokens, id, text(need))
      redis.call('HINCRBY', tokens, '+', text(need))
      add(tokens, now, need)
      for _, key in ipairs({{log, tokens}}) do redis.call('PEXPIRE', key, text(window / 1000 + 1000)) end
    end
    if tonumber(ARGV[3 * i + 6]) >= 0 then
      redis.call('ZADD', under_way, text(now + lease), id)
      redis.call('PEXPIRE', under_way, text(lease / 1000 + 1000))
    end
  end
end
table.insert(told, 1, fits and '1' or '0')
return told
"""
_GIVE_BACK = f"""{_FINISH}
finish(1, 1)
return 1
"""
_RENEW = f"""{_SETUP}{_SOUND}
local lease = tonumber(ARGV[1])
for i = 2, #KEYS do
  if sound('ZADD', KEYS[i], text(now + lease), ARGV[i + 1]) then
    redis.call('PEXPIRE', KEYS[i], text(lease / 1000 + 1000))
  end
end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', text(now))
redis.call('ZADD', KEYS[1], text(now + lease), ARGV[2])
redis.call('PEXPIRE', KEYS[1], text(lease / 1000 + 1000))
return redis.call('ZCARD', KEYS[1])
"""
"""The first key lists the processes that count here; each is one for as long as it renews."""


@dataclass(frozen=True, slots=True)
class End:
    """What was taken and is over."""

    id: str
    limits: Sequence[Limit]
    tokens: int | None
    """What it came to; None: it never happened."""


class RedisMeter:
    """Counts with every process that uses the same server. Every failure is a StorageError: it stands behind a guard.

    `take` and `standings` are those of `meter.Meter`; `give_back` waits here, and takes many at once. An async context
    manager.
    """

    def __init__(self, url: str, *, lease_s: float = LEASE_S, window_s: float = WINDOW_S) -> None:
        """`window_s`: what a minute is, for those who cannot wait for one."""
        self._link = RedisLink(url)
        self._lease_us, self._window_us = int(lease_s * _US), int(window_s * _US)
        self._process = secrets.token_hex(8)

    async def __aenter__(self) -> RedisMeter:
        await self._link.__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._link.__aexit__()

    async def take(
        self,
        limits: Sequence[Limit],
        *,
        id: str,  # noqa: A002
        tokens: int,
        forced: bool = False,
        after: Sequence[End] = (),
    ) -> Taken:
        """Take one request from every limit, or from none where one is reached; `after` these have ended."""
        told = await self._ask(limits, id, tokens, "forced" if forced else "take", after)
        found = tuple(map(_Told.of, limits, _rows(told[1:], len(limits))))
        if told[0]:
            return Taken(tuple(s for each in found for s in each.standings(1, tokens)))
        worst = gravest(r for each in found for r in each.reached(tokens))
        return Taken(tuple(s for each in found for s in each.standings()), worst)

    async def give_back(self, ends: Sequence[End]) -> None:
        """End what was taken, in one call for every ENDED_AT_ONCE of them."""
        for start in range(0, len(ends), ENDED_AT_ONCE):
            keys, words = _ended(ends[start : start + ENDED_AT_ONCE])
            await self._link.ask(_number, "EVAL", _GIVE_BACK, len(keys), *keys, *words)

    async def standings(self, limits: Sequence[Limit]) -> tuple[Standing, ...]:
        """How every figure of these limits stands now."""
        told = await self._ask(limits, "", 0, "look")
        found = map(_Told.of, limits, _rows(told, len(limits)))
        return tuple(s for each in found for s in each.standings())

    async def renew(self, under_way: Mapping[str, Sequence[Limit]]) -> int:
        """Say that this process lives, and what is under way in it; how many processes count here."""
        leases = [
            (_under_way(limit), id_)
            for id_, limits in under_way.items()
            for limit in limits
            if limit.concurrent is not None
        ]
        processes = 1
        for start in range(0, max(1, len(leases)), _RENEWED_AT_ONCE):
            some = leases[start : start + _RENEWED_AT_ONCE]
            keys = (f"{_PREFIX}processes", *(key for key, _ in some))
            ids = (self._process, *(id_ for _, id_ in some))
            processes = await self._link.ask(_number, "EVAL", _RENEW, len(keys), *keys, self._lease_us, *ids)
        return processes

    async def _ask(
        self, limits: Sequence[Limit], id_: str, tokens: int, how: str, after: Sequence[End] = ()
    ) -> list[int]:
        ended, of_ends = _ended(after)
        keys = (*_keys(limits), *ended)
        figures = (_figure(f) for limit in limits for f in (limit.requests, limit.tokens, limit.concurrent))
        asked = (id_, tokens, how, self._window_us, self._lease_us, len(limits))
        return await self._link.ask(_numbers, "EVAL", _TAKE, len(keys), *keys, *asked, *figures, *of_ends)


@dataclass(frozen=True, slots=True)
class _Told:
    """What Redis says of one scope."""

    limit: Limit
    requests: int
    tokens: int
    under_way: int
    empty_us: int
    fewer_us: int
    room_us: int

    @classmethod
    def of(cls, limit: Limit, row: Sequence[int]) -> _Told:
        return cls(limit, *row)

    def standings(self, requests: int = 0, tokens: int = 0) -> Iterator[Standing]:
        """How it stands, with so many more than it said."""
        limit = self.limit
        empty_s = WINDOW_S if requests and limit.counts_a_minute else max(0, self.empty_us) / _US
        if limit.requests is not None:
            yield Standing(limit, Figure.REQUESTS, limit.requests, self.requests + requests, empty_s)
        if limit.tokens is not None:
            yield Standing(limit, Figure.TOKENS, limit.tokens, self.tokens + tokens, empty_s)
        if limit.concurrent is not None:
            yield Standing(limit, Figure.CONCURRENT, limit.concurrent, self.under_way + requests, None)

    def reached(self, tokens: int) -> Iterator[Reached]:
        """What of it stands in the way of a request of so many tokens."""
        for standing in self.standings():
            match standing.figure:
                case Figure.REQUESTS if self.fewer_us >= 0:
                    yield Reached(standing, self.fewer_us / _US)
                case Figure.TOKENS if tokens > standing.most:
                    yield Reached(standing, None, is_too_large=True)
                case Figure.TOKENS if self.room_us >= 0:
                    yield Reached(standing, self.room_us / _US)
                case Figure.CONCURRENT if standing.used + 1 > standing.most:
                    yield Reached(standing, None)


def _figure(most: int | None) -> int:
    return _NONE if most is None else most


def _keys(limits: Iterable[Limit]) -> tuple[str, ...]:
    return tuple(key for limit in limits for key in (f"{_of(limit)}:log", f"{_of(limit)}:tokens", _under_way(limit)))


def _ended(ends: Iterable[End]) -> tuple[list[str], list[str | int]]:
    """The keys and the arguments that name what has ended."""
    keys: list[str] = []
    words: list[str | int] = []
    for end in ends:
        keys += _keys(end.limits)
        words += (end.id, _NONE if end.tokens is None else end.tokens, len(end.limits))
    return keys, words


def _of(limit: Limit) -> str:
    return f"{_PREFIX}{limit.scope.kind}:{limit.scope.name}"


def _under_way(limit: Limit) -> str:
    return f"{_of(limit)}:under_way"


def _rows(told: Sequence[int], scopes: int) -> list[Sequence[int]]:
    if len(told) != 6 * scopes:
        raise ValueError(len(told))
    return [told[6 * place : 6 * place + 6] for place in range(scopes)]


def _number(reply: object) -> int:
    if not isinstance(reply, int):
        raise ValueError(type(reply).__name__)  # noqa: TRY004 - the link's way to say that this is no such reply
    return reply


def _numbers(reply: object) -> list[int]:
    if not isinstance(reply, list):
        raise ValueError(type(reply).__name__)  # noqa: TRY004
    return [int(each) for each in reply]
