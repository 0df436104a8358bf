"""Between ASGI and the routes: reading a request within its limits, and sending a response in few calls."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from segue.domain.values import made_often
from segue.errors import BodyTooLarge, RequestError, SegueError
from segue.server.errors_json import error_body, error_headers
from segue.server.refusals import ClientGone, WrongMediaType, head_too_large

Message: TypeAlias = MutableMapping[str, Any]  # ASGI's own type: a message's fields depend on its `type`
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
Header: TypeAlias = tuple[bytes, bytes]

JSON_TYPE = (b"content-type", b"application/json")
STREAM_TYPE = (b"content-type", b"text/event-stream; charset=utf-8")
WHOLE: Final = "segue.response.whole"
"""The type of a message that is a whole response, with `status`, `headers` and `body`: an extension of ASGI, which
Segue's own server announces in `scope["extensions"]`. The headers say how long the body is."""


@made_often
@dataclass(frozen=True, slots=True)
class Incoming:
    """One request as it came: its head, and how to read on."""

    method: str
    path: str = field(repr=False)
    """Percent-decoded."""
    headers: dict[bytes, bytes] = field(repr=False)
    """Lower-case names; of a header that came twice, the last."""
    receive: Receive
    send: Send
    query: str = field(default="", repr=False)
    """As it came, after the question mark."""

    def header(self, name: bytes) -> str | None:
        """A header as text, None when it is absent: UTF-8 as a body is, or Latin-1 where it cannot be that."""
        value = self.headers.get(name)
        if value is None:
            return None
        try:
            return value.decode()
        except UnicodeDecodeError:
            return value.decode("latin-1")


def read_head(scope: Message, receive: Receive, send: Send, *, max_header_bytes: int) -> Incoming:
    """The request's head. Raises HeadTooLarge, and RequestError where it names two hosts."""
    pairs: list[Header] = scope["headers"]
    headers = dict(pairs)
    head_bytes = len(scope["raw_path"]) + len(scope["query_string"])
    head_bytes += sum([len(name) + len(value) + 4 for name, value in pairs])  # ": " and the line's end
    if len(headers) < len(pairs) and [name for name, _ in pairs].count(b"host") > 1:
        # A proxy may have looked at the other one.
        raise RequestError("There is more than one Host header.", hint="Send one.", param="Host")
    if head_bytes > max_header_bytes:
        raise head_too_large(max_header_bytes)
    query = scope["query_string"].decode("latin-1")
    return Incoming(scope["method"], scope["path"], headers, receive, send, query)


def check_media_type(request: Incoming) -> None:
    """Only JSON as it stands: what a web page may send elsewhere without asking first is refused."""
    headers = request.headers
    given = headers.get(b"content-type", b"")
    if given != b"application/json" and given.partition(b";")[0].strip().lower() != b"application/json":
        raise WrongMediaType(
            "The body has to be JSON.", hint="Send Content-Type: application/json.", param="Content-Type"
        )
    if b"content-encoding" in headers and headers[b"content-encoding"].lower() != b"identity":
        raise WrongMediaType("Compressed bodies are not read.", hint="Send it as it is.", param="Content-Encoding")


async def read_body(request: Incoming, *, max_bytes: int) -> bytes:
    """The whole body. Raises BodyTooLarge as soon as it is known, or ClientGone; the server ends one that is slow."""
    declared = request.headers.get(b"content-length", b"0")
    if declared.isdigit() and int(declared) > max_bytes:
        raise _too_large(max_bytes)
    body = b""
    chunks: list[bytes] = []
    size_bytes, more = 0, True
    while more:
        message = await request.receive()
        if message["type"] == "http.disconnect":
            raise ClientGone
        body, more = message["body"], message["more_body"]
        size_bytes += len(body)
        if size_bytes > max_bytes:
            raise _too_large(max_bytes)
        chunks.append(body)
    return body if len(chunks) == 1 else b"".join(chunks)


def _too_large(max_bytes: int) -> BodyTooLarge:
    return BodyTooLarge(
        f"The body is longer than {max_bytes} bytes.", hint="Send less, or raise server.max_body_bytes."
    )


def start(send: Send, status: int, headers: Iterable[Header]) -> Awaitable[None]:
    """Send the response's head."""
    return send({"type": "http.response.start", "status": status, "headers": list(headers)})


def respond(send: Send, body: bytes, *, status: int = 200, headers: Iterable[Header] = (JSON_TYPE,)) -> Awaitable[None]:
    """Send a whole response, in a message of type WHOLE."""
    given = [*headers, (b"content-length", b"%d" % len(body))]
    return send({"type": WHOLE, "status": status, "headers": given, "body": body})


def in_two(message: Message) -> tuple[Message, Message]:
    """A message of type WHOLE as every server knows it: head, and body."""
    head: Message = {"type": "http.response.start", "status": message["status"], "headers": message["headers"]}
    return head, {"type": "http.response.body", "body": message["body"], "more_body": False}


async def respond_error(send: Send, error: SegueError) -> None:
    """Send an error in OpenAI's shape with its status and headers."""
    await respond(send, error_body(error), status=error.http_status, headers=[JSON_TYPE, *error_headers(error)])
