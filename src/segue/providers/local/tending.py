"""What a loaded model needs while it is loaded: a look once a second whether it hangs, or was idle for too long, and
somebody who notices its death."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from segue.errors import ProviderError
from segue.providers.local.answering import QUIET_S

if TYPE_CHECKING:
    from segue.providers.local.keeper import ModelKeeper
    from segue.providers.local.loaded import Loaded

_STEP_S = 1.0
_AGAIN_S = 30.0
"""Pause before a pinned model that could not be loaded is tried again, where it does not rest for a time that is known:
as long as the longest rest."""


class Tending:
    """One keeper's; looks only while something is loaded."""

    def __init__(self, keeper: ModelKeeper) -> None:
        self._keeper = keeper
        self._looking: asyncio.Task[None] | None = None
        self._staying: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """It was loaded."""
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look_on(), name=f"segue-tend-{self._keeper.spec.model}")
        if self._staying is not None and self._staying.done():  # somebody unloaded it, and loaded it again
            self._staying = None
            self.stay_loaded()

    def stay_loaded(self) -> None:
        """Load it in the background, and again whenever it died; once somebody unloads it, it is left alone."""
        if self._staying is None:
            self._staying = asyncio.create_task(self._stay(), name=f"segue-pin-{self._keeper.spec.model}")

    async def close(self) -> None:
        """Look no more."""
        for task in (self._looking, self._staying):
            if task is not None:
                task.cancel()
                await asyncio.wait([task])

    async def tend(self) -> None:
        """End a worker that hangs; unload one that was idle for too long."""
        keeper = self._keeper
        if (loaded := keeper.present()) is None:
            return
        if loaded.is_suspect or (loaded.answers and loaded.silent_s >= QUIET_S):
            await self._ask_whether_well(loaded)
        limit_s = keeper.rules.idle_unload_s
        if limit_s is not None and not keeper.is_pinned and keeper.is_idle and loaded.idle_s >= limit_s:
            await keeper.unload_if_idle(f"idle for {loaded.idle_s:.0f} s")

    async def _ask_whether_well(self, loaded: Loaded) -> None:
        said_s, hang_s = loaded.heard_s, self._keeper.rules.hang_s
        if await loaded.is_well(hang_s) and not loaded.has_stalled(hang_s):
            loaded.is_suspect = False
        elif loaded.heard_s == said_s and loaded.worker.is_alive:
            loaded.end_hung(hang_s)
            await self._keeper.note_death(loaded)

    async def _look_on(self) -> None:
        while (loaded := self._keeper.present()) is not None:
            try:
                async with asyncio.timeout(_STEP_S):
                    await loaded.worker.wait_dead()
            except TimeoutError:
                await self.tend()
            if not loaded.worker.is_alive:
                await self._keeper.mourn(loaded)

    async def _stay(self) -> None:
        while True:
            try:
                loaded = await self._keeper.ensure_loaded()
            except ProviderError as error:  # told as an event
                await asyncio.sleep(min(error.retry_after_s or _AGAIN_S, _AGAIN_S))
                continue
            await loaded.worker.wait_dead()
            if not self._keeper.is_dead(loaded):
                return
