"""One turn over HTTP: whole and streamed, replaced, broken off, ended by the client."""

import http.client
import json
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import msgspec
import pytest

from tests.support.gateway import RunningGateway, scripted, serving, settings_with, until
from tests.support.story import story

TEXT = 'Once upon\n\n a\ttime —  “there” was 🌊 \\ "sea".\r\n  '
STORY = story()


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningGateway]:
    """A gateway whose models are written."""
    models: dict[str, dict[str, object]] = {
        "plain": {"text": TEXT},
        "echo": {},
        "story": {"text": STORY},
        "other": {"text": "From the other."},
        "slow": {"text": STORY, "gap_s": 0.05, "chunk_chars": 5},
        "silent": {"delay_s": 30, "text": "Late."},
        "down": {"fault": {"kind": "refused"}},
        "busy": {"fault": {"kind": "rate_limited", "retry_after_s": 30}},
        "broken": {"text": STORY, "fault": {"kind": "cut", "after_chars": 400}},
        "caller": {"text": "", "tool_calls": [{"name": "look", "arguments": '{"at": "sea"}'}]},
        "queued": {"text": "At last.", "waits_at": 3, "gap_s": 0.02},
        "left": {"waits_at": 2, "gap_s": 0.02, "fault": {"kind": "refused"}},
        "priced": {"text": "Dear.", "usage": {"input_tokens": 7, "output_tokens": 3}},
    }
    settings = settings_with(
        scripted(**models),
        routes={"pair": {"models": ["stage:down", "stage:other"]}, "none": {"models": ["stage:down", "stage:busy"]}},
        fallbacks={"stage:down": ["stage:other"]},
    )
    with serving(settings, home=tmp_path_factory.mktemp("home")) as running:
        yield running


def text_of(events: list[str]) -> str:
    chunks = [json.loads(event) for event in events if event != "[DONE]"]
    return "".join(choice["delta"].get("content") or "" for chunk in chunks for choice in chunk["choices"])


def segue_of(body: bytes) -> dict[str, object]:
    return msgspec.json.decode(body, type=dict[str, object])["segue"]  # type: ignore[return-value]


def test_whole_answer_keeps_every_character(gateway: RunningGateway) -> None:
    """What the model wrote is what the client reads."""
    heard = gateway.chat()
    assert heard.status == 200
    assert json.loads(heard.body)["choices"][0]["message"]["content"] == TEXT


def test_streamed_answer_keeps_every_character(gateway: RunningGateway) -> None:
    """A stream says the same as a whole answer, and ends with [DONE]."""
    heard = gateway.chat(stream=True)
    assert heard.headers["content-type"].startswith("text/event-stream")
    assert text_of(heard.events) == TEXT
    assert heard.events[-1] == "[DONE]"


def test_chunks_of_a_stream_share_id_and_asked_model(gateway: RunningGateway) -> None:
    """`model` stays what was asked for; `segue.model` and the header say who answered."""
    heard = gateway.chat(stream=True, model="pair")
    chunks = [json.loads(event) for event in heard.events[:-1]]
    assert {(chunk["id"], chunk["model"]) for chunk in chunks} == {
        (f"chatcmpl-{heard.headers['x-segue-turn']}", "pair")
    }
    assert (
        heard.headers["x-segue-model"] == chunks[0]["segue"]["model"] == chunks[-1]["segue"]["model"] == "stage:other"
    )


def test_stream_that_waits_tells_its_place_in_comments(gateway: RunningGateway) -> None:
    """Whoever waits for a model that answers others reads how many are before them, the last place being the next."""
    heard = gateway.chat(stream=True, model="stage:queued")
    told = [event for event in heard.events if event.startswith(":")]
    assert told[0] == ": segue waiting place=3 model=stage:queued"
    assert told == sorted(told, reverse=True)
    assert text_of([event for event in heard.events if not event.startswith(":")]) == "At last."
    assert (heard.status, heard.headers["x-segue-safety"]) == (200, "level=none;action=pass")


def test_failure_behind_the_line_ends_the_stream(gateway: RunningGateway) -> None:
    """Once a place was told the status is given away: an error is the stream's last event, without `[DONE]`."""
    heard = gateway.chat(stream=True, model="stage:left")
    assert (heard.status, heard.events[0][0]) == (200, ":")
    assert json.loads(heard.events[-1])["error"]["code"] == "all_models_failed"


@pytest.mark.parametrize("how", [{"stream": True, "segue": {"waiting": False}}, {"segue": {"waiting": True}}])
def test_status_stays_open_where_no_place_is_told(gateway: RunningGateway, how: dict[str, Any]) -> None:
    """A whole answer, and a stream that wants it, tell no place and keep their error status."""
    gateway.wake_everybody()
    assert gateway.chat(model="stage:left", **how).status == 502
    assert b"waiting" not in gateway.chat(model="stage:queued", **how).body


def test_second_model_answers_when_the_first_refuses(gateway: RunningGateway) -> None:
    """The answer names every model that was asked, with the reason.

    Covers R2.3.
    """
    heard = gateway.chat(model="stage:down")
    attempts = segue_of(heard.body)["attempts"]
    assert isinstance(attempts, list)
    assert [(a["model"], a["code"]) for a in attempts] == [("stage:down", "unreachable"), ("stage:other", None)]


@pytest.mark.parametrize("stream", [True, False])
def test_every_model_refusing_is_an_error_that_lists_the_reasons(gateway: RunningGateway, stream: bool) -> None:
    """A caller learns what each model said; also for a stream, because nothing was sent before.

    Covers R5.4.
    """
    gateway.wake_everybody()
    heard = gateway.chat(model="none", stream=stream)
    assert (heard.status, heard.error.code, heard.headers["retry-after"]) == (502, "all_models_failed", "30")
    attempts = heard.error.segue["attempts"]
    assert isinstance(attempts, list)
    assert [(a["model"], a["code"]) for a in attempts] == [
        ("stage:down", "unreachable"),
        ("stage:busy", "rate_limited"),
    ]


def test_no_model_that_fits_is_an_error_with_every_reason(gateway: RunningGateway) -> None:
    """Nobody may answer `auto` here: each model is named with what stands against it and what would help.

    Covers R2.5.
    """
    heard = gateway.chat(model="auto")
    assert (heard.status, heard.error.code) == (503, "no_model_fits")
    rejected = heard.error.segue["rejected"]
    assert isinstance(rejected, list)
    assert all(reason["reason"] and reason["hint"] for model in rejected for reason in model["reasons"])
    assert "stage:plain" in {model["model"] for model in rejected}


def test_usage_chunk_comes_only_when_asked_for(gateway: RunningGateway) -> None:
    """`stream_options.include_usage` adds one chunk with the tokens before [DONE]."""
    with_usage = gateway.chat(model="stage:priced", stream=True, stream_options={"include_usage": True}).events
    assert json.loads(with_usage[-2])["usage"]["total_tokens"] == 10
    assert json.loads(with_usage[0])["usage"] is None
    assert '"usage"' not in "".join(gateway.chat(model="stage:priced", stream=True).events)


def test_crisis_is_answered_with_written_words(gateway: RunningGateway) -> None:
    """A person in danger is answered at once, as the written reply stands."""
    heard = gateway.chat("I want to kill myself tonight.")
    answer = json.loads(heard.body)
    assert heard.status == 200
    assert "action=replace" in heard.headers["x-segue-safety"]
    assert "x-segue-model" not in heard.headers
    assert answer["choices"][0]["finish_reason"] == "content_filter"
    assert answer["choices"][0]["message"]["content"]
    assert answer["segue"]["safety"]["action"] == "replace"
    assert answer["segue"]["model"] is None


def test_crisis_in_a_stream_with_tools_is_words_and_no_json(gateway: RunningGateway) -> None:
    """Also where a tool or JSON was asked for, a person in danger reads words."""
    tools = [{"type": "function", "function": {"name": "look"}}]
    heard = gateway.chat(
        "I want to kill myself tonight.", stream=True, tools=tools, response_format={"type": "json_object"}
    )
    assert "action=replace" in heard.headers["x-segue-safety"]
    assert not text_of(heard.events).startswith("{")
    last = json.loads(heard.events[-2])
    assert last["choices"][0]["finish_reason"] == "content_filter"
    assert last["segue"]["safety"]["level"] in {"high", "imminent"}


def test_stream_that_breaks_off_ends_with_a_typed_error(gateway: RunningGateway) -> None:
    """Words that were shown stay, then an error says that this was not the end."""
    heard = gateway.chat(model="stage:broken", stream=True)
    assert heard.status == 200
    error = json.loads(heard.events[-1])["error"]
    assert (error["code"], error["segue"]["attempts"][0]["code"]) == ("all_models_failed", "stream_cut")
    assert STORY.startswith(text_of([event for event in heard.events if '"choices"' in event]))
    assert "[DONE]" not in heard.events


def test_tool_call_is_passed_on(gateway: RunningGateway) -> None:
    """A model's tool call reaches the client with its arguments as they were written."""
    tools = [{"type": "function", "function": {"name": "look"}}]
    choice = json.loads(gateway.chat(model="stage:caller", tools=tools).body)["choices"][0]
    assert choice["finish_reason"] == "tool_calls"
    assert choice["message"]["tool_calls"][0]["function"] == {"name": "look", "arguments": '{"at": "sea"}'}


def test_unknown_fields_are_ignored_and_named_unless_strict(gateway: RunningGateway) -> None:
    """What nobody understands is told; `segue.strict` makes it an error."""
    assert segue_of(gateway.chat(top_k=3, user="u").body)["ignored"] == ["top_k", "user"]
    strict = gateway.chat(top_k=3, segue={"strict": True})
    assert (strict.status, strict.error.param) == (400, "top_k")


@pytest.mark.parametrize(("model", "stream"), [("stage:slow", True), ("stage:silent", True), ("stage:silent", False)])
def test_client_that_leaves_ends_the_answer_upstream(gateway: RunningGateway, model: str, stream: bool) -> None:
    """Nobody pays for words that nobody reads: upstream stops long before its answer would be over, in 30 seconds."""
    body = {"model": model, "stream": stream, "messages": [{"role": "user", "content": "Hello"}]}
    name = model.partition(":")[2]
    with closing(http.client.HTTPConnection("127.0.0.1", gateway.port, timeout=60)) as connection:
        connection.request("POST", "/v1/chat/completions", json.dumps(body), {"content-type": "application/json"})
        until(lambda: gateway.stage().answering[name] == 1)
    until(lambda: gateway.stage().answering[name] == 0, within_s=15)


def test_several_requests_on_one_connection_are_answered_in_order(gateway: RunningGateway) -> None:
    """A connection is kept for the next request, also after a stream and after an error."""
    with closing(http.client.HTTPConnection("127.0.0.1", gateway.port, timeout=60)) as connection:
        seen = []
        several: tuple[dict[str, object], ...] = ({"stream": True}, {"messages": []}, {})
        for fields in several:
            body = {"model": "stage:plain", "messages": [{"role": "user", "content": "Hello"}], **fields}
            connection.request("POST", "/v1/chat/completions", json.dumps(body), {"content-type": "application/json"})
            response = connection.getresponse()
            response.read()
            seen.append((response.status, connection.sock is not None))
    assert seen == [(200, True), (400, True), (200, True)]
