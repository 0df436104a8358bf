"""A session's risk state: replicas that know it differently agree, and no risk is lost on the way, in bytes neither."""

import json
from contextlib import suppress
from dataclasses import replace
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.domain.models import SafetyLevel
from segue.domain.risk import QUIET, STAGES, Latch, RiskStage, RiskState, Trace, joined
from segue.domain.risk_bytes import VERSION, UnreadableRisk, at_stage, believed, decoded, encoded, joined_bytes
from tests.support.risk import NOW_US, RISK_STATES

HOUR_US = 3_600_000_000


@given(a=RISK_STATES, b=RISK_STATES, c=RISK_STATES)
def test_replicas_agree_in_whatever_order_they_tell_each_other(a: RiskState, b: RiskState, c: RiskState) -> None:
    """Joining is commutative, associative and idempotent."""
    assert joined(a, b) == joined(b, a)
    assert joined(joined(a, b), c) == joined(a, joined(b, c))
    assert joined(a, a) == a
    assert joined(joined(a, b), b) == joined(a, b)


@given(
    states=st.lists(RISK_STATES, min_size=2, max_size=4), later_turns=st.integers(0, 9), later_us=st.integers(0, 10**9)
)
def test_joining_loses_no_risk(states: list[RiskState], later_turns: int, later_us: int) -> None:
    """Evidence, what was disclosed and the highest level are those of whoever knew most."""
    both = reduce(joined, states)
    turn, at_us = 30 + later_turns, NOW_US + 10**9 + later_us
    most = max(state.evidence.at(turn, at_us) for state in states)
    assert both.evidence.at(turn, at_us) == pytest.approx(most)
    assert both.highest.rank == max(state.highest.rank for state in states)
    assert all(state.disclosed <= both.disclosed for state in states)
    assert both.calm_turns <= max(state.calm_turns for state in states)


@given(a=RISK_STATES, b=RISK_STATES)
def test_a_stage_stays_unless_what_raised_it_was_settled(a: RiskState, b: RiskState) -> None:
    """What one replica has open is closed by another only where that one has settled the very same."""
    both = joined(a, b)
    for stage in (RiskStage.CHECK_IN, RiskStage.SCREEN, RiskStage.SAFETY, RiskStage.FOLLOW_UP):
        ours, theirs = latch(a, stage), latch(b, stage)
        if ours.is_open and theirs.settled_us < ours.raised_us:
            assert latch(both, stage).is_open
            assert both.stage.gravity >= stage.gravity


def latch(state: RiskState, stage: RiskStage) -> Latch:
    value = getattr(state, stage.value)
    assert isinstance(value, Latch)
    return value


def test_a_danger_that_was_heard_elsewhere_outlives_a_release() -> None:
    """One replica releases what it knows of, while another hears more: the protocol goes on."""
    danger = RiskState(safety=Latch(raised_us=5))
    here = replace(danger, safety=danger.safety.settled, follow_up=Latch(6))
    there = replace(danger, safety=danger.safety.raised(7))
    assert here.stage is RiskStage.FOLLOW_UP
    assert joined(here, danger).stage is RiskStage.FOLLOW_UP
    assert joined(here, there).stage is RiskStage.SAFETY


def test_evidence_decays_by_turns_and_by_hours() -> None:
    """Six turns halve it, and so do twelve hours; a clock that goes back changes nothing."""
    trace = Trace(1.0, turn=4, at_us=NOW_US)
    assert trace.at(4, NOW_US) == 1.0
    assert trace.at(10, NOW_US) == 0.5
    assert trace.at(10, NOW_US + 12 * HOUR_US) == 0.25
    assert trace.at(4, NOW_US - HOUR_US) == 1.0


@given(state=RISK_STATES)
def test_a_state_comes_back_from_its_bytes(state: RiskState) -> None:
    """What is kept is what was known, and equal states have equal bytes."""
    data = encoded(state)
    assert decoded(data) == state
    assert encoded(decoded(data)) == data


def test_a_quiet_state_takes_no_room() -> None:
    """Most sessions keep nothing."""
    assert (encoded(QUIET), decoded(b"")) == (b"", QUIET)


@given(a=RISK_STATES, b=RISK_STATES)
def test_bytes_are_joined_as_states_are(a: RiskState, b: RiskState) -> None:
    """Where bytes are put together nothing else is decided."""
    assert joined_bytes(encoded(a), encoded(b)) == encoded(joined(a, b))


@given(data=st.binary(min_size=1, max_size=80))
def test_garbage_is_no_calm_state(data: bytes) -> None:
    """Whatever bytes stand there, they are read as a state or said to be unreadable; those of no version are grave."""
    with suppress(UnreadableRisk):
        assert believed(data) == decoded(data)
        return
    if data[0] <= VERSION:
        assert believed(data).stage is RiskStage.SAFETY


@given(state=RISK_STATES, place=st.integers(0, 400), byte=st.integers(0, 255))
def test_a_flipped_byte_breaks_nothing(state: RiskState, place: int, byte: int) -> None:
    """Bytes that a disk has changed are read as some state, or as an unreadable one."""
    data = bytearray(encoded(state))
    if data:
        data[place % len(data)] = byte
        assert isinstance(believed(bytes(data)), RiskState)


@pytest.mark.parametrize("stage", STAGES)
def test_a_newer_versions_state_is_as_grave_as_its_head_says(stage: RiskStage) -> None:
    """A gateway that is behind does not know the details, but that somebody is in danger it does."""
    data = bytearray(encoded(replace(at_stage(stage, NOW_US), turn=1)))
    data[0] = VERSION + 1
    with pytest.raises(UnreadableRisk) as caught:
        decoded(bytes(data[:10]) + b"anything")
    assert caught.value.believed.stage is stage
    assert caught.value.believed.last_us == (0 if stage is RiskStage.OBSERVE else NOW_US)


FIRST = RiskState(
    turn=7, safety=Latch(NOW_US), disclosed=frozenset({"suicide:plan"}), highest=SafetyLevel.HIGH, cared_turn=2,
    uneasy_turn=6,
)  # fmt: skip
FIRST_BYTES = (
    b"\x01\x04" + NOW_US.to_bytes(8, "big") + b"[7,[0.0,0,0],[0.0,0,0],[0,0],[0,0],[%d,0],[0,0],"
    b'["suicide:plan"],3,[0,0,0,[0,0,0,0,0,0,0]],[2,0,6,0%s],null]'
)


@pytest.mark.parametrize(("more", "place_turn"), [(b"", 0), (b",5", 5)])
def test_what_the_first_version_wrote_is_read_and_written_anew(more: bytes, place_turn: int) -> None:
    """Bytes as they stood in stores, with and without the turn that was added; nothing of them is lost."""
    state = decoded(FIRST_BYTES % (NOW_US, more))
    assert state == replace(FIRST, place_turn=place_turn)
    assert encoded(state)[0] == VERSION
    assert decoded(encoded(state)) == state


def test_a_row_of_another_version_is_not_taken_for_one_of_this() -> None:
    """Whoever changes the row and forgets the version is told by this: such bytes count as danger."""
    data = encoded(FIRST)
    row = json.loads(data[10:])
    for turns in ([2, 0, 6, 0], [2, 0, 6, 0, 0, 1]):
        row[10] = turns
        assert believed(data[:10] + json.dumps(row).encode()).stage is RiskStage.SAFETY
    assert believed(b"\x00" + data[1:]).last_us > NOW_US, "no version has the number 0"


def test_what_a_newer_version_heard_is_never_made_less_grave_by_this_one() -> None:
    """Joined with what is known here, or kept by this version, it stays at the stage that its head names at least."""
    newer = bytes([VERSION + 1]) + encoded(FIRST)[1:10] + b"\xffsomething else"
    for ours in (QUIET, RiskState(turn=40, highest=SafetyLevel.LOW), RiskState(turn=9, check_in=Latch(NOW_US))):
        for both in (joined_bytes(newer, encoded(ours)), joined_bytes(encoded(ours), newer)):
            assert believed(both).stage is RiskStage.SAFETY
    assert joined_bytes(newer, b"") == newer, "untouched as long as nothing is known here"


def test_an_unreadable_state_can_be_left_like_any_other() -> None:
    """Who confirms to be safe is not put back into the protocol by the same broken bytes."""
    broken = b"?" * 20
    state = believed(broken)
    settled = replace(state, safety=state.safety.settled)
    assert believed(joined_bytes(broken, encoded(settled))).stage is RiskStage.OBSERVE
    assert joined_bytes(broken, b"") == broken
    assert decoded(joined_bytes(broken, encoded(replace(QUIET, highest=SafetyLevel.LOW)))).stage is RiskStage.SAFETY


@pytest.mark.parametrize("value", [True, -1, "x", None, 1.5, 2**70, [], float("nan")])
@pytest.mark.parametrize("place", range(12))
def test_a_row_with_a_value_that_is_none_of_ours_is_unreadable(place: int, value: object) -> None:
    """No number that a database or a comparison would trip over is believed."""
    data = encoded(RiskState(turn=3, safety=Latch(5)))
    row = json.loads(data[10:])
    if row[place] == value or (place == 7 and value == []) or (place == 11 and value is None):
        return
    row[place] = value
    assert believed(data[:10] + json.dumps(row).encode()).stage is RiskStage.SAFETY
