"""How many free requests this machine has made: a small file, so that a restart and a second process count on.

Counting comes before asking: a request that was counted and never sent is one less, never one too many. Where the file
cannot be written this process counts by itself, and says so once.
"""

from __future__ import annotations

import logging
import os
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec

from segue.errors import StorageError
from segue.providers.openrouter.quota import Refused, Used
from segue.storage.locked_file import locked_file

_DEED = "count a free request"
_MOST_BYTES = 64 * 1024

_log = logging.getLogger(__name__)


class FreeTally:
    """Counts for one provider. Its methods block on the disk: under an event loop, call them in a thread."""

    def __init__(self, path: Path, *, now: Callable[[], datetime]) -> None:
        self._path, self._now = path, now
        self._own = Used(now().date())
        """As this process knows it: what the file said last, and what came since."""
        self._guard = threading.Lock()
        """Between the threads of this process; the file's own lock is between processes."""
        self._is_told = False

    def take(self, decide: Callable[[Used, datetime], Refused | None]) -> Refused | None:
        """Count one request unless `decide` has something against it; what it has against it."""
        with self._guard:
            return self._held(lambda used, now: self._taken(used, now, decide))

    def note(self, count: int) -> None:
        """The host says that so many were made today."""
        with self._guard:
            self._held(lambda used, now: (used.at(now).at_least(now.date(), count), None))

    def learn(self, told: Used) -> None:
        """So much was used by all who share the account, as somebody said who knows: never less than is known here."""
        with self._guard:
            self._held(lambda used, now: (_more(used, told).at(now), None))

    def used(self) -> Used:
        """What was used by now. Nothing is written."""
        with self._guard:
            with suppress(StorageError, FileNotFoundError), locked_file(self._path, os.O_RDWR, deed=_DEED) as file:
                self._own = _more(self._own, _read(file))
            return self._own.at(self._now())

    def _taken(
        self, used: Used, now: datetime, decide: Callable[[Used, datetime], Refused | None]
    ) -> tuple[Used, Refused | None]:
        against = decide(used, now)
        return (used, against) if against is not None else (used.and_one(now), None)

    def _held(self, change: Callable[[Used, datetime], tuple[Used, Refused | None]]) -> Refused | None:
        """Read, change and write under the file's lock."""
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with locked_file(self._path, deed=_DEED) as file:
                before = _more(self._own, _read(file))
                self._own, against = change(before, self._now())
                _write(file, self._own)
                return against
        except (StorageError, OSError) as error:
            if not self._is_told:
                self._is_told = True
                _log.warning("Free requests are counted by this process alone: %s", error)
            self._own, against = change(self._own, self._now())
            return against


def _more(own: Used, kept: Used | None) -> Used:
    """Both together: neither a lost file nor a process that counted alone makes anything free again.

    A moment in both is the same request, and the minute does not end with the day.
    """
    if kept is None:
        return own
    lately = tuple(sorted((Counter(own.lately) | Counter(kept.lately)).elements()))
    if kept.day != own.day:
        later = max(own, kept, key=lambda used: used.day)
        return Used(later.day, later.today, lately)
    return Used(own.day, max(own.today, kept.today), lately)


def _read(file: int) -> Used | None:
    try:
        return msgspec.json.decode(os.pread(file, _MOST_BYTES, 0), type=Used)
    except (msgspec.MsgspecError, UnicodeDecodeError):  # new, or spoilt: this process knows what it did itself
        return None


def _write(file: int, used: Used) -> None:
    data = msgspec.json.encode(used)
    os.pwrite(file, data, 0)
    os.ftruncate(file, len(data))
