"""Reference servers for the hosts that speak OpenAI's protocol in their own way: one `Manner` a host.

    async with HostServer("mistral") as server:
        server.base_url

Each refuses what its documentation says that it refuses, in its own words, and answers in its own form: where it has
what a model thought, what it calls the tokens of a cache, when it tells its usage, how it numbers tool calls.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import msgspec
from typing_extensions import override

from tests.support.scenes import DONE, WORDS, Scene, event
from tests.support.upstream import Asked, Upstream

KEY = "key-of-a-host-planted"  # pragma: allowlist secret
THOUGHT = "planted thought"
Body: TypeAlias = Mapping[str, Any]
Json: TypeAlias = dict[str, Any]

_SAMPLING = ("temperature", "top_p", "presence_penalty", "frequency_penalty", "stop")


@dataclass(frozen=True)
class Manner:
    """How one host behaves."""

    model: str
    wrong_with: Callable[[Body], Json | None]
    """The body of its refusal of a request; None where it takes it."""
    deltas: tuple[Json, ...]
    """An answer's words, and what was thought before them."""
    usage: Json
    """Eleven tokens of input, four of them from a cache; nine of output, some of them thought."""
    no_key: tuple[int, Any]
    """Its refusal of a wrong key."""
    usage_unasked: bool = False
    """True: the last chunk with words has it; else a chunk of its own where it was asked for."""
    call_indexes: bool = True
    comment: bytes = b""
    """What it sends while it is at work."""
    reasoning_tokens: int = 0


def _words(*texts: str) -> tuple[Json, ...]:
    return tuple({"content": text} for text in texts)


def _error(message: str, kind: str = "invalid_request_error", **more: object) -> Json:
    return {"error": {"message": message, "type": kind, **more}}


def _openai(body: Body) -> Json | None:
    for name in ("max_tokens", *_SAMPLING):
        if name in body:
            message = f"Unsupported parameter: '{name}' is not supported with this model."
            return _error(message, param=name, code="unsupported_parameter")
    return None


def _groq(body: Body) -> Json | None:
    if any("name" in message for message in body["messages"]):
        return _error("'messages.0' : for 'role:user' the following must be satisfied: property 'name' is unsupported")
    return _error("property 'logprobs' is unsupported") if "logprobs" in body else None


def _deepseek(body: Body) -> Json | None:
    called = [message for message in body["messages"] if message.get("tool_calls")]
    thinks = body.get("thinking", {"type": "enabled"})["type"] == "enabled"
    if thinks and any("reasoning_content" not in message for message in called):
        message = "The `reasoning_content` in the thinking mode must be passed back to the API."
        return _error(message, param=None, code="invalid_request_error")
    if body.get("response_format", {}).get("type") == "json_schema":
        return _error("This response_format type is unavailable now")
    return None


def _mistral(body: Body) -> Json | None:
    known = {
        *("model", "messages", "stream", "temperature", "top_p", "max_tokens", "stop", "random_seed", "tools"),
        *("tool_choice", "parallel_tool_calls", "response_format", "presence_penalty", "frequency_penalty", "n"),
        *("safe_prompt", "prompt_mode", "reasoning_effort", "prediction"),
    }
    places = [["body", name] for name in body if name not in known]
    places += [["body", "messages", "name"] for message in body["messages"] if "name" in message]
    if places:
        detail = [{"type": "extra_forbidden", "loc": place, "msg": "planted"} for place in places]
        return {"object": "error", "message": {"detail": detail}, "type": "invalid_request_error"}
    ids = [call["id"] for message in body["messages"] for call in message.get("tool_calls", ())]
    if any(not re.fullmatch("[a-zA-Z0-9]{9}", call_id) for call_id in ids):
        message = "Tool call id was planted but must be a-z, A-Z, 0-9, with a length of 9."
        return {"object": "error", "message": message, "type": "invalid_function_call", "code": "3280"}
    return None


def _gemini(body: Body) -> Any:
    for name in ("seed", "frequency_penalty", "presence_penalty"):
        if name in body:
            message = f'Invalid JSON payload received. Unknown name "{name}": Cannot find field.'
            return [{"error": {"code": 400, "message": message, "status": "INVALID_ARGUMENT"}}]
    called = [message["tool_calls"][0] for message in body["messages"] if message.get("tool_calls")]
    if any("thought_signature" not in call.get("extra_content", {}).get("google", {}) for call in called):
        message = "Function call is missing a thought_signature in functionCall parts."
        return [{"error": {"code": 400, "message": message, "status": "INVALID_ARGUMENT"}}]
    return None


def _takes_all(_: Body) -> None:
    return None


_CACHED: Json = {"prompt_tokens": 11, "completion_tokens": 9, "total_tokens": 20}
_DETAILED: Json = {**_CACHED, "prompt_tokens_details": {"cached_tokens": 4}}
_GEMINI_KEY = {
    "error": {
        "code": 400,
        "message": "API key not valid. Please pass a valid API key.",
        "status": "INVALID_ARGUMENT",
        "details": [{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID"}],
    }
}

MANNERS: Mapping[str, Manner] = {
    "openai": Manner(
        "gpt-5.5",
        _openai,
        _words(*WORDS),
        {**_DETAILED, "completion_tokens_details": {"reasoning_tokens": 3}},
        (401, _error("Incorrect API key provided: planted", code="invalid_api_key")),
        reasoning_tokens=3,
    ),
    "groq": Manner(
        "qwen/qwen3-32b",
        _groq,
        _words("<th", f"ink>\n{THOUGHT}\n</thi", "nk>\n\n", *WORDS),
        _DETAILED,
        (401, _error("Invalid API Key", code="invalid_api_key")),
    ),
    "together": Manner(
        "deepseek-ai/DeepSeek-R1",
        _takes_all,
        ({"reasoning": THOUGHT, "content": ""}, *_words(f"<think>{THOUGHT}</think>", *WORDS)),
        _DETAILED,
        (401, _error("Invalid API key provided.", code="invalid_api_key")),
        usage_unasked=True,
    ),
    "deepseek": Manner(
        "deepseek-pro",
        _deepseek,
        ({"reasoning_content": THOUGHT, "content": None}, *_words(*WORDS)),
        {
            **_CACHED,
            "prompt_cache_hit_tokens": 4,
            "prompt_cache_miss_tokens": 7,
            "completion_tokens_details": {"reasoning_tokens": 3},
        },
        (401, _error("Authentication Fails (no such user)", "authentication_error", code="invalid_request_error")),
        comment=b": keep-alive\n\n",
        reasoning_tokens=3,
    ),
    "mistral": Manner(
        "magistral-medium-latest",
        _mistral,
        (
            {"content": [{"type": "thinking", "thinking": [{"type": "text", "text": THOUGHT}]}]},
            *({"content": [{"type": "text", "text": text}]} for text in WORDS[:2]),
            *_words(*WORDS[2:]),
        ),
        _DETAILED,
        (401, {"message": "Unauthorized", "request_id": "planted"}),
        usage_unasked=True,
    ),
    "gemini": Manner("gemini-3.8-flash", _gemini, _words(*WORDS), _DETAILED, (400, [_GEMINI_KEY]), call_indexes=False),
}


class HostServer(Upstream):
    """One of them."""

    def __init__(self, host: str) -> None:
        super().__init__()
        self.manner = MANNERS[host]

    @override
    def scene_for(self, asked: Asked) -> Scene:
        manner = self.manner
        if asked.headers.get("authorization") != f"Bearer {KEY}":
            return _whole(manner.no_key[1], manner.no_key[0])
        if not asked.path.endswith("/chat/completions"):
            return _whole({"object": "list", "data": [{"id": manner.model}]})
        if (wrong := manner.wrong_with(asked.body)) is not None:
            return _whole(wrong, 422 if "detail" in str(wrong) else 400)
        if self.next_scenes:
            return self.next_scenes.pop(0)
        return answer(manner, asked.body)


def answer(manner: Manner, body: Body) -> Scene:
    """Its words, or a tool call where it has to make one."""
    calls: list[Json] = []
    if body.get("tool_choice") in {"required", "any"}:
        calls = [_call(manner, number, name) for number, name in enumerate(("look", "wait"))]
    deltas: Sequence[Json] = [{"role": "assistant", "content": "", "tool_calls": calls}] if calls else manner.deltas
    reason = "tool_calls" if calls else "stop"
    asks_usage = bool(body.get("stream_options", {}).get("include_usage"))
    last = _chunk({}, reason)
    if manner.usage_unasked:
        last["usage"] = manner.usage
    events = [*(event(_chunk(delta)) for delta in deltas), event(last)]
    if asks_usage and not manner.usage_unasked:
        events.append(event({"object": "chat.completion.chunk", "choices": [], "usage": manner.usage}))
    said = "".join(_said(delta) for delta in deltas)
    message = {"role": "assistant", "content": said, **({"tool_calls": calls} if calls else {})}
    choices = [{"index": 0, "message": message, "finish_reason": reason}]
    whole = {"object": "chat.completion", "choices": choices, "usage": manner.usage}
    return Scene((manner.comment or b": \n\n", *events, DONE), whole=msgspec.json.encode(whole))


def _call(manner: Manner, number: int, name: str) -> Json:
    made = {"id": f"abcdefgh{number}", "type": "function", "function": {"name": name, "arguments": "{}"}}
    return {"index": number, **made} if manner.call_indexes else made


def _said(delta: Json) -> str:
    content = delta.get("content") or ""
    return content if isinstance(content, str) else "".join(part.get("text", "") for part in content)


def _chunk(delta: Json, finish_reason: str | None = None) -> Json:
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
    return {"object": "chat.completion.chunk", "choices": [choice]}


def _whole(body: object, status: int = 200) -> Scene:
    return Scene((msgspec.json.encode(body),), status, "application/json")
