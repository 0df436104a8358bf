"""What a model takes of which no header can be read: a rule of thumb on the size of its file. Pure.

On the careful side: weights in a GGUF file, llama.cpp on the processor, 4,096 tokens of context. Whoever tells its
figures says that they are of a rule of thumb; with a header at hand `prediction` knows better.
"""

from __future__ import annotations

from typing import Final

from segue.machine.facts import MachineFacts
from segue.machine.room import room_bytes

MEMORY_A_FILE_BYTE: Final = 1.6
"""Memory for each byte of weights: 1.12 GB of Qwen2.5-1.5B at 4 bits took 1.87 GB, 98 MB of SmolLM2-135M .24 GB
(xllamacpp 2026.10, resident, measured with this project). llama.cpp keeps packed copies beside the file's pages."""
PROCESS_BYTES: Final = 100_000_000
"""What a worker takes besides, in the same measurement."""
FILE_GB_A_BILLION: Final = 0.61
"""Size of a file of one billion parameters at 4 bits (4.85 bits a weight, Q4_K_M: tools/quantize/README.md of
llama.cpp)."""

ROOMY_BYTES: Final = 7_000_000_000
"""Room with which a model of 7 billion parameters at 4 bits fits, by the figures above."""


def needed_bytes(file_bytes: int) -> int:
    """Memory that a model of this file takes while it answers."""
    return round(file_bytes * MEMORY_A_FILE_BYTE) + PROCESS_BYTES


def is_tight(machine: MachineFacts) -> bool:
    """Whether memory is known to be too short for a model of 7 billion parameters."""
    room = room_bytes(machine)
    return room is not None and room < ROOMY_BYTES


def fits(file_bytes: int, machine: MachineFacts) -> bool | None:
    """Whether a model of this file fits now; None where memory is unknown."""
    room = room_bytes(machine)
    return None if room is None else needed_bytes(file_bytes) <= room


def fits_server(file_bytes: int, machine: MachineFacts) -> bool | None:
    """The same for a server of somebody's own, which may use graphics processors: their memory counts as well."""
    free = sum(gpu.free_bytes or 0 for gpu in machine.gpus or ())
    return True if needed_bytes(file_bytes) <= free else fits(file_bytes, machine)


def largest_file_bytes(machine: MachineFacts) -> int | None:
    """The largest file whose model would fit now, 0 for none; None where memory is unknown."""
    room = room_bytes(machine)
    return None if room is None else max(0, round((room - PROCESS_BYTES) / MEMORY_A_FILE_BYTE))


def largest_billions(machine: MachineFacts) -> float | None:
    """Billions of parameters of the largest model at 4 bits that would fit now; None where memory is unknown."""
    file_bytes = largest_file_bytes(machine)
    return None if file_bytes is None else file_bytes / 1e9 / FILE_GB_A_BILLION
