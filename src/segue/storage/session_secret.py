"""The key under which session ids are hashed: made on first use, readable for its owner only, the same ever after."""

from __future__ import annotations

import logging
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from segue.errors import StorageError

_log = logging.getLogger(__name__)

SECRET_FILE = "session.key"
"""Its name in SEGUE_HOME."""
_OPEN_TO_OTHERS = 0o077
SECRET_BYTES = 32
"""As many as the hash has: https://www.rfc-editor.org/rfc/rfc2104#section-3 (2026-11)"""


def load_or_make_secret(path: Path) -> bytes:
    """The secret in a file of mode 0600. Raises StorageError where it is damaged, open to others, or cannot be
    read or made."""
    try:
        with suppress(FileNotFoundError):
            return _whole(path)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if any(path.parent.glob("*.db")):
            _log.warning(
                "The session secret %s is gone, and a new one is made: sessions kept so far, with their rules and what "
                "was said of danger in them, are not recognised any more. Restore it from a backup.", path
            )  # fmt: skip
        _make(path)
        return _whole(path)
    except OSError as error:
        raise StorageError(
            f"The session secret {path} could not be read or made: {error.strerror or type(error).__name__}.",
            hint="It has to be a file that this user can read, in a folder that it can write to, with room on the "
            "disk; SEGUE_HOME names another folder.",
        ) from error


def _make(path: Path) -> None:
    fresh = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(SECRET_BYTES))
        # link() fails when another process was first: then both use that one's secret.
        with suppress(FileExistsError):
            path.hardlink_to(fresh)
    finally:
        fresh.unlink(missing_ok=True)


def _whole(path: Path) -> bytes:
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_CLOEXEC), "rb") as file:
        mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
        if mode & _OPEN_TO_OTHERS:
            raise StorageError(
                f"The session secret {path} can be read or written by others (its mode is {mode:04o}).",
                hint=f"Run: chmod 600 {path}. Who has read it can tell which session is whose, where they know its id.",
            )
        secret = file.read()
    if len(secret) != SECRET_BYTES:
        raise StorageError(
            f"The session secret {path} is damaged ({len(secret)} bytes instead of {SECRET_BYTES}).",
            hint="Restore it from a backup, or remove it: then sessions kept so far are not recognised again.",
        )
    return secret
