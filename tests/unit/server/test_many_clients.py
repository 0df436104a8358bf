"""Many clients at once on a real server, some of whom leave in the middle: each reads what was meant for it alone."""

from __future__ import annotations

import asyncio
import random
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import pytest
import uvicorn
import uvloop

from segue.server.protocol import LimitedProtocol
from segue.server.wire import WHOLE
from segue.writes import Writes, writes_of
from tests.support.gateway import until

Loop: TypeAlias = Callable[[], asyncio.AbstractEventLoop]
LOOPS = [pytest.param(asyncio.new_event_loop, id="asyncio"), pytest.param(uvloop.new_event_loop, id="uvloop")]
CLIENTS = 96
LONGEST_S = 30.0
RESET = struct.pack("ii", 1, 0)
"""For SO_LINGER: what was sent and not read is thrown away, and the other end told so."""
NONSENSE = b"nonsense\r\n\r\n"
REFUSED = (
    b"HTTP/1.1 400 Bad Request\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\n"
    b"connection: close\r\n\r\nInvalid HTTP request received."
)


async def app(scope: Any, receive: Any, send: Any) -> None:
    """Answers /whole/SIZE and /parts/COUNT with what was sent and as much more, after some rounds of the loop."""
    body, more = b"", True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        body, more = body + message["body"], message["more_body"]
    _, way, size = scope["path"].split("/")
    for _ in range(len(body) % 4):
        await asyncio.sleep(0)
    if way == "whole":
        said = body + b"." * int(size)
        headers = [(b"content-length", b"%d" % len(said))]
        await send({"type": WHOLE, "status": 200, "headers": headers, "body": said})
        return
    await send({"type": "http.response.start", "status": 200, "headers": [(b"x-way", b"parts")]})
    for number in range(int(size)):
        await send({"type": "http.response.body", "body": b"%b%d" % (body, number), "more_body": True})
        await asyncio.sleep(0)
    await send({"type": "http.response.body", "body": b"", "more_body": False})


@dataclass(frozen=True, slots=True)
class Served:
    """A running server, as much as a test asks of it."""

    port: int
    writes: Writes
    state: uvicorn.server.ServerState


@contextmanager
def served(loop: Loop) -> Iterator[Served]:
    """The server in a thread of its own."""
    config = uvicorn.Config(
        app, http=LimitedProtocol, ws="none", lifespan="off", log_config=None, server_header=False, date_header=False
    )
    server, found = uvicorn.Server(config), list[Writes]()

    async def main(listener: socket.socket) -> None:
        found.append(writes_of(asyncio.get_running_loop()))
        await server.serve(sockets=[listener])

    def run(listener: socket.socket) -> None:
        with asyncio.Runner(loop_factory=loop) as runner:
            runner.run(main(listener))

    with closing(socket.create_server(("127.0.0.1", 0), backlog=2 * CLIENTS)) as listener:
        port = listener.getsockname()[1]
        thread = threading.Thread(target=run, args=(listener,), daemon=True)
        thread.start()
        until(lambda: server.started)
        try:
            yield Served(port, found[0], server.server_state)
        finally:
            server.should_exit = True
            thread.join(LONGEST_S)
            assert not thread.is_alive()


@dataclass(frozen=True, slots=True)
class Plan:
    """What one client says, and what it is told."""

    says: bytes
    is_told: bytes
    leaves: Literal["never", "while it speaks", "while it hears"]


def plan(dice: random.Random, name: int) -> Plan:
    """Some requests in a row, of which the last ends the connection: in order, too old, or unreadable."""
    says, is_told = b"", b""
    end = dice.choice(["close", "old", "nonsense"])
    for number in range(last := dice.randint(0, 9), -1, -1):
        body = b"%d-%d-" % (name, last - number) + b"x" * dice.randint(0, 5)
        way, size = dice.choice([("whole", dice.choice([0, 1, 1000, 200_000])), ("parts", dice.randint(0, 5))])
        is_old, closes = (not number and end == "old"), (not number and end == "close")
        says += f"POST /{way}/{size} HTTP/{'1.0' if is_old else '1.1'}\r\nhost: here\r\n".encode()
        says += b"content-length: %d\r\n%b\r\n%b" % (len(body), b"connection: close\r\n" * closes, body)
        is_told += answer_to(way, size, body, is_old=is_old, closes=is_old or closes)
    if end == "nonsense":
        says, is_told = says + NONSENSE, is_told + REFUSED
    leaves: Literal["never", "while it speaks", "while it hears"] = "never"
    if dice.random() < 0.3:
        leaves = "while it speaks" if dice.random() < 0.5 else "while it hears"
    return Plan(says, is_told, leaves)


def answer_to(way: str, size: int, body: bytes, *, is_old: bool, closes: bool) -> bytes:
    """What the application's answer is on the wire."""
    close = b"connection: close\r\n" * closes
    if way == "whole":
        said = body + b"." * size
        return b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n%b\r\n%b" % (len(said), close, said)
    parts = [b"%b%d" % (body, number) for number in range(size)]
    head = b"HTTP/1.1 200 OK\r\nx-way: parts\r\n" + close
    if is_old:
        return head + b"\r\n" + b"".join(parts)
    chunks = b"".join([b"%x\r\n%b\r\n" % (len(part), part) for part in parts])
    return head + b"transfer-encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n"


async def client(port: int, its: Plan, dice: random.Random) -> None:
    """Say it in pieces, and compare what is heard up to the end, or to where the client leaves."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    hears_to = dice.randrange(len(its.is_told)) if its.leaves == "while it hears" else len(its.is_told) + 1

    async def hear() -> bytes:
        heard = b""
        while len(heard) < hears_to and (piece := await reader.read(hears_to - len(heard))):
            heard += piece
        return heard

    async def say() -> None:
        said, to = 0, dice.randrange(len(its.says)) if its.leaves == "while it speaks" else len(its.says)
        while said < to:
            piece = its.says[said : min(to, said + dice.choice([1, 40, 300, 10_000]))]
            writer.write(piece)
            said += len(piece)
            await asyncio.sleep(0)

    hearing = asyncio.ensure_future(hear())
    try:
        await say()
        if its.leaves == "while it speaks":
            hearing.cancel()
        else:
            heard = await hearing
            assert heard == its.is_told[:hears_to]
    finally:
        if its.leaves != "never" and dice.random() < 0.5:
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        writer.close()


async def all_clients(port: int, seed: int) -> None:
    dice = random.Random(seed)
    async with asyncio.timeout(LONGEST_S), asyncio.TaskGroup() as tasks:
        for name in range(CLIENTS):
            tasks.create_task(client(port, plan(dice, name), random.Random(dice.random())))


@pytest.mark.parametrize("loop", LOOPS)
def test_each_of_many_clients_reads_its_own_answers_and_nothing_else(loop: Loop) -> None:
    """However their requests come, whoever of the others leaves, byte for byte; and nobody is counted for ever."""
    with served(loop) as server:
        for seed in range(2):
            asyncio.run(all_clients(server.port, seed))
        until(lambda: not server.state.connections and not server.state.tasks)
        assert server.writes.under_way == 0
