"""What the store did not take in time: rises in a session's risk, in a local file, until the store is back.

The file holds one JSON line a record: a keyed hash, a level, counts and the safety room's opaque state; no words. A
record is on the disk when `append` returns, and stays until the store has it: a process killed at any point loses none.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from segue.domain.sessions import SessionRecord
from segue.errors import StorageError
from segue.storage.contract import Journal

LOCK_S = 1.0
"""Longest wait for another process that writes to the same file; each holds it for one write."""
_LOCK_STEP_S = 0.01
_BLOCK_BYTES = 2**20


class PendingSessions:
    """A local file of sessions' states. `append`, `take` and `settle` block on the disk: call them in a thread."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._taken = b""
        self.broken = 0
        """Lines of the last `take` that a killed process had not finished."""

    def append(self, record: SessionRecord) -> None:
        """Keep a record until it is settled. Raises StorageError where the disk does not take it."""
        with self._locked(os.O_RDWR | os.O_APPEND | os.O_CREAT, deed="keep a session's risk state") as file:
            # A line that a killed process left half written must not swallow this one.
            start = b"" if _last_byte(file) in (b"", b"\n") else b"\n"
            with memoryview(start + msgspec.json.encode(record) + b"\n") as line:
                written = 0
                while written < len(line):
                    written += os.write(file, line[written:])
            os.fsync(file)
        self._keep_name()

    def take(self) -> tuple[SessionRecord, ...]:
        """Everything kept so far, oldest first. It stays in the file until `settle`."""
        self._taken, self.broken = b"", 0
        with suppress(FileNotFoundError), self._locked(os.O_RDWR, deed="read sessions' risk states") as file:
            self._taken = _read(file)
        return tuple(self._records(self._taken.splitlines()))

    def settle(self) -> None:
        """Forget what `take` gave, because the store has it now. Where more came meanwhile, all stays for next time."""
        with suppress(FileNotFoundError), self._locked(os.O_RDWR, deed="empty its list of risk states") as file:
            if _read(file) == self._taken:
                os.ftruncate(file, 0)
                os.fsync(file)

    async def drain(self, journal: Journal) -> int:
        """Hand everything kept to the store, and forget it; the number of records. A StorageError leaves all as it was.

        Records may be handed over twice: the store never lowers a risk, so that changes nothing.
        """
        records = await asyncio.to_thread(self.take)
        for record in records:
            await journal.save_session(record)
        if self._taken:
            await asyncio.to_thread(self.settle)
        return len(records)

    def _records(self, lines: Iterable[bytes]) -> Iterator[SessionRecord]:
        for line in lines:
            try:
                yield msgspec.json.decode(line, type=SessionRecord)
            except (msgspec.DecodeError, UnicodeDecodeError):
                self.broken += bool(line)

    @contextmanager
    def _locked(self, flags: int, *, deed: str) -> Iterator[int]:
        """The file, open and held against other processes; FileNotFoundError passes where it need not exist."""
        try:
            file = os.open(self._path, flags | os.O_CLOEXEC, 0o600)
            try:
                _lock(file)
                yield file
            finally:
                os.close(file)
        except OSError as error:
            if isinstance(error, FileNotFoundError) and not flags & os.O_CREAT:
                raise
            raise StorageError(
                f"The local file '{self._path}' could not {deed}: {error.strerror or 'another process holds it'}.",
                hint="See that its folder exists and is writable, and that its disk has room.",
            ) from error

    def _keep_name(self) -> None:
        """Flush the folder too: a new file's name is not on the disk before that."""
        folder = os.open(self._path.parent, os.O_RDONLY | os.O_CLOEXEC)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _lock(file: int) -> None:
    until = time.monotonic() + LOCK_S
    while True:
        try:
            return fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise
            time.sleep(_LOCK_STEP_S)


def _read(file: int) -> bytes:
    os.lseek(file, 0, os.SEEK_SET)
    blocks = iter(lambda: os.read(file, _BLOCK_BYTES), b"")
    return b"".join(blocks)


def _last_byte(file: int) -> bytes:
    size_bytes = os.fstat(file).st_size
    return os.pread(file, 1, size_bytes - 1) if size_bytes else b""
