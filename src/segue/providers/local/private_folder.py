"""The folder of a worker's socket: only its user can enter it, and one that nobody uses any more is cleared away.

Whoever made it keeps it locked, and the system gives the lock up when that process ends, however it ends: so a folder
without one was left by a gateway that was killed.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

SOCKET_NAME: Final = "llama.sock"
"""llama.cpp tells a path from a host by the `.sock` at its end."""
_PREFIX: Final = "segue-worker-"
_SOCKET_PATH_BYTES: Final = 100
"""Longest socket path that is safe everywhere: sun_path holds 108 bytes on Linux (unix(7)), 104 on macOS."""
_NEW_S: Final = 60.0
"""A younger one may not be locked yet."""


class PrivateFolder:
    """Made at once, with a name short enough for a socket (0700); `remove` ends it."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=_PREFIX))
        if len(os.fsencode(self.path / SOCKET_NAME)) > _SOCKET_PATH_BYTES:
            self.path.rmdir()
            self.path = Path(tempfile.mkdtemp(prefix=_PREFIX, dir="/tmp"))
        self._descriptor = os.open(self.path, os.O_RDONLY)  # no child gets it (PEP 446)
        fcntl.flock(self._descriptor, fcntl.LOCK_EX)

    def remove(self) -> None:
        """Clear it away with all that is in it; again is harmless."""
        shutil.rmtree(self.path, ignore_errors=True)
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def remove_abandoned(*, at_s: float | None = None) -> None:
    """Clear away what gateways left that were killed. Blocks. `at_s`: now, in seconds since the epoch."""
    now_s = time.time() if at_s is None else at_s
    for parent in {Path(tempfile.gettempdir()), Path("/tmp")}:  # noqa: S108 - where `mkdtemp` made them
        for folder in parent.glob(f"{_PREFIX}*"):
            with suppress(OSError):  # it is another user's, or somebody else clears it away
                if folder.lstat().st_mtime < now_s - _NEW_S:
                    _remove_unused(folder)


def _remove_unused(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)  # BlockingIOError: somebody uses it
        if os.fstat(descriptor).st_uid == os.getuid():
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        os.close(descriptor)
