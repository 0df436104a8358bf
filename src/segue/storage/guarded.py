"""A shared cache that costs nobody anything: every call has a deadline, and this process's own memory beside it.

    here ── the shared cache is late or refuses once: one warning ──▶ away
    away ── one task pings it, and gives it what it missed: one line ──▶ here

While it is away no call waits for it and none tries it. One late answer is enough, so that a request with several calls
waits for it once at most.
"""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, suppress
from functools import partial
from typing import TypeVar

from typing_extensions import override

from segue.errors import StorageError, UnfitRecord
from segue.storage.contract import Cache
from segue.storage.memory import MemoryCache

T = TypeVar("T")

PING_S = 1.0
"""Pause between two looks at a cache that is away."""
LEARNT_S = 60.0
"""How long a value that was read counts here while the shared cache is away; when it ends there is not told."""

_log = logging.getLogger(__name__)


class _AwayError(Exception):
    """The shared cache has no answer: go on with what is known here."""


class GuardedCache(Cache):
    """The shared cache while it answers in time, and what this process knows while it does not.

    An UnfitRecord is the caller's fault and is raised; nothing else is. What this process puts in or reads is known
    here too. Deadlines known here are given to the shared cache when it is back, where the later one stays; values and
    counters of the time between are not.
    """

    is_shared = True

    def __init__(
        self, shared: Cache, *, deadline_s: float, where: str = "that replicas share", ping_s: float = PING_S
    ) -> None:
        """`where` names the shared cache in the log, without a password."""
        self._shared = shared
        self._deadline_s = deadline_s
        self._where = where
        self._ping_s = ping_s
        self._local = MemoryCache()
        self._lifted: dict[tuple[str, str], float] = {}
        """Deadlines that were lifted while the shared cache was away, as they were known here."""
        self._now_s = -math.inf
        """The moment that a caller has named last: what has passed by then is not handed over."""
        self._gone = asyncio.Event()
        self._gone_since_s = 0.0
        self._stack = AsyncExitStack()
        self.failures = 0
        """Calls that the shared cache did not answer in time, or failed."""

    @property
    def is_away(self) -> bool:
        """True while this process goes on with what it knows."""
        return self._gone.is_set()

    @override
    async def __aenter__(self) -> GuardedCache:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(self._local)
            await stack.enter_async_context(self._shared)
            with suppress(_AwayError):
                await self._ask(self._shared.ping)  # so that no request has to find out
            task = asyncio.create_task(self._bring_back(), name="segue-cache")
            stack.push_async_callback(_end, task)
            self._stack = stack.pop_all()
        return self

    @override
    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    @override
    async def ping(self) -> None:
        """Raise StorageError while the shared cache is away; it is not asked."""
        if self.is_away:
            raise StorageError(f"The cache {self._where} is away.", hint="The log tells why.")

    @override
    async def get(self, key: str) -> bytes | None:
        known = await self._local.get(key)
        try:
            value = await self._ask(lambda: self._shared.get(key))
        except _AwayError:
            return known
        if value is None:
            await self._local.remove(key)
        elif value != known:
            await self._local.put(key, value, ttl_s=LEARNT_S)
        return value

    @override
    async def put(self, key: str, value: bytes, *, ttl_s: float) -> None:
        with suppress(_AwayError):
            await self._ask(lambda: self._shared.put(key, value, ttl_s=ttl_s))
        await self._local.put(key, value, ttl_s=ttl_s)

    @override
    async def claim(self, key: str, owner: bytes, *, ttl_s: float) -> bool:
        try:
            is_ours = await self._ask(lambda: self._shared.claim(key, owner, ttl_s=ttl_s))
        except _AwayError:
            return await self._local.claim(key, owner, ttl_s=ttl_s)
        if is_ours:
            await self._local.put(key, owner, ttl_s=ttl_s)
        return is_ours

    @override
    async def remove(self, key: str) -> None:
        await self._local.remove(key)
        with suppress(_AwayError):
            await self._ask(lambda: self._shared.remove(key))

    @override
    async def add(self, key: str, amount: int, *, ttl_s: float) -> int:
        own = await self._local.add(key, amount, ttl_s=ttl_s)
        try:
            return await self._ask(lambda: self._shared.add(key, amount, ttl_s=ttl_s))
        except _AwayError:
            return own

    @override
    async def extend(self, group: str, name: str, *, until_s: float, now_s: float) -> float:
        self._now_s = now_s
        self._lifted.pop((group, name), None)
        held = await self._local.extend(group, name, until_s=until_s, now_s=now_s)
        with suppress(_AwayError):
            held = await self._ask(lambda: self._shared.extend(group, name, until_s=until_s, now_s=now_s))
        # Once more: meanwhile `deadlines` may have been told of a group that does not have it yet.
        return await self._local.extend(group, name, until_s=held, now_s=now_s)

    @override
    async def deadlines(self, group: str, *, now_s: float) -> Mapping[str, float]:
        self._now_s = now_s
        known = await self._local.deadlines(group, now_s=now_s)
        try:
            told = await self._ask(lambda: self._shared.deadlines(group, now_s=now_s))
        except _AwayError:
            return await self._local.deadlines(group, now_s=now_s)
        if told != known:
            await self._learn(group, told, known, now_s=now_s)
        # What this process could not share holds for it all the same.
        return await self._local.deadlines(group, now_s=now_s) if self.is_away else told

    async def _learn(self, group: str, told: Mapping[str, float], known: Mapping[str, float], *, now_s: float) -> None:
        """Know what the shared cache told, and no longer what it did not, unless that is newer than the question."""
        now_known = await self._local.deadlines(group, now_s=now_s)
        for name, until_s in known.items():
            if told.get(name) != until_s and now_known.get(name) == until_s and not self.is_away:
                await self._local.lift(group, name)
        for name, until_s in told.items():
            await self._local.extend(group, name, until_s=until_s, now_s=now_s)

    @override
    async def lift(self, group: str, name: str) -> None:
        known = await self._local.deadlines(group, now_s=-math.inf)
        await self._local.lift(group, name)
        try:
            await self._ask(lambda: self._shared.lift(group, name))
        except _AwayError:
            if name in known:
                self._lifted[group, name] = known[name]

    async def _ask(self, call: Callable[[], Awaitable[T]]) -> T:
        """What the shared cache says. Raises _AwayError when it is away, or does not say it in time."""
        if self._gone.is_set():
            raise _AwayError
        try:
            return await self._in_time(call)
        except UnfitRecord:
            raise
        except StorageError as error:
            self._lose(error)
            raise _AwayError from error

    async def _in_time(self, call: Callable[[], Awaitable[T]]) -> T:
        try:
            async with asyncio.timeout(self._deadline_s):
                return await call()
        except TimeoutError as error:
            raise StorageError(
                f"The cache {self._where} did not answer within {self._deadline_s:g} s.",
                hint="`cache.deadline_s` is how long it may take.",
            ) from error

    def _lose(self, error: StorageError) -> None:
        self.failures += 1
        if not self._gone.is_set():
            self._gone.set()
            self._gone_since_s = asyncio.get_running_loop().time()
            _log.warning("The shared cache is away, and this process goes on with what it knows: %s", error)

    async def _bring_back(self) -> None:
        """Look after a cache that is away, as long as the guard is open; nobody else does."""
        loop = asyncio.get_running_loop()
        while True:
            await self._gone.wait()
            await asyncio.sleep(self._ping_s)
            try:
                await self._in_time(self._shared.ping)
                await self._hand_over()
            except StorageError:
                continue  # it was told when it went
            self._gone.clear()
            _log.info("The cache %s is back after %.1f s.", self._where, loop.time() - self._gone_since_s)

    async def _hand_over(self) -> None:
        """Give the shared cache what it missed. When this returns there is nothing more to give."""
        given: dict[tuple[str, str], float] = {}
        while True:
            await self._lift_again()
            missing = (await self._known()).items() - given.items()
            if not missing:
                return
            for (group, name), until_s in missing:
                given[group, name] = await self._give(group, name, until_s)

    async def _lift_again(self) -> None:
        while self._lifted:
            (group, name), until_s = next(iter(self._lifted.items()))
            with suppress(UnfitRecord):  # no shared cache has such a name, or something else stands there
                told = await self._in_time(partial(self._shared.deadlines, group, now_s=-math.inf))
                # Somebody may have moved it since: lifted was the deadline that was known here.
                if told.get(name, math.inf) <= until_s:
                    await self._in_time(partial(self._shared.lift, group, name))
            if self._lifted.get((group, name)) == until_s:
                del self._lifted[group, name]

    async def _give(self, group: str, name: str, until_s: float) -> float:
        """The deadline that holds from now on, here and there."""
        now_s = self._now_s
        try:
            held = await self._in_time(partial(self._shared.extend, group, name, until_s=until_s, now_s=now_s))
        except UnfitRecord:
            return until_s  # no shared cache takes such a name; here it holds
        return await self._local.extend(group, name, until_s=held, now_s=now_s)

    async def _known(self) -> dict[tuple[str, str], float]:
        return {
            (group, name): until_s
            for group in self._local.groups
            for name, until_s in (await self._local.deadlines(group, now_s=self._now_s)).items()
        }


async def _end(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait([task])
    if not task.cancelled():
        task.result()  # a cache that broke its contract ended the looking: let it be seen
