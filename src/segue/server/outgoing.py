"""A client's connection whose whole answers go out together with those of other turns."""

from __future__ import annotations

import asyncio
from typing import Any

from segue.writes import Writes


class Outgoing:
    """The connection as what answers a request sees it: whole answers may wait for the end of the loop's round, but not
    beyond the end of the connection. Everything else is the connection's own, a stream's words too."""

    __slots__ = ("_transport", "is_closing", "write", "writes")

    def __init__(self, transport: asyncio.Transport, writes: Writes) -> None:
        self._transport = transport
        self.writes = writes
        self.write = transport.write
        self.is_closing = transport.is_closing

    def write_whole(self, data: bytes) -> None:
        """Write a whole answer. The next on this connection is begun in a later round, behind it."""
        self.writes.write(self._transport, data)

    def close(self) -> None:
        """Write what waits, and close the line."""
        self.writes.flush()
        self._transport.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)
