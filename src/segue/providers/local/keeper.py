"""Keeps one local model in at most one worker: loads it for whoever comes first, and anew after a death.

unloaded ── ensure_loaded ──> loading ──> loaded ── unload, idle too long, close ──> unloaded
                                 │           │
                               failed      died, hung ── ensure_loaded, after a rest ──> loading
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager, ExitStack, asynccontextmanager, nullcontext
from datetime import UTC, datetime
from time import monotonic
from typing import Protocol

from segue.domain.chat import ChatRequest, ProviderPiece
from segue.domain.models import ModelRef, ModelStatus
from segue.errors import Overloaded, ProviderError, WorkerDied
from segue.events import ModelStateChanged, Teller
from segue.providers.contract import LoadedModel
from segue.providers.local.answering import AnswerInLine
from segue.providers.local.keeping import Keeping
from segue.providers.local.line import Line
from segue.providers.local.loaded import Loaded
from segue.providers.local.parting import ControlWords
from segue.providers.local.plain_words import control_of
from segue.providers.local.process import WorkerProcess
from segue.providers.local.resting import Rest
from segue.providers.local.room import Admits, NeedOf, NoRoomKept
from segue.providers.local.spec import WorkerSpec, why_it_ended
from segue.providers.local.tending import Tending

_DEATH_S = 1.0
"""How long the system may take to tell of a death that a broken connection already showed."""


_MARGIN, _MARGIN_BYTES = 2, 2**30
"""What a worker may take beyond the upper bound of its need: it is to be stopped when it runs wild, not when a
prediction was wrong. Our choice."""


class Watches(Protocol):
    """What a keeper needs of whoever measures processes."""

    def watch(self, model: ModelRef, pid: int) -> None:
        """From now on this process holds a model."""
        ...

    def forget(self, pid: int) -> None:
        """It ended."""
        ...


class ModelKeeper:
    """One model of this machine. `now_s` is a clock that only goes forward."""

    def __init__(
        self,
        spec: WorkerSpec,
        teller: Teller,
        rules: Keeping,
        *,
        room: Admits | None = None,
        monitor: Watches | None = None,
        need_of: NeedOf | None = None,
        in_use: Callable[[], AbstractContextManager[None]] = nullcontext,
        now_s: Callable[[], float] = monotonic,
    ) -> None:
        """`in_use`: holds the files while they are loaded; entered in a thread before a load."""
        self.spec, self.rules = spec, rules
        self.line = Line(spec.plan.parallel, most_waiting=rules.queue)
        self._teller, self._now_s = teller, now_s
        self._room = room or NoRoomKept()
        self._monitor, self._need_of = monitor, need_of
        self._change = asyncio.Lock()  # at most one worker is started, stopped or waited for at a time
        self._worker: WorkerProcess | None = None
        """The one that loads or is loaded."""
        self._loaded: Loaded | None = None
        self._loading: asyncio.Task[None] | None = None
        self._control: ControlWords | None = None
        """As the newest load found them."""
        self._rest = Rest(now_s)
        self._is_refused = False
        """True: the newest load found no room, which was told."""
        self._memory_limit_bytes: int | None = None
        self._in_use, self._files = in_use, ExitStack()
        self._tending = Tending(self)
        self._room.register(self)

    @property
    def status(self) -> ModelStatus:
        """READY, LOADING while that gets on, WAITING to load, RESTING after repeated failures, or LOADABLE."""
        if self.alive() is not None:
            return ModelStatus.READY
        if self._loading is not None:
            is_still = self._worker is not None and self._worker.is_still
            is_waiting = is_still or self.present() is not None or self._room.is_waiting(self)
            return ModelStatus.WAITING if is_waiting else ModelStatus.LOADING
        return ModelStatus.RESTING if self._rest.left_s > 0 else ModelStatus.LOADABLE

    @property
    def pid(self) -> int | None:
        """Of its worker process, also while that loads; None: there is none."""
        return self._worker.pid if self._worker is not None and self._worker.is_alive else None

    @property
    def is_idle(self) -> bool:
        """Whether it is loaded, and nobody is answered or waits for it."""
        loaded = self.alive()
        return loaded is not None and not loaded.answers and not self.line.is_used

    @property
    def is_pinned(self) -> bool:
        """Whether it is to stay in memory."""
        return self.rules.is_pinned

    @property
    def last_used_s(self) -> float:
        """When its last answer ended, or it was loaded, on this keeper's clock; 0 where it is not loaded."""
        return self._loaded.used_s if self._loaded is not None else 0.0

    def held(self) -> LoadedModel | None:
        """What it takes of this machine now, also while an unload waits for its answers; None: nothing."""
        if (loaded := self.present()) is None:
            return None
        worker, timings, limit_s = loaded.worker, loaded.timings, self.rules.idle_unload_s
        return LoadedModel(
            self.spec.model,
            worker.pid,
            worker.rss_bytes(),
            worker.load_s,
            context_tokens=worker.spec.plan.context_tokens,
            answers=loaded.answers,
            waiting=self.line.waiting,
            idle_s=loaded.idle_s,
            prompt_tokens_per_s=timings.prompt_per_second if timings else None,
            output_tokens_per_s=timings.predicted_per_second if timings else None,
            is_pinned=self.is_pinned,
            leaves_in_s=max(0.0, limit_s - loaded.idle_s)
            if limit_s is not None and self.is_idle and not self.is_pinned
            else None,
        )

    def alive(self) -> Loaded | None:
        """The worker that answers; None: there is none."""
        return loaded if (loaded := self.present()) is not None and not loaded.is_leaving else None

    def present(self) -> Loaded | None:
        """The worker in memory, also one that is about to leave it; None: there is none."""
        return self._loaded if self._loaded is not None and self._loaded.worker.is_alive else None

    async def ensure_loaded(self) -> Loaded:
        """The worker that answers; many callers load once. Leaving early does not end the load: the next needs it."""
        while (loaded := self.alive()) is None:
            await self._load_once()
        return loaded

    def yield_turn(self, yields: bool) -> None:
        """True: begin no answers that wait in line, as another model waits for this one's memory; False: begin them."""
        self.line.hold(yields)

    async def admit_prompt(self, tokens: int) -> None:
        """Return once there is memory for a prompt with its answer. Raises NotEnoughMemory."""
        await self._room.admit_prompt(self, tokens=tokens)

    @asynccontextmanager
    async def answer(self, request: ChatRequest) -> AsyncIterator[AsyncIterator[ProviderPiece]]:
        """Ask the model; it is loaded first where it is not, and waits in line where others are answered. Leaving early
        ends the answer in the worker. Raises Overloaded at once where the line is full."""
        ticket = self.line.join(request.session)
        if ticket is None:
            raise Overloaded(
                f"{self.line.waiting} answers wait in line for it, which is all that may.",
                model=self.spec.model,
                hint="Raise `parallel` or `queue`, or put another model behind it (`fallbacks`).",
            )
        asked = AnswerInLine(self, request, ticket)
        try:
            yield await asked.begin()
        finally:
            try:
                await asked.aclose()
            finally:
                self.line.leave(ticket)

    async def unload(self) -> bool:
        """Free the model's memory once running answers are over; False when it was not loaded.

        New answers meanwhile wait and load it anew. Raises Overloaded when answers run longer than `unload_s`; then
        it stays. Raises WorkerDied when they did not come to their end: its memory is free then as well.
        """
        async with self._change:
            if (loaded := self.alive()) is None:
                return False
            loaded.is_leaving = True
            try:
                async with asyncio.timeout(self.rules.unload_s):
                    await loaded.wait_unused()
            except TimeoutError as error:
                loaded.is_leaving = False
                message = f"It was still answering after {self.rules.unload_s:g} s and stays loaded."
                raise Overloaded(message, model=self.spec.model) from error
            except BaseException:
                loaded.is_leaving = False
                raise
            died = None if loaded.worker.is_alive else await self.note_death(loaded)
            self._loaded = None
            await self._clear(loaded)
        if died is not None:
            raise died
        self._tell("unloaded")
        return True

    async def unload_if_idle(self, why: str = "") -> bool:
        """Unload it unless it is used; False at once where it is, or where it is being loaded or unloaded already."""
        if self._change.locked() or not self.is_idle:
            return False
        async with self._change:  # nobody holds it: this does not wait
            loaded, self._loaded = self._loaded, None
            assert loaded is not None, "nothing waits between looking and taking"
            await self._clear(loaded)
        self._tell("unloaded", why)
        return True

    async def close(self) -> None:
        """End the worker at once, also in the middle of an answer or a load."""
        self._room.forget(self)
        await self._tending.close()
        if self._loading is not None:
            self._loading.cancel()
            await asyncio.wait([self._loading])
        async with self._change:
            loaded, self._loaded = self._loaded, None
            if loaded is not None:
                await self._clear(loaded)

    def is_dead(self, loaded: Loaded) -> bool:
        """Whether it ended by itself: nobody unloaded it."""
        return loaded.is_mourned or (self._loaded is loaded and not loaded.is_leaving)

    def keep_loaded(self) -> None:
        """Load it in the background, and again whenever it died."""
        self._tending.stay_loaded()

    async def tend(self) -> None:
        """What is due: a worker that hangs is ended, one that is idle for too long is unloaded."""
        await self._tending.tend()

    def succeeded(self) -> None:
        """An answer came to its end."""
        self._rest.succeeded()

    async def blame(self, error: ProviderError, loaded: Loaded) -> ProviderError:
        """WorkerDied when that is why a connection broke, else the error itself."""
        try:
            async with asyncio.timeout(_DEATH_S):
                await loaded.worker.wait_dead()
        except TimeoutError:
            return error
        died = await self.note_death(loaded)
        died.was_counted, loaded.is_blamed = loaded.is_blamed, True
        return died

    async def mourn(self, dead: Loaded) -> None:
        """A worker ended, perhaps while nobody asked it: tell of it, and hold its files no longer."""
        if self.is_dead(dead):
            await self.note_death(dead)
        async with self._change:
            if self._loaded is dead:
                await self._bury()

    async def note_death(self, dead: Loaded) -> WorkerDied:
        """Why it ended, and what to do. A death is counted once, however many answers it ended."""
        exit_code = await dead.worker.wait_dead()
        why, hint = why_it_ended(
            exit_code,
            ran_out_of_memory=await dead.worker.ran_out_of_memory(),
            hung_s=dead.hung_s,
            memory_limit_bytes=self._memory_limit_bytes,
        )
        died = WorkerDied(why, model=self.spec.model, hint=hint)
        if not dead.is_mourned:
            dead.is_mourned = True
            self._rest.failed(died)
            self._tell("died", why)
            if self._monitor is not None:
                self._monitor.forget(dead.worker.pid)
        return died

    async def _load_once(self) -> None:
        loading = self._loading
        if loading is None:
            loading = self._loading = asyncio.create_task(self._load(), name=f"segue-load-{self.spec.model}")
            loading.add_done_callback(self._load_ended)
        await asyncio.wait([loading])  # other than awaiting it, this leaves it alone when the caller is cancelled
        if loading.cancelled():
            raise Overloaded("It was closed while it loaded.", model=self.spec.model)
        loading.result()

    def _load_ended(self, loading: asyncio.Task[None]) -> None:
        self._loading = None
        self._room.load_ended(self)
        if not loading.cancelled():
            loading.exception()  # nobody may be left to take it

    async def _load(self) -> None:
        async with self._change:
            if self.alive() is not None:
                return
            await self._bury()
            self._rest.require_over()
            await self._admit()
            self._tell("loading")
            try:
                await asyncio.to_thread(self._hold_files)
                worker = await self._start()
            except ProviderError as error:
                error.was_counted = False  # however many waited for the load: it failed once
                self._tell("failed", error.message)
                raise
            self._loaded = await Loaded.open(
                worker, connect_s=self.rules.connect_s, now_s=self._now_s, control=self._control
            )
            self._tending.begin()
            if self._monitor is not None:
                self._monitor.watch(self.spec.model, worker.pid)
            self._tell("loaded", f"{worker.load_s:.2f} s")

    async def _admit(self) -> None:
        """Wait for room. The first refusal is told, not each one of many."""
        try:
            await self._room.admit(self)
        except ProviderError as error:
            if not self._is_refused:
                self._is_refused = True
                self._tell("refused", error.message)
            raise
        self._is_refused = False

    async def _start(self) -> WorkerProcess:
        rules = self.rules
        self._memory_limit_bytes = await self._limit_bytes()
        worker = self._worker = WorkerProcess(
            self.spec,
            start_s=rules.start_s,
            hang_s=rules.hang_s,
            nice=rules.nice,
            memory_limit_bytes=self._memory_limit_bytes,
        )
        try:
            await worker.start()
        except ProviderError as error:
            self._rest.failed(error)
            raise
        finally:
            if not worker.is_alive:
                self._worker = None
                self._files.close()
        return worker

    async def _limit_bytes(self) -> int | None:
        """Most memory of its own that the worker may take: what is set, else far more than it is known to need."""
        plan, limit_bytes = self.spec.plan, self.rules.memory_limit_bytes
        if limit_bytes is not None or self._need_of is None or plan.backend != "llama_cpp" or plan.gpu_layers:
            return limit_bytes  # drivers of GPUs and torch set aside far more than they use
        need = await asyncio.to_thread(self._need_of, self.spec)
        return None if need is None else _MARGIN * need.upper_bytes + _MARGIN_BYTES

    def _hold_files(self) -> None:
        self._files.close()  # a load that was cancelled may have left them
        self._files.enter_context(self._in_use())
        self._control = control_of(self.spec)

    async def _bury(self) -> None:
        """Clear away a worker that died; only under `_change`."""
        if (dead := self._loaded) is not None:
            await self.note_death(dead)
            self._loaded = None
            await self._clear(dead)

    async def _clear(self, loaded: Loaded) -> None:
        """End a worker and forget it; only under `_change`."""
        self.line.forget()
        try:
            await loaded.close()
        finally:
            self._worker = None
            self._files.close()
            if self._monitor is not None:
                self._monitor.forget(loaded.worker.pid)

    def _tell(self, state: str, detail: str = "") -> None:
        self._teller.tell(ModelStateChanged(self.spec.model, state, datetime.now(UTC), detail))
