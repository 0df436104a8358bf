"""What is measured, and how: windows of load on one server at a time, in rounds in which the peers take turns.

Machines are noisy, so nothing is compared across time: each round puts the same load on the upstream itself and on
every peer, one straight after the other; figures are compared within a round, and the median over the rounds counts.
"""

import asyncio
import math
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Literal

import psutil

import talk
from answers import faults
from clients import Ask, Heard, Load, listen, share
from peers import Peer, Place
from processes import Server

Kind = Literal["plain", "short", "stream", "paced"]
KINDS: tuple[Kind, ...] = ("plain", "short", "stream", "paced")
"""A whole answer; one to a message of one line, by the fewest clients; fifty in a burst; fifty, one every 20 ms."""
WHOLE = ("plain", "short")
"""Those that are not streamed."""
DIRECT = "direct"
"""The name of the upstream asked without a gateway."""
_WARM_UP_S = 0.15
_SETTLE_S = 2.0
_PAUSE_S = 0.1
_IDLE = 0.03
"""A server that takes less of its core than this share (0 to 1) has nothing left to do."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One load: what is asked, by how many clients at once."""

    kind: Kind
    clients: int


@dataclass(frozen=True, slots=True)
class Target:
    """One that is asked: the upstream (no server of its own to meter) or a peer."""

    name: str
    ask_model: str
    path: str
    headers: tuple[tuple[str, str], ...]
    port: int
    server: Server | None = None
    core: int | None = None

    @classmethod
    def of(cls, peer: Peer, place: Place, server: Server, core: int | None) -> "Target":
        """A running peer."""
        return cls(peer.name, peer.model, peer.path, peer.headers(place), server.port, server, core)

    def ask(self, kind: Kind) -> Ask:
        """The request of this kind, as this one wants it."""
        model = self.ask_model.format(model=talk.PACED_MODEL if kind == "paced" else talk.MODEL)
        question = talk.SHORT_QUESTION if kind == "short" else talk.QUESTION
        body = talk.request_body(model, stream=kind not in WHOLE, question=question)
        return Ask(self.port, self.path, body, self.headers)


@dataclass(frozen=True, slots=True)
class Sample:
    """What one window of load on one target gave."""

    target: str
    cell: Cell
    answers: int
    per_second: float
    p50_s: float
    p95_s: float
    first_text_s: float
    """Median time from the request to the first text; not a number for whole answers."""
    cpu_s: float
    """Processor seconds of the server's process tree an answer; not a number for the upstream."""
    core_others: float
    """Share (0 to 1) of the gateway's core that went to anything but this server."""
    errors: tuple[str, ...]


def load_of(cell: Cell, seconds: float) -> Load:
    """Paced streams last a second each: they start spread over one, and for `seconds` more."""
    if cell.kind == "paced":
        return Load(cell.clients, seconds=1.0 + seconds, stagger_s=1.0)
    return Load(cell.clients, seconds)


async def sample(target: Target, cell: Cell, load: Load) -> Sample:
    """Put one load on one target. The warm-up opens the server's own connections and is not counted, its errors are."""
    warm = await listen(target.ask("stream" if cell.kind == "stream" else "plain"), Load(cell.clients, _WARM_UP_S))
    await _settled(target)
    meter = _Meter(target)
    heard = await listen(target.ask(cell.kind), load)
    await _settled(target)
    cpu_s, others = meter.read()
    errors = [*warm.errors, *heard.errors, *faults(heard.bodies, streamed=cell.kind not in WHOLE)]
    return _summed_up(target.name, cell, heard, cpu_s, others, errors)


async def _settled(target: Target) -> None:
    """Wait while the server still works on what it has answered (records, logs): that is a cost of the answers too."""
    if target.server is None:
        return
    limit, spent_s = perf_counter() + _SETTLE_S, target.server.cpu_s()
    while perf_counter() < limit:
        await asyncio.sleep(_PAUSE_S)
        before_s, spent_s = spent_s, target.server.cpu_s()
        if spent_s - before_s < _IDLE * _PAUSE_S:
            return


def _summed_up(name: str, cell: Cell, heard: Heard, cpu_s: float, others: float, errors: Sequence[str]) -> Sample:
    count = len(heard.latency_s)
    return Sample(
        target=name,
        cell=cell,
        answers=count,
        per_second=count / heard.elapsed_s,
        p50_s=share(heard.latency_s, 0.5),
        p95_s=share(heard.latency_s, 0.95),
        first_text_s=math.nan if cell.kind in WHOLE else share(heard.first_text_s, 0.5),
        cpu_s=cpu_s / count if count else math.nan,
        core_others=others,
        errors=tuple(errors),
    )


class _Meter:
    """Processor time of a target's server, and of its core, since this was made."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._cpu_s, self._busy_s, self._total_s = self._now()

    def read(self) -> tuple[float, float]:
        """Processor seconds of the server, and the share of its core that went to others."""
        cpu_s, busy_s, total_s = (now - then for now, then in zip(self._now(), self._start(), strict=True))
        return cpu_s, max(0.0, busy_s - cpu_s) / total_s if total_s else math.nan

    def _start(self) -> tuple[float, float, float]:
        return self._cpu_s, self._busy_s, self._total_s

    def _now(self) -> tuple[float, float, float]:
        if self._target.server is None:
            return math.nan, math.nan, math.nan
        cpu_s = self._target.server.cpu_s()
        if self._target.core is None:
            return cpu_s, math.nan, math.nan
        core = psutil.cpu_times(percpu=True)[self._target.core]
        waiting_s = core.idle + getattr(core, "iowait", 0.0)
        # Linux counts the time of guests within user and nice as well.
        guest_s = getattr(core, "guest", 0.0) + getattr(core, "guest_nice", 0.0)
        total_s = sum(core) - guest_s
        return cpu_s, total_s - waiting_s, total_s


async def take_turns(
    targets: Sequence[Target], cells: Sequence[Cell], *, rounds: int, seconds: float
) -> AsyncIterator[tuple[int, Sample]]:
    """Every sample with the number of its round, as it is taken. The order of the targets alternates."""
    for number in range(rounds):
        order = targets if number % 2 == 0 else targets[::-1]
        for cell in cells:
            for target in order:
                yield number, await sample(target, cell, load_of(cell, seconds))
