"""A whole answer in one step, where the server takes two, and looks every header through by itself."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable
from typing import Final

from uvicorn._types import ASGI3Application
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, RequestResponseCycle

from segue.server.wire import Header, Message, Receive, Send

_ENDS_A_HEADER: Final = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")
"""What no value may hold, as uvicorn has it."""
_HOW_IT_IS_SENT: Final = frozenset({b"connection", b"transfer-encoding"})
"""Headers that change how the rest goes out."""


class WholeAnswer:
    """An application whose answer, where its body comes in one piece with its length, is written at once.

    A head waits until what follows it is known; everything else is uvicorn's to send, as ever. One for each request.
    """

    __slots__ = ("_app", "_cycle", "_head", "_send_on", "_transport")

    def __init__(self, app: ASGI3Application, cycle: RequestResponseCycle, transport: asyncio.Transport) -> None:
        self._app = app
        self._cycle = cycle
        self._transport = transport
        self._head: Message | None = None

    def __call__(self, scope: Message, receive: Receive, send: Send) -> Awaitable[None]:
        """Have the application answer."""
        self._send_on = send
        return self._app(scope, receive, self.send)  # type: ignore[arg-type] # uvicorn names every kind of message

    async def send(self, message: Message) -> None:
        """Take what the application says."""
        head, self._head = self._head, None
        if head is not None and self._is_whole(head, message):
            self._write(head["status"], head["headers"], message["body"])
        elif head is not None:
            await self._send_on(head)
            await self._send_on(message)
        elif message["type"] == "http.response.start" and not self._cycle.response_started:
            self._head = message
        else:
            await self._send_on(message)

    def _is_whole(self, head: Message, message: Message) -> bool:
        cycle = self._cycle
        if message["more_body"] or cycle.disconnected or cycle.flow.write_paused or cycle.scope["method"] == "HEAD":
            return False
        headers = dict(head["headers"])
        return headers.get(b"content-length") == b"%d" % len(message["body"]) and _HOW_IT_IS_SENT.isdisjoint(headers)

    def _write(self, status: int, headers: list[Header], body: bytes) -> None:
        cycle = self._cycle
        if _ENDS_A_HEADER.search(b"".join([value for _, value in headers])) is not None:
            raise ValueError("A header's value would end before its end.")
        lines = [b"%b: %b\r\n" % header for header in (*cycle.default_headers, *headers)]
        if not cycle.keep_alive:
            lines.append(b"connection: close\r\n")
        cycle.response_started = cycle.response_complete = True
        self._transport.write(b"%b%b\r\n%b" % (STATUS_LINE[status], b"".join(lines), body))
        cycle.message_event.set()
        if not cycle.keep_alive:
            self._transport.close()
        cycle.on_response()
