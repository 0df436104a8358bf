"""What a refusal means: from a status, a head and a body to the one error of ours. Status before text; pure.

A provider's own words are never copied: they may quote the conversation or the key. What is kept of a body is its
code, if it looks like one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import msgspec

from segue.domain.models import ModelRef
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
    Unreachable,
    Unsupported,
)
from segue.providers.openai_error_types import DEPRECATED, STATUSES, error_types, told_kind, told_wait
from segue.providers.openai_unsupported import told_codes, unsupported

_CODE = re.compile(
    r"(?=.{2,40}\Z)(?:[a-z]{1,16}(?:_[a-z]{1,16})*|[A-Z]{1,16}(?:_[A-Z]{1,16})*|[A-Za-z][a-z]{2,15}(?:[A-Z][a-z]{2,15})+)"
    r"|[0-9]{1,5}"
)
"""Words as programs write them, or a short number: talk has spaces, and a key has digits, or letters without a word's
end. A key that is one short word is taken out of a refusal before (`WireAnswer.refusal`)."""
_LONGEST_WAIT_S = 86_400.0
"""A provider that says more than a day is not believed."""
_MOMENT_MS = 1e12
"""Above this `X-RateLimit-Reset` is a moment in milliseconds, as OpenRouter writes it; others write other things."""

_CONTEXT_CODES = frozenset({"context_length_exceeded", "exceed_context_size_error", "string_above_max_length"})
_CONTEXT_WORDS = re.compile(
    r"maximum context length|context (?:length|window|size)|too many (?:input )?tokens|prompt is too long",
    re.IGNORECASE,
)
"""vLLM and others have no code for it (vllm, `serve/utils`: "This model's maximum context length is …")."""
_CREDIT_CODES = frozenset(
    {
        *("insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "insufficient_balance"),
        *("billing_error", "enforced_spend_limit_reached", "contract_spend_limit_reached"),  # Anthropic's SDK, 2026-11
    }
)
_CREDIT_WORDS = re.compile(
    # Anthropic, 400 invalid_request_error: github.com/continuedev/continue/issues/5499 (2025-05); so is a spend limit
    # that was set for the organization or workspace (platform.claude.com/docs, "Errors", 2026-11)
    r"credit balance is too low|\bspend limit\b|reached your specified (?:workspace )?API usage limits",
    re.IGNORECASE,
)
_CONTENT_CODES = frozenset(
    {"content_filter", "content_policy_violation", "moderation", "moderation_error", "data_inspection_failed"}
)
_MODEL_CODES = frozenset(
    {"model_not_found", "model_not_available", "model_decommissioned", "invalid_model", "unknown_model"}
)
_KEY_CODES = frozenset(
    {
        *("invalid_api_key", "authentication_error", "invalid_authentication", "permission_denied"),
        "api_key_invalid",  # Gemini, 400: github.com/google-gemini/gemini-cli/issues/3112 (2025-07)
        *("organization_on_hold", "cmek_key_disabled", "cmek_key_network_blocked"),  # Anthropic's SDK, 400, 2026-11
    }
)
_LIMIT_CODES = frozenset({"rate_limit_exceeded", "rate_limit_error", "rate_limited", "too_many_requests"})
_BUSY_CODES = frozenset({"overloaded", "overloaded_error", "unavailable", "unavailable_error", "service_unavailable"})
_REQUEST_CODES = frozenset(
    {
        *("invalid_request_error", "badrequesterror", "bad_request", "invalid_argument"),
        *("unsupported_parameter", "unsupported_value", "unknown_parameter"),
    }
)

_STATUS_OF_CODES = (
    (_CREDIT_CODES, 402),
    (_KEY_CODES, 401),
    (_MODEL_CODES, 404),
    (_LIMIT_CODES, 429),
    (_BUSY_CODES, 503),
    (_CONTEXT_CODES | _CONTENT_CODES | _REQUEST_CODES, 400),
)
"""For errors inside a good status: the status that should have been."""


def refusal(
    status: int, body: bytes, model: ModelRef, *, retry_after_s: float | None = None, key_hint: str = ""
) -> ProviderError:
    """The error for an answer with a bad status. `key_hint` says where this provider's key is configured."""
    return _classify(status, _told(body, status), model, retry_after_s=retry_after_s, key_hint=key_hint)


def error_inside(error: bytes, model: ModelRef, *, key_hint: str = "") -> ProviderError:
    """The error that was told inside an answer with a good status; `error` is the JSON of that field."""
    body = b'{"error":' + error + b"}"
    told = _told(body)
    status = next((int(code) for code in told.codes if code.isdigit() and 400 <= int(code) < 600), None)
    if status is None and told.kind is not None:
        status = STATUSES[told.kind[0]]
    if status is None:
        status = next((status for known, status in _STATUS_OF_CODES if known & told.codes), None)
    if status is None:
        # LM Studio says it in a stream of status 200 (github.com/lmstudio-ai/lmstudio-bug-tracker/issues/2322).
        status = 400 if _CONTEXT_WORDS.search(told.message) else 500
    return _classify(status, _told(body, status), model, key_hint=key_hint)


def is_deprecated(error: ProviderError) -> bool:
    """Whether a host said that a model is gone for good, and not only that it does not have it."""
    return isinstance(error, ModelGone) and f", {DEPRECATED}" in error.message


def retry_after_s(head: Mapping[str, str], now: datetime) -> float | None:
    """How long the provider asks to be left alone; None when it does not say, or nothing sensible.

    `head` has lower-case names. A date is measured against the provider's own clock, where it tells it.
    """
    if (wait_ms := _number(head.get("retry-after-ms", ""))) is not None:
        return _sane(wait_ms / 1000)
    text = head.get("retry-after", "")
    if (wait_s := _number(text)) is not None:
        return _sane(wait_s)
    reset_ms = _number(head.get("x-ratelimit-reset", ""))
    if not text and reset_ms is not None and reset_ms > _MOMENT_MS:
        return _sane(reset_ms / 1000 - now.timestamp())
    until = _date(text)
    return None if until is None else _sane((until - (_date(head.get("date", "")) or now)).total_seconds())


@dataclass(frozen=True, slots=True)
class _Told:
    """What a refusal's body tells."""

    codes: frozenset[str] = frozenset()
    """Lower case."""
    message: str = ""
    """For recognition only."""
    unsupported: str | None = None
    """The field that is not taken; empty: something else; None: it is not about that."""
    kind: tuple[type[ProviderError], str] | None = None
    """The error by the host's own word for it, and its hint; None where it has none."""
    heads: Mapping[str, str] = field(default_factory=dict)
    """Heads told within the body."""


def _classify(
    status: int, told: _Told, model: ModelRef, *, retry_after_s: float | None = None, key_hint: str = ""
) -> ProviderError:
    kind, hint = told.kind or _kind(status, told, key_hint)
    if kind is KeyRejected:
        hint = key_hint
    if retry_after_s is None and told.heads:
        retry_after_s = _wait_s(told.heads)
    said = f"It does not take `{told.unsupported}`" if kind is Unsupported and told.unsupported else _SAID[kind]
    codes = "".join(f", {code}" for code in sorted(told.codes - {str(status)}))
    message = f"{said} (HTTP {status}{codes})."
    return kind(message, model=model, status=status, retry_after_s=retry_after_s, hint=hint)


def _kind(status: int, told: _Told, key_hint: str) -> tuple[type[ProviderError], str]:
    """Which error it is, and its hint where that is not the usual one.

    Codes only decide among the meanings that a status has.
    """
    codes, message = told.codes, told.message
    if status in {400, 403} and codes & _CONTENT_CODES:
        return ContentRefused, ""
    if status == 400 and codes & _KEY_CODES:
        return KeyRejected, key_hint
    if status in {400, 403} and codes & _MODEL_CODES:
        return ModelGone, "Check the model's name and what this key may use."
    if (status in {400, 403, 429} and codes & _CREDIT_CODES) or (status == 400 and _CREDIT_WORDS.search(message)):
        return OutOfCredit, ""
    if status == 413 or (status in {400, 422} and (codes & _CONTEXT_CODES or _CONTEXT_WORDS.search(message))):
        return PromptTooLong, ""
    if status in {400, 422} and told.unsupported is not None:
        return Unsupported, ""
    match status:
        case 401 | 403:
            return KeyRejected, key_hint
        case 402:
            return OutOfCredit, ""
        case 404 | 405 | 410:
            return ModelGone, "Check the model's name, and that `base_url` ends where `/chat/completions` follows."
        case 408 | 504 | 524:
            return Silent, ""
        case 429:
            return RateLimited, ""
        case 503 | 529:
            return Overloaded, ""
        case 400 | 422:
            return RequestRefused, ""
        case _ if 300 <= status < 400:
            return Unreachable, "Set `base_url` to the address that it sends to."
        case _:  # also a 500 that mentions "policy": an outage, not a judgement
            return ProviderFault, ""


_SAID: Mapping[type[ProviderError], str] = {
    ContentRefused: "Its moderation refused the conversation",
    ModelGone: "It does not have this model",
    OutOfCredit: "The account has no credit left",
    PromptTooLong: "The conversation is too long for it",
    KeyRejected: "It does not accept the key",
    Silent: "It gave up waiting for its own answer",
    RateLimited: "It gets too many requests",
    Overloaded: "It has no room now",
    RequestRefused: "It says that the request is wrong",
    Unsupported: "It does not take a request of this form",
    Unreachable: "It sends elsewhere",
    ProviderFault: "It failed by itself",
}


def _told(body: bytes, status: int = 0) -> _Told:
    """What an error's JSON tells; nothing when it is no JSON, or none of an error. `status`: 0 where it is unknown."""
    try:
        told: object = msgspec.json.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return _Told()
    if isinstance(told, list) and told:  # Gemini wraps it so
        told = told[0]
    if not isinstance(told, dict):
        return _Told()
    error = told.get("error", told)
    if not isinstance(error, dict):
        return _Told(message=error) if isinstance(error, str) else _Told()
    own = [value for name in ("code", "type", "status") if (value := error.get(name)) is not None]
    values = [*map(str, own), *told_codes(error), *error_types(error), *_detail_codes(error)]
    codes = frozenset(value.lower() for value in values if _CODE.fullmatch(value))
    message = error.get("message", "")
    message = message if isinstance(message, str) else ""
    kind = told_kind(error, status, message)
    return _Told(codes, message, unsupported(error, codes, message), kind, told_wait(error))


def _detail_codes(error: Mapping[str, object]) -> Iterator[str]:
    """The codes that stand beside a refusal's own: Anthropic's `details.error_code`, Google's `details[].reason`."""
    details = error.get("details")
    if isinstance(details, dict) and isinstance(code := details.get("error_code"), str):
        yield code
    for detail in details if isinstance(details, list) else ():
        if isinstance(detail, dict) and isinstance(reason := detail.get("reason"), str):
            yield reason


def _wait_s(heads: Mapping[str, str]) -> float | None:
    """As `retry_after_s`, of heads within a body."""
    return retry_after_s(heads, datetime.now(UTC))


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _sane(wait_s: float) -> float | None:
    """Not negative, not endless, not NaN."""
    return max(wait_s, 0.0) if wait_s <= _LONGEST_WAIT_S else None
