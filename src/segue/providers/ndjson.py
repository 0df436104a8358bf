"""Newline-delimited JSON: from the bytes of a stream to its lines, wherever the chunks are cut."""

from __future__ import annotations

from segue.providers.sse import MAX_EVENT_BYTES, EventTooLong


class LineParser:
    """Reads one stream, chunk by chunk; each call returns the lines that became whole, in order, without empty ones."""

    __slots__ = ("_limit_bytes", "_parts", "_size_bytes")

    def __init__(self, limit_bytes: int = MAX_EVENT_BYTES) -> None:
        self._parts: list[bytes] = []
        self._size_bytes = 0
        self._limit_bytes = limit_bytes

    def feed(self, chunk: bytes) -> list[bytes]:
        """The lines that end within this chunk. Raises EventTooLong."""
        whole, end, rest = chunk.rpartition(b"\n")
        if not end:
            self._keep(rest)
            return []
        text = b"".join((*self._parts, whole))
        self._parts, self._size_bytes = [], 0
        if rest:
            self._keep(rest)
        return [line for line in map(bytes.strip, text.split(b"\n")) if line]

    def end(self) -> list[bytes]:
        """What is left when the stream is over: at most one line, and it may be cut."""
        line = b"".join(self._parts).strip()
        self._parts, self._size_bytes = [], 0
        return [line] if line else []

    def _keep(self, part: bytes) -> None:
        self._parts.append(part)
        self._size_bytes += len(part)
        if self._size_bytes > self._limit_bytes:
            raise EventTooLong(f"one line is longer than {self._limit_bytes} bytes")
