"""Which graphics processors are here, as NVIDIA's own tool tells them; of other makers nothing is known."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from typing import Final

_ASK_S: Final = 5.0
"""Longest wait for the tool: it takes a second where the driver sleeps."""
_QUERY: Final = ("--query-gpu=name,memory.total,memory.free", "--format=csv,noheader,nounits")
"""Sizes come in MiB (nvidia-smi --help-query-gpu)."""


@dataclass(frozen=True, slots=True)
class Gpu:
    """One graphics processor."""

    name: str
    memory_bytes: int | None
    """None: the tool does not say, as for one that shares the machine's memory."""
    free_bytes: int | None


def look_for_gpus() -> tuple[Gpu, ...] | None:
    """Those of NVIDIA; None where nothing can be asked, which does not mean that there is none."""
    tool = shutil.which("nvidia-smi")
    if tool is None:
        return None
    try:
        told = subprocess.run((tool, *_QUERY), capture_output=True, text=True, timeout=_ASK_S, check=True)  # noqa: S603 - the tool's own path and fixed words
    except (OSError, subprocess.SubprocessError):
        return None
    return read_gpus(told.stdout)


def read_gpus(told: str) -> tuple[Gpu, ...]:
    """The graphics processors of an answer, a line each: name, memory, free memory."""
    rows = [[cell.strip() for cell in line.rsplit(",", 2)] for line in told.splitlines() if line.count(",") > 1]
    return tuple(Gpu(name, _mib(total), _mib(free)) for name, total, free in rows)


def _mib(cell: str) -> int | None:
    return int(cell) * 2**20 if cell.isdigit() else None
