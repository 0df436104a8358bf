"""What comes back, in Anthropic's words: from the events of a stream, or a whole message, to pieces. Pure.

What the model thinks is no part of its answer: it is kept beside it, in order, and told only as work and as tokens.
Kinds of events, blocks and pieces that are new are passed over, as Anthropic asks for (platform.claude.com/docs,
"Streaming messages", 2026-11). `stop_reason` alone proves that an answer is whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import msgspec

from segue.domain.believing import believed
from segue.domain.chat import Delta, Finished, FinishReason, ProviderPiece, TextDelta, ToolCallDelta, Usage, Working
from segue.domain.models import ModelRef
from segue.errors import BadAnswer, ContentRefused, StreamCut
from segue.providers.anthropic.errors import error_inside
from segue.providers.anthropic.thinking import Layout, Place


class _Details(msgspec.Struct):
    thinking_tokens: int | None = None


class _Usage(msgspec.Struct):
    """Of a message; in a stream all but `output_tokens` comes first, and what comes later is the sum so far."""

    input_tokens: int | None = None
    output_tokens: int | None = None
    cache_creation_input_tokens: int | None = None
    cache_read_input_tokens: int | None = None
    output_tokens_details: _Details | None = None


class _Block(msgspec.Struct):
    """A part of an answer: words, a tool call, or thoughts, some of which are sealed (`redacted_thinking`)."""

    type: str = ""
    text: str | None = None
    id: str | None = None
    name: str | None = None
    input: msgspec.Raw = msgspec.Raw(b"")
    thinking: str | None = None
    signature: str | None = None
    data: str | None = None


class _Delta(msgspec.Struct):
    """What is added to a block, or told of the whole message at its end."""

    type: str = ""
    text: str | None = None
    partial_json: str | None = None
    thinking: str | None = None
    signature: str | None = None
    stop_reason: str | None = None


class _Message(msgspec.Struct):
    content: list[_Block] | None = None
    stop_reason: str | None = None
    usage: _Usage | None = None


class _Event(_Message):
    """An event of a stream, or a whole message."""

    type: str = ""
    index: int = 0
    message: _Message | None = None
    content_block: _Block | None = None
    delta: _Delta | None = None


_DECODER = msgspec.json.Decoder(_Event)
_REASONS: Final[Mapping[str, FinishReason]] = {
    "end_turn": "stop",
    "stop_sequence": "stop",
    "max_tokens": "length",
    "model_context_window_exceeded": "length",
    "pause_turn": "length",  # of tools that Anthropic runs, and that are never asked for: it is not at its end
    "tool_use": "tool_calls",
    "refusal": "content_filter",
}
"""Why an answer ended (`StopReason` of Anthropic's SDK, 2026-11); a word that is not here is an ordinary end."""
_THOUGHTS: Final = frozenset({"thinking", "redacted_thinking"})
_OF_A_BLOCK: Final = frozenset({"text_delta", "input_json_delta"})
"""Pieces without which the answer would be another one."""


class MessageReader:
    """Reads one answer: `read` for each event of a stream, then `end`; or `whole` once for a body."""

    __slots__ = (
        *("_blocks", "_calls", "_has_spoken", "_keep", "_key_hint", "_model", "_reason", "_usage"),
        *("begins_cut", "is_done"),
    )

    def __init__(self, model: ModelRef, *, key_hint: str = "", keep: Callable[[Layout], None] | None = None) -> None:
        """`keep` is given the order of its parts when it is whole."""
        self._model, self._key_hint, self._keep = model, key_hint, keep
        self.begins_cut = False
        """True: the words that it goes on with were sent without the white space at their end."""
        self._blocks: dict[int, _Open] = {}
        self._calls = 0
        self._has_spoken = False
        self._reason: str | None = None
        self._usage = _Usage()
        self.is_done = False
        """True after `message_stop`; what follows it is not read."""

    @property
    def is_whole(self) -> bool:
        """True once the answer said why it ended."""
        return self._reason is not None

    def read(self, event: bytes) -> Sequence[Delta | Working]:
        """The deltas of one event; often one, sometimes none. Raises a ProviderError when it tells or is one."""
        if self.is_done or not event:
            return []
        told = self._decode(event)
        match told.type:
            case "content_block_delta":
                return self._added(told)
            case "content_block_start" if told.content_block is not None:
                return self._begun(told.index, told.content_block)
            case "content_block_stop":
                return self._ended(told.index)
            case "message_start" if told.message is not None:
                self._note(told.message.usage)
            case "message_delta":
                self._reason = (told.delta.stop_reason if told.delta else None) or self._reason
                self._note(told.usage)
                if self._reason is not None:  # whatever it did not end by name is at its end now
                    return [piece for index in self._blocks for piece in self._ended(index)]
            case "message_stop":
                self.is_done = True
            case "ping" if self._is_thinking:
                return self._working()
        return []

    def end(self) -> Finished:
        """The last piece. Raises StreamCut when the answer was not whole, ContentRefused when it is a refusal alone."""
        if self._reason is None:
            raise StreamCut("Its stream ended before its answer did.", model=self._model)
        if self._reason == "refusal" and not self._has_spoken:
            raise ContentRefused("It declined to answer.", model=self._model)
        reason = _REASONS.get(self._reason, "stop")
        if self._keep is not None:
            self._keep(Layout(tuple(block.place for _, block in sorted(self._blocks.items()))))
        return Finished("tool_calls" if self._calls and reason == "stop" else reason, self._told_usage())

    def whole(self, body: bytes) -> list[ProviderPiece]:
        """Every piece of an answer that was not streamed; its words are one. Raises BadAnswer when it is none."""
        told = self._decode(body)
        if told.type != "message" or told.stop_reason is None:
            raise BadAnswer("Its answer is no message that is at its end.", model=self._model)
        deltas: list[Delta | Working] = []
        for index, block in enumerate(told.content or ()):
            deltas += [*self._begun(index, block), *self._ended(index)]
        words = "".join(piece.text for piece in deltas if isinstance(piece, TextDelta))
        calls = [piece for piece in deltas if isinstance(piece, ToolCallDelta)]
        self._reason = told.stop_reason
        self._note(told.usage)
        return [*([TextDelta(words)] if words else []), *calls, self.end()]

    def _decode(self, text: bytes) -> _Event:
        try:
            told = _DECODER.decode(text)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise BadAnswer("A part of its answer is not what the protocol says.", model=self._model) from error
        if told.type == "error":
            raise error_inside(text, self._model, key_hint=self._key_hint)
        return told

    def _begun(self, index: int, block: _Block) -> Sequence[Delta | Working]:
        opened = self._blocks[index] = _Open(block, self._calls)
        if block.type == "text":
            return self._words(block.text or "")
        if block.type in _THOUGHTS:
            return self._working()
        if block.type != "tool_use":
            return []
        self._calls += 1
        self._has_spoken = True
        return [ToolCallDelta(opened.number, block.id, block.name)]

    def _added(self, event: _Event) -> Sequence[Delta | Working]:
        delta, opened = event.delta, self._blocks.get(event.index)
        if delta is None:
            return []
        if opened is None:
            if delta.type in _OF_A_BLOCK:
                raise BadAnswer("A part of its answer belongs to nothing that began.", model=self._model)
            return []
        match delta.type:
            case "text_delta":
                return self._words(delta.text or "")
            case "input_json_delta" if delta.partial_json and opened.block.type == "tool_use":
                opened.has_arguments = True
                return [ToolCallDelta(opened.number, arguments=delta.partial_json)]
            case "thinking_delta":
                opened.block.thinking = (opened.block.thinking or "") + (delta.thinking or "")
                return self._working()
            case "signature_delta":
                opened.block.signature = delta.signature
        return []

    def _ended(self, index: int) -> Sequence[Delta]:
        """A call whose arguments did not come in pieces has them in its block; none at all are an empty object."""
        opened = self._blocks.get(index)
        if opened is None or opened.block.type != "tool_use" or opened.has_arguments:
            return []
        opened.has_arguments = True
        return [ToolCallDelta(opened.number, arguments=bytes(opened.block.input).decode(errors="replace") or "{}")]

    def _words(self, text: str) -> Sequence[Delta]:
        if self.begins_cut:  # the reader has that white space already
            text = text.lstrip()
            self.begins_cut = not text
        self._has_spoken = self._has_spoken or bool(text)
        return [TextDelta(text)] if text else []

    @property
    def _is_thinking(self) -> bool:
        return bool(self._blocks) and not self._has_spoken

    def _working(self) -> Sequence[Working]:
        """That it is at work counts only until it speaks."""
        return [] if self._has_spoken else [Working()]

    def _note(self, usage: _Usage | None) -> None:
        for name in _Usage.__struct_fields__ if usage is not None else ():
            if (told := getattr(usage, name)) is not None:
                setattr(self._usage, name, told)

    def _told_usage(self) -> Usage | None:
        """The tokens that were told, those of the cache among the input; None where left open or cannot be."""
        told = self._usage
        if told.input_tokens is None or told.output_tokens is None:
            return None
        read, written = told.cache_read_input_tokens or 0, told.cache_creation_input_tokens or 0
        thought = (told.output_tokens_details.thinking_tokens if told.output_tokens_details else None) or 0
        input_tokens = told.input_tokens + read + written
        return believed(Usage(input_tokens, told.output_tokens, read, thought, cache_write_tokens=written))


class _Open:
    """A block on its way."""

    __slots__ = ("block", "has_arguments", "number")

    def __init__(self, block: _Block, number: int) -> None:
        self.block, self.number = block, number
        self.has_arguments = False

    @property
    def place(self) -> Place:
        """What it is in the order of the answer's parts."""
        block = self.block
        match block.type:
            case "thinking":
                return {"type": "thinking", "thinking": block.thinking or "", "signature": block.signature or ""}
            case "redacted_thinking":
                return {"type": "redacted_thinking", "data": block.data or ""}
            case "tool_use":
                return block.id or ""
        return None
