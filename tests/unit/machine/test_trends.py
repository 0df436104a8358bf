"""History is bounded, and a trend is told only where there surely is one."""

import itertools
import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from segue.machine.history import CLOSEST_S, MOST_THINNED, RECENT_S, THINNED_S, History
from segue.machine.readings import Reading
from segue.machine.trends import trend, trends

GB = 10**9
READING = Reading(datetime(2026, 3, 1, tzinfo=UTC), 0.0, None, 10 * GB, GB, 0, 0, GB)


def kept(history: History) -> list[float]:
    return [reading.at_s for reading in history]


def test_old_readings_are_thinned_and_then_dropped() -> None:
    """All of five minutes, one a minute of half a day before, and no more."""
    history, days_s = History(), 2 * 86_400
    for at_s in range(0, days_s, 10):
        history.add(replace(READING, at_s=float(at_s)))
    times = kept(history)
    newest_s = days_s - 10
    assert times == sorted(times)
    recent = [at_s for at_s in times if at_s >= newest_s - RECENT_S]
    assert len(recent) == RECENT_S / 10 + 1
    thinned = times[: -len(recent)]
    assert len(thinned) == MOST_THINNED
    assert {after - before for before, after in itertools.pairwise(thinned)} == {THINNED_S}


def test_readings_in_quick_succession_do_not_push_others_out() -> None:
    """Whoever asks a thousand times a second shortens nobody's history."""
    history = History()
    for step in range(1000):
        history.add(replace(READING, at_s=step / 1000))
    assert kept(history) == [0.0, CLOSEST_S]


def test_steady_leak_tells_when_nothing_is_left() -> None:
    """A hundred megabytes a second of one gigabyte: ten seconds after the newest."""
    points = [(float(at_s), 4 * GB - at_s * GB // 10) for at_s in range(31)]
    found = trend(points)
    assert found is not None
    assert found.bytes_a_s == pytest.approx(-GB / 10)
    assert found.left_s == pytest.approx(10)


def test_what_grows_has_no_end() -> None:
    """More and more free memory is a trend, without an end."""
    found = trend([(float(at_s), GB + at_s * 10**6) for at_s in range(40)])
    assert found is not None
    assert found.bytes_a_s == pytest.approx(10**6)
    assert found.left_s is None


def test_noise_is_no_trend() -> None:
    """Free memory that goes up and down by chance foretells nothing."""
    chance = random.Random(5)
    points = [(float(at_s), GB + chance.randint(-(10**8), 10**8)) for at_s in range(60)]
    assert trend(points) is None
    assert trend([(float(at_s), GB) for at_s in range(60)]) is None


def test_what_wanders_is_no_trend() -> None:
    """Free memory is near what it was a second ago: by its errors alone most walks would be a sure trend."""
    chance, walks, told = random.Random(7), 200, 0
    for _ in range(walks):
        at, points = 22 * GB, []
        for at_s in range(60):
            at += chance.randint(-(10**7), 10**7)
            points.append((float(at_s), at))
        told += trend(points) is not None
    assert told < walks / 4


def test_a_step_is_no_trend() -> None:
    """A program that started took its memory once; and a few seconds say nothing."""
    chance = random.Random(5)
    points = [(float(at_s), (20 if at_s < 30 else 19) * GB + chance.randint(0, 10**7)) for at_s in range(60)]
    assert trend(points) is None
    assert trend([(float(at_s), GB - at_s * 10**7) for at_s in range(20)]) is None


def test_too_little_is_no_trend() -> None:
    """Few readings, a short span, or unknown figures."""
    assert trend([]) is None
    assert trend([(0.0, GB), (60.0, 0)]) is None
    assert trend([(at / 100, GB - at) for at in range(20)]) is None
    assert trend([(float(at), None) for at in range(20)]) is None


def test_memory_and_disk_have_their_own() -> None:
    """One may shrink while the other stands."""
    readings = [replace(READING, at_s=float(s), available_bytes=GB - s * 10**6) for s in range(40)]
    found = trends(readings)
    assert found.memory is not None
    assert found.memory.bytes_a_s == pytest.approx(-(10**6))
    assert found.disk is None
