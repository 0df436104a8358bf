"""Everything that people and programs can send to a gateway, with a mark in each place that holds words or names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.support.canary import REF, mark
from tests.support.parrot import WAYS
from tests.support.raising_serve import BREAKS

CALM = f"Tell me about the ferry, {mark('user')}."
DANGER = f"I want to kill myself tonight, {mark('danger')}."
HOPELESS = f"Everyone would be better off without me, {mark('hopeless')}."
SESSION = mark("session")
CHAT = "/v1/chat/completions"


@dataclass(frozen=True, slots=True)
class Request:
    """One request."""

    path: str
    body: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    leaves: bool = False
    """True: the client leaves after half a second."""


def conversation(newest: str) -> list[dict[str, object]]:
    """A conversation with a mark in every role, and in a tool's call and result."""
    call = {"name": "look", "arguments": json.dumps({"at": mark("arguments")})}
    return [
        {"role": "system", "content": f"You are {mark('system')}."},
        {"role": "user", "content": [{"type": "text", "text": f"Good morning, {mark('part')}."}]},
        {
            "role": "assistant",
            "content": mark("assistant"),
            "tool_calls": [{"id": "call_1", "type": "function", "function": call}],
        },
        {"role": "tool", "tool_call_id": "call_1", "content": mark("result")},
        {"role": "user", "name": mark("name"), "content": newest},
    ]


def chat(model: str, newest: str = CALM, *, session: str | None = None, **fields: object) -> Request:
    """One chat request with a mark in every field that takes words."""
    look = {"name": "look", "description": mark("tool"), "parameters": {"type": "object", "title": mark("parameter")}}
    body = {
        "model": model,
        "messages": conversation(newest),
        "tools": [{"type": "function", "function": look}],
        "user": mark("account"),
        "safety_identifier": mark("identifier"),
        "prompt_cache_key": mark("cachekey"),
        "stop": [mark("stop")],
        "made_up": mark("unknown"),
        "segue": {"persona": mark("persona"), "handoff_ref": REF, "task": "therapeutic_response"},
        **fields,
    }
    headers = {"x-made-up": mark("header"), "user-agent": mark("agent")}
    return Request(CHAT, json.dumps(body).encode(), headers | ({"x-segue-session": session} if session else {}))


def requests() -> Iterator[Request]:
    """All of them."""
    yield from _answered()
    yield from refused()


def _answered() -> Iterator[Request]:
    for number, way in enumerate(WAYS):
        for stream in (False, True):
            yield chat(f"parrot:{way}", stream=stream)
            yield chat(f"parrot:{way}", stream=stream, tools=[], session=f"{SESSION}-{way}-{number}-{stream}")
    schema = {"type": "json_schema", "json_schema": {"name": "x", "schema": {"title": mark("schema")}}}
    for model in ("raising:enter", "raising:later", "stage:plain", "parrot:well", "auto"):
        for newest in (CALM, DANGER, HOPELESS, f"{BREAKS} {mark('check')}"):
            for stream in (False, True):
                yield chat(model, newest, stream=stream, session=f"{SESSION}-{model}")
                yield chat(model, newest, stream=stream, response_format=schema, tools=[])
    for model in ("parrot:flow", "parrot:silent"):
        whole = chat(model, stream=True, session=SESSION)
        yield Request(whole.path, whole.body, whole.headers, leaves=True)
    yield Request("/v1/safety/screen", json.dumps({"messages": conversation(DANGER)}).encode())
    yield Request("/v1/safety/screen", json.dumps({"input": f"{BREAKS} {mark('screen')}"}).encode())


def refused() -> Iterator[Request]:
    """Requests that are wrong in a place that holds a mark."""
    wrong: list[dict[str, Any]] = [
        {"messages": mark("messages")},
        {"messages": [mark("message")]},
        {"messages": [{"role": mark("role"), "content": "x"}]},
        {"messages": [{"role": "user", "content": {"text": mark("content")}}]},
        {"messages": [{"role": "user", "content": [{"type": mark("kind"), "text": mark("parttext")}]}]},
        {"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": mark("picture")}}]}]},
        {"messages": [{"role": "tool", "tool_call_id": mark("callid"), "content": mark("orphan")}]},
        {"temperature": mark("temperature")},
        {"stream": mark("stream")},
        {"max_tokens": mark("maxtokens")},
        {"tools": [{"type": mark("tooltype")}]},
        {"tools": [{"type": "function", "function": {"name": f"{mark('toolname')} with blanks"}}]},
        {"tool_choice": {"type": "function", "function": {"name": mark("choice")}}},
        {"response_format": {"type": mark("format")}},
        {"metadata": {"session_id": f"\u0000{mark('metadata')}"}},
        {"metadata": {"session_id": mark("long") * 100}},
        {"segue": {"persona": mark("longpersona") * 2_000}},
        {"segue": {"country": mark("country")}},
        {"segue": {"task": mark("task")}},
        {"segue": {"privacy": mark("privacy")}},
        {"segue": {"handoff_ref": REF * 100}},
        {"segue": {"fallbacks": [mark("fallback")]}},
    ]
    for fields in wrong:
        yield chat("stage:plain", **fields)
    whole = chat("stage:plain")
    assert whole.body is not None
    yield Request(CHAT, whole.body[:-9], whole.headers)
    yield Request(CHAT, whole.body + mark("behind").encode(), whole.headers)
    yield Request(CHAT, b"\xff" + mark("bytes").encode(), whole.headers)
    yield Request(CHAT, whole.body, {"content-type": f"text/{mark('type')}"})
    yield Request(CHAT, whole.body, {"x-segue-session": f"{SESSION}\u00e9"})
    yield Request(CHAT, whole.body, {"x-segue-session": SESSION * 50})
    yield Request(CHAT, whole.body, {"x-segue-country": mark("where")})
    yield Request(CHAT, whole.body, {"authorization": f"Bearer {mark('wrongkey')}"})
    yield Request(f"/v1/{mark('path')}?q={mark('query')}")
    yield Request(f"{CHAT}?q={mark('query')}", whole.body, whole.headers)
