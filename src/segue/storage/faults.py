"""What a database's failure means for an operator: what happened, to which store, what to do.

The driver's own message is left out: it may show values. It stays in `__cause__`, where parameters are hidden.
"""

from __future__ import annotations

import errno
import sqlite3

from sqlalchemy.exc import DataError, IntegrityError, SQLAlchemyError, StatementError
from sqlalchemy.exc import TimeoutError as NoConnectionLeft

from segue.errors import StorageError, UnfitRecord

_IN_USE = ("it is locked", "Another program holds it; end that one, or try again.")
_DAMAGED = ("its file is damaged", "Restore a copy, or move the file away: Segue then begins a new one.")
_SQLITE = {
    sqlite3.SQLITE_BUSY: _IN_USE,
    sqlite3.SQLITE_LOCKED: _IN_USE,
    sqlite3.SQLITE_FULL: ("the disk is full", "Free some space there, or set `storage.url` to another place."),
    sqlite3.SQLITE_READONLY: ("it may only be read", "Make the file and its folder writable for this user."),
    sqlite3.SQLITE_PERM: ("access was denied", "Make the file and its folder writable for this user."),
    sqlite3.SQLITE_CANTOPEN: ("it cannot be opened", "See that its folder exists and is writable for this user."),
    sqlite3.SQLITE_NOTADB: ("its file is not a database", "Set `storage.url` to another file, or move this one away."),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_IOERR: ("the disk did not read or write", "Look at the disk and at the system's log."),
}
_OS = {
    errno.ENOENT: ("its folder does not exist", "Create the folder, or set `storage.url` to another place."),
    errno.EACCES: ("access was denied", "Make the file and its folder writable for this user."),
    errno.EROFS: ("its disk may only be read", "Set `storage.url` to a place that can be written."),
    errno.ENOSPC: _SQLITE[sqlite3.SQLITE_FULL],
    errno.EISDIR: ("its path is a folder", "Set `storage.url` to a file."),
    errno.ENOTDIR: ("its path leads through a file", "Set `storage.url` to a path whose folders exist."),
}
REFUSALS = (SQLAlchemyError, sqlite3.Error)
"""What a database refuses with; bare where the driver was asked without SQLAlchemy, as for the switch to WAL."""
UNFIT = (OverflowError, TypeError, ValueError)
"""What a driver raises for a value that it cannot write: a number beyond 64 bits, half a character, a wrong type."""
_ALL_TAKEN = ("all its connections were taken", "Try again; if it goes on, another program holds them.")
_UNKNOWN = ("the database refused", "The log's level `debug` and the database's own log tell more.")


def storage_error(error: Exception, *, deed: str, where: str) -> StorageError:
    """Say what `error` means. `deed` completes "could not …", `where` names the store without a password."""
    cause = _cause(error)
    if isinstance(error, (IntegrityError, DataError)) or isinstance(cause, UNFIT):
        what = type(cause).__name__
        return UnfitRecord(
            f"The journal {where} could not {deed}: it holds a value that cannot be kept ({what}).",
            hint="This is a fault in Segue: report it with this line.",
        )
    reason, hint = _meaning(error)
    return StorageError(f"The journal {where} could not {deed}: {reason}.", hint=hint)


def is_in_use(error: Exception) -> bool:
    """True when somebody else held the database: trying again may help."""
    return _meaning(error) is _IN_USE


def _meaning(error: Exception) -> tuple[str, str]:
    if isinstance(error, OSError):
        return _OS.get(error.errno or 0, ("the system refused", "Look at the path in `storage.url`."))
    if isinstance(error, NoConnectionLeft):
        return _ALL_TAKEN
    cause = _cause(error)
    if isinstance(cause, sqlite3.Error):
        # The low byte is the kind, the rest a refinement: https://www.sqlite.org/rescode.html (2026-03)
        return _SQLITE.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF, _UNKNOWN)
    return _UNKNOWN


def _cause(error: Exception) -> BaseException:
    """The driver's own error, which SQLAlchemy wraps together with the statement."""
    return error.orig if isinstance(error, StatementError) and error.orig is not None else error
