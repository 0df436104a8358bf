"""Refusals that only HTTP knows: wrong path, wrong method, a head too long, a body of another kind."""

from __future__ import annotations

from typing_extensions import override

from segue.errors import RequestError


class NoSuchPath(RequestError):
    """Nothing is served at that path."""

    code = "not_found"
    http_status = 404


class WrongMethod(RequestError):
    """The path is served, the method is not."""

    code = "method_not_allowed"
    http_status = 405

    def __init__(self, method: str, allowed: str) -> None:
        super().__init__(f"{method} is not served here.", hint=f"Use {allowed}.")
        self.allowed = allowed
        """The value of the `Allow` header."""


class HeadTooLarge(RequestError):
    """The request's head is longer than the configured limit."""

    code = "headers_too_large"
    http_status = 431


def head_too_large(max_bytes: int) -> HeadTooLarge:
    """The refusal of a head that is longer than `max_bytes`."""
    message = f"The request's head is longer than {max_bytes} bytes (server.max_header_bytes)."
    return HeadTooLarge(message, hint="Send fewer or shorter headers.")


class WrongField(RequestError):
    """A field of an operator's request is unknown, missing, or not what it may be."""

    code = "wrong_field"
    http_status = 422


class WrongMediaType(RequestError):
    """The body is declared to be something else than JSON as it stands."""

    code = "unsupported_media_type"
    http_status = 415


class BodyTooSlow(RequestError):
    """The body did not arrive in time."""

    code = "request_timeout"
    http_status = 408


class ClientGone(Exception):
    """The client closed the connection before it had its answer."""

    @override
    def __str__(self) -> str:
        return "the client closed the connection"
