"""uvicorn's HTTP/1.1 protocol with the limits that it lacks: the head's length and time, and what is thrown away."""

from __future__ import annotations

import asyncio

import uvicorn
from typing_extensions import override
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

from segue.server.errors_json import error_body
from segue.server.refusals import head_too_large

HEAD_S = 15.0
"""Longest wait for a request's head, from the connection or the first byte on."""
STALL_S = 60.0
"""Longest time that a client may read nothing of what waits for it; then it counts as gone."""
DISCARD_BYTES = 64 * 1024 * 1024
"""How much of a refused body is read and thrown away, so that its sender reads the refusal; then the line is cut."""


class LimitedProtocol(HttpToolsProtocol):
    """Refuses heads that grow or linger: httptools keeps a head of any length in memory."""

    max_header_bytes = 64 * 1024
    """Set by a subclass for the server's configuration."""
    head_s = HEAD_S
    stall_s = STALL_S

    def __init__(
        self,
        config: uvicorn.Config,
        server_state: ServerState,
        app_state: dict[str, object],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.access_log = False  # its lines hold the path and query, which are the client's own words
        self._head_bytes = 0
        self._discarded_bytes = 0
        self._is_in_head = False
        self._head_timer: asyncio.TimerHandle | None = None
        self._stall_timer: asyncio.TimerHandle | None = None

    @override
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._expect_head()

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._expect_no_head()
        self._wait_no_more()
        super().connection_lost(exc)

    @override
    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if not self._is_in_head or self.transport.is_closing():
            return
        self._head_bytes += len(data)
        if self._head_bytes > self.max_header_bytes:
            self._refuse_head()
        elif self._head_timer is None:
            self._expect_head()

    @override
    def on_message_begin(self) -> None:
        self._is_in_head = True
        self._head_bytes = 0
        super().on_message_begin()

    @override
    def on_headers_complete(self) -> None:
        self._is_in_head = False
        self._expect_no_head()
        super().on_headers_complete()

    @override
    def on_body(self, body: bytes) -> None:
        if self.cycle.response_complete:
            self._discarded_bytes += len(body)
            if self._discarded_bytes > DISCARD_BYTES:
                self.transport.close()
        super().on_body(body)

    @override
    def pause_writing(self) -> None:
        """Too much waits to be read. uvicorn would wait for ever, and the answer upstream with it."""
        super().pause_writing()
        self._stall_timer = self.loop.call_later(self.stall_s, self.transport.abort)

    @override
    def resume_writing(self) -> None:
        self._wait_no_more()
        super().resume_writing()

    def _expect_head(self) -> None:
        self._head_timer = self.loop.call_later(self.head_s, self.transport.close)

    def _expect_no_head(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _wait_no_more(self) -> None:
        if self._stall_timer is not None:
            self._stall_timer.cancel()
            self._stall_timer = None

    def _refuse_head(self) -> None:
        """Before a head is whole there is no request that the application could answer."""
        error = head_too_large(self.max_header_bytes)
        body = error_body(error)
        self.transport.write(
            b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-type: application/json\r\n"
            b"connection: close\r\ncontent-length: %d\r\n\r\n%b" % (len(body), body)
        )
        self.transport.close()


def limited_to(max_header_bytes: int) -> type[LimitedProtocol]:
    """The protocol for one server's limit; uvicorn makes one for each connection."""
    return type("LimitedProtocol", (LimitedProtocol,), {"max_header_bytes": max_header_bytes})
