"""The second reading of an answer: what is cut, what is read of JSON and calls, and what goes on without a score."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from segue.domain.chat import Finished, TextDelta, ToolCallDelta
from segue.domain.findings import CLEAR, Action, AnswerScore, Category, Finding, Verdict
from segue.domain.models import SafetyLevel
from segue.pipeline.release.release import Stopped
from segue.pipeline.screening.answer_hearing import TOGETHER, AnswerHearing, HearingRules
from segue.pipeline.screening.classifying import ClassifierThread
from segue.safety.contract import AnswerClassifier
from tests.support.classifiers import Calm
from tests.support.hearing import RaisingEars, Ravens

END = Finished("stop")
FAILED = Verdict(SafetyLevel.HIGH, Action.STOP, category=Category.SCREENING_FAILED)


def verdict_on(score: AnswerScore, start: int, end: int) -> Verdict:
    found = Finding("classifier", score.category, SafetyLevel.HIGH, "heard", start, end)
    return Verdict(SafetyLevel.HIGH, Action.STOP, (found,))


def screen_whole(text: str) -> Verdict:
    return FAILED if "wolf" in text else CLEAR


@asynccontextmanager
async def hearing(
    ears: AnswerClassifier | None, *, failed: Verdict | None = None, in_json: bool = False, written: str = ""
) -> AsyncIterator[AnswerHearing]:
    """A hearing of one answer, by these ears."""
    load = None if ears is None else lambda: ears
    async with ClassifierThread(Calm, load_answers=load, start_s=0) as thread:
        await thread.is_loaded.wait()
        rules = HearingRules(
            verdict_on, failed, screen_whole, check_in="Call.", written=written, in_json=in_json, in_parts=True
        )
        yield AnswerHearing(thread, rules)


async def test_what_stands_before_the_harm_is_shown_and_nothing_behind_it() -> None:
    """The finding's place is that of the sentence in the whole answer."""
    async with hearing(Ravens()) as heard:
        first = await heard.passed([TextDelta("The lamp is lit in the kitchen. ")])
        second = "The kettle is on, and tea is near. Here comes the raven with a word. And more."
        shown = await heard.passed([TextDelta(second), END])
    assert first == [TextDelta("The lamp is lit in the kitchen. ")]
    text, stopped = shown
    assert isinstance(stopped, Stopped)
    (found,) = stopped.verdict.findings
    assert text == TextDelta("The kettle is on, and tea is near. ")
    assert (found.start, found.end) == (67, 101)


async def test_every_sentence_is_read_and_with_it_what_was_said_before() -> None:
    """A long answer goes to the classifier in parts, in order, and none is left out."""
    ears = Ravens()
    sentences = [f"The boat number {n} is at the pier." for n in range(3 * TOGETHER + 1)]
    async with hearing(ears) as heard:
        assert await heard.passed([TextDelta(" ".join(sentences)), END]) == [TextDelta(" ".join(sentences)), END]
    assert ears.heard == sentences


@pytest.mark.parametrize("arguments", ['{"say": "The raven\\nis here for you."}', "the raven is here for you, so"])
async def test_arguments_of_calls_are_words_too(arguments: str) -> None:
    """A call with harm in it is not made, whole JSON or not."""
    async with hearing(Ravens()) as heard:
        shown = await heard.passed([ToolCallDelta(0, "call_1", "speak", arguments), END])
    assert [type(piece) for piece in shown] == [Stopped]


async def test_of_json_nothing_is_shown_where_a_value_harms() -> None:
    """It is of no use in part; names of fields are no sentences."""
    async with hearing(Ravens(), in_json=True) as heard:
        fine = TextDelta('{"the raven": "A quiet evening by the river."}')
        assert await heard.passed([fine]) == [fine]
        shown = await heard.passed([TextDelta('{"say": "So says the raven at the window."}'), END])
    assert [type(piece) for piece in shown] == [Stopped]


async def test_words_of_ours_are_not_heard() -> None:
    """What is written behind the answer was read by people."""
    async with hearing(Ravens(), written="Beware of the raven at night.") as heard:
        line = TextDelta("\n\nBeware of the raven at night.")
        assert await heard.passed([line, END]) == [line, END]


@pytest.mark.parametrize("ears", [RaisingEars(), None], ids=["raising", "none"])
async def test_without_a_score_the_rest_is_held_and_read_whole(ears: AnswerClassifier | None) -> None:
    """It comes at the end, with a line that names help; a rule's finding in all of it stops it."""
    async with hearing(ears) as heard:
        assert await heard.passed([TextDelta("The lamp is lit. ")]) == []
        assert heard.missed
        assert await heard.passed([TextDelta("The kettle is on.")]) == []
        assert await heard.passed([END]) == [
            TextDelta("The lamp is lit. "),
            TextDelta("The kettle is on."),
            TextDelta("\n\nCall."),
            END,
        ]
    async with hearing(ears) as heard:
        shown = await heard.passed([TextDelta("The wolf is here."), END])
    assert shown == [Stopped(FAILED)]


async def test_without_a_score_a_guarded_answer_ends() -> None:
    """Nothing more of it is shown."""
    async with hearing(RaisingEars(), failed=FAILED) as heard:
        assert await heard.passed([TextDelta("The lamp is lit."), END]) == [Stopped(FAILED)]
