"""The key that is a session's own: its pseudonyms and its texts are made with it, and go when it is erased."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from segue.config.vault import Vault
from segue.errors import SealBroken
from segue.storage.contract import Journal

KEYS_PURPOSE: Final = "incident pseudonyms"
"""The vault's purpose for the sealed keys of sessions."""

_log = logging.getLogger(__name__)


async def session_keys(journal: Journal, vault: Vault, sessions: Iterable[str], *, at: datetime) -> dict[str, bytes]:
    """The key of each session, made where it has none; absent where it cannot be opened. Hold none: one that is erased
    has to be gone at once."""
    fresh = {session: await vault.seal(KEYS_PURPOSE, secrets.token_bytes(32), about=session) for session in sessions}
    kept = await journal.add_incident_keys(fresh, at=at)
    keys: dict[str, bytes] = {}
    for session, sealed in kept.items():
        try:
            keys[session] = await vault.open(KEYS_PURPOSE, sealed, about=session)
        except SealBroken as error:
            _log.warning("Incidents of a session are kept without its pseudonym: %s", error)
    return keys


async def session_key(journal: Journal, vault: Vault, session: str) -> bytes | None:
    """The key that a session has; None where it has none. Raises SealBroken, VaultLocked."""
    sealed = await journal.incident_key(session)
    return None if sealed is None else await vault.open(KEYS_PURPOSE, sealed, about=session)
