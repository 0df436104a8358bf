"""What a scripted model says, when, and how it fails: its options, and the plan of one answer. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from segue.domain.chat import Finished, FinishReason, TextDelta, ToolCallDelta, Usage
from segue.domain.models import DataPolicy, ModelRef
from segue.errors import (
    BadAnswer,
    ContentRefused,
    KeyRejected,
    ModelGone,
    OutOfCredit,
    Overloaded,
    PromptTooLong,
    ProviderError,
    ProviderFault,
    RateLimited,
    RequestRefused,
    Silent,
    StreamCut,
    Unreachable,
    Unsupported,
    WorkerDied,
)
from segue.providers.model_options import ModelOptions, Part

Pause = Annotated[float, Field(ge=0, le=3600)]
FaultKind: TypeAlias = Literal[
    "refused",
    "silent",
    "timeout",
    "rate_limited",
    "overloaded",
    "error_500",
    "key_rejected",
    "out_of_credit",
    "model_gone",
    "content_refused",
    "request_refused",
    "unsupported",
    "prompt_too_long",
    "malformed",
    "cut",
    "worker_died",
]
"""How a scripted model can fail; `silent` says nothing more and never ends."""

_ERRORS: Mapping[str, tuple[type[ProviderError], int | None]] = {
    "refused": (Unreachable, None),
    "timeout": (Silent, 504),
    "rate_limited": (RateLimited, 429),
    "overloaded": (Overloaded, 503),
    "error_500": (ProviderFault, 500),
    "key_rejected": (KeyRejected, 401),
    "out_of_credit": (OutOfCredit, 402),
    "model_gone": (ModelGone, 404),
    "content_refused": (ContentRefused, 400),
    "request_refused": (RequestRefused, 400),
    "unsupported": (Unsupported, 400),
    "prompt_too_long": (PromptTooLong, 400),
    "malformed": (BadAnswer, 200),
    "cut": (StreamCut, None),
    "worker_died": (WorkerDied, None),
}
_WORD = re.compile(r"\s*\S+|\s+\Z")


class FaultOptions(Part):
    """A failure, at a place in the answer."""

    kind: FaultKind
    """What goes wrong."""
    after_chars: Annotated[int, Field(ge=0)] = 0
    """Characters that are said before; 0: it fails before the first one."""
    first_calls: Annotated[int, Field(ge=1)] | None = None
    """Only so many calls fail, then it is well; empty: every one."""
    retry_after_s: Pause | None = None
    """How long it asks to be left alone."""

    def error(self, model: ModelRef) -> ProviderError | None:
        """The error to raise; None when it falls silent instead."""
        if self.kind == "silent":
            return None
        kind, status = _ERRORS[self.kind]
        message = f"Its script says: {self.kind}."
        return kind(message, model=model, status=status, retry_after_s=self.retry_after_s)


class ToolCallOptions(Part):
    """A tool call that the model makes after its words."""

    name: str
    arguments: str = "{}"
    """JSON text."""
    id: str | None = None
    """Empty: `call_` and its place, from 0."""


class UsageOptions(Part):
    """The tokens that the model says it took."""

    input_tokens: Annotated[int, Field(ge=0)]
    output_tokens: Annotated[int, Field(ge=0)]
    cached_input_tokens: Annotated[int, Field(ge=0)] = 0
    reasoning_tokens: Annotated[int, Field(ge=0)] = 0
    cache_write_tokens: Annotated[int, Field(ge=0)] = 0

    def usage(self) -> Usage:
        """The value that the rest of Segue speaks of."""
        return Usage(
            self.input_tokens,
            self.output_tokens,
            self.cached_input_tokens,
            self.reasoning_tokens,
            cache_write_tokens=self.cache_write_tokens,
        )


class Script(ModelOptions):
    """One written model: what it says and how."""

    text: str | None = None
    """What it says; empty: what the person said last."""
    chunks: tuple[Annotated[str, Field(min_length=1)], ...] = ()
    """What it says, cut by hand; in place of `text`."""
    chunk_chars: Annotated[int, Field(ge=1)] | None = None
    """Characters a piece; empty: a word a piece."""
    json_text: str | None = None
    """What it says in place of `text` when JSON is asked for."""
    delay_s: Pause = 0.0
    """Pause before the first piece."""
    gap_s: Pause = 0.0
    """Pause between two pieces."""
    working: Annotated[int, Field(ge=0)] = 0
    """How often it tells, before its first word, that it is at work; only while it streams."""
    waits_at: Annotated[int, Field(ge=0)] = 0
    """The place in line at which it begins to wait, and moves up one in each `gap_s`; only while it streams."""
    fault: FaultOptions | None = None
    """How it fails; empty: it does not."""
    tool_calls: tuple[ToolCallOptions, ...] = ()
    """Tools that it wants called."""
    finish_reason: FinishReason | None = None
    """Why it ends; empty: `tool_calls` after a tool call, else `stop`."""
    usage: UsageOptions | None = None
    """What it says it took; empty: it does not say."""
    data_policy: DataPolicy | None = DataPolicy.LOCAL
    in_auto: bool = False

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if self.text is not None and self.chunks:
            raise ValueError("`text` and `chunks` exclude each other")
        return self

    def pieces_of_text(self, heard: str, *, wants_json: bool, streams: bool) -> tuple[str, ...]:
        """Its words in pieces that are never empty; `heard` is what the person said last."""
        if wants_json and self.json_text is not None:
            pieces = self._cut(self.json_text)
        else:
            pieces = self.chunks or self._cut(heard if self.text is None else self.text)
        return pieces if streams else tuple(filter(None, ["".join(pieces)]))

    def calls(self) -> Iterator[ToolCallDelta]:
        """Its tool calls, each in one piece."""
        for index, call in enumerate(self.tool_calls):
            yield ToolCallDelta(index, call.id or f"call_{index}", call.name, call.arguments)

    def finished(self) -> Finished:
        """Its last piece."""
        reason = self.finish_reason or ("tool_calls" if self.tool_calls else "stop")
        return Finished(reason, self.usage.usage() if self.usage else None)

    def _cut(self, text: str) -> tuple[str, ...]:
        if self.chunk_chars is None:
            return tuple(_WORD.findall(text))
        return tuple(text[at : at + self.chunk_chars] for at in range(0, len(text), self.chunk_chars))


def until_fault(texts: tuple[str, ...], after_chars: int | None) -> Iterator[TextDelta]:
    """The words up to the place of a fault; all of them without one."""
    left = sum(map(len, texts)) if after_chars is None else after_chars
    for text in texts:
        if left <= 0:
            return
        yield TextDelta(text[:left])
        left -= len(text)
