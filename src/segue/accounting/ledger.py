"""Holds money before a call and settles it after: in this process, in the store, and between replicas.

| where | what is awaited before a call on a hard budget | who decides |
| --- | --- | --- |
| no shared cache | one step in the store, `deadline_s` at most | the store, for every process on it |
| the same, store late | a line in the local file | this process, by what it knows, where it is alone with the store |
| the same, others on it | nothing | nobody: LedgerIsAway |
| a shared cache | one step there, then one in the store (or the file) | the cache, for every replica |
| the same, cache away | nothing | nobody: LedgerIsAway |

Everything else (soft budgets, settling) is counted here at once and written behind the path.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Final, Protocol, Self

from segue.accounting.ledger_writer import Writer
from segue.accounting.pending_holds import PendingHolds
from segue.accounting.periods import earliest_us
from segue.domain.budgets import Account, Booked, Hold, Limit, Period, Reserve, Settle, Standing
from segue.domain.money import MOST_OF_A_CALL_USD, to_micro_usd
from segue.domain.scopes import Scope, ScopeKind
from segue.errors import StorageError, UnfitRecord
from segue.storage.money_books import Books
from segue.storage.money_contract import KeptMoneyBook, MoneyBook, Sought, Step, WholeBook

FILE_S: Final = 2.0
"""Longest wait for the local file: a disk so slow is rare, and to wait is better than not to be answered at all."""
MOST_READ: Final = 20_000
"""Most accounts of one period that are read at the start, those first that were used last: half a second. Others are
read when they are needed."""
MOST_KNOWN: Final = 100_000
"""Most accounts that are remembered: some 40 MB. Those that were not used for longest are let go."""
_MOST_OF_A_CALL_MICRO_USD: Final = to_micro_usd(MOST_OF_A_CALL_USD)

_log = logging.getLogger(__name__)


class LedgerIsAway(Exception):
    """Nobody can say whether the money is there."""

    def __init__(self, *, is_shared: bool = False) -> None:
        super().__init__()
        self.is_shared = is_shared
        """True: those who count for all replicas are away. False: what is held can be kept nowhere."""


class SharedBook(MoneyBook, Protocol):
    """A book that replicas share. Its calls have a deadline of their own."""

    @property
    def is_away(self) -> bool:
        """True while it is not even asked, because it failed a moment ago."""
        ...

    async def begin(self, know: Callable[[], Awaitable[WholeBook]]) -> None:
        """Tell it what `know` says whenever it has lost what it knew. `know` may raise StorageError."""
        ...

    async def end(self) -> None:
        """Tell it nothing more."""
        ...

    def let_go(self, accounts: Iterable[Account]) -> None:
        """No more is remembered here of accounts."""
        ...

    async def forget(self, accounts: Sequence[Account]) -> None:
        """Erase accounts. Raises StorageError."""
        ...


class Ledger:
    """Everything that one process holds and has spent. An async context manager, on stores that are open."""

    def __init__(
        self,
        store: KeptMoneyBook,
        file: PendingHolds,
        *,
        shared: SharedBook | None = None,
        deadline_s: float,
        most_read: int = MOST_READ,
        most_known: int = MOST_KNOWN,
    ) -> None:
        """`shared` is what replicas share; it keeps its own deadline. `deadline_s` is for the store."""
        self._books = Books()
        self._file = file
        self._store = store
        self._shared = shared
        self._deadline_s = deadline_s
        self._most_read, self._most_known = most_read, most_known
        self._writer = Writer(store, self._written)
        self._sharer = None if shared is None else Writer(shared, self._known)
        self._is_whole = True
        """True while every account is known here that the store has of periods that are not over."""
        self._in_file: set[str] = set()
        self._rewriting: asyncio.Task[None] | None = None
        self._has_doubted = False
        self._users = store.users()

    async def __aenter__(self) -> Self:
        """Read what was spent and held in periods that last; what a crash left in the file counts from now on."""
        self._users.look()
        try:
            left = await asyncio.to_thread(self._file.drain)
            if left:
                self._users.join()
                await self._store.book([Reserve(hold) for hold in left])
                await asyncio.to_thread(self._file.settle, frozenset(hold.id for hold in left))
            for sought in self._lasting():
                kept = await self._store.standings(sought)
                self._is_whole = self._is_whole and len(kept) < self._most_read
                self._books.know(kept.items())
        except BaseException:
            self._users.leave()
            raise
        await self._writer.__aenter__()
        if self._shared is not None and self._sharer is not None:
            await self._sharer.__aenter__()
            await self._shared.begin(self._all_known)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._sharer is not None:
            await self._sharer.__aexit__()
        if self._shared is not None:
            await self._shared.end()
        await self._writer.__aexit__()
        if self._rewriting is not None:
            await asyncio.wait([self._rewriting])
        self._users.leave()

    @property
    def given_up(self) -> int:
        """Steps that never reached the store, or the replicas."""
        return self._writer.given_up + (self._sharer.given_up if self._sharer is not None else 0)

    def standing(self, account: Account) -> Standing:
        """How an account stands, as far as it is known here."""
        return self._books.standing(account)

    async def reserve(self, hold: Hold, limits: Sequence[Limit]) -> Limit | None:
        """Hold money on all accounts; the limit that stands in the way, and nothing is held then.

        What is not hard is held and limited by what is known here, and is never refused for not knowing.
        Raises LedgerIsAway where nobody can say. A cancellation leaves nothing held.
        """
        if not hold.is_hard:
            return self._books.reserve(hold, limits)
        if self._shared is not None and self._shared.is_away:
            raise LedgerIsAway(is_shared=True)
        try:
            if self._shared is not None:
                self._users.join()
                return await self._reserve_shared(self._shared, hold, limits)
            return await self._reserve_stored(hold, limits)
        except BaseException:
            self._release(hold)
            raise

    def settle(self, hold: Hold, cost_micro_usd: int | None) -> None:
        """The call is over; 0: it cost nothing. Returns at once.

        Where nobody knows what a call of known price cost, what was held for it counts.
        """
        cost_micro_usd = self._believed(hold, cost_micro_usd)
        self._books.settle(hold, cost_micro_usd)
        if gone := self._books.shrink(self._most_known):
            self._is_whole = False
            self._let_go(gone)
        if cost_micro_usd == 0 and not hold.is_hard:
            return
        self._users.join()
        step = Settle(hold, cost_micro_usd)
        self._writer.put(step)
        if self._sharer is not None:
            self._sharer.put(step)

    def _believed(self, hold: Hold, cost_micro_usd: int | None) -> int | None:
        if cost_micro_usd is not None and 0 <= cost_micro_usd <= _MOST_OF_A_CALL_MICRO_USD:
            return cost_micro_usd
        if cost_micro_usd is None and not hold.micro_usd:
            return None
        if not self._has_doubted:
            self._has_doubted = True
            _log.warning("What a call is said to cost cannot be its price: the most that it may cost counts.")
        return min(hold.micro_usd, _MOST_OF_A_CALL_MICRO_USD) or None

    def known(self) -> list[tuple[Account, Standing]]:
        """Every account that is known here."""
        return self._books.known()

    def forget_past(self, *, now: datetime) -> None:
        """Let go of days and months that are over; the store keeps them."""
        earliest = {period: earliest_us(period, now=now) for period in Period}
        self._let_go(self._books.forget(lambda account: account.began_us < earliest[account.period]))

    async def forget_session(self, session: str, *, elsewhere: Iterable[Account] = ()) -> None:
        """Let go of what is counted for a session, here and between replicas. Raises StorageError.

        `elsewhere`: accounts of it that only other replicas may have counted.
        """
        scope = Scope(ScopeKind.SESSION, session)
        gone = tuple(dict.fromkeys((*self._books.forget(lambda account: account.scope == scope), *elsewhere)))
        if self._shared is not None and gone:
            await self._shared.forget(gone)

    async def flush(self) -> None:
        """Wait until everything is written, for reading one's own writes."""
        if self._sharer is not None:
            await self._sharer.flush()
        await self._writer.flush()

    def _let_go(self, gone: Sequence[Account]) -> None:
        if self._shared is not None:
            self._shared.let_go(gone)

    async def _learn(self, accounts: Sequence[Account]) -> bool:
        """Read what the store keeps of accounts that are not known here; False where it does not say so in time."""
        unknown = [] if self._is_whole else [account for account in accounts if not self._books.knows(account)]
        if not unknown:
            return True
        try:
            async with asyncio.timeout(self._deadline_s):
                kept = await self._store.standings(unknown)
        except (TimeoutError, StorageError):
            return False
        # Another call may have learnt it, and more, in the meantime.
        self._books.know([(a, kept.get(a, Standing())) for a in unknown if not self._books.knows(a)])
        return True

    def _release(self, hold: Hold) -> None:
        """It may be held somewhere, or not."""
        self._books.reserve(hold)
        self.settle(hold, 0)

    def _lasting(self) -> tuple[Sought, ...]:
        """The accounts of periods that are not over."""
        now = datetime.now(UTC)
        return tuple(Sought(period, earliest_us(period, now=now), self._most_read) for period in Period)

    async def _all_known(self) -> WholeBook:
        """What replicas have to be told: what the store knows, but not what they will still be told as settled.

        Accounts beyond the most that are read are told by whoever asks for money on them.
        """
        await self._writer.carry_out(Reserve(Hold("known", (), 0, is_hard=True)))  # by then all before it is written
        waiting = [] if self._sharer is None else [step for step in self._sharer.waiting if isinstance(step, Settle)]
        here = self._books.holds_now()
        whole = await self._store.whole_book(self._lasting())
        standings = dict(whole.standings)
        for step in waiting:
            for account in step.hold.accounts:
                known = standings.get(account, Standing())
                less = max(0, known.spent_micro_usd - (step.cost_micro_usd or 0))
                standings[account] = Standing(less, known.held_micro_usd, known.unpriced)
        holds = (*whole.holds, *here, *[step.hold for step in waiting])
        return WholeBook(standings, tuple({hold.id: hold for hold in holds if hold.is_hard and hold.accounts}.values()))

    async def _reserve_stored(self, hold: Hold, limits: Sequence[Limit]) -> Limit | None:
        if not self._users.join():  # another process goes by what it knows, while the store is late for it
            raise LedgerIsAway
        try:
            async with asyncio.timeout(self._deadline_s):
                booked = await self._writer.carry_out(Reserve(hold, tuple(limits)))
        except UnfitRecord as error:
            raise LedgerIsAway from error
        except (TimeoutError, StorageError):
            return await self._reserve_here(hold, limits)
        return booked.short

    async def _reserve_shared(self, shared: SharedBook, hold: Hold, limits: Sequence[Limit]) -> Limit | None:
        try:
            (booked,) = await shared.book([Reserve(hold, tuple(limits))])
        except StorageError as error:
            raise LedgerIsAway(is_shared=True) from error
        if booked.short is None:
            self._books.reserve(hold)
        self._books.know(booked.standings)
        if booked.short is None:
            await self._keep(hold)
        return booked.short

    async def _keep(self, hold: Hold) -> None:
        """Let a hold that was granted outlive this process, before the call is made."""
        try:
            async with asyncio.timeout(self._deadline_s):
                await self._writer.carry_out(Reserve(hold))
        except UnfitRecord as error:
            raise LedgerIsAway from error
        except (TimeoutError, StorageError):
            await self._keep_in_file(hold)

    async def _reserve_here(self, hold: Hold, limits: Sequence[Limit]) -> Limit | None:
        """The store is late: decide by what is known here, and keep the hold in the local file.

        Raises LedgerIsAway where another process may spend the same money, or what is kept cannot be read.
        """
        if not self._users.is_alone() or not await self._learn(hold.accounts):
            raise LedgerIsAway
        if (short := self._books.reserve(hold, limits)) is not None:
            self._writer.put(Settle(hold, 0))  # what was late may have been carried out
            return short
        await self._keep_in_file(hold)
        return None

    async def _keep_in_file(self, hold: Hold) -> None:
        self._books.reserve(hold)
        self._in_file.add(hold.id)
        try:
            async with asyncio.timeout(FILE_S):
                await asyncio.to_thread(self._file.append, hold)
        except (TimeoutError, StorageError) as error:
            raise LedgerIsAway from error
        self._writer.put(Reserve(hold))

    def _known(self, _: Sequence[Step], booked: Iterable[Booked]) -> None:
        for outcome in booked:
            self._books.know(outcome.standings)

    def _written(self, steps: Sequence[Step], booked: Sequence[Booked]) -> None:
        for step, outcome in zip(steps, booked, strict=True):
            if self._shared is not None:
                continue  # there it is known what all replicas spend
            if isinstance(step, Settle):
                self._books.settle(step.hold, step.cost_micro_usd)
            elif outcome.short is None:
                self._books.reserve(step.hold)
            self._books.know(outcome.standings)
        written = self._in_file.intersection([step.hold.id for step in steps])
        if written:
            self._in_file -= written
            self._rewriting = asyncio.create_task(self._empty_file(frozenset(written), self._rewriting))
        if not self._in_file:
            self._users.share()

    async def _empty_file(self, ids: frozenset[str], before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        with suppress(StorageError):  # it is read once more at the next start, which does no harm
            await asyncio.to_thread(self._file.settle, ids)
