"""How weights are kept on the disk: by one process at a time, flushed, with room left; failures say what to do.

Everything here blocks; call it in a thread.
"""

from __future__ import annotations

import errno
import fcntl
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from segue.errors import WeightsError

SPARE_BYTES: Final = 64 * 2**20
"""Room left on the disk after a fetch, for everything else that writes there."""
_LOCK_STEP_S = 0.1
_WRITING_S = 60.0
"""What is older was left. Our choice: a small file is written in milliseconds."""
_UNWRITTEN: Final = re.compile(r"\..+\.\d+\.new")


@contextmanager
def only_one(folder: Path, ends_s: float, *, on_wait: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the folder's lock; the system releases it when its holder dies. `ends_s` is on `time.monotonic`'s clock.

    `on_wait` is called, again and again, while another process holds it.
    """
    with (folder / ".lock").open("wb") as lock:
        while not _locked(lock):
            if time.monotonic() >= ends_s:
                raise WeightsError(
                    f"Another process has been fetching into {folder} for too long.",
                    hint="Wait for it or end it, then try again.",
                )
            on_wait()
            time.sleep(_LOCK_STEP_S)
        yield


def _locked(lock: BinaryIO) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def flush(out: BinaryIO) -> None:
    """Have what was written on the disk, not in the system's memory."""
    out.flush()
    os.fsync(out.fileno())


def flush_folder(folder: Path) -> None:
    """Make a rename itself survive a loss of power."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sweep_unwritten(folder: Path, *, older_s: float = _WRITING_S) -> None:
    """Remove what killed processes left of files that `write_whole` wrote here: a write takes a moment."""
    for left in folder.glob("*.new"):
        with suppress(OSError):  # gone meanwhile, or not ours to remove: it harms nobody
            if _UNWRITTEN.fullmatch(left.name) and time.time() - left.lstat().st_mtime >= older_s:
                left.unlink()


def write_whole(path: Path, content: bytes) -> None:
    """Write a small file wholly or not at all; a reader sees the earlier one or this one."""
    sweep_unwritten(path.parent)
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    with beside.open("wb") as out:
        out.write(content)
        flush(out)
    beside.replace(path)
    flush_folder(path.parent)


class NotRead(WeightsError):
    """The system does not let something of the store be read: what is there, if anything, is not known now."""


def not_read(error: OSError, path: Path) -> NotRead:
    """What the refusal to read a file or folder means, and what to do."""
    match error.errno:
        case errno.EMFILE | errno.ENFILE:
            hint = "Too many files are open: raise the limit (ulimit -n; LimitNOFILE of a service), and start anew."
        case errno.ELOOP:
            hint = "A link there leads to itself: remove it, or let it lead to the folder with the weights."
        case errno.EACCES | errno.EPERM:
            hint = "Let this user read it."
        case _:
            hint = "Look after the disk that it is on, and whether it is mounted."
    return NotRead(f"{path} cannot be read: {error.strerror or error}.", hint=hint)


def not_kept(error: OSError, what: str) -> WeightsError:
    """What the disk's refusal means; `what` is the beginning of the sentence."""
    hint = (
        "The disk is full: free some space, or put SEGUE_HOME on a larger disk."
        if error.errno in {errno.ENOSPC, errno.EDQUOT}
        else "Check who may write there, or set SEGUE_HOME to a folder of your own."
    )
    return WeightsError(f"{what}: {error.strerror or error}.", hint=hint)
