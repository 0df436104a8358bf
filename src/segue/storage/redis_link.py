"""One Redis server, spoken to: its address, and a few connections to it.

A connection serves the next command only after the reply to the last one was read whole. A call that is cancelled or
runs out of time takes its connection with it, so that a late reply never reaches another call.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import parse_qsl, urlsplit

from segue.errors import ConfigError, StorageError
from segue.storage.redis_faults import failures, redis_error

if TYPE_CHECKING:
    from redis.asyncio.connection import AbstractConnection

T = TypeVar("T")

CONNECTIONS = 16
"""Most connections of one process; further calls wait for one. A command takes less than a millisecond nearby."""
IDLE_S = 30.0
"""Unused for so long, a connection is not trusted any more: what stands between may have dropped it unheard."""
LONGEST_S = 5.0
"""Longest wait of a call, for whoever uses it without a guard; a guard gives up far earlier."""
CLOSE_S = 1.0
"""Longest wait for the other side when a connection is closed."""

_HOW = "Write `redis://USER:PASSWORD@HOST:PORT/DB`, with special characters of a password as `%XX`."
_OURS = frozenset({"host", "port", "path", "db", "username", "password"})
"""What an address may say, besides what begins with `ssl_`; the rest would change how a connection behaves."""


class RedisLink:
    """Sends commands to the server behind an address, on up to CONNECTIONS connections that it makes when needed.

    Raises ConfigError for an address that is none, PartMissing where redis-py is not installed. An async context
    manager; opening it connects to nothing.
    """

    def __init__(self, url: str) -> None:
        self._failures = failures()
        self._address = _read_address(url)
        self.where = self._address.where
        self._tls: Any = None
        unfit: tuple[type[Exception], ...] = (TypeError, *self._failures)
        try:
            # Trust is read from files: once, and before anybody waits for a connection.
            self._tls = getattr(self._make(), "ssl_context", None)
            if self._tls is not None:
                self._tls.get()
        except unfit:
            raise _no_address("One of its options does not fit.") from None
        self._slots = asyncio.Semaphore(CONNECTIONS)
        self._idle: list[tuple[AbstractConnection, float]] = []
        """Connections that wait for a command and since when, the last one used at the end."""
        self._is_open = False

    async def __aenter__(self) -> RedisLink:
        self._is_open = True
        return self

    async def __aexit__(self, *_: object) -> None:
        self._is_open = False
        # A server that hangs does not hold up the end: its connections are let go.
        with suppress(*self._failures):
            async with asyncio.timeout(CLOSE_S):
                while self._idle:
                    await self._idle[-1][0].disconnect()
                    self._idle.pop()
        await self._drop_idle()

    async def ask(self, read: Callable[[object], T], *command: str | bytes | float) -> T:
        """The reply to a command, as `read` understands it: what is no such reply is a ValueError there.

        Every failure is a StorageError. The command is sent at most once.
        """
        if not self._is_open:
            raise StorageError(f"The cache {self.where} is not open.", hint="Enter it with `async with` first.")
        try:
            async with asyncio.timeout(LONGEST_S), self._slots:
                return read(await self._exchange(*command))
        except self._failures as error:
            raise redis_error(error, where=self.where) from error

    async def _exchange(self, *command: str | bytes | float) -> object:
        connection = await self._take()
        try:
            await connection.connect()  # type: ignore[no-untyped-call] # does nothing where it is connected
            await connection.send_command(*command)
            reply: object = await connection.read_response()
        except BaseException as error:
            await connection.disconnect(nowait=True)
            if isinstance(error, Exception):
                await self._drop_idle()  # a server that was restarted has forgotten them all
            raise
        self._idle.append((connection, asyncio.get_running_loop().time()))
        if not self._is_open:  # closed meanwhile
            await self._drop_idle()
        return reply

    async def _take(self) -> AbstractConnection:
        """A connection that nobody uses. The one that was used last has the least chance of being dropped unheard."""
        if self._idle:
            connection, since_s = self._idle.pop()
            if asyncio.get_running_loop().time() - since_s < IDLE_S:
                return connection
            await connection.disconnect(nowait=True)
            await self._drop_idle()
        return self._make()

    async def _drop_idle(self) -> None:
        while self._idle:
            await self._idle.pop()[0].disconnect(nowait=True)

    def _make(self) -> AbstractConnection:
        """A connection that is not connected yet. It tries once, and its user bounds its time."""
        address = self._address
        connection = address.kind(**address.options, protocol=2, socket_timeout=None, socket_connect_timeout=None)
        if self._tls is not None:
            connection.ssl_context = self._tls  # type: ignore[attr-defined] # TLS connections have it
        return connection


@dataclass(frozen=True, slots=True)
class _Address:
    kind: type[AbstractConnection]
    options: Mapping[str, Any] = field(repr=False)
    """What to connect with, the password too."""
    where: str
    """Where to, as it may be shown."""


def _read_address(url: str) -> _Address:
    """Where and how to connect. Raises ConfigError, which shows nothing of the address."""
    from redis.asyncio.connection import Connection, parse_url

    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port or 6379
        if parts.query:
            parse_qsl(parts.query, strict_parsing=True)
        options: dict[str, Any] = {**parse_url(url)}
    except ValueError:
        raise _no_address("") from None  # a port that is none may be the half of a password
    kind = options.pop("connection_class", Connection)
    if foreign := {name for name in options if name not in _OURS and not name.startswith("ssl_")}:
        raise _no_address(f"It has options that Segue does not take: {len(foreign)}.")
    if parts.scheme == "unix":
        if not parts.path.strip("/") or parts.fragment:
            raise _no_address("It names no socket.")
        return _Address(kind, options, f"unix://{parts.path}")
    # A password with a `/` or `#` in it shifts all that follows: host and database then look wrong.
    if not host or parts.fragment or not re.fullmatch(r"/?|/\d+", parts.path):
        raise _no_address("")
    shown = f"[{host}]" if ":" in host else host
    if parts.scheme == "rediss" and "ssl_cert_reqs" not in options:
        options.setdefault("ssl_check_hostname", True)  # not so by itself before redis-py 6
    return _Address(kind, options, f"{parts.scheme}://{shown}:{port}/{options.get('db', 0)}")


def _no_address(what: str) -> ConfigError:
    return ConfigError(f"That is not the address of a Redis server. {what}".rstrip(), key="cache.url", hint=_HOW)
