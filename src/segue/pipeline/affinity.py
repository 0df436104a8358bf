"""Which model each session is with, told between replicas behind the path.

Every replica knows what it has answered itself; the journal may be its own. What another replica answered since is
asked for when a session comes, within the cache's own deadline, and a cache that is away costs nothing.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Final, Self

import msgspec

from segue.domain.models import ModelRef
from segue.domain.sessions import SessionRecord
from segue.errors import StorageError
from segue.pipeline.behind import Behind
from segue.storage.contract import Cache

TELL_EVERY_S: Final = 0.5
"""Pause between two rounds of telling: a session whose next turn goes to another replica sooner may be a turn late."""
KEEP_S: Final = 86_400.0
"""How long it is shared. A session that comes back after a day finds its own model by the journal."""
MOST_WAITING: Final = 20_000
"""Sessions that may wait to be told; the oldest beyond that are not."""


class Place(msgspec.Struct, frozen=True, gc=False):
    """A session's models."""

    pinned: ModelRef
    moved_to: ModelRef | None = None


class Affinity:
    """Shares sessions' models through the cache, where that is shared. An async context manager."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._waiting: dict[str, Place] = {}
        self._behind = Behind(self.tell, every_s=TELL_EVERY_S, name="segue-affinity") if cache.is_shared else None

    async def __aenter__(self) -> Self:
        if self._behind is not None:
            await self._behind.__aenter__()
        return self

    async def __aexit__(self, *error: object) -> None:
        if self._behind is not None:
            await self._behind.__aexit__(*error)

    def note(self, record: SessionRecord) -> None:
        """A session was answered here."""
        if self._behind is None or record.pinned is None:
            return
        self._waiting.pop(record.session, None)
        self._waiting[record.session] = Place(record.pinned, record.moved_to)
        if len(self._waiting) > MOST_WAITING:
            del self._waiting[next(iter(self._waiting))]

    async def elsewhere(self, session: str) -> Place | None:
        """Where another replica left a session; None where nothing is known beyond what this process knows."""
        if self._behind is None or session in self._waiting:
            return None
        try:
            kept = await self._cache.get(_key(session))
            return None if kept is None else msgspec.json.decode(kept, type=Place)
        except (StorageError, msgspec.DecodeError, UnicodeDecodeError):
            return None  # it only says where the session is best answered: without it every turn is answered as well

    async def tell(self) -> None:
        """Put what waits into the cache; what it does not take is told with the session's next turn."""
        waiting, self._waiting = self._waiting, {}
        with suppress(StorageError):
            for session, place in waiting.items():
                await self._cache.put(_key(session), msgspec.json.encode(place), ttl_s=KEEP_S)


def _key(session: str) -> str:
    """The session is a keyed hash already."""
    return f"session:{session}"
