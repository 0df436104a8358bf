"""Limits that replicas count together and that cost nobody anything: while Redis is away, each keeps to its own share.

    here ── Redis is late or refuses once: one warning ──▶ away
    away ── one task asks it again ──▶ here

While it is away this process goes on by what it has taken itself within the last minute, and lets through what falls to
it: the limit divided by the number of processes that counted together last, rounded down, but one at least. What it
takes meanwhile is not told to Redis afterwards, but for what is under way then.

What this process let through itself it knows also where Redis has lost it, as one that was emptied or started again
has: more than a limit allows passes here in no case. What other processes let through before that is lost.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from typing import Final, TypeVar

from typing_extensions import override

from segue.domain.limits import Limit, Standing, Taken
from segue.errors import StorageError, UnfitRecord
from segue.storage.memory_meter import MemoryMeter
from segue.storage.meter import LEASE_S, Meter
from segue.storage.redis_meter import ENDED_AT_ONCE, End, RedisMeter

T = TypeVar("T")

RENEW_S: Final = LEASE_S / 3
"""Pause between two renewals: one may be missed."""
PING_S: Final = 1.0
"""Pause between two looks at a server that is away."""
MOST_UNTOLD: Final = 10_000
"""Ends that wait to be told; those that are let go when there are more end by themselves, with their lease."""

_log = logging.getLogger(__name__)


class GuardedMeter(Meter):
    """Counts in Redis while it answers in time, and in this process in any case. Its calls raise nothing."""

    is_shared = True

    def __init__(
        self, shared: RedisMeter, *, deadline_s: float, ping_s: float = PING_S, renew_s: float = RENEW_S
    ) -> None:
        self._shared = shared
        self._deadline_s = deadline_s
        self._ping_s, self._renew_s = ping_s, renew_s
        self._own = MemoryMeter()
        self._under_way: dict[str, Sequence[Limit]] = {}
        """What was taken here and not given back."""
        self._ends: deque[End] = deque(maxlen=MOST_UNTOLD)
        """What was given back here and is not told yet."""
        self._sent: dict[str, End] = {}
        """What is being told, by its id."""
        self._renewing = asyncio.Lock()
        """What ends while leases are renewed is told afterwards, so that none of it is renewed when it is over."""
        self._is_news = asyncio.Event()
        self._is_away = False
        self._is_used = False
        self._is_spoilt = False
        """True once it was told that something else stands under a name of ours."""
        self._processes = 1
        """How many counted together when Redis was heard last."""
        self._stack = AsyncExitStack()

    @property
    @override
    def is_away(self) -> bool:
        return self._is_away

    @override
    async def __aenter__(self) -> GuardedMeter:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(self._shared)
            task = asyncio.create_task(self._go_on(), name="segue-limits")
            stack.push_async_callback(_end, task)
            self._stack = stack.pop_all()
        return self

    @override
    async def __aexit__(self, *_: object) -> None:
        if self._ends and not self._is_away:
            await self._ask(self._tell_ends())  # so that nobody waits for the leases of a process that is gone
        await self._stack.aclose()

    @override
    async def take(self, limits: Sequence[Limit], *, id: str, tokens: int, forced: bool = False) -> Taken:
        taken, was_asked, since_s = None, not self._is_away, self._own.now_s
        try:
            if was_asked:
                taken = await self._ask(self._taken_there(limits, id=id, tokens=tokens, forced=forced))
            if taken is None:
                taken = self._own.taken(self._share(limits), id=id, tokens=tokens, forced=forced)
                if taken.reached is not None and was_asked:
                    self._later(End(id, limits, None))
            elif taken.reached is None:
                # By the time before Redis was asked: none stays in the way here for longer than there.
                here = self._own.taken(limits, id=id, tokens=tokens, forced=forced, since_s=since_s)
                if here.reached is not None:
                    self._later(End(id, limits, None))
                    taken = here
        except asyncio.CancelledError:
            self._later(End(id, limits, None))  # Redis may have carried it out all the same
            raise
        if taken.reached is None:
            self._under_way[id] = limits
        return taken

    async def _taken_there(self, limits: Sequence[Limit], *, id: str, tokens: int, forced: bool) -> Taken:  # noqa: A002
        """Take it in Redis, which hears in the same call of what ended here before."""
        if not self._is_used:
            await self._begin()
        others = tuple(self._sent.values())
        async with self._telling_some() as some:
            taken = await self._shared.take(limits, id=id, tokens=tokens, forced=forced, after=some)
        if taken.reached is None or not (others or self._ends):
            return taken
        # Others were telling what ended, and may have come later than this: it is told again, which is harmless.
        async with self._telling_some() as some:
            after = (*some, *others)[:ENDED_AT_ONCE]
            return await self._shared.take(limits, id=id, tokens=tokens, forced=forced, after=after)

    @override
    def give_back(self, limits: Sequence[Limit], *, id: str, tokens: int | None) -> None:
        """Redis is told behind the path, and before anything else is taken here."""
        self._under_way.pop(id, None)
        self._own.give_back(limits, id=id, tokens=tokens)
        self._later(End(id, limits, tokens))

    @override
    async def standings(self, limits: Sequence[Limit]) -> tuple[Standing, ...]:
        told = None if self._is_away else await self._ask(self._shared.standings(limits))
        return await self._own.standings(self._share(limits)) if told is None else told

    @override
    def standings_here(self, limits: Sequence[Limit]) -> tuple[Standing, ...]:
        return self._own.standings_here(limits)

    def _later(self, end: End) -> None:
        self._ends.append(end)
        self._is_news.set()

    def _share(self, limits: Sequence[Limit]) -> Sequence[Limit]:
        """What falls to this process of limits that several keep together."""
        among = self._processes
        if among <= 1:
            return limits
        return [
            replace(
                limit,
                requests=_part(limit.requests, among),
                tokens=_part(limit.tokens, among),
                concurrent=_part(limit.concurrent, among),
            )
            for limit in limits
        ]

    async def _ask(self, call: Awaitable[T]) -> T | None:
        """What Redis says; None, and one warning, where it does not within its time."""
        try:
            async with asyncio.timeout(self._deadline_s):
                return await call
        except TimeoutError:
            self._lose(f"it did not answer within {self._deadline_s:g} s (`cache.deadline_s`)")
        except UnfitRecord as error:  # something else stands under one name: that is counted here, and the rest there
            self._tell_spoilt(error)
        except StorageError as error:
            self._lose(str(error))
        return None

    def _tell_spoilt(self, error: UnfitRecord) -> None:
        if not self._is_spoilt:
            self._is_spoilt = True
            _log.warning("Some limits cannot be counted together, and each process goes on alone with them: %s", error)

    def _lose(self, why: str) -> None:
        if not self._is_away:
            self._is_away = True
            self._is_news.set()
            share = f"1 of {self._processes} parts" if self._processes > 1 else "all"
            _log.warning("Limits are not counted together now; this process lets through %s of each: %s", share, why)

    async def _begin(self) -> None:
        """Something is limited: from now on this process is one of those that count."""
        self._is_used = True
        self._is_news.set()
        self._processes = await self._shared.renew({})

    @asynccontextmanager
    async def _telling_some(self) -> AsyncIterator[Sequence[End]]:
        """Some of what ended, to be told within: where that fails, or is given up, it waits for the next time."""
        if self._ends:
            async with self._renewing:
                pass
        some = [self._ends.popleft() for _ in range(min(len(self._ends), ENDED_AT_ONCE))]
        self._sent |= {end.id: end for end in some}
        try:
            yield some
        except BaseException:
            self._ends.extend(some)
            raise
        finally:
            for end in some:
                self._sent.pop(end.id, None)

    async def _tell_ends(self) -> None:
        """Tell what has ended; whoever waits for it bounds the wait."""
        while self._ends:
            async with self._telling_some() as some:
                await self._shared.give_back(some)

    async def _go_on(self) -> None:
        """Tell what is to be told, renew what is under way, and look after a server that is away; nobody else does."""
        loop = asyncio.get_running_loop()
        renewed_s = loop.time()
        while True:
            try:
                async with asyncio.timeout(self._ping_s if self._is_away else self._renew_s):
                    await self._is_news.wait()
            except TimeoutError:
                pass
            self._is_news.clear()
            if not self._is_used:
                continue
            if self._is_away:
                await asyncio.sleep(self._ping_s)
                await self._look()
                renewed_s = loop.time()
            elif loop.time() - renewed_s >= self._renew_s:
                await self._renew()
                renewed_s = loop.time()
            if self._ends and not self._is_away:
                await self._ask(self._tell_ends())

    async def _look(self) -> None:
        """See whether the server is back; what is under way here counts there again at once."""
        try:
            async with self._renewing, asyncio.timeout(self._deadline_s):
                self._processes = await self._shared.renew(self._under_way)
        except (TimeoutError, StorageError):
            return  # it was told when it went
        self._is_away = False
        _log.info("Limits are counted together again.")

    async def _renew(self) -> None:
        async with self._renewing:  # what is ended meanwhile must not be told before it is renewed
            processes = await self._ask(self._shared.renew(self._under_way))
        if processes is not None:
            self._processes = processes


def _part(most: int | None, among: int) -> int | None:
    return None if most is None else max(1, most // among)


async def _end(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait([task])
    if not task.cancelled():
        task.result()  # a fault of ours ended it: let it be seen
