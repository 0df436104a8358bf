"""The limits that the HTTP protocol has beyond uvicorn's own."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
import uvicorn
from typing_extensions import override
from uvicorn.server import ServerState

from segue.server.protocol import DISCARD_BYTES, LimitedProtocol

SOON_S = 0.01
"""A time that a test can wait for: of what the test is about, as a busy machine would be late with everything else."""


class Small(LimitedProtocol):
    """The same with sizes that a test can reach."""

    max_header_bytes = 100
    max_body_bytes = 100


class Hasty(Small):
    """The same for clients that never say a word."""

    head_s = SOON_S


class Line(asyncio.Transport):
    """A connection that keeps what is written and knows how it was ended."""

    def __init__(self) -> None:
        super().__init__()
        self.written = b""
        self.writes = 0
        self.ended = asyncio.Event()
        self.is_read = True
        """Who is not read cannot be seen to leave."""

    @override
    def write(self, data: Any) -> None:
        self.written += bytes(data)
        self.writes += 1

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
    def pause_reading(self) -> None:
        self.is_read = False

    @override
    def resume_reading(self) -> None:
        self.is_read = True


async def app(scope: Any, receive: Any, send: Any) -> None:
    """Refuses everything without reading it."""
    await send({"type": "http.response.start", "status": 413, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body", "body": b"", "more_body": False})


@pytest.fixture
def line() -> Line:
    """A connection that is open."""
    return Line()


@pytest.fixture
async def protocol(line: Line) -> Small:
    """The protocol on that connection."""
    config = uvicorn.Config(app, log_config=None, ws="none", lifespan="off")
    made = Small(config, ServerState(), {}, asyncio.get_running_loop())
    made.connection_made(line)
    return made


async def until(is_so: Callable[[], bool]) -> None:
    """Let others run until something is so."""
    async with asyncio.timeout(60):
        while not is_so():
            await asyncio.sleep(0)


async def answered(protocol: Small, line: Line, request: bytes) -> None:
    """Send a request and wait for its answer."""
    protocol.data_received(request)
    await until(lambda: b" 413 " in line.written and not protocol.tasks)


async def ended(line: Line) -> None:
    async with asyncio.timeout(60):
        await line.ended.wait()


async def test_silent_connection_is_closed(line: Line) -> None:
    """Whoever connects and says nothing does not stay."""
    config = uvicorn.Config(app, log_config=None, ws="none", lifespan="off")
    Hasty(config, ServerState(), {}, asyncio.get_running_loop()).connection_made(line)
    await ended(line)
    assert line.written == b""


async def test_head_that_never_ends_is_cut_off(protocol: Small, line: Line) -> None:
    """A head that comes in crumbs is closed after a while, also on a connection that was used before."""
    await answered(protocol, line, b"GET / HTTP/1.1\r\n\r\n")
    protocol.head_s = SOON_S
    protocol.data_received(b"GET / HTTP/1.1\r\nx: ")
    await ended(line)
    protocol.connection_lost(None)


async def test_growing_head_is_refused(protocol: Small, line: Line) -> None:
    """A head beyond the limit gets 431 in OpenAI's shape before it is whole."""
    protocol.data_received(b"GET / HTTP/1.1\r\nx: ")
    protocol.data_received(b"y" * 200)
    assert line.written.startswith(b"HTTP/1.1 431 ")
    assert b'"code":"headers_too_large"' in line.written
    protocol.connection_lost(None)


async def test_client_that_reads_nothing_counts_as_gone(protocol: Small, line: Line) -> None:
    """A client that lets its answer pile up is cut off, and the answer with it."""
    protocol.stall_s = SOON_S
    protocol.data_received(b"GET / HTTP/1.1\r\n\r\n")
    protocol.pause_writing()
    await ended(line)
    protocol.connection_lost(None)
    await until(lambda: not protocol.tasks)


async def test_client_that_reads_again_stays(protocol: Small, line: Line) -> None:
    """A pause alone is nothing."""
    protocol.stall_s = SOON_S
    await answered(protocol, line, b"GET / HTTP/1.1\r\n\r\n")
    protocol.pause_writing()
    protocol.resume_writing()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await line.ended.wait()
    protocol.connection_lost(None)


@pytest.mark.parametrize("method", [b"GET", b"HEAD"])
async def test_response_goes_out_in_one_write(protocol: Small, line: Line, method: bytes) -> None:
    """A head waits for its body, and for the end where there is none."""
    await answered(protocol, line, method + b" / HTTP/1.1\r\n\r\n")
    assert line.writes == 1
    assert line.written.endswith(b"\r\n\r\n")
    protocol.connection_lost(None)


async def test_go_ahead_waits_for_nothing(line: Line) -> None:
    """A client that asks whether to send its body hears it before there is an answer."""
    config = uvicorn.Config(Reading(), log_config=None, ws="none", lifespan="off")
    protocol = Small(config, ServerState(), {}, asyncio.get_running_loop())
    protocol.connection_made(line)
    protocol.data_received(b"POST / HTTP/1.1\r\nexpect: 100-continue\r\ncontent-length: 2\r\n\r\n")
    await until(lambda: line.written == b"HTTP/1.1 100 Continue\r\n\r\n")
    protocol.data_received(b"xy")
    await until(lambda: b" 413 " in line.written and not protocol.tasks)
    protocol.connection_lost(None)


async def test_endless_body_after_a_refusal_is_cut_off(protocol: Small, line: Line) -> None:
    """What is sent after a refusal is thrown away up to a limit, then the line is closed."""
    piece = b"x" * (8 * 1024 * 1024)
    await answered(protocol, line, b"POST / HTTP/1.1\r\ncontent-length: 999999999999\r\n\r\n")
    for _ in range(DISCARD_BYTES // len(piece)):
        protocol.data_received(piece)
        assert not line.ended.is_set()
    protocol.data_received(piece)
    assert line.ended.is_set()
    protocol.connection_lost(None)


CHUNKED = b"POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    ("start", "more"),
    [
        (b"0\r\n", b"x: y\r\n" * 50),
        (b"0\r\nx: ", b"y" * 400),
        (b"1;", b"y" * 400),
        (b"1\r\na\r\n1;", b"y" * 400),
    ],
)
async def test_what_is_no_body_does_not_go_on_for_ever(protocol: Small, line: Line, start: bytes, more: bytes) -> None:
    """Trailers and extensions of chunks are cut off at the length of a head, answered or not, and are not kept."""
    protocol.data_received(CHUNKED)
    protocol.data_received(start)
    protocol.data_received(more)
    assert line.ended.is_set()
    assert protocol.headers == [(b"transfer-encoding", b"chunked")]
    protocol.connection_lost(None)
    await until(lambda: not protocol.tasks)


async def test_trailers_of_a_request_are_ignored(protocol: Small, line: Line) -> None:
    """A request with a trailer is answered, and the connection goes on."""
    await answered(protocol, line, CHUNKED + b"1\r\na\r\n0\r\nexpect: 100-continue\r\n\r\n")
    line.written = b""
    await answered(protocol, line, b"GET / HTTP/1.1\r\n\r\n")
    assert not line.ended.is_set()
    protocol.connection_lost(None)


async def test_request_that_goes_on_after_its_answer_is_closed(protocol: Small, line: Line) -> None:
    """The rest of a request that has its answer may not come in crumbs for ever."""
    protocol.rest_s = SOON_S
    await answered(protocol, line, b"POST / HTTP/1.1\r\ncontent-length: 9\r\n\r\n")
    protocol.data_received(b"x")
    await ended(line)
    protocol.connection_lost(None)


async def test_connection_whose_request_ended_after_its_answer_is_idle(protocol: Small, line: Line) -> None:
    """A connection that is done is closed after a while like any other that nobody uses."""
    await answered(protocol, line, b"POST / HTTP/1.1\r\ncontent-length: 1\r\n\r\n")
    protocol.data_received(b"x")
    assert protocol.timeout_keep_alive_task is not None
    protocol.connection_lost(None)


async def test_connection_that_is_idle_is_closed(protocol: Small, line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that nobody uses is closed a while after its last answer, however often it was used before."""
    now_s = asyncio.get_running_loop().time()
    monkeypatch.setattr(asyncio.get_running_loop(), "time", lambda: now_s)

    async def is_closed_after(pause_s: float) -> bool:
        nonlocal now_s
        now_s += pause_s
        for _ in range(3):  # what is due then is done on the next turns of the loop
            await asyncio.sleep(0)
        return line.ended.is_set()

    protocol.timeout_keep_alive = 4
    for _ in range(3):
        line.written = b""
        await answered(protocol, line, b"GET / HTTP/1.1\r\n\r\n")
        assert not await is_closed_after(2.5)
    assert not await is_closed_after(1.4)
    assert await is_closed_after(0.2)
    protocol.connection_lost(None)


async def test_client_that_leaves_at_once_leaves_nothing_behind(protocol: Small) -> None:
    """A request whose client is gone before it could begin is forgotten."""
    protocol.data_received(b"GET / HTTP/1.1\r\n\r\n")
    protocol.connection_lost(None)
    await asyncio.sleep(0)
    assert protocol.tasks == set()


class Reading:
    """An application that reads a body to its end before it answers; says what it read, and whether it was ended."""

    def __init__(self) -> None:
        self.read = b""
        self.is_ended = False

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        try:
            while (message := await receive())["more_body"]:
                self.read += message["body"]
        except asyncio.CancelledError:
            self.is_ended = True
            return
        await app(scope, receive, send)


@pytest.mark.parametrize("body", [b"", b"x"])
async def test_body_that_does_not_arrive_is_refused(line: Line, body: bytes) -> None:
    """Whoever promises a body and does not send it gets 408, and nobody goes on waiting for it."""
    application = Reading()
    config = uvicorn.Config(application, log_config=None, ws="none", lifespan="off")
    protocol = Small(config, ServerState(), {}, asyncio.get_running_loop())
    protocol.body_s = SOON_S
    protocol.connection_made(line)
    protocol.data_received(b"POST / HTTP/1.1\r\ncontent-length: 2\r\n\r\n" + body)
    await ended(line)
    assert line.written.startswith(b"HTTP/1.1 408 ")
    assert b'"code":"request_timeout"' in line.written
    protocol.connection_lost(None)
    await until(lambda: application.is_ended and not protocol.tasks)


async def test_body_that_arrives_in_time_is_answered(line: Line) -> None:
    """A body in two pieces is as good as one; the wait for it ends with it."""
    config = uvicorn.Config(Reading(), log_config=None, ws="none", lifespan="off")
    protocol = Small(config, ServerState(), {}, asyncio.get_running_loop())
    protocol.body_s = SOON_S
    protocol.connection_made(line)
    await answered(protocol, line, b"POST / HTTP/1.1\r\ncontent-length: 2\r\n\r\nxy")
    protocol.data_received(b"POST / HTTP/1.1\r\ncontent-length: 2\r\n\r\nx")
    protocol.data_received(b"y")
    await until(lambda: line.written.count(b" 413 ") == 2)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await line.ended.wait()
    protocol.connection_lost(None)


async def test_body_of_a_request_that_waits_for_its_turn_has_time_until_then(line: Line) -> None:
    """Two requests at once: the time for the second's body begins when the first is answered."""
    may_answer = asyncio.Event()

    async def slow(scope: Any, receive: Any, send: Any) -> None:
        await may_answer.wait()
        await Reading()(scope, receive, send)

    config = uvicorn.Config(slow, log_config=None, ws="none", lifespan="off")
    protocol = Small(config, ServerState(), {}, asyncio.get_running_loop())
    protocol.body_s = SOON_S
    protocol.connection_made(line)
    protocol.data_received(b"GET / HTTP/1.1\r\n\r\nPOST / HTTP/1.1\r\ncontent-length: 2\r\n\r\n")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await line.ended.wait()
    may_answer.set()
    await ended(line)
    assert (line.written.count(b" 413 "), line.written.count(b" 408 ")) == (1, 1)
    protocol.connection_lost(None)
    await until(lambda: not protocol.tasks)


class Waiting:
    """An application that waits until its clients are gone, and counts them."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        self.gone = 0

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        try:
            while True:
                self.bodies.append((await receive())["body"])
        except asyncio.CancelledError:
            self.gone += 1


async def waiting(line: Line) -> tuple[Waiting, Small]:
    """That application on a connection."""
    application = Waiting()
    config = uvicorn.Config(application, log_config=None, ws="none", lifespan="off")
    made = Small(config, ServerState(), {}, asyncio.get_running_loop())
    made.connection_made(line)
    return application, made


async def test_client_that_leaves_with_requests_waiting_ends_the_one_under_way(line: Line) -> None:
    """Who sends two requests at once and goes is gone for the first as well."""
    application, protocol = await waiting(line)
    protocol.data_received(b"GET / HTTP/1.1\r\n\r\n" * 2)
    await until(lambda: application.bodies == [b""])
    protocol.connection_lost(None)
    await until(lambda: application.gone == 1 and not protocol.tasks)


@pytest.mark.parametrize("parts", [1, 2, 1000])
@pytest.mark.parametrize(
    "length_and_body",
    [b"content-length: 5\r\n\r\nHello", b"transfer-encoding: chunked\r\n\r\n5\r\nHello\r\n0\r\n\r\n"],
)
async def test_offer_of_another_protocol_is_declined(
    line: Line, length_and_body: bytes, parts: int, caplog: pytest.LogCaptureFixture
) -> None:
    """A client that would rather speak HTTP/2 is answered in HTTP/1.1, without a word in the log."""
    application, protocol = await waiting(line)
    offer = b"connection: Upgrade, HTTP2-Settings\r\nupgrade: h2c\r\nhttp2-settings: AAA\r\n"
    request = b"POST / HTTP/1.1\r\n" + offer + length_and_body
    size = -(-len(request) // parts)
    protocol.max_header_bytes = 1000
    for start in range(0, len(request), size):
        protocol.data_received(request[start : start + size])
    await until(lambda: b"".join(application.bodies) == b"Hello" and not protocol.cycle.more_body)
    assert (caplog.text, line.ended.is_set()) == ("", False)
    protocol.connection_lost(None)
    await until(lambda: not protocol.tasks)


async def test_offers_of_another_protocol_may_follow_each_other(protocol: Small, line: Line) -> None:
    """Each request of a connection may carry the offer."""
    offer = b"GET / HTTP/1.1\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n"
    protocol.max_header_bytes = 1000
    protocol.data_received(offer * 3)
    await until(lambda: line.written.count(b" 413 ") == 3 and not protocol.tasks)
    protocol.connection_lost(None)
