"""Work that is done again and again behind the path, where nobody waits for it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Self

from segue.pipeline.timing.waiting import until_set

_log = logging.getLogger(__name__)


class Behind:
    """Does something every `every_s` seconds and once more at the end, in one task.

    An async context manager. What the work raises ends it, and is raised when the context is left.
    """

    def __init__(
        self, work: Callable[[], Awaitable[None]], *, every_s: float, name: str, is_needed: bool = True
    ) -> None:
        """`is_needed`: False where there is nothing to do, as without other replicas; then there is no task either."""
        self._work = work
        self._every_s = every_s
        self._name = name
        self._is_needed = is_needed
        self._is_over = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        if self._is_needed:
            self._task = asyncio.create_task(self._go_on(), name=self._name)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._is_over.set()
        if self._task is not None:
            await self._task

    async def _go_on(self) -> None:
        while not self._is_over.is_set():
            await self._work()
            await until_set(self._is_over, self._every_s)
        await self._work()


@asynccontextmanager
async def repeated(work: Callable[[], Awaitable[None]], *, every_s: float, name: str) -> AsyncGenerator[None]:
    """Do something now and then again, as long as the context is open; leaving it breaks it off.

    What the work raises goes to the log, once until it works again, and it is tried again.
    """

    async def go_on() -> None:
        fails = False
        while True:
            try:
                await work()
                fails = False
            except Exception:  # noqa: BLE001 - one bad moment must not end all later times
                if not fails:
                    _log.exception("%s failed; it is tried again every %g s.", name, every_s)
                fails = True
            await asyncio.sleep(every_s)

    task = asyncio.create_task(go_on(), name=name)
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
