"""Runs the gateway: listens, serves, stops. The first signal lets answers finish, the second does not."""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import uvicorn
from typing_extensions import override
from uvicorn.protocols.http.flow_control import CLOSE_HEADER
from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

from segue.config.settings import ServerSettings
from segue.domain.addresses import is_loopback_name
from segue.errors import ConfigError
from segue.server.asgi import Gateway
from segue.server.collector import settle_collector
from segue.server.contract import TurnTaker
from segue.server.gate import Gate
from segue.server.huge_pages import move_to_huge_pages
from segue.server.keys import CallerKeys
from segue.server.open_files import allow_many_files
from segue.server.protocol import STALL_S, limited_to

KEEP_ALIVE_S = 75
"""How long an idle connection stays open; longer than the 60 s of common proxies, so that they close first."""
CUT_S = 1.0
"""How long answers that are cut off at the end may take to say so."""
_BACKLOG = 2048

_log = logging.getLogger(__name__)


def listen(settings: ServerSettings) -> socket.socket:
    """A listening socket. Raises ConfigError when the address cannot be had."""
    host, port = settings.host, settings.port
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        hint = "Use an address of this machine, as 127.0.0.1."
        message = f"There is no address '{host}' to listen on: {error.strerror}."
        raise ConfigError(message, key="server.host", hint=hint) from error
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "TCP_USER_TIMEOUT"):  # Linux; its connections have it from it
            listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, int(STALL_S * 1000))
        listener.bind(address)
        listener.listen(_BACKLOG)
        listener.setblocking(False)
    except OSError as error:
        listener.close()
        raise ConfigError(
            f"Cannot listen on {host} port {port}: {error.strerror}.",
            key="server.port",
            hint="Choose another with --port; --port 0 takes a free one.",
        ) from error
    return listener


def url_of(listener: socket.socket) -> str:
    """The address that clients use, with the port that was taken."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def check_open_to_all(settings: ServerSettings, keys: CallerKeys) -> None:
    """Refuse to be reachable from elsewhere while nobody has a key. Raises ConfigError."""
    if not is_loopback_name(settings.host) and not keys.are_in_use:
        raise ConfigError(
            f"'{settings.host}' can be reached from other machines, and no caller key exists.",
            key="server.host",
            hint="Make one first: segue callers create NAME",
        )


async def serve(turns: TurnTaker, listener: socket.socket, *, ready: Callable[[GatewayServer], None]) -> bool:
    """Serve until told to stop. `ready` is called once, when requests are taken; True when every answer could finish.

    Raises ConfigError when the address can be reached from elsewhere and no caller key exists.
    """
    settings = turns.settings.server
    keys = CallerKeys(turns.journal)
    await keys.load()
    check_open_to_all(settings, keys)
    gate = Gate()
    server = GatewayServer(Gateway(turns, keys=keys, gate=gate), gate, settings, ready=ready)
    async with asyncio.TaskGroup() as group:
        refreshing = group.create_task(keys.keep_fresh(), name="segue-caller-keys")
        try:
            await server.serve(sockets=[listener])
        finally:
            refreshing.cancel()
    return server.all_finished


class GatewayServer(uvicorn.Server):
    """uvicorn's server with another end: while answers finish it goes on listening, and refuses new ones with 503."""

    def __init__(
        self, app: Gateway, gate: Gate, settings: ServerSettings, *, ready: Callable[[GatewayServer], None]
    ) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http=limited_to(settings.max_header_bytes, max_body_bytes=settings.max_body_bytes),
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,  # who is local is decided by the connection, never by a header
                timeout_keep_alive=KEEP_ALIVE_S,
                backlog=_BACKLOG,
            )
        )
        self._gate = gate
        self._stop_s = settings.stop_s
        self._ready = ready
        self.all_finished = True
        """False when answers were cut off at the end."""

    def stop(self) -> None:
        """Begin to stop; a second call ends at once."""
        self._say_stopping()
        self._gate.close(at_once=self.should_exit)
        self.should_exit = True

    def _say_stopping(self) -> None:
        count = self._gate.under_way
        answers = "1 answer" if count == 1 else f"{count} answers"
        if not count:
            _log.info("Stopping.")
        elif self.should_exit:
            _log.info("Stopping at once: %s cut off.", answers)
        else:
            _log.info("Stopping; waiting for %s (a second signal ends them).", answers)

    @override
    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        allow_many_files()
        await super().startup(sockets)
        settle_collector()
        self._ready(self)
        await asyncio.to_thread(move_to_huge_pages)  # a tenth of a second, in which requests are served

    @override
    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._gate.close()
        self._keep_no_connection()
        await self._let_finish()
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        tasks = set(self.server_state.tasks)
        self.all_finished = not self._gate.under_way
        for task in tasks if self._gate.under_way else ():
            task.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=CUT_S)
        for connection in list(self.server_state.connections):
            connection.transport.close()

    def _keep_no_connection(self) -> None:
        """Have each connection's next answer be its last: who asks again connects anew, maybe to another replica."""
        state = self.server_state
        state.default_headers = [*state.default_headers, CLOSE_HEADER]
        for connection in state.connections:
            cycle: RequestResponseCycle | None = getattr(connection, "cycle", None)
            if cycle is not None:
                cycle.keep_alive = False

    async def _let_finish(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(self._stop_s):
                await self._gate.may_end.wait()

    @override
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Stop on SIGINT and SIGTERM. uvicorn raises them again at the end: a good stop would look like a crash."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.stop)
        try:
            yield
        finally:
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.remove_signal_handler(number)
