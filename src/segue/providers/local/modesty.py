"""What a worker may take of the machine, set from outside right after its start: every worker program is held alike."""

from __future__ import annotations

import os
import sys
from contextlib import suppress


def hold(pid: int, *, nice: int, memory_limit_bytes: int | None) -> None:
    """Let other processes go first, and bound the memory that it takes; where the system knows neither, nothing.

    The bound is on a process's own writable memory (RLIMIT_DATA, setrlimit(2), Linux 4.7 and later): a mapped file
    does not count, since the system can drop it. Only Linux sets it for another process.
    """
    with suppress(OSError):  # it ended already, or may not be slowed down: neither is a reason not to use it
        os.setpriority(os.PRIO_PROCESS, pid, nice)
    if sys.platform == "linux" and memory_limit_bytes is not None:
        import resource

        with suppress(OSError):
            resource.prlimit(pid, resource.RLIMIT_DATA, (memory_limit_bytes, memory_limit_bytes))
