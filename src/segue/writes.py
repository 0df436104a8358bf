"""Writes of one round of the event loop, made one straight after the other when the round is over.

A write wakes whoever reads at the other end. Where that is on this machine, as clients, proxies and models' servers
often are, to wake them takes twice as long as to write; many turns that move on in the same round wake them once. Under
load that is a fifth of a turn's processor time. Few turns seldom meet in a round: their writes wait for nothing.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import MutableMapping
from typing import Final
from weakref import WeakKeyDictionary

_CROWD: Final = 4
"""Turns under way from which a round is worth waiting for: it costs a look at every connection."""


class Writes:
    """What waits for the end of this round, in the order in which it came. Not for several loops."""

    __slots__ = ("_waiting", "under_way")

    def __init__(self) -> None:
        self.under_way = 0
        """Turns that are being answered; whoever answers them counts."""
        self._waiting: deque[tuple[asyncio.WriteTransport, bytes]] = deque()

    def write(self, transport: asyncio.WriteTransport, data: bytes) -> None:
        """Write `data`, behind all that waits; where many turns are under way once this round is over. Then it is
        forgotten where the connection is closed before. What is written to `transport` itself overtakes it."""
        if not self._waiting:  # else its own connection's last one may be among them, however few turns are left
            if self.under_way < _CROWD:
                transport.write(data)
                return
            asyncio.get_running_loop().call_soon(self.flush)
        self._waiting.append((transport, data))

    def flush(self) -> None:
        """Write all that waits, now: before a connection is closed that some of it may be for. Raises nothing: a
        connection that fails is ended, and whoever waits for it told so; the others get what is theirs."""
        waiting = self._waiting
        while waiting:
            transport, data = waiting.popleft()
            if transport.is_closing():
                continue
            try:
                transport.write(data)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is that connection's alone
                told = {"message": "A connection took no write.", "exception": error, "transport": transport}
                asyncio.get_running_loop().call_exception_handler(told)
                transport.abort()


_BY_LOOP: Final[MutableMapping[asyncio.AbstractEventLoop, Writes]] = WeakKeyDictionary()


def writes_of(loop: asyncio.AbstractEventLoop) -> Writes:
    """Those of a loop, whoever asks: the more of them go together, the better."""
    if (found := _BY_LOOP.get(loop)) is None:
        found = _BY_LOOP[loop] = Writes()
    return found
