"""Looks whether another process heard of danger to somebody whom a turn is under way for here.

Twice a second and behind the path: one question to the store, whether anybody else wrote to it, and one to a shared
cache, only while turns with sessions are under way. Whoever runs a turn looks at its alarm and asks nobody.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import Final, Self

from segue.errors import StorageError
from segue.pipeline.sessions.sessions import SessionBook
from segue.pipeline.sessions.shared import SharedSessions
from segue.pipeline.timing.behind import Behind
from segue.storage.contract import Journal

LOOK_EVERY_S: Final = 0.5
"""Pause between two looks: a story goes on for so long, and one release step, after a danger heard elsewhere."""
MOST_READ: Final = 500
"""Sessions that are asked for at once, about 5 ms of the store's thread."""


class Elsewhere:
    """An async context manager, within the store's, the cache's and the book's."""

    def __init__(self, book: SessionBook, journal: Journal, shared: SharedSessions) -> None:
        self._book, self._journal, self._shared = book, journal, shared
        self._is_unread = False
        self._behind = Behind(self.look, every_s=LOOK_EVERY_S, name="segue-elsewhere")

    async def __aenter__(self) -> Self:
        with suppress(StorageError):
            await self._book.neighbours.look()  # before the first session is read
        await self._behind.__aenter__()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._behind.__aexit__(*error)

    async def look(self) -> None:
        """One look. A store or a cache that is away tells nothing; others tell of that."""
        with suppress(StorageError):
            if await self._book.neighbours.look():
                self._is_unread = True
            if self._is_unread:  # also what the last look could not read: the store tells of it once
                await self._look_in_store()
                self._is_unread = False
        if self._book.alarms.sessions:
            await self._look_in_cache()

    async def _look_in_store(self) -> None:
        sessions = tuple(self._book.alarms.sessions)
        for first in range(0, len(sessions), MOST_READ):
            states = await self._journal.safety_states(sessions[first : first + MOST_READ])
            for session, state in states.items():
                self._book.hear(session, state, now=datetime.now(UTC))

    async def _look_in_cache(self) -> None:
        for session in await self._shared.in_danger():
            if session in self._book.alarms.sessions:
                with suppress(StorageError):
                    if (told := await self._shared.told(session)) is not None:
                        self._book.hear(session, told.safety_state, now=datetime.now(UTC))
