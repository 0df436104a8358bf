"""What the store did not take in time: money held on hard budgets, in a local file, until the store is back.

One JSON line a hold: accounts and an amount. It is on the disk when `append` returns, and stays until the store has it.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from segue.domain.budgets import Hold
from segue.storage.locked_file import LockedFile


class PendingHolds:
    """A local file of holds. Its methods block on the disk: under an event loop, call them in a thread."""

    def __init__(self, path: Path) -> None:
        self._file = LockedFile(path)

    def append(self, hold: Hold) -> None:
        """Keep a hold until it is settled. Raises StorageError where the disk does not take it."""
        self._file.append([msgspec.json.encode(hold)], deed="keep what a call may cost")

    def drain(self) -> tuple[Hold, ...]:
        """Everything that waits, by any process. It stays until `settle`."""
        holds = map(_hold, self._file.lines(deed="read what calls may cost"))
        return tuple(hold for hold in holds if hold is not None)

    def settle(self, ids: frozenset[str]) -> None:
        """Forget holds that the store has now."""

        def left(lines: list[bytes]) -> list[bytes]:
            return [line for line in lines if (hold := _hold(line)) is None or hold.id not in ids]

        self._file.rewrite(left, deed="empty its list of holds")


def _hold(line: bytes) -> Hold | None:
    """The hold in a line; None where a killed process left half of one: nothing was asked for it yet."""
    try:
        return msgspec.json.decode(line, type=Hold)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
