"""The load: a fixed number of clients, each asking again as soon as it is answered, at the least cost of our own.

Bare sockets and an HTTP parser in C, driven by callbacks: the client shares a core with the mock upstream, and what it
spends cannot be given to the server under test. A request costs it 7 microseconds; wrk takes 5, aiohttp's client 70.
Answers are kept and verified after the clock has stopped.
"""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import cast

import httptools
from typing_extensions import override

_FIRST_TEXT = re.compile(rb'"content":\s*"[^"]')
"""A delta that says something; the role's empty content does not count as text."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Where and how one kind of request is sent."""

    port: int
    path: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()

    def wire(self) -> bytes:
        """The request as bytes."""
        fixed = ("Host: 127.0.0.1", "Content-Type: application/json", f"Content-Length: {len(self.body)}")
        lines = [f"POST {self.path} HTTP/1.1", *fixed, *(f"{name}: {value}" for name, value in self.headers)]
        return "\r\n".join([*lines, "", ""]).encode() + self.body


@dataclass(frozen=True, slots=True)
class Load:
    """How much is asked, and for how long."""

    clients: int
    seconds: float
    """New requests start until this long after the first; those under way are waited for."""
    stagger_s: float = 0.0
    """The clients start evenly over this time, so that paced streams do not all beat at once."""
    patience_s: float = 30.0
    """What is unanswered so long after the last start is an error."""


@dataclass(slots=True)
class Heard:
    """What the clients of one load heard."""

    elapsed_s: float = 0.0
    """From the first request to the last answer."""
    latency_s: list[float] = field(default_factory=list)
    """From the request to the end of its answer, one an answer."""
    first_text_s: list[float] = field(default_factory=list)
    """From the request to the first text, one an answer that streamed text."""
    bodies: list[bytes] = field(default_factory=list)
    """The answers with status 200, to be verified."""
    errors: list[str] = field(default_factory=list)
    """What went wrong, one an event."""


class _Client(asyncio.Protocol):
    """One connection that asks until `stop_at` and then closes."""

    def __init__(self, wire: bytes, stop_at: float, heard: Heard) -> None:
        self._wire = wire
        self._stop_at = stop_at
        self._heard = heard
        self._parser = httptools.HttpResponseParser(self)
        self._transport: asyncio.Transport | None = None
        self._parts: list[bytes] = []
        self._asked_at = 0.0
        self._first_at: float | None = None
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)  # uvloop's class is not registered as one
        self._ask()

    @override
    def data_received(self, data: bytes) -> None:
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserError as error:
            self._end(f"the answer is not HTTP: {error}")

    def on_body(self, body: bytes) -> None:
        self._parts.append(body)
        if self._first_at is None and _FIRST_TEXT.search(body):
            self._first_at = perf_counter()

    def on_message_complete(self) -> None:
        now = perf_counter()
        body, status = b"".join(self._parts), self._parser.get_status_code()
        if status != 200:
            self._end(f"status {status}: {body[:200].decode(errors='replace')}")
            return
        self._heard.bodies.append(body)
        self._heard.latency_s.append(now - self._asked_at)
        if self._first_at is not None:
            self._heard.first_text_s.append(self._first_at - self._asked_at)
        if now >= self._stop_at:
            self._end()
        elif not self._parser.should_keep_alive():
            self._end("the server closed a connection that a client would have used again")
        else:
            self._parser = httptools.HttpResponseParser(self)
            self._ask()

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._end(f"the connection ended before the answer: {exc or 'closed by the server'}")

    def give_up(self) -> None:
        """Stop waiting; an unanswered request is an error."""
        self._end("no answer in time")

    def _ask(self) -> None:
        if self._transport is None:
            raise RuntimeError("The client has no connection.")
        self._parts, self._first_at = [], None
        self._asked_at = perf_counter()
        self._transport.write(self._wire)

    def _end(self, error: str | None = None) -> None:
        """The first end counts: closing the connection ourselves ends it again."""
        if self.done.done():
            return
        if error is not None:
            self._heard.errors.append(error)
        self.done.set_result(None)
        if self._transport is not None:
            self._transport.close()


async def listen(ask: Ask, load: Load) -> Heard:
    """Put the load on one server and return what was heard. Errors are counted in the result, not raised."""
    heard = Heard()
    loop = asyncio.get_running_loop()
    wire, started = ask.wire(), perf_counter()
    stop_at = started + load.seconds

    async def one(index: int) -> None:
        await asyncio.sleep(load.stagger_s * index / load.clients)
        try:
            _, client = await loop.create_connection(lambda: _Client(wire, stop_at, heard), "127.0.0.1", ask.port)
        except OSError as error:
            heard.errors.append(f"no connection: {error}")
            return
        done, _ = await asyncio.wait([client.done], timeout=load.seconds + load.patience_s)
        if not done:
            client.give_up()

    async with asyncio.TaskGroup() as group:
        for index in range(load.clients):
            group.create_task(one(index))
    heard.elapsed_s = perf_counter() - started
    return heard


def share(values: Sequence[float], part: float) -> float:
    """The value below which `part` (0 to 1) of the values lie, by the nearest rank; NaN where there is none."""
    if not values:
        return float("nan")
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]
