"""Leaving models behind the path: whoever speaks, or waits, does not wait for another one to be left."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Self

END_S = 3.0
"""How long the end of the program waits for models that are being left."""

_log = logging.getLogger(__name__)


class Leaving:
    """Carries out what is to be done about models that are not wanted any more.

    An async context manager: leaving it waits for what is under way, `END_S` at most. What is handed over raises
    nothing.
    """

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[object]] = set()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=END_S)
        for task in tuple(self._tasks):
            task.cancel()
            _log.warning("A model could not be left within %.0f s; the program ends without it.", END_S)

    def start(self, work: Coroutine[None, None, None]) -> None:
        """Do this at once, beside the path."""
        self.watch(asyncio.get_running_loop().create_task(work, name="segue-leaving"))

    def watch(self, task: asyncio.Task[object] | asyncio.Task[None]) -> None:
        """Keep a task that was cancelled until it has ended: the loop itself holds it only loosely."""
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
