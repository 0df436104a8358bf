"""Holds money before a call and settles it after: in this process, in the store, and between replicas.

| where | what is awaited before a call on a hard budget | who decides |
| --- | --- | --- |
| no shared cache | one step in the store, `deadline_s` at most | the store, for every process on it |
| the same, store late | a line in the local file | this process, by what it knows |
| a shared cache | one step there, then one in the store (or the file) | the cache, for every replica |
| the same, cache away | nothing | nobody: LedgerIsAway |

Everything else (soft budgets, settling) is counted here at once and written behind the path.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Final, Protocol, Self

from segue.accounting.pending_holds import PendingHolds
from segue.accounting.periods import earliest_us
from segue.domain.budgets import Account, Booked, Hold, Limit, Period, Reserve, Settle, Standing
from segue.domain.scopes import Scope, ScopeKind
from segue.errors import StorageError
from segue.storage.money_books import Books
from segue.storage.money_contract import MoneyBook, Sought, Step

GATHER_S: Final = 0.2
"""How long settled calls are gathered for one write."""
AGAIN_S: Final = 0.5
"""Pause before a store that failed is tried again."""
MOST_AT_ONCE: Final = 500
"""Most steps in one write: a transaction of some 50 ms, far from the deadline of the store."""
MOST_WAITING: Final = 20_000
"""Most steps that wait for a store that is away. Beyond them the oldest are given up: what they held stays held, and
counts as spent."""
FILE_S: Final = 2.0
"""Longest wait for the local file: a disk so slow is rare, and to wait is better than not to be answered at all."""
MOST_READ: Final = 20_000
"""Most accounts of one period that are read at the start, those first that were used last: half a second. Others are
read when they are needed."""
MOST_KNOWN: Final = 100_000
"""Most accounts that are remembered: some 40 MB. Those that were not used for longest are let go."""
END_S: Final = 5.0
"""Longest wait for the store at the end."""

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

    def believe(self, standings: Mapping[Account, Standing]) -> None:
        """What was kept of accounts elsewhere: never less was spent."""
        ...

    def let_go(self, accounts: Iterable[Account]) -> None:
        """No more is remembered here of accounts."""
        ...

    async def forget(self, accounts: Sequence[Account]) -> None:
        """Erase accounts. Raises StorageError."""
        ...


class Writer:
    """Carries steps to one book behind the path, in order, several at once. An async context manager."""

    def __init__(self, book: MoneyBook, told: Callable[[Sequence[Step], Sequence[Booked]], None]) -> None:
        """`told` is given steps that were carried out, and what became of them."""
        self._book = book
        self._told = told
        self._waiting: deque[tuple[Step, asyncio.Future[Booked] | None]] = deque()
        self._something = asyncio.Event()
        self._urgent = asyncio.Event()
        self._settled = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._is_failing = False
        self.given_up = 0
        """Steps that never reached the book."""

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._go_on(), name="segue-ledger")
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._task is not None
        with suppress(TimeoutError):
            async with asyncio.timeout(END_S):
                await self.flush()
        self._task.cancel()
        await asyncio.wait([self._task])

    def put(self, step: Step) -> None:
        """Have a step carried out; returns at once."""
        if len(self._waiting) >= MOST_WAITING:
            self._waiting.popleft()
            self.given_up += 1
        self._waiting.append((step, None))
        self._something.set()

    async def carry_out(self, step: Step) -> Booked:
        """What became of a step, as soon as may be. Raises StorageError."""
        done: asyncio.Future[Booked] = asyncio.get_running_loop().create_future()
        self._waiting.append((step, done))
        self._something.set()
        self._urgent.set()
        return await done

    async def flush(self) -> None:
        """Wait until nothing waits."""
        while self._waiting:
            self._settled.clear()
            self._urgent.set()
            self._something.set()
            await self._settled.wait()

    async def _go_on(self) -> None:
        while True:
            await self._something.wait()
            with suppress(TimeoutError):
                async with asyncio.timeout(GATHER_S):
                    await self._urgent.wait()
            self._something.clear()
            self._urgent.clear()
            batch = tuple(itertools.islice(self._waiting, MOST_AT_ONCE))
            if batch and not await self._write(batch):
                await asyncio.sleep(AGAIN_S)
                self._something.set()
            if self._waiting:
                self._something.set()
            else:
                self._settled.set()

    async def _write(self, batch: Sequence[tuple[Step, asyncio.Future[Booked] | None]]) -> bool:
        # Whoever has given up waiting for a step decided without it.
        batch = [(step, done) for step, done in batch if done is None or not done.cancelled()]
        steps = [step for step, _ in batch]
        try:
            booked = await self._book.book(steps)
        except StorageError as error:
            self._failed(error, batch)
            return False
        self._take_out(len(self._waiting), {id(step) for step in steps})
        self._told(steps, booked)
        for (_, done), outcome in zip(batch, booked, strict=True):
            if done is not None and not done.done():
                done.set_result(outcome)
        if self._is_failing:
            self._is_failing = False
            _log.info("What is held and spent is written again.")
        return True

    def _failed(self, error: StorageError, batch: Sequence[tuple[Step, asyncio.Future[Booked] | None]]) -> None:
        if not self._is_failing:
            self._is_failing = True
            _log.warning("What is held and spent could not be written, and is tried again: %s", error)
        awaited = {id(step) for step, done in batch if done is not None}
        self._take_out(len(self._waiting), awaited)
        for _, done in batch:
            if done is not None and not done.done():
                done.set_exception(error)

    def _take_out(self, most: int, done: set[int]) -> None:
        """Take steps out of those that wait, and those that nobody waits for any more."""
        for _ in range(most):
            step, future = self._waiting.popleft()
            if id(step) not in done and not (future is not None and future.cancelled()):
                self._waiting.append((step, future))


class Ledger:
    """Everything that one process holds and has spent. An async context manager, on stores that are open."""

    def __init__(
        self,
        store: MoneyBook,
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

    async def __aenter__(self) -> Self:
        """Read what was spent and held in periods that last; what a crash left in the file counts from now on."""
        left = await asyncio.to_thread(self._file.drain)
        if left:
            await self._store.book([Reserve(hold) for hold in left])
            await asyncio.to_thread(self._file.settle, frozenset(hold.id for hold in left))
        for period in Period:
            since_us = earliest_us(period, now=datetime.now(UTC))
            kept = await self._store.standings(Sought(period, since_us, self._most_read))
            self._is_whole = self._is_whole and len(kept) < self._most_read
            self._believe(kept)
        await self._writer.__aenter__()
        if self._sharer is not None:
            await self._sharer.__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._sharer is not None:
            await self._sharer.__aexit__()
        await self._writer.__aexit__()
        if self._rewriting is not None:
            await asyncio.wait([self._rewriting])

    @property
    def given_up(self) -> int:
        """Steps that never reached the store, or the replicas."""
        return self._writer.given_up + (self._sharer.given_up if self._sharer is not None else 0)

    def standing(self, account: Account) -> Standing:
        """How an account stands, as far as it is known here."""
        return self._books.standing(account)

    async def reserve(self, hold: Hold, limits: Sequence[Limit]) -> Limit | None:
        """Hold money on all accounts; the limit that stands in the way, and nothing is held then.

        Raises LedgerIsAway where nobody can say. A cancellation leaves nothing held.
        """
        if not hold.is_hard:
            return self._books.reserve(hold)
        if self._shared is not None and self._shared.is_away:
            raise LedgerIsAway(is_shared=True)
        try:
            if self._shared is not None:
                return await self._reserve_shared(self._shared, hold, limits)
            return await self._reserve_stored(hold, limits)
        except BaseException:
            self._release(hold)
            raise

    def settle(self, hold: Hold, cost_micro_usd: int | None) -> None:
        """The call is over; 0: it cost nothing. Returns at once."""
        self._books.settle(hold, cost_micro_usd)
        if gone := self._books.shrink(self._most_known):
            self._is_whole = False
            self._let_go(gone)
        if cost_micro_usd == 0 and not hold.is_hard:
            return
        step = Settle(hold, cost_micro_usd)
        self._writer.put(step)
        if self._sharer is not None:
            self._sharer.put(step)

    def known(self) -> list[tuple[Account, Standing]]:
        """Every account that is known here."""
        return self._books.known()

    def forget_past(self, *, now: datetime) -> None:
        """Let go of days and months that are over; the store keeps them."""
        earliest = {period: earliest_us(period, now=now) for period in Period}
        self._let_go(self._books.forget(lambda account: account.began_us < earliest[account.period]))

    async def forget_session(self, session: str) -> None:
        """Let go of what is counted for a session, here and between replicas. Raises StorageError."""
        scope = Scope(ScopeKind.SESSION, session)
        gone = self._books.forget(lambda account: account.scope == scope)
        if self._shared is not None and gone:
            await self._shared.forget(gone)

    async def flush(self) -> None:
        """Wait until everything is written, for reading one's own writes."""
        if self._sharer is not None:
            await self._sharer.flush()
        await self._writer.flush()

    def _believe(self, kept: Mapping[Account, Standing]) -> None:
        self._books.know(kept.items())
        if self._shared is not None:
            self._shared.believe(kept)

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
        self._believe({a: kept.get(a, Standing()) for a in unknown if not self._books.knows(a)})
        return True

    def _release(self, hold: Hold) -> None:
        """It may be held somewhere, or not."""
        self._books.reserve(hold)
        self.settle(hold, 0)

    async def _reserve_stored(self, hold: Hold, limits: Sequence[Limit]) -> Limit | None:
        try:
            async with asyncio.timeout(self._deadline_s):
                booked = await self._writer.carry_out(Reserve(hold, tuple(limits)))
        except (TimeoutError, StorageError):
            return await self._reserve_here(hold, limits)
        return booked.short

    async def _reserve_shared(self, shared: SharedBook, hold: Hold, limits: Sequence[Limit]) -> Limit | None:
        await self._learn(hold.accounts)  # for a server that lost its data; else it knows more than the store
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
        except (TimeoutError, StorageError):
            await self._keep_in_file(hold)

    async def _reserve_here(self, hold: Hold, limits: Sequence[Limit]) -> Limit | None:
        """The store is late: decide by what is known here, and keep the hold in the local file."""
        if not await self._learn(hold.accounts):
            raise LedgerIsAway
        if (short := self._books.reserve(hold, limits)) is not None:
            self._writer.put(Settle(hold, 0))  # what was late may have been carried out
            return short
        await self._keep_in_file(hold)
        return None

    async def _keep_in_file(self, hold: Hold) -> None:
        self._books.reserve(hold)
        try:
            async with asyncio.timeout(FILE_S):
                await asyncio.to_thread(self._file.append, hold)
        except (TimeoutError, StorageError) as error:
            raise LedgerIsAway from error
        self._in_file.add(hold.id)
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

    async def _empty_file(self, ids: frozenset[str], before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        with suppress(StorageError):  # it is read once more at the next start, which does no harm
            await asyncio.to_thread(self._file.settle, ids)
