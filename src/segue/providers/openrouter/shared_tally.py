"""How many free requests all gateways have made that share a Redis server, 6 or newer: one script a request.

One key holds it all: the day and its count, the requests of the last minute, and which gateways count here. Time is the
server's, so that gateways need not agree on it. A server that lost its memory learns what each gateway knew.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final, Self

import msgspec

from segue.providers.openrouter.quota import MINUTE, Used
from segue.storage.redis_link import RedisLink

LIVES_S: Final = 150.0
"""How long a gateway that says nothing still counts as one: more than two of its looks. Our choice."""
_PREFIX: Final = "segue:free:"
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MS: Final = timedelta(milliseconds=1)
_SCRIPT: Final = """
local ask, now = cjson.decode(ARGV[1]), tonumber(ARGV[2])
if now < 0 then
  local time = redis.call('TIME')
  now = time[1] * 1000 + time[2] / 1000
end
local kept = redis.call('GET', KEYS[1])
kept = kept and cjson.decode(kept)
  or {memory = ask.id, day = 0, before = 0, since = 0, lately = {}, gateways = {}}
local day = math.floor(now / 86400000)
if day > kept.day then kept.day, kept.before, kept.since = day, 0, 0 end
if ask.day == kept.day then
  if ask.memory ~= '' and ask.memory ~= kept.memory then kept.before = math.max(kept.before, ask.today) end
  kept.since = kept.since + ask.alone
  kept.before = math.max(kept.before, ask.least - kept.since)
end
local lately, seen = {}, {}
for _, requests in ipairs({kept.lately, ask.lately}) do
  for _, request in ipairs(requests) do
    local at = tonumber(string.match(request, '^%d+'))
    if at and at > now - ask.window and not seen[request] then
      seen[request] = true
      lately[#lately + 1] = request
    end
  end
end
local gateways, count = {}, 0
kept.gateways[ask.gateway] = now + ask.lives
for name, until_ms in pairs(kept.gateways) do
  if until_ms > now then gateways[name], count = until_ms, count + 1 end
end
local taken = #lately < ask.most_now and kept.before + kept.since < ask.most_today
if taken then
  lately[#lately + 1] = string.format('%.0f-%s', math.ceil(now), ask.id)
  kept.since = kept.since + 1
end
kept.lately, kept.gateways = lately, gateways
redis.call('SET', KEYS[1], cjson.encode(kept), 'PX', 172800000)
local today = kept.before + kept.since
return {taken and 1 or 0, kept.day, today, math.floor(now), count, kept.memory, unpack(lately)}
"""
"""A day's count is what was made before the server began to remember, as the gateway says that had heard most, and what
was made since then, alone or through it; `least` says how many there are at least, whoever made them.

Milliseconds throughout: `cjson` writes no more than 14 digits."""


@dataclass(frozen=True, slots=True)
class Requests:
    """Free requests as they are known somewhere: how many on a day, and the names of the last ones."""

    day: date
    today: int = 0
    lately: tuple[str, ...] = ()
    """`MILLISECONDS-NAME` each, in no order: when it was, and what tells it from others."""

    def used(self) -> Used:
        """The same, as the rule wants it."""
        moments = sorted(_EPOCH + int(each.partition("-")[0]) * _MS for each in self.lately)
        return Used(self.day, self.today, tuple(moments))

    def and_one(self, now: datetime) -> Requests:
        """With one more, made now."""
        used = self.used().and_one(now)
        return Requests(used.day, used.today, (*self.lately, _named(now))[-len(used.lately) :])


@dataclass(frozen=True, slots=True)
class Told:
    """What the server said."""

    is_taken: bool
    known: Requests
    now: datetime
    gateways: int
    """How many count here, this one among them."""
    memory: str
    """Another word after the server lost its memory."""


class SharedTally:
    """Counts for one account with every gateway that uses the same server. Every failure is a StorageError.

    An async context manager; opening it connects to nothing.
    """

    def __init__(self, url: str, account: str, *, now: Callable[[], datetime] | None = None) -> None:
        """`now`: whose time counts; None: the server's."""
        self._url, self._now = url, now
        self._link: RedisLink | None = None
        self._key = f"{_PREFIX}{account}"
        self._gateway = secrets.token_hex(8)

    async def __aenter__(self) -> Self:
        """Raises ConfigError, PartMissing, as the cache at the same address does."""
        self._link = RedisLink(self._url)
        await self._link.__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._link is not None:
            await self._link.__aexit__()

    async def take(
        self, known: Requests, *, memory: str, alone: int, least: int, most_now: int, most_today: int
    ) -> Told:
        """Count one request where fewer than these were made in the last minute and today; none is made where both are
        zero, and it is a look.

        `known` and `memory`: what this gateway was told last; `alone`: so many more it has made on that day since then;
        `least`: how many it knows to have been made on that day, by anybody.
        """
        ask = {
            "gateway": self._gateway,
            "lives": LIVES_S * 1000,
            "window": MINUTE / _MS,
            "id": secrets.token_hex(4),
            "day": (known.day - _EPOCH.date()).days,
            "today": known.today,
            "memory": memory,
            "alone": alone,
            "least": least,
            "lately": known.lately,
            "most_now": most_now,
            "most_today": most_today,
        }
        assert self._link is not None, "it is used inside its own `async with`"
        now_ms = -1.0 if self._now is None else (self._now() - _EPOCH) / _MS
        return await self._link.ask(_told, "EVAL", _SCRIPT, 1, self._key, msgspec.json.encode(ask), now_ms)


def _named(now: datetime) -> str:
    return f"{-((_EPOCH - now) // _MS)}-{secrets.token_hex(4)}"


def _told(reply: object) -> Told:
    if not isinstance(reply, list) or len(reply) < 6:
        raise ValueError(type(reply).__name__)  # the link's way to say that this is no such reply
    taken, day, today, now_ms, gateways = map(_number, reply[:5])
    known = Requests(_EPOCH.date() + timedelta(days=day), today, tuple(map(_text, reply[6:])))
    return Told(taken == 1, known, _EPOCH + now_ms * _MS, gateways, _text(reply[5]))


def _number(told: object) -> int:
    if not isinstance(told, int):
        raise ValueError(type(told).__name__)  # noqa: TRY004
    return told


def _text(told: object) -> str:
    if not isinstance(told, bytes):
        raise ValueError(type(told).__name__)  # noqa: TRY004
    return told.decode()
