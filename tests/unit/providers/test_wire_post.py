"""Connections to models, by aiohttp's own notes of them, which no release of it promises."""

import asyncio
from typing import cast

import aiohttp
from aiohttp.client_proto import ResponseHandler
from yarl import URL

from segue.providers.wire_post import Kept, Line, Post
from segue.writes import writes_of


class OlderHandler(asyncio.Protocol):
    """aiohttp's connection as 3.14.3 has it: it notes one of two reasons to hold reading up."""

    __slots__ = ("_reading_paused",)


def test_connection_without_notes_of_what_is_held_up_stays_as_aiohttp_has_it() -> None:
    """Older releases of aiohttp are used as they are: to ask them for notes that they lack would end every answer."""
    older = cast("type[ResponseHandler]", OlderHandler)  # as much as is asked of one
    assert Line.over(older) is older
    assert Line.over(ResponseHandler) is Line


async def test_request_whose_connection_breaks_before_the_round_ends_is_sent_once() -> None:
    """A kept connection may be closed by the model's server while the request waits for those of other turns."""
    asked: list[bytes] = []
    lines: list[asyncio.StreamWriter] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        lines.append(writer)
        while await reader.readline():
            await reader.readuntil(b"\r\n\r\n")
            asked.append(await reader.readexactly(1))
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" + asked[-1])
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    url = URL(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/")
    kept, writes = Kept(60), writes_of(asyncio.get_running_loop())
    writes.under_way += 64
    async with server, aiohttp.TCPConnector() as connector, asyncio.timeout(30):
        post = Post(url, headers={}, connector=connector, timeout=aiohttp.ClientTimeout(), kept=kept)
        assert await (await post.send(b"1")).content.read() == b"1"
        (_, connection), *others = kept._lines
        assert (others, connection.transport is None) == ([], False)
        second = asyncio.ensure_future(post.send(b"2"))
        await asyncio.sleep(0)  # it was said, the round is not over
        assert connection.transport is not None
        connection.transport.abort()
        assert await (await second).content.read() == b"2"
        kept.close()
    writes.under_way -= 64
    assert (asked, len(lines)) == ([b"1", b"2"], 2)
