"""Has the C library give large blocks back at once while a model is loaded, and keep them while it answers."""

from __future__ import annotations

import ctypes
import sys
from typing import Final

from segue.machine.heap import give_back_freed

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
"""Parameters of mallopt(3): M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX."""
_LOADED_BYTES: Final = 2**18
_ANSWERED_BYTES: Final = 2**23
"""Larger ones are matrices that were int8 a moment ago, and would stay: with 32 MiB here, 128 MB of a model with 1,536
numbers a token (measured). What a batch makes of so large a buffer takes far longer than its new pages."""
_SPREAD_BYTES: Final = 2**20
"""The same where attention makes matrices that grow with what was read: each a little too large for the place of the
last one (measured: 120 MB of Gemma 2 at 4,096 tokens lay about with 8 MiB here)."""
_KEPT_BYTES: Final = 2**25
"""What may stay unused at the end of the heap: some buffers of a batch at once."""
_ARENAS: Final = 2


def give_back_large_blocks() -> None:
    """Call it before torch is loaded; does nothing where the C library is not glibc.

    By default glibc raises what it calls large up to 32 MiB and keeps what is freed below: SmolLM2 loaded as nf4 took
    1,061 to 1,269 MB at its peak, and takes 802 with this, always (torch 2.13, measured).
    """
    _set({_MMAP_THRESHOLD: _LOADED_BYTES, _ARENA_MAX: _ARENAS})


def keep_large_blocks(*, grows: bool = False) -> None:
    """Call it once the model is loaded: what loading left is given back, what an answer frees stays for the next layer.

    `grows`: blocks are larger with every batch of a prompt, and what is freed is soon too small.

    Else each buffer of a prompt, some megabytes, is new pages of the system's: 120,000 page faults for 455 tokens of
    SmolLM2, and a fifth of the processor time (measured).
    """
    _set({_MMAP_THRESHOLD: _SPREAD_BYTES if grows else _ANSWERED_BYTES, _TRIM_THRESHOLD: _KEPT_BYTES})
    give_back_freed()


def _set(values: dict[int, int]) -> None:
    mallopt = getattr(_library(), "mallopt", None)
    if mallopt is not None:
        for parameter, value in values.items():
            mallopt(parameter, value)


def _library() -> ctypes.CDLL | None:
    return ctypes.CDLL(None) if sys.platform == "linux" else None
