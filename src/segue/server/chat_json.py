"""From the bytes of a chat request to the turn that is asked for; every refusal names its field."""

from __future__ import annotations

import re
from dataclasses import dataclass

import msgspec

from segue.config.settings import ServerSettings
from segue.domain.chat import (
    ChatRequest,
    ImagePart,
    Message,
    Part,
    ResponseFormat,
    Role,
    TextPart,
    Tool,
    ToolCall,
    ToolChoice,
)
from segue.errors import RequestError
from segue.server.body_json import (
    KNOWN_FIELDS,
    ChatBody,
    FormatBody,
    FunctionBody,
    MessageBody,
    PartBody,
    SegueBody,
    ToolChoiceBody,
)
from segue.server.field_errors import malformed, wrong_field

SESSION_ID_CHARS = 256
"""Longest session id: ids are hashed, and a longer one is a mistake."""

_COUNTRY = re.compile(r"^[A-Z]{2}$")
_ROLES = {role.value: role for role in Role}
_body = msgspec.json.Decoder(ChatBody)
_fields = msgspec.json.Decoder(dict[str, msgspec.Raw])
_any = msgspec.json.Decoder()
_NO_EXTENSION = SegueBody()
_NO_FORMAT = ResponseFormat()


@dataclass(frozen=True, slots=True)
class Asked:
    """A chat request as the gateway carries it out."""

    request: ChatRequest
    session_id: str | None
    include_usage: bool
    """Whether a stream ends with a chunk of its tokens."""


def read_chat(body: bytes, *, limits: ServerSettings, session_header: str | None, country: str | None) -> Asked:
    """Decode and check a body. Raises RequestError."""
    try:
        body.decode()  # fields that are skipped are not checked by the decoder
        wire = _body.decode(body)
        extra = _unknown_fields(body)
    except msgspec.ValidationError as error:
        raise wrong_field(error) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise malformed(error) from None  # the cause of a UnicodeDecodeError holds the body
    options = wire.stream_options
    return Asked(
        request=_turn(wire, extra, limits, _country(country)),
        session_id=_session_id(wire, session_header),
        include_usage=options is not None and options.include_usage is True,
    )


def _turn(wire: ChatBody, extra: dict[str, object], limits: ServerSettings, country: str | None) -> ChatRequest:
    extension = wire.segue or _NO_EXTENSION
    tools = tuple([_tool(tool.function) for tool in wire.tools]) if wire.tools else ()
    return ChatRequest(
        messages=_messages(wire.messages, limits),
        model=wire.model or "auto",
        stream=wire.stream is True,
        max_tokens=_max_tokens(wire),
        temperature=wire.temperature,
        top_p=wire.top_p,
        stop=_stops(wire.stop),
        seed=wire.seed,
        presence_penalty=wire.presence_penalty,
        frequency_penalty=wire.frequency_penalty,
        tools=tools,
        tool_choice=_tool_choice(wire.tool_choice, tools),
        parallel_tool_calls=wire.parallel_tool_calls,
        response_format=_NO_FORMAT if wire.response_format is None else _format(wire.response_format),
        extra=extra,
        task=extension.task,
        privacy=extension.privacy,
        country=country,
        strict=extension.strict,
    )


def _unknown_fields(body: bytes) -> dict[str, object]:
    """Top-level fields that Segue does not read, unless they are null: clients send null for "not set"."""
    found = {name: _any.decode(raw) for name, raw in _fields.decode(body).items() if name not in KNOWN_FIELDS}
    return {name: value for name, value in found.items() if value is not None}


def _messages(bodies: list[MessageBody], limits: ServerSettings) -> tuple[Message, ...]:
    if len(bodies) > limits.max_messages:
        raise RequestError(
            f"There are {len(bodies)} messages, more than {limits.max_messages} (server.max_messages).",
            param="messages",
        )
    messages = tuple([_message(body, f"messages[{index}]") for index, body in enumerate(bodies)])
    images = sum([len(message.images) for message in messages if type(message.content) is tuple])
    if images > limits.max_image_parts:
        raise RequestError(
            f"There are {images} pictures, more than {limits.max_image_parts} (server.max_image_parts).",
            param="messages",
        )
    return messages


def _message(body: MessageBody, where: str) -> Message:
    content = _content(body.content, where) if isinstance(body.content, list) else body.content
    calls = tuple([ToolCall(c.id, c.function.name, c.function.arguments) for c in body.tool_calls or ()])
    if content is None and body.role == "assistant":
        content = body.refusal
    if content is None and not calls:
        raise RequestError(f"{where}.content: it is missing.", param=f"{where}.content")
    if calls and body.role != "assistant":
        raise RequestError(f"{where}.tool_calls: only the assistant calls tools.", param=f"{where}.tool_calls")
    if body.role == "tool" and not body.tool_call_id:
        raise RequestError(
            f"{where}.tool_call_id: a tool's answer has to say which call it answers.", param=f"{where}.tool_call_id"
        )
    return Message(_ROLES[body.role], content, body.name, calls, body.tool_call_id)


def _content(parts: list[PartBody], where: str) -> tuple[Part, ...]:
    if not parts:
        raise RequestError(f"{where}.content: it has no parts.", param=f"{where}.content")
    return tuple([_part(part, f"{where}.content[{index}]") for index, part in enumerate(parts)])


def _part(part: PartBody, where: str) -> Part:
    if part.type == "text" and part.text is not None:
        return TextPart(part.text)
    if part.type == "refusal" and part.refusal is not None:
        return TextPart(part.refusal)
    if part.type == "image_url" and part.image_url is not None:
        if not part.image_url.url.startswith(("https://", "data:image/")):
            raise RequestError(
                f"{where}.image_url.url: it has to begin with https:// or data:image/.", param=f"{where}.image_url.url"
            )
        return ImagePart(part.image_url.url, part.image_url.detail)
    if part.type in {"text", "refusal", "image_url"}:
        raise RequestError(f"{where}.{part.type}: it is missing.", param=f"{where}.{part.type}")
    raise RequestError(f"{where}.type: only text, image_url and refusal are known.", param=f"{where}.type")


def _tool(function: FunctionBody) -> Tool:
    return Tool(function.name, function.description, function.parameters, function.strict)


def _tool_choice(choice: ToolChoiceBody | str | None, tools: tuple[Tool, ...]) -> ToolChoice | None:
    if isinstance(choice, ToolChoiceBody):
        name = choice.function.name
        if all(tool.name != name for tool in tools):
            raise RequestError(
                "tool_choice.function.name: no such tool is in `tools`.", param="tool_choice.function.name"
            )
        return f"function:{name}"
    if choice == "required" and not tools:
        raise RequestError("tool_choice: a tool is required and there are none.", param="tool_choice")
    return choice if tools else None


def _format(body: FormatBody) -> ResponseFormat:
    if body.type != "json_schema":
        return ResponseFormat(body.type)
    if body.json_schema is None:
        raise RequestError("response_format.json_schema: it is missing.", param="response_format.json_schema")
    return ResponseFormat("json_schema", body.json_schema.name, body.json_schema.schema, body.json_schema.strict)


def _max_tokens(wire: ChatBody) -> int | None:
    old, new = wire.max_tokens, wire.max_completion_tokens
    if old is not None and new is not None and old != new:
        raise RequestError("max_tokens and max_completion_tokens are the same limit; give one.", param="max_tokens")
    return old if new is None else new


def _stops(stop: str | list[str] | None) -> tuple[str, ...]:
    if stop is None:
        return ()
    stops = (stop,) if isinstance(stop, str) else tuple(stop)
    if not all(stops):
        raise RequestError("stop: a stop text may not be empty.", param="stop")
    return stops


def _session_id(wire: ChatBody, header: str | None) -> str | None:
    """The header wins; `user`, `safety_identifier` and `prompt_cache_key` are shared by many and never count."""
    value = wire.metadata.session_id if header is None and wire.metadata is not None else header
    if value is None:
        return None
    param = "metadata.session_id" if header is None else "X-Segue-Session"
    if not 0 < len(value) <= SESSION_ID_CHARS:
        raise RequestError(f"{param}: it has to have 1 to {SESSION_ID_CHARS} characters.", param=param)
    return value


def _country(value: str | None) -> str | None:
    if value is not None and not _COUNTRY.fullmatch(value):
        raise RequestError("X-Segue-Country: two capital letters (ISO 3166-1 alpha-2).", param="X-Segue-Country")
    return value
