"""A whole answer goes out as uvicorn would send it, in one step."""

import asyncio
from typing import Any

import pytest
import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

from segue.server.protocol import LimitedProtocol
from segue.server.wire import WHOLE
from segue.writes import writes_of
from tests.unit.server.test_protocol import Line, until

JSON = (b"content-type", b"application/json")
CHAT = b"POST /v1/chat HTTP/1.1\r\nhost: here\r\ncontent-length: 2\r\n\r\n{}"
WHOLE_HEAD = [JSON, (b"x-segue-turn", b"t1"), (b"content-length", b"5")]


async def written(
    kind: type[HttpToolsProtocol],
    request: bytes,
    headers: list[tuple[bytes, bytes]],
    *parts: bytes,
    in_one_message: bool = False,
    others: int = 0,
) -> tuple[bytes, bool]:
    """What an application's answer becomes on the line, and whether the line was closed."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await receive()
        if in_one_message and WHOLE in scope.get("extensions", ()):
            await send({"type": WHOLE, "status": 201, "headers": headers, "body": b"".join(parts)})
            return
        await send({"type": "http.response.start", "status": 201, "headers": headers})
        for number, part in enumerate(parts, start=1):
            await send({"type": "http.response.body", "body": part, "more_body": number < len(parts)})

    config, state, line = uvicorn.Config(app, log_config=None, ws="none", lifespan="off"), ServerState(), Line()
    state.default_headers = [(b"date", b"Thu, 26 Nov 2026 10:00:00 GMT")]
    protocol = kind(config, state, {}, asyncio.get_running_loop())
    protocol.connection_made(line)
    writes = writes_of(asyncio.get_running_loop())
    writes.under_way += others
    protocol.data_received(request)
    await until(lambda: not protocol.tasks)
    assert writes.under_way == others
    await asyncio.sleep(0)  # the end of the round
    writes.under_way -= others
    is_closed = line.ended.is_set()
    protocol.connection_lost(None)
    return line.written, is_closed


@pytest.mark.parametrize("others", [0, 64])
@pytest.mark.parametrize(
    ("request_bytes", "headers", "parts"),
    [
        (CHAT, WHOLE_HEAD, (b"Hello",)),
        (CHAT.replace(b"1.1", b"1.0"), WHOLE_HEAD, (b"Hello",)),
        (CHAT.replace(b"host: here", b"connection: close"), WHOLE_HEAD, (b"Hello",)),
        (CHAT.replace(b"POST", b"HEAD"), WHOLE_HEAD, (b"",)),
        (CHAT, WHOLE_HEAD, (b"He", b"llo")),
        (CHAT, [JSON], (b"Hello",)),
        (CHAT, [JSON], (b"He", b"llo")),
        (CHAT, [*WHOLE_HEAD, (b"connection", b"close")], (b"Hello",)),
        (CHAT, [JSON, (b"content-length", b"6")], (b"Hello",)),
    ],
)
async def test_answer_is_byte_for_byte_what_uvicorn_sends(
    request_bytes: bytes, headers: list[tuple[bytes, bytes]], parts: tuple[bytes, ...], others: int
) -> None:
    """Whatever the request and the answer are, also where the answer is shorter than it says; among others too."""
    assert await written(LimitedProtocol, request_bytes, headers, *parts, others=others) == await written(
        HttpToolsProtocol, request_bytes, headers, *parts
    )


@pytest.mark.parametrize(
    "request_bytes",
    [
        CHAT,
        CHAT.replace(b"1.1", b"1.0"),
        CHAT.replace(b"host: here", b"connection: close"),
        CHAT.replace(b"POST", b"HEAD"),
        CHAT.replace(b"/v1/chat", b"/v1/models/a%20b?c=d"),
    ],
)
async def test_answer_in_one_message_is_byte_for_byte_what_uvicorn_sends(request_bytes: bytes) -> None:
    """An application that says all at once is heard as one that says it in two steps."""
    body = b"" if request_bytes.startswith(b"HEAD") else b"Hello"
    assert await written(LimitedProtocol, request_bytes, WHOLE_HEAD, body, in_one_message=True) == await written(
        HttpToolsProtocol, request_bytes, WHOLE_HEAD, body
    )


async def test_second_answer_is_not_sent() -> None:
    """What an application says after its answer does not become the answer to the next request."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        for _ in range(2):
            await send({"type": WHOLE, "status": 200, "headers": [(b"content-length", b"0")], "body": b""})

    line = Line()
    protocol = LimitedProtocol(uvicorn.Config(app, log_config=None, ws="none", lifespan="off"), ServerState(), {})
    protocol.connection_made(line)
    protocol.data_received(CHAT)
    await until(lambda: not protocol.tasks)
    assert line.written.count(b"HTTP/1.1 ") == 1
    protocol.connection_lost(None)


@pytest.mark.parametrize("request_target", [b"/", b"/v1/chat", b"//v1", b"/a%2Fb%20c?d=%20", b"/x?", b"/a;b,c/%C3%A9"])
async def test_request_is_told_as_uvicorn_tells_it(request_target: bytes) -> None:
    """An application learns the same of a request, and of its body however it comes."""

    async def told(kind: type[HttpToolsProtocol]) -> list[Any]:
        heard: list[Any] = []

        async def app(scope: Any, receive: Any, send: Any) -> None:
            heard.append({name: value for name, value in scope.items() if name not in {"extensions", "state"}})
            body = b""
            while True:
                message = await receive()
                body += message["body"]
                if not message["more_body"]:
                    break
            heard.append(body)
            await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]})
            await send({"type": "http.response.body", "body": b""})
            heard.append(await receive())

        protocol = kind(uvicorn.Config(app, log_config=None, ws="none", lifespan="off"), ServerState(), {})
        protocol.connection_made(Line())
        protocol.data_received(b"POST %b HTTP/1.1\r\nX-A: b\r\nx-a: c\r\ncontent-length: 6\r\n\r\nab" % request_target)
        protocol.data_received(b"cd")
        await asyncio.sleep(0)
        protocol.data_received(b"ef")
        await until(lambda: not protocol.tasks)
        protocol.connection_lost(None)
        return heard

    assert await told(LimitedProtocol) == await told(HttpToolsProtocol)


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r", b"\0", b"\x7f"])
async def test_header_that_would_end_before_its_end_is_not_sent(end: bytes) -> None:
    """Nobody can put a header of their own into an answer."""
    said, _ = await written(LimitedProtocol, CHAT, [*WHOLE_HEAD, (b"x-words", b"a" + end + b"set-cookie: b")], b"Hello")
    assert b"set-cookie" not in said
    assert said.startswith(b"HTTP/1.1 500 ")


@pytest.mark.parametrize("parts", [(b"He", b"llo", b""), (b"Hello",)])
async def test_old_client_gets_an_answer_without_chunks(parts: tuple[bytes, ...]) -> None:
    """HTTP/1.0, as nginx speaks it to servers behind it, knows no chunks: a stream ends with the connection."""
    said, is_closed = await written(LimitedProtocol, CHAT.replace(b"1.1", b"1.0"), [JSON], *parts)
    head, _, body = said.partition(b"\r\n\r\n")
    assert (body, is_closed) == (b"Hello", True)
    assert b"transfer-encoding" not in head
    assert head.endswith(b"connection: close")


async def test_old_client_is_not_told_to_go_on() -> None:
    """A client of HTTP/1.0 would read the word as its answer (RFC 9110, 10.1.1)."""
    line, asked = Line(), asyncio.Event()

    async def app(scope: Any, receive: Any, send: Any) -> None:
        asked.set()
        await receive()

    protocol = LimitedProtocol(uvicorn.Config(app, log_config=None, ws="none", lifespan="off"), ServerState(), {})
    protocol.connection_made(line)
    protocol.data_received(b"POST / HTTP/1.0\r\nexpect: 100-continue\r\ncontent-length: 2\r\n\r\n")
    await asked.wait()
    said = line.written
    protocol.connection_lost(None)
    await until(lambda: not protocol.tasks)
    assert said == b""


async def test_requests_in_a_row_are_answered_in_their_order_among_others() -> None:
    """A whole answer that waits for the end of the round goes out before the next one, a stream, is begun."""
    paths: list[str] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await receive()
        paths.append(scope["path"])
        if scope["path"] == "/whole":
            await send({"type": WHOLE, "status": 200, "headers": WHOLE_HEAD, "body": b"Hello"})
            return
        await send({"type": "http.response.start", "status": 200, "headers": [JSON]})
        for part in (b"one", b"two"):
            await send({"type": "http.response.body", "body": part, "more_body": part == b"one"})

    config, state, line = uvicorn.Config(app, log_config=None, ws="none", lifespan="off"), ServerState(), Line()
    protocol = LimitedProtocol(config, state, {}, asyncio.get_running_loop())
    protocol.connection_made(line)
    writes = writes_of(asyncio.get_running_loop())
    writes.under_way += 64
    protocol.data_received(b"".join(CHAT.replace(b"/v1/chat", path) for path in (b"/whole", b"/stream", b"/whole")))
    await until(lambda: len(paths) == 3 and not protocol.tasks)
    await asyncio.sleep(0)
    writes.under_way -= 64
    at = [line.written.index(b"Hello"), line.written.index(b"one"), line.written.rindex(b"Hello")]
    assert at == sorted(set(at))
    protocol.connection_lost(None)


async def waiting_answer(line: Line) -> LimitedProtocol:
    """A connection whose answer was said but waits for the end of the round: nobody else is under way any more."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await receive()
        await send({"type": WHOLE, "status": 200, "headers": WHOLE_HEAD, "body": b"Hello"})

    config = uvicorn.Config(app, log_config=None, ws="none", lifespan="off")
    protocol = LimitedProtocol(config, ServerState(), {}, asyncio.get_running_loop())
    protocol.connection_made(line)
    writes = writes_of(asyncio.get_running_loop())
    writes.under_way += 64
    protocol.data_received(CHAT)
    await until(lambda: not protocol.tasks)
    writes.under_way -= 64
    assert line.written == b""
    return protocol


async def test_refusal_comes_behind_the_answer_that_waits() -> None:
    """What cannot be read came behind a request, and is answered behind it."""
    line = Line()
    protocol = await waiting_answer(line)
    protocol.data_received(b"nonsense\r\n\r\n")
    first, _, second = line.written.partition(b"Hello")
    assert first.startswith(b"HTTP/1.1 200 ")
    assert second.startswith(b"HTTP/1.1 400 ")
    assert line.ended.is_set()
    protocol.connection_lost(None)


async def test_client_that_says_no_more_has_the_answer_that_waits() -> None:
    """Whoever closes one direction closes both in the end, but what was said before goes out."""
    line = Line()
    protocol = await waiting_answer(line)
    protocol.eof_received()
    line.close()  # as every loop does then
    assert line.written.endswith(b"Hello")
    protocol.connection_lost(None)
