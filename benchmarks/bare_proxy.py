"""The floor: the least that a gateway in Python can do, an ASGI application which passes bytes on through aiohttp.

`python benchmarks/bare_proxy.py --port N --upstream http://127.0.0.1:M`. It reads nothing, checks nothing and keeps
nothing. It stands on the same server (uvicorn, uvloop, httptools) and client (aiohttp) as Segue, so that the difference
between the two is what Segue does for a turn.
"""

import argparse
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping

import aiohttp
import uvicorn

Message = MutableMapping[str, object]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
_JSON = {"content-type": "application/json"}
_PASSED_ON = ("content-type", "content-length")


class BareProxy:
    """Passes every request on to one upstream, and what comes back as it comes."""

    def __init__(self, upstream: str, *, each_chunk: bool = False) -> None:
        self._upstream = upstream
        self._each_chunk = each_chunk
        self._session: aiohttp.ClientSession | None = None

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._pass_on(scope, receive, send)
        else:
            raise RuntimeError(f"The bare proxy speaks HTTP only, not {scope['type']!r}.")

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        connector = aiohttp.TCPConnector(limit=0)
        async with aiohttp.ClientSession(connector=connector, auto_decompress=False) as self._session:
            await send({"type": "lifespan.startup.complete"})
            await receive()
        await send({"type": "lifespan.shutdown.complete"})

    async def _pass_on(self, scope: Message, receive: Receive, send: Send) -> None:
        if self._session is None:
            raise RuntimeError("The bare proxy needs a server that runs the ASGI lifespan.")
        body = await _whole_body(receive)
        url = f"{self._upstream}{scope['path']}"
        async with self._session.request(str(scope["method"]), url, data=body, headers=_JSON) as answer:
            headers = [(name.encode(), answer.headers[name].encode()) for name in _PASSED_ON if name in answer.headers]
            await send({"type": "http.response.start", "status": answer.status, "headers": headers})
            async for part in self._parts(answer.content):
                await send({"type": "http.response.body", "body": part, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    def _parts(self, content: aiohttp.StreamReader) -> AsyncIterator[bytes]:
        return _chunks(content) if self._each_chunk else content.iter_any()


async def _chunks(content: aiohttp.StreamReader) -> AsyncIterator[bytes]:
    async for chunk, _ in content.iter_chunks():
        yield chunk


async def _whole_body(receive: Receive) -> bytes:
    parts: list[bytes] = []
    while True:
        message = await receive()
        part = message.get("body", b"")
        if isinstance(part, bytes):
            parts.append(part)
        if not message.get("more_body"):
            return b"".join(parts)


def main() -> None:
    """Serve until the process is ended."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--upstream", required=True, help="scheme, host and port, without a path")
    parser.add_argument("--each-chunk", action="store_true", help="send every chunk of the upstream by itself")
    given = parser.parse_args()
    app = BareProxy(given.upstream.rstrip("/"), each_chunk=given.each_chunk)
    uvicorn.run(
        app, host="127.0.0.1", port=given.port, loop="uvloop", http="httptools", access_log=False, log_level="warning"
    )


if __name__ == "__main__":
    main()
