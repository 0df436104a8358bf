"""Keeps what lives as long as the process in pages of 2 MB, where Linux can: a tenth of a request's processor time.

A turn touches some thousand objects, scattered over fifty megabytes of 4 kB pages, more than a processor remembers the
places of. Only what is almost full is moved, so that the process does not grow.
"""

from __future__ import annotations

import ctypes
import mmap
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

HUGE_BYTES: Final = 2**21
"""The size of a huge page where a page has 4 kB; where it has more, nothing is moved."""
_PAGE_BYTES: Final = 4096
_FULL: Final = 0.9
"""Least share of a huge page that is in memory already; the rest comes to memory with it."""
_COLLAPSE: Final = 25
"""`MADV_COLLAPSE` (Linux 6.1, include/uapi/asm-generic/mman-common.h); older kernels say that they do not know it."""
_SETTING: Final = Path("/sys/kernel/mm/transparent_hugepage/enabled")
_MAPPINGS: Final = Path("/proc/self/maps")
_PAGES: Final = Path("/proc/self/pagemap")
"""Eight bytes a page, the highest bit of the last: whether it is in memory (Documentation/admin-guide/mm/pagemap)."""


def move_to_huge_pages() -> int:
    """Move what is in memory now; how many bytes were. 0 where the system cannot or must not."""
    if sys.platform != "linux" or mmap.PAGESIZE != _PAGE_BYTES:
        return 0
    try:
        is_allowed = "[never]" not in _SETTING.read_text(encoding="utf-8")
        return _move() if is_allowed else 0
    except OSError:  # no huge pages, or no /proc: it is slower, and works
        return 0


def own_ranges(maps: Iterable[str]) -> Iterator[range]:
    """Where whole huge pages of the program's own data could be, from the lines of `/proc/self/maps`."""
    for line in maps:
        places, access, _, _, _, *name = line.split(maxsplit=5)
        if access == "rw-p" and name in ([], ["[heap]"]):
            start, end = (int(place, 16) for place in places.split("-"))
            yield range(-(-start // HUGE_BYTES) * HUGE_BYTES, end // HUGE_BYTES * HUGE_BYTES, HUGE_BYTES)


def _move() -> int:
    madvise: Callable[..., int] = ctypes.CDLL(None).madvise
    moved_bytes = 0
    with _PAGES.open("rb", buffering=0) as pages:
        for places in own_ranges(_MAPPINGS.read_text(encoding="utf-8", errors="replace").splitlines()):
            for place in places:
                pages.seek(place // _PAGE_BYTES * 8)
                told = pages.read(HUGE_BYTES // _PAGE_BYTES * 8)
                in_memory = sum(byte >> 7 for byte in told[7::8])
                if in_memory * _PAGE_BYTES < _FULL * HUGE_BYTES:
                    continue
                if madvise(ctypes.c_void_p(place), ctypes.c_size_t(HUGE_BYTES), _COLLAPSE) == 0:
                    moved_bytes += HUGE_BYTES
    return moved_bytes
