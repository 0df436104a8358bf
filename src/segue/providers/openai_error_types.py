"""What went wrong in a host's own closed list of words: OpenRouter's `error_type`, and whether it passes. Pure.

The words stand in its OpenAPI description (`ApiErrorType`, 2026-08): they are the same for every provider behind it,
and say more than the status, which that provider chose. Only `error_type` is believed over the status: a `code` of the
same name means other things elsewhere, as Groq's `rate_limit_exceeded` with 413.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from segue.errors import (
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
    Unsupported,
)

KINDS: Final[Mapping[str, type[ProviderError]]] = {
    "context_length_exceeded": PromptTooLong,
    "max_tokens_exceeded": PromptTooLong,
    "token_limit_exceeded": PromptTooLong,
    "string_too_long": PromptTooLong,
    "payload_too_large": PromptTooLong,
    "authentication": KeyRejected,
    "permission_denied": KeyRejected,
    "payment_required": OutOfCredit,
    "rate_limit_exceeded": RateLimited,
    "provider_overloaded": Overloaded,
    "provider_unavailable": ProviderFault,
    "invalid_request": RequestRefused,
    "invalid_prompt": RequestRefused,
    "unprocessable": RequestRefused,
    "precondition_failed": RequestRefused,
    "not_found": ModelGone,
    "content_policy_violation": ContentRefused,
    "refusal": ContentRefused,
    # A picture that one provider does not take is one that another may.
    "invalid_image": Unsupported,
    "image_too_large": Unsupported,
    "image_too_small": Unsupported,
    "unsupported_image_format": Unsupported,
    "image_not_found": Unsupported,
    "image_download_failed": Unsupported,
    "server": ProviderFault,
    "timeout": Silent,
}
"""Every word but `unmapped`, which says nothing."""
STATUSES: Final[Mapping[type[ProviderError], int]] = {
    PromptTooLong: 413,
    KeyRejected: 401,
    OutOfCredit: 402,
    RateLimited: 429,
    Overloaded: 503,
    ProviderFault: 502,
    RequestRefused: 400,
    ModelGone: 404,
    ContentRefused: 403,
    Unsupported: 400,
    Silent: 504,
}
"""The status that an error inside a good one should have had."""
DEPRECATED: Final = "model_deprecated"
"""The code of a model that is gone for good."""
_PASSING = (RateLimited, Overloaded, ProviderFault, Silent)
_NOBODY_LEFT = re.compile(
    # openrouter.ai, 404: "No endpoints available matching your guardrail restrictions and data policy", "No endpoints
    # found that support tool use", "… that can handle the requested parameters" (seen in 2024 to 2026)
    r"no (?:allowed providers|endpoints)\b.{0,60}\b"
    r"(?:data policy|guardrail|privacy|support|handle|parameters|requirements)",
    re.IGNORECASE | re.DOTALL,
)
_CODE = re.compile("[a-z_]{2,40}")
_KEPT_AWAY = "Nobody behind it takes this turn under its rules (data policy, fields, routing): ask another model."


def told_kind(error: Mapping[str, object], status: int, message: str) -> tuple[type[ProviderError], str] | None:
    """Which error it is, with its hint where that is not the usual one; None where the host does not use these words.

    `availability.retryable` decides where the word leaves it open: what will not come back is gone, and what is "not
    found" for the moment is only busy.
    """
    codes = set(error_types(error))
    if DEPRECATED in codes:
        return ModelGone, "Its provider has withdrawn it for good: ask another model."
    if status == 404 and _NOBODY_LEFT.search(message):
        return Unsupported, _KEPT_AWAY
    own = (_part(error, "metadata").get("error_type"), error.get("error_type"))
    kind = next((KINDS[word] for word in own if isinstance(word, str) and word in KINDS), None)
    retryable = _retryable(error)
    if retryable is True and (kind is ModelGone or (kind is None and status == 404)):
        return Overloaded, ""
    if retryable is False and (kind in _PASSING or (kind is None and status in {502, 503})):
        return ModelGone, "It will not come back by itself: ask another model."
    return None if kind is None else (kind, "")


def error_types(error: Mapping[str, object]) -> Iterator[str]:
    """The words of an error that are codes: its type, and why something is not available."""
    metadata = _part(error, "metadata")
    availability = _part(metadata, "availability") or _part(error, "availability")
    places = (
        *((metadata, name) for name in ("error_type", "reason", "code")),
        *((error, name) for name in ("error_type", "code", "type")),
        *((availability, name) for name in ("reason", "code", "type", "status")),
    )
    for part, name in places:
        value = part.get(name)
        if isinstance(value, str) and _CODE.fullmatch(value):
            yield value


def told_wait(error: Mapping[str, object]) -> Mapping[str, str]:
    """The heads that a provider behind the host sent with its refusal, and the wait it told, as heads of ours."""
    metadata = _part(error, "metadata")
    heads = {str(name).lower(): str(value) for name, value in _part(metadata, "headers").items()}
    wait_s = metadata.get("retry_after_seconds")
    if isinstance(wait_s, int | float) and not isinstance(wait_s, bool):
        heads.setdefault("retry-after", str(wait_s))
    return heads


def _retryable(error: Mapping[str, object]) -> bool | None:
    metadata = _part(error, "metadata")
    told = (_part(metadata, "availability") or _part(error, "availability")).get("retryable")
    return told if isinstance(told, bool) else None


def _part(told: Mapping[str, object], name: str) -> Mapping[str, object]:
    value = told.get(name)
    return value if isinstance(value, dict) else {}
