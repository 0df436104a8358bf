"""What replicas tell each other of who rests: deadlines in the shared cache, written and read behind the path.

| Group | A deadline there means | Another replica |
| --- | --- | --- |
| `breakers` | it rests so long | lets it rest as well, until the longest deadline |
| `breakers.well` | it was asked and answered, or was reset, `WELL_S` before | closes what it opened before that |
| `breakers.tried` | its rest is over, and a replica tries it | waits with trying it itself |

Nothing is concluded from what is missing, so that a cache that forgot everything changes nobody's mind. Names of what
is not here are not heard, and what stands there unchanged is no news. In the cache moments are those of the machines'
clocks; everywhere else, of one that nobody sets (`steady_clock`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Final, Protocol, Self

from segue.errors import StorageError
from segue.pipeline.breakers.spoilt import Spoilt
from segue.pipeline.breakers.steady_clock import STEADY
from segue.pipeline.timing.behind import Behind
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

    def names(self) -> frozenset[str]:
        """What another replica may speak of."""
        ...

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

    def __init__(
        self,
        cache: Cache,
        listener: Listener,
        *,
        now: Callable[[], float] = STEADY,
        behind_s: Callable[[], float] = STEADY.behind_s,
    ) -> None:
        """`behind_s`: how far the clock that other replicas go by is ahead of `now`."""
        self._cache = cache
        self._listener = listener
        self._now = now
        self._behind_s = behind_s
        self._spoilt = Spoilt()
        self._behind = Behind(self.exchange, every_s=EXCHANGE_S, name="segue-breakers")
        self._waiting: dict[str, tuple[str, float]] = {}
        """What the cache was not told yet, by breaker: the group, and the deadline there."""
        self._tries: dict[str, float] = {}
        """What was announced of tries here, as the cache has it."""
        self._known: dict[str, float] = {}
        """The longest rest of each breaker that was told or heard here, as the cache has it."""

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
        self._known.pop(name, None)
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
            if group == WELL:
                await self._lift(OPEN, name)
            if until_s > self._now():
                told_s = until_s + self._behind_s()
                if group == OPEN:
                    self._known[name] = max(told_s, self._known.get(name, -math.inf))
                await self._extend(group, name, told_s)
            if self._waiting.get(name) == (group, until_s):  # nothing newer came meanwhile
                del self._waiting[name]

    async def _tell_tries(self) -> None:
        tried = self._listener.tried_now()
        for name in tried:
            self._tries[name] = until_s = self._others_now() + AHEAD_S
            await self._extend(TRIED, name, until_s)
        for name in self._tries.keys() - tried:
            await self._lift(TRIED, name)
            del self._tries[name]

    async def _hear(self) -> None:
        rests = await self._read(OPEN)
        names = self._listener.names() if rests else frozenset()
        for name in (rests.keys() & names) - self._waiting.keys():
            if rests[name] > self._known.get(name, -math.inf):
                self._known[name] = rests[name]
                self._listener.hear_open(name, rests[name] - self._behind_s())
        unwell = self._listener.unwell_now()
        if not unwell:
            return
        well = await self._read(WELL)
        for name in (unwell & well.keys()) - rests.keys() - self._waiting.keys():
            self._known.pop(name, None)
            self._listener.hear_well(name, well[name] - WELL_S - self._behind_s())
        tried = await self._read(TRIED)
        for name in unwell & tried.keys():
            if tried[name] != self._tries.get(name):
                self._listener.hear_tried(name, tried[name] - self._behind_s())

    async def _read(self, group: str) -> Mapping[str, float]:
        with self._spoilt.beside(group):
            return await self._cache.deadlines(group, now_s=self._others_now())
        return {}

    async def _extend(self, group: str, name: str, until_s: float) -> None:
        with self._spoilt.beside(group):
            await self._cache.extend(group, name, until_s=until_s, now_s=self._others_now())

    async def _lift(self, group: str, name: str) -> None:
        with self._spoilt.beside(group):
            await self._cache.lift(group, name)

    def _others_now(self) -> float:
        """Now, by the clock that other replicas go by."""
        return self._now() + self._behind_s()
