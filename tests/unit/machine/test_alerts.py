"""Something is short beyond one level and no more beyond another, each once it has lasted."""

import itertools
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.machine.alerts import Alerts, Resource, Shortage, Threshold
from segue.machine.readings import GpuReading, Pressure, Reading
from segue.machine.shortage_words import words

GB = 10**9
NOTHING = Reading(datetime(2026, 3, 1, tzinfo=UTC), 0.0, None, None, None, None, None, None)


def reading(at_s: float = 0.0, **known: object) -> Reading:
    """A reading in which only these are known."""
    values = {name: getattr(NOTHING, name) for name in NOTHING.__slots__}
    return Reading(**(values | {"at_s": at_s} | known))


def memory(at_s: float, free_gb: float) -> Reading:
    return reading(at_s, memory_bytes=10 * GB, available_bytes=round(free_gb * GB))


def test_alert_comes_after_its_time_and_ends_beyond_the_other_level() -> None:
    """Between the two levels nothing changes, and a moment beyond one of them is no alert. Covers R8.3."""
    alerts = Alerts([Threshold("memory", on=0.1, off=0.2, hold_s=3)])
    steps = [(0, 0.5), (1, 5), (2, 0.5), (4, 0.5), (5, 0.5), (6, 1.5), (7, 2.5), (8, 1.5), (9, 2), (12, 2)]
    told = [(at_s, change.is_over) for at_s, free_gb in steps for change in alerts.see(memory(at_s, free_gb))]
    assert told == [(5, False), (12, True)]
    assert alerts.short == ()


def test_what_is_short_is_shown_as_it_is_now() -> None:
    """The figure of the newest reading counts, not that of the alert."""
    alerts = Alerts([Threshold("memory", on=0.1, off=0.2, hold_s=0)])
    alerts.see(memory(0, 0.5))
    assert alerts.see(memory(1, 0.3)) == ()
    assert alerts.short == (Shortage("memory", False, 0.03, 0.1),)


def test_each_graphics_processor_is_counted_by_itself() -> None:
    """One that is full does not hide behind one that is empty; one that tells nothing is left alone."""
    alerts = Alerts([Threshold("gpu_memory", on=0.1, off=0.2, hold_s=0)])
    gpus = GpuReading("a", 8 * GB, 7 * GB), GpuReading("b", 8 * GB, 0), GpuReading("c")
    assert alerts.see(reading(gpus=gpus)) == (Shortage("gpu_memory", False, 0.0, 0.1, gpu=1),)


@pytest.mark.parametrize(
    ("resource", "on", "off", "short", "well"),
    [
        ("disk", 2e9, 3e9, {"disk_free_bytes": GB}, {"disk_free_bytes": 3 * GB}),
        ("swap", 0.6, 0.4, {"swap_bytes": 10, "swap_used_bytes": 7}, {"swap_bytes": 10, "swap_used_bytes": 4}),
        ("pressure", 0.2, 0.05, {"memory_pressure": Pressure(0.3, 0.1)}, {"memory_pressure": Pressure(0.05, 0.1)}),
    ],
)
def test_every_resource_has_its_measure(
    resource: Resource, on: float, off: float, short: dict[str, object], well: dict[str, object]
) -> None:
    """Room on the disk gets less, swapped memory and pressure get more."""
    alerts = Alerts([Threshold(resource, on, off, 0)])
    assert [change.is_over for change in alerts.see(reading(0, **short))] == [False]
    assert alerts.see(reading(1)) == (), "what is unknown changes nothing"
    assert [change.is_over for change in alerts.see(reading(2, **well))] == [True]


def test_machine_without_swap_is_not_short_of_it() -> None:
    """None of nothing is used."""
    alerts = Alerts([Threshold("swap", 0.6, 0.4, 0)])
    assert alerts.see(reading(swap_bytes=0, swap_used_bytes=0)) == ()


@given(st.lists(st.tuples(st.floats(0.01, 5), st.floats(0, 1)), max_size=40), st.floats(0, 5))
def test_alerts_alternate_and_are_never_closer_than_their_time(steps: list[tuple[float, float]], hold_s: float) -> None:
    """Whatever the figures do, nobody is told twice of the same, and never more often than once in `hold_s`."""
    alerts, at_s = Alerts([Threshold("memory", 0.1, 0.2, hold_s)]), 0.0
    told: list[tuple[float, bool]] = []
    for pause_s, share in steps:
        at_s += pause_s
        changes = alerts.see(reading(at_s, memory_bytes=1000, available_bytes=round(1000 * share)))
        told += [(at_s, change.is_over) for change in changes]
    assert [is_over for _, is_over in told] == [place % 2 == 1 for place in range(len(told))]
    assert all(after[0] - before[0] >= hold_s for before, after in itertools.pairwise(told))
    assert bool(alerts.short) == (len(told) % 2 == 1)


@pytest.mark.parametrize(
    ("shortage", "said"),
    [
        (Shortage("memory", False, 0.05, 0.1), "Memory is short: 0.50 GB of 10.0 GB can be taken."),
        (Shortage("memory", True, 0.05, 0.1), "Memory is enough again: 0.50 GB of 10.0 GB can be taken."),
        (Shortage("disk", False, 1e9, 2e9), "The disk of SEGUE_HOME is nearly full: 1.0 GB is free."),
        (Shortage("swap", False, 0.7, 0.6), "Much is swapped out: 0.70 GB of 1.0 GB."),
        (Shortage("pressure", False, 0.35, 0.2), "Programs wait for memory: 35% of the last ten seconds."),
        (
            Shortage("gpu_memory", False, 0.02, 0.1, gpu=1),
            "Memory of graphics processor 1 (card) is short: 0.20 GB of 8.0 GB is free.",
        ),
    ],
)
def test_shortage_is_told_with_its_figures(shortage: Shortage, said: str) -> None:
    """One sentence for the log, the webhook and the command line."""
    known = reading(
        memory_bytes=10 * GB,
        available_bytes=GB // 2,
        disk_free_bytes=GB,
        swap_bytes=GB,
        swap_used_bytes=7 * GB // 10,
        gpus=(GpuReading("other"), GpuReading("card", 8 * GB, GB // 5)),
    )
    assert words(shortage, known) == said


def test_processor_that_was_taken_away_is_still_told_of() -> None:
    """What was short and cannot be asked any more stays short, with figures that are unknown."""
    gone = Shortage("gpu_memory", False, 0.02, 0.1, gpu=1)
    assert words(gone, NOTHING) == "Memory of graphics processor 1 (gone) is short: unknown of unknown is free."
