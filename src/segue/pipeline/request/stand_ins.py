"""The words that stand where a model cannot take the thing itself: tools, pictures, JSON modes, a character."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

import msgspec

from segue.domain.chat import ImagePart, Message, Part, ResponseFormat, Role, TextPart, ToolCall

Content: TypeAlias = str | tuple[Part, ...] | None

NO_TOOLS: Final = "No tool can be called in this answer: do not call one, and do not pretend to."
PICTURE: Final = "[A picture that this model cannot see.]"
OPENING: Final = "[The conversation begins.]"
"""The person's part where a prompt format wants them to speak first and they did not."""
GO_ON: Final = (
    "[Your last message broke off. Go on exactly where it ends, in the same language and the same voice. "
    "Repeat nothing of it, do not begin again, and do not mention the break.]"
)
"""Asks a model to finish what another one began."""

_PERSONA_HEADING: Final = "Who you are, and how you speak:"
_NO_FENCE: Final = "with no word before or after it and no code fence around it"
_LANGUAGE_NAMES: Final = {
    "ar": "Arabic",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "gu": "Gujarati",
    "he": "Hebrew",
    "hy": "Armenian",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "km": "Khmer",
    "kn": "Kannada",
    "ko": "Korean",
    "ml": "Malayalam",
    "nl": "Dutch",
    "pt": "Portuguese",
    "ru": "Russian",
    "ta": "Tamil",
    "te": "Telugu",
    "th": "Thai",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
"""The languages that analysis can tell; another one is called by its code."""


def persona_words(persona: str) -> str:
    """A persona as part of the system words."""
    return f"{_PERSONA_HEADING}\n{persona}"


def language_words(language: str) -> str:
    """Asks for an answer in a language, by its ISO 639-1 code."""
    name = _LANGUAGE_NAMES.get(language)
    return (
        f"Answer in {name}, the language of the person." if name else f"Answer in the person's language ({language})."
    )


def format_words(form: ResponseFormat) -> str:
    """Asks for JSON in words, with the schema where there is one."""
    if form.schema is None:
        return f"Answer with one JSON object, {_NO_FENCE}."
    schema = msgspec.json.encode(dict(form.schema), enc_hook=_plain).decode()
    return f"Answer with one JSON value that follows the JSON Schema below, {_NO_FENCE}.\n{schema}"


def joined(first: Content, second: Content, *, between: str = "\n\n") -> Content:
    """Two contents as one; pictures stay where they are. `between` parts texts, while parts are parted already."""
    if not first or not second:
        return first or second
    if isinstance(first, str) and isinstance(second, str):
        return f"{first}{between}{second}"
    return (*_parts(first), *_parts(second))


def without_pictures(messages: Sequence[Message]) -> tuple[Message, ...]:
    """The same messages, in each of which a line stands where a picture was."""
    return tuple(replace(m, content=_unpictured(m.content)) if m.images else m for m in messages)


def without_tool_calls(messages: Sequence[Message]) -> tuple[Message, ...]:
    """The same messages with calls and results in plain words.

    A result is a user message then, as what comes from outside is where there are no tools.
    """
    names = {call.id: call.name for message in messages for call in message.tool_calls}
    return tuple(_told(message, names) for message in messages)


def _told(message: Message, names: Mapping[str, str]) -> Message:
    if message.role is Role.TOOL:
        return Message(Role.USER, _result_words(message, names.get(message.tool_call_id or "")))
    if message.tool_calls:
        calls = "\n".join(_call_words(call) for call in message.tool_calls)
        return Message(message.role, joined(message.content, calls), message.name)
    return message


def _call_words(call: ToolCall) -> str:
    return f"[The tool '{call.name}' was called with {call.arguments or '{}'}]"


def _result_words(message: Message, name: str | None) -> Content:
    tool = f"The tool '{name}'" if name else "A tool"
    if not message.content:
        return f"[{tool} gave nothing back.]"
    if isinstance(message.content, str):
        return f"[{tool} gave back: {message.content}]"
    return (TextPart(f"[{tool} gave back:"), *message.content, TextPart("]"))


def _unpictured(content: Content) -> str:
    parts = _parts(content)
    return "\n".join(PICTURE if isinstance(part, ImagePart) else part.text for part in parts)


def _parts(content: Content) -> tuple[Part, ...]:
    return (TextPart(content),) if isinstance(content, str) else content or ()


def _plain(value: object) -> object:
    """A form that JSON has, for mappings that are not dicts and for whatever else a library caller put in."""
    return dict(value) if isinstance(value, Mapping) else str(value)
