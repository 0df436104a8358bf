"""Who else spends from a store: while it cannot be asked, a process that is alone with it may go by what it knows.

| lock on the file beside the store | |
| --- | --- |
| shared | this process spends from the store, as any number of others may |
| exclusive | nobody else does, and nobody else may begin to |

The file names who came last. So a process that was ever joined by another one knows that it does not know all. Whoever
only reads what was spent takes nothing from anybody: it looks, and joins when it spends for the first time.
"""

from __future__ import annotations

import fcntl
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Final, Protocol

from typing_extensions import override

_NAME_BYTES: Final = 16


class Users(Protocol):
    """Whether others use a store. Nothing here waits: whoever holds a lock against it is found out the next time."""

    def look(self) -> None:
        """See who spends from it now; before it is read what was spent."""
        ...

    def join(self) -> bool:
        """Spend from the store from now on, until `leave`. False while another process goes by what it knows alone."""
        ...

    def is_alone(self) -> bool:
        """Whether nobody else spends from it, nor ever did since `look`; then nobody else may join until `share`."""
        ...

    def share(self) -> None:
        """Let others join again."""
        ...

    def leave(self) -> None:
        """Use it no longer."""
        ...


class NobodyElse(Users):
    """Of a store within this process."""

    @override
    def look(self) -> None:
        pass

    @override
    def join(self) -> bool:
        return True

    @override
    def is_alone(self) -> bool:
        return True

    @override
    def share(self) -> None:
        pass

    @override
    def leave(self) -> None:
        pass


class FileUsers(Users):
    """Of a store in a file: a small file beside it is locked. Where that cannot be, nobody is alone."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._name = secrets.token_bytes(_NAME_BYTES)
        self._file: int | None = None
        self._lock: int | None = None
        self._missed_nothing = True
        self._last = b""
        """Who had come last when it was looked; with that nobody has come since then."""

    @override
    def look(self) -> None:
        with suppress(OSError):
            file = self._opened()
            if self._locked(fcntl.LOCK_EX):  # nobody is there who would go on spending
                fcntl.flock(file, fcntl.LOCK_UN)
                self._lock = None
            self._last = os.pread(file, _NAME_BYTES, 0)

    @override
    def join(self) -> bool:
        with suppress(OSError):
            file = self._opened()
            if self._lock is None:
                if self._locked(fcntl.LOCK_EX):  # nor has anybody come and gone again since it was looked
                    self._missed_nothing = self._missed_nothing and os.pread(file, _NAME_BYTES, 0) == self._last
                if self._locked(fcntl.LOCK_SH):
                    os.pwrite(file, self._name, 0)
        return self._lock is not None or self._file is None

    @override
    def is_alone(self) -> bool:
        if self._file is None or self._lock is None:
            return False
        with suppress(OSError):
            if self._lock == fcntl.LOCK_EX:
                return True
            # To change a lock gives the old one up first (flock(2)), so that somebody may come in between.
            if self._came_last() and self._locked(fcntl.LOCK_EX) and self._came_last():
                return True
            self._locked(fcntl.LOCK_SH)
        return False

    @override
    def share(self) -> None:
        if self._lock == fcntl.LOCK_EX:
            self._locked(fcntl.LOCK_SH)

    @override
    def leave(self) -> None:
        if self._file is not None:
            os.close(self._file)
        self._file = self._lock = None

    def _opened(self) -> int:
        if self._file is None:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        return self._file

    def _locked(self, kind: int) -> bool:
        assert self._file is not None
        try:
            fcntl.flock(self._file, kind | fcntl.LOCK_NB)
        except OSError:
            self._lock, self._missed_nothing = None, False
            return False
        self._lock = kind
        return True

    def _came_last(self) -> bool:
        assert self._file is not None
        return self._missed_nothing and os.pread(self._file, _NAME_BYTES, 0) == self._name
