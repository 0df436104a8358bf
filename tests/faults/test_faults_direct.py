"""Every fault of the table over real HTTP, through the library: the whole answer once, and no request too many."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import pytest

import segue
from segue.domain.chat import ToolCallDelta, Usage
from segue.errors import AllModelsFailed, ContentRefused, ProviderError, RequestRefused
from segue.pipeline.turn.turns import Asker
from tests.faults.cases import BEFORE_WORDS, BROKEN_OFF, HASTE, LONGEST_S, PREFILL, RESCUED, TELLS, Case, Codes
from tests.support.fault_server import Voice
from tests.support.faults import (
    MIDDLE_CHARS,
    Fault,
    as_it_is,
    content_refused,
    cut,
    limited,
    refused,
    silent,
    slow,
    wrong_request,
)
from tests.support.scenes import ROLE, Scene, chunk, event
from tests.support.story import prompt, story
from tests.support.talk import Told, asked, told

CASES = {**BEFORE_WORDS, **BROKEN_OFF, **RESCUED}
streamed_or_whole = pytest.mark.parametrize("stream", [True, False], ids=["stream", "whole"])
TELL = asked(prompt(), model="told")
TELL_WHOLE = asked(prompt(), model="told", stream=False)


def codes(turn: Told) -> Codes:
    """Who was asked, and what came of it."""
    return tuple((attempt.model.name, attempt.error_code) for attempt in turn.finished.attempts)


def case_of(*voices: Voice, **sections: Mapping[str, object]) -> Case:
    """Models first, second, third for a test that says itself what must come of it."""
    return Case(dict(zip(("first", "second", "third"), voices, strict=False)), {}, (), sections)


@streamed_or_whole
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
async def test_answer_is_whole_after_as_few_requests_as_it_takes(case: Case, stream: bool) -> None:
    """Whatever goes wrong, the person gets the complete answer exactly once, and each model the requests that it must
    get, no more, and none earlier than it said. Covers R2.3, R5.1, R5.2, R5.3."""
    async with case.at_work() as (server, settings), segue.open(settings) as models, asyncio.timeout(LONGEST_S):
        turn = await told(models, TELL if stream else TELL_WHOLE)
    assert (turn.text, turn.finished.reason) == (story(), "stop")
    assert server.asked == case.asked
    assert codes(turn) == case.codes
    assert tuple(call.way for call in server.calls) == (case.ways or ("anew",) * len(server.calls))
    if case.wait_s:
        assert server.calls[1].at_s - server.calls[0].at_s >= case.wait_s


@streamed_or_whole
@pytest.mark.parametrize(
    ("fault", "error"), [(content_refused, ContentRefused), (wrong_request, RequestRefused)], ids=["content", "request"]
)
async def test_refusal_of_what_was_said_is_not_taken_elsewhere(
    fault: Fault, error: type[ProviderError], stream: bool
) -> None:
    """Moderation that refuses, and a request that is called wrong, end the turn: nobody else is asked. Covers R5.4."""
    case = case_of(Voice(then=fault), TELLS)
    async with case.at_work() as (server, settings), segue.open(settings) as models:
        with pytest.raises(error):
            await told(models, TELL if stream else TELL_WHOLE)
    assert server.asked == {"first": 1}


async def test_silent_model_is_left_and_not_asked_again_when_the_answer_breaks_off_later() -> None:
    """Who was silent once in a turn gets no second request in it, not even to rescue: the one that broke off goes on
    itself. Covers R5.1."""
    case = case_of(Voice(then=silent), Voice([cut()]), **HASTE)
    async with case.at_work() as (server, settings), segue.open(settings) as models, asyncio.timeout(LONGEST_S):
        turn = await told(models, TELL)
        await server.client_left()
    assert turn.text == story()
    assert server.asked == {"first": 1, "second": 2}
    assert codes(turn) == (("first", "silent"), ("second", "stream_cut"), ("second", None))


async def test_only_model_goes_on_itself() -> None:
    """Where there is no other model, the one that broke off is told to go on with its own words. Covers R5.1."""
    case = case_of(Voice([cut()], manner="repeats_sentence"))
    async with case.at_work() as (server, settings), segue.open(settings) as models, asyncio.timeout(LONGEST_S):
        turn = await told(models, TELL)
    assert (turn.text, server.asked) == (story(), {"first": 2})
    assert [call.way for call in server.calls] == ["anew", "instruction"]


async def test_other_model_started_early_is_the_one_that_answers() -> None:
    """With `fallback.hedge_s` the next model is started beside one that is slow but not yet silent; the slow one is
    left."""
    case = case_of(Voice([slow(15)]), TELLS, fallback={"hedge_s": 0.2})
    async with case.at_work() as (server, settings), segue.open(settings) as models, asyncio.timeout(LONGEST_S):
        turn = await told(models, TELL)
        await server.client_left()
    assert (turn.text, server.asked) == (story(), {"first": 1, "second": 1})


async def test_every_model_failing_names_each_attempt() -> None:
    """When nobody answers, the error has one reason for each request that was made. Covers R5.4."""
    case = case_of(Voice(then=limited(ms="20")), Voice(then=refused(503)))
    async with case.at_work() as (server, settings), segue.open(settings) as models, asyncio.timeout(LONGEST_S):
        with pytest.raises(AllModelsFailed) as caught:
            await told(models, TELL)
    assert [(error.model.name, error.code) for error in caught.value.attempts] == [
        ("first", "rate_limited"),
        ("first", "rate_limited"),
        ("second", "overloaded"),
    ]
    assert server.asked == {"first": 2, "second": 1}


@streamed_or_whole
async def test_usage_is_exact_when_only_refusals_came_before(stream: bool) -> None:
    """A model without room took nothing: the tokens are those of the one that answered, to the last."""
    case = case_of(Voice(then=refused(503)), TELLS)
    async with case.at_work() as (_, settings), segue.open(settings) as models:
        turn = await told(models, TELL if stream else TELL_WHOLE)
    assert turn.finished.usage == Usage(len(prompt().split()), len(story().split()))


async def test_usage_has_the_tokens_of_every_attempt() -> None:
    """What a broken answer took is counted as well, and said to be counted."""
    case = case_of(Voice([cut()]), TELLS)
    async with case.at_work() as (_, settings), segue.open(settings) as models:
        usage = (await told(models, TELL)).finished.usage
    assert usage is not None
    rest_tokens = len(story()[MIDDLE_CHARS:].split())
    assert rest_tokens + MIDDLE_CHARS // 8 < usage.output_tokens < rest_tokens + MIDDLE_CHARS
    assert not usage.is_exact


@pytest.mark.parametrize("manner", ["exactly", "repeats_words", "starts_over"])
@pytest.mark.parametrize("at", [300, 499, 500, 501, 777, 1500, len(story()) - 1])
async def test_seam_is_invisible_wherever_the_answer_broke(at: int, manner: str) -> None:
    """Within a word, between two, within a line break or before the last character: the seam does not show.
    Covers R5.2."""
    case = case_of(Voice([cut(at)]), Voice(manner=manner))  # type: ignore[arg-type] # one of the three
    async with case.at_work() as (_, settings), segue.open(settings) as models, asyncio.timeout(LONGEST_S):
        turn = await told(models, TELL)
    assert turn.text == story()


async def test_rescues_have_an_end() -> None:
    """An answer that breaks off again and again ends after `fallback.rescues`, as broken off. Covers R5.4."""
    breaks = Voice(then=cut(250), text=story())
    case = case_of(breaks, breaks, fallback={"rescues": 2})
    async with case.at_work() as (server, settings), segue.open(settings) as models, asyncio.timeout(LONGEST_S):
        turn = await told(models, TELL)
    assert (turn.finished.reason, server.asked.total()) == ("error", 3)
    assert story().startswith(turn.text)


async def test_conversation_whose_rescues_failed_ends_in_written_words() -> None:
    """In a session the person is told in words, after what was shown, that there is a problem. Covers R5.4."""
    case = case_of(Voice(then=cut(400)), Voice(then=refused(503)), fallback={"rescues": 1})
    async with case.at_work() as (_, settings), segue.open(settings) as models, asyncio.timeout(LONGEST_S):
        turn = await told(models, TELL, Asker("test", "s1"))
    shown = next(at for at, (said, meant) in enumerate(zip(turn.text, story(), strict=False)) if said != meant)
    assert 100 < shown < len(story())
    assert (turn.finished.written_reply, turn.finished.reason) == ("emergency_continued", "content_filter")
    assert isinstance(turn.finished.error, AllModelsFailed)


TOOL = segue.Tool("find_scene", parameters={"type": "object"})
CALLS = [
    {"index": 0, "id": "call_a", "type": "function", "function": {"name": "find_scene", "arguments": ""}},
    {"index": 0, "function": {"arguments": '{"place": "the'}},
    {"index": 0, "function": {"arguments": ' harbour"}'}},
]
CALLING = tuple(event(chunk(delta={"tool_calls": [call]})) for call in CALLS)
CALLED = event(chunk(delta={}, finish_reason="tool_calls"))


@pytest.mark.parametrize("card", [{}, PREFILL], ids=["plain", "prefill"])
async def test_tool_call_under_way_is_made_anew(card: dict[str, object]) -> None:
    """Half the arguments of a tool call are thrown away: the next model makes its own call. Covers R5.2."""
    half = as_it_is(Scene((ROLE, *CALLING[:2]), end="close"))
    whole = as_it_is(Scene((ROLE, *CALLING, CALLED, b"data: [DONE]\n\n")))
    tools = {"capabilities": ["tools", *card.get("capabilities", ())]}  # type: ignore[misc]
    voices = {"first": Voice([half]), "second": Voice([whole])}
    case = Case(voices, {}, (), cards={"first": tools, "second": tools})
    async with case.at_work() as (server, settings), segue.open(settings) as models, asyncio.timeout(LONGEST_S):
        turn = await told(models, asked(prompt(), model="told", tools=(TOOL,)))
    assert turn.calls == (ToolCallDelta(0, "call_a", "find_scene", '{"place": "the harbour"}'),)
    assert [call.way for call in server.calls] == ["anew", "anew"]


async def test_structured_output_under_way_is_made_anew() -> None:
    """Half a JSON answer is thrown away: the next model writes its own. Covers R5.2."""
    says = '{"place": "harbour", "people": [' + ", ".join(f'"guest {number}"' for number in range(80)) + "]}"
    cards = {name: {"capabilities": ["json_object"]} for name in ("first", "second")}
    case = Case({"first": Voice([cut()], text=says), "second": Voice(text=says)}, {}, (), cards=cards)
    async with case.at_work() as (server, settings), segue.open(settings) as models, asyncio.timeout(LONGEST_S):
        turn = await told(models, asked(prompt(), model="told", response_format=segue.ResponseFormat("json_object")))
    assert turn.text == says
    assert [call.way for call in server.calls] == ["anew", "anew"]
