"""Server-sent events: from the bytes of a stream to the data of its events, wherever the chunks are cut."""

from __future__ import annotations

from collections.abc import Iterator

_BOM = b"\xef\xbb\xbf"
_LINE_FEED, _CARRIAGE_RETURN = b"\n\r"
"""As numbers: bytes are looked for in bytes at a quarter of the speed."""
MAX_EVENT_BYTES = 4 * 2**20
"""Longest event that is read: a provider that sends more is broken, and memory is not endless."""


class EventTooLong(ValueError):
    """An event is longer than the limit. Holds none of it."""


class SseParser:
    """Reads one stream, chunk by chunk; each call returns the data of the events that became whole, in order.

    Follows the WHATWG's "Server-sent events" (9.2.6) but for one thing: the last event also counts without the blank
    line that should end it, for servers that leave it out. Comments, names, ids and retry times are skipped.
    """

    __slots__ = ("_begun", "_limit_bytes", "_parts", "_size_bytes", "_skip_line_feed")

    def __init__(self, limit_bytes: int = MAX_EVENT_BYTES) -> None:
        self._parts: list[bytes] = []
        self._size_bytes = 0
        self._skip_line_feed = False
        self._begun = False
        self._limit_bytes = limit_bytes

    def feed(self, chunk: bytes) -> list[bytes]:
        """The data of the events that end within this chunk. Raises EventTooLong."""
        if _CARRIAGE_RETURN in chunk or self._skip_line_feed:
            chunk = self._unify(chunk)
        if not chunk:
            return []
        parts = self._parts
        if b"\n\n" not in chunk and not (chunk[0] == _LINE_FEED and parts and parts[-1][-1] == _LINE_FEED):
            self._keep(chunk)
            return []
        text = self._take(chunk)
        whole, _, rest = text.rpartition(b"\n\n")
        if rest:
            self._keep(rest)
        return list(_data(whole))

    def end(self) -> list[bytes]:
        """What is left when the stream is over: at most one event, and it may be cut."""
        return list(_data(self._take(b"")))

    def _unify(self, chunk: bytes) -> bytes:
        """Make every line end a line feed; one CR LF may be cut in two."""
        if not chunk:
            return chunk
        if self._skip_line_feed and chunk[0] == _LINE_FEED:
            chunk = chunk[1:]
            self._skip_line_feed = False
            if not chunk:
                return chunk
        self._skip_line_feed = chunk[-1] == _CARRIAGE_RETURN
        return chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")

    def _keep(self, chunk: bytes) -> None:
        self._parts.append(chunk)
        self._size_bytes += len(chunk)
        if self._size_bytes > self._limit_bytes:
            raise EventTooLong(f"an event is longer than {self._limit_bytes} bytes")

    def _take(self, chunk: bytes) -> bytes:
        """Everything that was kept, and the chunk; the mark that may open a stream is left out."""
        if self._parts:
            self._parts.append(chunk)
            chunk = b"".join(self._parts)
            self._parts = []
            self._size_bytes = 0
        if not self._begun and chunk:
            self._begun = True
            chunk = chunk.removeprefix(_BOM)
        return chunk


def _data(text: bytes) -> Iterator[bytes]:
    """The data of each event in `text`, whose events are parted by blank lines."""
    for block in text.split(b"\n\n"):
        if block.startswith(b"data:") and _LINE_FEED not in block:  # as nearly all are
            yield block[6:] if block[5:6] == b" " else block[5:]
        elif (data := _lines_of(block)) is not None:
            yield data


def _lines_of(block: bytes) -> bytes | None:
    """The data lines of one event, joined by line feeds; None when it has none."""
    lines = []
    for line in block.split(b"\n"):
        name, _, value = line.partition(b":")
        if name == b"data":
            lines.append(value.removeprefix(b" "))
    return b"\n".join(lines) if lines else None
