"""What follows a failed attempt: the same model again, another one, or the end of the turn. Pure.

| failure | what follows |
|---|---|
| 429 that names a short wait | the same model after it |
| 5xx but 503 and 529, a connection that broke | the same model almost at once |
| 503, 529, refused, silent, key, credit, model gone, conversation too long, other 429s | another |
| the provider's moderation refuses the conversation | the end, or another (`fallback.on_content_refused`) |
| the request itself is wrong | the end |
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from segue.config.settings import FallbackSettings
from segue.errors import (
    ConnectionLost,
    ContentRefused,
    ProviderError,
    ProviderFault,
    RateLimited,
    StreamCut,
    WorkerDied,
)

RETRY_WITHIN_S = 0.04
"""Longest pause before the same model is asked again, drawn at random below it ("full jitter", AWS Architecture Blog,
"Exponential Backoff And Jitter", 2015). With it a failover stays below the 50 ms of design.md §4."""
BEHIND_THE_LIMIT_S = 0.01
"""A little more than the wait that a provider named: its clock may be a tick behind."""


@dataclass(frozen=True, slots=True)
class Again:
    """The same model, after a pause."""

    pause_s: float


class Elsewhere:
    """Another model."""


class End:
    """The turn ends with the error."""


def ends_turn(error: ProviderError, settings: FallbackSettings) -> bool:
    """Whether no other model can mend a failure, or may."""
    return error.stops_turn or (isinstance(error, ContentRefused) and settings.on_content_refused == "stop")


def next_step(
    error: ProviderError, settings: FallbackSettings, *, tries: int, jitter: Callable[[], float]
) -> Again | Elsewhere | End:
    """What to do after a failure. `tries`: how often this model was asked in this turn; `jitter`: 0 to 1, at random."""
    if ends_turn(error, settings):
        return End()
    if tries > settings.retries:
        return Elsewhere()
    if isinstance(error, RateLimited):
        wait_s = error.retry_after_s
        if wait_s is None or wait_s > settings.retry_after_s:
            return Elsewhere()
        return Again(wait_s + BEHIND_THE_LIMIT_S + jitter() * RETRY_WITHIN_S)
    if isinstance(error, ProviderFault | ConnectionLost | StreamCut | WorkerDied):
        return Again(jitter() * RETRY_WITHIN_S)
    return Elsewhere()
