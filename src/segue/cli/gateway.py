"""Asks a gateway that is running: one request, one JSON object, or an error that says what to do."""

from __future__ import annotations

import http.client
from contextlib import closing
from typing import Final, TypeVar
from urllib.parse import SplitResult, urlsplit

import msgspec

from segue.cli.gateway_json import Refusal
from segue.config.settings import ServerSettings
from segue.errors import ModelNotFound, NoSuchBreaker, NotAllowed, NotAuthenticated, RequestError, SegueError

T = TypeVar("T")

ANSWERS_S: Final = 15.0
"""Longest wait for an answer: longer than a store may take (`storage.deadline_s`)."""


class NobodyThere(SegueError):
    """Nothing listens at a gateway's address."""


class RefusedThere(SegueError):
    """What a gateway refused, with the code that it gave."""

    def __init__(self, message: str, *, code: str, hint: str) -> None:
        super().__init__(message, hint=hint)
        self.code = code


def url_of(server: ServerSettings) -> str:
    """Where a gateway with these settings is reached from its own machine."""
    host = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}.get(server.host, server.host)  # noqa: S104
    return f"http://[{host}]:{server.port}" if ":" in host else f"http://{host}:{server.port}"


def ask_gateway(
    url: str, path: str, *, key: str | None, body: bytes | None = None, within_s: float = ANSWERS_S
) -> bytes:
    """What the gateway answers; with a body it is a POST. Raises SegueError."""
    where = _split(url)
    headers = {"Accept": "application/json"} | ({"Authorization": f"Bearer {key}"} if key else {})
    if body is not None:
        headers["Content-Type"] = "application/json"
    try:
        with closing(_connection(where, within_s)) as connection:
            connection.request("GET" if body is None else "POST", f"{where.path.rstrip('/')}{path}", body, headers)
            response = connection.getresponse()
            status, answer = response.status, response.read()
    except (OSError, http.client.HTTPException) as error:
        raise _nobody(url, error, within_s) from error
    if status == 200:
        return answer
    raise _refused(url, status, answer)


def read_answer(answer: bytes, form: type[T], *, url: str) -> T:
    """An answer of this form. Raises SegueError where it is another: somebody else listens there."""
    try:
        return msgspec.json.decode(answer, type=form)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise _stranger(url) from None


def _split(url: str) -> SplitResult:
    try:
        where = urlsplit(url)
        is_address = url.isascii() and where.scheme in {"http", "https"} and bool(where.hostname) and where.port != 0
    except ValueError:
        is_address = False
        where = SplitResult("", "", "", "", "")
    if not is_address or where.username is not None or where.query or where.fragment:
        raise RequestError("That is not a gateway's address.", param="--url", hint="Write it as http://HOST:PORT.")
    return where


def _connection(where: SplitResult, within_s: float) -> http.client.HTTPConnection:
    assert where.hostname is not None
    kind = http.client.HTTPSConnection if where.scheme == "https" else http.client.HTTPConnection
    return kind(where.hostname, where.port, timeout=within_s)


def _nobody(url: str, error: OSError | http.client.HTTPException, within_s: float) -> SegueError:
    if isinstance(error, TimeoutError):
        why = f"nothing came within {within_s:g} s"
    elif isinstance(error, OSError):
        why = (error.strerror or type(error).__name__).lower()
    else:
        return _stranger(url)
    hint = "Start it with `segue serve`, or name its address with --url."
    kind = NobodyThere if isinstance(error, ConnectionRefusedError) else SegueError
    return kind(f"No gateway answers at {url}: {why}.", hint=hint)


def _stranger(url: str) -> SegueError:
    hint = "Name the gateway's address with --url; an older version may have to be upgraded first."
    return SegueError(f"What answers at {url} is no gateway of this version.", hint=hint)


def _refused(url: str, status: int, answer: bytes) -> SegueError:
    """The gateway's own error, as one of ours."""
    error = read_answer(answer, Refusal, url=url).error
    hint = error.segue.hint or ""
    if status == 401:
        return NotAuthenticated(error.message, hint="Give an operator's key: --key-file, or SEGUE_CALLER_KEY.")
    if status == 403:
        return NotAllowed(error.message, hint=hint)
    if status in {400, 422}:
        return RequestError(error.message, hint=hint)
    if error.code == NoSuchBreaker.code:
        return NoSuchBreaker(error.message, param="name", hint=hint)
    if error.code == ModelNotFound.code:
        return ModelNotFound(error.message, param="model", hint=hint)
    return _stranger(url) if status in {404, 405} else RefusedThere(error.message, code=error.code, hint=hint)
