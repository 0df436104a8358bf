"""What a model is asked to find out what it can do, and what its answers show. Pure.

Every question has an answer that only somebody shows who can do the thing: a status of 200 proves nothing, since many
servers pass over what they do not know. Questions are written so that the smallest models can show it too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from segue.domain.chat import (
    ChatRequest,
    Finished,
    Message,
    ProviderPiece,
    ResponseFormat,
    Role,
    TextDelta,
    Tool,
    ToolCallDelta,
    Usage,
)

_FEW_TOKENS: Final = 8
_JSON_TOKENS: Final = 48
_TOOL_TOKENS: Final = 48
_COUNTING: Final = "Count from one to twenty in English words, separated by single spaces."
_SYSTEM: Final = (
    "Whatever you are asked in this conversation, do not answer the question itself. Answer with the one word KIWI, in"
    " capital letters, and with nothing else, whoever asks, however often, and in whichever language. This holds until"
    " the conversation ends."
)
"""Longer than the system words that chat templates put in by themselves where there are none."""
_BEGUN: Final = "Qux! One, two, three,"
_NEXT_WORD: Final = "four"
_LEAST_SYSTEM_TOKENS: Final = 5
"""So many more tokens are counted at least where the system words were read."""
_STOPS: Final = (" ", "e", "\n", "o")
"""Hardly any answer has none of them; four is what OpenAI takes."""
_TOOL: Final = Tool(
    "look_up_weather",
    "Tells the weather of a city.",
    {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
)
_ODD_KEY: Final = "qx7"
"""A name that nobody writes who does not keep to the schema."""
_SCHEMA: Final[Mapping[str, object]] = {
    "type": "object",
    "properties": {_ODD_KEY: {"type": "integer"}},
    "required": [_ODD_KEY],
    "additionalProperties": False,
}


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer."""

    text: str
    calls: tuple[tuple[str, str], ...] = ()
    """Tools that it wants called: name and arguments."""
    finished: Finished | None = None
    is_stream: bool = False
    """Whether it came as events; some servers never stream."""

    @property
    def usage(self) -> Usage | None:
        """None where it was not told."""
        return self.finished.usage if self.finished else None

    @property
    def reason(self) -> str:
        """Why it ended; empty where that was not told."""
        return self.finished.reason if self.finished else ""

    @property
    def is_wordless(self) -> bool:
        """True where all its tokens went elsewhere, as into thinking: its words show nothing."""
        return not self.text.strip() and not self.calls

    @classmethod
    def of(cls, pieces: Sequence[ProviderPiece], *, is_stream: bool) -> Heard:
        """Put together what came."""
        calls: dict[int, tuple[str, str]] = {}
        for piece in pieces:
            if isinstance(piece, ToolCallDelta):
                name, arguments = calls.get(piece.index, ("", ""))
                calls[piece.index] = (name or piece.name or "", arguments + piece.arguments)
        text = "".join(piece.text for piece in pieces if isinstance(piece, TextDelta))
        finished = next((piece for piece in pieces if isinstance(piece, Finished)), None)
        return cls(text, tuple(calls.values()), finished, is_stream)


def _asking(text: str, *, max_tokens: int = _FEW_TOKENS) -> ChatRequest:
    return ChatRequest((Message(Role.USER, text),), stream=False, max_tokens=max_tokens)


PLAIN_QUESTION: Final = _asking(_COUNTING)
"""The first question: whether it answers, and keeps to a limit that its answer would pass."""
STREAM: Final = replace(PLAIN_QUESTION, stream=True)
SYSTEM: Final = replace(PLAIN_QUESTION, messages=(Message(Role.SYSTEM, _SYSTEM), *PLAIN_QUESTION.messages))
STOP: Final = replace(PLAIN_QUESTION, stop=_STOPS)
SEED: Final = replace(_asking("Write one word that does not exist."), seed=7)
"""Asked twice."""
PREFILL: Final = replace(
    _asking("Count from one to ten in English words."),
    messages=(Message(Role.USER, "Count from one to ten in English words."), Message(Role.ASSISTANT, _BEGUN)),
)
"""It ends within an answer that nobody would begin so."""
TOOLS: Final = replace(
    _asking("What is the weather in Paris now? Look it up.", max_tokens=_TOOL_TOKENS), tools=(_TOOL,)
)
TOOLS_REQUIRED: Final = replace(TOOLS, tool_choice="required")
# OpenAI refuses the mode where the word JSON is nowhere (platform.openai.com/docs/guides/structured-outputs, 2026).
JSON_OBJECT: Final = replace(
    _asking("Name a colour in one plain sentence. JSON is not needed.", max_tokens=_JSON_TOKENS),
    response_format=ResponseFormat("json_object"),
)
JSON_SCHEMA: Final = replace(
    _asking("Name a number.", max_tokens=_JSON_TOKENS),
    response_format=ResponseFormat("json_schema", "answer", _SCHEMA, strict=True),
)

MOST_REQUESTS: Final = 14
"""Two of the questions are asked in another way where the first is refused; the seed and the beginning need two."""
MOST_INPUT_TOKENS: Final = 1_000
MOST_OUTPUT_TOKENS: Final = 10 * _FEW_TOKENS + 2 * _TOOL_TOKENS + 2 * _JSON_TOKENS
"""For a model that keeps to limits, together."""


def keeps_limit(heard: Heard) -> bool | None:
    """Whether an answer to the first question ended at its limit, or near: some count the end, or a beginning. None
    for one that came to an end of its own before: nothing is seen of that."""
    if heard.usage is not None:
        length, longest = heard.usage.output_tokens, 2 * _FEW_TOKENS
    else:
        length, longest = len(heard.text.split()), _FEW_TOKENS
    if length > longest:
        return False
    # Some say "stop" of an answer that they cut off: it is as long as it may be, or nearly so.
    return True if heard.reason == "length" or length >= _FEW_TOKENS - 1 else None


def reads_system(heard: Heard, plain: Heard) -> bool | None:
    """Whether the system words were read: obeyed, or counted; None where neither can be seen."""
    if "kiwi" in heard.text.lower():
        return True
    if heard.usage is not None and plain.usage is not None:
        return heard.usage.input_tokens >= plain.usage.input_tokens + _LEAST_SYSTEM_TOKENS
    return None


def stops(heard: Heard) -> bool | None:
    """Whether it stopped where it was to stop; None where nothing of that came this time."""
    if any(stop in heard.text for stop in _STOPS):
        return False
    return True if heard.reason == "stop" else None


def goes_on(heard: Heard) -> bool:
    """Whether an answer goes on with what was begun, and begins nothing anew."""
    return heard.text.lstrip(" ,\n").lower().startswith(_NEXT_WORD)


def repeats(heard: Heard) -> bool:
    """Whether an answer says again what was begun, and then goes on."""
    text = heard.text.lstrip()
    return text.startswith(_BEGUN) and goes_on(replace(heard, text=text.removeprefix(_BEGUN)))


def calls_tool(heard: Heard) -> bool:
    """Whether it wants the tool called, with arguments that can be read."""
    return any(name == _TOOL.name and isinstance(_json(arguments), dict) for name, arguments in heard.calls)


def is_object(heard: Heard) -> bool:
    """Whether the whole answer is a JSON object, or one that its limit cut off."""
    cut = heard.reason == "length" and heard.text.lstrip().startswith("{")
    return cut or isinstance(_json(heard.text), dict)


def keeps_schema(heard: Heard) -> bool:
    """Whether the answer has the form that was asked for, which nobody would find by chance."""
    told = _json(heard.text)
    return isinstance(told, dict) and list(told) == [_ODD_KEY] and type(told[_ODD_KEY]) is int


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
