"""What this computer has for models: memory within its limits, disk, processors, graphics. Unknown is None."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import psutil

from segue.machine.gpus import look_for_gpus
from segue.machine.limits import MemoryLimit, memory_limits, usable_processors
from segue.machine.readings import GpuReading


@dataclass(frozen=True, slots=True)
class MachineFacts:
    """The computer as a process of ours may use it, at one moment."""

    memory_bytes: int | None = None
    """Memory that there is for us: what is installed, or the narrowest limit."""
    available_bytes: int | None = None
    """As much of it as could be taken now."""
    limited_by: str | None = None
    """Who set the narrowest limit, as `control group`; None: memory is what is installed."""
    disk_free_bytes: int | None = None
    """Room where Segue keeps its files."""
    processors: int | None = None
    """Processors that we may keep busy."""
    gpus: tuple[GpuReading, ...] | None = None
    """None: nothing could be asked."""


def look_at_machine(home: Path) -> MachineFacts:
    """The facts now. Blocks for a second at most where there is a graphics processor; `home` need not exist yet."""
    memory = psutil.virtual_memory()
    total, available, limited_by = within(memory.total, memory.available, memory_limits())
    return MachineFacts(total, available, limited_by, free_disk_bytes(home), usable_processors(), look_for_gpus())


def within(installed_bytes: int, available_bytes: int, limits: Iterable[MemoryLimit]) -> tuple[int, int, str | None]:
    """Memory, what of it can be taken now, and who set the narrowest limit."""
    known = tuple(limits)
    narrowest = min(known, key=lambda limit: limit.total_bytes, default=None)
    left_bytes = min((available_bytes, *(limit.left_bytes for limit in known)))
    if narrowest is None or narrowest.total_bytes >= installed_bytes:
        return installed_bytes, left_bytes, None
    return narrowest.total_bytes, left_bytes, narrowest.source


def free_disk_bytes(home: Path) -> int | None:
    """Room on the disk of a folder, which need not exist yet; None where it cannot be read."""
    try:
        return shutil.disk_usage(next(folder for folder in (home, *home.parents) if folder.exists())).free
    except OSError:
        return None
