"""What comes back, in Ollama's words: from the lines of an answer to pieces. Pure.

Only `done` proves that an answer is whole. Reasoning is no part of the answer, also where it stands among the words, as
with models whose template Ollama does not know; until the first word it shows that the model is at work.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence

import msgspec

from segue.domain.believing import believed
from segue.domain.chat import Delta, Finished, FinishReason, TextDelta, ToolCallDelta, Usage, Working
from segue.domain.models import ModelRef
from segue.errors import BadAnswer, StreamCut
from segue.providers.ollama.errors import elsewhere, refused
from segue.providers.thinking_aloud import SpokenWords


class _Function(msgspec.Struct):
    name: str
    arguments: dict[str, object] | None = None


class _Call(msgspec.Struct):
    function: _Function
    id: str | None = None


class _Said(msgspec.Struct):
    content: str | None = None
    thinking: str | None = None
    tool_calls: list[_Call] | None = None


class _Chunk(msgspec.Struct):
    """A line of a stream, or a whole answer."""

    message: _Said | None = None
    done: bool = False
    done_reason: str | None = None
    prompt_eval_count: int | None = None
    eval_count: int | None = None
    error: msgspec.Raw = msgspec.Raw(b"")
    remote_host: str | None = None
    """Whoever answers in its place."""


_DECODER = msgspec.json.Decoder(_Chunk)
_NOTHING = frozenset({b"", b"null", b'""'})


class AnswerReader:
    """Reads one answer: `read` for each line, then `end`."""

    __slots__ = (
        *("_aloud", "_calls", "_has_spoken", "_is_local", "_model", "_reason", "_usage"),
        *("is_done", "is_elsewhere"),
    )

    def __init__(self, model: ModelRef, *, is_local: bool) -> None:
        """`is_local`: it is asked as a model that runs where Ollama does."""
        self._model, self._is_local = model, is_local
        self._aloud: SpokenWords | None = SpokenWords()
        """None once it speaks."""
        self._calls = 0
        self._has_spoken = False
        self._reason: FinishReason = "stop"
        self._usage: Usage | None = None
        self.is_done = False
        """True once it said that it is whole."""
        self.is_elsewhere = False
        """True once it showed that somebody else answers, where nobody else should."""

    def read(self, line: bytes) -> Sequence[Delta | Working]:
        """The pieces of a line. Raises what an error within it means."""
        try:
            chunk = _DECODER.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise BadAnswer("A part of its answer is not what Ollama's protocol says.", model=self._model) from error
        if bytes(chunk.error).strip() not in _NOTHING:
            raise refused(200, line, self._model)
        if chunk.remote_host and self._is_local:
            self.is_elsewhere = True
            raise elsewhere(self._model)
        deltas = [] if chunk.message is None else self._said(chunk.message)
        if chunk.done:
            if self._aloud is not None and (held := self._aloud.end()):
                deltas.insert(0, TextDelta(held))
            self._finish(chunk)
        return deltas

    def end(self) -> Finished:
        """The end of the answer. Raises StreamCut when it is not whole."""
        if not self.is_done:
            raise StreamCut("Its answer ended before it said that it was whole.", model=self._model)
        return Finished(self._reason, self._usage)

    def _said(self, said: _Said) -> list[Delta | Working]:
        deltas: list[Delta | Working] = []
        text = said.content or ""
        if self._aloud is not None and text:
            text = self._aloud.feed(text)
            if self._aloud.is_done:
                self._aloud = None
        if text:
            deltas.append(TextDelta(text))
        for call in said.tool_calls or ():
            arguments = msgspec.json.encode(call.function.arguments or {}).decode()
            # Before 0.13 a call has no id, and whoever answers it needs one.
            call_id = call.id or f"call_{secrets.token_hex(8)}"
            deltas.append(ToolCallDelta(self._calls, call_id, call.function.name, arguments))
            self._calls += 1
        if deltas:
            self._has_spoken = True
        elif (said.thinking or said.content) and not self._has_spoken:
            deltas.append(Working())
        return deltas

    def _finish(self, chunk: _Chunk) -> None:
        self.is_done = True
        if self._calls:
            self._reason = "tool_calls"
        elif chunk.done_reason == "length":
            self._reason = "length"
        # A prompt that was in its cache whole was left out by older versions: then it is unknown, and not nothing.
        if chunk.prompt_eval_count is not None and chunk.eval_count is not None:
            self._usage = believed(Usage(chunk.prompt_eval_count, chunk.eval_count))
