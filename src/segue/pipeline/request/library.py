"""What a program asks for: OpenAI's form as over HTTP, and values of ours (Message, Tool, ResponseFormat) within it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

import msgspec

from segue.domain.chat import ChatRequest, ImagePart, Message, ResponseFormat, Role, TextPart, Tool, ToolCall
from segue.domain.models import ModelRef
from segue.errors import RequestError
from segue.pipeline.request.fields import chat_request, session_id, wrong_field
from segue.pipeline.request.form import KNOWN_FIELDS, ChatBody
from segue.safety.contract import Direction

_EXTENSION: Final = (
    *("task", "privacy", "strict", "fallbacks", "persona", "country", "on_failure", "handoff_ref", "mode", "tags"),
    *("waiting", "language"),
)
"""What a body says under `segue`, a program may also give by itself."""
_OURS: Final = (*_EXTENSION, "session")
_OTHERS_OWN: Final = frozenset({"models"})
"""Fields that hosts know and that look like one of the form (OpenRouter's list of models to try)."""
_LIKE_OURS: Final = 0.8
"""How alike a name must be to count as misspelt: as `session_id` is to `session`."""
_LIKE_THE_FORM: Final = 0.85
"""The same for the form's fields, among which hosts have made similar ones: `top_k`, `min_tokens`."""
_FUNCTION: Final = "function:"


@dataclass(frozen=True, slots=True)
class LibraryRequest:
    """A program's request for one turn."""

    request: ChatRequest
    session_id: str | None = field(repr=False)


def read_request(
    messages: str | Iterable[Message | Mapping[str, object]],
    *,
    model: str,
    session: str | None,
    fields: Mapping[str, object],
) -> LibraryRequest:
    """The turn for a question or a conversation, and its session. It streams unless `stream` is False.

    `fields`: the form's; those of `segue` apart from it as well; and others, which go to providers that understand
    them. Raises RequestError naming the field, as over HTTP, and for one that looks like a misspelt field of ours.
    """
    form: dict[str, object] = {name: _in_form(value) for name, value in fields.items() if name in KNOWN_FIELDS}
    form |= {"messages": _conversation(messages), "model": model, "segue": _extension(fields)}
    if form.get("stream") is None:
        form["stream"] = True
    form["tool_choice"] = _choice(form.get("tool_choice"))
    try:
        body = msgspec.convert(form, ChatBody)
    except msgspec.ValidationError as error:
        raise wrong_field(error) from error
    return LibraryRequest(chat_request(body, _extra(fields)), session_id(body, session, given_as="session"))


def to_be_screened(asked: object, direction: Direction) -> ChatRequest:
    """What a program has screened: a request as it is, or a text as one message of the person, or of a model.

    Raises RequestError for anything else.
    """
    if isinstance(asked, ChatRequest):
        return asked
    if isinstance(asked, str):
        return ChatRequest((Message(Role.USER if direction is Direction.INPUT else Role.ASSISTANT, asked),))
    raise RequestError(
        "A text or a ChatRequest is needed to be screened.",
        param="request",
        hint='A conversation: ChatRequest((Message(Role.USER, "…"),)).',
    )


def _extra(fields: Mapping[str, object]) -> dict[str, object]:
    """What goes to providers that understand it. A misspelt name is refused: it would do nothing, silently."""
    known = KNOWN_FIELDS.union(_EXTENSION)
    extra = {name: value for name, value in fields.items() if name not in known and value is not None}
    for name in extra.keys() - _OTHERS_OWN:
        close = difflib.get_close_matches(name, _OURS, n=1, cutoff=_LIKE_OURS)
        if close := close or difflib.get_close_matches(name, KNOWN_FIELDS, n=1, cutoff=_LIKE_THE_FORM):
            raise RequestError(f"{name}: there is no such field.", param=name, hint=f"Did you mean '{close[0]}'?")
    return extra


def _conversation(messages: str | Iterable[object]) -> list[object]:
    if isinstance(messages, str):
        return [{"role": "user", "content": messages}]
    if isinstance(messages, Mapping | Message) or not isinstance(messages, Iterable):
        raise RequestError("messages: a question or a list of messages is needed.", param="messages")
    return [_in_form(message) for message in messages]


def _extension(fields: Mapping[str, object]) -> object:
    """What stands under `segue`, with what was given apart from it."""
    apart = {name: _in_form(fields[name]) for name in _EXTENSION if fields.get(name) is not None}
    extension = _in_form(fields.get("segue"))
    if not apart or not isinstance(extension, Mapping | None):
        return extension
    extension = extension or {}
    if twice := sorted(apart.keys() & extension.keys()):
        raise RequestError(f"{twice[0]}: it is also given in `segue`; give it once.", param=twice[0])
    return {**extension, **apart}


def _choice(choice: object) -> object:
    """Our own `function:NAME` as the form has it."""
    if isinstance(choice, str) and choice.startswith(_FUNCTION):
        return {"type": "function", "function": {"name": choice.removeprefix(_FUNCTION)}}
    return choice


def _in_form(value: object) -> object:
    """A value with all of ours that are in it as the form has them; what is wrong in them is found by reading it."""
    match value:
        case Message():
            said = {"role": str(value.role), "content": _in_form(value.content), "name": value.name}
            calls = [_in_form(call) for call in value.tool_calls]
            return {**said, "tool_calls": calls, "tool_call_id": value.tool_call_id}
        case TextPart():
            return {"type": "text", "text": value.text}
        case ImagePart():
            return {"type": "image_url", "image_url": {"url": value.url, "detail": value.detail}}
        case ToolCall():
            return {"id": value.id, "function": {"name": value.name, "arguments": value.arguments}}
        case Tool(name, description, parameters, strict):
            function = {"name": name, "description": description, "parameters": parameters, "strict": strict}
            return {"type": "function", "function": function}
        case ResponseFormat():
            return _format(value)
        case ModelRef():
            return str(value)
        case list() | tuple():
            return [_in_form(item) for item in value]
        case Mapping():
            return {name: _in_form(item) for name, item in value.items()}
        case _:
            return value


def _format(form: ResponseFormat) -> object:
    if form.kind != "json_schema":
        return {"type": form.kind}
    schema = {"name": form.name or "answer", "schema": form.schema, "strict": form.strict}
    return {"type": "json_schema", "json_schema": schema}
