"""Reads the machine once a second for everybody who wants to know: one sampler, in a thread of its own."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Final, Self, TypeAlias

from segue.domain.models import ModelRef
from segue.machine.history import History
from segue.machine.readings import Reading
from segue.machine.sampler import Sampler
from segue.machine.trends import WINDOW_S, Trends, trends

Hearer: TypeAlias = Callable[[Reading], None]
"""Is called in the event loop with each new reading, and returns at once."""

END_S: Final = 2.0
"""How long the end waits for a reading that is under way: a disk or a driver may hang."""

_log = logging.getLogger(__name__)


class SystemResourceMonitor:
    """What this computer and our workers on it are doing. An async context manager; it belongs to one event loop.

    Workers are told of by `watch` and `forget`, also before it is opened. It never stops by itself: what cannot be
    read is unknown (None) in its readings, and a failure is logged once.
    """

    def __init__(self, home: Path, *, every_s: float = 1.0, sampler: Sampler | None = None) -> None:
        """`home`: where Segue keeps its files; `every_s`: pause between two readings; `sampler` replaces its own."""
        self.every_s = every_s
        self._sampler = sampler or Sampler(home)
        self._history = History()
        self._workers: dict[int, ModelRef] = {}
        self._hearers: list[Hearer] = []
        self._noted: set[str] = set()
        self._latest: Reading | None = None
        self._is_exact = False
        self._one = asyncio.Lock()  # one reading at a time: the sampler is for one thread
        self._threads: ThreadPoolExecutor | None = None
        self._tasks: tuple[asyncio.Task[None], ...] = ()

    async def __aenter__(self) -> Self:
        self._threads = ThreadPoolExecutor(1, "segue-monitor")
        self._tasks = (
            asyncio.create_task(self._read_on(), name="segue-monitor"),
            asyncio.create_task(self._open_gpus(), name="segue-monitor-gpus"),
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.wait(self._tasks)
        threads, self._threads = self._threads, None
        assert threads is not None
        with suppress(TimeoutError):
            async with asyncio.timeout(END_S):
                await asyncio.get_running_loop().run_in_executor(threads, self._sampler.close)
        threads.shutdown(wait=False)

    @property
    def latest(self) -> Reading | None:
        """The newest reading; None in the first milliseconds."""
        return self._latest

    @property
    def history(self) -> tuple[Reading, ...]:
        """Readings of the last five minutes, and one a minute of half a day before; oldest first."""
        return tuple(self._history)

    def trends(self) -> Trends:
        """Where memory and disk are going, by the last minute."""
        return trends(self._history.recent(WINDOW_S))

    def watch(self, model: ModelRef, pid: int) -> None:
        """Read this process as well, which holds a model."""
        self._workers[pid] = model

    def forget(self, pid: int) -> None:
        """Read a process no more; harmless for one that was not watched."""
        self._workers.pop(pid, None)

    def subscribe(self, hearer: Hearer) -> Callable[[], None]:
        """Have somebody told of each new reading; returns what ends it."""
        self._hearers.append(hearer)
        return lambda: self._hearers.remove(hearer)

    async def read_now(self) -> Reading:
        """A reading that began after this was called, in which also what each worker holds alone is of now.

        Many callers share one. Takes a millisecond or two, and some 10 ms for each GB that workers hold. The monitor
        has to be open.
        """
        asked_s = time.monotonic()
        async with self._one:
            if self._latest is not None and self._latest.at_s > asked_s and self._is_exact:
                return self._latest
            return await self._read(is_exact=True)

    async def _read_on(self) -> None:
        while True:
            began_s = time.monotonic()
            try:
                async with self._one:
                    await self._read(is_exact=False)
            except Exception as error:  # noqa: BLE001 - a kernel's odd answer must not end all later readings
                self._note("The machine could not be read", error)
            await asyncio.sleep(max(0.0, began_s + self.every_s - time.monotonic()))

    async def _read(self, *, is_exact: bool) -> Reading:
        """Only under `_one`."""
        assert self._threads is not None, "a monitor reads while it is open"
        wanted, loop = dict(self._workers), asyncio.get_running_loop()
        reading = await loop.run_in_executor(self._threads, lambda: self._sampler.read(wanted, is_exact=is_exact))
        self._latest, self._is_exact = reading, is_exact
        self._history.add(reading)
        for hear in tuple(self._hearers):
            try:
                hear(reading)
            except Exception as error:  # noqa: BLE001 - one hearer must not keep readings from the others
                self._note("Somebody failed at a reading of the machine", error)
        return reading

    def _note(self, what: str, error: Exception) -> None:
        """One line for each kind of failure, however often it comes."""
        said = f"{what}: {type(error).__name__}"
        if said not in self._noted:
            self._noted.add(said)
            _log.error("%s: %s. It goes on.", said, error)

    async def _open_gpus(self) -> None:
        """Beside the first readings: a driver that sleeps takes seconds."""
        await asyncio.to_thread(self._sampler.open_gpus)
