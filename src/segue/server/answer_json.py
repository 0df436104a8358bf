"""Answers on the wire: OpenAI's chunks and whole answers, built from pieces of bytes that are ready beforehand.

A stream that breaks off after words were shown ends with one event that holds `error` and without `[DONE]`: official
clients raise that as an API error, and no client can take the half for the whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import msgspec

from segue.domain.chat import ToolCall, ToolCallDelta, Usage
from segue.domain.findings import Action, Measure, Verdict
from segue.domain.models import ModelRef, SafetyLevel
from segue.domain.risk import RiskStage
from segue.domain.values import made_often
from segue.errors import SegueError
from segue.pipeline.turn.turns import AttemptReport, TurnFinished, TurnStarted
from segue.server.errors_json import error_body, error_json

_json = msgspec.json.Encoder().encode

DONE = b"data: [DONE]\n\n"

_DELTA_END = b'},"finish_reason":null}]}\n\n'
_WHOLE = (
    b'{"id":"chatcmpl-%b","object":"chat.completion","created":%d,"model":%b,"choices":[{"index":0,"message":'
    b'{"role":"assistant","content":%b,"refusal":null%b},"logprobs":null,"finish_reason":%b}],"usage":%b,"segue":%b}'
)
_USAGE = (
    b'{"prompt_tokens":%d,"completion_tokens":%d,"total_tokens":%d,"prompt_tokens_details":{"cached_tokens":%d},'
    b'"completion_tokens_details":{"reasoning_tokens":%d}}'
)


class StreamJson:
    """Writes the chunks of one stream; what they have in common is encoded once."""

    def __init__(self, started: TurnStarted, *, model: str, created_at_s: int, include_usage: bool) -> None:
        usage = b',"usage":null' if include_usage else b""
        self._common = (
            b'{"id":"chatcmpl-'
            + started.turn_id.encode()
            + b'","object":"chat.completion.chunk","created":%d' % created_at_s
        ) + (b',"model":' + _json(model))
        head = b"data: " + self._common + usage + b',"choices":[{"index":0,"delta":{'
        self._usage = usage
        self._text = head + b'"content":'
        self._tool = head + b'"tool_calls":['
        self._started = started
        self._include_usage = include_usage

    def first(self) -> bytes:
        """The chunk that says whose turn it is and who answers."""
        return self._chunk(b'{"role":"assistant","content":""}', b"null", _json(started_json(self._started)))

    def text(self, text: str) -> bytes:
        """A chunk of words, byte for byte."""
        return self._text + _json(text) + _DELTA_END

    def tool_call(self, delta: ToolCallDelta) -> bytes:
        """A chunk of a tool call."""
        return self._tool + _json(_tool_delta(delta)) + b"]" + _DELTA_END

    def last(self, finished: TurnFinished) -> bytes:
        """How the stream ends: why and how it went, the tokens if asked for, `[DONE]`; or the error alone."""
        if finished.reason == "error" and finished.error is not None:
            return error_event(finished.error)
        end = self._chunk(b"{}", _json(finished.reason), _json(finished_json(finished)))
        return end + (self._tokens(finished.usage) if self._include_usage else b"") + DONE

    def _chunk(self, delta: bytes, reason: bytes, segue: bytes) -> bytes:
        choice = b'[{"index":0,"delta":' + delta + b',"finish_reason":' + reason + b"}]"
        return b"data: " + self._common + self._usage + b',"choices":' + choice + b',"segue":' + segue + b"}\n\n"

    def _tokens(self, usage: Usage | None) -> bytes:
        return b"data: " + self._common + b',"choices":[],"usage":' + _usage_json(usage) + b"}\n\n"


def error_event(error: SegueError) -> bytes:
    """The event that ends a stream which broke off."""
    return b"data: " + error_body(error) + b"\n\n"


@made_often
@dataclass(slots=True)
class Gathered:
    """A whole answer, gathered from its pieces."""

    texts: list[str] = field(default_factory=list, repr=False)
    calls: dict[int, list[ToolCallDelta]] = field(default_factory=dict, repr=False)

    def add_call(self, delta: ToolCallDelta) -> None:
        """Take a piece of a tool call."""
        self.calls.setdefault(delta.index, []).append(delta)

    def tool_calls(self) -> tuple[ToolCall, ...]:
        """The tool calls, put together, by index."""
        return tuple([_whole_call(self.calls[index]) for index in sorted(self.calls)]) if self.calls else ()


def answer_json(
    gathered: Gathered, started: TurnStarted, finished: TurnFinished, *, model: str, created_at_s: int
) -> bytes:
    """The body of an answer that is not streamed."""
    text, calls = "".join(gathered.texts), gathered.tool_calls()
    return _WHOLE % (
        started.turn_id.encode(),
        created_at_s,
        _json(model),
        _json(text) if text or not calls else b"null",
        b',"tool_calls":' + _json([_call_json(call) for call in calls]) if calls else b"",
        _json(finished.reason),
        _usage_json(finished.usage),
        _json(_begun(started) | finished_json(finished)),
    )


@lru_cache(maxsize=256)
def _name(model: ModelRef | None) -> str | None:
    """As text; it stands in an answer three times."""
    return None if model is None else str(model)


def started_json(started: TurnStarted) -> dict[str, object]:
    """The field `segue` of a first chunk."""
    return _begun(started) | {"safety": safety_json(started.verdict, stage=started.stage, is_reviewed=None)}


def _begun(started: TurnStarted) -> dict[str, object]:
    """What is told of a turn's beginning and does not change until its end."""
    told: dict[str, object] = {
        "turn": started.turn_id,
        "model": _name(started.model),
        "label": started.model_label,
        "ignored": started.ignored,
    }
    if started.notice is not None:
        told["notice"] = started.notice
    return told


def finished_json(finished: TurnFinished) -> dict[str, object]:
    """The field `segue` of a last chunk."""
    return {
        "model": _name(finished.model),
        "cost_usd": finished.cost_usd,
        "first_token_s": finished.first_token_s,
        "duration_s": finished.duration_s,
        "attempts": _attempts(finished.attempts),
        "written_reply": finished.written_reply,
        "error": None if finished.error is None else error_json(finished.error),
        "safety": safety_json(finished.verdict, stage=finished.stage, is_reviewed=finished.is_reviewed),
    }


def safety_json(verdict: Verdict, *, stage: RiskStage | None, is_reviewed: bool | None) -> msgspec.Raw:
    """What screening found and calls for, and where the session stands; codes and places stay inside."""
    return _safety_json(verdict.level, verdict.action, verdict.measures, stage, verdict.is_degraded, is_reviewed)


@lru_cache(maxsize=256)
def _safety_json(
    level: SafetyLevel,
    action: Action,
    measures: tuple[Measure, ...],
    stage: RiskStage | None,
    is_degraded: bool,
    is_reviewed: bool | None,
) -> msgspec.Raw:
    """Most turns tell the same; to write members of enumerations takes longer than all else of it."""
    told = {
        "level": level,
        "action": action,
        "measures": measures,
        "stage": stage,
        "degraded": is_degraded,
        "reviewed": is_reviewed,
    }
    return msgspec.Raw(_json(told))


def _usage_json(usage: Usage | None) -> bytes:
    """Tokens as OpenAI names them; null where nobody knows them."""
    if usage is None:
        return b"null"
    told, answered = usage.input_tokens, usage.output_tokens
    return _USAGE % (told, answered, told + answered, usage.cached_input_tokens, usage.reasoning_tokens)


def _attempts(attempts: Sequence[AttemptReport]) -> list[dict[str, object]]:
    return [{"model": _name(a.model), "code": a.error_code, "reason": a.reason, "lost": a.lost} for a in attempts]


def _call_json(call: ToolCall) -> dict[str, object]:
    return {"id": call.id, "type": "function", "function": {"name": call.name, "arguments": call.arguments}}


def _tool_delta(delta: ToolCallDelta) -> dict[str, object]:
    function: dict[str, object] = {"arguments": delta.arguments}
    if delta.name is not None:
        function["name"] = delta.name
    if delta.id is None:
        return {"index": delta.index, "function": function}
    return {"index": delta.index, "id": delta.id, "type": "function", "function": function}


def _whole_call(deltas: list[ToolCallDelta]) -> ToolCall:
    return ToolCall(
        id=next((d.id for d in deltas if d.id is not None), f"call_{deltas[0].index}"),
        name=next((d.name for d in deltas if d.name is not None), ""),
        arguments="".join([d.arguments for d in deltas]),
    )
