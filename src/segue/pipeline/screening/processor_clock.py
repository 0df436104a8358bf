"""How much work one thread has done, as another one reads it."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from functools import partial


def processor_clock() -> Callable[[], float]:
    """The processor time of the thread that calls this, for any thread to read; where the system does not tell it, the
    clock on the wall."""
    if sys.platform == "linux":
        clock = time.pthread_getcpuclockid(threading.get_ident())
        return partial(time.clock_gettime, clock)
    return time.monotonic
