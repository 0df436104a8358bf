"""When a model, or a provider's key, rests: one breaker. Time, chance and numbers are passed in.

    closed ── failures in a row, or one that says enough ──▶ open ── its rest is over ──▶ half open
       ▲                                                      ▲                              │
       │                                                      └── the one that tried failed ──┤
       └───────────────────────────────── the one that tried was answered ───────────────────┘

Attempts are numbered by whoever keeps the breakers: one that began before a breaker opened has a number that is not
higher than `opened_at`. It neither closes the breaker nor opens it anew, however late it ends.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final, TypeAlias

from segue.config.settings import BreakerSettings
from segue.errors import (
    ContentRefused,
    DidNotGoOn,
    KeyRejected,
    ModelGone,
    NotEnoughMemory,
    OutOfCredit,
    OutOfQuota,
    PromptTooLong,
    ProviderError,
    RequestRefused,
    Unreachable,
    Unsupported,
)

Number: TypeAlias = int
"""An attempt's place among all of this process; 0: it was not admitted."""

PROBE_S: Final = 60.0
"""How long the one that tries a rested model may take; then another is let in. As `time.turn_s`."""
SPREAD: Final = 0.2
"""Most that chance adds to a rest, as a share of it: replicas that saw one outage must not try in step."""
LONGEST_ASKED_S: Final = 86_400.0
"""Longest rest at a provider's or another replica's word; what says more is not believed (as with `Retry-After`)."""
HEARD_LATE_S: Final = 1.0
"""How long something may have rested elsewhere before that is heard here: two exchanges of `share`."""

NO_ILL_HEALTH: Final = (
    *(RequestRefused, Unsupported, ContentRefused, PromptTooLong, OutOfQuota, NotEnoughMemory),
    DidNotGoOn,
)
"""Errors that say nothing of a model's health: the request was at fault, what may be asked is used up, this machine
has no room for it, or it answered well, only not where another one's answer had broken off."""
CONCERNS_KEY: Final = (KeyRejected, OutOfCredit, Unreachable)
"""Errors of a provider's key or address, and so of all its models."""
_FINAL: Final = (KeyRejected, OutOfCredit, ModelGone)
"""One of these is enough, and asking again soon is in vain."""


class BreakerPhase(StrEnum):
    """Where a breaker stands."""

    CLOSED = "closed"
    """Asked as usual."""
    OPEN = "open"
    """Not asked."""
    HALF_OPEN = "half_open"
    """Its rest is over: one may try."""


@dataclass(frozen=True, slots=True)
class BreakerState:
    """A breaker as operators see it."""

    name: str
    """`model:PROVIDER:NAME`, or `key:PROVIDER` for all models of a provider."""
    state: BreakerPhase
    failures: int
    """In a row, seen by this process; 0 where another replica told of it."""
    error_code: str | None
    """Code of the newest failure that this process saw; None where only another replica saw any."""
    until: datetime | None
    """When its rest is over (aware, UTC); None while it is closed."""
    openings: int
    """How often it opened since this process began."""
    reason: str | None
    """Why it is not asked now, as a sentence; None while it may be asked."""


@dataclass(slots=True)
class Breaker:
    """One breaker. Its deadline only moves later, until a success or somebody's reset takes it away."""

    name: str
    failures: int = 0
    rests: int = 0
    """Rests without a success since: each is twice as long as the one before."""
    openings: int = 0
    error_code: str | None = None
    until_s: float | None = None
    """When its rest is over, since the epoch; None while it is closed."""
    last_failure_s: float = -math.inf
    opened_s: float = -math.inf
    """When it opened last."""
    opened_at: Number = 0
    """The highest number that was given before that."""
    probe: Number | None = None
    """The one attempt that tries it after its rest."""
    probe_by_s: float = -math.inf
    """When that attempt is given up."""
    tried_elsewhere_until_s: float = -math.inf
    """Until when it is certain that another replica tries it."""

    def phase(self, now_s: float) -> BreakerPhase:
        """Where it stands at a moment."""
        if self.until_s is None:
            return BreakerPhase.CLOSED
        return BreakerPhase.OPEN if now_s < self.until_s else BreakerPhase.HALF_OPEN

    def is_tried(self, now_s: float) -> bool:
        """True while the one attempt of this process that may try does."""
        return self.probe is not None and now_s < self.probe_by_s

    def rests_until_s(self, now_s: float) -> float | None:
        """Until when it must not be asked, if nobody says anything before; None when it may be.

        It is open, or somebody is trying it.
        """
        if self.until_s is None:
            return None
        tried_s = self.probe_by_s if self.probe is not None else -math.inf
        until_s = max(self.until_s, tried_s, self.tried_elsewhere_until_s)
        return until_s if until_s > now_s else None

    def lend(self, number: Number, *, now_s: float) -> None:
        """Let this attempt be the one that tries."""
        self.probe, self.probe_by_s = number, now_s + PROBE_S

    def drop(self, number: Number) -> bool:
        """An attempt ended and says nothing; True when it was the one that tried: then another may."""
        if self.probe != number:
            return False
        self.probe = None
        return True

    def fail(
        self,
        error: ProviderError,
        number: Number,
        settings: BreakerSettings,
        *,
        given: Number,
        now_s: float,
        chance: float,
    ) -> bool:
        """An attempt failed by the fault of the model, the key or the provider. True when that opened it (anew).

        `given`: the highest number given so far; `chance`, 0 to 1, spreads rests. A late failure moves the deadline
        only if it says by itself that it has to.
        """
        is_late = self.until_s is not None and number <= self.opened_at
        self.failures += 1
        self.error_code, self.last_failure_s = error.code, now_s
        if not _says_enough(error) and (is_late or (self.until_s is None and self.failures < settings.failures)):
            return False
        rest_s = self._rest_s(error, settings, chance)
        if not is_late:
            self._open(given, now_s)
            self.rests += 1
        self._rest_until(now_s + rest_s)
        return not is_late

    def hear(self, until_s: float, *, given: Number, now_s: float) -> bool:
        """Another replica says that it rests until a moment. True when that opened it."""
        until_s = min(until_s, now_s + LONGEST_ASKED_S)
        if until_s <= max(now_s, self.until_s or 0.0):
            return False
        if was_closed := self.until_s is None:
            self._open(given, now_s - HEARD_LATE_S)
        self.last_failure_s = now_s
        self._rest_until(until_s)
        return was_closed

    def succeed(self, number: Number) -> bool:
        """An attempt was answered; True when that closed it."""
        if self.until_s is None:
            self.failures = self.rests = 0
            return False
        return number > self.opened_at and self.close()

    def close(self) -> bool:
        """Ask it as usual from now on; True when it was not."""
        was_closed = self.until_s is None
        self.failures = self.rests = 0
        self.until_s = self.probe = None
        self.tried_elsewhere_until_s = -math.inf
        return not was_closed

    def _open(self, given: Number, now_s: float) -> None:
        self.openings += 1
        self.opened_at, self.opened_s = given, now_s
        self.probe, self.tried_elsewhere_until_s = None, -math.inf

    def _rest_until(self, until_s: float) -> None:
        """The longer deadline wins."""
        self.until_s = until_s if self.until_s is None else max(until_s, self.until_s)

    def _rest_s(self, error: ProviderError, settings: BreakerSettings, chance: float) -> float:
        """How long it rests: what the provider asked for, exactly; else what the settings say, spread."""
        asked_s = _asked_s(error)
        if isinstance(error, _FINAL):
            own_s = settings.longest_rest_s
        elif asked_s:
            return asked_s
        else:
            own_s = min(settings.longest_rest_s, settings.rest_s * 2 ** min(self.rests, 20))
        return max(asked_s, own_s * (1 + SPREAD * chance))

    def state(self, *, now_s: float, behind_s: float = 0.0) -> BreakerState:
        """What operators see of it now; `behind_s`: how far their clock is ahead of the one that `now_s` is from."""
        return BreakerState(
            name=self.name,
            state=self.phase(now_s),
            failures=self.failures,
            error_code=self.error_code,
            until=None if self.until_s is None else moment(self.until_s + behind_s),
            openings=self.openings,
            reason=self.reason(now_s, behind_s) if self.rests_until_s(now_s) is not None else None,
        )

    def reason(self, now_s: float, behind_s: float = 0.0) -> str:
        """Why it rests, to be read behind "It is resting:"; `behind_s` as for `state`."""
        assert self.until_s is not None, "what is closed does not rest"
        times = "1 failure" if self.failures == 1 else f"{self.failures} failures"
        why = f"after {times} ({self.error_code})" if self.failures else "after failures at another replica"
        if now_s >= self.until_s:
            return f"{why}; it is being tried again."
        until = moment(self.until_s + behind_s)
        day = "" if until.date() == moment(now_s + behind_s).date() else f"{until:%Y-%m-%d} "
        return f"{why} until {day}{until:%H:%M:%S} UTC."


def moment(at_s: float) -> datetime:
    """Seconds since the epoch as a moment in UTC."""
    return datetime.fromtimestamp(at_s, UTC)


def _asked_s(error: ProviderError) -> float:
    """How long the provider asked to be left alone; 0 where it did not, or said nothing sensible."""
    asked_s = error.retry_after_s
    return min(asked_s, LONGEST_ASKED_S) if asked_s is not None and asked_s > 0 else 0.0


def _says_enough(error: ProviderError) -> bool:
    """True when one such failure is enough."""
    return isinstance(error, _FINAL) or _asked_s(error) > 0
