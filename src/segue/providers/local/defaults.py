"""What a local model is asked with where a request says nothing: how it samples, and how long an answer may get."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from pydantic import Field

from segue.domain.chat import ChatRequest
from segue.providers.model_options import Part, within_limit


class SamplingOptions(Part):
    """How the next token is picked where a request does not say; empty: as llama.cpp does (its tools/server/README)."""

    temperature: Annotated[float, Field(ge=0, le=2)] | None = None
    """0 always takes the likeliest token."""
    top_p: Annotated[float, Field(ge=0, le=1)] | None = None
    """Share of the likelihood that is picked from."""
    top_k: Annotated[int, Field(ge=0)] | None = None
    """Likeliest tokens that are picked from; 0: all."""
    min_p: Annotated[float, Field(ge=0, le=1)] | None = None
    """Least likelihood, as a share of the likeliest token's."""
    typical_p: Annotated[float, Field(ge=0, le=1)] | None = None
    """Share of the locally typical tokens; 1: all."""
    repeat_penalty: Annotated[float, Field(gt=0, le=5)] | None = None
    """Above 1, tokens that were said lately become less likely; 1: off."""
    repeat_last_n: Annotated[int, Field(ge=-1)] | None = None
    """Latest tokens that the penalty looks at; 0: none, -1: all."""


@dataclass(frozen=True, slots=True)
class AnswerDefaults:
    """One model's defaults; what a request says itself always counts."""

    max_tokens: int | None
    max_output_tokens: int | None
    """No answer is longer, whatever the request says."""
    temperature: float | None
    top_p: float | None
    extra: Mapping[str, object]
    """Fields of llama.cpp's own."""

    @classmethod
    def of(cls, sampling: SamplingOptions, *, max_tokens: int | None, max_output_tokens: int | None) -> AnswerDefaults:
        """The defaults that options come to."""
        own = sampling.model_dump(exclude={"temperature", "top_p"}, exclude_none=True)
        return cls(max_tokens, max_output_tokens, sampling.temperature, sampling.top_p, own)

    def applied_to(self, request: ChatRequest) -> ChatRequest:
        """The request with what it leaves open."""
        ceiling = self.max_output_tokens if self.max_tokens is None else self.max_tokens
        filled = replace(
            request,
            max_tokens=ceiling if request.max_tokens is None else request.max_tokens,
            temperature=self.temperature if request.temperature is None else request.temperature,
            top_p=self.top_p if request.top_p is None else request.top_p,
            extra={**self.extra, **request.extra},
        )
        return within_limit(filled, self.max_output_tokens)
