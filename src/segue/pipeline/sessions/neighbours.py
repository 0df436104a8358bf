"""Whether other processes write to this one's store, and what memory has of sessions is therefore not the newest.

    alone ── somebody else has committed ──▶ every session is read once more, when its next turn begins
    not alone: somebody has within BUSY_S ──▶ it is read at the beginning of each turn

A gateway that is alone reads nothing: it asks its store now and then whether anybody else has written, behind the path.
That needs no list of gateways that could be wrong, and notices a command or an older version as well
(`docs/decisions/0011-neighbours.md`).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from segue.storage.contract import Journal

BUSY_S: Final = 60.0
"""How long somebody who wrote is taken to be there: a gateway with any turns writes more often."""


class Neighbours:
    """Knows of which sessions memory has all that the store has. Pure but for the look at the store."""

    def __init__(self, journal: Journal, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._journal = journal
        self._clock = clock
        self._seen: str | None = None
        self._wrote_at_s = float("-inf")
        self._current: set[str] = set()
        self.are_there = False
        """True while somebody else has written lately."""
        self.news = 0
        """Looks that found that somebody else had written; whoever reads takes it before, for `read`."""

    def is_current(self, session: str) -> bool:
        """True where the store has no more of a session than was read of it, as far as anybody knows here."""
        return session in self._current and not self.are_there

    def read(self, session: str, *, news: int) -> None:
        """A session was read; `news` as it was before that began."""
        if news == self.news:
            self._current.add(session)

    def forget(self, session: str) -> None:
        """Memory does not have it any more."""
        self._current.discard(session)

    async def look(self) -> bool:
        """Whether anybody else has written since the last look. Raises StorageError where the store does not say."""
        changes = await self._journal.changes()
        now_s = self._clock()
        has_news = self._seen is not None and changes != self._seen
        self._seen = changes
        if has_news:
            self._wrote_at_s = now_s
            self.news += 1
            self._current.clear()
        self.are_there = now_s - self._wrote_at_s < BUSY_S
        return has_news
