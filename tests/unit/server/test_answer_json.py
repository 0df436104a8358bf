"""Chunks and answers as the official client's own types read them."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Literal

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from openai.types.chat import ChatCompletion, ChatCompletionChunk

from segue.domain.chat import TextDelta, ToolCallDelta, Usage
from segue.domain.findings import Action, Measure, Verdict
from segue.domain.models import ModelRef, SafetyLevel
from segue.domain.risk import RiskStage
from segue.errors import StreamCut
from segue.pipeline.turn.turns import AttemptReport, TurnFinished, TurnStarted
from segue.server.answer_json import DONE, Gathered, StreamJson, answer_json

REF = ModelRef("stage", 'a"b/c:1')
CLEAR = Verdict(SafetyLevel.NONE, Action.PASS)
AT_S = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp())
STARTED = TurnStarted("t1", REF, CLEAR, ignored=("user",), model_label="demonstration")
TRIED = (AttemptReport(ModelRef("stage", "down"), "unreachable", "No connection."),)


def finished(error: StreamCut | None = None) -> TurnFinished:
    usage = Usage(7, 3, cached_input_tokens=2, reasoning_tokens=1)
    reason: Literal["stop", "error"] = "error" if error else "stop"
    return TurnFinished("t1", reason, REF, usage, Decimal("0.00012"), 1.5, 0.2, attempts=TRIED, error=error)


def stream(*, include_usage: bool = False) -> StreamJson:
    return StreamJson(STARTED, model='auto:"x"', created_at_s=AT_S, include_usage=include_usage)


def chunks(raw: bytes) -> list[ChatCompletionChunk]:
    """Read events as the client does, refusing what its types do not allow."""
    events = [line.removeprefix("data: ") for line in raw.decode().split("\n\n") if line]
    return [ChatCompletionChunk.model_validate_json(event) for event in events if event != "[DONE]"]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_streamed_text_is_kept_byte_for_byte(text: str) -> None:
    """Line breaks, quotes and emoji of an answer arrive as the model wrote them, in one event."""
    raw = stream().text(text)
    assert raw.count(b"\n\n") == 1
    assert chunks(raw)[0].choices[0].delta.content == text


def test_first_chunk_says_who_answers() -> None:
    """The first chunk has the role, and under `segue` the model, its label and what was ignored."""
    first = chunks(stream().first())[0]
    assert (first.id, first.model, first.created) == ("chatcmpl-t1", 'auto:"x"', AT_S)
    assert first.choices[0].delta.role == "assistant"
    assert first.model_extra is not None
    assert first.model_extra["segue"] == {
        "turn": "t1", "model": 'stage:a"b/c:1', "label": "demonstration", "ignored": ["user"],
        "safety": {
            "level": "none", "action": "pass", "measures": [], "stage": None, "degraded": False, "reviewed": None,
        },
    }  # fmt: skip


def test_last_chunks_say_why_it_ended_and_what_it_took() -> None:
    """The stream ends with its reason, the tokens if they were asked for, and [DONE]."""
    raw = stream(include_usage=True).last(finished())
    end, tokens = chunks(raw)
    assert raw.endswith(DONE)
    assert end.choices[0].finish_reason == "stop"
    assert end.usage is None
    assert tokens.choices == []
    assert tokens.usage is not None
    assert (tokens.usage.prompt_tokens, tokens.usage.completion_tokens, tokens.usage.total_tokens) == (7, 3, 10)


def test_broken_stream_ends_with_an_error_and_no_done() -> None:
    """Half an answer is never taken for a whole one."""
    raw = stream().last(finished(StreamCut("The stream ended early.", model=REF)))
    error = msgspec.json.decode(raw.removeprefix(b"data: "))["error"]
    assert (error["code"], DONE in raw) == ("stream_cut", False)


def test_tool_call_chunks_are_put_together_by_index() -> None:
    """Calls that arrive in pieces become whole calls."""
    pieces = [ToolCallDelta(1, "b", "go"), ToolCallDelta(0, "a", "look", '{"at"'), ToolCallDelta(0, arguments=": 1}")]
    parsed = [chunks(stream().tool_call(piece))[0].choices[0].delta.tool_calls for piece in pieces]
    assert [calls[0].index for calls in parsed if calls] == [1, 0, 0]
    gathered = Gathered()
    for piece in pieces:
        gathered.add_call(piece)
    answer = ChatCompletion.model_validate_json(
        answer_json(gathered, STARTED, finished(), model="m", created_at_s=AT_S)
    )
    calls = answer.choices[0].message.tool_calls
    assert calls is not None
    assert [(c.id, c.function.name, c.function.arguments) for c in calls if c.type == "function"] == [
        ("a", "look", '{"at": 1}'),
        ("b", "go", ""),
    ]
    assert answer.choices[0].message.content is None


def test_an_answer_says_what_to_do_and_where_the_session_stands() -> None:
    """A front end sees that its story pauses, at the start and at the end."""
    verdict = Verdict(SafetyLevel.HIGH, Action.REPLACE, measures=(Measure.PAUSE_STORY, Measure.REPLACE))
    started = TurnStarted("t1", None, verdict, stage=RiskStage.SAFETY)
    ended = replace(finished(), verdict=verdict, stage=RiskStage.SAFETY, is_reviewed=False)
    raw = StreamJson(started, model="m", created_at_s=AT_S, include_usage=False)
    for chunk in (raw.first(), raw.last(ended)):
        extra = chunks(chunk)[0].model_extra
        assert extra is not None
        told = extra["segue"]["safety"]
        assert (told["stage"], told["measures"]) == ("safety", ["pause_story", "replace"])


def test_whole_answer_holds_text_tokens_cost_and_attempts() -> None:
    """An answer says what it took and which models were asked; money is a decimal text."""
    gathered = Gathered([TextDelta("Good ").text, "evening"])
    answer = ChatCompletion.model_validate_json(
        answer_json(gathered, STARTED, finished(), model="m", created_at_s=AT_S)
    )
    assert answer.choices[0].message.content == "Good evening"
    assert answer.usage is not None
    assert answer.usage.total_tokens == 10
    assert answer.model_extra is not None
    told = answer.model_extra["segue"]
    assert (told["cost_usd"], told["attempts"][0]["code"], told["model"]) == ("0.00012", "unreachable", str(REF))
