"""How many tokens a request will take, estimated on the high side, because too few would overflow a context.

Tokenizers differ and none is loaded for this. The figures stand above what the tokenizer of SmolLM2-135M-Instruct
takes, whose vocabulary of 49,152 is small and mostly English, so that most others take fewer. Measured there with
llama.cpp on sentences, characters a token: English 4.6, JSON 3.4, French 3.1, Spanish 2.8, Portuguese 2.7, German 2.5;
bytes a token: Russian 2.2, Arabic 1.8, Japanese 1.7, Chinese 1.5, emoji 1.5.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import msgspec

from segue.domain.chat import ImagePart, Message, ResponseFormat, TextPart, Tool
from segue.domain.conversation import turns

ASCII_CHARS_PER_TOKEN: Final = 3.0
"""In a text that is ASCII throughout: English, code, JSON."""
MIXED_ASCII_CHARS_PER_TOKEN: Final = 2.4
"""In a text with other characters as well, which is likely in another language."""
OTHER_BYTES_PER_TOKEN: Final = 1.4
"""Bytes, in UTF-8, of characters beyond ASCII."""
MESSAGE_TOKENS: Final = 6
"""What a message takes beside its words: ChatML spends five (`<|im_start|>`, role, line break, `<|im_end|>`, line
break); a sixth is for a name."""
ANSWER_PRIMING_TOKENS: Final = 3
"""What opens the answer: `<|im_start|>assistant` and a line break."""
IMAGE_TOKENS: Final = 1600
"""A picture as large as is taken without shrinking (Anthropic, "Vision", 2025: about 1,600 tokens); OpenAI counts 765
for one of 1024 by 1024 in high detail."""
PERSONA_TOKENS: Final = 24
"""What a persona takes beside its words: its heading, and a message of its own where there is no other."""


class InputTokens(NamedTuple):
    """What a request takes, and what it takes at least when the oldest turns are left out."""

    whole: int
    least: int
    """System words, persona, the newest turn, tools and schema."""


def text_tokens(text: str) -> float:
    """Tokens of a text, on the high side."""
    if text.isascii():
        return len(text) / ASCII_CHARS_PER_TOKEN
    ascii_chars = len(text.encode("ascii", "ignore"))
    other_bytes = len(text.encode("utf-8", "surrogatepass")) - ascii_chars
    return ascii_chars / MIXED_ASCII_CHARS_PER_TOKEN + other_bytes / OTHER_BYTES_PER_TOKEN


def message_tokens(message: Message) -> float:
    """Tokens of one message with everything in it."""
    content = message.content
    tokens = float(MESSAGE_TOKENS)
    if isinstance(content, str):
        tokens += text_tokens(content)
    elif content is not None:
        tokens += sum(_part_tokens(part) for part in content)
    for call in message.tool_calls:
        tokens += MESSAGE_TOKENS + text_tokens(call.name) + text_tokens(call.arguments)
    return tokens


def input_tokens(messages: Sequence[Message], tools: Sequence[Tool], form: ResponseFormat) -> int:
    """Tokens of a whole request: its messages, the JSON of its tools and of the schema for its answer."""
    return int(frame_tokens(tools, form) + sum(message_tokens(message) for message in messages)) + 1


def request_tokens(
    messages: Sequence[Message], tools: Sequence[Tool], form: ResponseFormat, *, persona: str | None
) -> InputTokens:
    """Tokens of a whole request, and of the part of it that is never left out; each message is counted once."""
    tokens = frame_tokens(tools, form)
    if persona:
        tokens += PERSONA_TOKENS + text_tokens(persona)
    counts = [message_tokens(message) for message in messages]
    tokens += sum(counts)
    earlier = turns(messages)[:-1]
    older = sum([counts[place] for turn in earlier for place in turn]) if earlier else 0.0
    return InputTokens(int(tokens) + 1, int(tokens - older) + 1)


def frame_tokens(tools: Sequence[Tool], form: ResponseFormat) -> float:
    """What a request takes beside its messages: tools, the schema, and what opens the answer."""
    tokens = float(ANSWER_PRIMING_TOKENS)
    if tools:
        tokens += sum(_tool_tokens(tool) for tool in tools)
    if form.schema is not None:
        tokens += _json_tokens(form.schema)
    return tokens


def _part_tokens(part: TextPart | ImagePart) -> float:
    return text_tokens(part.text) if isinstance(part, TextPart) else float(IMAGE_TOKENS)


def _tool_tokens(tool: Tool) -> float:
    words = text_tokens(tool.name) + text_tokens(tool.description or "")
    return MESSAGE_TOKENS + words + (_json_tokens(tool.parameters) if tool.parameters else 0.0)


def _json_tokens(value: Mapping[str, object]) -> float:
    return len(msgspec.json.encode(dict(value), enc_hook=_plain)) / ASCII_CHARS_PER_TOKEN


def _plain(value: object) -> object:
    """A form that JSON has, for mappings that are not dicts and for whatever else a library caller put in."""
    return dict(value) if isinstance(value, Mapping) else str(value)
