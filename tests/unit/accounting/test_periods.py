"""Days and months, in UTC and elsewhere."""

from datetime import UTC, datetime, timedelta

from segue.accounting.periods import Calendar, begins, span
from segue.domain.budgets import Period, Span


def us(moment: datetime) -> int:
    return int(moment.timestamp()) * 1_000_000


def test_a_day_in_utc_ends_at_midnight() -> None:
    """The next one begins where it ends."""
    found = span(Period.DAY, "UTC", now=datetime(2026, 11, 26, 23, 59, 59, tzinfo=UTC))

    assert found == Span(Period.DAY, us(datetime(2026, 11, 26, tzinfo=UTC)), datetime(2026, 11, 27, tzinfo=UTC))


def test_a_day_elsewhere_begins_at_midnight_there() -> None:
    """In Berlin a winter's day begins an hour before that of UTC."""
    found = span(Period.DAY, "Europe/Berlin", now=datetime(2026, 11, 26, 23, 30, tzinfo=UTC))

    assert found.began_us == us(datetime(2026, 11, 26, 23, tzinfo=UTC))
    assert found.ends_at == datetime(2026, 11, 27, 23, tzinfo=UTC)


def test_the_day_on_which_the_clock_is_put_back_has_25_hours() -> None:
    """Nobody gets a budget twice for it."""
    found = span(Period.DAY, "Europe/Berlin", now=datetime(2026, 10, 25, 12, tzinfo=UTC))

    assert found.ends_at is not None
    assert us(found.ends_at) - found.began_us == 25 * 3_600_000_000


def test_a_month_ends_with_its_last_day() -> None:
    """December is followed by January of the next year."""
    found = span(Period.MONTH, "UTC", now=datetime(2026, 12, 31, 12, tzinfo=UTC))

    assert (found.began_us, found.ends_at) == (us(datetime(2026, 12, 1, tzinfo=UTC)), datetime(2027, 1, 1, tzinfo=UTC))


def test_all_time_never_ends() -> None:
    """What is spent in total stays spent."""
    assert span(Period.TOTAL, "UTC", now=datetime(2026, 12, 31, tzinfo=UTC)) == Span(Period.TOTAL, 0, None)


def test_the_calendar_turns_its_page_at_the_very_moment() -> None:
    """What it remembers is over with the period."""
    calendar = Calendar()
    before = calendar.span(Period.DAY, "UTC", now=datetime(2026, 11, 26, 12, tzinfo=UTC))
    after = calendar.span(Period.DAY, "UTC", now=datetime(2026, 11, 27, tzinfo=UTC))

    assert before.ends_at == datetime(2026, 11, 27, tzinfo=UTC)
    assert after.began_us == us(datetime(2026, 11, 27, tzinfo=UTC))


def test_a_clock_that_jumped_ahead_and_back_is_in_today_again() -> None:
    """What was spent today counts; nothing is booked on a day that has not come."""
    calendar, now = Calendar(), datetime(2026, 11, 26, 12, tzinfo=UTC)
    today = calendar.span(Period.DAY, "UTC", now=now)

    assert calendar.span(Period.DAY, "UTC", now=now + timedelta(days=400)) != today
    assert calendar.span(Period.DAY, "UTC", now=now) == today


def test_a_day_of_berlin_is_no_day_of_utc() -> None:
    """It begins at another moment, in summer and in winter."""
    berlin = span(Period.DAY, "Europe/Berlin", now=datetime(2026, 11, 26, 12, tzinfo=UTC))

    assert begins(Period.DAY, "Europe/Berlin", berlin.began_us)
    assert not begins(Period.DAY, "UTC", berlin.began_us)
    assert begins(Period.TOTAL, "UTC", 0)
