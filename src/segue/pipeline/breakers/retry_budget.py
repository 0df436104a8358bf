"""How many further tries a provider may get: a share of its first ones, so that an outage is not amplified."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Self

from segue.errors import StorageError
from segue.pipeline.breakers.spoilt import Spoilt
from segue.pipeline.breakers.steady_clock import STEADY
from segue.pipeline.timing.behind import Behind
from segue.storage.contract import Cache

SLOT_S: Final = 2.5
"""Tries are counted by slots of this length, which are the same for all replicas."""
SLOTS: Final = 4
"""Slots that count: the last 7.5 to 10 seconds."""
FLOOR: Final = 3
"""Further tries that a provider may get in that time whatever the share (unless that is 0): a quiet gateway has few
first tries to take a share of."""
EXCHANGE_S: Final = 1.0
"""Pause between two exchanges with other replicas."""


@dataclass(slots=True)
class _Slot:
    """What one provider got in one slot, here and elsewhere."""

    number: int
    firsts: int = 0
    further: int = 0
    told_firsts: int = 0
    """How many of `firsts` the shared counter has."""
    told_further: int = 0
    firsts_elsewhere: int = 0
    further_elsewhere: int = 0


class RetryBudget:
    """Counts first and further tries by provider; asked on the path, where it costs the same however much happened.

    An async context manager: while it is open, replicas that share `cache` count together.
    """

    def __init__(
        self,
        share: float,
        cache: Cache,
        *,
        now: Callable[[], float] = STEADY,
        behind_s: Callable[[], float] = STEADY.behind_s,
    ) -> None:
        """`share`: 0 to 1. `now`: seconds since the epoch, never less than before; `behind_s`: how many more they are
        by the clock that other replicas go by."""
        self._share = share
        self._floor = FLOOR if share else 0
        self._cache = cache
        self._now = now
        self._behind_s = behind_s
        self._spoilt = Spoilt()
        self._slots: dict[str, deque[_Slot]] = {}
        """For each provider the newest SLOTS in which it got anything, oldest first."""
        self._behind = Behind(self.exchange, every_s=EXCHANGE_S, name="segue-retries", is_needed=cache.is_shared)

    async def __aenter__(self) -> Self:
        await self._behind.__aenter__()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._behind.__aexit__(*error)

    def begin(self, provider: str) -> None:
        """Count a first try."""
        self._slot(provider).firsts += 1

    def may_retry(self, provider: str) -> bool:
        """True, and counted, when one further try is within the share."""
        current = self._slot(provider)
        firsts = further = 0
        for slot in self._slots[provider]:
            if slot.number > current.number - SLOTS:
                firsts += slot.firsts + slot.firsts_elsewhere
                further += slot.further + slot.further_elsewhere
        if further >= max(self._floor, int(self._share * firsts)):
            return False
        current.further += 1
        return True

    async def exchange(self) -> None:
        """Add what happened here to the shared counters, and read what happened elsewhere."""
        newest = int(self._now() / SLOT_S)
        behind = math.floor(self._behind_s() / SLOT_S)
        try:
            for provider, slots in tuple(self._slots.items()):
                for slot in tuple(slots):
                    if slot.number >= newest - 1:  # older ones are complete
                        with self._spoilt.beside(f"retries.{provider}"):
                            await self._add_up(f"retries.{provider}.{slot.number + behind}", slot)
        except StorageError:
            return  # whoever guards the cache tells of it; each replica goes on with its own share

    async def _add_up(self, key: str, slot: _Slot) -> None:
        ttl_s = SLOT_S * (SLOTS + 2)
        firsts, further = slot.firsts, slot.further
        together = await self._cache.add(f"{key}.first", firsts - slot.told_firsts, ttl_s=ttl_s)
        slot.told_firsts, slot.firsts_elsewhere = firsts, max(0, together - firsts)
        together = await self._cache.add(f"{key}.further", further - slot.told_further, ttl_s=ttl_s)
        slot.told_further, slot.further_elsewhere = further, max(0, together - further)

    def _slot(self, provider: str) -> _Slot:
        """The present slot."""
        number = int(self._now() / SLOT_S)
        slots = self._slots.get(provider)
        if slots is None:
            slots = self._slots[provider] = deque(maxlen=SLOTS)
        if not slots or slots[-1].number != number:
            slots.append(_Slot(number))
        return slots[-1]
