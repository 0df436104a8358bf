"""What the store did not take in time: sessions' risk and privacy rules, in a local file, until the store is back.

The file holds one JSON line a record: a keyed hash, a level, a rule, counts and safety's opaque state; no words. A
record is on the disk when `append` returns, and stays until the store has it: a process killed at any point loses none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from segue.domain.sessions import SessionRecord
from segue.storage.locked_file import LockedFile

_MOST_TURNS = 2**31 - 1
"""What a column of type INTEGER holds in every database."""


class PendingSessions:
    """A local file of sessions' states. Its methods block on the disk: under an event loop, call them in a thread."""

    def __init__(self, path: Path) -> None:
        self._file = LockedFile(path)
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
        self._file.append(lines, deed="keep a session's risk state")
        self._unsettled.update(lines)

    def drain(self) -> tuple[SessionRecord, ...]:
        """Everything kept so far, by any process, oldest first. It stays in the file until `settle`."""
        lines = self._file.lines(deed="read sessions' risk states")
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
        self._file.rewrite(self._left, deed="empty its list of risk states")
        self._unsettled.clear()

    def forget(self, session: str) -> int:
        """Take every record of a session out of the file, whoever wrote it; how many there were."""
        gone: list[bytes] = []

        def without(lines: list[bytes]) -> list[bytes]:
            # A line that is no record may be half of one of the session's: it is of no use to anybody.
            gone.extend(line for line in lines if (record := _record(line)) is None or record.session == session)
            return [line for line in lines if line not in gone]

        self._file.rewrite(without, deed="forget a session's risk state")
        self._unsettled.difference_update(gone)
        return sum(_record(line) is not None for line in gone)

    def of_session(self, session: str) -> tuple[SessionRecord, ...]:
        """Every record of a session that waits in the file, oldest first."""
        records = map(_record, self._file.lines(deed="read sessions' risk states"))
        return tuple(record for record in records if record is not None and record.session == session)

    def _left(self, lines: list[bytes]) -> list[bytes]:
        return [] if self._unsettled.issuperset(lines) else lines

    def _records(self, lines: Iterable[bytes]) -> Iterator[SessionRecord]:
        for line in lines:
            record = _record(line)
            if record is not None:
                yield record
            else:
                self.broken += bool(line)


def _record(line: bytes) -> SessionRecord | None:
    """The record in a line; None where there is none, or one with a value that no store can keep."""
    try:
        record = msgspec.json.decode(line, type=SessionRecord)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    has_zones = record.created_at.tzinfo is not None and record.last_turn_at.tzinfo is not None
    return record if has_zones and 0 <= record.turns <= _MOST_TURNS else None
