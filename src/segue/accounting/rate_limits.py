"""Limits of requests, tokens and what is under way: which hold for a turn or an attempt, and what it holds of them.

The counting is a log of the last minute for every scope, in this process (`storage/memory_meter`) or in Redis for all
replicas (`storage/redis_meter`); it is exact, whatever comes at once.
"""

from __future__ import annotations

import itertools
import secrets
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from segue.config.limit_settings import LimitSettings
from segue.domain.callers import NO_SCOPE, CallerScope
from segue.domain.limits import Figure, Limit, Reached, Standing, Taken
from segue.domain.models import ModelRef
from segue.domain.scopes import Scope, ScopeKind
from segue.storage.meter import Meter

MOST_SHOWN: Final = 50
"""Scopes that operators are shown of those that have limits of their own; the newest."""

_NOBODYS: Final = frozenset({ScopeKind.GLOBAL, ScopeKind.PROVIDER, ScopeKind.MODEL})
"""Kinds of which the operator alone chose the names."""
_RUN: Final = secrets.token_hex(6)
_NUMBERS: Final = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Party:
    """Who asks, as limits know them."""

    caller: str
    """The caller's id."""
    caller_name: str | None = None
    session: str | None = None
    """Keyed hash."""
    tags: tuple[str, ...] = ()
    scope: CallerScope = NO_SCOPE
    """What the caller's key may do; its own limits hold beside those of the settings."""


class Held:
    """What was taken of limits. `end` gives it back, once; again is harmless."""

    __slots__ = ("_id", "_limits", "_meter", "standings")

    def __init__(self, meter: Meter, limits: Sequence[Limit], id_: str, taken: Taken) -> None:
        self._meter: Meter | None = meter
        self._limits = limits
        self._id = id_
        self.standings = taken.standings
        """How each figure stood, with what was taken."""

    def end(self, tokens: int | None) -> None:
        """It is over and came to so many tokens; None: it never happened. Waits for nothing."""
        meter, self._meter = self._meter, None
        if meter is not None:
            meter.give_back(self._limits, id=self._id, tokens=tokens)


class RateLimits:
    """The limits of the settings and of caller keys. One object serves all turns."""

    def __init__(self, settings: Iterable[LimitSettings], meter: Meter) -> None:
        self._meter = meter
        self._of: dict[tuple[ScopeKind, str | None], LimitSettings] = {
            (each.scope, each.name): each for each in settings
        }
        kinds = {kind for kind, _ in self._of}
        self._limits_turns = bool(kinds - {ScopeKind.PROVIDER, ScopeKind.MODEL})
        self.limits_attempts = not kinds.isdisjoint({ScopeKind.PROVIDER, ScopeKind.MODEL})
        """Whether anything is limited of a provider or a model."""
        self._seen: dict[Scope, Limit] = {}
        """The limits of callers, sessions and tags that were asked last, oldest first."""
        self._nobodys: dict[Scope, Limit] = {}
        """Those of everybody, of providers and of models that were asked: as many as there are."""
        self.refused: Counter[str] = Counter()
        """How often each kind of limit stood in the way, as `caller.requests`."""

    @property
    def are_in_use(self) -> bool:
        """Whether anything is limited, by the settings or by a key that came."""
        return bool(self._of or self._seen or self._nobodys)

    @property
    def meter(self) -> Meter:
        """What counts; to be entered by whoever opens this."""
        return self._meter

    def concern(self, scope: CallerScope) -> bool:
        """Whether anything is limited for the turns of a key of this scope: asked of every turn."""
        return self._limits_turns or (scope is not NO_SCOPE and scope.limits_rates)

    def of_turn(self, party: Party) -> tuple[Limit, ...]:
        """What holds for a turn; nothing where nothing is limited."""
        if not self.concern(party.scope):
            return ()
        found = [
            self._found(Scope(ScopeKind.GLOBAL), None),
            _narrowed(
                self._found(Scope(ScopeKind.CALLER, party.caller), party.caller_name or party.caller),
                Scope(ScopeKind.CALLER, party.caller),
                party,
            ),
        ]
        if party.session is not None:
            found.append(self._found(Scope(ScopeKind.SESSION, party.session), party.session))
        found += [self._found(Scope(ScopeKind.TAG, tag), tag) for tag in dict.fromkeys(party.tags)]
        return tuple(limit for limit in found if limit is not None)

    def of_attempt(self, ref: ModelRef) -> tuple[Limit, ...]:
        """What holds before a model is asked."""
        if not self.limits_attempts:
            return ()
        found = (
            self._found(Scope(ScopeKind.PROVIDER, ref.provider), ref.provider),
            self._found(Scope(ScopeKind.MODEL, str(ref)), str(ref)),
        )
        return tuple(limit for limit in found if limit is not None)

    async def take(self, limits: Sequence[Limit], *, tokens: int, forced: bool = False) -> Held | Taken:
        """What was taken of all of them; or why nothing was."""
        for limit in limits:
            self._note(limit)
        id_ = f"{_RUN}{next(_NUMBERS):x}"
        taken = await self._meter.take(limits, id=id_, tokens=tokens, forced=forced)
        return taken if taken.reached is not None else Held(self._meter, limits, id_, taken)

    def forget(self, scope: Scope) -> None:
        """Let go of what is shown of one thing; what it used is over within a minute."""
        self._seen.pop(scope, None)

    def count(self, reached: Reached) -> None:
        """Note that a limit stood in the way of somebody."""
        self.refused[f"{reached.standing.limit.scope.kind}.{reached.standing.figure}"] += 1

    async def standings(self) -> tuple[Standing, ...]:
        """How the limits stand that are in use, those of the settings that name somebody in any case."""
        limits = self._nobodys | self._seen
        for (kind, name), each in self._of.items():
            # A caller counts under their id, which only their turns tell.
            if kind is ScopeKind.GLOBAL or (name is not None and kind is not ScopeKind.CALLER):
                limits.setdefault(scope := Scope(kind, name or ""), _limit(scope, each, name))
        return await self._meter.standings(tuple(limits.values()))

    def of_models_here(self) -> tuple[Standing, ...]:
        """How limits of everybody, providers and models stand, by what this process has used. Nobody chose their names
        but the operator, so that metrics may have them."""
        return self._meter.standings_here(tuple(self._nobodys.values()))

    def _found(self, scope: Scope, name: str | None) -> Limit | None:
        each = self._of.get((scope.kind, name)) or self._of.get((scope.kind, None))
        return None if each is None else _limit(scope, each, name)

    def _note(self, limit: Limit) -> None:
        if limit.scope.kind in _NOBODYS:
            self._nobodys[limit.scope] = limit
            return
        self._seen.pop(limit.scope, None)
        self._seen[limit.scope] = limit
        if len(self._seen) > MOST_SHOWN:
            del self._seen[next(iter(self._seen))]


def _limit(scope: Scope, each: LimitSettings, name: str | None) -> Limit:
    figures = each.requests_per_minute, each.tokens_per_minute, each.concurrent
    return Limit(scope, *figures, known_as="" if name in {None, scope.name} else name or "")


def _narrowed(limit: Limit | None, scope: Scope, party: Party) -> Limit | None:
    """A caller's limit with those of its own key: of two figures the smaller holds."""
    own = party.scope
    if not own.limits_rates:
        return limit
    held = limit or Limit(scope, known_as=party.caller_name or "")
    return replace(
        held,
        requests=_smaller(held.requests, own.requests_per_minute),
        tokens=_smaller(held.tokens, own.tokens_per_minute),
        concurrent=_smaller(held.concurrent, own.concurrent),
    )


def _smaller(one: int | None, other: int | None) -> int | None:
    return min((most for most in (one, other) if most is not None), default=None)


def reached_in_words(reached: Reached, *, tokens: int = 0) -> str:
    """Which limit it is, and when it is not in the way any more. Names nobody but whose limit it is.

    `tokens`: what was asked for, by estimate.
    """
    standing = reached.standing
    most = f"{standing.most} {standing.figure.in_words} for {standing.limit.about}"
    if reached.is_too_large:
        return f"This takes about {tokens} tokens, more than the whole limit of {most}."
    if standing.figure is Figure.CONCURRENT:
        return f"The limit of {most} is reached: {standing.used} are under way."
    needs = f", this needs about {tokens}" if standing.figure is Figure.TOKENS else ""
    return (
        f"The limit of {most} is reached: {standing.used} are used{needs}, and there is room in "
        f"{reached.wait_s or 0:.1f} s."
    )
