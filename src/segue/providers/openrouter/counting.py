"""Free requests counted before they are made: by a file of this machine, and through Redis where gateways share one.

    together ── Redis is late or refuses once: one warning ──▶ alone
    alone ── it answers a look: what was made alone is told to it ──▶ together

Alone, a gateway keeps to its share of what was left when it last heard: never more than all of them may make. What the
others made since then is not known to it, so that their greatest number of one minute is taken off, and in that minute
nothing is made.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import math
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final, Self

from segue.errors import StorageError
from segue.providers.contract import ProviderContext
from segue.providers.hosts import HOSTS
from segue.providers.openrouter.quota import MINUTE, Allowed, Refused, Used
from segue.providers.openrouter.shared_tally import Requests, SharedTally, Told
from segue.providers.openrouter.tally import FreeTally

AGAIN: Final = timedelta(seconds=5)
"""Pause before Redis is asked again after it failed: no turn waits for it meanwhile."""
UNHEARD: Final = 4
"""Gateways that are assumed while Redis was never heard. Our choice."""

_log = logging.getLogger(__name__)


class FreeCount:
    """Counts for one account. It belongs to one event loop; an async context manager."""

    def __init__(
        self,
        tally: FreeTally,
        shared: SharedTally | None,
        *,
        now: Callable[[], datetime],
        deadline_s: float,
        reserve: float,
    ) -> None:
        self._tally, self._shared, self._now = tally, shared, now
        self._deadline_s, self._reserve = deadline_s, reserve
        self._known = Requests(now().date())
        """As Redis said last."""
        self._heard: datetime | None = None
        """When it did; None: never."""
        self._memory = ""
        self._least = Used(now().date())
        """What the host or the file has said of a day, and Redis may not know."""
        self._gateways = UNHEARD
        self._alone = Requests(now().date())
        """What was made since then, and Redis does not know."""
        self._lost: datetime | None = None
        """Since when Redis does not answer; None while it does."""
        self._not_before: datetime | None = None
        """When Redis may be asked again."""
        self._telling = asyncio.Lock()
        """Held while Redis is asked: what was made alone must be told once."""
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> Self:
        if self._shared is not None:
            await self._stack.enter_async_context(self._shared)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    def used(self) -> Used:
        """What was used by now, as far as this machine knows. Reads a file."""
        return self._tally.used()

    async def note(self, count: int) -> None:
        """The host says that so many were made today."""
        await asyncio.to_thread(self._tally.note, count)
        self._least = Used(self._now().date(), count)

    async def look(self) -> None:
        """Hear what the others made, and say that this gateway is there. Nobody waits for this."""
        if self._shared is not None and self._may_ask():
            async with self._telling:
                told = await self._ask(self._shared, 0, 0)
            if told is not None:
                await asyncio.to_thread(self._tally.learn, told.known.used())

    async def take(self, *, is_therapeutic: bool, a_minute: int, a_day: int) -> Refused | None:
        """Count one request; what stands against it. Waits for the disk, and for Redis as long as its deadline."""
        whole = Allowed(a_minute, a_day, is_therapeutic=is_therapeutic, reserve=self._reserve)
        if self._shared is None:
            return await asyncio.to_thread(self._tally.take, whole.refuses)
        async with self._telling:
            told = None
            if self._may_ask():
                told = await self._ask(self._shared, *whole.room(self._now()))
            if told is None:
                return await self._take_alone(whole)
        await asyncio.to_thread(self._tally.learn, told.known.used())
        if told.is_taken:
            return None
        return whole.refuses(told.known.used(), told.now) or Refused("Another gateway was quicker.", 1.0)

    async def _take_alone(self, whole: Allowed) -> Refused | None:
        """Count one request that Redis hears of later, within this gateway's own share."""
        now, against = self._now(), None
        if self._heard is None:
            # Nothing is known of the others: a share for this machine, whatever processes made it.
            whole = whole.shared_by(UNHEARD)
        elif self._gateways > 1:
            against = self._beyond_share(whole, self._heard, now)
        if against is None:
            against = await asyncio.to_thread(self._tally.take, whole.refuses)
        if against is None:
            self._alone = self._alone.and_one(now)
            return None
        return Refused(f"{against.reason} Redis is away, and this gateway keeps to its share.", against.wait_s)

    def _beyond_share(self, whole: Allowed, heard: datetime, now: datetime) -> Refused | None:
        """What stands against one more by this gateway alone."""
        lost = self._lost or now
        if now < lost + MINUTE:
            wait_s = (lost + MINUTE - now).total_seconds()
            return Refused("What other gateways made in this minute is not known.", wait_s)
        known = self._known.used().at(now)
        unheard = max(1, math.ceil((lost - heard) / MINUTE)) * whole.a_minute if known.day == self._known.day else 0
        left = replace(whole, a_day=max(0, whole.a_day - known.today - unheard))
        return left.shared_by(self._gateways).refuses(self._alone.used(), now)

    def _may_ask(self) -> bool:
        return self._not_before is None or self._now() >= self._not_before

    async def _ask(self, shared: SharedTally, most_now: int, most_today: int) -> Told | None:
        """What Redis says; None where it does not, in time. The lock is held."""
        if self._heard is None:  # before a restart this machine may have made some
            self._least = await asyncio.to_thread(self._tally.used)
        known, alone = self._known, self._alone
        if alone.today and alone.day != known.day:
            known = Requests(alone.day)
        least = self._least.today if self._least.day == known.day else 0
        known = replace(known, lately=(*self._known.lately, *alone.lately))
        try:
            async with asyncio.timeout(self._deadline_s):
                told = await shared.take(
                    known,
                    memory=self._memory,
                    alone=alone.today,
                    least=least,
                    most_now=most_now,
                    most_today=most_today,
                )
        except (StorageError, TimeoutError) as error:
            if self._lost is None:
                self._lost = self._now()
                what = error if isinstance(error, StorageError) else f"no answer within {self._deadline_s:g} s"
                _log.warning("Free requests are counted without the other gateways for now: %s", what)
            self._not_before = self._now() + AGAIN
            return None
        if self._lost is not None:
            _log.info("Free requests are counted with the other gateways again.")
        self._lost = self._not_before = None
        self._heard, self._gateways, self._memory = self._now(), told.gateways, told.memory
        self._known, self._alone = told.known, Requests(told.known.day)
        return told


def free_count(
    context: ProviderContext, base_url: str, account: str, *, reserve: float, now: Callable[[], datetime] | None
) -> FreeCount:
    """The count of one account at one address; `now`: whose time counts, None: the machine's, and Redis' own there."""
    place = account if base_url == HOSTS["openrouter"].base_url else f"{account}-{_short(base_url)}"
    here = now or _utc_now
    tally = FreeTally(context.home / "openrouter" / f"free-{place}.json", now=here)
    shared = SharedTally(context.redis_url, place, now=now) if context.redis_url else None
    return FreeCount(tally, shared, now=here, deadline_s=context.redis_deadline_s, reserve=reserve)


def _short(base_url: str) -> str:
    return hashlib.sha256(base_url.encode()).hexdigest()[:12]


def _utc_now() -> datetime:
    return datetime.now(UTC)
