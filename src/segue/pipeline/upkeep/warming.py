"""Makes ready, once the program serves, what its start does not wait for."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from typing import Final, Self

START_S: Final = 0.5
"""How long it waits to be told that the program serves; a program that never says so is in no hurry then."""
PAUSE_S: Final = 0.0005
"""How long it rests between two steps: whoever serves a turn then has the interpreter at once. Without it a turn waits
up to 5 ms for it (`sys.getswitchinterval`), and again after whatever it waits for: a first turn took 0.3 s instead of
0.15."""

_DONE: Final = object()


class Warming:
    """Does work step by step in a thread of its own, behind the start: beside it, it would take half of its time.

    A context manager. Nobody may rely on the work: who comes before it is done does their part of it themselves.
    """

    def __init__(self, work: Callable[[], Iterable[None]], *, name: str, start_s: float = START_S) -> None:
        self._work = work
        self._start_s = start_s
        self._is_wanted = threading.Event()
        self._is_over = False
        # A daemon: the program may end in the middle of it.
        self._thread = threading.Thread(target=self._go, name=name, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over = True
        self._is_wanted.set()

    def begin(self) -> None:
        """Begin now: the program serves."""
        self._is_wanted.set()

    def _go(self) -> None:
        self._is_wanted.wait(self._start_s)
        steps = iter(self._work())
        while not self._is_over and next(steps, _DONE) is not _DONE:
            time.sleep(PAUSE_S)
