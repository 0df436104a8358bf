"""Gives memory that was freed back to the system; the C library would keep it for what may come."""

from __future__ import annotations

import ctypes
import sys


def give_back_freed() -> None:
    """Call it once something large was loaded, off the event loop: some milliseconds.

    Does nothing where the C library is not glibc, whose malloc_trim(3) it is.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
