"""What replicas tell each other of who rests: deadlines in the shared cache, written and read behind the path.

| Group | A deadline there means | Another replica |
| --- | --- | --- |
| `breakers` | it rests so long | lets it rest as well, until the longest deadline |
| `breakers.well` | it was asked and answered, or was reset, `WELL_S` before | closes what it opened before that |
| `breakers.tried` | its rest is over, and a replica tries it | waits with trying it itself |

Nothing is concluded from what is missing, so that a cache that forgot everything changes nobody's mind.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from typing import Final, Protocol, Self

from segue.errors import StorageError, UnfitRecord
from segue.pipeline.behind import Behind
from segue.storage.contract import Cache

OPEN: Final = "breakers"
WELL: Final = "breakers.well"
TRIED: Final = "breakers.tried"

EXCHANGE_S: Final = 0.5
"""Pause between two exchanges: what one replica learns, another knows within two of them."""
WELL_S: Final = 10.0
"""How long it can be read that something is well: many exchanges, also over a short absence of the cache."""
AHEAD_S: Final = 3.0
"""How far ahead a try is announced; some exchanges, since others wait so long when its process is gone."""


class Listener(Protocol):
    """Who hears of other replicas and has something to tell; `Breakers` is it. Moments are seconds since the epoch."""

    def hear_open(self, name: str, until_s: float) -> None:
        """Something rests, elsewhere, until a moment."""
        ...

    def hear_well(self, name: str, at_s: float) -> None:
        """Something was found well, elsewhere, at a moment."""
        ...

    def hear_tried(self, name: str, until_s: float) -> None:
        """Something is being tried elsewhere; until that moment it is certain."""
        ...

    def unwell_now(self) -> frozenset[str]:
        """What is not closed here."""
        ...

    def tried_now(self) -> frozenset[str]:
        """What is being tried here."""
        ...


class BreakerShare:
    """Carries openings, closings and tries between this process and the cache. An async context manager.

    While the cache is away what there is to tell waits, for each breaker the newest.
    """

    def __init__(self, cache: Cache, listener: Listener, *, now: Callable[[], float] = time.time) -> None:
        self._cache = cache
        self._listener = listener
        self._now = now
        self._behind = Behind(self.exchange, every_s=EXCHANGE_S, name="segue-breakers")
        self._waiting: dict[str, tuple[str, float]] = {}
        """What the cache was not told yet, by breaker: the group, and the deadline there."""
        self._tries: dict[str, float] = {}
        """What was announced of tries here."""

    async def __aenter__(self) -> Self:
        await self._behind.__aenter__()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._behind.__aexit__(*error)

    def tell_open(self, name: str, until_s: float) -> None:
        """Tell others that something rests; returns at once."""
        self._waiting[name] = OPEN, until_s

    def tell_well(self, name: str) -> None:
        """Tell others that something may be asked again; returns at once."""
        self._waiting[name] = WELL, self._now() + WELL_S

    async def exchange(self) -> None:
        """Tell what is to be told, then hear what there is. A cache that does not answer is asked the next time."""
        try:
            await self._tell()
            await self._tell_tries()
            await self._hear()
        except StorageError:
            return  # whoever guards the cache tells of it; decisions are made from memory in any case

    async def _tell(self) -> None:
        for name, (group, until_s) in tuple(self._waiting.items()):
            with suppress(UnfitRecord):  # no cache takes such a name: then only this process knows
                if group == WELL:
                    await self._cache.lift(OPEN, name)
                if until_s > self._now():
                    await self._cache.extend(group, name, until_s=until_s, now_s=self._now())
            if self._waiting.get(name) == (group, until_s):  # nothing newer came meanwhile
                del self._waiting[name]

    async def _tell_tries(self) -> None:
        tried = self._listener.tried_now()
        for name in tried:
            self._tries[name] = until_s = self._now() + AHEAD_S
            with suppress(UnfitRecord):
                await self._cache.extend(TRIED, name, until_s=until_s, now_s=self._now())
        for name in self._tries.keys() - tried:
            with suppress(UnfitRecord):
                await self._cache.lift(TRIED, name)
            del self._tries[name]

    async def _hear(self) -> None:
        rests = await self._cache.deadlines(OPEN, now_s=self._now())
        for name in rests.keys() - self._waiting.keys():
            self._listener.hear_open(name, rests[name])
        unwell = self._listener.unwell_now()
        if not unwell:
            return
        well = await self._cache.deadlines(WELL, now_s=self._now())
        for name in (unwell & well.keys()) - rests.keys() - self._waiting.keys():
            self._listener.hear_well(name, well[name] - WELL_S)
        tried = await self._cache.deadlines(TRIED, now_s=self._now())
        for name in unwell & tried.keys():
            if tried[name] != self._tries.get(name):
                self._listener.hear_tried(name, tried[name])
