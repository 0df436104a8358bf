"""All that is kept of one session, wherever it is: shown to whom it is about, released, and erased for good.

Incidents stay in their chain; with the key of its pseudonyms gone, a session's entries belong to nobody.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from segue.accounting.money import Money
from segue.accounting.rate_limits import RateLimits
from segue.config.vault import Vault
from segue.domain.callers import LOOPBACK_CALLER
from segue.domain.incidents import BrokenIncident, ChainedIncident, Incident
from segue.domain.models import SafetyLevel
from segue.domain.risk import RiskStage
from segue.domain.scopes import Scope, ScopeKind
from segue.domain.sessions import SessionRecord
from segue.errors import RequestError, StorageError
from segue.events import Broadcast
from segue.observe.incident_log import incidents_of
from segue.observe.incident_texts import TextKeeper
from segue.observe.incidents import IncidentKeeper
from segue.observe.journal import JournalWriter
from segue.pipeline.handoff.handoff import HandoffDesk
from segue.pipeline.sessions.risk import Released, RiskShown, risk_shown
from segue.pipeline.sessions.sessions import SessionBook
from segue.safety.conversation import released
from segue.storage.contract import Erased, Journal

SETTLE_S: Final = 5.0
"""Longest wait for what was told of the session's turns to arrive where it is kept."""
_ROUNDS: Final = 3
"""How often the store is asked to erase: a write that was under way may bring something back, once."""


@dataclass(frozen=True, slots=True)
class SessionExport:
    """Everything that is kept of a session. There are no words in it: of texts it says that they are kept."""

    session: str
    """Keyed hash."""
    kept: Mapping[str, Sequence[Mapping[str, object]]]
    """Rows of the store, by table."""
    waiting: tuple[SessionRecord, ...]
    """What is on its way to the store, or was told by replicas."""
    incidents: tuple[ChainedIncident, ...]
    """Its entries in the chain."""
    incidents_waiting: tuple[Incident, ...] = ()
    """Those that the chain did not take yet: in the local file, or in memory."""
    risk: RiskShown | None = None
    """What the bytes of its safety state say; None where nothing was ever found."""


class SessionFiles:
    """Knows every place where something of a session is."""

    def __init__(
        self,
        *,
        journal: Journal,
        vault: Vault,
        sessions: SessionBook,
        writer: JournalWriter,
        incidents: IncidentKeeper,
        broadcast: Broadcast,
        handoffs: HandoffDesk,
        texts: TextKeeper,
        money: Money,
        limits: RateLimits,
    ) -> None:
        self._journal = journal
        self._vault = vault
        self._sessions = sessions
        self._writer = writer
        self._incidents = incidents
        self._broadcast = broadcast
        self._handoffs = handoffs
        self._texts = texts
        self._money = money
        self._limits = limits

    async def hash(self, session_id: str, *, caller: str = LOOPBACK_CALLER) -> str:
        """The name under which a session is kept; `caller` is the name of the key that it was used with.

        Raises RequestError for an id that is none, or a caller that there never was.
        """
        if caller == LOOPBACK_CALLER:
            return self._sessions.hash(LOOPBACK_CALLER, session_id)
        ids = [known.id for known in await self._journal.callers() if known.name == caller]
        if len(ids) != 1:
            why = "No caller is named" if not ids else "More than one caller was named"
            raise RequestError(
                f"{why} '{caller}'.",
                param="caller",
                hint="`segue callers list` shows them; the keyed hash of the session can be given instead.",
            )
        return self._sessions.hash(ids[0], session_id)

    async def export(self, session: str) -> SessionExport:
        """Everything that is kept of a session, by its keyed hash. Raises StorageError, VaultLocked, SealBroken."""
        await self._settle()
        waiting = await self._sessions.waiting(session)
        record = await self._journal.session(session)
        outside = await self._incidents.waiting_of(session)  # asked first: what goes in meanwhile is found there
        inside = await incidents_of(self._journal, self._vault, session)
        known = {entry.incident.id for entry in inside}
        return SessionExport(
            session=session,
            kept=await self._journal.export_session(session),
            waiting=waiting,
            incidents=inside,
            incidents_waiting=tuple(incident for incident in outside if incident.id not in known),
            risk=risk_shown((record, *waiting) if record else waiting),
        )

    async def release(self, session: str, *, by: str, now: datetime) -> Released:
        """End the safety protocol of a session, by its keyed hash; `by` is the opaque id of the clinician who does.

        It is kept, told to replicas and in the log of incidents when this returns. It covers the dangers known by now,
        and none that is heard later. A session outside of the protocol stays as it is. Raises RequestError for one of
        which nothing is kept, and StorageError where that cannot be read.
        """
        known = await self._sessions.known(session, now=now)
        if known is None:
            raise RequestError(
                "Nothing is kept of that session.",
                param="session",
                hint="Is it another caller's? `segue sessions export` shows what is kept, and for whom.",
            )
        state = known.risk
        if state.stage is not RiskStage.SAFETY:
            return Released(session, state.stage, state.stage)
        # First the trace: an entry for a release that failed does no harm, a release without one does.
        await self._incidents.note_release(session, level=state.highest, by=by, at=now)
        kept = await self._sessions.keep_risk_state(session, released(state, by=by, now=now), now=now)
        return Released(session, state.stage, kept.stage)

    async def erase(self, session: str) -> Erased:
        """Erase a session from memory, files, the shared cache and the store; its incidents become nobody's.

        A turn that is under way keeps what it began with: ask for it when the person has left. Other replicas have
        memories of their own. Raises StorageError or VaultLocked where a place cannot be reached; then it is to be
        asked for again, and what was reached is erased already.
        """
        await self._settle()
        self._handoffs.forget_session(session)
        await self._incidents.forget(session)
        await self._texts.forget(session)
        await self._money.forget_session(session)
        self._limits.forget(Scope(ScopeKind.SESSION, session))
        await self._writer.forget(session)
        await self._sessions.forget(session)
        records, is_overwritten = 0, False
        for _ in range(_ROUNDS):
            erased = await self._journal.erase_session(session)
            records, is_overwritten = records + erased.records, erased.is_overwritten
            if await self._journal.session(session) is None:
                return Erased(records, is_overwritten)
        raise StorageError(
            "The session is written to all the while.", hint="Erase it again when its turn is over.", param="session"
        )

    async def incidents(
        self, *, after: int = 0, since: datetime | None = None, least: SafetyLevel = SafetyLevel.NONE, limit: int = 100
    ) -> tuple[ChainedIncident | BrokenIncident, ...]:
        """Entries of the log behind a number, oldest first."""
        return await self._journal.incidents(after=after, since=since, least=least, limit=limit)

    async def _settle(self) -> None:
        """Let what was told so far arrive; what cannot is forgotten where it waits."""
        try:
            async with asyncio.timeout(SETTLE_S):
                await self._broadcast.settled()
                await self._writer.flush()
                await self._incidents.flush()
                await self._texts.flush()
        except TimeoutError as error:
            raise StorageError(
                f"What was told of turns did not arrive within {SETTLE_S:g} s.", hint="Try again in a moment."
            ) from error
