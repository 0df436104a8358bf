"""Money that replicas count together, in Redis: each step is one script over all its accounts.

An account is a hash: `spent`, `held`, `unpriced`, and `h:ID` for what each call holds. A server that lost its data is
told by every replica what it forgot, before anything is granted there.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from typing import Final, TypeVar

from typing_extensions import override

from segue.domain.budgets import Account, Booked, Hold, Limit, Period, Reserve, Settle, Standing
from segue.errors import StorageError
from segue.storage.money_contract import MoneyBook, Sought, Step, WholeBook
from segue.storage.redis_link import RedisLink
from segue.storage.redis_money_scripts import BEGIN, FILLING, NOT_YET, PREFIX, RESERVE, RUN, SETTLE, TELL, UNKNOWN

SETTLED_S: Final = 3600
"""How long it is known that a call is settled. A step that is tried for longer, because the server was away, counts
again where it was carried out before."""
KEEP_S: Final = {Period.DAY: 3 * 86_400, Period.MONTH: 35 * 86_400, Period.TOTAL: 400 * 86_400}
"""How long an account is kept after it was touched last; the store keeps it longer."""
AWAY_S: Final = 1.0
"""Pause before a server that failed is asked again."""
READ_AT_ONCE: Final = 200
"""Accounts that are read by one command: well below a millisecond of the server's time."""
LOOK_S: Final = 0.5
"""How often a replica looks whether the server has lost its data, also while nothing is asked."""
FILLING_S: Final = 3.0
"""How long nothing is granted by a server that lost its data: until every replica had its turn to look, also one for
which the server was away."""
LEARN_S: Final = 2.0
"""Longest wait for what a store knows."""
_NONE: Final = -1
_SETTLED: Final = f"{PREFIX}settled:"
R = TypeVar("R")

_log = logging.getLogger(__name__)


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
        """What the server told to be spent of each account that was booked on here."""
        self._kept: dict[Account, int] = {}
        """What a store knew to be spent when the server was told last."""
        self._run = ""
        """The run of the server to which all was told that is known here."""
        self._know: Callable[[], Awaitable[WholeBook]] = _nothing
        self._telling = asyncio.Lock()
        """One at a time tells what is known: a run counts as told only when all of it was."""
        self._looking: asyncio.Task[None] | None = None

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

    async def begin(self, know: Callable[[], Awaitable[WholeBook]]) -> None:
        """From now on tell what a store knows, to a server that does not know it. `know` may raise StorageError."""
        self._know, self._run = know, ""
        self._looking = asyncio.create_task(self._look(), name="segue-money-looks")

    async def end(self) -> None:
        """Tell nothing more."""
        if self._looking is not None:
            self._looking.cancel()
            await asyncio.wait([self._looking])

    async def ping(self) -> None:
        """Raises StorageError where the server does not answer in time."""
        await self._ask(lambda _: [], "PING")

    def let_go(self, accounts: Iterable[Account]) -> None:
        """No more is remembered here of accounts; the server has them."""
        for account in accounts:
            self._spent.pop(account, None)
            self._kept.pop(account, None)

    async def forget(self, accounts: Sequence[Account]) -> None:
        """Erase accounts. Raises StorageError."""
        self.let_go(accounts)
        await self._ask(_anything, "DEL", *map(_key, accounts))

    @override
    async def book(self, steps: Sequence[Step]) -> tuple[Booked, ...]:
        return tuple([await self._booked(step) for step in steps])

    @override
    async def standings(self, wanted: Sought | Collection[Account] | None = None) -> Mapping[Account, Standing]:
        # On a connection of its own, and however long it takes: nobody who pays waits for it, or for its failure.
        known = (*self._known(),) if wanted is None or isinstance(wanted, Sought) else tuple(wanted)
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
        told = await self._step(step)
        if told == [UNKNOWN]:
            await self._tell_all()
            told = await self._step(step)
        if told in ([UNKNOWN], [NOT_YET]):
            said = f"The cache {self._link.where} lost what it knew of money, and is still being told."
            raise StorageError(said, hint=f"That takes up to {FILLING_S:g} s.")
        *figures, short = told
        standings = tuple(
            (account, Standing(*figures[place * 3 : place * 3 + 3])) for place, account in enumerate(hold.accounts)
        )
        for account, standing in standings:
            self._spent[account] = standing.spent_micro_usd
        if not short or not isinstance(step, Reserve):
            return Booked(None, standings)
        account = hold.accounts[short - 1]
        return Booked(min(_of(account, step.limits), key=lambda limit: limit.limit_micro_usd), standings)

    async def _step(self, step: Step) -> list[int]:
        hold = step.hold
        keys = [*map(_key, hold.accounts), f"{_SETTLED}{hold.id}", RUN]
        if isinstance(step, Settle):
            cost = _NONE if step.cost_micro_usd is None else step.cost_micro_usd
            said: list[str | int] = [
                self._run,
                hold.id,
                cost,
                SETTLED_S,
                int(hold.is_hard),
                *self._arguments(hold.accounts, ()),
            ]
            return await self._ask(_numbers, "EVAL", SETTLE, len(keys), *keys, *said)
        keys.append(FILLING)
        said = [self._run, hold.id, hold.micro_usd, *self._arguments(hold.accounts, step.limits)]
        return await self._ask(_numbers, "EVAL", RESERVE, len(keys), *keys, *said)

    def _arguments(self, accounts: Iterable[Account], limits: Sequence[Limit]) -> list[int]:
        told: list[int] = []
        for account in accounts:
            limit = min((limit.limit_micro_usd for limit in _of(account, limits)), default=_NONE)
            told += (self._spent_of(account), limit, KEEP_S[account.period])
        return told

    async def _look(self) -> None:
        while True:
            try:
                if await self._ask(_text, "GET", RUN) != self._run or not self._run:
                    await self._tell_all()
            except StorageError as error:  # whoever asks it for something says that it is away
                _log.debug("The cache cannot be looked at: %s", error)
            await asyncio.sleep(LOOK_S)

    async def _tell_all(self) -> None:
        """Tell a server that has begun anew what is known here. Raises StorageError."""
        before = self._run
        async with self._telling:
            if self._run != before:  # somebody else did it meanwhile
                return
            if self.is_away:
                raise self._away()
            try:
                async with asyncio.timeout(LEARN_S):
                    whole = await self._know()
            except StorageError:
                self._away_until_s = asyncio.get_running_loop().time() + AWAY_S
                raise
            except TimeoutError as error:
                self._away_until_s = asyncio.get_running_loop().time() + AWAY_S
                raise StorageError(
                    f"What was spent is not known within {LEARN_S:g} s.", hint="See the store."
                ) from error
            # In place of what it knew the last time: else each loss would add sessions that are long over.
            self._kept = {account: standing.spent_micro_usd for account, standing in whole.standings.items()}
            has_lost = bool(before or whole.holds) or any(map(self._spent_of, self._known()))
            filling_ms = round(FILLING_S * 1000) if has_lost else 0
            run = await self._ask(_text, "EVAL", BEGIN, 2, RUN, FILLING, secrets.token_hex(8), filling_ms)
            await self._tell(whole.holds)
            self._run = run

    def _known(self) -> Collection[Account]:
        return self._spent.keys() | self._kept.keys()

    def _spent_of(self, account: Account) -> int:
        return max(self._spent.get(account, 0), self._kept.get(account, 0))

    async def _tell(self, holds: Iterable[Hold]) -> None:
        held: dict[Account, list[str | int]] = {}
        for hold in holds:
            for account in hold.accounts:
                held.setdefault(account, []).extend((hold.id, hold.micro_usd))
        now_s = time.time()
        for account in {*held, *self._known()}:
            keep_s = KEEP_S[account.period]
            if account.period is not Period.TOTAL and account.began_us / 1_000_000 + 2 * keep_s < now_s:
                continue
            said = (self._spent_of(account), keep_s, _SETTLED, *held.get(account, ()))
            await self._ask(_anything, "EVAL", TELL, 1, _key(account), *said)

    def _away(self) -> StorageError:
        return StorageError(f"The cache {self._link.where} is away.", hint="The log tells why.")

    async def _ask(self, read: Callable[[object], R], *command: str | bytes | float) -> R:
        loop = asyncio.get_running_loop()
        if loop.time() < self._away_until_s:
            raise self._away()
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


def _text(reply: object) -> str:
    if reply is None:
        return ""
    if not isinstance(reply, bytes):
        raise ValueError(type(reply).__name__)  # noqa: TRY004 - the link's way to say that this is no such reply
    return reply.decode()


def _anything(_: object) -> None:
    return None


async def _nothing() -> WholeBook:
    return WholeBook({}, ())
