"""Memory gets short and is enough again: which steps follow, why, and that none is taken and taken back in turn."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from segue.domain.models import ModelRef
from segue.machine.admission import Bound, Holding
from segue.machine.needs import Need
from segue.machine.pressure import PressureState, Step, Thresholds, next_state
from segue.machine.readings import Pressure, Reading

THRESHOLDS = Thresholds(0.5, 0.9, 0.2, 100, calm_looks=2)
READING = Reading(datetime(2026, 11, 1, tzinfo=UTC), 0.0, None, None, None, 0, 1_000, None)


def memory(available_bytes: int) -> tuple[Bound, ...]:
    """A machine of 1,000 bytes that keeps 100 of them free: short below 50, enough from 90 on."""
    return (Bound("machine", 1000, available_bytes, "own", reserve_bytes=100),)


def after(*available_bytes: int, state: PressureState | None = None) -> PressureState:
    """Where it stands after looks that find so much."""
    state = state or PressureState()
    for available in available_bytes:
        state = next_state(state, memory(available), (), None, THRESHOLDS)
    return state


def test_memory_that_stays_short_takes_every_step_in_order() -> None:
    """Each look that finds memory short takes one step more, up to the last. Covers R8.4."""
    steps = [after(*[40] * looks).step for looks in range(6)]
    assert steps == [
        Step.NONE,
        Step.NO_LOADS,
        Step.SHORT_CONTEXT,
        Step.UNLOAD_IDLE,
        Step.ELSEWHERE,
        Step.ELSEWHERE,
    ]


def test_reason_names_the_figures() -> None:
    """A step says what is left, and what it is less than."""
    assert after(40).reason == ("0.00 GB is left beside what loaded models may take (machine), less than 0.00 GB")


def test_between_short_and_enough_nothing_changes() -> None:
    """A step is neither taken nor taken back between the two figures: no ping-pong. Covers R8.4."""
    assert after(40, *[70] * 20).step is Step.NO_LOADS


def test_unknown_memory_does_not_calm() -> None:
    """While nobody tells how much is left, a step is neither taken nor taken back. Covers R8.4."""
    state = after(40, 40)
    for _ in range(20):
        state = next_state(state, (), (), None, THRESHOLDS)
    assert (state.step, state.is_short) == (Step.SHORT_CONTEXT, False)


def test_calm_takes_one_step_back_at_a_time() -> None:
    """Enough looks in a row that find enough take back the last step, then the one before it. Covers R8.4."""
    steps = [after(40, 40, *[95] * looks).step for looks in range(5)]
    assert steps == [Step.SHORT_CONTEXT, Step.SHORT_CONTEXT, Step.NO_LOADS, Step.NO_LOADS, Step.NONE]


def test_promised_memory_counts_as_taken() -> None:
    """What a loaded model may still take is not free, so that another process cannot take it unnoticed."""
    holding = Holding(ModelRef("local", "m"), Need(300, 300, 300, 0, 0, 0, 0), own_bytes=40)
    assert next_state(PressureState(), memory(300), [holding], None, THRESHOLDS).step is Step.NO_LOADS
    assert next_state(PressureState(), memory(320), [holding], None, THRESHOLDS).step is Step.NONE


def test_tasks_that_stand_still_count_as_short_memory() -> None:
    """Linux' own word on tasks that wait for memory takes a step, and keeps it until they run again."""
    stalled = replace(READING, memory_pressure=Pressure(0.3, 0.1))
    taken = next_state(PressureState(), memory(900), (), stalled, THRESHOLDS)
    assert (taken.step, taken.reason) == (
        Step.NO_LOADS,
        "tasks stood still for want of memory for 30% of the last ten seconds",
    )
    easing = replace(READING, memory_pressure=Pressure(0.15, 0.1))
    for _ in range(5):
        taken = next_state(taken, memory(900), (), easing, THRESHOLDS)
    assert taken.step is Step.NO_LOADS


def test_growing_swap_counts_as_short_memory() -> None:
    """Swap that fills takes a step; swap that is full and stays so does not."""
    first = next_state(PressureState(), memory(900), (), replace(READING, swap_used_bytes=500), THRESHOLDS)
    grown = next_state(first, memory(900), (), replace(READING, swap_used_bytes=700), THRESHOLDS)
    still = next_state(grown, memory(900), (), replace(READING, swap_used_bytes=700), THRESHOLDS)
    assert [state.step for state in (first, grown, still)] == [Step.NONE, Step.NO_LOADS, Step.NO_LOADS]


@given(st.lists(st.integers(-50, 200), max_size=60))
def test_steps_follow_one_another(available_bytes: list[int]) -> None:
    """Whatever memory does, no look moves by more than one step, and steps are taken back only when it is calm."""
    state = PressureState()
    for available in available_bytes:
        now = next_state(state, memory(available), (), None, THRESHOLDS)
        assert abs(now.step - state.step) <= 1
        assert now.step >= state.step or available >= 90
        state = now
    assert after(*[95] * 20, state=state).step is Step.NONE
