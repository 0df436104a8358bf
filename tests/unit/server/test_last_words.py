"""A fault on a connection takes nothing from the requests before it."""

import asyncio
from typing import Any

import pytest
import uvicorn
from uvicorn.protocols.http.flow_control import CLOSE_HEADER
from uvicorn.server import ServerState

from segue.server.protocol import MOST_WAITING
from tests.unit.server.test_protocol import CHUNKED, SOON_S, Line, Small, answered, ended, protocol, until

__all__ = ["protocol"]

GET = b"GET / HTTP/1.1\r\n\r\n"


class Telling:
    """An application that says the first half of its answer, and the second when it may; answers to nobody else."""

    def __init__(self) -> None:
        self.may_end = asyncio.Event()
        self.told = 0

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        while (await receive())["more_body"]:
            pass
        self.told += 1
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"4")]})
        await send({"type": "http.response.body", "body": b"on", "more_body": True})
        await self.may_end.wait()
        await send({"type": "http.response.body", "body": b"ce", "more_body": False})


@pytest.fixture
def line() -> Line:
    """A connection that is open."""
    return Line()


async def telling(line: Line) -> tuple[Telling, Small]:
    """That application, in the middle of its first answer."""
    application = Telling()
    config = uvicorn.Config(application, log_config=None, ws="none", lifespan="off")
    made = Small(config, ServerState(), {}, asyncio.get_running_loop())
    made.connection_made(line)
    made.data_received(GET)
    await until(lambda: line.written.endswith(b"on"))
    return application, made


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        ([b"nonsense\r\n\r\n"], b"400"),
        ([b"GET http://no.path HTTP/1.1\r\n\r\n"], b"400"),
        ([b"GET / HTTP/1.1\r\nx: ", b"y" * 200], b"431"),
        ([CHUNKED, b"nonsense\r\n"], b"400"),
        ([CHUNKED + b"nonsense\r\n", GET], b"400"),
    ],
)
async def test_answer_under_way_is_whole_before_a_later_request_is_refused(
    line: Line, fault: list[bytes], status: bytes
) -> None:
    """What comes behind a request and cannot be read does not get into its answer, and ends the connection after it."""
    application, protocol = await telling(line)
    for piece in fault:
        protocol.data_received(piece)
    assert not line.ended.is_set()
    application.may_end.set()
    await ended(line)
    first, _, second = line.written.partition(b"once")
    assert (first.count(b"HTTP/1.1 "), second.count(b"HTTP/1.1 ")) == (1, 1)
    assert second.startswith(b"HTTP/1.1 %b " % status)
    assert b"connection: close" in second
    protocol.connection_lost(None)
    await until(lambda: not protocol.tasks)


async def test_requests_that_were_whole_are_answered_before_one_that_is_not(line: Line) -> None:
    """Of three requests and a fault all three are answered."""
    application, protocol = await telling(line)
    protocol.data_received(GET * 2 + b"nonsense\r\n\r\n")
    application.may_end.set()
    await ended(line)
    assert [words[:3] for words in line.written.split(b"HTTP/1.1 ")[1:]] == [b"200", b"200", b"200", b"400"]
    protocol.connection_lost(None)
    await until(lambda: not protocol.tasks)


async def test_request_that_is_answered_gets_no_second_answer(protocol: Small, line: Line) -> None:
    """A refused body that turns out to be nonsense closes the line; the next client would read the words as its own."""
    await answered(protocol, line, CHUNKED)
    protocol.data_received(b"nonsense\r\n")
    assert line.ended.is_set()
    assert line.written.count(b"HTTP/1.1 ") == 1
    protocol.connection_lost(None)


async def test_client_that_leaves_before_the_refusal_ends_the_answer_under_way(line: Line) -> None:
    """Nobody goes on for a client that sent nonsense and went."""
    _, protocol = await telling(line)
    protocol.data_received(b"nonsense\r\n\r\n")
    protocol.connection_lost(None)
    await until(lambda: not protocol.tasks)


async def test_more_requests_than_may_wait_are_refused(line: Line) -> None:
    """Requests without end in one piece are not kept without end; those that were taken are answered."""
    application, protocol = await telling(line)
    protocol.data_received(GET * 10 * MOST_WAITING)
    assert len(protocol.pipeline) == MOST_WAITING + 1
    application.may_end.set()
    await ended(line)
    assert (line.written.count(b" 200 "), line.written.count(b" 400 ")) == (1 + MOST_WAITING, 1)
    protocol.connection_lost(None)
    await until(lambda: not protocol.tasks)


async def test_head_behind_a_long_body_is_not_taken_for_a_long_head(protocol: Small, line: Line) -> None:
    """The end of one request and the beginning of the next in one piece: only heads are counted as heads."""
    protocol.data_received(b"POST / HTTP/1.1\r\ncontent-length: 400\r\n\r\n" + b"x" * 100)
    protocol.data_received(b"x" * 300 + b"GET / HT")
    protocol.data_received(b"TP/1.1\r\n\r\n")
    await until(lambda: line.written.count(b" 413 ") == 2 and not protocol.tasks)
    assert not line.ended.is_set()
    protocol.connection_lost(None)


async def test_head_that_is_late_does_not_cut_the_answer_before_it(line: Line) -> None:
    """Who has sent a piece of the next request hears the answer to this one, and has the usual time from then on."""
    application, protocol = await telling(line)
    protocol.head_s = SOON_S
    protocol.data_received(b"GET / HT")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await line.ended.wait()
    application.may_end.set()
    await ended(line)
    assert line.written.endswith(b"once")
    protocol.connection_lost(None)
    await until(lambda: not protocol.tasks)


@pytest.mark.parametrize("second", [GET, b"POST / HTTP/1.1\r\ncontent-length: 90000\r\n\r\n" + b"x" * 80_000])
async def test_client_with_a_request_that_waits_can_be_seen_to_leave(line: Line, second: bytes) -> None:
    """A second request, long or short, does not stop the reading, by which a server learns that a client has left."""
    application, protocol = await telling(line)
    protocol.max_body_bytes = 100_000
    protocol.data_received(second)
    assert line.is_read
    application.may_end.set()
    protocol.connection_lost(None)
    await until(lambda: not protocol.tasks)


async def test_who_sends_more_than_one_request_ahead_has_to_wait(line: Line) -> None:
    """Beyond one that waits nothing is read until an answer is out."""
    application, protocol = await telling(line)
    protocol.data_received(GET * 2)
    assert not line.is_read
    application.may_end.set()
    await until(lambda: line.written.count(b"once") == 3)
    assert line.is_read
    protocol.connection_lost(None)
    await until(lambda: not protocol.tasks)


async def test_answer_that_says_it_is_the_last_ends_the_connection(protocol: Small, line: Line) -> None:
    """A connection that was kept while the server begins to stop: who is told that it ends need not end it."""
    protocol.server_state.default_headers = [CLOSE_HEADER]
    await answered(protocol, line, GET)
    assert line.written.count(b"connection: close") == 1
    assert line.ended.is_set()
    protocol.connection_lost(None)
