"""Limits counted in this process: a log of the last minute for every scope, exact to the microsecond.

A log and no token bucket, since a bucket that is full lets twice its limit through within one minute. It costs some
hundred bytes for every request of the last minute and scope.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from typing_extensions import override

from segue.domain.limits import WINDOW_S, Figure, Limit, Reached, Standing, Taken, gravest
from segue.domain.scopes import Scope, ScopeKind
from segue.storage.meter import Meter

MOST_SCOPES: Final = 50_000
"""Sessions and tags, whose names those who ask choose, of which something is kept at once: some 50 MiB. Beyond it the
one that was taken from longest ago is forgotten."""

_LOOKED_AT_A_SCOPE: Final = 2
"""Scopes that are looked at, and forgotten where nothing is counted there any more, for each that is taken from: more
than can have come."""
_LOOKED_AT_TO_FORGET: Final = 20
"""Scopes that are looked at to find one that may be forgotten."""
_ASKERS: Final = frozenset({ScopeKind.SESSION, ScopeKind.TAG})
"""Kinds of which whoever asks chooses the names, so that forgetting one gives them nothing that a new name does not."""


@dataclass(slots=True)
class _Entry:
    """One request of the last minute."""

    at_s: float
    tokens: int


@dataclass(slots=True)
class _Count:
    """What one scope took."""

    log: OrderedDict[str, _Entry] = field(default_factory=OrderedDict)
    """The requests of the last minute by their ids, oldest first."""
    tokens: int = 0
    """Of all in the log together."""
    under_way: set[str] = field(default_factory=set)

    def forget(self, now_s: float) -> None:
        """Let go of what is older than a minute."""
        while self.log and next(iter(self.log.values())).at_s + WINDOW_S <= now_s:
            self.tokens -= self.log.popitem(last=False)[1].tokens

    def until_empty_s(self, now_s: float) -> float:
        """Seconds until nothing of the log counts any more."""
        return next(reversed(self.log.values())).at_s + WINDOW_S - now_s if self.log else 0.0

    def until_fewer_s(self, requests: int, now_s: float) -> float:
        """Seconds until fewer requests than that count."""
        gone = len(self.log) - requests + 1
        for entry in self.log.values():
            gone -= 1
            if gone <= 0:
                return entry.at_s + WINDOW_S - now_s
        return 0.0

    def until_room_s(self, tokens: int, most: int, now_s: float) -> float:
        """Seconds until so many further tokens have room."""
        left = self.tokens
        for entry in self.log.values():
            left -= entry.tokens
            if left + tokens <= most:
                return entry.at_s + WINDOW_S - now_s
        return 0.0


class MemoryMeter(Meter):
    """Counts in this process alone. Its calls never wait, so that each is one step."""

    is_shared = False

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._counts: OrderedDict[Scope, _Count] = OrderedDict()
        """The one that was taken from longest ago first, but for those where something was under way when looked at."""

    @property
    @override
    def is_away(self) -> bool:
        return False

    def __len__(self) -> int:
        """Scopes of which something is known."""
        return len(self._counts)

    @override
    async def __aenter__(self) -> MemoryMeter:
        return self

    @override
    async def __aexit__(self, *_: object) -> None:
        self._counts.clear()

    @override
    async def take(self, limits: Sequence[Limit], *, id: str, tokens: int, forced: bool = False) -> Taken:
        return self.taken(limits, id=id, tokens=tokens, forced=forced)

    def taken(
        self,
        limits: Sequence[Limit],
        *,
        id: str,  # noqa: A002
        tokens: int,
        forced: bool = False,
        since_s: float | None = None,
    ) -> Taken:
        """`take`, at once. `since_s`: when it was asked for, by this meter's clock; None: now."""
        now_s = self._clock()
        self._forget_idle(now_s, _LOOKED_AT_A_SCOPE * (len(limits) + 1))
        found = [(limit, self._known(limit.scope, now_s)) for limit in limits]
        if not forced:
            reached = [each for limit, count in found for each in _reached(limit, count, tokens, now_s)]
            if reached:
                worst = gravest(reached)
                return Taken(tuple(s for limit, count in found for s in _standings(limit, count, now_s)), worst)
        counts = [(limit, self._kept(limit.scope, count)) for limit, count in found]
        for limit, count in counts:
            if limit.counts_a_minute:
                count.log[id] = _Entry(now_s if since_s is None else since_s, tokens)
                count.tokens += tokens
            if limit.concurrent is not None:
                count.under_way.add(id)
        return Taken(tuple(s for limit, count in counts for s in _standings(limit, count, now_s)))

    @override
    def give_back(self, limits: Sequence[Limit], *, id: str, tokens: int | None) -> None:
        for limit in limits:
            if (count := self._counts.get(limit.scope)) is None:
                continue
            count.under_way.discard(id)
            if (entry := count.log.get(id)) is None:
                continue
            count.tokens += (tokens or 0) - entry.tokens
            entry.tokens = tokens or 0
            if tokens is None:
                del count.log[id]

    @override
    async def standings(self, limits: Sequence[Limit]) -> tuple[Standing, ...]:
        return self.standings_here(limits)

    @override
    def standings_here(self, limits: Sequence[Limit]) -> tuple[Standing, ...]:
        now_s = self._clock()
        return tuple(s for limit in limits for s in _standings(limit, self._known(limit.scope, now_s), now_s))

    @property
    def now_s(self) -> float:
        """What its clock says, for `since_s`."""
        return self._clock()

    def _known(self, scope: Scope, now_s: float) -> _Count:
        """What is known of a scope; an empty count, which is not kept, where that is nothing."""
        count = self._counts.get(scope)
        if count is None:
            return _Count()
        count.forget(now_s)
        return count

    def _kept(self, scope: Scope, count: _Count) -> _Count:
        """The count, kept from now on; that of another one is forgotten where they became too many."""
        kept = self._counts.setdefault(scope, count)  # one scope may be asked twice in a request
        self._counts.move_to_end(scope)
        if len(self._counts) > MOST_SCOPES:
            self._forget_one()
        return kept

    def _forget_idle(self, now_s: float, most: int) -> None:
        """What was used longest ago comes first; under way there may still be something."""
        for _ in range(min(most, len(self._counts))):
            scope, count = next(iter(self._counts.items()))
            count.forget(now_s)
            if count.under_way:
                self._counts.move_to_end(scope)
            elif count.log:
                return
            else:
                del self._counts[scope]

    def _forget_one(self) -> None:
        """Whoever is under way, and whoever the operator knows by name, is never forgotten."""
        for _ in range(_LOOKED_AT_TO_FORGET):
            scope, count = next(iter(self._counts.items()))
            if scope.kind in _ASKERS and not count.under_way:
                del self._counts[scope]
                return
            self._counts.move_to_end(scope)


def _standings(limit: Limit, count: _Count, now_s: float) -> Iterator[Standing]:
    if limit.requests is not None:
        yield Standing(limit, Figure.REQUESTS, limit.requests, len(count.log), count.until_empty_s(now_s))
    if limit.tokens is not None:
        yield Standing(limit, Figure.TOKENS, limit.tokens, count.tokens, count.until_empty_s(now_s))
    if limit.concurrent is not None:
        yield Standing(limit, Figure.CONCURRENT, limit.concurrent, len(count.under_way), None)


def _reached(limit: Limit, count: _Count, tokens: int, now_s: float) -> Iterator[Reached]:
    for standing in _standings(limit, count, now_s):
        match standing.figure:
            case Figure.REQUESTS if standing.used + 1 > standing.most:
                yield Reached(standing, count.until_fewer_s(standing.most, now_s))
            case Figure.TOKENS if tokens > standing.most:
                yield Reached(standing, None, is_too_large=True)
            case Figure.TOKENS if standing.used + tokens > standing.most:
                yield Reached(standing, count.until_room_s(tokens, standing.most, now_s))
            case Figure.CONCURRENT if standing.used + 1 > standing.most:
                yield Reached(standing, None)
