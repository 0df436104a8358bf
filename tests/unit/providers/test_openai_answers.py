"""Answers are read as servers write them, habits included."""

from __future__ import annotations

from contextlib import suppress

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.domain.chat import Delta, Finished, TextDelta, ToolCallDelta, Usage, Working
from segue.domain.models import ModelRef
from segue.errors import BadAnswer, Overloaded, ProviderError, ProviderFault, StreamCut
from segue.providers.openai_answers import AnswerReader
from tests.support.scenes import chunk

REF = ModelRef("there", "m")


def read(*payloads: object, tells_progress: bool = False) -> list[Delta | Working]:
    reader = AnswerReader(REF, tells_progress=tells_progress)
    return [piece for payload in payloads for piece in reader.read(msgspec.json.encode(payload))]


def progress(told: object, **delta: object) -> dict[str, object]:
    """A chunk of llama.cpp's while it reads a prompt."""
    return {**chunk(delta={"role": "assistant", "content": None, **delta}), "prompt_progress": told}


def calls(*batches: list[dict[str, object]]) -> list[ToolCallDelta]:
    deltas = read(*(chunk(delta={"tool_calls": batch}) for batch in batches))
    return [delta for delta in deltas if isinstance(delta, ToolCallDelta)]


def finished(word: str, **delta: object) -> Finished:
    reader = AnswerReader(REF)
    reader.read(msgspec.json.encode(chunk(delta=delta, finish_reason=word)))
    return reader.end()


@pytest.mark.parametrize(
    ("delta", "text"),
    [
        ({"role": "assistant", "content": ""}, None),
        ({"content": None}, None),
        ({}, None),
        ({"content": "  a\n"}, "  a\n"),
        ({"reasoning_content": "hm", "content": None}, None),
        ({"content": [{"type": "thinking", "thinking": []}, {"type": "text", "text": "b"}]}, "b"),
        ({"refusal": "I will not."}, "I will not."),
    ],
)
def test_text_is_read_wherever_servers_put_it(delta: dict[str, object], text: str | None) -> None:
    """Words count, and nothing else does: no role, no reasoning, no empty piece."""
    assert read(chunk(delta=delta)) == ([] if text is None else [TextDelta(text)])


@pytest.mark.parametrize(
    ("told", "piece"),
    [
        ({"total": 511, "cache": 64, "processed": 128, "time_ms": 364}, Working(128, 511)),
        ({}, Working()),
        ({"total": "many"}, Working()),
        ([], Working()),
    ],
)
def test_model_that_reads_a_prompt_is_at_work(told: object, piece: Working) -> None:
    """A server that was asked tells how much it has read, and that it works counts whatever its figures are."""
    assert read(progress(told), chunk(delta={"content": "Hi"}), tells_progress=True) == [piece, TextDelta("Hi")]


def test_words_that_come_with_a_progress_are_words() -> None:
    """Where a server tells both at once, nothing is lost and nobody is at work without a word."""
    assert read(progress({"total": 1}, content="Hi"), tells_progress=True) == [TextDelta("Hi")]


def test_progress_that_nobody_asked_for_is_no_sign_of_work() -> None:
    """A host cannot buy time by a field that it was not asked for; whatever stands in it is not read."""
    assert read(progress({"total": 511, "processed": 128}), progress("soon")) == []


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("stop", "stop"),
        ("eos", "stop"),
        ("end_turn", "stop"),
        ("something new", "stop"),
        ("length", "length"),
        ("MAX_TOKENS", "length"),
        ("tool_calls", "tool_calls"),
        ("function_call", "tool_calls"),
        ("content_filter", "content_filter"),
        ("SAFETY", "content_filter"),
    ],
)
def test_every_word_for_an_end_is_understood(word: str, reason: str) -> None:
    """Servers name the end of an answer in many ways; four of them have a meaning."""
    assert finished(word).reason == reason


@pytest.mark.parametrize(
    ("word", "error"),
    [("error", ProviderFault), ("abort", StreamCut), ("insufficient_system_resource", Overloaded)],
)
def test_an_end_that_is_a_failure_is_an_error(word: str, error: type[ProviderError]) -> None:
    """An answer that was broken off is not taken for a whole one."""
    with pytest.raises(error):
        finished(word)


def test_stop_after_a_tool_call_means_the_tool_call() -> None:
    """Servers that end tool calls with `stop` are understood."""
    assert finished("stop", tool_calls=[{"id": "a", "function": {"name": "look"}}]).reason == "tool_calls"


def test_tool_calls_without_numbers_are_kept_apart() -> None:
    """Calls that come whole, without an index or all with the same one, are several calls all the same."""
    first: dict[str, object] = {"id": "a", "function": {"name": "look", "arguments": {"at": 1}}}
    second: dict[str, object] = {"id": "b", "function": {"name": "wait", "arguments": "{}"}}
    expected = [ToolCallDelta(0, "a", "look", '{"at":1}'), ToolCallDelta(1, "b", "wait", "{}")]

    assert calls([first, second]) == calls([first], [second]) == expected
    assert calls([{**first, "index": 0}], [{**second, "index": 0}]) == expected


def test_pieces_of_tool_calls_belong_to_the_one_under_way() -> None:
    """A piece without index and id continues the call before it."""
    pieces = calls([{"index": 3, "id": "a", "function": {"name": "look"}}], [{"function": {"arguments": "{}"}}])

    assert pieces == [ToolCallDelta(0, "a", "look"), ToolCallDelta(0, None, None, "{}")]


@pytest.mark.parametrize(
    ("usage", "told"),
    [
        ({"prompt_tokens": 5, "completion_tokens": 7}, Usage(5, 7)),
        ({"prompt_tokens": 5, "completion_tokens": 7, "prompt_tokens_details": {"cached_tokens": 4}}, Usage(5, 7, 4)),
        ({"prompt_tokens": 5, "completion_tokens": 7, "prompt_cache_hit_tokens": 3}, Usage(5, 7, 3)),
        (
            {"prompt_tokens": 5, "completion_tokens": 7, "completion_tokens_details": {"reasoning_tokens": 6}},
            Usage(5, 7, 0, 6),
        ),
        ({"prompt_tokens": None, "completion_tokens": 7}, None),
        ({}, None),
        (None, None),
    ],
)
def test_usage_is_what_was_told_or_unknown(usage: object, told: Usage | None) -> None:
    """Tokens that a provider does not tell are unknown and never zero."""
    reader = AnswerReader(REF)
    reader.read(msgspec.json.encode({**chunk(delta={}, finish_reason="stop"), "usage": usage}))

    assert reader.end() == Finished("stop", told)


@pytest.mark.parametrize("nothing", [None, {}, ""])
def test_an_empty_error_is_none(nothing: object) -> None:
    """Servers that always write an `error` field are not taken to fail."""
    assert read({**chunk(delta={"content": "a"}), "error": nothing}) == [TextDelta("a")]


@given(st.binary())
def test_any_bytes_are_an_answer_or_a_provider_error(payload: bytes) -> None:
    """Nothing that a provider sends can raise anything but a provider's error."""
    with suppress(ProviderError):
        AnswerReader(REF).read(payload)


def test_malformed_answer_is_not_quoted() -> None:
    """What could not be read may be talk: the error holds none of it."""
    with pytest.raises(BadAnswer) as caught:
        AnswerReader(REF).read(b'{"choices": "my secret"}')
    assert "secret" not in f"{caught.value}{caught.value!r}{caught.value.__cause__}"
