"""What is asked, in Anthropic's words: from a `ChatRequest` to the JSON of `POST /messages`. Pure.

Differences to OpenAI's words that matter: system words stand apart; the person and the model take turns, the person
first; what a tool answered is said by the person; an answer has to have a limit; no text may be empty, and the
beginning of an answer may not end with white space (platform.claude.com/docs, "Create a Message", 2026-11).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, Literal, TypeAlias

import msgspec

from segue.domain.chat import (
    ChatRequest,
    ImagePart,
    JsonObject,
    Message,
    ResponseFormat,
    Role,
    TextPart,
    Tool,
    ToolCall,
)
from segue.domain.models import ModelRef
from segue.errors import Unsupported
from segue.providers.anthropic.facts import Sampling
from segue.providers.anthropic.thinking import Layout, Thoughts, digest

Effort: TypeAlias = Literal["low", "medium", "high", "xhigh", "max"]
Block: TypeAlias = dict[str, Any]
"""A part of a message, as it is sent."""

PASSES: Final = frozenset({"service_tier", "inference_geo", "reasoning_effort"})
"""Fields beyond the known ones that go along; none that names a person or keeps a conversation."""
EFFORTS: Final = frozenset({"low", "medium", "high", "xhigh", "max"})
LEAST_THINKING_TOKENS: Final = 1024
_OPENING: Final = "(The conversation begins here.)"
"""Said by the person where the model spoke first."""
_MEDIA: Final = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})
_DATA_URL: Final = re.compile(r"data:(?P<media>[a-z]+/[a-z+.-]+);base64,(?P<data>.+)", re.DOTALL)
_NOT_IN_IDS: Final = re.compile(r"[^a-zA-Z0-9_-]")
"""Ids of calls that another model made may hold signs that are refused here."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How one model wants to be asked."""

    max_tokens: int
    """Longest answer where the request sets no limit."""
    sampling: Sampling = "none"
    thinking: Literal["adaptive", "disabled"] | None = None
    thinking_tokens: int | None = None
    """Budget of the older way to think; None: it is not asked for."""
    effort: Effort | None = None
    caches: bool = False
    """Have the prompt kept for the next turn."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it goes out."""

    body: bytes
    key: Callable[[], bytes] = field(repr=False)
    """By what its answer's thoughts are found again."""
    cut: bool
    """True: white space at the end of what the answer goes on with was left out."""


def encode_request(request: ChatRequest, model: ModelRef, manner: Manner, thoughts: Thoughts) -> Asked:
    """The request's body. Raises Unsupported for a picture that cannot be sent."""
    tools = _tools(request)
    system = "\n\n".join(m.text for m in request.messages if _is_system(m) and m.text.strip())
    messages, lost = _Conversation(model, system, tools, thoughts).told(request.messages)
    cut = _trim_beginning(messages)
    max_tokens = request.max_tokens or manner.max_tokens
    body: dict[str, object] = {"model": model.name, "max_tokens": max_tokens, "stream": request.stream}
    if system:
        body["system"] = system
    body["messages"] = messages
    thinking = _thinking(request, manner, max_tokens, messages, lost=lost)
    if thinking is not None:
        body["thinking"] = thinking
    if thinking is None or thinking["type"] == "disabled":
        body.update(_sampling(request, manner))
    if stops := [stop for stop in request.stop if stop.strip()]:  # white space alone is refused
        body["stop_sequences"] = stops
    if tools:
        body["tools"] = tools
        body["tool_choice"] = _choice(request)
    body.update((name, value) for name, value in request.extra.items() if name in PASSES - {"reasoning_effort"})
    if output := _output(request, manner):
        body["output_config"] = output
    if manner.caches:
        body["cache_control"] = {"type": "ephemeral"}
    return Asked(msgspec.json.encode(body), partial(digest, model.name, system, tools, messages), cut)


def _is_system(message: Message) -> bool:
    return message.role in {Role.SYSTEM, Role.DEVELOPER}


class _Conversation:
    """The messages of one request on their way into Anthropic's words."""

    def __init__(self, model: ModelRef, system: str, tools: Sequence[Block], thoughts: Thoughts) -> None:
        self._model, self._system, self._tools, self._thoughts = model, system, tools, thoughts
        self._told: list[Block] = []
        self._lost = False

    def told(self, messages: Sequence[Message]) -> tuple[list[Block], bool]:
        """Them, by turns; and whether thoughts are missing that belong to the tool calls of the turn under way."""
        for message in messages:
            if message.role is Role.USER:
                self._lost = False
            if not _is_system(message):
                role = "assistant" if message.role is Role.ASSISTANT else "user"
                self._add(role, list(self._blocks(message)))
        return self._told, self._lost

    def _add(self, role: str, blocks: list[Block]) -> None:
        """Neighbours of one role are one message; one without content is none."""
        if not blocks:
            return
        if self._told and self._told[-1]["role"] == role:
            self._told[-1]["content"] += blocks
            return
        if not self._told and role == "assistant":
            self._told.append({"role": "user", "content": [_text(_OPENING)]})
        self._told.append({"role": role, "content": blocks})

    def _blocks(self, message: Message) -> Iterator[Block]:
        if message.role is Role.TOOL:
            yield self._result(message)
        elif message.tool_calls:
            yield from self._called(message)
        else:
            yield from self._parts(message)

    def _parts(self, message: Message) -> Iterator[Block]:
        content = message.content or ""
        for part in (TextPart(content),) if isinstance(content, str) else content:
            if isinstance(part, ImagePart):
                yield self._image(part)
            elif part.text.strip():
                yield _text(part.text)

    def _called(self, message: Message) -> Iterator[Block]:
        """Words and calls, with the thoughts that led to them where they are still here."""
        calls = {_id(call.id): _call(call) for call in message.tool_calls}
        words = list(self._parts(message))
        layout = self._found(tuple(calls))
        self._lost = layout is None
        if layout is None:
            layout = Layout((None, *calls))
        for place in layout.places:
            if isinstance(place, str):
                yield calls[place]
            elif place is not None:
                yield dict(place)
            else:
                yield from words
                words = []
        yield from words

    def _found(self, calls: Sequence[str]) -> Layout | None:
        if not len(self._thoughts):
            return None
        return self._thoughts.find(digest(self._model.name, self._system, self._tools, self._told), calls)

    def _result(self, message: Message) -> Block:
        block: Block = {"type": "tool_result", "tool_use_id": _id(message.tool_call_id or "")}
        if content := list(self._parts(message)):
            block["content"] = content
        return block

    def _image(self, part: ImagePart) -> Block:
        if part.url.startswith("https://"):
            return {"type": "image", "source": {"type": "url", "url": part.url}}
        found = _DATA_URL.fullmatch(part.url)
        if found is None or found["media"] not in _MEDIA:
            hint = "Send it as JPEG, PNG, GIF or WebP, in a data: URL or at an https: address."
            raise Unsupported("It does not take a picture of this kind.", model=self._model, hint=hint)
        return {"type": "image", "source": {"type": "base64", "media_type": found["media"], "data": found["data"]}}


def _text(text: str) -> Block:
    return {"type": "text", "text": text}


def _id(call_id: str) -> str:
    return _NOT_IN_IDS.sub("_", call_id) or "call"


def _call(call: ToolCall) -> Block:
    try:
        arguments = msgspec.json.decode(call.arguments) if call.arguments.strip() else {}
    except (msgspec.MsgspecError, RecursionError):
        arguments = call.arguments
    given = arguments if isinstance(arguments, dict) else {"arguments": arguments}
    return {"type": "tool_use", "id": _id(call.id), "name": call.name, "input": given}


def _trim_beginning(messages: Sequence[Block]) -> bool:
    """Take the white space off the end of the words that the answer goes on with; whether there was any."""
    if not messages or messages[-1]["role"] != "assistant" or messages[-1]["content"][-1]["type"] != "text":
        return False
    last = messages[-1]["content"][-1]
    trimmed = last["text"].rstrip()
    is_cut: bool = trimmed != last["text"]
    last["text"] = trimmed
    return is_cut


def _tools(request: ChatRequest) -> list[Block]:
    """The tools; of calls in the conversation whose tools are not offered any more, their names alone: a conversation
    that has any is refused without."""
    if request.tools:
        return [_tool(tool) for tool in request.tools]
    called = dict.fromkeys(call.name for message in request.messages for call in message.tool_calls)
    return [_tool(Tool(name)) for name in called]


def _tool(tool: Tool) -> Block:
    schema = {"properties": {}, **(tool.parameters or {}), "type": "object"}
    made: Block = {"name": tool.name, "input_schema": schema}
    if tool.description:
        made["description"] = tool.description
    if tool.strict:
        made["strict"] = True
    return made


def _choice(request: ChatRequest) -> Block:
    match request.tool_choice if request.tools else "none":
        case "none":
            return {"type": "none"}
        case None | "auto":
            choice: Block = {"type": "auto"}
        case "required":
            choice = {"type": "any"}
        case named:
            choice = {"type": "tool", "name": named.removeprefix("function:")}
    if request.parallel_tool_calls is False:
        choice["disable_parallel_tool_use"] = True
    return choice


def _sampling(request: ChatRequest, manner: Manner) -> Iterator[tuple[str, float]]:
    """One of the two, where the model takes any: an answer is worth more than they are."""
    if manner.sampling == "none":
        return
    if request.temperature is not None:
        yield "temperature", min(request.temperature, 1.0)  # its scale ends at 1
    elif request.top_p is not None:
        yield "top_p", request.top_p


def _thinking(
    request: ChatRequest, manner: Manner, max_tokens: int, messages: Sequence[Block], *, lost: bool
) -> Block | None:
    """How it shall think; None: as it does by itself. A budget is not sent with what it is refused beside."""
    if manner.thinking_tokens is None:
        return {"type": manner.thinking} if manner.thinking else None
    is_forced = bool(request.tools) and request.tool_choice not in {None, "auto", "none"}
    goes_on = bool(messages) and messages[-1]["role"] == "assistant"
    if lost or is_forced or goes_on or max_tokens <= LEAST_THINKING_TOKENS:
        return None
    return {"type": "enabled", "budget_tokens": min(manner.thinking_tokens, max_tokens - 1)}


def _output(request: ChatRequest, manner: Manner) -> Block:
    output: Block = {}
    wished = request.extra.get("reasoning_effort")
    if effort := (wished if wished in EFFORTS else manner.effort):
        output["effort"] = effort
    form: ResponseFormat = request.response_format
    if form.kind == "json_schema":
        output["format"] = {"type": "json_schema", "schema": _closed(form.schema or {"type": "object"})}
    return output


def _closed(schema: JsonObject) -> JsonObject:
    """The schema, with every object closed that leaves it open: open ones are refused, and closed ones fit as well."""
    made: dict[str, object] = {name: _closed_value(value) for name, value in schema.items()}
    if made.get("type") == "object":
        made.setdefault("additionalProperties", False)
    return made


def _closed_value(value: object) -> object:
    if isinstance(value, Mapping):
        return _closed(value)
    return [_closed_value(item) for item in value] if isinstance(value, list) else value
