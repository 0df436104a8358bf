"""Probes and metrics: whether the process lives, whether it takes requests, and its figures for operators."""

from __future__ import annotations

from segue.server.access import OPERATES, Door
from segue.server.contract import TurnTaker
from segue.server.gate import Gate
from segue.server.wire import Incoming, respond

_METRICS_TYPE = (b"content-type", b"text/plain; version=0.0.4; charset=utf-8")


class Probes:
    """Answers `/livez`, `/readyz` and `/metrics`. The first two ask nobody: no provider, no store, no key."""

    def __init__(self, turns: TurnTaker, door: Door, gate: Gate) -> None:
        self._turns = turns
        self._door = door
        self._gate = gate

    async def live(self, request: Incoming) -> None:
        """200 while the event loop runs."""
        await respond(request.send, b'{"status":"ok"}')

    async def ready(self, request: Incoming) -> None:
        """200 from the start on, 503 once the gateway was told to stop."""
        if self._gate.is_closing:
            await respond(request.send, b'{"status":"stopping"}', status=503)
        else:
            await respond(request.send, b'{"status":"ok"}')

    async def metrics(self, request: Incoming) -> None:
        """Prometheus text, for operators."""
        await self._door.admit(request.headers, OPERATES)
        await respond(request.send, self._turns.metrics(), headers=(_METRICS_TYPE,))
