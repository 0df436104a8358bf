"""When days and months begin, in a time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from segue.domain.budgets import Period, Span

_ALL_TIME = Span(Period.TOTAL, 0, None)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST = {Period.DAY: timedelta(days=2), Period.MONTH: timedelta(days=33)}
"""Longer than any lasts: there are days of 25 hours, and zones that moved across the date line."""
_MICROSECOND = timedelta(microseconds=1)


def span(period: Period, zone: str, *, now: datetime) -> Span:
    """The day or month in which `now` lies: it begins at midnight there, also where a day has 23 hours or 25."""
    if period is Period.TOTAL:
        return _ALL_TIME
    place = ZoneInfo(zone)
    today = now.astimezone(place).date()
    if period is Period.DAY:
        first, following = today, today + timedelta(days=1)
    else:
        first = today.replace(day=1)
        following = (first + timedelta(days=32)).replace(day=1)
    return Span(period, (_midnight(first, place) - _EPOCH) // _MICROSECOND, _midnight(following, place))


def _midnight(day: date, place: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=place).astimezone(UTC)


def earliest_us(period: Period, *, now: datetime) -> int:
    """Whatever began before is over, in every zone."""
    return 0 if period is Period.TOTAL else (now - _EPOCH - _LONGEST[period]) // _MICROSECOND


@lru_cache(maxsize=1_024)
def begins(period: Period, zone: str, began_us: int) -> bool:
    """Whether a day or a month of that zone began in this microsecond since 1970."""
    return span(period, zone, now=_EPOCH + began_us * _MICROSECOND).began_us == began_us


class Calendar:
    """Remembers the span of each period and zone while it lasts: working one out takes longer than a turn may.

    A clock that was put forward and back again finds the span of before.
    """

    def __init__(self) -> None:
        self._spans: dict[tuple[Period, str], tuple[datetime, Span]] = {}

    def span(self, period: Period, zone: str, *, now: datetime) -> Span:
        """As `span` says."""
        known = self._spans.get((period, zone))
        if known is not None and known[0] <= now and (known[1].ends_at is None or now < known[1].ends_at):
            return known[1]
        found = span(period, zone, now=now)
        self._spans[period, zone] = _EPOCH + found.began_us * _MICROSECOND, found
        return found
