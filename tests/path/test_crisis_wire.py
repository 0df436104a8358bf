"""Somebody in danger while every provider is down: what a client reads, whatever form of answer it asked for."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from segue.config.settings import Settings
from segue.safety.replies import reply
from tests.support.gateway import Heard, RunningGateway, serving
from tests.support.ports import free_port

DANGER = "I want to kill myself tonight."
WITHIN_S = 0.3
TOOL = {"type": "function", "function": {"name": "look", "parameters": {"type": "object", "properties": {}}}}
SCHEMA = {"type": "object", "properties": {"mood": {"type": "string"}}, "required": ["mood"]}
FORMS: Mapping[str, dict[str, Any]] = {
    "words": {},
    "json_object": {"response_format": {"type": "json_object"}},
    "json_schema": {"response_format": {"type": "json_schema", "json_schema": {"name": "mood", "schema": SCHEMA}}},
    "tool": {"tools": [TOOL]},
    "that_tool": {"tools": [TOOL], "tool_choice": {"type": "function", "function": {"name": "look"}}},
    "all": {"tools": [TOOL], "tool_choice": "required", "response_format": {"type": "json_object"}},
}
"""What a client may ask for."""


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningGateway]:
    """A gateway none of whose providers answers: nobody listens, or every answer is an error."""
    gone = {"base_url": f"http://127.0.0.1:{free_port()}/v1", "models": {"a": {}, "b": {}}}
    broken = {"models": {"x": {"text": "x", "fault": {"kind": "error_500"}, "in_auto": True}}}
    settings = Settings.model_validate(
        {
            "providers": {
                "gone": {"type": "openai_compatible", "options": gone},
                "broken": {"type": "scripted", "options": broken},
            },
            "server": {"port": 0, "stop_s": 5},
        }
    )
    with serving(settings, home=Path(tmp_path_factory.mktemp("home"))) as running:
        yield running


def last_of(heard: Heard) -> dict[str, object]:
    """The object that ends the answer: all of it, or a stream's last chunk."""
    told = json.loads(heard.body if heard.body.startswith(b"{") else heard.events[-2])
    assert isinstance(told, dict)
    return told


def text_of(heard: Heard) -> str:
    if heard.body.startswith(b"{"):
        return str(json.loads(heard.body)["choices"][0]["message"]["content"])
    chunks = [json.loads(event) for event in heard.events if event != "[DONE]"]
    return "".join(choice["delta"].get("content") or "" for chunk in chunks for choice in chunk["choices"])


@pytest.mark.parametrize("model", ["auto", "gone:a"])
@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
@pytest.mark.parametrize("form", FORMS)
def test_the_words_come_in_any_form_that_was_asked_for(
    gateway: RunningGateway, form: str, stream: bool, model: str
) -> None:
    """200, words in `content`, `content_filter`, header and field: never JSON, never a tool call, and nobody is asked.
    Covers acceptance 7 of therapeutic safety."""
    heard = gateway.chat(DANGER, model=model, stream=stream, **FORMS[form])
    words, told = text_of(heard), last_of(heard)
    choices, segue = told["choices"], told["segue"]
    assert isinstance(choices, list)
    assert isinstance(segue, dict)

    assert heard.status == 200
    assert reply("crisis_now", "en").text in words
    with pytest.raises(ValueError, match="Expecting value"):
        json.loads(words)
    assert choices[0]["finish_reason"] == "content_filter"
    if not stream:  # clients that add up tokens need figures, and nothing was taken
        assert isinstance(told["usage"], dict)
        assert told["usage"]["total_tokens"] == 0
    assert "tool_calls" not in heard.body.decode()
    said = dict(part.split("=") for part in heard.headers["x-segue-safety"].replace(" ", "").split(";"))
    assert (said["level"], said["action"]) == ("imminent", "replace")
    assert {name: segue["safety"][name] for name in ("level", "action")} == {"level": "imminent", "action": "replace"}
    assert isinstance(segue["safety"]["degraded"], bool)
    assert (segue["model"], segue["attempts"], heard.headers.get("x-segue-model")) == (None, [], None)
    assert heard.body.endswith(b"data: [DONE]\n\n") is stream


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
def test_the_words_wait_for_no_provider(gateway: RunningGateway, stream: bool) -> None:
    """Within 300 ms, by the quickest of five on a machine that does much else."""

    def took_s() -> float:
        began_s = time.monotonic()
        assert "content_filter" in gateway.chat(DANGER, model="auto", stream=stream, **FORMS["all"]).body.decode()
        return time.monotonic() - began_s

    assert min(took_s() for _ in range(5)) < WITHIN_S


@pytest.mark.parametrize("form", FORMS)
def test_the_next_turn_of_the_session_is_answered_the_same_way(gateway: RunningGateway, form: str) -> None:
    """Calm words after it are still answered with written words, in any form, while the session is in danger."""
    session = {"x-segue-session": f"in-danger-{form}"}
    gateway.chat(DANGER, model="auto", headers=session)
    heard = gateway.chat("Tell me about the ferry.", model="auto", headers=session, **FORMS[form])
    choices = last_of(heard)["choices"]
    assert isinstance(choices, list)
    assert (heard.status, choices[0]["finish_reason"]) == (200, "content_filter")
    assert "action=replace" in heard.headers["x-segue-safety"]
    assert not text_of(heard).startswith("{")
