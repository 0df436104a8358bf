"""What is short, in words with the figures."""

from __future__ import annotations

from segue.machine.alerts import Shortage
from segue.machine.readings import GpuReading, Reading
from segue.machine.sizes import gb


def words(shortage: Shortage, reading: Reading) -> str:
    """One sentence: what is short, or is no longer, and how much there is. `reading` is the one it was measured by."""
    over = shortage.is_over
    match shortage.resource:
        case "memory":
            state = "enough again" if over else "short"
            return f"Memory is {state}: {_gb(reading.available_bytes)} of {_gb(reading.memory_bytes)} can be taken."
        case "gpu_memory":
            at, gpus = shortage.gpu or 0, reading.gpus or ()
            gpu = gpus[at] if at < len(gpus) else GpuReading("gone")
            state = "enough again" if over else "short"
            figures = f"{_gb(gpu.free_bytes)} of {_gb(gpu.memory_bytes)} is free"
            return f"Memory of graphics processor {at} ({gpu.name}) is {state}: {figures}."
        case "disk":
            state = "has room again" if over else "is nearly full"
            return f"The disk of SEGUE_HOME {state}: {_gb(reading.disk_free_bytes)} is free."
        case "swap":
            state = "Less is" if over else "Much is"
            return f"{state} swapped out: {_gb(reading.swap_used_bytes)} of {_gb(reading.swap_bytes)}."
        case "pressure":
            state = "Programs hardly wait for memory any more" if over else "Programs wait for memory"
            return f"{state}: {shortage.measured:.0%} of the last ten seconds."


def _gb(size_bytes: int | None) -> str:
    return "unknown" if size_bytes is None else gb(size_bytes)
