"""How much memory and processor a process of ours may take: control groups and resource limits, as Linux tells them.

A container's limit stands in its control group, a shell's (`ulimit -v`) with the process. Installed memory says nothing
of either. What cannot be read is no limit.
"""

from __future__ import annotations

import math
import os
import resource
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_UNLIMITED_BYTES: Final = 2**60
"""From here on a figure stands for "no limit": version 1 of control groups writes the largest page count."""
ADDRESS_SPACE: Final = "ulimit -v"
_RLIMITS: Final = (("RLIMIT_AS", ADDRESS_SPACE), ("RLIMIT_DATA", "ulimit -d"))
"""Address space and data segment (getrlimit(2)); both hold for each process."""


@dataclass(frozen=True, slots=True)
class MemoryLimit:
    """One limit on memory."""

    total_bytes: int
    used_bytes: int
    """What counts against it already and cannot simply be dropped; 0 for a limit that each process has."""
    source: str
    """Who set it, in words: `control group`, `ulimit -v`."""

    @property
    def left_bytes(self) -> int:
        """What may still be taken; never negative."""
        return max(0, self.total_bytes - self.used_bytes)


def memory_limits(root: Path = Path("/")) -> tuple[MemoryLimit, ...]:
    """Every limit that holds for this process; `root` is where `proc` and `sys` are."""
    return (*_group_limits(root), *process_limits())


def usable_processors(root: Path = Path("/")) -> int:
    """Processors that this process may keep busy, at least 1: its affinity, and its control group's share."""
    counted = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    shares = [math.ceil(share) for share in _processor_shares(root)]
    return max(1, min(counted, *shares)) if shares else counted


def process_limits() -> Iterator[MemoryLimit]:
    """Those that each process of ours has for itself, address space first."""
    for name, source in _RLIMITS:
        soft, _ = resource.getrlimit(getattr(resource, name))
        if soft != resource.RLIM_INFINITY and soft < _UNLIMITED_BYTES:
            yield MemoryLimit(soft, 0, source)


def _group_limits(root: Path) -> Iterator[MemoryLimit]:
    """Of our control group and all above it. Page cache that was not used lately counts as free: it is dropped first.

    docs.kernel.org/admin-guide/cgroup-v2.html ("memory.max", "memory.stat"), cgroup-v1/memory.html
    """
    for group in _groups(root, "memory"):
        limit = _number(group / "memory.max") or _number(group / "memory.limit_in_bytes")
        used = _number(group / "memory.current") or _number(group / "memory.usage_in_bytes") or 0
        if limit is not None and limit < _UNLIMITED_BYTES:
            stat = _words(group / "memory.stat")
            cache = int(stat.get("total_inactive_file") or stat.get("inactive_file") or 0)
            yield MemoryLimit(limit, max(0, used - cache), "control group")


def _processor_shares(root: Path) -> Iterator[float]:
    """Processors' worth of time in each period."""
    for group in _groups(root, "cpu"):
        quota, _, period = _text(group / "cpu.max").partition(" ")
        quota = quota or _text(group / "cpu.cfs_quota_us")
        period = period or _text(group / "cpu.cfs_period_us")
        if quota.isdigit() and period.isdigit() and int(period):
            yield int(quota) / int(period)


def _groups(root: Path, controller: str) -> Iterator[Path]:
    """The folders of our control group and those above it, in either version; a container sees its own as the root."""
    mount = root / "sys" / "fs" / "cgroup"
    for line in _text(root / "proc" / "self" / "cgroup").splitlines():
        _, controllers, way = (*line.split(":", 2), "", "")[:3]
        if controllers and controller not in controllers.split(","):
            continue
        top = mount / controllers if controllers else mount
        if not top.is_dir():
            top = mount / controller
        here = top / way.lstrip("/")
        yield from (folder for folder in (here, *here.parents) if folder.is_relative_to(top) and folder.is_dir())


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def _number(path: Path) -> int | None:
    text = _text(path)
    return int(text) if text.isdigit() else None


def _words(path: Path) -> dict[str, str]:
    """Lines of a name and a number."""
    pairs = (line.partition(" ") for line in _text(path).splitlines())
    return {name: value for name, _, value in pairs if value.isdigit()}
