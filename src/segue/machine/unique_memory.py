"""Looks at memory that is a worker's alone only as often as that costs little: the kernel goes through every page.

It took 14 ms for each GB of a mapped file here; `SHARE` bounds what all workers together may take of a processor.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from segue.machine.source import WorkerSource

SHARE: Final = 0.002
"""Most of one processor that looking takes, of the 1 % that all readings may take (issue's acceptance)."""


class UniqueMemory:
    """What one worker holds alone, as of its last look."""

    def __init__(self, worker: WorkerSource, *, clock: Callable[[], float] = time.thread_time) -> None:
        """`clock` tells the processor time of this thread."""
        self._worker = worker
        self._clock = clock
        self._known: int | None = None
        self._due_s = float("-inf")

    def read(self, now_s: float, *, workers: int, is_due: bool = False) -> int | None:
        """Bytes; looked at anew when it `is_due`, or when what the last look cost is made up for.

        `workers`: how many share the bound.
        """
        if is_due or now_s >= self._due_s:
            began_s = self._clock()
            self._known = self._worker.unique_bytes()
            self._due_s = now_s + (self._clock() - began_s) * workers / SHARE
        return self._known
