"""Sessions on the request path: who is who, the model a session stays with, its privacy rule and its risk.

A session is known by a keyed hash of its caller and its id; neither id is kept. Records live in memory and are
written behind the path, all but two things: a rise in risk and a privacy rule are awaited, and kept in a local file
when the store is late. A session that cannot be read stays on the operator's machines until it can. Replicas that
share a cache look there at each turn, and tell each other rules, risk and beginnings before the turn goes on. Where
another process writes to the same store, a session is read from it again at the beginning of a turn.
"""

from __future__ import annotations

import asyncio
import hmac
from collections import OrderedDict
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final, Self

from segue.config.settings import SessionSettings
from segue.domain.models import ModelRef, Privacy, SafetyLevel, narrowest
from segue.domain.risk import RiskStage, RiskState, is_rise
from segue.domain.risk_bytes import encoded, joined_bytes
from segue.domain.sessions import SessionRecord, agreed
from segue.errors import StorageError, UnfitRecord
from segue.pipeline.request.fields import checked_session_id
from segue.pipeline.sessions.alarms import Alarms
from segue.pipeline.sessions.neighbours import Neighbours
from segue.pipeline.sessions.shared import SharedSessions
from segue.pipeline.sessions.writer import SessionWriter
from segue.storage.contract import Journal
from segue.storage.pending import PendingSessions

READ_TIMES: Final = 5
"""How many times longer than for a write the store is waited for when a session is not in memory: without what is kept
of it nobody knows that its person was in danger. After a restart many sessions are read at once."""


class SessionBook:
    """Every session this process knows. An async context manager: leaving it writes what is not written yet."""

    def __init__(
        self,
        journal: Journal,
        *,
        settings: SessionSettings,
        deadline_s: float,
        secret: bytes,
        pending: PendingSessions,
        shared: SharedSessions,
    ) -> None:
        self._journal = journal
        self._settings = settings
        self._deadline_s = deadline_s
        self._secret = secret
        self._shared = shared
        self._records: OrderedDict[str, SessionRecord] = OrderedDict()
        self.writer = SessionWriter(journal, pending, deadline_s=deadline_s)
        """What is not in the store yet, and how that went so far."""
        self.neighbours = Neighbours(journal)
        """Other processes that write to the store."""
        self.alarms = Alarms()
        """Of the turns that are under way."""
        self.unread = 0
        """Turns whose session, or what replicas told of it, could not be read."""

    async def __aenter__(self) -> Self:
        await self.writer.__aenter__()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.writer.__aexit__(*error)

    def hash(self, caller_id: str, session_id: str) -> str:
        """The name under which a caller's session is kept; equal ids of two callers are two sessions.

        Raises RequestError for an id that is none.
        """
        text = f"{len(caller_id)}:{caller_id}{checked_session_id(session_id, param='session')}".encode()
        return hmac.new(self._secret, text, sha256).hexdigest()

    async def recall(self, session: str, *, now: datetime) -> SessionRecord:
        """What is known of a session; a fresh record for a new one.

        A session that the store does not give in time is `local_only` for this turn: nobody knows its rule. What is
        noted of it meanwhile is joined with what is kept, once that can be read. So it is where replicas told something
        that cannot be read.
        """
        is_certain, told = True, None
        try:
            told = await self._shared.told(session)
        except UnfitRecord:
            is_certain = False
        try:
            record = await self._whole(session, now=now)
        except (TimeoutError, StorageError):
            is_certain, record = False, self._seen(session, now=now)
        else:
            self._remember(record)
        if told is not None and (both := agreed(record, told)) != record:
            self._hear(record, both)
            record = both
            self._keep(record)
        self._shared.note(replace(record, last_turn_at=now), told=told)
        if is_certain:
            return record
        self.unread += 1
        return replace(record, privacy=Privacy.LOCAL_ONLY, is_read=False)

    async def known(self, session: str, *, now: datetime) -> SessionRecord | None:
        """What memory, the store and replicas know of a session, with no turn of it; None where that is nothing.

        Raises StorageError where it cannot be read: unlike a turn, what is done by hand can wait.
        """
        told = await self._shared.told(session)
        record = await self._kept(session, now=now, deadline_s=None)
        if record is not None:
            self._remember(record)
        if told is not None and (both := agreed(record or told, told)) != record:
            record = both
            self._remember(record)
            self.writer.keep(record)
        if record is None:
            self.neighbours.forget(session)
        return record

    async def _whole(self, session: str, *, now: datetime) -> SessionRecord:
        """A session as memory or the store has it, or a fresh one. Raises TimeoutError or StorageError."""
        kept = await self._kept(session, now=now, deadline_s=READ_TIMES * self._deadline_s)
        return kept or _fresh(session, now=now)

    async def _kept(self, session: str, *, now: datetime, deadline_s: float | None) -> SessionRecord | None:
        record, news = self._known(session), self.neighbours.news
        if record is None:
            kept = await self._read(session, deadline_s=deadline_s)
            # Another turn of the session may have read it, and changed it, in the meantime.
            record = self._known(session) or self.writer.join(session, self._unless_old(kept, now=now))
            self.neighbours.read(session, news=news)
        elif not self.neighbours.is_current(session):
            async with asyncio.timeout(deadline_s):
                kept = await self._journal.session(session)
            record = self._with_theirs(session, self._unless_old(kept, now=now)) or record
            self.neighbours.read(session, news=news)
        return self._unless_old(record, now=now)

    def _with_theirs(self, session: str, kept: SessionRecord | None) -> SessionRecord | None:
        """What memory has of a session, with what other processes have written to the store."""
        known = self._known(session)
        if known is None or kept is None or (both := agreed(known, kept)) == known:
            return known
        self._hear(known, both)
        self._remember(both)
        if self.writer.changed(session) is not None:
            self.writer.keep(both)
        return both

    async def _read(self, session: str, *, deadline_s: float | None) -> SessionRecord | None:
        if self.writer.has_spilled:
            hint = "It is given what it lacks as soon as it takes it again; `segue doctor` says whether it does."
            raise StorageError("The store does not have every session's newest state yet.", hint=hint)
        async with asyncio.timeout(deadline_s):  # the journal has a longer one of its own
            return await self._journal.session(session)

    async def note_answer(
        self, session: str, *, model: ModelRef, is_local: bool, pins: bool, now: datetime
    ) -> ModelRef | None:
        """Count a turn, and where `pins` keep who answered it; written behind the path.

        The first answer pins the session; another model's later on is where it had to move to, until the first answers
        again. Returns the model that it was with before, where it moved; after a first answer once replicas know of it.
        """
        before = self._seen(session, now=now)
        is_first = before.turns == 0 and before.pinned is None
        was_with = before.moved_to or before.pinned
        record = replace(before, turns=before.turns + 1, last_turn_at=now)
        if is_first:
            record = replace(record, began_local=is_local or before.began_local)
        if pins:
            pinned = before.pinned or model
            record = replace(record, pinned=pinned, moved_to=None if model == pinned else model)
        self._keep(record)
        if is_first or (record.pinned, record.moved_to) != (before.pinned, before.moved_to):
            self._shared.note(record)
        if is_first:
            await self._shared.tell_now(session)
        return was_with if pins and was_with != model else None

    def touch(self, session: str, *, now: datetime) -> None:
        """Note that a session had a turn now that no model answered; written behind the path."""
        self._keep(replace(self._seen(session, now=now), last_turn_at=now))

    def note_country(self, session: str, country: str, *, now: datetime) -> None:
        """Keep where the person is, for turns that do not say; written behind the path."""
        record = self._seen(session, now=now)
        if country != record.country:
            record = replace(record, country=country, last_turn_at=now)
            self._keep(record)
            self._shared.note(record)

    async def limit_privacy(self, session: str, privacy: Privacy, *, now: datetime) -> None:
        """Keep a session's own privacy rule for all its further turns; a rule only narrows.

        Returns when it is kept and replicas know of it.
        """
        record = self._seen(session, now=now)
        rule = narrowest(record.privacy, privacy)
        if rule is not record.privacy:
            await self._keep_now(replace(record, privacy=rule, last_turn_at=now))

    async def raise_risk(self, session: str, level: SafetyLevel, *, now: datetime) -> None:
        """Keep that a session's risk rose; returns when it is kept, in the store or, when that is late, in a file."""
        record = self._seen(session, now=now)
        if level.rank > record.risk_level.rank:
            await self._keep_now(replace(record, risk_level=level, last_turn_at=now))

    async def keep_risk_state(self, session: str, state: RiskState, *, now: datetime) -> RiskState:
        """Keep a session's risk over turns, joined with what others have told meanwhile; the state that is kept then.

        A rise and a clinician's release are kept, and told to replicas, when this returns. All else is written behind
        the path: that a person confirmed to be safe may be lost in a crash, and is then asked for once more.
        """
        seen = self._seen(session, now=now)
        both = joined_bytes(seen.safety_state, encoded(state))
        if both == seen.safety_state:
            return seen.risk
        level = max(seen.risk_level, state.highest, key=lambda level: level.rank)
        record = replace(seen, safety_state=both, risk_level=level, last_turn_at=now)
        before, after = seen.risk, record.risk
        self._warn(session, before, after)
        if is_rise(before, after) or after.release != before.release:
            is_danger = after.stage is RiskStage.SAFETY
            if is_danger:
                self._shared.note_danger(session)  # whoever leaves meanwhile was heard
            await self._keep_now(record)
            if is_danger:
                await self._shared.tell_danger(session)
        else:
            self._keep(record)
            self._shared.note(record)
        return after

    def hear(self, session: str, state: bytes, *, now: datetime) -> None:
        """Another process knows this of a session's risk over turns."""
        seen = self._seen(session, now=now)
        both = joined_bytes(seen.safety_state, state)
        if both != seen.safety_state:
            record = replace(seen, safety_state=both)
            self._hear(seen, record)
            self._keep(record)

    def risk(self, session: str, *, now: datetime) -> RiskState:
        """A session's risk over turns, as far as this process knows it now."""
        return self._seen(session, now=now).risk

    async def forget(self, session: str) -> None:
        """Forget a session everywhere but in the store, the shared cache included. Raises StorageError."""
        self._records.pop(session, None)
        self.neighbours.forget(session)
        await self.writer.forget(session)
        await self._shared.forget(session)

    async def waiting(self, session: str) -> tuple[SessionRecord, ...]:
        """What is known of a session outside of the store: on its way there, and told by replicas."""
        waiting = await self.writer.waiting(session)
        told = await self._shared.told(session)
        return waiting if told is None else (*waiting, told)

    def _hear(self, before: SessionRecord, after: SessionRecord) -> None:
        """Others knew more of a session's risk than was known here."""
        if after.safety_state != before.safety_state:
            self._warn(after.session, before.risk, after.risk)

    def _warn(self, session: str, before: RiskState, after: RiskState) -> None:
        """Where the safety protocol began, or was renewed, turns that are under way end."""
        if after.stage is RiskStage.SAFETY and after.safety.raised_us > before.safety.raised_us:
            self.alarms.ring(session)

    def _known(self, session: str) -> SessionRecord | None:
        return self._records.get(session) or self.writer.changed(session)

    def _seen(self, session: str, *, now: datetime) -> SessionRecord:
        """A session as far as this process has seen it: whole where it was read, else what was noted since."""
        return self._known(session) or self.writer.unread(session) or _fresh(session, now=now)

    def _unless_old(self, record: SessionRecord | None, *, now: datetime) -> SessionRecord | None:
        oldest = now - timedelta(days=self._settings.keep_days)
        return None if record is None or record.last_turn_at < oldest else record

    def _keep(self, record: SessionRecord) -> None:
        if self._known(record.session) is None:
            self.writer.keep_unread(record)
        else:
            self._remember(record)
            self.writer.keep(record)

    async def _keep_now(self, record: SessionRecord) -> None:
        self._keep(record)
        self._shared.note(record)
        await self.writer.keep_now(record)
        await self._shared.tell_now(record.session)

    def _remember(self, record: SessionRecord) -> None:
        self._records[record.session] = record
        self._records.move_to_end(record.session)
        while len(self._records) > self._settings.memory_entries:
            self.neighbours.forget(self._records.popitem(last=False)[0])


def _fresh(session: str, *, now: datetime) -> SessionRecord:
    return SessionRecord(session, created_at=now, last_turn_at=now)
