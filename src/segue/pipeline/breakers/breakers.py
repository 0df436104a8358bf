"""Who must not be asked now: a breaker for each model and for each provider's key, asked and told on the request path.

Every decision is made from this process' memory. Other replicas are told, and heard, behind the path (`share`).
"""

from __future__ import annotations

import asyncio
import math
import random
from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final, Self, TypeVar

from segue.config.settings import BreakerSettings
from segue.domain.models import ModelRef
from segue.errors import NoSuchBreaker, ProviderError, Resting
from segue.events import BreakerChanged, Teller
from segue.pipeline.breakers.breaker import (
    CONCERNS_KEY,
    NO_ILL_HEALTH,
    PROBE_S,
    Breaker,
    BreakerPhase,
    BreakerState,
    Number,
    moment,
)
from segue.pipeline.breakers.share import WELL_S, BreakerShare
from segue.pipeline.breakers.steady_clock import STEADY
from segue.pipeline.timing.waiting import until_set
from segue.storage.contract import Cache

T = TypeVar("T")

NOT_ADMITTED: Final[Number] = 0
"""What `admits` says of a model that must not be asked."""
NOBODY: Final[Mapping[ModelRef, str]] = MappingProxyType({})
"""Who rests, while nobody does."""

LEAST_PAUSE_S: Final = 0.001
"""Shortest wait: uvloop rounds to this, so that less of it would be none."""

_MODEL: Final = "model:"
_KEY: Final = "key:"


class Breakers:
    """The breakers of a process. A success with nothing wrong before costs two look-ups.

    Nothing here fails, and nothing but `admitted_within` waits.

        number = breakers.admits(ref)       # 0: not now
        breakers.note(ref, error, number)   # or breakers.release(ref, number), exactly one of them

    An async context manager: while it is open, replicas that share `cache` hear of each other.
    """

    def __init__(
        self,
        settings: BreakerSettings,
        cache: Cache,
        teller: Teller,
        *,
        refs: Callable[[], Iterable[ModelRef]],
        now: Callable[[], float] = STEADY,
        behind_s: Callable[[], float] = STEADY.behind_s,
        jitter: Callable[[], float] = random.random,
        pause: Callable[[asyncio.Event, float], Awaitable[None]] = until_set,
    ) -> None:
        """`refs`: every model there is.

        `now`: seconds since the epoch, never less than before; `behind_s`: how many more they are by the clock that
        people and other replicas go by. `jitter`: 0 to 1. `pause` waits for an event, and so long at most.
        """
        self._settings = settings
        self._teller = teller
        self._refs = refs
        self._now = now
        self._behind_s = behind_s
        self._jitter = jitter
        self._pause = pause
        self._by_name: dict[str, Breaker] = {}
        self._models: dict[ModelRef, Breaker] = {}
        self._keys: dict[str, Breaker] = {}
        """By provider."""
        self._unwell: dict[str, Breaker] = {}
        """Those that are not closed, by name."""
        self._number: Number = 1
        """Attempts from now on have it; it grows with every opening and every probe."""
        self._resting: Mapping[ModelRef, str] | None = None
        """Who rests, until `_resting_until_s`; None: to be found again."""
        self._resting_until_s = math.inf
        self._changed = asyncio.Event()
        """Set for a moment with every change; who waits for one is woken."""
        self._share = BreakerShare(cache, self, now=now, behind_s=behind_s) if cache.is_shared else None

    async def __aenter__(self) -> Self:
        if self._share is not None:
            await self._share.__aenter__()
        return self

    async def __aexit__(self, *error: object) -> None:
        if self._share is not None:
            await self._share.__aexit__(*error)

    def admits(self, ref: ModelRef) -> Number:
        """The number of an attempt that may begin now, or NOT_ADMITTED (0).

        After a rest one attempt is admitted, until its outcome is noted, it is released, or it took PROBE_S.
        """
        if not self._unwell:
            return self._number
        unwell = [breaker for breaker in self._of(ref) if breaker.until_s is not None]
        if not unwell:
            return self._number
        now_s = self._now()
        if any(breaker.rests_until_s(now_s) is not None for breaker in unwell):
            return NOT_ADMITTED
        self._number += 1
        for breaker in unwell:
            breaker.lend(self._number, now_s=now_s)
            self._tell(breaker, BreakerPhase.HALF_OPEN)
        return self._number

    async def admitted_within(self, ref: ModelRef, within_s: float) -> Number:
        """As `admits`, but a rest that ends within so long, or somebody's try, is waited for.

        NOT_ADMITTED (0) as soon as the rest is known to be longer, else when the time is over. Whoever is cancelled
        while it waits was not admitted.
        """
        ends_s = self._now() + within_s
        while (number := self.admits(ref)) == NOT_ADMITTED:
            now_s = self._now()
            rests_until_s = self.rests_until_s(ref)
            if now_s >= ends_s or (rests_until_s is not None and rests_until_s > ends_s):
                break
            free_s = max(breaker.rests_until_s(now_s) or now_s for breaker in self._of(ref))
            await self._pause(self._changed, max(LEAST_PAUSE_S, min(free_s, ends_s) - now_s))
        return number

    def note(self, ref: ModelRef, error: ProviderError | None, number: Number) -> None:
        """An attempt's outcome; None: it answered. `number` is what `admits` gave for it."""
        if error is None:
            if self._by_name:
                self._answered(ref, number)
        elif error.was_counted or isinstance(error, NO_ILL_HEALTH):
            self.release(ref, number)
        else:
            if error.was_counted is not None:
                error.was_counted = True
            self._failed(ref, error, number)

    def release(self, ref: ModelRef, number: Number) -> None:
        """An attempt ended without an outcome, as when nobody waited for it any more."""
        if self._unwell:
            self._drop(self._of(ref), number)

    def resting(self) -> Mapping[ModelRef, str]:
        """Models that must not be asked now, each with the reason; the same object until something changes."""
        if not self._unwell:
            return NOBODY
        now_s = self._now()
        if self._resting is None or now_s >= self._resting_until_s:
            self._resting = self._who_rests(now_s)
        return self._resting

    def rests_until_s(self, ref: ModelRef) -> float | None:
        """When a model's rest is over, in seconds since the epoch; None when it is over, or somebody is trying it."""
        if not self._unwell:
            return None
        now_s = self._now()
        return max((b.until_s for b in self._of(ref) if b.until_s is not None and b.until_s > now_s), default=None)

    def resting_error(self, ref: ModelRef) -> Resting:
        """Why a model is not asked that failed too often, and how long yet where that is known."""
        why = self.resting().get(ref)
        said = f"It is resting {why.removesuffix('.')}." if why else "It is resting."
        return Resting(said, model=ref, retry_after_s=self.rests_for_s(ref))

    def rests_for_s(self, ref: ModelRef) -> float | None:
        """How long a model rests yet; None when its rest is over, or somebody is trying it."""
        until_s = self.rests_until_s(ref)
        return None if until_s is None else until_s - self._now()

    def healthy_for_s(self, ref: ModelRef) -> float:
        """Seconds since a model or its key last failed, here or at another replica; infinite when none is known."""
        last_s = max((breaker.last_failure_s for breaker in self._of(ref)), default=-math.inf)
        return math.inf if last_s == -math.inf else max(0.0, self._now() - last_s)

    def states(self) -> tuple[BreakerState, ...]:
        """Every breaker that ever saw a failure, by name."""
        now_s, behind_s = self._now(), self._behind_s()
        return tuple(breaker.state(now_s=now_s, behind_s=behind_s) for _, breaker in sorted(self._by_name.items()))

    def reset(self, name: str | None = None) -> tuple[str, ...]:
        """Close one breaker, or all, here and at the other replicas; the names of those that were not closed.

        Raises NoSuchBreaker, naming the known ones.
        """
        if name is not None and name not in self._by_name:
            known = ", ".join(sorted(self._by_name))
            hint = f"Known: {known}." if known else "Nothing has failed yet: there is nothing to reset."
            raise NoSuchBreaker(f"There is no breaker named '{name}'.", param="name", hint=hint)
        chosen = sorted(self._by_name) if name is None else [name]
        return tuple(name for name in chosen if self._reset(self._by_name[name]))

    def key_changed(self, provider: str) -> None:
        """Another key is used for a provider: what the earlier one did says nothing of it."""
        if (breaker := self._keys.get(provider)) is not None:
            self._reset(breaker)

    def names(self) -> frozenset[str]:
        """Of all breakers there are, and of those that any model or provider may get."""
        refs = tuple(self._refs())
        models = (f"{_MODEL}{ref}" for ref in refs)
        return frozenset((*self._by_name, *models, *(f"{_KEY}{provider}" for provider in {r.provider for r in refs})))

    def hear_open(self, name: str, until_s: float) -> None:
        """Another replica says that something rests until a moment; what is not here is passed over."""
        breaker = self._named(name)
        if breaker is None:
            return
        before_s = breaker.until_s
        if breaker.hear(until_s, given=self._number, now_s=self._now()):
            self._number += 1
            self._tell(breaker, BreakerPhase.OPEN)
        elif breaker.until_s != before_s:
            self._change()

    def hear_well(self, name: str, at_s: float) -> None:
        """Another replica found something well at a moment, or was told that it is: what opened before that closes.

        One whose clock is far ahead is not believed: its word would close whatever opens until then.
        """
        breaker = self._unwell.get(name)
        if breaker is not None and breaker.opened_s < at_s <= self._now() + WELL_S:
            breaker.close()
            self._tell(breaker, BreakerPhase.CLOSED)

    def hear_tried(self, name: str, until_s: float) -> None:
        """Another replica tries something whose rest is over: this one had better wait, if that is certain for no
        longer than a try may take."""
        breaker = self._unwell.get(name)
        if breaker is not None and until_s <= self._now() + PROBE_S:
            breaker.tried_elsewhere_until_s = until_s
            self._change()

    def unwell_now(self) -> frozenset[str]:
        """What is not closed, by name."""
        return frozenset(self._unwell)

    def tried_now(self) -> frozenset[str]:
        """What is being tried by this process."""
        now_s = self._now()
        return frozenset(name for name, breaker in self._unwell.items() if breaker.is_tried(now_s))

    def _answered(self, ref: ModelRef, number: Number) -> None:
        for breaker in self._of(ref):
            if breaker.succeed(number):
                self._tell(breaker, BreakerPhase.CLOSED)
                self._tell_well(breaker)

    def _failed(self, ref: ModelRef, error: ProviderError, number: Number) -> None:
        failed = self._key(ref.provider) if isinstance(error, CONCERNS_KEY) else self._model(ref)
        # Of the other one it says nothing: a model that is overloaded may have a key that was refused before.
        self._drop((breaker for breaker in self._of(ref) if breaker is not failed), number)
        before_s, chance = failed.until_s, self._jitter()
        if failed.fail(error, number, self._settings, given=self._number, now_s=self._now(), chance=chance):
            self._number += 1
            self._tell(failed, BreakerPhase.OPEN)
        if failed.until_s is not None and failed.until_s != before_s:
            self._change()
            if self._share is not None:
                self._share.tell_open(failed.name, failed.until_s)

    def _drop(self, breakers: Iterable[Breaker], number: Number) -> None:
        for breaker in breakers:
            if breaker.drop(number):
                self._change()

    def _reset(self, breaker: Breaker) -> bool:
        """True when it was not closed. What others hold against it is lifted in any case."""
        was_unwell = breaker.close()
        breaker.last_failure_s = -math.inf
        self._tell_well(breaker)
        if was_unwell:
            self._tell(breaker, BreakerPhase.CLOSED)
        return was_unwell

    def _tell_well(self, breaker: Breaker) -> None:
        if self._share is not None:
            self._share.tell_well(breaker.name)

    def _tell(self, breaker: Breaker, phase: BreakerPhase) -> None:
        """A breaker is in another phase now."""
        if phase is BreakerPhase.CLOSED:
            self._unwell.pop(breaker.name, None)
        else:
            self._unwell[breaker.name] = breaker
        self._change()
        until = None if breaker.until_s is None else self._moment(breaker.until_s)
        code = breaker.error_code if breaker.failures else None
        self._teller.tell(BreakerChanged(breaker.name, phase, until, code, self._moment(self._now())))

    def _change(self) -> None:
        """Who rests, or until when, is not as it was: find it again when it is asked for, and wake who waits for it."""
        self._resting = None
        self._changed.set()
        self._changed.clear()

    def _moment(self, at_s: float) -> datetime:
        """A moment as people know it."""
        return moment(at_s + self._behind_s())

    def _of(self, ref: ModelRef) -> list[Breaker]:
        """The breakers that speak of a model: its own and its key's, as far as there are any."""
        return [b for b in (self._models.get(ref), self._keys.get(ref.provider)) if b is not None]

    def _model(self, ref: ModelRef) -> Breaker:
        breaker = self._models.get(ref)
        if breaker is None:
            breaker = self._models[ref] = self._by_name[f"{_MODEL}{ref}"] = Breaker(f"{_MODEL}{ref}")
        return breaker

    def _key(self, provider: str) -> Breaker:
        breaker = self._keys.get(provider)
        if breaker is None:
            breaker = self._keys[provider] = self._by_name[f"{_KEY}{provider}"] = Breaker(f"{_KEY}{provider}")
        return breaker

    def _named(self, name: str) -> Breaker | None:
        """The breaker that another replica speaks of; None where there is no such model or provider here."""
        if name in self._by_name:
            return self._by_name[name]
        if name.startswith(_KEY):
            provider = name.removeprefix(_KEY)
            return self._key(provider) if any(ref.provider == provider for ref in self._refs()) else None
        ref = ModelRef.parse(name.removeprefix(_MODEL)) if name.startswith(_MODEL) else None
        return self._model(ref) if ref is not None and ref in self._refs() else None

    def _who_rests(self, now_s: float) -> Mapping[ModelRef, str]:
        """Who rests now; notes until when this holds."""
        behind_s = self._behind_s()
        resting = _reasons(self._models, now_s, behind_s)
        keys = _reasons(self._keys, now_s, behind_s)
        for ref in self._refs() if keys else ():
            if ref.provider in keys:
                resting.setdefault(ref, f"with its provider, {keys[ref.provider]}")
        changes_s = (s for b in self._unwell.values() for s in (b.until_s, b.rests_until_s(now_s)))
        self._resting_until_s = min((s for s in changes_s if s is not None and s > now_s), default=math.inf)
        return MappingProxyType(resting) if resting else NOBODY


def _reasons(breakers: Mapping[T, Breaker], now_s: float, behind_s: float) -> dict[T, str]:
    """Those that must not be asked now, each with why."""
    resting = {of: breaker for of, breaker in breakers.items() if breaker.rests_until_s(now_s) is not None}
    return {of: breaker.reason(now_s, behind_s) for of, breaker in resting.items()}
