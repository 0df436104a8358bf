"""What comes back, in OpenAI's words: from the JSON of an answer to pieces. Pure, and kind to every server's habits.

Reasoning is no part of the answer: fields of its own for it are not read, and what stands between marks at the
beginning of the words is taken off. `finish_reason` alone proves that an answer is whole; a stream that
ends without it was cut, whatever else it says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

import msgspec

from segue.domain.believing import believed
from segue.domain.chat import Delta, Finished, FinishReason, ProviderPiece, TextDelta, ToolCallDelta, Usage, Working
from segue.domain.models import ModelRef
from segue.errors import BadAnswer, Overloaded, ProviderError, ProviderFault, StreamCut
from segue.providers.openai_errors import error_inside
from segue.providers.thinking_aloud import SpokenWords


class _Part(msgspec.Struct):
    type: str = ""
    text: str | None = None


class _Function(msgspec.Struct):
    name: str | None = None
    arguments: str | dict[str, object] | None = None


class _Call(msgspec.Struct):
    index: int | None = None
    id: str | None = None
    function: _Function | None = None


class _Said(msgspec.Struct):
    """A chunk's `delta`, or a whole answer's `message`."""

    content: str | list[_Part] | None = None
    refusal: str | None = None
    tool_calls: list[_Call] | None = None
    function_call: _Function | None = None


class _Choice(msgspec.Struct):
    delta: _Said | None = None
    message: _Said | None = None
    finish_reason: str | None = None


class _PromptDetails(msgspec.Struct):
    cached_tokens: int | None = None
    cache_write_tokens: int | None = None
    """OpenRouter's, of the prompt's tokens as well."""


class _CompletionDetails(msgspec.Struct):
    reasoning_tokens: int | None = None


class _Usage(msgspec.Struct):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    prompt_tokens_details: _PromptDetails | None = None
    completion_tokens_details: _CompletionDetails | None = None
    prompt_cache_hit_tokens: int | None = None
    """DeepSeek's name for cached tokens (api-docs.deepseek.com, "Context Caching", seen 2025-11)."""
    cost: msgspec.Raw = msgspec.Raw(b"")
    is_byok: bool | None = None
    cost_details: msgspec.Raw = msgspec.Raw(b"")


class _Answer(msgspec.Struct):
    """A chunk or a whole answer."""

    choices: list[_Choice] | None = None
    usage: _Usage | None = None
    error: msgspec.Raw = msgspec.Raw(b"")
    prompt_progress: msgspec.Raw = msgspec.Raw(b"")
    id: msgspec.Raw = msgspec.Raw(b"")


class _Progress(msgspec.Struct):
    """llama.cpp's word after each batch of the prompt; what was in its cache counts as processed."""

    total: int | None = None
    processed: int | None = None


class _CostDetails(msgspec.Struct):
    """What the provider behind the host charges by itself, where the account brought a key of its own."""

    upstream_inference_cost: Decimal | None = None


_DECODER = msgspec.json.Decoder(_Answer)
_COST: msgspec.json.Decoder[Decimal | None] = msgspec.json.Decoder(Decimal | None)
_COST_DETAILS: msgspec.json.Decoder[_CostDetails | None] = msgspec.json.Decoder(_CostDetails | None)
_PROGRESS = msgspec.json.Decoder(_Progress)
_ID = msgspec.json.Decoder(str)
_DONE = b"[DONE]"
_NOTHING = frozenset({b"", b"null", b"{}", b'""'})
"""What servers write in `error` when there is none."""

_REASONS: Final[Mapping[str, FinishReason]] = {
    "stop": "stop",
    "length": "length",
    "max_tokens": "length",
    "max_output_tokens": "length",
    "model_length": "length",
    "tool_calls": "tool_calls",
    "tool_use": "tool_calls",
    "function_call": "tool_calls",
    "content_filter": "content_filter",
    "safety": "content_filter",
    "recitation": "content_filter",
}
"""Why an answer ended, in lower case; every word that is not here (`eos`, `end_turn`) is an ordinary end."""
_BROKEN: Final[Mapping[str, tuple[type[ProviderError], str]]] = {
    "error": (ProviderFault, "It broke its answer off with an error."),
    "abort": (StreamCut, "It aborted its answer."),
    "insufficient_system_resource": (Overloaded, "It broke its answer off for lack of resources."),
}
"""Ends that are failures, whatever the status was."""


class AnswerReader:
    """Reads one answer: `read` for each event of a stream, then `end`; or `whole` once for a body.

    Tool calls are numbered anew where a server leaves `index` out or gives one number to several calls. What a server
    tells of its progress unasked is not believed: `tells_progress` says that it was asked.
    """

    __slots__ = (
        *("_aloud", "_calls", "_has_calls", "_id", "_key_hint", "_model", "_reason", "_tells_cost", "_tells_progress"),
        *("_usage", "is_done"),
    )

    def __init__(
        self, model: ModelRef, *, tells_progress: bool = False, tells_cost: bool = False, key_hint: str = ""
    ) -> None:
        self._model = model
        self._tells_progress = tells_progress
        self._tells_cost = tells_cost
        self._key_hint = key_hint
        self._aloud: SpokenWords | None = SpokenWords()
        """None once it speaks."""
        self._reason: FinishReason | None = None
        self._usage: Usage | None = None
        self._id = b""
        self._calls: dict[int, tuple[int, str | None]] = {}
        self._has_calls = 0
        self.is_done = False
        """True after `[DONE]`; what follows it is not read."""

    @property
    def is_whole(self) -> bool:
        """True once the answer said why it ended; only its usage may still come."""
        return self._reason is not None

    @property
    def unbilled(self) -> str:
        """What the server calls the answer, where it tells costs and this one's bill has not come; else empty."""
        if not self._id or (self._usage is not None and self._usage.billed_usd is not None):
            return ""
        try:
            return _ID.decode(self._id)
        except msgspec.MsgspecError:
            return ""

    def read(self, event: bytes) -> Sequence[Delta | Working]:
        """The deltas of one event; often one, sometimes none. Raises a ProviderError when it tells or is one."""
        if event.strip() == _DONE:
            self.is_done = True
        if self.is_done or not event:
            return []
        answer = self._decode(event)
        deltas = self._deltas(answer)
        if self._tells_progress and not deltas and answer.prompt_progress:
            return [_working(answer.prompt_progress)]
        return deltas

    def end(self) -> Finished:
        """The last piece, when the stream is over. Raises StreamCut when the answer was not."""
        if self._reason is None:
            raise StreamCut("Its stream ended before its answer did.", model=self._model)
        reason = "tool_calls" if self._has_calls and self._reason == "stop" else self._reason
        return Finished(reason, self._usage)

    def whole(self, body: bytes) -> list[ProviderPiece]:
        """Every piece of an answer that was not streamed. Raises BadAnswer when it holds none."""
        answer = self._decode(body)
        pieces: list[ProviderPiece] = [*self._deltas(answer)]
        if not answer.choices:
            raise BadAnswer("Its answer holds no choice.", model=self._model)
        if self._reason is None:
            raise BadAnswer("Its answer does not say why it ended.", model=self._model)
        return [*pieces, self.end()]

    def _decode(self, text: bytes) -> _Answer:
        try:
            answer = _DECODER.decode(text)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise BadAnswer("A part of its answer is not what the protocol says.", model=self._model) from error
        if self._tells_cost and answer.id and not self._id:
            self._id = bytes(answer.id)
        if answer.error and bytes(answer.error).strip() not in _NOTHING:
            raise error_inside(bytes(answer.error), self._model, key_hint=self._key_hint)
        return answer

    def _deltas(self, answer: _Answer) -> list[Delta]:
        if answer.usage is not None:
            self._usage = _usage(answer.usage, self._tells_cost) or self._usage
        if not answer.choices:
            return []
        choice = answer.choices[0]
        said = choice.delta or choice.message
        deltas = [] if said is None else self._said(said)
        if choice.finish_reason:
            self._reason = self._ended(choice.finish_reason.lower())
            if self._aloud is not None and (held := self._aloud.end()):
                deltas.insert(0, TextDelta(held))
        return deltas

    def _said(self, said: _Said) -> list[Delta]:
        deltas: list[Delta] = []
        text = _text(said)
        if self._aloud is not None and text:
            text = self._aloud.feed(text)
            if self._aloud.is_done:
                self._aloud = None
        if text:
            deltas.append(TextDelta(text))
        if said.tool_calls:
            deltas.extend(self._call(call, place) for place, call in enumerate(said.tool_calls))
        if said.function_call is not None:
            deltas.append(self._call(_Call(0, None, said.function_call), 0))
        return deltas

    def _call(self, call: _Call, place: int) -> ToolCallDelta:
        """One piece of a tool call. `place` is where it stands in its chunk."""
        function = call.function or _Function()
        arguments = function.arguments
        if isinstance(arguments, dict):
            arguments = msgspec.json.encode(arguments).decode()
        return ToolCallDelta(self._number(call, place), call.id or None, function.name or None, arguments or "")

    def _number(self, call: _Call, place: int) -> int:
        index = call.index
        if index is None:
            index = place if call.id or not self._calls else max(self._calls)
        known = self._calls.get(index)
        if known is None or (call.id and known[1] and call.id != known[1]):
            known = self._calls[index] = (self._has_calls, call.id)
            self._has_calls += 1
        return known[0]

    def _ended(self, word: str) -> FinishReason:
        if (broken := _BROKEN.get(word)) is not None:
            kind, message = broken
            raise kind(message, model=self._model)
        return _REASONS.get(word, "stop")


def _working(progress: msgspec.Raw) -> Working:
    """How far it is; that it is at work counts also where its figures cannot be read."""
    try:
        told = _PROGRESS.decode(progress)
    except msgspec.MsgspecError:
        return Working()
    return Working(told.processed, told.total)


def _text(said: _Said) -> str:
    content = said.content
    if isinstance(content, list):
        content = "".join(part.text or "" for part in content if part.type in {"", "text"})
    return content or said.refusal or ""


def _usage(usage: _Usage, tells_cost: bool) -> Usage | None:
    """The tokens that were told; None when the provider left them open, or they cannot be."""
    if usage.prompt_tokens is None or usage.completion_tokens is None:
        return None
    prompt, completion = usage.prompt_tokens_details, usage.completion_tokens_details
    cached_tokens = (prompt.cached_tokens if prompt else None) or usage.prompt_cache_hit_tokens or 0
    reasoning_tokens = (completion.reasoning_tokens if completion else None) or 0
    told = Usage(usage.prompt_tokens, usage.completion_tokens, cached_tokens, reasoning_tokens)
    if tells_cost:
        written = (prompt.cache_write_tokens if prompt else None) or 0
        told = replace(told, billed_usd=_billed_usd(usage), cache_write_tokens=written)
    return believed(told)


def _billed_usd(usage: _Usage) -> Decimal | None:
    """What the call is charged, to the last digit that was told; with a key of one's own both bills together."""
    try:
        cost = _COST.decode(usage.cost) if usage.cost else None
        details = _COST_DETAILS.decode(usage.cost_details) if usage.is_byok and usage.cost_details else None
    except (msgspec.MsgspecError, RecursionError):
        return None
    if cost is None or not cost.is_finite() or cost < 0:
        return None
    upstream = details.upstream_inference_cost if details is not None else None
    return cost + upstream if upstream is not None and upstream.is_finite() and upstream > 0 else cost
