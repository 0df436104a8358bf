"""What is asked, in Ollama's words: from a `ChatRequest` to the JSON of `POST /api/chat`. Pure.

docs.ollama.com/api/chat and github.com/ollama/ollama/blob/main/docs/openapi.yaml (2026-10).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import msgspec

from segue.domain.chat import ChatRequest, ImagePart, Message, Role, Tool, ToolCall
from segue.domain.models import ModelRef
from segue.errors import RequestRefused, Unsupported

Think: TypeAlias = bool | Literal["low", "medium", "high"]
PASSES_FIELDS: Final = frozenset({"top_k", "min_p", "typical_p", "repeat_penalty", "repeat_last_n"})
"""Request fields beyond the known ones that go into `options`."""
_NO_PARAMETERS: Final = {"type": "object", "properties": {}}


@dataclass(frozen=True, slots=True)
class Manner:
    """How a model is asked, beyond what a request says."""

    num_ctx: int | None = None
    """The context to load it with; None: Ollama's own, for models that run elsewhere."""
    keep_alive_s: float | None = None
    """How long it stays in memory afterwards; None: as Ollama does."""
    think: Think | None = None
    """Whether it reasons before it answers; None: as the model does."""


def encode_request(request: ChatRequest, model: ModelRef, manner: Manner) -> bytes:
    """The request's body. Raises Unsupported for what Ollama has no words for, and RequestRefused for what is wrong."""
    if request.tool_choice not in (None, "auto", "none"):
        raise Unsupported("It cannot be made to call a tool.", model=model)
    body: dict[str, object] = {
        "model": model.name,
        "messages": _messages(request.messages, model),
        "stream": request.stream,
        # Both are true by default: a prompt that is too long loses its beginning, and nothing tells of it
        # (github.com/ollama/ollama/issues/3839 and /17889). Versions before 0.12.6 know neither.
        "truncate": False,
        "shift": False,
        "options": _options(request, manner),
    }
    if request.tools and request.tool_choice != "none":
        body["tools"] = [_tool(tool) for tool in request.tools]
    if request.response_format.kind == "json_object":
        body["format"] = "json"
    elif request.response_format.kind == "json_schema":
        body["format"] = request.response_format.schema or "json"
    if manner.think is not None:
        body["think"] = manner.think
    if manner.keep_alive_s is not None:
        body["keep_alive"] = manner.keep_alive_s
    return msgspec.json.encode(body)


def _options(request: ChatRequest, manner: Manner) -> Mapping[str, object]:
    known = (
        ("num_ctx", manner.num_ctx),
        ("num_predict", request.max_tokens),
        ("temperature", request.temperature),
        ("top_p", request.top_p),
        ("seed", request.seed),
        ("presence_penalty", request.presence_penalty),
        ("frequency_penalty", request.frequency_penalty),
        ("stop", request.stop or None),
    )
    passed = {name: value for name, value in request.extra.items() if name in PASSES_FIELDS}
    return {**passed, **{name: value for name, value in known if value is not None}}


def _messages(messages: tuple[Message, ...], model: ModelRef) -> list[Mapping[str, object]]:
    names = {call.id: call.name for message in messages for call in message.tool_calls}
    return [_message(message, names, model) for message in messages]


def _message(message: Message, names: Mapping[str, str], model: ModelRef) -> Mapping[str, object]:
    role = Role.SYSTEM if message.role is Role.DEVELOPER else message.role
    shown: dict[str, object] = {"role": role, "content": message.text}
    if message.images:
        shown["images"] = [_image(part, model) for part in message.images]
    if message.tool_calls:
        shown["tool_calls"] = [_call(call, model) for call in message.tool_calls]
    if message.tool_call_id is not None:
        shown["tool_call_id"] = message.tool_call_id
        if (name := names.get(message.tool_call_id)) is not None:
            shown["tool_name"] = name
    return shown


def _image(part: ImagePart, model: ModelRef) -> str:
    head, comma, data = part.url.partition(",")
    if not comma or not head.startswith("data:") or not head.endswith(";base64"):
        raise Unsupported("It takes pictures only as data within the request, not by their address.", model=model)
    return data


def _call(call: ToolCall, model: ModelRef) -> Mapping[str, object]:
    try:
        arguments = msgspec.json.decode(call.arguments or "{}", type=dict[str, object])
    except msgspec.MsgspecError as error:
        message = "The arguments of a tool call in the conversation are no JSON object."
        raise RequestRefused(message, model=model) from error
    return {"id": call.id, "function": {"name": call.name, "arguments": arguments}}


def _tool(tool: Tool) -> Mapping[str, object]:
    function: dict[str, object] = {"name": tool.name, "parameters": tool.parameters or _NO_PARAMETERS}
    if tool.description is not None:
        function["description"] = tool.description
    return {"type": "function", "function": function}
