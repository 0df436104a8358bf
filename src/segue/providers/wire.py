"""The only HTTP client: one kept session a provider, over TCP or a Unix socket. Nothing else imports aiohttp, but
`wire_post`, which sends what is short, and `wire_faults`, which says what its errors mean.

It knows nothing of what is said: JSON bytes go out, and a whole body or the data of server-sent events comes back.
"""

from __future__ import annotations

import asyncio
import io
import socket
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from contextvars import ContextVar
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeAlias
from weakref import WeakSet

from typing_extensions import override

from segue.errors import BadAnswer, Silent, StreamCut
from segue.providers.ndjson import LineParser
from segue.providers.sse import EventTooLong, SseParser
from segue.providers.wire_faults import RefusedAddressError, closed, cut, faults, harmless, no_answer

if TYPE_CHECKING:
    import aiohttp
    from aiohttp.tracing import Trace
    from yarl import URL

    from segue.domain.models import ModelRef
    from segue.providers.wire_post import Kept, Post, Posted

Send: TypeAlias = "Callable[[bytes], Awaitable[aiohttp.ClientResponse | Posted]]"
"""Sends a body and waits for the head of its answer."""

MAX_BODY_BYTES = 16 * 2**20
"""Longest whole answer that is read."""
_LARGE_REQUEST_BYTES = 2**20
"""Above this aiohttp wants a file to read from, so that one write does not hold the loop."""
_REFUSAL_BYTES = 64 * 2**10
"""How much of a refusal is read: enough for its code."""
_IDLE_S = 15.0
"""How long an unused connection is kept."""
_DRAIN_S = 0.05
"""How long the end of a stream may take after its last event; longer, and the connection is given up."""


class Wire:
    """Connections to one provider's address. An async context manager; open it inside the loop that uses it."""

    def __init__(
        self,
        base_url: str,
        *,
        key: str | None = None,
        headers: Mapping[str, str] | None = None,
        unix_socket: Path | None = None,
        connect_s: float = 2.0,
        proxy: str | None = None,
        max_body_bytes: int = MAX_BODY_BYTES,
        refuses: Callable[[str], bool] | None = None,
        key_header: str | None = None,
    ) -> None:
        """With `unix_socket`, the host in `base_url` only fills the Host header. `refuses`: addresses that a name must
        not lead to. `key_header`: the header that has the key as it is; None: `Authorization: Bearer`."""
        self.base_url = base_url.rstrip("/")
        self._headers = {**(headers or {}), "Content-Type": "application/json"}
        self._strangers_headers = dict(headers or {})
        self._key = (key or "").encode()
        if key is not None:
            self._headers[key_header or "Authorization"] = key if key_header else f"Bearer {key}"
        self._unix_socket = unix_socket
        self._connect_s = connect_s
        self._proxy = proxy
        self._max_body_bytes = max_body_bytes
        self._refuses = refuses
        self._session: aiohttp.ClientSession | None = None
        self._urls: dict[str, URL] = {}
        self._posts: dict[URL, Post] = {}
        self._kept: Kept | None = None
        """Connections that `_posts` keep."""

    @override
    def __repr__(self) -> str:
        return f"Wire({self.base_url!r})"

    def without_key(self) -> Wire:
        """A wire to the same address, the same way, of somebody who has no key; not open yet."""
        return Wire(
            self.base_url,
            headers=self._strangers_headers,
            unix_socket=self._unix_socket,
            connect_s=self._connect_s,
            proxy=self._proxy,
            max_body_bytes=self._max_body_bytes,
            refuses=self._refuses,
        )

    async def __aenter__(self) -> Self:
        import aiohttp

        self._posts.clear()
        self._session = aiohttp.ClientSession(
            connector=self._connector(),
            headers=self._headers,
            cookie_jar=aiohttp.DummyCookieJar(),
            # How long an answer may take is the turn's business: only connecting is limited here.
            timeout=aiohttp.ClientTimeout(total=None, connect=self._connect_s, sock_connect=self._connect_s),
            trust_env=False,  # it would also read ~/.netrc and send what it finds
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._kept is not None:
            self._kept.close()
            self._kept = None
        if self._session is not None:
            await self._session.close()
            self._session = None

    def post(self, path: str, body: bytes, *, model: ModelRef, headers: Mapping[str, str] | None = None) -> WireAnswer:
        """Send JSON to `path` under the base address: `async with wire.post(...) as answer`. Errors name `model`.

        `headers`: this request's own, beside those of all.
        """
        if self._session is None:
            raise RuntimeError("A Wire is used inside its own `async with`.")
        url = self._url(path)
        return WireAnswer(
            self._sender(url, self._session, len(body), headers),
            url,
            body,
            model=model,
            max_body_bytes=self._max_body_bytes,
            key=self._key,
        )

    @property
    def is_open(self) -> bool:
        """Whether it can be used."""
        return self._session is not None

    def get(self, path: str, *, model: ModelRef, query: Mapping[str, str] | None = None) -> WireAnswer:
        """Ask for `path` under the base address, or its origin where it begins with `/`: `async with wire.get(...) as
        answer`. Errors name `model`."""
        if (session := self._session) is None:
            raise RuntimeError("A Wire is used inside its own `async with`.")
        url = self._url(path).with_query(query) if query else self._url(path)

        def send(_: bytes) -> Awaitable[aiohttp.ClientResponse]:
            return session.get(url, allow_redirects=False, proxy=self._proxy)

        return WireAnswer(send, url, b"", model=model, max_body_bytes=self._max_body_bytes, key=self._key)

    def _url(self, path: str) -> URL:
        if (url := self._urls.get(path)) is None:
            from yarl import URL

            base = URL(f"{self.base_url}/")
            is_whole = path.startswith("/")
            url = base.with_path(path, encoded=True) if is_whole else URL(f"{self.base_url}/{path}")
            self._urls[path] = url
        return url

    def _sender(
        self, url: URL, session: aiohttp.ClientSession, size_bytes: int, headers: Mapping[str, str] | None
    ) -> Send:
        """How a body of that size goes there: by aiohttp's session where it is long, has headers of its own, or a proxy
        is in between."""
        if self._proxy is None and headers is None and size_bytes <= _LARGE_REQUEST_BYTES:
            if (post := self._posts.get(url)) is None:
                post = self._posts[url] = self._post(url, session)
            return post.send

        def send(body: bytes) -> Awaitable[aiohttp.ClientResponse]:
            return session.post(url, data=io.BytesIO(body), headers=headers, allow_redirects=False, proxy=self._proxy)

        return send

    def _post(self, url: URL, session: aiohttp.ClientSession) -> Post:
        from segue.providers.wire_post import Kept, Post

        assert session.connector is not None, "the session is open"
        if self._kept is None:
            self._kept = Kept(_IDLE_S)
        return Post(url, headers=self._headers, connector=session.connector, timeout=session.timeout, kept=self._kept)

    def _connector(self) -> aiohttp.BaseConnector:
        import aiohttp
        from aiohttp.client_proto import ResponseHandler

        from segue.providers.wire_post import Line

        connector: aiohttp.BaseConnector
        if self._unix_socket is not None:
            connector = aiohttp.UnixConnector(str(self._unix_socket), limit=0, keepalive_timeout=_IDLE_S)
        else:
            resolver = None if self._refuses is None else _refusing_resolver(self._refuses)
            connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=_IDLE_S, resolver=resolver)
        line = Line.over(ResponseHandler)
        # No parameter is for it.
        connector._factory = partial(line, loop=asyncio.get_running_loop())  # noqa: SLF001
        _note_reuse(connector)
        return connector


class WireAnswer:
    """One request and its answer. Entering sends it and waits for the head; leaving before its end cuts it off.

    A connection is used again only after the whole answer was read; otherwise it is closed at once, so that whoever
    writes at the other side notices.
    """

    __slots__ = (
        *("_body", "_key", "_max_body_bytes", "_model", "_parser", "_response", "_send_body", "_url"),
        *("is_over", "is_reused", "status"),
    )

    def __init__(
        self, send: Send, url: URL, body: bytes, *, model: ModelRef, max_body_bytes: int, key: bytes = b""
    ) -> None:
        self._send_body, self._url, self._body, self._model = send, url, body, model
        self._max_body_bytes, self._key = max_body_bytes, key
        self._response: aiohttp.ClientResponse | Posted | None = None
        self._parser: SseParser | LineParser | None = None
        """What reads its stream; made when somebody does."""
        self.status = 0
        self.is_reused = False
        """True when it went out on a connection that had been used before."""
        self.is_over = False
        """True once the stream of events has ended; what comes then lacks its last line and may be cut."""

    async def __aenter__(self) -> Self:
        _ASKING.set(self)
        try:
            try:
                response = await self._send_body(self._body)
            except closed():
                if not self.is_reused:
                    raise
                self.is_reused = False  # a kept connection may have been closed while the request went out
                response = await self._send_body(self._body)
        except faults() as error:
            raise no_answer(error, self._model, self._address) from harmless(error)
        self._response, self.status = response, response.status
        return self

    async def __aexit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """As leaving: what was not read is cut off."""
        if self._response is not None:
            self._response.close()

    @property
    def content_type(self) -> str:
        """The kind of the body, lower case and without parameters; empty when the head names none."""
        return self.header("Content-Type").partition(";")[0].strip().lower()

    def header(self, name: str) -> str:
        """A field of the head; empty when it is not there."""
        return self._open.headers.get(name, "")

    async def body(self) -> bytes:
        """The whole answer. Raises BadAnswer when it is longer than the wire's limit."""
        limit_bytes, content = self._max_body_bytes, self._open.content
        if content.is_eof() and content.exception() is None:  # it came with its head, as most do
            body = content.read_nowait()
            is_whole = len(body) <= limit_bytes
        else:
            body, is_whole = await self._read(limit_bytes)
        if not is_whole:
            raise BadAnswer(f"Its answer is longer than {limit_bytes} bytes.", model=self._model, status=self.status)
        return body

    async def refusal(self) -> bytes:
        """As much of a refusal's body as tells its code, without the key, which some quote; empty when it cannot be
        read."""
        with suppress(StreamCut, Silent):
            body, _ = await self._read(_REFUSAL_BYTES)
            return body.replace(self._key, b"") if self._key else body
        return b""

    def by_lines(self) -> None:
        """From here on `events` gives the lines of a stream of JSON, which is no stream of server-sent events."""
        self._parser = LineParser()

    async def events(self) -> list[bytes]:
        """The data of the server-sent events that came next, as many as one read brought; empty at the end.

        A plain call and no generator: this runs for every read of every stream.
        """
        if self._parser is None:
            self._parser = SseParser()
        content, feed = self._open.content, self._parser.feed
        try:
            while chunk := await content.readany():
                if events := feed(chunk):
                    return events
            self.is_over = True
            return self._parser.end()
        except EventTooLong as error:
            raise BadAnswer(f"In its stream {error}.", model=self._model, status=self.status) from error
        except faults() as error:
            raise cut(error, self._model) from harmless(error)

    async def drain(self) -> None:
        """After the last event: wait a moment for the end of the body, so that the connection can be used again."""
        with suppress(TimeoutError, *faults()):
            async with asyncio.timeout(_DRAIN_S):
                while await self._open.content.readany():
                    pass

    @property
    def _open(self) -> aiohttp.ClientResponse | Posted:
        assert self._response is not None, "an answer is read inside its own `async with`"
        return self._response

    @property
    def _address(self) -> str:
        return str(self._url.origin())

    async def _read(self, limit_bytes: int) -> tuple[bytes, bool]:
        """The body, or its beginning; and whether it is whole."""
        parts, size_bytes = [], 0
        try:
            while chunk := await self._open.content.readany():
                parts.append(chunk)
                size_bytes += len(chunk)
                if size_bytes > limit_bytes:
                    return b"".join(parts)[:limit_bytes], False
        except faults() as error:
            raise cut(error, self._model) from harmless(error)
        return b"".join(parts), True


_ASKING: ContextVar[WireAnswer] = ContextVar("segue_asking")
"""Whose request this task is sending."""


def _refusing_resolver(refuses: Callable[[str], bool]) -> aiohttp.abc.AbstractResolver:
    """Looks names up as usual, and knows no address that `refuses` says no to."""
    import aiohttp

    class Refusing(aiohttp.ThreadedResolver):
        @override
        async def resolve(
            self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
        ) -> list[aiohttp.abc.ResolveResult]:
            found = await super().resolve(host, port, family)
            if any(refuses(result["host"]) for result in found):
                raise RefusedAddressError
            return found

    return Refusing()


def _note_reuse(connector: aiohttp.BaseConnector) -> None:
    """Tell each answer whether its connection had been used before; aiohttp says so only to its tracing, which costs
    every request a twentieth of the whole path."""
    connect, used = connector.connect, WeakSet[asyncio.BaseProtocol]()

    async def noting(
        req: aiohttp.ClientRequest,
        traces: list[Trace],
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 - aiohttp's own signature
    ) -> aiohttp.connector.Connection:
        connection = await connect(req, traces, timeout)
        protocol = connection.protocol
        if protocol is not None and (asking := _ASKING.get(None)) is not None:
            asking.is_reused = protocol in used
            if not asking.is_reused:
                used.add(protocol)
        return connection

    connector.connect = noting  # type: ignore[method-assign] # a subclass would need one for each kind of connector
