"""What callers do wrong. `param` names the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segue.errors.root import SegueError

if TYPE_CHECKING:
    from segue.domain.limits import Standing


class RequestError(SegueError):
    """The request cannot be carried out as it is; `param` names the field."""

    code = "invalid_request"
    http_status = 400
    kind = "invalid_request_error"
    for_person = "What was sent could not be read here, and it is nothing you did."


class ModelNotFound(RequestError):
    """Nothing is known by that name."""

    code = "model_not_found"
    http_status = 404
    for_person = "The storyteller that was asked for is not known here."


class BadAddress(RequestError):
    """An address at which no provider can be asked: its form is wrong, it holds a secret, or it is never asked."""

    code = "bad_address"
    for_person = "Something on our side is not set up as it should be. Those who run this have to mend it."


class NoSuchBreaker(RequestError):
    """No breaker is known by that name: it never opened, or the name is wrong."""

    code = "no_such_breaker"
    http_status = 404
    for_person = "What was asked for is not known here."


class BodyTooLarge(RequestError):
    """The body is longer than the configured limit."""

    code = "body_too_large"
    http_status = 413
    for_person = "That is more than can be taken in at once. Something shorter will do."


class ContextTooLong(RequestError):
    """The conversation does not fit any model that may answer it."""

    code = "context_length_exceeded"
    for_person = "This conversation has become too long to go on as it is."


class RateLimitExceeded(RequestError):
    """One of Segue's own limits is reached: as many requests, or tokens, as it allows were made within a minute."""

    code = "rate_limit_exceeded"
    http_status = 429
    kind = "rate_limit_error"
    retryable = True
    for_person = "That was a lot at once. Please try again in a moment."

    def __init__(
        self,
        message: str,
        *,
        hint: str,
        standings: tuple[Standing, ...],
        wait_s: float | None,
        is_crisis: bool = False,
    ) -> None:
        super().__init__(message, hint=hint)
        self.is_crisis = is_crisis
        """True where a person may be in danger, for nobody can read what was said before: written words answer."""
        self.standings = standings
        """How each limit stands that the request counts for."""
        self.retry_after_s = wait_s
        """Seconds after which the same request passes, if nobody else comes before; None: it never will."""


class NotAuthenticated(RequestError):
    """No key, or one that is unknown or revoked."""

    code = "invalid_api_key"
    http_status = 401
    kind = "authentication_error"
    for_person = "You are not signed in for this."


class NotAllowed(RequestError):
    """The caller is known, or local, but may not do this from there."""

    code = "not_allowed"
    http_status = 403
    kind = "permission_error"
    for_person = "This cannot be done from here."
