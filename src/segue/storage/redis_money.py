"""Money that replicas count together, in Redis: each step is one script over all its accounts.

An account is a hash: `spent`, `held`, `unpriced`, and `h:ID` for what each call holds. What a replica knows to be spent
travels with every step, and an account never says less: a server that lost its data is told what it forgot.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from typing_extensions import override

from segue.domain.budgets import Account, Booked, Limit, Period, Reserve, Settle, Standing
from segue.errors import StorageError
from segue.storage.money_contract import MoneyBook, Sought, Step
from segue.storage.redis_link import RedisLink

PREFIX: Final = "segue:money:"
SETTLED_S: Final = 3600
"""How long it is known that a call is settled: far longer than a step is tried again."""
KEEP_S: Final = {Period.DAY: 3 * 86_400, Period.MONTH: 35 * 86_400, Period.TOTAL: 400 * 86_400}
"""How long an account is kept after it was touched last; the store keeps it longer."""
AWAY_S: Final = 1.0
"""Pause before a server that failed is asked again."""
READ_AT_ONCE: Final = 200
"""Accounts that are read by one command: well below a millisecond of the server's time."""
_NONE: Final = -1
_Reading: TypeAlias = Callable[[object], list[int]]

_ACCOUNTS = """
local function account(i, at)
    local spent = redis.call('HGET', KEYS[i], 'spent')
    local known = tonumber(ARGV[at]) + (spent and 0 or tonumber(ARGV[at + 1]))
    if not spent or tonumber(spent) < known then
        redis.call('HSET', KEYS[i], 'spent', string.format('%.0f', known))
        spent = known
    end
    return tonumber(spent), tonumber(redis.call('HGET', KEYS[i], 'held') or '0')
end
local function told(n)
    local all = {}
    for i = 1, n do
        for _, name in ipairs({'spent', 'held', 'unpriced'}) do
            all[#all + 1] = tonumber(redis.call('HGET', KEYS[i], name) or '0')
        end
    end
    return all
end
"""
"""Four arguments an account: known to be spent, held as well where it is new, its limit or -1, seconds to keep."""
_RESERVE = (
    _ACCOUNTS
    + """
local n, short = #KEYS, 0
local is_held = redis.call('HEXISTS', KEYS[1], 'h:' .. ARGV[1]) == 1
for i = 1, n do
    local at = 3 + (i - 1) * 4
    local spent, held = account(i, at)
    local limit = tonumber(ARGV[at + 2])
    if short == 0 and not is_held and limit >= 0 and spent + held + tonumber(ARGV[2]) > limit then short = i end
end
for i = 1, n do
    if short == 0 and not is_held then
        redis.call('HSET', KEYS[i], 'h:' .. ARGV[1], ARGV[2])
        redis.call('HINCRBY', KEYS[i], 'held', ARGV[2])
    end
    redis.call('EXPIRE', KEYS[i], ARGV[6 + (i - 1) * 4])
end
local all = told(n)
all[#all + 1] = short
return all
"""
)
_SETTLE = (
    _ACCOUNTS
    + """
local n = #KEYS - 1
local is_first = redis.call('SET', KEYS[n + 1], '1', 'NX', 'EX', ARGV[3])
for i = 1, n do
    local at = 4 + (i - 1) * 4
    account(i, at)
    if is_first then
        local held = redis.call('HGET', KEYS[i], 'h:' .. ARGV[1])
        if held then
            if held ~= '0' then redis.call('HINCRBY', KEYS[i], 'held', '-' .. held) end
            redis.call('HDEL', KEYS[i], 'h:' .. ARGV[1])
        end
        if tonumber(ARGV[2]) >= 0 then
            redis.call('HINCRBY', KEYS[i], 'spent', ARGV[2])
        else
            redis.call('HINCRBY', KEYS[i], 'unpriced', 1)
        end
    end
    redis.call('EXPIRE', KEYS[i], ARGV[at + 3])
end
local all = told(n)
all[#all + 1] = 0
return all
"""
)


_READ = """
local all = {}
for i = 1, #KEYS do
    local told = redis.call('HMGET', KEYS[i], 'spent', 'held', 'unpriced')
    all[#all + 1] = tonumber(told[1] or '-1')
    all[#all + 1] = tonumber(told[2] or '0')
    all[#all + 1] = tonumber(told[3] or '0')
end
return all
"""
"""For each account three numbers; -1 first where it is unknown."""


class RedisMoney(MoneyBook):
    """Counts through a Redis server. An async context manager; opening it connects to nothing.

    A step that is not answered within `deadline_s` is a StorageError, and for a moment nobody is let wait again.
    """

    def __init__(self, url: str, *, deadline_s: float) -> None:
        self._link = RedisLink(url)
        self._reading = RedisLink(url)
        """For reports."""
        self._deadline_s = deadline_s
        self._away_until_s = 0.0
        self._spent: dict[Account, int] = {}
        """What was told to be spent of each account, by the server or by a store."""
        self._held: dict[Account, int] = {}
        """What a store says is held of accounts, for a server that does not know them."""

    async def __aenter__(self) -> RedisMoney:
        await self._link.__aenter__()
        await self._reading.__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._reading.__aexit__()
        await self._link.__aexit__()

    @property
    def is_away(self) -> bool:
        """True while it is not even asked, because it failed a moment ago."""
        return asyncio.get_running_loop().time() < self._away_until_s

    def believe(self, standings: Mapping[Account, Standing]) -> None:
        """What was kept of accounts elsewhere: never less was spent."""
        for account, standing in standings.items():
            self._spent[account] = max(self._spent.get(account, 0), standing.spent_micro_usd)
            self._held[account] = standing.held_micro_usd

    async def ping(self) -> None:
        """Raises StorageError where the server does not answer in time."""
        await self._ask(lambda _: [], "PING")

    def let_go(self, accounts: Iterable[Account]) -> None:
        """No more is remembered here of accounts; the server has them."""
        for account in accounts:
            self._spent.pop(account, None)
            self._held.pop(account, None)

    async def forget(self, accounts: Sequence[Account]) -> None:
        """Erase accounts. Raises StorageError."""
        self.let_go(accounts)
        await self._ask(lambda _: [], "DEL", *map(_key, accounts))

    @override
    async def book(self, steps: Sequence[Step]) -> tuple[Booked, ...]:
        return tuple([await self._booked(step) for step in steps])

    @override
    async def standings(self, wanted: Sought | Collection[Account] | None = None) -> Mapping[Account, Standing]:
        # On a connection of its own, and however long it takes: nobody who pays waits for it, or for its failure.
        known = tuple(self._spent) if wanted is None or isinstance(wanted, Sought) else tuple(wanted)
        if isinstance(wanted, Sought):
            known = tuple(account for account in known if wanted.finds(account))
        found: dict[Account, Standing] = {}
        for start in range(0, len(known), READ_AT_ONCE):
            some = known[start : start + READ_AT_ONCE]
            told = await self._reading.ask(_numbers, "EVAL", _READ, len(some), *map(_key, some))
            for place, account in enumerate(some):
                spent, held, unpriced = told[place * 3 : place * 3 + 3]
                if spent != _NONE:
                    found[account] = Standing(spent, held, unpriced)
        return found

    async def _booked(self, step: Step) -> Booked:
        hold = step.hold
        if not hold.accounts:
            return Booked()
        keys = [_key(account) for account in hold.accounts]
        if isinstance(step, Reserve):
            rest = self._arguments(hold.accounts, step.limits)
            told = await self._ask(_numbers, "EVAL", _RESERVE, len(keys), *keys, hold.id, hold.micro_usd, *rest)
        else:
            told = await self._settle(step, keys)
        *figures, short = told
        standings = tuple(
            (account, Standing(*figures[place * 3 : place * 3 + 3])) for place, account in enumerate(hold.accounts)
        )
        for account, standing in standings:
            self._spent[account] = standing.spent_micro_usd
            self._held.pop(account, None)
        if not short or not isinstance(step, Reserve):
            return Booked(None, standings)
        account = hold.accounts[short - 1]
        return Booked(min(_of(account, step.limits), key=lambda limit: limit.limit_micro_usd), standings)

    async def _settle(self, step: Settle, keys: Sequence[str]) -> list[int]:
        cost = _NONE if step.cost_micro_usd is None else step.cost_micro_usd
        marker = f"{PREFIX}settled:{step.hold.id}"
        rest = self._arguments(step.hold.accounts, ())
        return await self._ask(
            _numbers, "EVAL", _SETTLE, len(keys) + 1, *keys, marker, step.hold.id, cost, SETTLED_S, *rest
        )

    def _arguments(self, accounts: Iterable[Account], limits: Sequence[Limit]) -> list[int]:
        told: list[int] = []
        for account in accounts:
            limit = min((limit.limit_micro_usd for limit in _of(account, limits)), default=_NONE)
            told += (self._spent.get(account, 0), self._held.get(account, 0), limit, KEEP_S[account.period])
        return told

    async def _ask(self, read: _Reading, *command: str | bytes | float) -> list[int]:
        loop = asyncio.get_running_loop()
        if loop.time() < self._away_until_s:
            raise StorageError(f"The cache {self._link.where} is away.", hint="The log tells why.")
        try:
            async with asyncio.timeout(self._deadline_s):
                return await self._link.ask(read, *command)
        except TimeoutError as error:
            self._away_until_s = loop.time() + AWAY_S
            said = f"The cache {self._link.where} did not answer within {self._deadline_s:g} s."
            raise StorageError(said, hint="`cache.deadline_s` is how long it may take.") from error
        except StorageError:
            self._away_until_s = loop.time() + AWAY_S
            raise


def _of(account: Account, limits: Iterable[Limit]) -> list[Limit]:
    return [limit for limit in limits if limit.account == account]


def _key(account: Account) -> str:
    scope = account.scope
    return f"{PREFIX}{account.period}:{account.began_us}:{scope.kind}:{scope.name}"


def _numbers(reply: object) -> list[int]:
    if not isinstance(reply, list) or not all(isinstance(number, int) for number in reply):
        raise ValueError(type(reply).__name__)
    return reply
