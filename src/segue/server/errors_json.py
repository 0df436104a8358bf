"""Errors in OpenAI's shape: status, body and headers from a SegueError. Never a word of the request."""

from __future__ import annotations

import math
from collections.abc import Iterator

import msgspec

from segue.errors import (
    AllModelsFailed,
    BudgetSpent,
    NoModelFits,
    ProviderError,
    RateLimitExceeded,
    RequestError,
    SegueError,
    Stopping,
)
from segue.server.limit_headers import limit_headers, standing_json
from segue.server.refusals import WrongMethod

STOPPING_RETRY_AFTER_S = 5
"""When to come back to a gateway that is on its way down: a restart takes about as long."""

REJECTIONS_SHOWN = 20
"""Models whose reasons are listed when none fits; the rest are counted."""


def error_body(error: SegueError) -> bytes:
    """The JSON object with the one key `error`."""
    return msgspec.json.encode({"error": error_json(error)})


def error_json(error: SegueError) -> dict[str, object]:
    """What stands under `error`."""
    return {
        "message": error.message if isinstance(error, RequestError) else _sentence(error),
        "type": error.kind,
        "param": error.param,
        "code": error.code,
        "segue": _for_programs(error),
    }


def error_headers(error: SegueError) -> Iterator[tuple[bytes, bytes]]:
    """Headers beyond the content's: `Retry-After`, `Allow`, `WWW-Authenticate`, and how limits stand."""
    if (wait_s := retry_after_s(error)) is not None:
        yield b"retry-after", b"%d" % max(1, math.ceil(wait_s))
    if isinstance(error, RateLimitExceeded):
        if wait_s is not None:
            yield b"retry-after-ms", b"%d" % max(1, math.ceil(wait_s * 1000))
        else:
            # OpenAI's clients ask again after any other 429 (openai 3.x, `_base_client.py`).
            yield b"x-should-retry", b"false"
        yield from limit_headers(error.standings)
    if isinstance(error, AllModelsFailed) and error.is_money and wait_s is None:
        yield b"x-should-retry", b"false"  # as above: nothing can be kept until somebody mends it
    if isinstance(error, WrongMethod):
        yield b"allow", error.allowed.encode()
    if error.http_status == 401:
        yield b"www-authenticate", b"Bearer"


def retry_after_s(error: SegueError) -> float | None:
    """Seconds until it is worth asking again, None when nobody said."""
    if isinstance(error, Stopping):
        return STOPPING_RETRY_AFTER_S
    if isinstance(error, ProviderError | RateLimitExceeded):
        return error.retry_after_s
    if isinstance(error, AllModelsFailed):
        return min((a.retry_after_s for a in error.attempts if a.retry_after_s is not None), default=None)
    return None


def _sentence(error: SegueError) -> str:
    """What an operator reads first, with the model that it is about; `segue.attempts` has the same for programs."""
    match error:
        case AllModelsFailed():
            return error.told
        case ProviderError():
            return f"{error.model}: {error.message}"
        case _:
            return error.message


def _for_programs(error: SegueError) -> dict[str, object]:
    told: dict[str, object] = {"hint": error.hint or None, "retryable": error.retryable, "for_person": error.for_person}
    if isinstance(error, AllModelsFailed):
        is_kept_nowhere = error.is_money and retry_after_s(error) is None
        told["retryable"] = any(attempt.retryable for attempt in error.attempts) and not is_kept_nowhere
        told["attempts"] = [_attempt(attempt) for attempt in error.attempts]
    elif isinstance(error, BudgetSpent):
        told |= {"budget": error.budget, "resets_at": error.resets_at}
        told["attempts"] = [_attempt(model) for model in error.models]
    elif isinstance(error, ProviderError):
        told["attempts"] = [_attempt(error)]
    elif isinstance(error, RateLimitExceeded):
        told["retryable"] = error.retry_after_s is not None
        told |= {"retry_after_s": error.retry_after_s, "limits": list(map(standing_json, error.standings))}
    elif isinstance(error, NoModelFits):
        rejected = error.ranking.rejected
        told["rejected"] = [
            {"model": str(r.card.ref), "reasons": [{"reason": why.reason, "hint": why.hint} for why in r.rejections]}
            for r in rejected[:REJECTIONS_SHOWN]
        ]
        told["rejected_count"] = len(rejected)
    return told


def _attempt(error: ProviderError) -> dict[str, object]:
    return {"model": str(error.model), "code": error.code, "reason": error.message, "status": error.status}
