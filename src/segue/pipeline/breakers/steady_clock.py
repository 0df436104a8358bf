"""Moments that stay in order when somebody sets the machine's clock."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

SET_S: Final = 0.5
"""Less than this between two clocks is no sign that one was set: they are read one after the other, and drift."""


class SteadyClock:
    """Seconds since the epoch as the machine's clock had them at the start, plus those that passed since.

    A machine's clock may be set by hours while Segue runs: what rests then neither rests longer nor less long.
    """

    def __init__(
        self, *, machine: Callable[[], float] = time.time, passed: Callable[[], float] = time.monotonic
    ) -> None:
        self._machine = machine
        self._passed = passed
        self._began_s = machine() - passed()
        self._behind_s = 0.0

    def __call__(self) -> float:
        """Now."""
        return self._began_s + self._passed()

    def behind_s(self) -> float:
        """What to add to a moment of this clock, so that others understand it: how far the machine's is ahead.

        0 until that is set for the first time, and the same number until it is set again.
        """
        behind_s = self._machine() - self()
        if abs(behind_s - self._behind_s) > SET_S:
            self._behind_s = behind_s
        return self._behind_s


STEADY: Final = SteadyClock()
"""This process's."""
