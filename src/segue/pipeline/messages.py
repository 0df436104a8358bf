"""Requests from programs: a question, or messages in OpenAI's form, become a ChatRequest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields as fields_of

from segue.domain.chat import ChatRequest, Message, ResponseFormat, Role, Tool, ToolCall
from segue.domain.models import Privacy, TaskType
from segue.errors import RequestError

_SETTABLE = frozenset(f.name for f in fields_of(ChatRequest)) - {"messages", "model", "session"}


def as_messages(messages: str | Iterable[Message | Mapping[str, object]], fields: Mapping[str, object]) -> ChatRequest:
    """The request for a question or a conversation. Raises RequestError naming the field that is wrong."""
    said = (
        (Message(Role.USER, messages),)
        if isinstance(messages, str)
        else tuple(
            message if isinstance(message, Message) else _message(message, place)
            for place, message in enumerate(messages)
        )
    )
    for name in fields:
        if name not in _SETTABLE:
            raise RequestError(
                f"There is no field '{name}'.", param=name, hint=f"Known: {', '.join(sorted(_SETTABLE))}."
            )
    return ChatRequest(said, **{name: _value(name, value) for name, value in fields.items()})  # type: ignore[arg-type]


def _message(message: Mapping[str, object], place: int) -> Message:
    param = f"messages[{place}]"
    try:
        role = Role(str(message["role"]))
    except (KeyError, ValueError) as error:
        known = ", ".join(Role)
        raise RequestError("A message needs a role.", param=f"{param}.role", hint=f"One of {known}.") from error
    content = message.get("content")
    if not (content is None or isinstance(content, str | tuple)):
        raise RequestError("Content is text, or a tuple of TextPart and ImagePart.", param=f"{param}.content")
    calls = message.get("tool_calls", ())
    if not (isinstance(calls, tuple) and all(isinstance(call, ToolCall) for call in calls)):
        raise RequestError("Tool calls are a tuple of ToolCall.", param=f"{param}.tool_calls")
    call_id, name = message.get("tool_call_id"), message.get("name")
    return Message(
        role,
        content,
        name=None if name is None else str(name),
        tool_calls=calls,
        tool_call_id=None if call_id is None else str(call_id),
    )


def _value(name: str, value: object) -> object:
    try:
        if name == "task" and value is not None:
            return TaskType(str(value))
        if name == "privacy" and value is not None:
            return Privacy(str(value))
    except ValueError as error:
        raise RequestError(f"'{value}' is no {name}.", param=name) from error
    if name in {"stop", "tools"}:
        return (value,) if isinstance(value, str | Tool) else tuple(value)  # type: ignore[arg-type]
    if name == "response_format" and not isinstance(value, ResponseFormat):
        raise RequestError("The response format is a ResponseFormat.", param=name)
    return value
