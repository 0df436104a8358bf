"""A small file whose words change, read again and again through one descriptor."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

_MOST_BYTES: Final = 8192
"""More than any file has that is read so, but `/proc/stat`, of which the first line is all that matters."""


class KeptFile:
    """Nothing is opened before the first `read`; whoever made it closes it."""

    def __init__(self, path: Path, *, reopens: bool = True) -> None:
        """`reopens`: False for the file of a process, whose number may be another process's afterwards."""
        self._path = path
        self._reopens = reopens
        self._descriptor: int | None = None
        self._is_over = False

    def read(self) -> str | None:
        """What it says now; None where it cannot be read."""
        if self._is_over:
            return None
        try:
            if self._descriptor is None:
                self._descriptor = os.open(self._path, os.O_RDONLY)
            return os.pread(self._descriptor, _MOST_BYTES, 0).decode("ascii", errors="replace")
        except OSError:
            self.close()
            self._is_over = not self._reopens
            return None

    def close(self) -> None:
        """Let go of it; harmless when repeated."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)
