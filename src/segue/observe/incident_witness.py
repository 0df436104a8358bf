"""Remembers outside of the database how far the chain had come: one that was put back to yesterday is found."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec

from segue.domain.incidents import IncidentHead
from segue.errors import StorageError
from segue.storage.contract import Journal
from segue.storage.locked_file import LockedFile

FILE_NAME: Final = "incidents.head"
"""The file in SEGUE_HOME: one line, a number and two codes, as the chain's end is."""

_log = logging.getLogger(__name__)


class Witness:
    """The newest end of the chain that was seen from this machine."""

    def __init__(self, home: Path, journal: Journal) -> None:
        self._path = home / FILE_NAME
        self._file = LockedFile(self._path)
        self._journal = journal
        self.contradicts = False
        """True once the chain was found to lack what was seen before: a newer end is not taken down any more."""

    async def seen(self) -> IncidentHead | None:
        """The end that was seen last; None where there was none. Raises StorageError for a file that is damaged."""
        lines = await asyncio.to_thread(self._file.lines, deed="read the end of the incidents")
        return self._read(lines)

    async def note(self, head: IncidentHead, *, before: IncidentHead | None) -> None:
        """Take down the chain's new end, where the chain still holds the one that was seen; `before` was its end."""
        try:
            last = await self.seen()
            if last is not None and last != before and not await self._holds(last):
                self.contradicts = True
                _log.error("The log of incidents lacks entry %d, which it had. See: segue safety verify", last.number)
                return
            await asyncio.to_thread(
                self._file.rewrite,
                lambda lines: [msgspec.json.encode(_newer(head, self._read(lines)))],
                deed="take down the end of the incidents",
                makes_file=True,
            )
        except StorageError as error:
            _log.warning("The end of the incidents was not taken down: %s", error)

    async def _holds(self, last: IncidentHead) -> bool:
        found = await self._journal.incidents(after=last.number - 1, limit=1)
        return bool(found) and (found[0].number, found[0].mac) == (last.number, last.mac)

    def _read(self, lines: Sequence[bytes]) -> IncidentHead | None:
        if not lines:
            return None
        try:
            return msgspec.json.decode(lines[0], type=IncidentHead)
        except msgspec.DecodeError:
            raise StorageError(
                f"The file '{self._path}' does not say where the incidents ended.",
                hint="Somebody may have changed it. Look into it, then remove it: Segue begins a new one.",
            ) from None


def _newer(head: IncidentHead, kept: IncidentHead | None) -> IncidentHead:
    """Another process may have taken down a later end meanwhile."""
    return kept if kept is not None and kept.number > head.number else head
