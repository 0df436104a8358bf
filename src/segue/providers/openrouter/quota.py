"""How often free models may be asked: OpenRouter's rule as a row of data, and what is kept back for whom. Pure.

Therapeutic turns are asked as long as one request is left. Others leave a part: in each minute, and of the day as much
as is still to come, so that the evening finds something and nothing is left over at midnight.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from segue.domain.listing import KeyLimits

MINUTE: Final = timedelta(seconds=60)
DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FreeRule:
    """What the host says of free models, with the day on which it was read."""

    a_minute: int
    a_day: int
    a_day_with_credit: int
    credit_usd: Decimal
    """Credit ever bought from which on `a_day_with_credit` holds."""
    as_of: date
    source: str


RULE: Final = FreeRule(
    a_minute=20,
    a_day=50,
    a_day_with_credit=1000,
    credit_usd=Decimal(10),
    as_of=date(2026, 10, 17),
    source="openrouter.ai/docs/api-reference/limits",
)
"""For the account as a whole, all `:free` models together; refused requests count. The day begins at midnight UTC."""


def is_rationed(model: str) -> bool:
    """Whether a model's requests count: free variants, and the router that picks one."""
    return model.endswith(":free") or model == "openrouter/free"


def daily_limit(limits: KeyLimits | None, configured: int | None, rule: FreeRule = RULE) -> tuple[int, str]:
    """Requests a day, and where the figure comes from. Without the host's word on the key the lower one holds."""
    if configured is not None:
        return configured, "as configured in `free_requests_a_day`"
    if limits is not None and limits.free_a_day is not None:
        return limits.free_a_day, f"as OpenRouter said of this key on {limits.read_at:%Y-%m-%d}"
    if limits is not None and limits.bought_usd is not None:
        if limits.bought_usd >= rule.credit_usd:
            return rule.a_day_with_credit, f"OpenRouter's rule for accounts that bought ${rule.credit_usd} of credit"
        return rule.a_day, f"OpenRouter's rule for accounts that bought less than ${rule.credit_usd} of credit"
    return rule.a_day, f"OpenRouter's rule unless ${rule.credit_usd} of credit were bought"


@dataclass(frozen=True, slots=True)
class Used:
    """Requests that were made: how many on a day, and when the last ones were."""

    day: date
    today: int = 0
    lately: tuple[datetime, ...] = ()
    """Moments within the last minute, oldest first."""

    def at(self, now: datetime) -> Used:
        """The same, as it counts at a moment: a new day begins at midnight UTC, and what is older than a minute goes.

        A clock that was set back makes nothing free again.
        """
        today = now.astimezone(UTC).date()
        lately = tuple(moment for moment in self.lately if moment > now - MINUTE)
        return Used(today, 0, lately) if today > self.day else Used(self.day, self.today, lately)

    def and_one(self, now: datetime) -> Used:
        """With one more, made now."""
        used = self.at(now)
        return Used(used.day, used.today + 1, (*used.lately, now))

    def at_least(self, day: date, count: int) -> Used:
        """What the host has counted on a day, where that is more: others may use the account as well."""
        if day < self.day:
            return self
        return Used(day, max(count, self.today if day == self.day else 0), self.lately)


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a request must not be made now, and when it may be tried again."""

    reason: str
    wait_s: float


@dataclass(frozen=True, slots=True)
class Allowed:
    """What one kind of turn may make of the free requests."""

    a_minute: int
    a_day: int
    is_therapeutic: bool
    reserve: float
    """The share, 0 to 1, that turns of other kinds leave untouched."""

    def shared_by(self, gateways: int) -> Allowed:
        """The part of each of so many."""
        return replace(self, a_minute=self.a_minute // gateways, a_day=self.a_day // gateways)

    def room(self, now: datetime) -> tuple[int, int]:
        """How many may have been made in the last minute, and today, when this is the last one."""
        if self.is_therapeutic:
            return self.a_minute, self.a_day
        left_of_day = min(1.0, max(0.0, (_midnight(now.astimezone(UTC).date()) - now) / DAY))
        kept_now, kept_today = self.reserve * self.a_minute, self.reserve * self.a_day * left_of_day
        return self.a_minute - math.ceil(kept_now), self.a_day - math.ceil(kept_today)

    def refuses(self, used: Used, now: datetime) -> Refused | None:
        """Why one more is not made; None: it may be."""
        used = used.at(now)
        most_now, most_today = self.room(now)
        tomorrow_s = (_midnight(used.day) - now).total_seconds()
        if used.today >= self.a_day:
            return Refused(f"All {self.a_day} free requests of the day were made.", tomorrow_s)
        if len(used.lately) >= self.a_minute:
            return Refused(f"All {self.a_minute} free requests of the minute were made.", _until_free(used.lately, now))
        if used.today >= most_today:
            last = self.a_day - used.today
            reason = f"The last {last} free requests of the day are kept for therapeutic turns."
            return Refused(reason, tomorrow_s)
        if len(used.lately) >= most_now:
            last = self.a_minute - len(used.lately)
            reason = f"The last {last} free requests of the minute are kept for therapeutic turns."
            return Refused(reason, _until_free(used.lately, now))
        return None


def _midnight(day: date) -> datetime:
    """The end of a day in UTC."""
    return datetime.combine(day, time(), UTC) + DAY


def _until_free(lately: Iterable[datetime], now: datetime) -> float:
    return max(0.0, (min(lately, default=now) + MINUTE - now).total_seconds())
