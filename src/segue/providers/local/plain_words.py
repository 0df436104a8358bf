"""What somebody wrote stays words: no text of a conversation is read as one of the model's own control tokens.

Else a person, or a page that a tool read, could end their turn within it and begin one of the system's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import msgspec

from segue.domain.chat import ChatRequest, Message, Part, Role, TextPart, Tool, ToolCall
from segue.domain.values import changed
from segue.errors import WeightsError
from segue.machine.control_words import control_words
from segue.providers.local.parting import ControlWords
from segue.providers.local.spec import WorkerSpec


def control_of(spec: WorkerSpec) -> ControlWords | None:
    """What has to be parted for a worker; None where it does so itself. Blocks."""
    if spec.backend != "llama_cpp":
        return None
    try:
        return ControlWords(control_words(spec.path))
    except WeightsError:  # llama.cpp says what is wrong, or knows more of this file than we do
        return ControlWords(None)


def plain(request: ChatRequest, control: ControlWords) -> ChatRequest:
    """The request with every text of its conversation and tools as words."""
    messages = tuple([_message(message, control) for message in request.messages])
    return changed(request, messages=messages, tools=tuple([_tool(tool, control) for tool in request.tools]))


def without_empty_end(messages: Sequence[Message]) -> tuple[Message, ...]:
    """The same without last messages of the assistant that are empty: nothing goes on from them, and a model that is to
    all the same begins with the name of its own role."""
    last = len(messages)
    while last > 1 and _is_empty_answer(messages[last - 1]):
        last -= 1
    return tuple(messages[:last])


def _is_empty_answer(message: Message) -> bool:
    return message.role is Role.ASSISTANT and not message.text.strip() and not message.tool_calls


def _message(message: Message, control: ControlWords) -> Message:
    return changed(
        message,
        content=_content(message.content, control),
        name=None if message.name is None else control.parted(message.name),
        tool_calls=tuple([_call(call, control) for call in message.tool_calls]),
        tool_call_id=None if message.tool_call_id is None else control.parted(message.tool_call_id),
    )


def _content(content: str | tuple[Part, ...] | None, control: ControlWords) -> str | tuple[Part, ...] | None:
    """Texts alone become one, as llama.cpp makes of them: a word may begin in one part and end in the next."""
    if content is None or isinstance(content, str):
        return content and control.parted(content)
    texts = [part.text for part in content if isinstance(part, TextPart)]
    if len(texts) == len(content):
        return control.parted("\n".join(texts))
    return tuple([TextPart(control.parted(part.text)) if isinstance(part, TextPart) else part for part in content])


def _call(call: ToolCall, control: ControlWords) -> ToolCall:
    """Its arguments are parted as what they say, which templates read of them: JSON can write a word in many ways."""
    try:
        arguments = msgspec.json.decode(call.arguments)
    except (msgspec.DecodeError, RecursionError):
        said = control.parted(call.arguments)
    else:
        parted = _value(arguments, control)
        said = call.arguments if parted == arguments else msgspec.json.encode(parted).decode()
    return replace(call, id=control.parted(call.id), name=control.parted(call.name), arguments=said)


def _tool(tool: Tool, control: ControlWords) -> Tool:
    description = None if tool.description is None else control.parted(tool.description)
    parameters = None if tool.parameters is None else _object(tool.parameters, control)
    return replace(tool, name=control.parted(tool.name), description=description, parameters=parameters)


def _object(value: Mapping[str, object], control: ControlWords) -> dict[str, object]:
    return {control.parted(name): _value(item, control) for name, item in value.items()}


def _value(value: object, control: ControlWords) -> object:
    match value:
        case str():
            return control.parted(value)
        case Mapping():
            return _object(value, control)
        case Sequence():
            return [_value(item, control) for item in value]
        case _:
            return value
