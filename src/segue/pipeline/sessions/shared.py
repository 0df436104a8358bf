"""What replicas tell each other of sessions: the model that one is with, its rule, where it began, its risk over turns.

Each replica may have a journal of its own, so that a rule which one of them was given reaches the others this way
only. Looking is one call a turn, within the cache's own deadline; a cache that is away costs nothing. Several may
tell of one session at once: each adds what the cache lacks, and looks again later whether that is still there.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from datetime import datetime
from itertools import islice
from typing import Annotated, Final, Self

import msgspec

from segue.domain.models import ModelRef, Privacy, SafetyLevel
from segue.domain.sessions import SessionRecord, agreed
from segue.errors import StorageError, UnfitRecord
from segue.pipeline.timing.behind import Behind
from segue.storage.contract import Cache

_log = logging.getLogger(__name__)

TELL_EVERY_S: Final = 0.5
"""Pause between two rounds of telling: a session whose next turn goes to another replica sooner may be a turn late
with a move, never with a rule."""
ROUND: Final = 4_000
"""Most sessions in one round, about 0.4 s: stopping must not wait for all that there is to tell."""
MOST: Final = 20_000
"""Sessions that can be told again, about 10 MB; of the oldest beyond that others learn with their next turn here."""
FRESH_S: Final = 86_400.0
"""What was told longer before a turn is told again at that turn, so that the cache has it as long as it is kept."""


DANGER_S: Final = 60.0
"""How long a danger that was heard is told to replicas that look for it; they look twice a second. It is also how far
their clocks may differ."""
_DANGERS: Final = "dangers"
"""The group of those."""


class _Told(msgspec.Struct, frozen=True, gc=False):
    """How it stands in the cache. Every field must be there: what is not said is not known. Only a safety state and a
    country may be missing: a version that tells none keeps none."""

    pinned: ModelRef | None
    moved_to: ModelRef | None
    privacy: Privacy | None
    began_local: bool
    risk_level: SafetyLevel
    last_turn_at: Annotated[datetime, msgspec.Meta(tz=True)]
    safety_state: bytes = b""
    country: str | None = None


class SharedSessions:
    """Shares sessions through the cache, where that is shared. An async context manager."""

    def __init__(self, cache: Cache, *, keep_s: float, now: Callable[[], float] = time.time) -> None:
        """`keep_s` is how long a session is remembered after its last turn: its rule must not end before."""
        self._cache = cache
        self._keep_s = keep_s
        self._now = now
        self._known: dict[str, SessionRecord] = {}
        """The newest state of each session seen here, last seen last."""
        self._waiting: dict[str, None] = {}
        """Sessions of which the cache may lack something, in the order in which they are told."""
        self._dangers: dict[str, None] = {}
        """Sessions of which a danger was heard, and the cache was not told yet."""
        self._was_away = False
        self._is_shared = cache.is_shared
        self._behind = Behind(self.tell, every_s=TELL_EVERY_S, name="segue-sessions-told", is_needed=cache.is_shared)

    async def __aenter__(self) -> Self:
        await self._behind.__aenter__()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._behind.__aexit__(*error)

    async def told(self, session: str) -> SessionRecord | None:
        """What replicas told of a session, without turns; None for nothing, or while the cache is away.

        Raises UnfitRecord for what cannot be read: somebody has told something, and nobody here knows what.
        """
        if not self._is_shared:
            return None
        try:
            return await self._read(session)
        except UnfitRecord as error:
            _log.warning("Turns of a session stay on this machine, for %s cannot be read: %s", _key(session), error)
            raise
        except StorageError:
            return None  # whoever guards the cache tells of it; this process goes on with what it knows

    def note(self, record: SessionRecord, *, told: SessionRecord | None = None) -> None:
        """Keep a session's newest state, and tell it behind the path unless `told` has all of it."""
        if not self._is_shared or _facts(record) == _NOTHING:
            return
        session = record.session
        self._known.pop(session, None)
        self._known[session] = record
        if _has_news(record, told):
            self._waiting[session] = None
        if len(self._known) > MOST:
            oldest = next(iter(self._known))
            del self._known[oldest]
            self._waiting.pop(oldest, None)

    async def tell_now(self, session: str) -> None:
        """Return when a session that was noted is told, or the cache is late; that is made good behind the path."""
        if session in self._waiting:
            await self._bring((session,))

    def note_danger(self, session: str) -> None:
        """Have replicas that run a turn of the session know that there is something to hear of it, behind the path."""
        if self._is_shared and len(self._dangers) < MOST:
            self._dangers[session] = None

    async def tell_danger(self, session: str) -> None:
        """The same, and return when they can know, or the cache is late; that is made good behind the path."""
        self.note_danger(session)
        await self._bring_dangers((session,))

    async def in_danger(self) -> Collection[str]:
        """Sessions of which a danger was told lately."""
        if not self._is_shared:
            return ()
        try:
            return (await self._cache.deadlines(_DANGERS, now_s=self._now())).keys()
        except StorageError:
            return ()

    async def forget(self, session: str) -> None:
        """Forget a session here and in the cache. Raises StorageError while that is away.

        Another replica that had a turn of it tells of it again, unless it is asked to forget it too.
        """
        self._known.pop(session, None)
        self._waiting.pop(session, None)
        self._dangers.pop(session, None)
        if self._is_shared:
            await self._cache.ping()  # a guard may answer by itself
            await self._cache.remove(_key(session))
            await self._cache.lift(_DANGERS, session)

    async def tell(self) -> None:
        """One round of what waits. A cache that was away may have come back empty: it is told everything again."""
        if self._was_away:
            self._waiting |= dict.fromkeys(reversed(self._known))  # whoever was here last may come first
        self._was_away = False
        await self._bring(tuple(islice(self._waiting, ROUND)))
        await self._bring_dangers(tuple(self._dangers))

    async def _bring_dangers(self, sessions: Iterable[str]) -> None:
        with suppress(StorageError):
            for session in sessions:
                if session in self._dangers:
                    await self._cache.ping()  # a guard may answer the rest by itself
                    now_s = self._now()
                    await self._cache.extend(_DANGERS, session, until_s=now_s + DANGER_S, now_s=now_s)
                    self._dangers.pop(session, None)

    async def _bring(self, sessions: Iterable[str]) -> None:
        try:
            await self._cache.ping()  # only this tells that a cache is away: its guard answers the rest
            for session in sessions:
                if (record := self._known.get(session)) is not None:
                    await self._bring_one(record)
        except StorageError:
            self._was_away = True

    async def _bring_one(self, record: SessionRecord) -> None:
        """Add to the cache what it lacks of a session, which waits until a later look found all of it there."""
        session = record.session
        try:
            kept = await self._read(session)
            await self._cache.ping()  # a guard may have answered by itself
            if _has_news(record, kept):
                self._waiting[session] = self._waiting.pop(session, None)  # others first, then the second look
                await self._put(record if kept is None else agreed(kept, record))
                return
        except UnfitRecord:
            pass  # never written over: it may be what a newer version says
        if self._known.get(session) is record:
            self._waiting.pop(session, None)

    async def _put(self, record: SessionRecord) -> None:
        age_s = max(0.0, self._now() - record.last_turn_at.timestamp())
        if age_s < self._keep_s:
            await self._cache.put(_key(record.session), _written(record), ttl_s=self._keep_s + FRESH_S - age_s)
        else:
            self._known.pop(record.session, None)
            self._waiting.pop(record.session, None)

    async def _read(self, session: str) -> SessionRecord | None:
        text = await self._cache.get(_key(session))
        if text is None:
            return None
        try:
            told = msgspec.json.decode(text, type=_Told)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise UnfitRecord("It is no session's state, or a newer version's.", hint=_HINT) from None
        return SessionRecord(
            session,
            created_at=told.last_turn_at,
            last_turn_at=told.last_turn_at,
            pinned=told.pinned,
            moved_to=told.moved_to,
            began_local=told.began_local,
            privacy=told.privacy,
            risk_level=told.risk_level,
            safety_state=told.safety_state,
            country=told.country,
        )


_HINT: Final = "Bring all gateways to one version; what is in nobody's use any more ends by itself."
_NOTHING: Final = (None, None, None, False, SafetyLevel.NONE, b"", None)


def _facts(record: SessionRecord) -> tuple[object, ...]:
    """What is shared of a session."""
    place = record.pinned, record.moved_to
    return *place, record.privacy, record.began_local, record.risk_level, record.safety_state, record.country


def _has_news(record: SessionRecord, told: SessionRecord | None) -> bool:
    if told is None:
        return _facts(record) != _NOTHING
    both = agreed(told, record)
    return _facts(both) != _facts(told) or (both.last_turn_at - told.last_turn_at).total_seconds() > FRESH_S


def _written(record: SessionRecord) -> bytes:
    told = _Told(
        pinned=record.pinned,
        moved_to=record.moved_to,
        privacy=record.privacy,
        began_local=record.began_local,
        risk_level=record.risk_level,
        last_turn_at=record.last_turn_at,
        safety_state=record.safety_state,
        country=record.country,
    )
    return msgspec.json.encode(told)


def _key(session: str) -> str:
    """The session is a keyed hash already."""
    return f"session:{session}"
