"""How often free models are asked: never beyond the limit, and to the last request for whoever needs it."""

from __future__ import annotations

import random
from collections import Counter, deque
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.domain.listing import KeyLimits
from segue.providers.openrouter.quota import RULE, Allowed, Refused, Used, daily_limit, is_rationed
from segue.providers.openrouter.tally import FreeTally

NOON = datetime(2026, 5, 13, 12, 0, tzinfo=UTC)
MIDNIGHT = datetime(2026, 5, 13, tzinfo=UTC)
RESERVE = 0.2


class Host:
    """Counts as OpenRouter does: by the day in UTC, and over every sixty seconds."""

    def __init__(self, a_day: int) -> None:
        self.a_day = a_day
        self._today: Counter[date] = Counter()
        self._lately: deque[datetime] = deque()

    def has_one_left(self, now: datetime) -> bool:
        """Whether it would take one more."""
        while self._lately and self._lately[0] <= now - timedelta(seconds=60):
            self._lately.popleft()
        return self._today[now.date()] < self.a_day and len(self._lately) < RULE.a_minute

    def ask(self, now: datetime) -> None:
        """One request."""
        self._today[now.date()] += 1
        self._lately.append(now)


def turns_of_a_day(seed: int, mean_gap_s: float) -> Iterator[tuple[datetime, bool]]:
    """Moments of turns over two days with whether each is therapeutic: quiet nights, rushes, a third of them grave."""
    chance, now = random.Random(seed), MIDNIGHT
    while now < MIDNIGHT + timedelta(days=2):
        is_rush = chance.random() < 0.05
        for _ in range(chance.randint(10, 40) if is_rush else 1):
            yield now, chance.random() < 0.33
            now += timedelta(seconds=chance.random())
        now += timedelta(seconds=chance.expovariate(1 / mean_gap_s))


@pytest.mark.parametrize("a_day", [RULE.a_day, RULE.a_day_with_credit])
@pytest.mark.parametrize(("mean_gap_s", "seed"), [(120, 1), (400, 2), (400, 3), (900, 4)])
def test_over_a_day_nothing_is_asked_beyond_and_no_therapeutic_turn_is_left(
    tmp_path: Path, a_day: int, mean_gap_s: float, seed: int
) -> None:
    """Never a request beyond the limit; every therapeutic turn answered while one is left. Covers R3.3."""
    clock = [MIDNIGHT]
    tally, host = FreeTally(tmp_path / "free.json", now=lambda: clock[0]), Host(a_day)
    answered = kept_back = 0
    for now, is_therapeutic in turns_of_a_day(seed, mean_gap_s):
        clock[0] = now
        allowed = Allowed(RULE.a_minute, a_day, is_therapeutic, RESERVE)
        is_left, against = host.has_one_left(now), tally.take(allowed.refuses)
        if against is None:
            assert is_left, f"asked beyond the limit at {now}"
            host.ask(now)
            answered += 1
        else:
            assert not (is_therapeutic and is_left), f"a therapeutic turn was refused at {now}: {against}"
            kept_back += is_left
    assert answered
    assert kept_back


@given(
    moments=st.lists(st.floats(0, 200_000), max_size=120).map(sorted),
    grave=st.lists(st.booleans(), min_size=120, max_size=120),
    a_day=st.integers(0, 60),
    a_minute=st.integers(1, 20),
    reserve=st.floats(0, 1),
)
def test_no_pattern_of_turns_goes_beyond(
    moments: list[float], grave: list[bool], a_day: int, a_minute: int, reserve: float
) -> None:
    """Whatever the limits and whenever turns come, the limits hold and grave turns find what is left. Covers R3.3."""
    used, asked = Used(MIDNIGHT.date()), list[datetime]()
    for seconds, is_therapeutic in zip(moments, grave, strict=False):
        now = MIDNIGHT + timedelta(seconds=seconds)
        against = Allowed(a_minute, a_day, is_therapeutic, reserve).refuses(used, now)
        today = sum(moment.date() == now.date() for moment in asked)
        lately = sum(moment > now - timedelta(seconds=60) for moment in asked)
        is_left = today < a_day and lately < a_minute
        assert against is not None or is_left
        assert against is None or not (is_therapeutic and is_left)
        if against is None:
            used = used.and_one(now)
            asked.append(now)
        else:
            assert 0 <= against.wait_s <= 86_400


def used(today: int, *ago_s: float) -> Used:
    return Used(NOON.date(), today, tuple(NOON - timedelta(seconds=seconds) for seconds in ago_s))


@pytest.mark.parametrize(
    ("before", "is_therapeutic", "reason", "wait_s"),
    [
        (used(0), False, None, 0),
        (used(44), False, None, 0),
        (used(45), False, "The last 5 free requests of the day are kept for therapeutic turns.", 43_200),
        (used(49), True, None, 0),
        (used(50), True, "All 50 free requests of the day were made.", 43_200),
        (used(15, *range(15, 0, -1)), False, None, 0),
        (
            used(16, *range(16, 0, -1)),
            False,
            "The last 4 free requests of the minute are kept for therapeutic turns.",
            44,
        ),
        (used(16, *range(16, 0, -1)), True, None, 0),
        (used(20, *range(20, 0, -1)), True, "All 20 free requests of the minute were made.", 40),
        (used(20, 60, *range(19, 0, -1)), True, None, 0),
        (Used(date(2026, 5, 12), 50), False, None, 0),
    ],
)
def test_what_is_kept_is_told_with_the_wait(
    before: Used, is_therapeutic: bool, reason: str | None, wait_s: float
) -> None:
    """Half a day is left at noon, so half of the day's reserve is still kept; a minute's reserve is always kept."""
    told = Allowed(20, 50, is_therapeutic, RESERVE).refuses(before, NOON)

    assert told == (None if reason is None else Refused(reason, wait_s))


def test_clock_that_is_set_back_makes_nothing_free() -> None:
    """Yesterday by a wrong clock is still the day that was counted."""
    back = NOON - timedelta(days=1)

    assert Allowed(20, 50, is_therapeutic=True, reserve=0).refuses(used(50), back) is not None


def limits(**told: object) -> KeyLimits:
    return KeyLimits(read_at=NOON, **told)  # type: ignore[arg-type] # the table below is typed by its use


@pytest.mark.parametrize(
    ("known", "configured", "a_day"),
    [
        (None, None, 50),
        (None, 7, 7),
        (limits(free_a_day=1000), 7, 7),
        (limits(free_a_day=200), None, 200),
        (limits(bought_usd=Decimal(10)), None, 1000),
        (limits(bought_usd=Decimal("9.99")), None, 50),
        (limits(is_free_tier=False), None, 50),
    ],
)
def test_without_the_hosts_word_the_lower_limit_holds(
    known: KeyLimits | None, configured: int | None, a_day: int
) -> None:
    """What is configured counts first, then what the host said of the key; that something was paid is not enough."""
    told, because = daily_limit(known, configured)

    assert told == a_day
    assert because


def test_rule_has_a_date_and_a_source() -> None:
    """The figures are the host's own words, with the day on which they were read."""
    assert (RULE.a_minute, RULE.a_day, RULE.a_day_with_credit, RULE.credit_usd) == (20, 50, 1000, Decimal(10))
    assert RULE.as_of >= date(2026, 10, 17)
    assert RULE.source.startswith("openrouter.ai/docs")


def test_only_free_variants_count() -> None:
    """A model that happens to cost nothing has no quota of its own."""
    names = ("qwen/qwen3-coder:free", "openrouter/free", "openrouter/owl-alpha", "qwen/qwen3-coder")

    assert [is_rationed(name) for name in names] == [True, True, False, False]


def test_count_goes_on_where_the_file_cannot_be_written(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A full or read-only disk makes nothing free: the process counts by itself, and says so once."""
    (tmp_path / "file").write_text("")
    tally = FreeTally(tmp_path / "file" / "free.json", now=lambda: NOON)
    answers = [tally.take(lambda used, _: Refused("full", 1.0) if used.today >= 3 else None) is None for _ in range(5)]

    assert answers == [True, True, True, False, False]
    assert len(caplog.records) == 1


def test_what_the_host_counted_counts(tmp_path: Path) -> None:
    """Requests made elsewhere with the account are gone here as well; a lower figure changes nothing."""
    tally = FreeTally(tmp_path / "free.json", now=lambda: NOON)
    tally.note(12)
    tally.take(lambda used, now: None)
    tally.note(5)

    assert tally.used() == Used(NOON.date(), 13, (NOON,))


def test_requests_of_another_process_count_in_the_minute(tmp_path: Path) -> None:
    """Whoever was quiet for a minute does not forget over it what others made meanwhile. Covers R3.3."""
    clock = [NOON]
    quiet, busy = (FreeTally(tmp_path / "free.json", now=lambda: clock[0]) for _ in range(2))
    allowed = Allowed(20, 1000, is_therapeutic=True, reserve=0)
    for tally, seconds, count in ((quiet, 0, 10), (busy, 61, 5)):
        clock[0] = NOON + timedelta(seconds=seconds)
        assert [tally.take(allowed.refuses) for _ in range(count)] == [None] * count

    assert sum(quiet.take(allowed.refuses) is None for _ in range(20)) == 15


def test_minute_goes_on_over_midnight_and_a_restart(tmp_path: Path) -> None:
    """A process that starts just after midnight knows what was made just before. Covers R3.3."""
    clock = [MIDNIGHT - timedelta(seconds=5)]
    allowed = Allowed(20, 1000, is_therapeutic=True, reserve=0)
    before = FreeTally(tmp_path / "free.json", now=lambda: clock[0])
    assert [before.take(allowed.refuses) for _ in range(18)] == [None] * 18
    clock[0] = MIDNIGHT + timedelta(seconds=5)
    after = FreeTally(tmp_path / "free.json", now=lambda: clock[0])

    assert sum(after.take(allowed.refuses) is None for _ in range(20)) == 2
    assert after.used().today == 2
