"""Incidents that the store did not take: in a local file, encrypted, until it is back.

A line is encrypted under a key that comes from the master key alone, so that no store is needed to write it. Where the
master key cannot be had, the line is written without session and turn: then it may stand there as it is.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import msgspec

from segue.config.sealing import decrypt, encrypt
from segue.config.vault import Vault
from segue.domain.incidents import SeenIncident
from segue.errors import SegueError, StorageError
from segue.storage.locked_file import LockedFile

MOST_BYTES: Final = 64 * 2**20
"""Largest file, some 60,000 incidents: an attacker who provokes incidents while the store is away must not fill the
disk."""
_PURPOSE: Final = "incidents in a local file"
_BOUND: Final = b"segue incident line 1"
_APPEND: Final = "keep an incident"
_READ: Final = "read incidents"


class IncidentSpool:
    """A local file of incidents. Its methods wait for the disk in a thread, and raise StorageError."""

    def __init__(self, path: Path, vault: Vault) -> None:
        self._path = path
        self._file = LockedFile(path)
        self._vault = vault
        self.unreadable = 0
        """Lines of the last reading that stay: half written, or encrypted under a master key that is not here."""

    async def append(self, seen: Sequence[SeenIncident]) -> None:
        """Keep incidents until they are settled; on the disk when it returns."""
        key = await self._key()
        lines = [_line(one, key) for one in seen]
        await asyncio.to_thread(self._append, lines)

    async def waiting(self) -> list[tuple[bytes, SeenIncident]]:
        """The incidents, oldest first and marked as late, each with its line, which stays until `settle`."""
        lines = await asyncio.to_thread(self._file.lines, deed=_READ)
        key = await self._key() if lines else None
        found = [(line, seen) for line in lines if (seen := _seen(line, key)) is not None]
        self.unreadable = len(lines) - len(found)
        return [(line, replace(seen, incident=replace(seen.incident, is_late=True))) for line, seen in found]

    async def held(self) -> int:
        """How many lines wait, whoever can read them."""
        return len(await asyncio.to_thread(self._file.lines, deed=_READ))

    async def settle(self, lines: Iterable[bytes]) -> None:
        """Forget lines: the store has them."""
        done = set(lines)
        await asyncio.to_thread(
            self._file.rewrite, lambda kept: [line for line in kept if line not in done], deed="forget incidents"
        )

    async def forget(self, session: str) -> None:
        """Make every incident of a session nobody's; what is half written is left out. Raises VaultLocked as well."""
        if not await asyncio.to_thread(self._file.lines, deed=_READ):
            return
        key = (await self._vault.master()).derived(_PURPOSE)

        def without(lines: list[bytes]) -> list[bytes]:
            found = ((line, _seen(line, key)) for line in lines)
            return [
                _line(replace(seen, session=None, turn_id=""), key) if seen.session == session else line
                for line, seen in found
                if seen is not None
            ]

        await asyncio.to_thread(self._file.rewrite, without, deed="forget a session's incidents")

    def _append(self, lines: Sequence[bytes]) -> None:
        if self._path.exists() and self._path.stat().st_size > MOST_BYTES:
            raise StorageError(
                f"The local file '{self._path}' holds {MOST_BYTES // 2**20} MB of incidents and takes no more.",
                hint="Bring the store back: then they are kept there.",
            )
        self._file.append(lines, deed=_APPEND)

    async def _key(self) -> bytes | None:
        try:
            return (await self._vault.master()).derived(_PURPOSE)
        except SegueError:  # no master key, or no store that says which one: the keeper tells of it
            return None


def _line(seen: SeenIncident, key: bytes | None) -> bytes:
    if key is None:
        return msgspec.json.encode(replace(seen, session=None, turn_id=""))
    return base64.b64encode(encrypt(key, msgspec.json.encode(seen), bound_to=_BOUND))


def _seen(line: bytes, key: bytes | None) -> SeenIncident | None:
    """The incident in a line; None where there is none."""
    try:
        if not line.startswith(b"{"):
            if key is None:
                return None
            line = decrypt(key, base64.b64decode(line, validate=True), bound_to=_BOUND)
        seen = msgspec.json.decode(line, type=SeenIncident)
    except (ValueError, binascii.Error, msgspec.DecodeError):
        return None
    return seen if seen.incident.at.tzinfo is not None else None
