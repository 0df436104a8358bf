"""What is kept of changes: the lists as they were last compared, what changed, and who was told of it.

One file, `SEGUE_HOME/catalogue/changes.json`, replaced as a whole under a lock, so that processes which share the
folder note and tell each change once, and a process that is killed leaves the old file or the new one. Replicas with a
folder of their own keep a file each: they fetch their lists themselves as well.

Everything here blocks on the disk: under an event loop, call it in a thread.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final, Literal, TypeAlias

import msgspec

from segue.catalog.differences import differences, watched_list
from segue.domain.changes import NotedChange, Watched
from segue.domain.listing import Listing
from segue.errors import StorageError
from segue.storage.locked_file import locked_file

MOST_CHANGES: Final = 2_000
"""Newest changes that are kept, some 2 MB; a host's whole list may change at once."""

Channel: TypeAlias = Literal["log", "webhook"]
"""Ways in which an operator is told."""

_log = logging.getLogger(__name__)


class _Seen(msgspec.Struct, forbid_unknown_fields=True):
    """A host's list as it was last compared."""

    as_of: datetime
    models: dict[str, Watched]


class _Kept(msgspec.Struct, forbid_unknown_fields=True):
    """The file."""

    seen: dict[str, _Seen] = {}
    changes: list[NotedChange] = []
    last_number: int = 0
    told: dict[str, int] = {}
    """By channel: the number of the last change that was told there."""
    ends: dict[str, str] = {}
    """By model in use that ends: the day that was told of it."""


class ChangeBook:
    """Notes what changed in hosts' lists, and remembers who was told."""

    def __init__(self, home: Path) -> None:
        self._path = home / "catalogue" / "changes.json"

    def note(self, listing: Listing, *, now: datetime) -> tuple[NotedChange, ...]:
        """Compare a list with the one before, and keep what changed. Raises StorageError.

        The first list of a host is what later ones are compared with. One that is older than what was compared last, as
        a process has it that looks rarely, says nothing.
        """
        listed = watched_list(listing)
        if _news(self._read(), listing, listed) is None:
            return ()
        with self._held():
            kept = self._read_to_change()
            if (models := _news(kept, listing, listed)) is None:
                return ()
            before = kept.seen.get(listing.provider)
            found = [] if before is None else differences(before.models, models, provider=listing.provider)
            noted = tuple(NotedChange(n, now, change) for n, change in enumerate(found, kept.last_number + 1))
            kept.changes = [*kept.changes, *noted][-MOST_CHANGES:]
            kept.last_number += len(noted)
            kept.seen[listing.provider] = _Seen(listing.as_of, models)
            self._write(kept)
        return noted

    def changes(self, *, since: datetime | None = None, provider: str | None = None) -> tuple[NotedChange, ...]:
        """What changed, the oldest first; `since` is a moment after which it was found."""
        return tuple(
            noted
            for noted in self._read().changes
            if (since is None or noted.noted_at >= since) and provider in (None, noted.change.model.provider)
        )

    def untold(self, channel: Channel) -> tuple[NotedChange, ...]:
        """What was not told yet in this way, the oldest first."""
        kept = self._read()
        last = kept.told.get(channel, 0)
        return tuple(noted for noted in kept.changes if noted.number > last)

    def tell(
        self, channel: Channel, *, upto: int, say: Callable[[tuple[NotedChange, ...]], None] | None = None
    ) -> None:
        """Remember that everything up to a number was told, after `say` has told what nobody has told yet.

        Raises StorageError, before anything is said.
        """
        with self._held():
            kept = self._read_to_change()
            last = kept.told.get(channel, 0)
            if upto <= last:
                return
            if say is not None:
                say(tuple(noted for noted in kept.changes if last < noted.number <= upto))
            kept.told[channel] = upto
            self._write(kept)

    def tell_ends(self, days: Mapping[str, str], say: Callable[[Collection[str]], None]) -> None:
        """Remember the day of each model that ends, after `say` has told of those of which it was not told yet.

        Raises StorageError, before anything is said.
        """
        if self._read().ends == days:
            return
        with self._held():
            kept = self._read_to_change()
            say({model for model, day in days.items() if kept.ends.get(model) != day})
            kept.ends = dict(days)
            self._write(kept)

    def _held(self) -> AbstractContextManager[int]:
        return locked_file(self._made(self._path.with_suffix(".lock")), deed="be held while changes are noted")

    def _made(self, path: Path) -> Path:
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise _not_kept(path, error) from error
        return path

    def _read(self) -> _Kept:
        """For who only looks: nothing where it cannot be read."""
        try:
            return self._read_to_change()
        except StorageError as error:
            _log.warning("%s", error.message)
            return _Kept()

    def _read_to_change(self) -> _Kept:
        """For who writes it anew. Raises StorageError where what is there cannot be read for now: it would be lost."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=_Kept)
        except FileNotFoundError:
            return _Kept()
        except OSError as error:
            raise _not_kept(self._path, error) from error
        except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
            _log.warning("What changed, %s, cannot be read (%s); it begins anew.", self._path, type(error).__name__)
            return _Kept()

    def _write(self, kept: _Kept) -> None:
        spare = self._path.with_name(f"{self._path.name}.{os.getpid()}.new")
        try:
            spare.write_bytes(msgspec.json.encode(kept))
            spare.replace(self._path)
        except OSError as error:
            spare.unlink(missing_ok=True)
            raise _not_kept(self._path, error) from error


def _news(kept: _Kept, listing: Listing, listed: Mapping[str, Watched]) -> dict[str, Watched] | None:
    """What is to be compared with the list before; None where that says the same, or is younger.

    That a model is gone, as its host said, only the process knows that asked; until the next list it holds for all.
    """
    seen = kept.seen.get(listing.provider)
    if seen is None:
        return dict(listed)
    if listing.as_of < seen.as_of:
        return None
    models = dict(listed)
    if listing.as_of == seen.as_of:
        gone = {name for name, one in seen.models.items() if one.is_gone}
        models |= {name: replace(models[name], is_gone=True) for name in gone & models.keys()}
    return None if models == seen.models else models


def _not_kept(path: Path, error: OSError) -> StorageError:
    return StorageError(
        f"What changed in lists of models could not be kept in '{path}': {error.strerror}.",
        hint="See that its folder is writable, and that its disk has room.",
    )
