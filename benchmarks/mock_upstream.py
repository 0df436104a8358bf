"""A model provider that costs almost nothing: the OpenAI shapes over real HTTP, from bytes prepared at the start.

`python benchmarks/mock_upstream.py --port N`. The model `mock` sends a stream's chunks without a pause, each in a write
of its own as providers do; `mock-paced` sends one every 20 ms. Written on bare sockets, so that the server under test
and not this one sets the pace.
"""

import argparse
import asyncio
from collections.abc import Sequence
from typing import cast

import httptools
import msgspec
import uvloop
from typing_extensions import override

import talk

_HEAD = b"HTTP/1.1 %s\r\ncontent-type: %s\r\n%s\r\n"
END = b"0\r\n\r\n"
"""What ends the body of a stream."""


class StreamOptions(msgspec.Struct):
    """What of `stream_options` changes the answer."""

    include_usage: bool = False


class Request(msgspec.Struct):
    """What of a chat request changes the answer."""

    model: str
    stream: bool = False
    stream_options: StreamOptions | None = None


def whole(status: bytes, body: bytes) -> bytes:
    """An answer of known length as it is written: head and body."""
    length = b"content-length: %d\r\n" % len(body)
    return _HEAD % (status, b"application/json", length) + body


def frames(events: Sequence[bytes]) -> Sequence[bytes]:
    """A streamed answer as a sequence of writes: the first carries the head, the last ends the body."""
    head = _HEAD % (b"200 OK", b"text/event-stream; charset=utf-8", b"transfer-encoding: chunked\r\n")
    chunks = [b"%x\r\n%s\r\n" % (len(event), event) for event in events]
    return [head + chunks[0], *chunks[1:-1], chunks[-1] + END]


_MODELS = (talk.MODEL, talk.PACED_MODEL)
_PLAIN = {model: whole(b"200 OK", talk.plain_body(model)) for model in _MODELS}
_STREAM = {
    (model, usage): frames(talk.stream_events(model, with_usage=usage)) for model in _MODELS for usage in (False, True)
}
_LIST = whole(
    b"200 OK",
    msgspec.json.encode({"object": "list", "data": [{"id": model, "object": "model"} for model in _MODELS]}),
)
_DECODER = msgspec.json.Decoder(Request)


def error(status: bytes, message: str, kind: str = "invalid_request_error") -> bytes:
    """A refusal in the shape that OpenAI gives it."""
    return whole(status, msgspec.json.encode({"error": {"message": message, "type": kind}}))


class Provider(asyncio.Protocol):
    """One connection; answers one request after another (no pipelining: no client of the benchmark uses it)."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._parser = httptools.HttpRequestParser(self)
        self._transport: asyncio.Transport | None = None
        self._url = b""
        self._body: list[bytes] = []

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)  # uvloop's class is not registered as one

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None

    @override
    def data_received(self, data: bytes) -> None:
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserError as fault:
            self.write(error(b"400 Bad Request", str(fault)))

    def on_message_begin(self) -> None:
        self._url, self._body = b"", []

    def on_url(self, url: bytes) -> None:
        self._url += url

    def on_body(self, body: bytes) -> None:
        self._body.append(body)

    def on_message_complete(self) -> None:
        if self._url.endswith(b"/chat/completions"):
            self.answer(b"".join(self._body))
        elif self._url.endswith(b"/models"):
            self.write(_LIST)
        else:
            self.write(error(b"404 Not Found", "The mock upstream has /v1/chat/completions and /v1/models."))

    def answer(self, body: bytes) -> None:
        """Answer one chat request."""
        try:
            request = _DECODER.decode(body)
        except msgspec.MsgspecError as fault:
            self.write(error(b"400 Bad Request", str(fault)))
            return
        if request.model not in _PLAIN:
            self.write(error(b"404 Not Found", f"The mock upstream has no model {request.model!r}."))
        elif not request.stream:
            self.write(_PLAIN[request.model])
        else:
            self._stream(request)

    def _stream(self, request: Request) -> None:
        with_usage = request.stream_options is not None and request.stream_options.include_usage
        writes = _STREAM[request.model, with_usage]
        if request.model == talk.PACED_MODEL:
            self._send_paced(writes, 0, self._loop.time())
        else:
            self.send_next(writes, 0)

    def send_next(self, writes: Sequence[bytes], index: int) -> None:
        """One write a turn of the loop: those made within one turn would leave as one."""
        if self.write(writes[index]) and index + 1 < len(writes):
            self._loop.call_soon(self.send_next, writes, index + 1)

    def _send_paced(self, writes: Sequence[bytes], index: int, due_s: float) -> None:
        """One write a period, by the clock and not by the one before, so that delays do not add up."""
        if self.write(writes[index]) and index + 1 < len(writes):
            next_s = due_s + talk.PERIOD_S
            self._loop.call_at(next_s, self._send_paced, writes, index + 1, next_s)

    def write(self, data: bytes) -> bool:
        """Send, unless the other side has left; says whether it was there."""
        if self._transport is None or self._transport.is_closing():
            return False
        self._transport.write(data)
        return True


async def _serve(port: int) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Provider(loop), "127.0.0.1", port, backlog=1024)
    async with server:
        await server.serve_forever()


def main() -> None:
    """Serve until the process is ended."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    uvloop.run(_serve(parser.parse_args().port))


if __name__ == "__main__":
    main()
