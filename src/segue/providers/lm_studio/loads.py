"""Loads that were told to a server: each model is loaded once, and a load goes on when nobody waits for it any more."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine

from segue.domain.models import ModelRef
from segue.errors import Overloaded
from segue.providers.residency import Residency


class Loads:
    """The loads under way of one server. Whoever made it closes it; that leaves a load to the server."""

    def __init__(self, provider: str, residency: Residency) -> None:
        """`residency` is told of each, so that its model counts as loading."""
        self._provider, self._residency = provider, residency
        self._tasks: dict[str, asyncio.Task[None]] = {}

    async def once(self, model: str, load: Callable[[], Coroutine[None, None, None]]) -> None:
        """Wait for the model's load, begun by `load` unless one is under way. Raises what it raised.

        The server goes on with a load whose asker left, and told again it would load a second copy: so it is left
        alone when the caller is cancelled. `load` has its own deadline.
        """
        task = self._tasks.get(model)
        if task is None:
            began_s = self._residency.begin(model)
            task = self._tasks[model] = asyncio.create_task(load(), name=f"segue-load-{self._provider}:{model}")

            def ended(task: asyncio.Task[None]) -> None:
                self._tasks.pop(model, None)
                self._residency.end(model, began_s)
                if not task.cancelled():
                    task.exception()  # nobody may be left to take it

            task.add_done_callback(ended)
        await asyncio.wait([task])
        if task.cancelled():
            raise Overloaded("Its provider was closed while it loaded.", model=ModelRef(self._provider, model))
        task.result()

    async def close(self) -> None:
        """Wait for none of them any more."""
        tasks = tuple(self._tasks.values())
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
