"""The end of a connection on which something came that cannot be read."""

from __future__ import annotations

from uvicorn.protocols.http.flow_control import FlowControl

from segue.server.cycle import Cycle
from segue.server.outgoing import Outgoing
from segue.server.wire import WHOLE, Header, Message, Receive, Send


class Deaf:
    """A parser that hears nothing: what comes after a fault is no request."""

    def feed_data(self, data: bytes | memoryview) -> None:
        """Throw it away."""


class LastWords:
    """A refusal that ends its connection: said at once, or as an application when earlier answers are out."""

    def __init__(self, status: int, kind: Header, body: bytes) -> None:
        self._status = status
        self._headers = [kind, (b"content-length", b"%d" % len(body))]
        self._body = body

    def cycle(self, transport: Outgoing, flow: FlowControl, default_headers: list[Header]) -> Cycle:
        """What to say it to: the answer to no request, after which the line is closed."""
        return Cycle(
            {"method": "GET"},
            transport,
            flow,
            default_headers=default_headers,
            waits_for_go_ahead=False,
            keep_alive=False,
            on_response=lambda: None,
        )

    def say(self, cycle: Cycle) -> None:
        """Say it at once."""
        cycle.answer(self._status, self._headers, self._body)

    async def __call__(self, _scope: Message, _receive: Receive, send: Send) -> None:
        """Say it in its turn, to Segue's own server."""
        await send({"type": WHOLE, "status": self._status, "headers": self._headers, "body": self._body})
