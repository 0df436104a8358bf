"""The bounds on the memory of models as they are now: the machine's, those of control groups, Segue's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final

import psutil

from segue.machine.admission import Bound, Counting
from segue.machine.limits import MemoryLimit, memory_limits

MACHINE: Final = "machine"
OWN_LIMIT: Final = "resources.memory_limit_bytes"
_OWN_RESERVE_SHARE: Final = 0.05
"""Of a limit of Segue's own, what is left for its own growth at most: its memory is counted already. Our choice."""


def memory_bounds(
    *, reserve_bytes: int = 0, limit_bytes: int | None = None, own_least_bytes: int = 0
) -> tuple[Bound, ...]:
    """Every bound that holds for our models now. Takes milliseconds; blocks.

    `reserve_bytes` is left alone of the machine's memory and of a control group's, less of `limit_bytes`, which is what
    Segue and all that it started may take together. `own_least_bytes`: what this process counts with there at least, as
    it will take it soon.
    """
    own = () if limit_bytes is None else _own_bounds(limit_bytes, reserve_bytes, own_least_bytes)
    return (*_machine(reserve_bytes), *_bounds_of(memory_limits(), reserve_bytes), *own)


def own_bytes(*, least_bytes: int = 0) -> int:
    """Resident memory of this process, or `least_bytes` where it has less, and of all that it started, theirs included.

    Raises OSError, as where no file can be opened just now.
    """
    me = psutil.Process()
    started = sum(_resident_bytes(process) for process in me.children(recursive=True))
    return max(least_bytes, _resident_bytes(me)) + started


def _machine(reserve_bytes: int) -> Iterator[Bound]:
    with suppress(OSError, psutil.Error):  # nobody tells: then it bounds nothing
        memory = psutil.virtual_memory()
        yield Bound(MACHINE, memory.total, memory.available, "own", reserve_bytes)


def _bounds_of(limits: Iterable[MemoryLimit], reserve_bytes: int) -> Iterator[Bound]:
    for limit in limits:
        is_group = limit.source == "control group"
        counts: Counting = "resident" if is_group else "process"
        yield Bound(limit.source, limit.total_bytes, limit.left_bytes, counts, reserve_bytes if is_group else 0)


def _own_bounds(limit_bytes: int, reserve_bytes: int, least_bytes: int) -> Iterator[Bound]:
    reserve_bytes = min(reserve_bytes, round(limit_bytes * _OWN_RESERVE_SHARE))
    with suppress(OSError, psutil.Error):  # as above
        left_bytes = limit_bytes - own_bytes(least_bytes=least_bytes)
        yield Bound(OWN_LIMIT, limit_bytes, left_bytes, "resident", reserve_bytes)


def _resident_bytes(process: psutil.Process) -> int:
    with suppress(psutil.Error):  # it ended meanwhile
        return int(process.memory_info().rss)
    return 0


def taken_bytes(pid: int) -> tuple[int, int]:
    """Resident memory of a process, and what of it are its own pages; nothing where it is gone, or nobody tells."""
    try:
        memory = psutil.Process(pid).memory_info()
    except (OSError, psutil.Error):  # the former also where no file can be opened just now
        return 0, 0
    shared: int = getattr(memory, "shared", 0)  # pages of files and of shared memory; Linux tells it (proc(5), statm)
    return memory.rss, max(0, memory.rss - shared)
