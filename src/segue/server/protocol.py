"""uvicorn's HTTP/1.1 protocol with the limits that it lacks: length and time of a head, and of all that follows it."""

from __future__ import annotations

import asyncio
from typing import Final
from urllib.parse import unquote

import httptools
import uvicorn
from typing_extensions import override
from uvicorn._types import ASGI3Application
from uvicorn.protocols.http.flow_control import CLOSE_HEADER, HIGH_WATER_LIMIT
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import ServerState

from segue.errors import RequestError
from segue.server.cycle import ClosedAtEnd, Cycle
from segue.server.errors_json import error_body
from segue.server.heads import length_alone, path_and_query
from segue.server.last_words import Deaf, LastWords
from segue.server.outgoing import Outgoing
from segue.server.refusals import BodyTooSlow, head_too_large
from segue.server.wire import JSON_TYPE, WHOLE, Header, Message
from segue.writes import writes_of

HEAD_S = 15.0
"""Longest wait for a request's head, from the connection or the first byte on."""
BODY_S = 30.0
"""Longest wait for a request's whole body: 8 MB at 2.2 Mbit/s."""
STALL_S = 60.0
"""Longest time that a client may read nothing of what waits for it; then it counts as gone."""
DISCARD_BYTES = 64 * 1024 * 1024
"""How much of a refused body is read and thrown away, so that its sender reads the refusal; then the line is cut."""
REST_S = 30.0
"""Longest wait for the rest of a request that has its answer; as long as a body may take."""
MOST_WAITING = 100
"""How many requests of one connection may wait for the answers to those before; a client that pipelines has a dozen."""
_EXTENSIONS: Final[Message] = {WHOLE: {}}
_TEXT_TYPE: Final[Header] = (b"content-type", b"text/plain; charset=utf-8")


class LimitedProtocol(HttpToolsProtocol):
    """Refuses what grows or lingers: httptools keeps a head of any length in memory, uvicorn every trailer."""

    max_header_bytes = 64 * 1024
    """Set by a subclass for the server's configuration. Also how much in a row may follow a head and be no body."""
    max_body_bytes = 8 * 1024 * 1024
    """Set by a subclass likewise. After a head this and DISCARD_BYTES are read as they come, chunks' sizes and all."""
    head_s = HEAD_S
    body_s = BODY_S
    rest_s = REST_S
    stall_s = STALL_S
    cycle: Cycle
    transport: Outgoing  # type: ignore[assignment] # as much as is used of a transport
    timeout_keep_alive_task: asyncio.TimerHandle | None

    def __init__(
        self,
        config: uvicorn.Config,
        server_state: ServerState,
        app_state: dict[str, object],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.access_log = False  # its lines hold the path and query, which are the client's own words
        self._head_bytes = 0
        self._rest_bytes = 0
        """What came after the head: body, sizes of chunks, their extensions, trailers."""
        self._idle_bytes = 0
        """How much of it came since the last byte of a body."""
        self._is_in_head = False
        self._is_in_rest = False
        self._has_progressed = False
        """Whether what was received last ended a head or held some of a body."""
        self._is_replaying = False
        self._running: Cycle | None = None
        """The request that is being answered; `cycle` is the one that came last."""
        self._answering: asyncio.Task[None] | None = None
        """The task that answers it."""
        self._asgi = {"version": self.asgi_version, "spec_version": "2.3"}
        self._idle_since_s: float | None = None
        """When the last answer was whole, while nothing has come since."""
        self._head_timer: asyncio.TimerHandle | None = None
        self._body_timer: asyncio.TimerHandle | None = None
        self._rest_timer: asyncio.TimerHandle | None = None
        self._stall_timer: asyncio.TimerHandle | None = None

    @override
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.transport = Outgoing(transport, writes_of(self.loop))
        self._expect_head()

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._expect_no_head()
        self._expect_no_body()
        self._expect_no_rest()
        self._wait_no_more()
        if self._running is not None and self._answering is not None and not self._running.response_complete:
            self._running.disconnected = True  # uvicorn tells only the request that came last
            # A task for each request that waits in `receive` for this moment would cost more than the whole server.
            self._answering.cancel()
            self.tasks.discard(self._answering)  # one that has not begun could not do it
        if self.timeout_keep_alive_task is not None:
            self.timeout_keep_alive_task.cancel()
        super().connection_lost(exc)

    @override
    def eof_received(self) -> None:
        """Straight after it the loop closes the connection itself, and forgets what waits for the end of its round."""
        self.transport.writes.flush()

    @override
    def data_received(self, data: bytes) -> None:
        self._idle_since_s = None
        self._has_progressed = False
        try:
            self._feed(data)
        except httptools.HttpParserError:
            self.logger.warning("Invalid HTTP request received.")
            self.send_400_response("Invalid HTTP request received.")
        if self.transport.is_closing():
            return
        if self._is_in_head:
            self._count_head(len(data))
        elif self._is_in_rest:
            self._count_rest(len(data))
        elif self._running is not None and self._running.response_complete:
            self._be_idle()  # uvicorn forgets a connection whose request ended after its answer

    @override
    def send_400_response(self, msg: str) -> None:
        self._end_with(LastWords(400, _TEXT_TYPE, msg.encode("ascii")))

    @override
    def on_message_begin(self) -> None:
        """A request begins. What the application is told of it is put together when its head is whole."""
        if self._is_replaying:
            return
        self._is_in_head = True
        self._is_in_rest = False
        self._head_bytes = self._rest_bytes = self._idle_bytes = 0
        self.url = b""
        self.expect_100_continue = False
        self.headers = []

    @override
    def on_url(self, url: bytes) -> None:
        if not self._is_replaying:
            self.url += url

    @override
    def on_header(self, name: bytes, value: bytes) -> None:
        """Headers of the head alone: trailers mean nothing here, and uvicorn would keep them all."""
        if not self._is_in_head:
            return
        name = name.lower()  # as uvicorn does, without a call for each header
        if name == b"expect" and value.lower() == b"100-continue":
            self.expect_100_continue = True
        self.headers.append((name, value))

    @override
    def on_headers_complete(self) -> None:
        if self._is_replaying:
            self._is_replaying = False
            return
        before: Cycle | None = self.cycle
        cycle = self._cycle()
        if before is None or before.response_complete:
            self._start_asgi_task(cycle, self.app)
        elif len(self.pipeline) < MOST_WAITING:
            if self.pipeline:  # one may wait and be heard: who reads nothing does not see that a client leaves
                self.flow.pause_reading()
            self.pipeline.appendleft((cycle, self.app))
        else:
            raise OverflowError  # the parser stops, and the connection with it
        self.cycle = cycle
        self._is_in_head = False
        self._is_in_rest = self._has_progressed = True
        self._expect_no_head()

    def _cycle(self) -> Cycle:
        """The request that came, as uvicorn tells it, but for what Segue's server never has: a path in front of all
        others, a limit of connections, other protocols."""
        parser, version = self.parser, self.parser.get_http_version()
        path, query = path_and_query(self.url)
        scope: Message = {
            "type": "http",
            "asgi": self._asgi,
            "http_version": version,
            "server": self.server,
            "client": self.client,
            "scheme": self.scheme,
            "root_path": "",
            "headers": self.headers,
            "method": parser.get_method().decode("ascii"),
            "path": unquote(path.decode("ascii")) if b"%" in path else path.decode("ascii"),
            "raw_path": path,
            "query_string": query,
            "extensions": _EXTENSIONS,
        }
        is_old, headers = version == "1.0", self.server_state.default_headers
        return (ClosedAtEnd if is_old else Cycle)(
            scope,
            self.transport,
            self.flow,
            default_headers=headers,
            waits_for_go_ahead=self.expect_100_continue and not is_old,
            keep_alive=not is_old and parser.should_keep_alive() and CLOSE_HEADER not in headers,
            on_response=self.on_response_complete,
        )

    @override
    def on_body(self, body: bytes) -> None:
        self._has_progressed = True
        cycle = self.cycle
        if cycle.response_complete:
            return
        cycle.take(body)
        if len(cycle.body) > (HIGH_WATER_LIMIT if cycle is self._running else self.max_body_bytes):
            self.flow.pause_reading()

    @override
    def on_message_complete(self) -> None:
        if self.parser.should_upgrade():
            return  # the body is still to come: see _feed
        self._is_in_rest = False
        self._expect_no_body()
        self._expect_no_rest()
        cycle = self.cycle
        if not cycle.response_complete:
            cycle.more_body = False
            cycle.tell()

    @override
    def on_response_complete(self) -> None:
        """An answer is whole: the next request's turn, or nobody's."""
        if self._running is not None and self._running.joined is not None:
            self._running.joined.flush()
        self.server_state.total_requests += 1
        if not self.transport.is_closing():
            if self.flow.read_paused:
                self.flow.resume_reading()
            if self.pipeline:
                self._start_asgi_task(*self.pipeline.pop())
            else:
                self._be_idle()
        if self._is_in_rest and not self.cycle.response_complete:
            self._expect_body()  # of one that had to wait for its turn
        elif self._is_in_rest and self._rest_timer is None:
            self._expect_no_body()
            self._rest_timer = self.loop.call_later(self.rest_s, self.transport.close)

    def _be_idle(self) -> None:
        """From now on nobody needs the connection. One timer looks now and then: one for each answer would cost more
        than to write it."""
        self._idle_since_s = self.loop.time()
        if self.timeout_keep_alive_task is None:
            self._look_after(self.timeout_keep_alive)

    def _look_after(self, delay_s: float) -> None:
        self.timeout_keep_alive_task = self.loop.call_later(delay_s, self.timeout_keep_alive_handler)

    @override
    def timeout_keep_alive_handler(self) -> None:
        self.timeout_keep_alive_task = None
        if self._idle_since_s is None:
            return
        left_s = self._idle_since_s + self.timeout_keep_alive - self.loop.time()
        if left_s > 0:
            self._look_after(left_s)
        else:
            super().timeout_keep_alive_handler()

    @override
    def pause_writing(self) -> None:
        """Too much waits to be read. uvicorn would wait for ever, and the answer upstream with it."""
        super().pause_writing()
        self._stall_timer = self.loop.call_later(self.stall_s, self.transport.abort)

    @override
    def resume_writing(self) -> None:
        self._wait_no_more()
        super().resume_writing()

    @override
    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        """As uvicorn does; the task is known, so that it can be ended when its client leaves."""
        assert isinstance(cycle, Cycle)
        self._running = cycle
        self._answering = task = self.loop.create_task(cycle.run_asgi(app, self.tasks))
        self.tasks.add(task)

    def _feed(self, data: bytes) -> None:
        """Parse. An upgrade is declined by going on in HTTP/1.1, as RFC 9110 (7.8) allows: Java's client offers h2c.

        httptools would leave the body to the other protocol, so a second parser is given the head without the offer.
        """
        unread: bytes | memoryview = data
        while unread:
            try:
                self.parser.feed_data(unread)
            except httptools.HttpParserUpgrade as upgrade:
                unread = memoryview(unread)[upgrade.args[0] :]
                self.parser = httptools.HttpRequestParser(self)
                self.parser.set_dangerous_leniencies(lenient_data_after_close=True)  # as uvicorn's own
                self._is_replaying = True
                self.parser.feed_data(length_alone(self.headers))
            else:
                return

    def _count_head(self, size_bytes: int) -> None:
        if not self._has_progressed:  # else it came behind another request, which may have been long
            self._head_bytes += size_bytes
        if self._head_bytes > self.max_header_bytes:
            self._refuse(head_too_large(self.max_header_bytes))  # nothing yet that the application could answer
        elif self._head_timer is None:
            self._expect_head()

    def _count_rest(self, size_bytes: int) -> None:
        self._rest_bytes += size_bytes
        self._idle_bytes = 0 if self._has_progressed else self._idle_bytes + size_bytes
        if self._rest_bytes > self.max_body_bytes + DISCARD_BYTES or self._idle_bytes > self.max_header_bytes:
            self.transport.close()
        elif not self.cycle.response_complete:
            self._expect_body()

    def _expect_head(self) -> None:
        self._head_timer = self.loop.call_later(self.head_s, self._head_is_late)

    def _head_is_late(self) -> None:
        if self._is_answering:  # whoever hears it may well wait for its end
            self._expect_head()
        else:
            self.transport.close()

    @property
    def _is_answering(self) -> bool:
        return self._running is not None and not self._running.response_complete

    def _expect_no_head(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _expect_body(self) -> None:
        """Of the request that is being answered; most bodies come with their head and need no timer."""
        if self._body_timer is None and self._running is self.cycle:
            self._body_timer = self.loop.call_later(self.body_s, self._refuse_body)

    def _expect_no_body(self) -> None:
        if self._body_timer is not None:
            self._body_timer.cancel()
            self._body_timer = None

    def _expect_no_rest(self) -> None:
        if self._rest_timer is not None:
            self._rest_timer.cancel()
            self._rest_timer = None

    def _wait_no_more(self) -> None:
        if self._stall_timer is not None:
            self._stall_timer.cancel()
            self._stall_timer = None

    def _refuse_body(self) -> None:
        """The application, which waits for the body, is ended with the connection; what it began to say stays so."""
        message = f"The body did not arrive within {self.body_s:g} seconds."
        self._refuse(BodyTooSlow(message, hint="Send it in one go, or send less."))

    def _refuse(self, error: RequestError) -> None:
        self._end_with(LastWords(error.http_status, JSON_TYPE, error_body(error)))

    def _end_with(self, words: LastWords) -> None:
        """Read no more, and close the line with these words. Requests before the one at fault keep their answers; one
        that has begun to be answered gets no second one."""
        faulty, running = self.cycle if self._is_in_rest else None, self._running
        self._is_in_head = self._is_in_rest = False
        self._expect_no_head()
        self._expect_no_body()
        self._expect_no_rest()
        self.parser = Deaf()  # type: ignore[assignment] # as much as is used of one
        if faulty is not None and faulty is not running:
            self.pipeline.popleft()  # its body will never be whole
        elif faulty is not None and faulty.response_started:
            self.transport.close()
            return
        self.cycle = words.cycle(self.transport, self.flow, self.server_state.default_headers)
        if self._is_answering and faulty is not running:
            self.pipeline.appendleft((self.cycle, words))  # type: ignore[arg-type] # uvicorn names every message
        else:
            words.say(self.cycle)


def limited_to(max_header_bytes: int, *, max_body_bytes: int = LimitedProtocol.max_body_bytes) -> type[LimitedProtocol]:
    """The protocol for one server's limits; uvicorn makes one for each connection."""
    limits = {"max_header_bytes": max_header_bytes, "max_body_bytes": max_body_bytes}
    return type("LimitedProtocol", (LimitedProtocol,), limits)
