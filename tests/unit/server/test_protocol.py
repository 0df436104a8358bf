"""The limits that the HTTP protocol has beyond uvicorn's own."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
import uvicorn
from typing_extensions import override
from uvicorn.server import ServerState

from segue.server.protocol import DISCARD_BYTES, LimitedProtocol


class Quick(LimitedProtocol):
    """The same with times that a test can wait for."""

    max_header_bytes = 100
    head_s = 0.01
    stall_s = 0.01


class Line(asyncio.Transport):
    """A connection that keeps what is written and knows how it was ended."""

    def __init__(self) -> None:
        super().__init__()
        self.written = b""
        self.ended = asyncio.Event()

    @override
    def write(self, data: Any) -> None:
        self.written += bytes(data)

    @override
    def close(self) -> None:
        self.ended.set()

    @override
    def abort(self) -> None:
        self.ended.set()

    @override
    def is_closing(self) -> bool:
        return self.ended.is_set()

    @override
    def pause_reading(self) -> None: ...

    @override
    def resume_reading(self) -> None: ...


async def app(scope: Any, receive: Any, send: Any) -> None:
    """Refuses everything without reading it."""
    await send({"type": "http.response.start", "status": 413, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body", "body": b"", "more_body": False})


@pytest.fixture
def line() -> Line:
    """A connection that is open."""
    return Line()


@pytest.fixture
async def protocol(line: Line) -> Quick:
    """The protocol on that connection."""
    config = uvicorn.Config(app, log_config=None, ws="none", lifespan="off")
    made = Quick(config, ServerState(), {}, asyncio.get_running_loop())
    made.connection_made(line)
    return made


async def until(is_so: Callable[[], bool]) -> None:
    """Let others run until something is so."""
    async with asyncio.timeout(5):
        while not is_so():
            await asyncio.sleep(0)


async def answered(protocol: Quick, line: Line, request: bytes) -> None:
    """Send a request and wait for its answer."""
    protocol.data_received(request)
    await until(lambda: b" 413 " in line.written and not protocol.tasks)


async def ended(line: Line) -> None:
    async with asyncio.timeout(5):
        await line.ended.wait()


async def test_silent_connection_is_closed(protocol: Quick, line: Line) -> None:
    """Whoever connects and says nothing does not stay."""
    await ended(line)
    assert line.written == b""


async def test_head_that_never_ends_is_cut_off(protocol: Quick, line: Line) -> None:
    """A head that comes in crumbs is closed after a while, also on a connection that was used before."""
    await answered(protocol, line, b"GET / HTTP/1.1\r\n\r\n")
    protocol.data_received(b"GET / HTTP/1.1\r\nx: ")
    await ended(line)
    protocol.connection_lost(None)


async def test_growing_head_is_refused(protocol: Quick, line: Line) -> None:
    """A head beyond the limit gets 431 in OpenAI's shape before it is whole."""
    protocol.data_received(b"GET / HTTP/1.1\r\nx: ")
    protocol.data_received(b"y" * 200)
    assert line.written.startswith(b"HTTP/1.1 431 ")
    assert b'"code":"headers_too_large"' in line.written
    protocol.connection_lost(None)


async def test_client_that_reads_nothing_counts_as_gone(protocol: Quick, line: Line) -> None:
    """A client that lets its answer pile up is cut off, and the answer with it."""
    protocol.data_received(b"GET / HTTP/1.1\r\n\r\n")
    protocol.pause_writing()
    await ended(line)
    protocol.connection_lost(None)
    await until(lambda: not protocol.tasks)


async def test_client_that_reads_again_stays(protocol: Quick, line: Line) -> None:
    """A pause alone is nothing."""
    await answered(protocol, line, b"GET / HTTP/1.1\r\n\r\n")
    protocol.pause_writing()
    protocol.resume_writing()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await line.ended.wait()
    protocol.connection_lost(None)


async def test_endless_body_after_a_refusal_is_cut_off(protocol: Quick, line: Line) -> None:
    """What is sent after a refusal is thrown away up to a limit, then the line is closed."""
    piece = b"x" * (8 * 1024 * 1024)
    await answered(protocol, line, b"POST / HTTP/1.1\r\ncontent-length: 999999999999\r\n\r\n")
    for _ in range(DISCARD_BYTES // len(piece)):
        protocol.data_received(piece)
        assert not line.ended.is_set()
    protocol.data_received(piece)
    assert line.ended.is_set()
    protocol.connection_lost(None)
