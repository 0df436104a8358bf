"""What the store did not take in time: sessions' risk and privacy rules, in a local file, until the store is back.

The file holds one JSON line a record: a keyed hash, a level, a rule, counts and safety's opaque state; no words. A
record is on the disk when `append` returns, and stays until the store has it: a process killed at any point loses none.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from segue.domain.sessions import SessionRecord
from segue.errors import StorageError

LOCK_S = 1.0
"""Longest wait for another process that writes to the same file; each holds it for one write."""
_LOCK_STEP_S = 0.01
_BLOCK_BYTES = 2**20
_MOST_TURNS = 2**31 - 1
"""What a column of type INTEGER holds in every database."""


class PendingSessions:
    """A local file of sessions' states. Its methods block on the disk: under an event loop, call them in a thread."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._unsettled: set[bytes] = set()
        self.broken = 0
        """Lines of the last `drain` that are no record: half written by a killed process, or unfit for any store."""

    @property
    def is_settled(self) -> bool:
        """True when the store has all that was appended or drained here."""
        return not self._unsettled

    def append(self, *records: SessionRecord) -> None:
        """Keep records until they are settled. Raises StorageError where the disk does not take them."""
        lines = [msgspec.json.encode(record) for record in records]
        with self._locked(os.O_RDWR | os.O_APPEND | os.O_CREAT, deed="keep a session's risk state") as file:
            # A line that a killed process left half written must not swallow this one.
            start = b"" if _last_byte(file) in (b"", b"\n") else b"\n"
            _write(file, start + b"".join(line + b"\n" for line in lines))
            os.fsync(file)
            self._keep_name()
        self._unsettled.update(lines)

    def drain(self) -> tuple[SessionRecord, ...]:
        """Everything kept so far, by any process, oldest first. It stays in the file until `settle`."""
        lines: list[bytes] = []
        with suppress(FileNotFoundError), self._locked(os.O_RDWR, deed="read sessions' risk states") as file:
            lines = _read(file).splitlines()
        self._unsettled.update(lines)
        self.broken = 0
        return tuple(self._records(lines))

    def settle(self) -> None:
        """Forget what was appended or drained here: the store has it now.

        Where another process's records stand in the file too, all stays until the next start; a record that reaches
        the store twice changes nothing there.
        """
        if not self._unsettled:
            return
        with suppress(FileNotFoundError), self._locked(os.O_RDWR, deed="empty its list of risk states") as file:
            if self._unsettled.issuperset(_read(file).splitlines()):
                os.ftruncate(file, 0)
                os.fsync(file)
        self._unsettled.clear()

    def _records(self, lines: Iterable[bytes]) -> Iterator[SessionRecord]:
        for line in lines:
            record = _record(line)
            if record is not None:
                yield record
            else:
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


def _record(line: bytes) -> SessionRecord | None:
    """The record in a line; None where there is none, or one with a value that no store can keep."""
    try:
        record = msgspec.json.decode(line, type=SessionRecord)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    has_zones = record.created_at.tzinfo is not None and record.last_turn_at.tzinfo is not None
    return record if has_zones and 0 <= record.turns <= _MOST_TURNS else None


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
