"""One request on a connection that aiohttp keeps, and the head of its answer, without what its session does for each.

For every request the session merges headers, looks for cookies, makes a request and a response, and starts a task to
write the body: more work than the rest of asking a model. What all requests to an address have in common is worked out
once here; connections, TLS and the reading of answers stay aiohttp's.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import aiohttp
from aiohttp.client_proto import ResponseHandler
from aiohttp.http_exceptions import HttpProcessingError
from typing_extensions import override

from segue.writes import writes_of

if TYPE_CHECKING:
    from aiohttp.connector import Connection
    from multidict import CIMultiDictProxy
    from yarl import URL


_SWITCHING: Final = 101


class Line(ResponseHandler):
    """A connection as aiohttp has it. Its readers ask to go on after every read and at the end of every answer; what
    was not held up has nothing to go on with, and to find that out costs more than the read."""

    @override
    def resume_reading(self, resume_parser: bool = True) -> None:
        if self._reading_paused or self._buffer_paused:
            super().resume_reading(resume_parser)

    @classmethod
    def over(cls, handler: type[ResponseHandler]) -> type[ResponseHandler]:
        """This class where aiohttp's own, `handler`, notes what is held up as it is read here; else `handler`, since
        no release promises these notes: none has both before 3.14.4."""
        notes = ("_reading_paused", "_buffer_paused")
        return cls if all(hasattr(handler, note) for note in notes) else handler


class Kept:
    """Connections to one address that nobody uses now; the one that rested longest is used first, so that a burst finds
    them all. To give one back to aiohttp and have it looked for, checked and wrapped again would cost a fifth of asking
    a model."""

    def __init__(self, keep_s: float) -> None:
        self._keep_s = keep_s
        self._lines: deque[tuple[float, Connection]] = deque()
        """When each was used last, the oldest first."""
        self._timer: asyncio.TimerHandle | None = None

    def take(self) -> Connection | None:
        """One that can be used; None where there is none."""
        while self._lines:
            since_s, connection = self._lines.popleft()
            protocol = connection.protocol
            is_open = protocol is not None and protocol.is_connected() and not protocol.should_close
            if is_open and asyncio.get_running_loop().time() - since_s <= self._keep_s:
                return connection
            # closed, old, or something came while nobody had asked: it would be read as the next answer
            connection.close()
        return None

    def keep(self, connection: Connection) -> None:
        """Keep one whose answer was read to its end."""
        protocol = connection.protocol
        if protocol is None or protocol.should_close:
            connection.close()
            return
        loop = asyncio.get_running_loop()
        self._lines.append((loop.time(), connection))
        if self._timer is None:
            self._timer = loop.call_later(self._keep_s, self._tidy, loop)

    def close(self) -> None:
        """Close them all."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        while self._lines:
            self._lines.popleft()[1].close()

    def _tidy(self, loop: asyncio.AbstractEventLoop) -> None:
        """Close those that nobody used for long, and look again while there are others."""
        self._timer = None
        while self._lines and loop.time() - self._lines[0][0] >= self._keep_s:
            self._lines.popleft()[1].close()
        if self._lines:
            self._timer = loop.call_at(self._lines[0][0] + self._keep_s, self._tidy, loop)


class Post:
    """Sends JSON to one URL, straight and not by a proxy. Make it inside the loop that uses it."""

    def __init__(
        self,
        url: URL,
        *,
        headers: Mapping[str, str],
        connector: aiohttp.BaseConnector,
        timeout: aiohttp.ClientTimeout,
        kept: Kept,
    ) -> None:
        self._connector = connector
        self._kept = kept
        self._timeout = timeout
        self._writes = writes_of(asyncio.get_running_loop())
        self._like = aiohttp.ClientRequest("POST", url, headers=headers)
        """What the connector is told of every request: where it goes, and that it goes by TLS."""
        given = {name: value for name, value in self._like.headers.items() if name.lower() != "content-length"}
        self._is_whole = not any(sign in line for line in (*given, *given.values()) for sign in "\r\n\0")
        """False where a header, as the key's, would end before its end."""
        lines = (f"POST {url.raw_path_qs} HTTP/1.1", *(f"{name}: {value}" for name, value in given.items()))
        self._head = "\r\n".join((*lines, "Content-Length: ")).encode()

    async def send(self, body: bytes) -> Posted:
        """Send a body, and wait for the head of the answer. Raises what aiohttp raises."""
        if not self._is_whole:
            raise ValueError("A header holds a line break.")
        if (kept := self._kept.take()) is not None:
            try:
                return await self._asked(kept, body)
            except (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError):
                pass  # it was closed while the request went out: once more, with a new one
        connection = await self._connected()
        while connection.protocol is not None and connection.protocol.should_close:
            connection.close()  # something came while nobody had asked: it would be read as the next answer
            connection = await self._connected()
        return await self._asked(connection, body)

    async def _asked(self, connection: Connection, body: bytes) -> Posted:
        protocol = connection.protocol
        if protocol is None or protocol.transport is None:
            connection.close()
            raise aiohttp.ClientConnectionResetError
        try:
            protocol.set_response_params(read_until_eof=True)  # where an answer does not say how long it is
            # In one write: uvloop sends each by itself.
            self._writes.write(protocol.transport, b"%b%d\r\n\r\n%b" % (self._head, len(body), body))
            head, content = await protocol.read()
            while 100 <= head.code < 200 and head.code != _SWITCHING:
                head, content = await protocol.read()
        except HttpProcessingError as error:
            connection.close()
            raise aiohttp.ClientPayloadError from error
        except BaseException:
            connection.close()
            raise
        if head.code == _SWITCHING:  # to another protocol: nothing more comes that could be read as an answer
            connection.close()
            raise aiohttp.ClientPayloadError
        return Posted(connection, head.code, head.headers, content, kept=self._kept)

    async def _connected(self) -> Connection:
        try:
            return await self._connector.connect(self._like, [], self._timeout)
        except TimeoutError as error:
            raise aiohttp.ConnectionTimeoutError from error


class Posted:
    """An answer whose head has come. As much of `aiohttp.ClientResponse` as is used of it."""

    __slots__ = ("_connection", "_kept", "content", "headers", "status")

    def __init__(
        self,
        connection: Connection,
        status: int,
        headers: CIMultiDictProxy[str],
        content: aiohttp.StreamReader,
        *,
        kept: Kept,
    ) -> None:
        self._connection: Connection | None = connection
        self._kept = kept
        self.status = status
        self.headers = headers
        self.content = content
        content.on_eof(self._let_go)

    def close(self) -> None:
        """Cut off what was not read; after the whole body there is nothing to do."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _let_go(self) -> None:
        """The body is whole: the connection can serve another request."""
        if self._connection is not None:
            if (protocol := self._connection.protocol) is not None:
                # As before its first request: what comes now is kept apart, and `should_close` tells of every byte.
                protocol._parser = None  # noqa: SLF001 - a parser would swallow half an answer unseen
            self._kept.keep(self._connection)
            self._connection = None
