"""Keeps what screening found grave in the chain of incidents, off the path; a store that is away costs no incident.

Every incident is written at once. What the store does not take within a second goes to a local file, and from there
into the chain, in its order, as soon as that is possible; where the disk takes nothing either, memory holds it for a
while, and what is lost is counted and told in `segue health`.
"""

from __future__ import annotations

import asyncio
import logging
import math
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from typing_extensions import override

from segue.config.vault import Vault
from segue.domain.findings import Action, Subject
from segue.domain.incident_texts import IncidentText
from segue.domain.incidents import READING, RELEASE, Incident, IncidentHead, SeenIncident
from segue.domain.models import SafetyLevel
from segue.errors import SealBroken, SegueError, StorageError, UnfitRecord, VaultLocked
from segue.events import Event, Observer, ScreeningDone
from segue.observe.incident_spool import IncidentSpool
from segue.observe.incident_witness import Witness
from segue.observe.session_keys import session_keys
from segue.safety.incidents import (
    Chain,
    incident_of,
    incident_of_reading,
    incident_of_release,
    is_incident,
    pseudonym,
)
from segue.storage.contract import Extended, Journal
from segue.version import __version__

CHAIN_PURPOSE: Final = "incident chain"
"""The vault's purpose for the chain's key; it is never renewed, so that the first entry stays verifiable."""
APPEND_S: Final = 1.0
"""Longest wait for the store before an incident goes to the local file; it takes some 5 ms (2026-11, SQLite)."""
RETRY_S: Final = 5.0
"""Pause between two looks whether the store takes incidents again."""
CAPACITY: Final = 5_000
"""Incidents that memory holds where neither store nor file takes them, about 5 MB; newer ones are lost, and counted."""
BATCH: Final = 200
"""Most incidents in one transaction, about 20 ms: a session's rise in risk must not wait behind a long one."""
FILE_NAME: Final = "incidents.pending"
"""The local file in SEGUE_HOME."""

_log = logging.getLogger(__name__)


class IncidentKeeper(Observer):
    """Turns grave screenings into entries of the chain.

    Use it as an async context manager within the journal's and around the broadcast's.
    """

    name = "incidents"

    def __init__(
        self,
        journal: Journal,
        vault: Vault,
        *,
        home: Path,
        capacity: int = CAPACITY,
        append_s: float = APPEND_S,
        retry_s: float = RETRY_S,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._journal = journal
        self._vault = vault
        self._spool = IncidentSpool(home / FILE_NAME, vault)
        self.witness = Witness(home, journal)
        self._capacity = capacity
        self._append_s = append_s
        self._retry_s = retry_s
        self._now = now
        self._clock = clock
        self._waiting: list[SeenIncident] = []
        self._something = asyncio.Event()
        self._writing = asyncio.Lock()  # one writer at a time, so that incidents are chained in order
        self._task: asyncio.Task[None] | None = None
        self._may_have_filed = True
        """False once the local file is known to hold nothing of this process or an earlier one."""
        self._tried_at_s = -math.inf
        self._has_chained = False
        self.failure: SegueError | None = None
        """Why incidents are not in the chain now; None while they are."""
        self.filed = 0
        """Incidents that went to the local file."""
        self.lost = 0
        """Incidents that neither the store nor the disk nor memory could take."""

    async def __aenter__(self) -> IncidentKeeper:
        self._task = asyncio.create_task(self._write_on(), name="segue-incidents")
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._task is not None
        async with self._writing:  # a write that is under way comes to its end
            self._task.cancel()
        await asyncio.wait([self._task])
        self._tried_at_s = -math.inf  # asked a last time: who ran one command may not start another for long
        await self.flush()
        if self._waiting:
            self.lost += len(self._waiting)
            _log.error("%d incidents were lost: neither the store nor the local file takes them.", len(self._waiting))
            self._waiting.clear()

    @override
    async def observe(self, events: Sequence[Event]) -> None:
        if self._task is not None and self._task.done():
            self._task.result()  # a store that broke its contract ended the writing: let it be counted
        seen = [_seen(event) for event in events if type(event) is ScreeningDone and is_incident(event.verdict)]
        room = max(0, self._capacity - len(self._waiting))
        self._waiting.extend(seen[:room])
        self.lost += max(0, len(seen) - room)
        if seen:
            self._something.set()

    async def note_release(self, session: str, *, level: SafetyLevel, by: str, at: datetime) -> None:
        """Keep that `by` ended the safety protocol of a session; returns when it is in the chain or the local file."""
        incident = incident_of_release(_blank(at, RELEASE, took_s=0.0), level=level, by=by)
        self._waiting.append(SeenIncident(incident, session, turn_id=""))  # beyond the capacity: people's doing is rare
        await self.flush()

    async def note_reading(self, text: IncidentText, *, by: str, at: datetime) -> None:
        """Keep that `by` read the words of a turn; returns when it is in the chain or the local file.

        Raises StorageError where neither takes it: then nobody may read.
        """
        seen = SeenIncident(incident_of_reading(_blank(at, READING, took_s=0.0), by=by), text.session, text.turn_id)
        self._waiting.append(seen)
        await self.flush()
        if any(one is seen for one in self._waiting):
            self._waiting = [one for one in self._waiting if one is not seen]
            raise StorageError("The reading could not be noted, so nothing is read.", hint="See `segue health`.")

    async def flush(self) -> bool:
        """Write everything: into the chain, else into the local file. False where it is not in the chain."""
        async with self._writing:
            if self.failure is None or self._clock() - self._tried_at_s >= self._retry_s:
                await self._try()
            await self._file_the_rest()
            return self.failure is None

    async def waiting_of(self, session: str) -> tuple[Incident, ...]:
        """The incidents of a session that are not in the chain yet, oldest first. Raises StorageError."""
        async with self._writing:
            seen = [*(one for _, one in await self._spool.waiting()), *self._waiting]
        return tuple(one.incident for one in seen if one.session == session)

    async def forget(self, session: str) -> None:
        """Make what waits here of a session nobody's, in memory and in the local file. Raises StorageError."""
        async with self._writing:
            self._waiting = [
                replace(seen, session=None, turn_id="") if seen.session == session else seen for seen in self._waiting
            ]
            await self._spool.forget(session)

    async def _write_on(self) -> None:
        await self._look()
        while True:
            try:
                async with asyncio.timeout(None if self.failure is None else self._retry_s):
                    await self._something.wait()
            except TimeoutError:
                pass  # time to look whether the store is back
            self._something.clear()
            await self.flush()

    async def _look(self) -> None:
        """Know the master key before the store may be away, and bring in what an earlier run left."""
        try:
            await self._looked_at_vault()
        except (StorageError, VaultLocked, SealBroken) as error:
            self._failed(error)
        self._something.set()

    async def _looked_at_vault(self) -> None:
        """A store that is only slow, as at a first start on a busy machine, is asked once more before it is told; with
        an incident waiting it is told at once."""
        try:
            await self._vault.look()
        except StorageError:
            if self._waiting:
                raise
            await self._vault.look()

    async def _try(self) -> None:
        """Into the chain: first what waits in the local file, then what is new."""
        self._tried_at_s = self._clock()
        try:
            if self._may_have_filed:
                await self._bring_in()
                self._may_have_filed = False
            while batch := self._waiting[:BATCH]:
                await self._append(batch)
                del self._waiting[: len(batch)]
        except (StorageError, VaultLocked, SealBroken) as error:
            self._failed(error)
            return
        if self.failure is not None:
            _log.warning("Incidents are kept in the store again; %d were lost in all.", self.lost)
            self.failure = None

    async def _bring_in(self) -> None:
        filed = await self._spool.waiting()
        if self._spool.unreadable:
            _log.warning("%d lines of the local file of incidents cannot be read; they stay.", self._spool.unreadable)
        for start in range(0, len(filed), BATCH):
            part = filed[start : start + BATCH]
            await self._append([seen for _, seen in part])
            await self._spool.settle(line for line, _ in part)

    async def _file_the_rest(self) -> None:
        """What the store did not take goes to the disk; what that does not take either stays in memory."""
        if self._waiting:
            try:
                await self._spool.append(self._waiting)
            except StorageError as error:
                _log.error("%d incidents are held in memory only: %s", len(self._waiting), error)
                return
            self.filed += len(self._waiting)
            self._may_have_filed = True
            self._waiting.clear()

    async def _append(self, seen: Sequence[SeenIncident]) -> None:
        """Into the chain; one incident that no store can keep does not stop the others."""
        if not self._has_chained:
            await self._vault.master()  # where it is made first a keyring is asked, for which no store can be blamed
        try:
            async with asyncio.timeout(self._append_s):
                await self._chain(seen)
        except UnfitRecord as error:
            if len(seen) > 1:
                for one in seen:
                    await self._append((one,))
                return
            self.lost += 1
            _log.error("An incident cannot be kept: %s", error)
        except TimeoutError as error:
            raise StorageError(
                f"The store did not take an incident within {self._append_s:g} s.",
                hint="If `segue health` says so for minutes: `segue doctor` says whether it answers.",
            ) from error

    async def _chain(self, seen: Sequence[SeenIncident]) -> None:
        key = await self._vault.first_key(CHAIN_PURPOSE) or await self._vault.data_key(CHAIN_PURPOSE)
        chain = Chain(key.key)
        named = await self._named(seen, turns_key=key.key)
        before: list[IncidentHead | None] = []

        def extend(end: IncidentHead | None, fresh: Sequence[Incident]) -> Extended:
            before.append(end)
            return chain.extend(end, fresh)

        head = await self._journal.append_incidents(named, extend)
        self._has_chained = True
        if before and head is not None:
            await self.witness.note(head, before=before[-1])

    async def _named(self, seen: Sequence[SeenIncident], *, turns_key: bytes) -> list[Incident]:
        """Incidents with the pseudonyms of their sessions and turns."""
        sessions = {one.session for one in seen if one.session is not None}
        keys = await session_keys(self._journal, self._vault, sessions, at=self._now())
        return [_with_pseudonyms(one, keys, turns_key) for one in seen]

    def _failed(self, error: SegueError) -> None:
        if self.failure is None:
            _log.error("Incidents are kept in a local file for now, and go into the log by themselves later: %s", error)
        self.failure = error


def _seen(event: ScreeningDone) -> SeenIncident:
    took_s = event.duration_s if math.isfinite(event.duration_s) else 0.0
    blank = _blank(event.at, event.direction, took_s=float(took_s))
    return incident_of(event.verdict, seen=SeenIncident(blank, event.session, event.turn_id))


def _blank(at: datetime, direction: str, *, took_s: float) -> Incident:
    return Incident(
        id=secrets.token_hex(16),
        at=at,
        direction=direction,
        level=SafetyLevel.NONE,
        category=None,
        subject=Subject.SELF,
        codes=(),
        score=None,
        is_degraded=False,
        action=Action.PASS,
        measures=(),
        latency_s=took_s,
        policy="",
        classifier="",
        segue=__version__,
    )


def _with_pseudonyms(seen: SeenIncident, keys: dict[str, bytes], turns_key: bytes) -> Incident:
    """A turn of a session has a pseudonym of the session's key; one without a session leads to nobody anyway."""
    session = None if seen.session is None else keys.get(seen.session)
    if seen.session is not None and session is None:
        return seen.incident
    return replace(
        seen.incident,
        session=None if session is None else pseudonym(session, "session", seen.session or ""),
        turn=pseudonym(session or turns_key, "turn", seen.turn_id) if seen.turn_id else None,
    )
