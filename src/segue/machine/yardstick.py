"""How fast this machine's memory is, measured once and kept: what speeds of models are told by.

Measured in processor time, so that a busy machine is told as it is when it is idle, on one core. Takes a tenth of a
second and 64 MiB.
"""

from __future__ import annotations

import ctypes
import json
import math
import platform
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_BLOCK_BYTES: Final = 32 * 2**20
"""Copied at once, larger than the caches of most processors."""
_TIMES: Final = 7
"""The best of so many counts: what disturbs only slows down."""
_FILE: Final = "yardstick.json"


@dataclass(frozen=True, slots=True)
class Yardstick:
    """Figures of one machine."""

    machine: str
    """Its name and its processor, as `this_machine` tells them."""
    copied_bytes_s: float
    """Bytes a second that one core copies from memory to memory."""


def yardstick(home: Path) -> Yardstick:
    """The figures of this machine: kept below `home`, measured where they are not, or are another machine's.

    Where the file cannot be written, they are measured each time.
    """
    path, machine = home / _FILE, this_machine()
    if (kept := _kept(path)) is not None and kept.machine == machine:
        return kept
    measured = Yardstick(machine, copied_bytes_s())
    _keep(path, measured)
    return measured


def this_machine() -> str:
    """Name and processor."""
    return f"{platform.node()} {_processor()}".strip()


def copied_bytes_s() -> float:
    """Measure. Blocks for a tenth of a second of processor time."""
    source, target = ctypes.create_string_buffer(_BLOCK_BYTES), ctypes.create_string_buffer(_BLOCK_BYTES)
    ctypes.memset(source, 1, _BLOCK_BYTES)
    best_s = math.inf
    for _ in range(_TIMES):
        began_s = time.thread_time()
        ctypes.memmove(target, source, _BLOCK_BYTES)
        best_s = min(best_s, time.thread_time() - began_s)
    return _BLOCK_BYTES / max(best_s, 1e-6)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, "") or platform.processor() or platform.machine()


def _kept(path: Path) -> Yardstick | None:
    """None: nothing that can be used."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        kept = Yardstick(str(told["machine"]), float(told["copied_bytes_s"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return kept if math.isfinite(kept.copied_bytes_s) and kept.copied_bytes_s > 0 else None


def _keep(path: Path, measured: Yardstick) -> None:
    partial = path.with_suffix(".partial")
    told = {"machine": measured.machine, "copied_bytes_s": round(measured.copied_bytes_s)}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(json.dumps(told) + "\n", encoding="utf-8")
        partial.replace(path)
    except OSError:
        return
