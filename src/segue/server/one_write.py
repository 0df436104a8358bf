"""One write for a response's head and what follows it, where the server makes two."""

from __future__ import annotations

from segue.server.outgoing import Outgoing


class HeadWithBody:
    """A connection for one response: its head waits for what follows, because uvloop sends each write by itself, and
    that costs as much as all else of sending a response."""

    __slots__ = ("_head", "_transport", "_write", "is_closing")

    def __init__(self, transport: Outgoing) -> None:
        self._transport = transport
        self._head: bytes | None = None
        self._write = self._begin
        self.is_closing = transport.is_closing

    def write(self, data: bytes) -> None:
        """Write, but for the head, which is kept for the next time."""
        self._write(data)

    def flush(self) -> None:
        """Write what is kept: the answer to a HEAD has no body."""
        if self._head is not None:
            self._follow(b"")

    def close(self) -> None:
        """Write what is kept, and close the line."""
        self.flush()
        self._transport.close()

    def _begin(self, data: bytes) -> None:
        self._head, self._write = data, self._follow

    def _follow(self, data: bytes) -> None:
        assert self._head is not None
        self._transport.write(self._head + data)
        self._head, self._write = None, self._transport.write
