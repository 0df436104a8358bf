"""What is asked, in OpenAI's words: from a `ChatRequest` to the JSON of `POST /chat/completions`. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import msgspec

from segue.domain.chat import (
    DEVELOPER,
    SYSTEM,
    ChatRequest,
    ImagePart,
    Message,
    Part,
    ResponseFormat,
    TextPart,
    Tool,
    ToolCall,
)

TokenLimitField: TypeAlias = Literal["max_tokens", "max_completion_tokens"]
_WORDS = frozenset({"none", "auto", "required"})
_SAMPLING = frozenset({"temperature", "top_p", "presence_penalty", "frequency_penalty", "stop"})
_SHORT_ID = re.compile(r"[a-zA-Z0-9]{9}")
_UNSIGNED: Final = {"google": {"thought_signature": "skip_thought_signature_validator"}}
"""Google's own word for a call without a signature (ai.google.dev/gemini-api/docs/thought-signatures; vercel/ai,
@ai-sdk/google 3.0.80, 2026)."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """Where hosts differ in how they want to be asked."""

    token_limit_field: TokenLimitField = "max_tokens"
    stream_usage: bool = True
    """Ask for the usage at a stream's end with `stream_options`; hosts that refuse it send it unasked."""
    seed_field: str = "seed"
    refuses: frozenset[str] = frozenset()
    """Sampling fields, and `stop`, that the host answers with 400; they are left out, for an answer is worth more than
    they are."""
    developer_role: bool = False
    """False: developer messages go as system messages."""
    tells_progress: bool = False
    """Ask streams to tell how much of the prompt was read, with `return_progress` (llama.cpp, 2025-08)."""
    tells_cost: bool = False
    """True: `usage.cost` is what the call is charged, in dollars; elsewhere a field of that name may mean anything."""
    takes_names: bool = True
    """False: a message's `name` is refused; it is left out."""
    short_call_ids: bool = False
    """True: ids of tool calls have to be nine letters and digits; those of other models are made so."""
    unsampled: str = ""
    """Models, as an expression that their names begin with, that refuse all sampling and `stop`; empty: none."""
    signed_calls: str = ""
    """Models that want a signature with their tool calls, as an expression that is found in their names; none is kept,
    so that they are told, in their host's words, to do without. Empty: no models."""
    wants_thoughts_back: bool = False
    """True: with tools a model wants its thoughts back, which nobody keeps; it is asked not to think."""
    repeats_prefill: bool = False
    """True: an answer that is not streamed begins with the assistant's last message, which it goes on with."""


PLAIN = Dialect()
"""How most compatible servers want to be asked."""


def encode_request(
    request: ChatRequest, model: str, *, dialect: Dialect = PLAIN, passes_fields: frozenset[str] = frozenset()
) -> bytes:
    """The request's body. Of its unknown fields only those in `passes_fields` go along, and never over known ones."""
    body: dict[str, object] = {}
    if request.extra:
        body.update((name, value) for name, value in request.extra.items() if name in passes_fields)
    body["model"] = model
    signs = bool(dialect.signed_calls) and re.search(dialect.signed_calls, model) is not None
    body["messages"] = [_message(message, dialect, signs=signs) for message in request.messages]
    body["stream"] = request.stream
    if request.stream and dialect.stream_usage:
        body["stream_options"] = {"include_usage": True}
    if request.stream and dialect.tells_progress:
        body["return_progress"] = True
    refuses = dialect.refuses
    if dialect.unsampled and re.match(dialect.unsampled, model):
        refuses |= _SAMPLING
    for name, value in _sampling(request, dialect):
        if value is not None and name not in refuses:
            body[name] = value  # noqa: PERF403 - a comprehension is a call in Python 3.11
    if dialect.wants_thoughts_back and (request.tools or any(message.tool_calls for message in request.messages)):
        body.setdefault("thinking", {"type": "disabled"})
    if request.stop and "stop" not in refuses:
        body["stop"] = request.stop
    if request.tools:
        body["tools"] = [_tool(tool) for tool in request.tools]
    if request.tool_choice is not None:
        body["tool_choice"] = _choice(request.tool_choice)
    if request.response_format.kind != "text":
        body["response_format"] = _format(request.response_format)
    return msgspec.json.encode(body)


def _sampling(request: ChatRequest, dialect: Dialect) -> tuple[tuple[str, object], ...]:
    return (
        (dialect.token_limit_field, request.max_tokens),
        ("temperature", request.temperature),
        ("top_p", request.top_p),
        (dialect.seed_field, request.seed),
        ("presence_penalty", request.presence_penalty),
        ("frequency_penalty", request.frequency_penalty),
        ("parallel_tool_calls", request.parallel_tool_calls if request.tools else None),
    )


def _message(message: Message, dialect: Dialect, *, signs: bool = False) -> Mapping[str, object]:
    role = SYSTEM if message.role is DEVELOPER and not dialect.developer_role else message.role
    content = message.content
    shown: dict[str, object] = {
        "role": role,
        "content": [_part(part) for part in content] if isinstance(content, tuple) else content,
    }
    if message.name is not None and dialect.takes_names:
        shown["name"] = message.name
    if message.tool_calls:
        calls = [_call(call, dialect) for call in message.tool_calls]
        shown["tool_calls"] = [{**calls[0], "extra_content": _UNSIGNED}, *calls[1:]] if signs else calls
    if message.tool_call_id is not None:
        shown["tool_call_id"] = _call_id(message.tool_call_id, dialect)
    return shown


def _part(part: Part) -> Mapping[str, object]:
    match part:
        case TextPart(text):
            return {"type": "text", "text": text}
        case ImagePart(url, detail):
            return {"type": "image_url", "image_url": _given({"url": url, "detail": detail})}


def _call_id(call_id: str, dialect: Dialect) -> str:
    if not dialect.short_call_ids or _SHORT_ID.fullmatch(call_id):
        return call_id
    return hashlib.sha256(call_id.encode()).hexdigest()[:9]


def _call(call: ToolCall, dialect: Dialect) -> Mapping[str, object]:
    return {
        "id": _call_id(call.id, dialect),
        "type": "function",
        "function": {"name": call.name, "arguments": call.arguments},
    }


def _tool(tool: Tool) -> Mapping[str, object]:
    function = {
        "name": tool.name,
        "description": tool.description,
        "parameters": tool.parameters,
        "strict": tool.strict,
    }
    return {"type": "function", "function": _given(function)}


def _choice(choice: str) -> object:
    if choice in _WORDS:
        return choice
    return {"type": "function", "function": {"name": choice.removeprefix("function:")}}


def _format(form: ResponseFormat) -> Mapping[str, object]:
    if form.kind != "json_schema":
        return {"type": form.kind}
    schema = {"name": form.name or "answer", "schema": form.schema, "strict": form.strict}
    return {"type": "json_schema", "json_schema": _given(schema)}


def _given(fields: Mapping[str, object]) -> Mapping[str, object]:
    return {name: value for name, value in fields.items() if value is not None}
