"""Whether a worker that loads does anything: whoever uses no processor and reads nothing stands still."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Final

import psutil

LOOK_S: Final = 0.25
"""How often a load is looked at."""
_STILL_S: Final = 1.0
"""From here on a load that does nothing is silence: then another model is started beside it. Our choice."""


class Progress:
    """One load's. Somebody has to look now and then."""

    def __init__(self, effort: Callable[[], object], now_s: Callable[[], float] = monotonic) -> None:
        """`effort`: what was done so far; anything that differs once more was done."""
        self._effort, self._now_s = effort, now_s
        self._seen, self._moved_s = effort(), now_s()

    @property
    def is_still(self) -> bool:
        """Whether nothing was done for so long that it counts as silence."""
        return self._now_s() - self._moved_s >= _STILL_S

    def look(self) -> float:
        """Seconds since anything was seen done."""
        seen, now_s = self._effort(), self._now_s()
        if seen != self._seen:
            self._seen, self._moved_s = seen, now_s
        return now_s - self._moved_s


def effort(pid: int) -> object:
    """Processor time that a process used, and what it read; where the system does not tell, that part stays out."""
    done: list[float] = []
    try:
        process = psutil.Process(pid)
        done += process.cpu_times()[:2]
        read = process.io_counters()  # not on macOS
        done += (read.read_bytes, getattr(read, "read_chars", 0))
    except (psutil.Error, OSError, AttributeError):
        pass
    return done
