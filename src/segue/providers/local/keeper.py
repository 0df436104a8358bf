"""Keeps one local model in at most one worker: loads it for whoever comes first, and anew after a death.

unloaded ── ensure_loaded ──> loading ──> loaded ── unload, close ──> unloaded
                                 │           │
                               failed      died ── ensure_loaded, after a rest ──> loading
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from time import monotonic

from segue.domain.chat import ChatRequest, ProviderPiece, TextDelta
from segue.domain.models import ModelStatus
from segue.errors import ConnectionLost, Overloaded, ProviderError, StreamCut, Unreachable, WorkerDied
from segue.events import ModelStateChanged, Teller
from segue.providers.contract import LoadedModel
from segue.providers.local.loaded import Loaded
from segue.providers.local.process import WorkerProcess
from segue.providers.local.spec import WorkerSpec

PASSES_FIELDS = frozenset(
    {"top_k", "min_p", "typical_p", "repeat_penalty", "repeat_last_n", "logit_bias", "ignore_eos"}
)
"""Request fields that llama.cpp's server understands beyond OpenAI's (its tools/server/README, 2026-10)."""
_REST_S = 0.5
"""Rest after the second failure in a row; it doubles with each further one."""
_LONGEST_REST_S = 30.0
_DEATH_S = 1.0
"""How long the system may take to tell of a death that a broken connection already showed."""
_BROKEN = (StreamCut, ConnectionLost, Unreachable)
"""What an answer ends with when its worker dies."""
_UNLOAD_S = 300.0
"""Longest wait of an unload for running answers: 4,096 tokens at 14 a second."""


class ModelKeeper:
    """One model of this machine. `now_s` is a clock that only goes forward."""

    def __init__(
        self,
        spec: WorkerSpec,
        teller: Teller,
        *,
        start_s: float,
        connect_s: float,
        unload_s: float = _UNLOAD_S,
        now_s: Callable[[], float] = monotonic,
    ) -> None:
        self.spec = spec
        self._teller = teller
        self._start_s, self._connect_s, self._unload_s, self._now_s = start_s, connect_s, unload_s, now_s
        self._change = asyncio.Lock()  # at most one worker is started, stopped or waited for at a time
        self._loaded: Loaded | None = None
        self._loading: asyncio.Task[None] | None = None
        self._failures = 0
        self._last_failure = ""
        self._rests_until_s = 0.0

    @property
    def status(self) -> ModelStatus:
        """READY, LOADING, RESTING after repeated failures, or LOADABLE."""
        if self._alive() is not None:
            return ModelStatus.READY
        if self._loading is not None:
            return ModelStatus.LOADING
        return ModelStatus.RESTING if self._rest_s() > 0 else ModelStatus.LOADABLE

    def held(self) -> LoadedModel | None:
        """What it takes of this machine now; None when it is not loaded."""
        if (loaded := self._alive()) is None:
            return None
        worker = loaded.worker
        return LoadedModel(self.spec.model, worker.pid, worker.rss_bytes(), worker.load_s)

    async def ensure_loaded(self) -> Loaded:
        """The worker that answers; many callers load once. Leaving early does not end the load: the next needs it."""
        while (loaded := self._alive()) is None:
            await self._load_once()
        return loaded

    @asynccontextmanager
    async def answer(self, request: ChatRequest) -> AsyncIterator[AsyncIterator[ProviderPiece]]:
        """Ask the model; it is loaded first where it is not. Leaving early ends the answer in the worker."""
        loaded = await self.ensure_loaded()
        with loaded.in_use():
            # Always as a stream, which alone tells its progress and does not repeat what it goes on with.
            streamed = replace(request, stream=True)
            asked = loaded.protocol.answer(streamed, self.spec.model, passes_fields=PASSES_FIELDS)
            try:
                pieces = await asked.__aenter__()
            except _BROKEN as error:
                raise await self._blame(error, loaded) from error
            told = self._told(pieces if request.stream else _in_one_piece(pieces), loaded)
            try:
                yield told
            finally:
                await told.aclose()
                await asked.__aexit__(None, None, None)

    async def unload(self) -> bool:
        """Free the model's memory once running answers are over; False when it was not loaded.

        New answers meanwhile wait and load it anew. Raises Overloaded when answers run longer than `unload_s`; then
        it stays.
        """
        async with self._change:
            if (loaded := self._alive()) is None:
                return False
            self._loaded = None
            try:
                async with asyncio.timeout(self._unload_s):
                    await loaded.wait_unused()
            except TimeoutError as error:
                self._loaded = loaded
                message = f"It was still answering after {self._unload_s:g} s and stays loaded."
                raise Overloaded(message, model=self.spec.model) from error
            except BaseException:
                self._loaded = loaded
                raise
            await loaded.close()
        self._tell("unloaded")
        return True

    async def close(self) -> None:
        """End the worker at once, also in the middle of an answer or a load."""
        if self._loading is not None:
            self._loading.cancel()
            await asyncio.wait([self._loading])
        async with self._change:
            loaded, self._loaded = self._loaded, None
            if loaded is not None:
                await loaded.close()

    def _alive(self) -> Loaded | None:
        return self._loaded if self._loaded is not None and self._loaded.worker.is_alive else None

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
        if not loading.cancelled():
            loading.exception()  # nobody may be left to take it

    async def _load(self) -> None:
        async with self._change:
            if self._alive() is not None:
                return
            await self._bury()
            self._require_rested()
            self._tell("loading")
            worker = WorkerProcess(self.spec, start_s=self._start_s)
            try:
                await worker.start()
            except ProviderError as error:
                self._failed(error.message)
                self._tell("unloaded", error.code)
                raise
            self._loaded = await Loaded.open(worker, connect_s=self._connect_s)
            self._tell("loaded", f"{worker.load_s:.2f} s")

    async def _bury(self) -> None:
        """Clear away a worker that died; only under `_change`."""
        dead, self._loaded = self._loaded, None
        if dead is not None:
            self._note_death(dead, await dead.worker.wait_dead())
            await dead.close()

    async def _told(self, pieces: AsyncIterator[ProviderPiece], loaded: Loaded) -> AsyncGenerator[ProviderPiece, None]:
        try:
            async for piece in pieces:
                yield piece
        except _BROKEN as error:
            raise await self._blame(error, loaded) from error
        self._failures = 0

    async def _blame(self, error: ProviderError, loaded: Loaded) -> ProviderError:
        """WorkerDied when that is why a connection broke, else the error itself."""
        try:
            async with asyncio.timeout(_DEATH_S):
                exit_code = await loaded.worker.wait_dead()
        except TimeoutError:
            return error
        self._note_death(loaded, exit_code)
        return WorkerDied(
            f"The process that held it ended during the answer (exit code {exit_code}).",
            model=self.spec.model,
        )

    def _note_death(self, dead: Loaded, exit_code: int) -> None:
        """Count a death once, however many answers it ended."""
        if dead.is_mourned:
            return
        dead.is_mourned = True
        self._failed(f"Its process ended (exit code {exit_code}).")
        self._tell("died", f"exit code {exit_code}")

    def _failed(self, message: str) -> None:
        self._failures += 1
        self._last_failure = message
        if self._failures > 1:
            rest_s = min(_REST_S * 2 ** (self._failures - 2), _LONGEST_REST_S)
            self._rests_until_s = self._now_s() + rest_s

    def _rest_s(self) -> float:
        return self._rests_until_s - self._now_s()

    def _require_rested(self) -> None:
        if (rest_s := self._rest_s()) > 0:
            raise Overloaded(
                f"It failed {self._failures} times in a row and rests. {self._last_failure}",
                model=self.spec.model,
                retry_after_s=rest_s,
            )

    def _tell(self, state: str, detail: str = "") -> None:
        self._teller.tell(ModelStateChanged(self.spec.model, state, datetime.now(UTC), detail))


async def _in_one_piece(pieces: AsyncIterator[ProviderPiece]) -> AsyncGenerator[ProviderPiece]:
    """The same answer for somebody who did not ask for a stream: all its words as one delta."""
    words: list[str] = []
    async for piece in pieces:
        if isinstance(piece, TextDelta):
            words.append(piece.text)
            continue
        if words:
            yield TextDelta("".join(words))
            words.clear()
        yield piece
