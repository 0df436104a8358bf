"""What Anthropic's refusals mean, whether they come with a bad status or inside a stream. Pure.

The types of errors are a closed list (`ErrorType` of Anthropic's SDK, 2026-11) and each belongs to one status: a stream
that breaks off tells the type alone. What a status means, and what is kept of a refusal, is `openai_errors`' business.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec

from segue.domain.models import ModelRef
from segue.errors import ProviderError
from segue.providers.openai_errors import refusal

STATUSES: Final[Mapping[str, int]] = {
    "invalid_request_error": 400,
    "authentication_error": 401,
    "billing_error": 402,
    "permission_error": 403,
    "not_found_error": 404,
    "request_too_large": 413,
    "rate_limit_error": 429,
    "api_error": 500,
    "timeout_error": 504,
    "overloaded_error": 529,
    # About files and memories, which are never asked for: something between here and there is broken.
    "conflict_error": 500,
    "memory_path_conflict_error": 500,
    "memory_precondition_failed_error": 500,
}
"""The status of each type; of one that is not here, that of a fault."""


class _Error(msgspec.Struct):
    type: str = ""


class _Told(msgspec.Struct):
    error: _Error


def error_inside(event: bytes, model: ModelRef, *, key_hint: str = "") -> ProviderError:
    """The error that a stream, or an answer with a good status, told; `event` is the JSON that holds it."""
    try:
        kind = msgspec.json.decode(event, type=_Told).error.type
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        kind = ""
    return refusal(STATUSES.get(kind, 500), event, model, key_hint=key_hint)
