"""A reference server for Anthropic: its Messages API, its list of models and its errors over real HTTP.

    async with Anthropic() as server:
        server.base_url                    # http://127.0.0.1:PORT/v1
        server.scenes["claude-opus-5-5"]   # how a model answers
        server.models[0]["capabilities"]   # the list that it gives; change it as you like
        server.asked("/messages")          # what came

Whatever it answers is checked against the types of Anthropic's own SDK before it goes out, and so is every question
that comes in; what those types do not say (roles by turns, a key in its header, a budget within the limit, which
models take what) is checked by hand, as the documentation has it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jsonschema_rs
import msgspec
from typing_extensions import override

from tests.support.scenes import TEXT, WORDS, Scene
from tests.support.upstream import Asked, Upstream

KEY = "sk-ant-api03-planted"  # pragma: allowlist secret
MODEL = "claude-opus-5-5"
PREFILLED = "claude-haiku-4-5"
"""One that takes the beginning of an answer, a temperature and a budget for thinking."""
_SCHEMA = Path(__file__).with_name("anthropic_schema.json")
USAGE: Mapping[str, object] = {
    "input_tokens": 5,
    "cache_creation_input_tokens": 2,
    "cache_read_input_tokens": 4,
    "output_tokens": 9,
    "output_tokens_details": {"thinking_tokens": 3},
}
BEGIN: Mapping[str, object] = {"input_tokens": 5, "cache_creation_input_tokens": 2, "cache_read_input_tokens": 4}
ENDS = {"output_tokens": 9, "output_tokens_details": {"thinking_tokens": 3}}
STATUSES = {
    "invalid_request_error": 400,
    "authentication_error": 401,
    "billing_error": 402,
    "permission_error": 403,
    "not_found_error": 404,
    "rate_limit_error": 429,
    "api_error": 500,
    "timeout_error": 504,
    "overloaded_error": 529,
}
"""The status of each type of error (platform.claude.com/docs, "Errors", 2026-11)."""


class OffScript(AssertionError):
    """Something that was said is not what Anthropic's types or its documentation allow."""


@cache
def _schemas() -> dict[str, Any]:
    return dict(msgspec.json.decode(_SCHEMA.read_bytes())["$defs"])


@cache
def _validator(name: str) -> jsonschema_rs.Validator:
    draft = "https://json-schema.org/draft/2020-12/schema"
    return jsonschema_rs.validator_for({"$schema": draft, "$ref": f"#/$defs/{name}", "$defs": _schemas()})


def error_types() -> list[str]:
    """Every type of error that the SDK knows."""
    return list(_schemas()["ErrorType"]["enum"])


def stop_reasons() -> list[str]:
    """Every reason to stop that the SDK knows."""
    return list(_schemas()["Message"]["properties"]["stop_reason"]["anyOf"][0]["enum"])


def checked(name: str, value: object) -> object:
    """The value, if the type of that name allows it. Raises OffScript."""
    wrong = [f"{error.instance_path}: {error.message}"[:300] for error in _validator(name).iter_errors(value)]
    if wrong:
        raise OffScript(f"{name}: {wrong[:5]}")
    return value


def event(kind: str, **fields: object) -> bytes:
    """One event of a stream, allowed."""
    told = {"type": kind, **fields}
    if kind not in {"ping", "error"}:
        checked("RawMessageStreamEvent", told)
    return b"event: " + kind.encode() + b"\ndata: " + msgspec.json.encode(told) + b"\n\n"


def message(content: Sequence[Mapping[str, object]], stop_reason: str | None, usage: Mapping[str, object]) -> object:
    """A message, whole or at its beginning."""
    return {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": MODEL,
        "content": list(content),
        "stop_reason": stop_reason,
        "stop_sequence": None,
        "stop_details": None,
        "usage": usage,
    }


def _begun(block: Mapping[str, object]) -> Mapping[str, object]:
    """A block as it stands at its beginning."""
    match block["type"]:
        case "text":
            return {**block, "text": ""}
        case "thinking":
            return {**block, "thinking": "", "signature": ""}
        case "tool_use":
            return {**block, "input": {}}
    return block


def _deltas(block: Mapping[str, object], words: Sequence[str]) -> list[Mapping[str, object]]:
    """What is added to it until it is whole."""
    match block["type"]:
        case "text":
            return [{"type": "text_delta", "text": word} for word in words]
        case "thinking":
            thought = {"type": "thinking_delta", "thinking": block["thinking"]}
            return [thought, {"type": "signature_delta", "signature": block["signature"]}]
        case "tool_use":
            whole = msgspec.json.encode(block["input"]).decode()
            pieces = ("", whole[:4], whole[4:]) if block["input"] else ("",)
            return [{"type": "input_json_delta", "partial_json": piece} for piece in pieces]
    return []


def text(*words: str) -> Mapping[str, object]:
    """A block of words, which a stream has one by one."""
    return {"type": "text", "text": "".join(words), "citations": None, "words": words}


def thinking(thought: str = "planted thought", signature: str = "c2lnbg==") -> Mapping[str, object]:
    """A block of thoughts."""
    return {"type": "thinking", "thinking": thought, "signature": signature}


def tool_use(name: str, call_id: str = "toolu_01", **arguments: object) -> Mapping[str, object]:
    """A block that calls a tool."""
    return {"type": "tool_use", "id": call_id, "name": name, "input": arguments, "caller": {"type": "direct"}}


SEALED: Mapping[str, object] = {"type": "redacted_thinking", "data": "c2VhbGVk"}


def stream(*blocks: Mapping[str, object], stop_reason: str | None = "end_turn") -> tuple[bytes, ...]:
    """The events of an answer; without `stop_reason` it has no end."""
    events = [event("message_start", message=message((), None, {**BEGIN, "output_tokens": 1})), event("ping")]
    for index, block in enumerate(blocks):
        words = block.get("words", ())
        shown = {name: value for name, value in block.items() if name != "words"}
        assert isinstance(words, tuple)
        events.append(event("content_block_start", index=index, content_block=_begun(shown)))
        events += [event("content_block_delta", index=index, delta=delta) for delta in _deltas(shown, words)]
        if stop_reason is not None or block is not blocks[-1]:
            events.append(event("content_block_stop", index=index))
    if stop_reason is not None:
        delta = {"stop_reason": stop_reason, "stop_sequence": None, "stop_details": None}
        events += [event("message_delta", delta=delta, usage=ENDS), event("message_stop")]
    return tuple(events)


def answers(*blocks: Mapping[str, object], stop_reason: str = "end_turn") -> Scene:
    """A model that answers with these blocks, streamed or whole."""
    shown = [{name: value for name, value in block.items() if name != "words"} for block in blocks]
    whole = checked("Message", message(shown, stop_reason, USAGE))
    return Scene(stream(*blocks, stop_reason=stop_reason), whole=msgspec.json.encode(whole))


def says(*words: str) -> Scene:
    """A model that says these words."""
    return answers(text(*words))


def stalls(*words: str) -> Scene:
    """A model that says these words and has no end."""
    return replace(says(*words), writes=stream(text(*words), stop_reason=None), end="hang")


def error_body(kind: str, words: str = "planted words", **details: str) -> Mapping[str, object]:
    """An error as Anthropic tells it."""
    error = {"type": kind, "message": words, **({"details": details} if details else {})}
    return {"type": "error", "error": error, "request_id": "req_1"}


def refuses(
    kind: str, words: str = "planted words", *, status: int | None = None, error_code: str = "", **headers: str
) -> Scene:
    """A refusal with the status of its type; a header's underscores become dashes."""
    body = error_body(kind, words, **({"error_code": error_code} if error_code else {}))
    if kind in STATUSES:
        checked("ErrorResponse", body)
    shown = {name.replace("_", "-"): value for name, value in headers.items()}
    return Scene((msgspec.json.encode(body),), status or STATUSES[kind], "application/json", shown)


def breaks_off(kind: str, *words: str) -> Scene:
    """An answer that ends with an error inside its stream of status 200."""
    return Scene((*stream(text(*words), stop_reason=None), event("error", error=error_body(kind)["error"])))


class Anthropic(Upstream):
    """The server."""

    def __init__(self, key: str = KEY) -> None:
        super().__init__()
        self.key = key
        self.models: list[dict[str, Any]] = [_model(name) for name in (MODEL, PREFILLED, "claude-sonnet-5-5")]
        self.page = 2
        """Entries of a page, whatever is asked for."""
        self.scenes = {name: says(*WORDS) for name in (MODEL, PREFILLED)}
        self.off_script: list[OffScript] = []
        """What was asked or answered and is not allowed; told when the server is left."""

    def asked(self, path: str) -> list[Asked]:
        """The requests to a path under the base address, in order."""
        return [request for request in self.requests if urlsplit(request.path).path == f"/v1{path}"]

    @override
    async def __aexit__(self, *_: object) -> None:
        await super().__aexit__()
        if self.off_script:
            raise self.off_script[0]

    @override
    def scene_for(self, asked: Asked) -> Scene:
        try:
            return self._scene(asked)
        except OffScript as error:
            self.off_script.append(error)
            return Scene(status=0, end="close")

    def _scene(self, asked: Asked) -> Scene:
        if asked.headers.get("anthropic-version") != "2023-06-01":
            return refuses("invalid_request_error", "anthropic-version: header is required")
        if asked.headers.get("x-api-key") != self.key:
            return refuses("authentication_error", "invalid x-api-key")
        address = urlsplit(asked.path)
        match address.path:
            case "/v1/models":
                return self._list(parse_qs(address.query))
            case "/v1/messages":
                body = asked.body
                # The types of SDK 2.14 have no sampling any more; which models take it is known to `wrong_with`.
                typed = {name: value for name, value in body.items() if name not in {"temperature", "top_p"}}
                checked("MessageCreateParams", typed)
                if (wrong := wrong_with(body)) is not None:
                    return refuses("invalid_request_error", wrong)
                if self.next_scenes or str(body["model"]) in self.scenes:
                    return super().scene_for(asked)
                return refuses("not_found_error", f"model: {body['model']}")
        return refuses("not_found_error")

    def _list(self, query: Mapping[str, Sequence[str]]) -> Scene:
        names = [model["id"] for model in self.models]
        begin = names.index(query["after_id"][0]) + 1 if "after_id" in query else 0
        data = [checked("ModelInfo", model) for model in self.models[begin : begin + self.page]]
        shown = names[begin : begin + self.page]
        page = {
            "data": data,
            "has_more": begin + self.page < len(names),
            "first_id": shown[0] if shown else None,
            "last_id": shown[-1] if shown else None,
        }
        return Scene((msgspec.json.encode(page),), content_type="application/json")


def wrong_with(body: Mapping[str, Any]) -> str | None:
    """What is wrong with a request that its types allow, in Anthropic's words; None where nothing is."""
    messages, model = body["messages"], str(body["model"])
    roles = [one["role"] for one in messages]
    is_old = model.startswith("claude-haiku-4-5")
    if not roles or roles[0] != "user":
        return "messages: first message must use the user role"
    if any(first == second for first, second in pairwise(roles)):
        return "messages: roles must alternate between user and assistant"  # the server joins them; we do it ourselves
    blocks = [block for one in messages for block in one["content"]]
    if any(block["type"] == "text" and not block["text"].strip() for block in blocks):
        return "messages: text content blocks must contain non-whitespace text"
    if any(block["type"] in {"tool_use", "tool_result"} for block in blocks) and not body.get("tools"):
        return "Requests which include tool_use or tool_result blocks must define tools"
    sampling = {"temperature", "top_p"} & body.keys()
    if sampling and not is_old:
        return f"`{min(sampling)}` is deprecated for this model."
    if len(sampling) == 2:
        return "`temperature` and `top_p` cannot both be specified for this model. Please use only one."
    if not 0 <= body.get("temperature", 0) <= 1:
        return "temperature: range: 0..1"
    if roles[-1] == "assistant":
        if not is_old:
            return (
                "This model does not support assistant message prefill. The conversation must end with a user message."
            )
        if messages[-1]["content"][-1].get("text", "").endswith((" ", "\n")):
            return "messages: final assistant content cannot end with trailing whitespace"
    return _wrong_thinking(body, messages, is_old)


def _wrong_thinking(body: Mapping[str, Any], messages: Sequence[Mapping[str, Any]], is_old: bool) -> str | None:
    thought = body.get("thinking")
    if not thought or thought["type"] != "enabled":
        return "thinking: adaptive is not supported by this model" if is_old and thought else None
    if not is_old:
        return 'thinking.type: "enabled" is not supported for this model'
    if thought["budget_tokens"] >= body["max_tokens"]:
        return "`max_tokens` must be greater than `thinking.budget_tokens`"
    called = [one for one in messages if any(block["type"] == "tool_use" for block in one["content"])]
    is_open = len(messages) > 1 and any(block["type"] == "tool_result" for block in messages[-1]["content"])
    if is_open and called[-1]["content"][0]["type"] not in {"thinking", "redacted_thinking"}:
        return "messages: Expected `thinking` or `redacted_thinking`, but found `tool_use`"
    return None


def _model(name: str) -> dict[str, Any]:
    yes, no = {"supported": True}, {"supported": False}
    return {
        "id": name,
        "type": "model",
        "display_name": name.replace("-", " ").title(),
        "created_at": "2026-10-01T00:00:00Z",
        "deprecated_at": None,
        "retires_at": None,
        "lifecycle": "active",
        "line": name.split("-")[1],
        "max_input_tokens": 1_000_000,
        "max_tokens": 128_000,
        "capabilities": {
            **dict.fromkeys(("batch", "citations", "code_execution", "image_input", "pdf_input"), yes),
            "structured_outputs": yes,
            "context_management": {"supported": False},
            "effort": {**dict.fromkeys(("supported", "low", "medium", "high", "max"), yes), "supported": True},
            "server_tools": {"supported": False, "web_search": no, "code_execution": no},
            "thinking": {
                "supported": True,
                "types": {"adaptive": yes, "between_tools": no, "disabled": no, "enabled": no},
            },
        },
    }


__all__ = ["KEY", "MODEL", "PREFILLED", "TEXT", "WORDS", "Anthropic", "OffScript", "answers", "breaks_off", "refuses"]
