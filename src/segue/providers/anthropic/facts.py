"""What Claude models take and give, by their names, where a list of models does not say it. Pure.

A name that no row knows is taken for the newest kind, which takes least: it is never asked in a way that older models
alone understood. platform.claude.com/docs, "Models overview", "Errors" (prefill), "Structured outputs", "Thinking"
(2026-11).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from segue.domain.models import Capability

Sampling: TypeAlias = Literal["one", "none"]
"""Which of `temperature` and `top_p` may be sent: one of the two, or neither."""

_ALL: Final = frozenset({Capability.TOOLS, Capability.IMAGES, Capability.JSON_SCHEMA})


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one model; None means unknown."""

    capabilities: frozenset[Capability] = frozenset({Capability.TOOLS})
    context_tokens: int | None = None
    max_output_tokens: int | None = None
    sampling: Sampling = "none"


UNKNOWN: Final = Facts()
"""A model of another name."""
_K: Final = 1000
_ROWS: Final = (
    # The last that take the beginning of an answer; `temperature` and `top_p` together are a 400 since 4.1
    # (github.com/open-webui/functions/pull/9, 2025-10).
    (
        re.compile(r"claude-(?:haiku|sonnet|opus)-4-5\b"),
        Facts(_ALL | {Capability.PREFILL}, 200 * _K, 64 * _K, sampling="one"),
    ),
    (re.compile(r"claude-(?:sonnet|opus)-4-6\b"), Facts(_ALL, 1000 * _K, 128 * _K, sampling="one")),
    # "`temperature` is deprecated for this model" (github.com/UKGovernmentBEIS/inspect_ai/issues/3721, 2026-04), and
    # for all that came after it.
    (re.compile(r"claude-opus-4-[78]\b"), Facts(_ALL, 1000 * _K, 128 * _K)),
    (re.compile(r"claude-(?:haiku|sonnet|opus|fable|mythos)-5(?:-[1-9])?\b"), Facts(_ALL, 1000 * _K, 128 * _K)),
)
"""The first row whose expression a name begins with."""


def facts_of(model: str) -> Facts:
    """What is known of a model by its name, as `claude-opus-5-5` or `claude-haiku-4-5-20251001`."""
    return next((facts for begins, facts in _ROWS if begins.match(model)), UNKNOWN)
