"""Lets go of the pages of mapped files of weights, once what is made of them is there.

A tensor that keeps its numbers is a view of its file's mapping; of others a copy is made, while the pages that it was
read from would stay for as long as one view of the file does. A page that is let go and wanted again comes from the
system's cache of the file.
"""

from __future__ import annotations

import ctypes
import mmap
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

_STEP_BYTES: Final = 2**25
"""Pages that may gather before they are let go: looking for them reads the tables of the whole process."""
_LOADING: Final = "Loading weights"
"""How transformers calls its walk over the tensors (core_model_loading.py, 5.24)."""
_MAPPING: Final = re.compile(r"^([0-9a-f]+)-([0-9a-f]+) \S+ \S+ \S+ \S+\s*(.*)$")


@contextmanager
def let_go_while_loading(folder: Path) -> Iterator[None]:
    """Within, whatever transformers has made into a model's tensor leaves no pages behind; nor does anything after it.

    Does nothing but on Linux.
    """
    from transformers.utils import logging

    def walk(factory: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        if kwargs.get("desc") != _LOADING or not args:
            return factory(*args, **kwargs)
        return _letting_go(folder, args[0])

    before = logging.set_tqdm_hook(walk)
    try:
        yield
    finally:
        logging.set_tqdm_hook(before)
    let_go(folder)


def let_go(folder: Path) -> bool:
    """Let go of all pages of a folder's mapped files; whether that was possible. Numbers written over what a file says
    would be lost with their page: a mapping that holds any is left as it is."""
    if sys.platform != "linux":
        return False
    library, is_clean = ctypes.CDLL(None), True
    for begin, end, written_bytes in _mappings(folder):
        if written_bytes:
            is_clean = False
        else:
            library.madvise(ctypes.c_void_p(begin), ctypes.c_size_t(end - begin), mmap.MADV_DONTNEED)
    return is_clean


def _letting_go(folder: Path, items: Iterable[Any]) -> Iterator[Any]:
    kept_bytes = _file_bytes()
    for item in items:
        yield item
        if _file_bytes() - kept_bytes > _STEP_BYTES:
            let_go(folder)
            kept_bytes = _file_bytes()


def _mappings(folder: Path) -> Iterator[tuple[int, int, int]]:
    """Begin, end and bytes that are not the file's any more (proc(5): `Anonymous`), of each mapping of a folder's."""
    inside, found = f"{folder.resolve()}{os.sep}", None
    with Path("/proc/self/smaps").open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if match := _MAPPING.match(line):
                begin, end, path = match.groups()
                found = (int(begin, 16), int(end, 16)) if path.startswith(inside) else None
            elif found and line.startswith("Anonymous:"):
                yield *found, int(line.split()[1]) * 1024


def _file_bytes() -> int:
    """Resident pages of files, of this process."""
    if sys.platform != "linux":
        return 0
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[2]) * mmap.PAGESIZE
