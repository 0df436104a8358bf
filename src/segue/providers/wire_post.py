"""One request on a connection that aiohttp keeps, and the head of its answer, without what its session does for each.

For every request the session merges headers, looks for cookies, makes a request and a response, and starts a task to
write the body: more work than the rest of asking a model. What all requests to an address have in common is worked out
once here; connections, TLS and the reading of answers stay aiohttp's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import aiohttp
from aiohttp.http_exceptions import BadHttpMessage, HttpProcessingError

if TYPE_CHECKING:
    from aiohttp.connector import Connection
    from multidict import CIMultiDictProxy
    from yarl import URL


_SWITCHING: Final = 101


class Post:
    """Sends JSON to one URL, straight and not by a proxy. Make it inside the loop that uses it."""

    def __init__(
        self, url: URL, *, headers: Mapping[str, str], connector: aiohttp.BaseConnector, timeout: aiohttp.ClientTimeout
    ) -> None:
        self._connector = connector
        self._timeout = timeout
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
        connection = await self._connected()
        while connection.protocol is not None and connection.protocol.should_close:
            connection.close()  # something came while nobody had asked: it would be read as the next answer
            connection = await self._connected()
        try:
            return await self._answered(connection, body)
        except HttpProcessingError as error:
            connection.close()
            raise aiohttp.ClientPayloadError from error
        except BaseException:
            connection.close()
            raise

    async def _connected(self) -> Connection:
        try:
            return await self._connector.connect(self._like, [], self._timeout)
        except TimeoutError as error:
            raise aiohttp.ConnectionTimeoutError from error

    async def _answered(self, connection: Connection, body: bytes) -> Posted:
        protocol = connection.protocol
        if protocol is None or protocol.transport is None:
            raise aiohttp.ClientConnectionResetError
        protocol.set_response_params(read_until_eof=True)  # where an answer does not say how long it is
        # In one write: uvloop sends each by itself.
        protocol.transport.write(b"%b%d\r\n\r\n%b" % (self._head, len(body), body))
        while True:
            head, content = await protocol.read()
            if head.code == _SWITCHING:  # nothing more comes that could be read as an answer
                raise BadHttpMessage("The server switches to another protocol, which nobody asked for.")
            if not 100 <= head.code < 200:
                return Posted(connection, head.code, head.headers, content)


class Posted:
    """An answer whose head has come. As much of `aiohttp.ClientResponse` as is used of it."""

    __slots__ = ("_connection", "content", "headers", "status")

    def __init__(
        self, connection: Connection, status: int, headers: CIMultiDictProxy[str], content: aiohttp.StreamReader
    ) -> None:
        self._connection: Connection | None = connection
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
            self._connection.release()
            self._connection = None
