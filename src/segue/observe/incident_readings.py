"""Reads texts of incidents, for clinicians: each reading is an entry in the log of incidents before a word is given."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from segue.config.vault import Vault
from segue.domain.incident_texts import IncidentText, KeptText
from segue.errors import RequestError
from segue.observe.incident_texts import opened_text
from segue.observe.incidents import IncidentKeeper
from segue.observe.session_keys import session_key
from segue.storage.contract import Journal

MOST_LISTED: Final = 1_000
"""Most texts that one list names, newest first."""


class TextReader:
    """Knows which texts there are, and opens one. Also while no more are kept: the older ones are still there."""

    def __init__(self, journal: Journal, vault: Vault, incidents: IncidentKeeper) -> None:
        self._journal = journal
        self._vault = vault
        self._incidents = incidents

    async def listed(self, *, since: datetime | None = None) -> tuple[KeptText, ...]:
        """Which texts are kept, newest first; no word of them."""
        return await self._journal.texts(since=since, limit=MOST_LISTED)

    async def read(self, turn: str, *, by: str, now: datetime) -> IncidentText:
        """The text of a turn, by its pseudonym; `by` is the opaque id of the clinician who reads it.

        Raises RequestError where none is kept, SealBroken, VaultLocked, and StorageError also where the reading cannot
        be noted: then nothing is read.
        """
        sealed = await self._journal.text(turn)
        key = None if sealed is None else await session_key(self._journal, self._vault, sealed.session)
        if sealed is None or key is None:
            raise RequestError(
                "No text is kept of that turn.",
                param="turn",
                hint="`segue safety texts list` shows those that are; others were not asked for, or are erased.",
            )
        text = opened_text(sealed, key)
        await self._incidents.note_reading(text, by=by, at=now)
        return text
