"""uvicorn's cycle of one request and its answer, where nothing is made before it is needed.

A body that came with its head is told without an event, and a whole answer goes out in one step: uvicorn takes two, and
looks every header through by itself. Everything else is uvicorn's to do, as ever.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Callable
from typing import Final

from typing_extensions import override
from uvicorn._types import ASGI3Application
from uvicorn.protocols.http.flow_control import CLOSE_HEADER, FlowControl
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, RequestResponseCycle

from segue.server.one_write import HeadWithBody
from segue.server.outgoing import Outgoing
from segue.server.wire import WHOLE, Header, Message, in_two

_ENDS_A_HEADER: Final = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")
"""What no value may hold, as uvicorn has it."""
_HOW_IT_IS_SENT: Final = frozenset({b"connection", b"transfer-encoding"})
"""Headers that change how the rest goes out."""
_NO_BODY: Final = b""


class Cycle(RequestResponseCycle):
    """One request and its answer. `receive`, `send` and `run_asgi` are as uvicorn's; `send` also takes a message of
    type WHOLE, which is head and body in one."""

    transport: Outgoing  # type: ignore[assignment] # as much as is used of a transport
    # What most requests leave as it is; uvicorn sets each of them for every one.
    logger = logging.getLogger("uvicorn.error")
    access_logger = logging.getLogger("uvicorn.access")
    access_log = False
    disconnected = False
    more_body = True
    response_started = False
    response_complete = False
    chunked_encoding: bool | None = None
    expected_content_length = 0
    body: bytes | bytearray = _NO_BODY  # type: ignore[assignment] # as much as is used of it
    joined: HeadWithBody | None = None
    """The connection as uvicorn's own way of answering sees it."""
    _event: asyncio.Event | None = None
    _has_news = False
    """Whether `receive` has something to tell, while there is no event that says so."""
    _head: Message | None = None

    def __init__(
        self,
        scope: Message,
        transport: Outgoing,
        flow: FlowControl,
        *,
        default_headers: list[Header],
        waits_for_go_ahead: bool,
        keep_alive: bool,
        on_response: Callable[[], None],
    ) -> None:
        # Not uvicorn's: it sets every field.
        self.scope = scope  # type: ignore[assignment] # uvicorn names every kind of message
        self.transport = transport
        self.flow = flow
        self.default_headers = default_headers
        self.waiting_for_100_continue = waits_for_go_ahead
        self.keep_alive = keep_alive
        self.on_response = on_response

    @property
    @override
    def message_event(self) -> asyncio.Event:  # type: ignore[override] # made for whoever waits
        """Set while `receive` has something to tell."""
        if self._event is None:
            self._event = asyncio.Event()
            if self._has_news:
                self._event.set()
        return self._event

    def take(self, body: bytes) -> None:
        """A piece of the body came."""
        if not self.body:
            self.body = body
        elif isinstance(self.body, bytes):
            self.body = bytearray(self.body + body)
        else:
            self.body += body
        self.tell()

    def tell(self) -> None:
        """There is news: of the body, or of its end."""
        if self._event is not None:
            self._event.set()
        else:
            self._has_news = True

    @override
    async def run_asgi(self, app: ASGI3Application, tasks: set[asyncio.Task[None]] | None = None) -> None:
        """As uvicorn's; the task is taken out of `tasks` at the end."""
        writes = self.transport.writes
        writes.under_way += 1
        try:
            await super().run_asgi(app)
        finally:
            writes.under_way -= 1
            if tasks is not None and (task := asyncio.current_task()) is not None:
                tasks.discard(task)

    @override
    async def receive(self) -> Message:  # type: ignore[override] # uvicorn names every kind of message
        if self._event is not None or self.more_body or not self._has_news or self.disconnected:
            message: Message = await super().receive()  # type: ignore[assignment] # as above
            return message
        self._has_news = False
        if self.flow.read_paused:
            self.flow.resume_reading()
        body, self.body = self.body, _NO_BODY
        return {"type": "http.request", "body": bytes(body), "more_body": False}

    @override
    async def send(self, message: Message) -> None:  # type: ignore[override] # uvicorn names every kind of message
        """Take what the application says. A head waits until what follows it is known."""
        head: Message | None
        if message["type"] == WHOLE:
            if self._can_be_whole():
                self.answer(message["status"], message["headers"], message["body"])
                return
            head, message = in_two(message)
        else:
            head, self._head = self._head, None
        if head is not None:
            if self._is_whole(head, message):
                self.answer(head["status"], head["headers"], message["body"])
                return
            self.transport = self.joined = HeadWithBody(self.transport)  # type: ignore[assignment] # as is used of it
            await super().send(head)  # type: ignore[arg-type] # as above
        elif message["type"] == "http.response.start" and not self.response_started:
            self._head = message
            return
        await super().send(message)  # type: ignore[arg-type] # as above

    def _is_whole(self, head: Message, message: Message) -> bool:
        if message.get("more_body") or not self._can_be_whole():
            return False
        headers = dict(head["headers"])
        return headers.get(b"content-length") == b"%d" % len(message["body"]) and _HOW_IT_IS_SENT.isdisjoint(headers)

    def _can_be_whole(self) -> bool:
        is_begun = self.response_started or self.disconnected
        return not is_begun and not self.flow.write_paused and self.scope["method"] != "HEAD"

    def answer(self, status: int, headers: list[Header], body: bytes) -> None:
        """Send a whole answer at once. Only where nothing was sent; the headers say how long the body is."""
        if _ENDS_A_HEADER.search(b"".join([value for _, value in headers])) is not None:
            raise ValueError("A header's value would end before its end.")
        lines = [b"%b: %b\r\n" % header for header in (*self.default_headers, *headers)]
        if not self.keep_alive and CLOSE_HEADER not in self.default_headers:
            lines.append(b"connection: close\r\n")
        self.response_started = self.response_complete = True
        self.transport.write_whole(b"%b%b\r\n%b" % (STATUS_LINE[status], b"".join(lines), body))
        self.tell()
        if not self.keep_alive:
            self.transport.close()
        self.on_response()


class ClosedAtEnd(Cycle):
    """For a client of HTTP/1.0, which knows no chunks (RFC 9112, 6.1): a body of unknown length ends with the
    connection."""

    _has_no_length = False

    @override
    async def send(self, message: Message) -> None:  # type: ignore[override] # uvicorn names every kind of message
        if self._head is not None:
            self._has_no_length = b"content-length" not in dict(self._head["headers"])
        if self._has_no_length:
            self.chunked_encoding = False
            self.expected_content_length = len(message.get("body", b""))  # that of a whole body, for uvicorn
        await super().send(message)
