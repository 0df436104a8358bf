"""When days and months begin, in a time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from segue.domain.budgets import Period, Span

_ALL_TIME = Span(Period.TOTAL, 0, None)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
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


class Calendar:
    """Remembers the span of each period and zone until it is over: working one out takes longer than a turn may."""

    def __init__(self) -> None:
        self._spans: dict[tuple[Period, str], Span] = {}

    def span(self, period: Period, zone: str, *, now: datetime) -> Span:
        """As `span` says."""
        known = self._spans.get((period, zone))
        if known is None or (known.ends_at is not None and now >= known.ends_at):
            known = self._spans[period, zone] = span(period, zone, now=now)
        return known
