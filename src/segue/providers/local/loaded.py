"""A worker that answers, with the connections to it, its answers under way, and whether it is well."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from segue.domain.chat import ChatRequest
from segue.domain.models import ModelRef
from segue.errors import ProviderError
from segue.providers.contract import Answer
from segue.providers.local.parting import ControlWords
from segue.providers.local.plain_words import plain
from segue.providers.local.process import WorkerProcess
from segue.providers.local.timings import TimedReader, Timings
from segue.providers.openai_json import Dialect
from segue.providers.openai_protocol import OpenAIProtocol
from segue.providers.wire import Wire

_LLAMA_CPP = Dialect(tells_progress=True)
"""Asked to tell its progress, llama.cpp also writes after each batch of the prompt, and by that notices that nobody
reads any more; else it looks once a second."""
_AGAIN_S = 0.2
_LEAST_SHARE, _TICKS_S = 0.01, 0.03
"""Of one processor; and what counting by the clock's ticks may add. Whoever reads weights from a disk uses more."""
_PATIENCE = 3
"""How many times longer it may stall than leave a question unanswered: standing still is the weaker sign."""
_HEALTH = "/health"
"""llama.cpp answers it beside its work, whatever it is at (its tools/server/README)."""


class Loaded:
    """Made by `open`, ended by `close`. `now_s` is a clock that only goes forward."""

    def __init__(
        self, worker: WorkerProcess, wire: Wire, now_s: Callable[[], float], control: ControlWords | None
    ) -> None:
        self.worker = worker
        self._control = control
        self.is_mourned = False
        """True once its death was counted."""
        self.is_blamed = False
        """True once an answer failed by it: further ones are the same failure."""
        self.is_leaving = False
        """True while an unload waits for its answers: no new ones are begun."""
        self.hung_s: float | None = None
        """How long it had left a question unanswered when it was ended for that; None: it was not."""
        self.is_suspect = False
        """True: an answer was left while it said nothing."""
        self.timings: Timings | None = None
        """Of the last answer; None: nothing was told."""
        self.answers = 0
        """Under way."""
        self.heard_s = self.used_s = now_s()
        """When it last said anything; when its last answer ended, or it was loaded."""
        self._effort = 0.0, 0.0, 0.0
        """When it was last heard, processor time used until then, and when that was looked at."""
        self._wire, self._now_s = wire, now_s
        self._protocol = OpenAIProtocol(wire, dialect=_LLAMA_CPP)
        self._unused = asyncio.Event()
        self._unused.set()

    @classmethod
    async def open(
        cls, worker: WorkerProcess, *, connect_s: float, now_s: Callable[[], float], control: ControlWords | None
    ) -> Loaded:
        """Connect to a started worker, which from here on belongs to the result. `control`: the words that it would
        take for control tokens; None: it sees to that itself."""
        base_url = "http://worker/v1" if worker.socket_path else f"{worker.address}/v1"
        wire = Wire(base_url, key=worker.api_key, unix_socket=worker.socket_path, connect_s=connect_s)
        await wire.__aenter__()
        return cls(worker, wire, now_s, control)

    @property
    def silent_s(self) -> float:
        """How long it has said nothing."""
        return self._now_s() - self.heard_s

    @property
    def idle_s(self) -> float:
        """How long nobody was answered."""
        return 0.0 if self.answers else self._now_s() - self.used_s

    def heard(self) -> None:
        """It said something."""
        self.heard_s, self.is_suspect = self._now_s(), False

    def ask(self, request: ChatRequest, model: ModelRef, passes_fields: frozenset[str]) -> tuple[Answer, TimedReader]:
        """An answer, not entered yet, and what reads it."""
        reader = TimedReader(model, tells_progress=True)
        if self._control is not None:
            request = plain(request, self._control)
        return self._protocol.answer(request, model, passes_fields=passes_fields, reader=reader), reader

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Hold it loaded while an answer is under way."""
        self.answers += 1
        self._unused.clear()
        self.heard_s = self._now_s()  # what it said before is no sign of this answer
        try:
            yield
        finally:
            self.answers -= 1
            self.used_s = self._now_s()
            if not self.answers:
                self._unused.set()

    async def wait_unused(self) -> None:
        """Wait until no answer is under way; the caller sets the limit."""
        await self._unused.wait()

    async def is_well(self, within_s: float) -> bool:
        """Ask the worker whether it is well. Whatever it says, it is, also that it knows no such question."""
        with suppress(TimeoutError):
            async with asyncio.timeout(within_s):
                while self.worker.is_alive and self._wire.is_open:
                    try:
                        async with self._wire.get(_HEALTH, model=self.worker.spec.model):
                            return True
                    except ProviderError:  # it takes no connection, or is dying
                        await asyncio.sleep(_AGAIN_S)
        return not (self.worker.is_alive and self._wire.is_open)  # its end is told as that

    def has_stalled(self, hang_s: float) -> bool:
        """Whether answers are under way, and for three times so long it has said nothing and hardly used a processor;
        to be asked now and then."""
        heard_s, cpu_s, at_s = self._effort
        now_s, used_s = self._now_s(), self.worker.cpu_s or 0.0
        if self.heard_s != heard_s or used_s - cpu_s > _TICKS_S + _LEAST_SHARE * (now_s - at_s):
            self._effort = self.heard_s, used_s, now_s
            return False
        return bool(self.answers) and now_s - at_s >= _PATIENCE * hang_s

    def end_hung(self, waited_s: float) -> None:
        """End a worker that leaves questions unanswered; its answers break off by that."""
        self.hung_s = waited_s
        self.worker.kill()

    async def close(self) -> None:
        """End the connections and the worker at once."""
        try:
            await self._wire.__aexit__()
        finally:
            await self.worker.stop()
