"""What is asked, in OpenAI's words: from a `ChatRequest` to the JSON of `POST /chat/completions`. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

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


@dataclass(frozen=True, slots=True)
class Dialect:
    """Where hosts differ in how they want to be asked."""

    token_limit_field: TokenLimitField = "max_tokens"
    stream_usage: bool = True
    """Ask for the usage at a stream's end with `stream_options`; hosts that refuse it send it unasked."""
    seed_field: str = "seed"
    refuses: frozenset[str] = frozenset()
    """Sampling fields that the host answers with 400; they are left out, for an answer is worth more than they are."""
    developer_role: bool = False
    """False: developer messages go as system messages."""
    tells_progress: bool = False
    """Ask streams to tell how much of the prompt was read, with `return_progress` (llama.cpp, 2025-08)."""
    tells_cost: bool = False
    """True: `usage.cost` is what the call is charged, in dollars; elsewhere a field of that name may mean anything."""
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
    body["messages"] = [_message(message, dialect) for message in request.messages]
    body["stream"] = request.stream
    if request.stream and dialect.stream_usage:
        body["stream_options"] = {"include_usage": True}
    if request.stream and dialect.tells_progress:
        body["return_progress"] = True
    sampling = _sampling(request, dialect)
    body.update({name: value for name, value in sampling if value is not None and name not in dialect.refuses})
    if request.stop:
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


def _message(message: Message, dialect: Dialect) -> Mapping[str, object]:
    role = SYSTEM if message.role is DEVELOPER and not dialect.developer_role else message.role
    content = message.content
    shown: dict[str, object] = {
        "role": role,
        "content": [_part(part) for part in content] if isinstance(content, tuple) else content,
    }
    if message.name is not None:
        shown["name"] = message.name
    if message.tool_calls:
        shown["tool_calls"] = [_call(call) for call in message.tool_calls]
    if message.tool_call_id is not None:
        shown["tool_call_id"] = message.tool_call_id
    return shown


def _part(part: Part) -> Mapping[str, object]:
    match part:
        case TextPart(text):
            return {"type": "text", "text": text}
        case ImagePart(url, detail):
            return {"type": "image_url", "image_url": _given({"url": url, "detail": detail})}


def _call(call: ToolCall) -> Mapping[str, object]:
    return {"id": call.id, "type": "function", "function": {"name": call.name, "arguments": call.arguments}}


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
