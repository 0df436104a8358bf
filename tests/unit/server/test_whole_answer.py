"""A whole answer goes out as uvicorn would send it, in one step."""

import asyncio
from typing import Any

import pytest
import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

from segue.server.protocol import LimitedProtocol
from tests.unit.server.test_protocol import Line, until

JSON = (b"content-type", b"application/json")
CHAT = b"POST /v1/chat HTTP/1.1\r\nhost: here\r\ncontent-length: 2\r\n\r\n{}"
WHOLE = [JSON, (b"x-segue-turn", b"t1"), (b"content-length", b"5")]


async def written(
    kind: type[HttpToolsProtocol], request: bytes, headers: list[tuple[bytes, bytes]], *parts: bytes
) -> tuple[bytes, bool]:
    """What an application's answer becomes on the line, and whether the line was closed."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await receive()
        await send({"type": "http.response.start", "status": 201, "headers": headers})
        for number, part in enumerate(parts, start=1):
            await send({"type": "http.response.body", "body": part, "more_body": number < len(parts)})

    config, state, line = uvicorn.Config(app, log_config=None, ws="none", lifespan="off"), ServerState(), Line()
    state.default_headers = [(b"date", b"Thu, 26 Nov 2026 10:00:00 GMT")]
    protocol = kind(config, state, {}, asyncio.get_running_loop())
    protocol.connection_made(line)
    protocol.data_received(request)
    await until(lambda: not protocol.tasks)
    is_closed = line.ended.is_set()
    protocol.connection_lost(None)
    return line.written, is_closed


@pytest.mark.parametrize(
    ("request_bytes", "headers", "parts"),
    [
        (CHAT, WHOLE, (b"Hello",)),
        (CHAT.replace(b"1.1", b"1.0"), WHOLE, (b"Hello",)),
        (CHAT.replace(b"host: here", b"connection: close"), WHOLE, (b"Hello",)),
        (CHAT.replace(b"POST", b"HEAD"), WHOLE, (b"",)),
        (CHAT, WHOLE, (b"He", b"llo")),
        (CHAT, [JSON], (b"Hello",)),
        (CHAT, [JSON], (b"He", b"llo")),
        (CHAT, [*WHOLE, (b"connection", b"close")], (b"Hello",)),
        (CHAT, [JSON, (b"content-length", b"6")], (b"Hello",)),
    ],
)
async def test_answer_is_byte_for_byte_what_uvicorn_sends(
    request_bytes: bytes, headers: list[tuple[bytes, bytes]], parts: tuple[bytes, ...]
) -> None:
    """Whatever the request and the answer are, also where the answer is shorter than it says."""
    assert await written(LimitedProtocol, request_bytes, headers, *parts) == await written(
        HttpToolsProtocol, request_bytes, headers, *parts
    )


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r", b"\0", b"\x7f"])
async def test_header_that_would_end_before_its_end_is_not_sent(end: bytes) -> None:
    """Nobody can put a header of their own into an answer."""
    said, _ = await written(LimitedProtocol, CHAT, [*WHOLE, (b"x-words", b"a" + end + b"set-cookie: b")], b"Hello")
    assert b"set-cookie" not in said
    assert said.startswith(b"HTTP/1.1 500 ")
