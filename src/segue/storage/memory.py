"""The cache of one process: values and counters with an end, and deadlines, in memory that is bounded."""

from __future__ import annotations

import heapq
import math
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import itemgetter

from typing_extensions import override

from segue.errors import UnfitRecord
from segue.storage.contract import MOST_TOLD, Cache

ENTRIES = 20_000
"""Most values and counters held: 9 to 15 MB, measured with names and values of thirty letters."""
DEADLINES = 10_000
"""Most deadlines held, over all groups: one a model or a key that rests."""
_INT64 = range(-(2**63), 2**63)
"""What a counter can be in every cache."""


@dataclass(frozen=True, slots=True)
class _Entry:
    value: bytes
    ends_s: float


class MemoryCache(Cache):
    """Keeps everything in this process, and forgets it with it. Its calls never wait, and it need not be opened.

    When it is full, what has the least worth goes first: what is past its time, then what was not used for longest;
    of deadlines the one that ends first. Nothing is done in the background.
    """

    is_shared = False

    def __init__(
        self,
        url: str = "memory:",
        *,
        entries: int = ENTRIES,
        deadlines: int = DEADLINES,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        del url  # there is nothing to say in it
        self._most = entries
        self._most_deadlines = deadlines
        self._clock = clock
        self._entries: OrderedDict[str, _Entry] = OrderedDict()
        """Least recently used first."""
        self._ends: list[tuple[float, str]] = []
        """A heap of when entries end; it may also name ends of entries that were replaced."""
        self._groups: dict[str, dict[str, float]] = {}
        self._first_s: dict[str, float] = {}
        """A moment before which no deadline of a group ends, so that most calls need not look at each."""

    @override
    async def __aenter__(self) -> MemoryCache:
        return self

    @override
    async def __aexit__(self, *_: object) -> None:
        self._entries.clear()
        self._ends.clear()
        self._groups.clear()
        self._first_s.clear()

    def __len__(self) -> int:
        """Values and counters held, with those past their time that nobody has asked for since."""
        return len(self._entries)

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that have deadlines."""
        return tuple(self._groups)

    @override
    async def ping(self) -> None:
        return

    @override
    async def get(self, key: str) -> bytes | None:
        entry = self._live(key)
        return None if entry is None else entry.value

    @override
    async def put(self, key: str, value: bytes, *, ttl_s: float) -> None:
        self._set(key, _Entry(value, self._clock() + ttl_s))

    @override
    async def claim(self, key: str, owner: bytes, *, ttl_s: float) -> bool:
        if self._live(key) is not None:
            return False
        self._set(key, _Entry(owner, self._clock() + ttl_s))
        return True

    @override
    async def remove(self, key: str) -> None:
        self._entries.pop(key, None)

    @override
    async def add(self, key: str, amount: int, *, ttl_s: float) -> int:
        entry = self._live(key) or _Entry(b"0", self._clock() + ttl_s)
        try:
            total = int(entry.value) + amount
        except ValueError as error:
            raise UnfitRecord("The cache was asked to add to a value that is no number.") from error
        if total not in _INT64:
            raise UnfitRecord("The cache was asked for a sum that needs more than 64 bits.")
        self._set(key, _Entry(b"%d" % total, entry.ends_s))
        return total

    @override
    async def extend(self, group: str, name: str, *, until_s: float, now_s: float) -> float:
        deadlines = self._groups.setdefault(group, {})
        if self._first_s.get(group, math.inf) <= now_s:
            deadlines = self._groups[group] = _after(deadlines, now_s)
            self._first_s[group] = min(deadlines.values(), default=math.inf)
        held = max(until_s, deadlines.get(name, until_s))
        deadlines[name] = held
        self._first_s[group] = min(held, self._first_s.get(group, math.inf))
        if sum(map(len, self._groups.values())) > self._most_deadlines:
            await self.lift(*self._first_to_end())
        return held

    @override
    async def deadlines(self, group: str, *, now_s: float) -> Mapping[str, float]:
        deadlines = _after(self._groups.get(group, {}), now_s)
        if len(deadlines) <= MOST_TOLD:
            return deadlines
        return dict(heapq.nlargest(MOST_TOLD, deadlines.items(), key=itemgetter(1)))

    @override
    async def lift(self, group: str, name: str) -> None:
        deadlines = self._groups.get(group, {})
        deadlines.pop(name, None)
        if not deadlines:
            self._groups.pop(group, None)
            self._first_s.pop(group, None)

    def _live(self, key: str) -> _Entry | None:
        """The entry under a key, which counts as a use of it; None where its time is over."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        if entry.ends_s <= self._clock():
            del self._entries[key]
            return None
        self._entries.move_to_end(key)
        return entry

    def _set(self, key: str, entry: _Entry) -> None:
        before = self._entries.get(key)
        self._entries[key] = entry
        self._entries.move_to_end(key)
        if before is None or before.ends_s != entry.ends_s:
            heapq.heappush(self._ends, (entry.ends_s, key))
        self._forget_ended()
        if len(self._entries) > self._most:
            self._entries.popitem(last=False)

    def _forget_ended(self) -> None:
        now_s = self._clock()
        while self._ends and self._ends[0][0] <= now_s:
            ends_s, key = heapq.heappop(self._ends)
            entry = self._entries.get(key)
            if entry is not None and entry.ends_s == ends_s:
                del self._entries[key]
        if len(self._ends) > 2 * self._most:
            self._ends = [(entry.ends_s, key) for key, entry in self._entries.items()]
            heapq.heapify(self._ends)

    def _first_to_end(self) -> tuple[str, str]:
        """The deadline that ends first, of all groups."""
        ends = ((until_s, group, name) for group in self._groups for name, until_s in self._groups[group].items())
        _, group, name = min(ends)
        return group, name


def _after(deadlines: Mapping[str, float], now_s: float) -> dict[str, float]:
    return {name: until_s for name, until_s in deadlines.items() if until_s > now_s}
