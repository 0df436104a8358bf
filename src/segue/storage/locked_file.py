"""A small local file of lines that several processes add to: each holds it for one reading or writing at a time."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from segue.errors import StorageError

LOCK_S = 1.0
"""Longest wait for another process that writes to the same file; each holds it for one write."""
_LOCK_STEP_S = 0.01
_BLOCK_BYTES = 2**20


class LockedFile:
    """Lines of a file of mode 0600. Its methods block on the disk: under an event loop, call them in a thread.

    A line is on the disk when `append` returns. `deed` completes "could not …" in the StorageError that each raises.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def append(self, lines: Sequence[bytes], *, deed: str) -> None:
        """Add lines at the end."""
        with locked_file(self._path, os.O_RDWR | os.O_APPEND | os.O_CREAT, deed=deed) as file:
            # A line that a killed process left half written must not swallow this one.
            start = b"" if _last_byte(file) in (b"", b"\n") else b"\n"
            _write(file, start + b"".join(line + b"\n" for line in lines))
            os.fsync(file)
            self._keep_name()

    def lines(self, *, deed: str) -> list[bytes]:
        """Every line, oldest first; none where there is no file."""
        with suppress(FileNotFoundError), locked_file(self._path, os.O_RDWR, deed=deed) as file:
            return _read(file).splitlines()
        return []

    def rewrite(self, change: Callable[[list[bytes]], Sequence[bytes]], *, deed: str, makes_file: bool = False) -> None:
        """Put in place of all lines what `change` makes of them; nothing is done where there is no file.

        A process killed in between leaves either the old lines or the new ones. Where nothing is left the file is
        emptied, and keeps its name.
        """
        flags = os.O_RDWR | (os.O_CREAT if makes_file else 0)
        with suppress(FileNotFoundError), locked_file(self._path, flags, deed=deed) as file:
            before = _read(file).splitlines()
            after = list(change(list(before)))
            if after == before:
                return
            if after:
                self._replace(after)
            else:
                os.ftruncate(file, 0)
                os.fsync(file)

    def _replace(self, lines: Sequence[bytes]) -> None:
        """Write the lines beside the file, then put them in its place. Whoever waits for its lock looks again."""
        spare = self._path.with_name(f"{self._path.name}.new")
        try:
            copy = os.open(spare, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
            try:
                _write(copy, b"".join(line + b"\n" for line in lines))
                os.fsync(copy)
            finally:
                os.close(copy)
            spare.replace(self._path)
        finally:
            spare.unlink(missing_ok=True)
        self._keep_name()

    def _keep_name(self) -> None:
        """Flush the folder too: a new file's name is not on the disk before that."""
        folder = os.open(self._path.parent, os.O_RDONLY | os.O_CLOEXEC)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


@contextmanager
def locked_file(path: Path, flags: int = os.O_RDWR | os.O_CREAT, *, deed: str) -> Iterator[int]:
    """A file, open and held against other processes; FileNotFoundError passes where it need not exist."""
    try:
        file = _open(path, flags)
        try:
            yield file
        finally:
            os.close(file)
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not flags & os.O_CREAT:
            raise
        raise StorageError(
            f"The local file '{path}' could not {deed}: {error.strerror or 'another process holds it'}.",
            hint="See that its folder exists and is writable, and that its disk has room.",
        ) from error


def _open(path: Path, flags: int) -> int:
    """The file that stands under the name now, locked."""
    while True:
        file = os.open(path, flags | os.O_CLOEXEC, 0o600)
        try:
            _lock(file)
            if _is_still_there(path, file):
                return file
        except BaseException:
            os.close(file)
            raise
        os.close(file)


def _is_still_there(path: Path, file: int) -> bool:
    """False where another process put a new file in its place while this one waited."""
    try:
        return os.path.samestat(path.stat(), os.fstat(file))
    except FileNotFoundError:
        return False


def _lock(file: int) -> None:
    until = time.monotonic() + LOCK_S
    while True:
        try:
            return fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise
            time.sleep(_LOCK_STEP_S)


def _write(file: int, data: bytes) -> None:
    written = 0
    while written < len(data):
        written += os.write(file, data[written:])


def _read(file: int) -> bytes:
    os.lseek(file, 0, os.SEEK_SET)
    blocks = iter(lambda: os.read(file, _BLOCK_BYTES), b"")
    return b"".join(blocks)


def _last_byte(file: int) -> bytes:
    size_bytes = os.fstat(file).st_size
    return os.pread(file, 1, size_bytes - 1) if size_bytes else b""
