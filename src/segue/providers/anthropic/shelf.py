"""Anthropic's list of models on the disk: the last one that was fetched, and before it the one that comes with Segue.

Replaced as a whole, so that a process that is killed leaves the old list or the new one. Blocks on the disk.
"""

from __future__ import annotations

import logging
import os
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from segue.domain.listing import Listing
from segue.domain.models import DataPolicy
from segue.errors import StorageError
from segue.providers.anthropic.listing import read_listing, recorded_listing

_log = logging.getLogger(__name__)


class _Kept(msgspec.Struct):
    """The file: the list's entries as they came."""

    as_of: datetime
    data: list[msgspec.Raw]


class Shelf:
    """One provider's list, in `SEGUE_HOME/anthropic`."""

    def __init__(self, home: Path, provider: str, policy: DataPolicy) -> None:
        self._path = home / "anthropic" / f"models-{provider}.json"
        self._provider, self._policy = provider, policy
        self._listing: Listing | None = None
        self._seen: tuple[int, int] | None = None
        """The file as it was read: when it was written, and its inode."""

    def listing(self) -> Listing:
        """The newest that is here, whoever fetched it; the same object while nothing changes."""
        seen = self._on_disk()
        if self._listing is None or seen != self._seen:
            self._seen, self._listing = seen, self._read()
        return self._listing

    def keep(self, entries: list[msgspec.Raw], *, as_of: datetime) -> Listing | None:
        """Put a fetched list in place of the kept one, and give it back; None where nothing of it can be read.

        Raises StorageError.
        """
        listing = read_listing(entries, self._provider, as_of=as_of, policy=self._policy)
        if not listing.models:
            return None
        spare = self._path.with_name(f"{self._path.name}.{os.getpid()}.new")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            spare.write_bytes(msgspec.json.encode(_Kept(as_of, entries)))
            spare.replace(self._path)
        except OSError as error:
            spare.unlink(missing_ok=True)
            raise StorageError(
                f"The list of models could not be kept in '{self._path}': {error.strerror}.",
                hint="See that its folder is writable, and that its disk has room.",
            ) from error
        self._seen, self._listing = self._on_disk(), listing
        return listing

    def _on_disk(self) -> tuple[int, int] | None:
        try:
            stat = self._path.stat()
        except OSError:
            return None
        return stat.st_mtime_ns, stat.st_ino

    def _read(self) -> Listing:
        try:
            kept = msgspec.json.decode(self._path.read_bytes(), type=_Kept)
            as_of = kept.as_of if kept.as_of.tzinfo else kept.as_of.replace(tzinfo=UTC)
            listing = read_listing(kept.data, self._provider, as_of=as_of, policy=self._policy)
            if listing.models:
                return listing
        except FileNotFoundError:
            pass
        except (OSError, msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
            _log.warning("The kept list of models, %s, cannot be read (%s).", self._path, type(error).__name__)
        return recorded_listing(self._provider, self._policy)
