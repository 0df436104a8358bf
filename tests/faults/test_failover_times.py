"""How soon another model is at work, by the model server's own clock. The bounds are far above what is measured on an
idle machine (`benchmarks/failover.py` does that), and far below what a person would notice as a failure."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Mapping

import pytest

import segue
from segue.config.settings import TimeSettings
from tests.faults.cases import LONGEST_S, NOBODY, TELLS, Case
from tests.support.fault_server import Voice
from tests.support.faults import cut, refused, silent, stall
from tests.support.story import prompt, story
from tests.support.talk import asked, told

TURNS = 7
"""The middle one counts: a busy machine may disturb some."""
AT_ONCE_S = 0.25
WITHIN_S = 5.0
"""From a failure to words (requirement 5.1)."""
CONTINUED_S = 1.0
SILENCE_S = 0.3
TELL = asked(prompt(), model="told")


def case_of(*voices: Voice | None, **sections: Mapping[str, object]) -> Case:
    """Models that never rest, first, second, third."""
    named = dict(zip(("first", "second", "third"), voices, strict=False))
    return Case(named, {}, (), {"breakers": {"failures": 1000}, **sections})


@pytest.mark.parametrize(
    "first", [NOBODY, Voice(then=refused(503)), Voice(then=refused(529))], ids=["none", "503", "529"]
)
async def test_next_model_is_asked_at_once_after_a_refusal(first: Voice | None) -> None:
    """Nobody there, or no room there: the next model has the request in no time. Covers R5.1."""
    took_s = []
    async with case_of(first, TELLS).at_work() as (server, settings), segue.open(settings) as models:
        for _ in range(TURNS):
            began_s = time.monotonic()
            assert (await told(models, TELL)).text == story()
            took_s.append(server.calls[-1].at_s - began_s)
    assert statistics.median(took_s) < AT_ONCE_S


async def test_answer_comes_in_time_though_two_models_are_silent() -> None:
    """Each is started beside the silent ones before it, not after them, and who lost is left. Covers R5.1."""
    case = case_of(Voice(then=silent), Voice(then=silent), TELLS, time={"first_token_s": SILENCE_S})
    async with case.at_work() as (server, settings), segue.open(settings) as models, asyncio.timeout(LONGEST_S):
        began_s = time.monotonic()
        turn = await told(models, TELL)
        took_s = time.monotonic() - began_s
        await server.client_left(times=2, within_s=LONGEST_S)
    first, second, third = server.calls
    assert turn.text == story()
    assert [call.model for call in server.calls] == ["first", "second", "third"]
    assert min(second.at_s - first.at_s, third.at_s - second.at_s) > 0.8 * SILENCE_S  # the way to the server counts too
    assert first.ended_s is not None
    assert second.ended_s is not None
    assert min(first.ended_s, second.ended_s) > third.at_s
    assert took_s < WITHIN_S


def test_two_silent_models_leave_time_for_a_third() -> None:
    """With the settings as they come, the third model is asked well before the five seconds are over. Covers R5.1."""
    assert 2 * TimeSettings().first_token_s <= WITHIN_S - CONTINUED_S


async def test_cut_is_continued_within_a_second() -> None:
    """As soon as the connection breaks, the next model is told to go on. Covers R5.1."""
    took_s = []
    async with case_of(Voice(then=cut()), TELLS).at_work() as (server, settings), segue.open(settings) as models:
        for _ in range(TURNS):
            assert (await told(models, TELL)).text == story()
            broken, rescue = server.calls[-2:]
            assert broken.ended_s is not None
            took_s.append(rescue.at_s - broken.ended_s)
    assert statistics.median(took_s) < CONTINUED_S


async def test_stall_is_noticed_after_the_gap_and_not_before() -> None:
    """A pause within an answer is waited for as long as `time.gap_s` says, then another model goes on. Covers R5.1."""
    gap_s = 0.6
    case = case_of(Voice([stall()]), TELLS, time={"gap_s": gap_s})
    async with case.at_work() as (server, settings), segue.open(settings) as models, asyncio.timeout(LONGEST_S):
        turn = await told(models, TELL)
        stalled, rescue = server.calls
    assert turn.text == story()
    assert gap_s <= rescue.at_s - stalled.at_s < gap_s + WITHIN_S
