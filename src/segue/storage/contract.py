"""The contracts of what is kept: the journal remembers, the cache shares and may forget.

`tests/conformance/test_journals.py` and `test_caches.py` run over every one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Protocol, TypeAlias

from segue.domain.callers import Caller
from segue.domain.handoffs import HandoffRecord, HandoffState
from segue.domain.incident_texts import KeptText, SealedText
from segue.domain.incidents import BrokenIncident, ChainedIncident, Incident, IncidentHead
from segue.domain.models import ModelRef, SafetyLevel
from segue.domain.provider_keys import KeptKey
from segue.domain.sessions import SessionRecord
from segue.domain.spending import SpendBy, Spent
from segue.events import Event
from segue.plugins import Seam
from segue.storage.money_contract import MoneyBook


@dataclass(frozen=True, slots=True)
class CallRecord:
    """One attempt as it is kept, for evidence and reports."""

    model: ModelRef
    at: datetime
    duration_s: float
    first_token_s: float | None
    output_tokens: int | None
    error_code: str | None
    cost_micro_usd: int | None


@dataclass(frozen=True, slots=True)
class SealedKey:
    """A data key of the vault, sealed by the master key, which no store holds."""

    purpose: str
    number: int
    """1 for the purpose's first key; the highest seals what is new."""
    master_id: str
    """Which master key opens it; empty for a row that is no key but stands among them, as a salt."""
    sealed: bytes
    made_at: datetime


def master_in_use(keys: Iterable[SealedKey]) -> str | None:
    """Which master key seals what is new: the one of the youngest data key; None where there is none.

    Older ones may be under a master key that was lost.
    """
    youngest = max((key for key in keys if key.master_id), key=lambda key: (key.made_at, key.number), default=None)
    return None if youngest is None else youngest.master_id


@dataclass(frozen=True, slots=True)
class Erased:
    """What erasing a session came to."""

    records: int
    """Rows that are gone."""
    is_overwritten: bool
    """False where another program held the database: bytes of those rows stay in its files until it lets go."""


Extended: TypeAlias = tuple[Sequence[ChainedIncident], IncidentHead]
"""Entries that follow a chain's end, and its new end."""
Extend: TypeAlias = Callable[[IncidentHead | None, Sequence[Incident]], Extended]
"""Continues the chain from its end (None for an empty one) with new incidents."""


class Journal(MoneyBook, Protocol):
    """Remembers turns, attempts, sessions, callers, incidents and money; keeps sealed keys.

    An async context manager; every call has its own deadline.

    Every failure is a StorageError; nothing blocks the event loop. A call that failed, ran out of time or was
    cancelled kept nothing, unless its time ended in the very moment of the commit.
    """

    async def __aenter__(self) -> Journal: ...

    async def __aexit__(self, *_: object) -> None: ...

    async def record(self, events: Sequence[Event]) -> None:
        """Keep a batch, all or nothing. A turn or an attempt that is kept already stays as it is."""
        ...

    async def recent_calls(self, *, since: datetime, limit: int = 10_000) -> tuple[CallRecord, ...]:
        """Attempts since a moment (aware, UTC), newest first."""
        ...

    async def session(self, session: str) -> SessionRecord | None:
        """What is kept of a session (by its keyed hash), None when it is unknown."""
        ...

    async def save_session(self, record: SessionRecord) -> None:
        """Keep a session's newest state.

        A risk level in the store that is higher than the record's stays, and so does a narrower privacy rule; the
        number of turns, the moment of the last one and `began_local` never go back either. Safety states are joined
        (`risk_bytes.joined_bytes`), so that no older writer undoes what a newer one knows. What the record lacks (a
        rule, a pinned model, a safety state) erases nothing: its writer may not have been able to read the session.
        """
        ...

    async def save_sessions(self, records: Sequence[SessionRecord]) -> None:
        """Keep several sessions as `save_session` does, all or nothing; far cheaper than one by one."""
        ...

    async def safety_states(self, sessions: Sequence[str]) -> Mapping[str, bytes]:
        """The safety states of sessions (by their keyed hashes) that are kept."""
        ...

    async def changes(self) -> str:
        """Something that differs from what was said before where another process has written since.

        It stays the same while this process alone writes. A store that cannot tell says something new each time: then
        sessions are read at each turn.
        """
        ...

    async def forget_sessions(self, *, last_turn_before: datetime) -> int:
        """Erase sessions that ended before a moment; the number erased."""
        ...

    async def forget_calls(self, *, before: datetime) -> int:
        """Erase turns, attempts, screenings and states of models from before a moment; the number of records erased."""
        ...

    async def add_caller(self, caller: Caller) -> None:
        """Keep a new caller. Raises StorageError when its name is in use by one who is not revoked."""
        ...

    async def callers(self) -> tuple[Caller, ...]:
        """Every caller, revoked ones too, oldest first."""
        ...

    async def change_caller(self, caller: Caller, *, was_hash: str) -> bool:
        """Keep what an active caller is now, by its id: its scope, its key. False, and nothing is done, where its key
        is not the one of `was_hash` any more, or it was revoked."""
        ...

    async def revoke_caller(self, name: str, *, at: datetime) -> bool:
        """Revoke by name; False when nobody by that name is active."""
        ...

    async def keep_handoff(self, record: HandoffRecord) -> None:
        """Keep a hand-off's newest state. One that is further on already stays: pending, delivered, dead, acknowledged.

        With the acknowledgement the caller's reference is erased.
        """
        ...

    async def note_handoff(self, record: HandoffRecord) -> bool:
        """The same for one that was kept before; False where it is not kept any more, because it was erased."""
        ...

    async def handoffs(
        self, *, states: Collection[HandoffState], due_before: datetime | None = None, limit: int = 1_000
    ) -> tuple[HandoffRecord, ...]:
        """Hand-offs in these states, oldest first; with `due_before` those that should have been tried by then."""
        ...

    async def reopen_handoff(self, handoff_id: str) -> bool:
        """Have a hand-off that was given up tried again at once; False when there is none of that id."""
        ...

    async def forget_handoffs(self, *, before: datetime) -> int:
        """Erase hand-offs that were acknowledged or given up before a moment; the number erased."""
        ...

    async def erase_handoffs(self, session: str) -> int:
        """Erase all hand-offs of a session (by its keyed hash), open ones too; the number erased."""
        ...

    async def vault_keys(self) -> tuple[SealedKey, ...]:
        """Every data key, by purpose and number."""
        ...

    async def add_vault_key(self, key: SealedKey, *, begins_anew: bool = False) -> SealedKey | None:
        """Keep a data key. Of its purpose and number there is one: the first; that one is returned.

        None, and nothing is kept, where another master key is in use (`master_in_use`); with `begins_anew` this key's
        is in use from then on.
        """
        ...

    async def reseal_vault_keys(self, keys: Sequence[SealedKey], *, was_under: str) -> bool:
        """Put every data key that is under `was_under` under another master key. False, and nothing is done, where
        these are not all of them."""
        ...

    async def provider_keys(self) -> tuple[KeptKey, ...]:
        """Every key for a provider, sealed, by provider and label."""
        ...

    async def keep_provider_key(self, key: KeptKey) -> None:
        """Keep a key; another one of its provider and label is replaced."""
        ...

    async def note_provider_key(self, key: KeptKey) -> bool:
        """Keep how a key is now: state, reason, moments. False, and nothing is done, where another stands in its place.

        Of two moments of use the later one stays; the sealed bytes are not touched.
        """
        ...

    async def reseal_provider_key(self, key: KeptKey, sealed: bytes) -> bool:
        """Put other sealed bytes in place of a key's; False where what is kept is not what `key` has."""
        ...

    async def remove_provider_key(self, provider: str, label: str) -> bool:
        """Forget a key; False when there is none of that name."""
        ...

    async def incident_key(self, session: str) -> bytes | None:
        """The sealed key of a session's pseudonyms; None where it has none."""
        ...

    async def add_incident_keys(self, sealed: Mapping[str, bytes], *, at: datetime) -> Mapping[str, bytes]:
        """Keep keys of sessions that have none, and mark those of the others as used; the key that each has."""
        ...

    async def forget_incident_keys(self, *, used_before: datetime) -> int:
        """Erase keys of sessions that had no incident since; their entries belong to nobody then."""
        ...

    async def keep_text(self, text: SealedText) -> bool:
        """Keep the text of an incident, once. False, and nothing is kept, where its session has no key."""
        ...

    async def text(self, turn: str) -> SealedText | None:
        """The text of a turn by its pseudonym; None where none is kept."""
        ...

    async def texts(self, *, since: datetime | None = None, limit: int = 1_000) -> tuple[KeptText, ...]:
        """Which texts are kept, newest first."""
        ...

    async def forget_texts(self, *, before: datetime) -> int:
        """Erase texts from before a moment, and those whose session has no key any more; the number erased."""
        ...

    async def append_incidents(self, incidents: Sequence[Incident], extend: Extend) -> IncidentHead | None:
        """Add to the chain those that it does not have (by their id), all or nothing; its end afterwards.

        Processes that append at once wait for each other, so that `extend` is given the true end, in a thread of the
        journal's. What was appended is on the disk.
        """
        ...

    async def incidents(
        self,
        *,
        after: int = 0,
        since: datetime | None = None,
        least: SafetyLevel = SafetyLevel.NONE,
        limit: int = 1_000,
    ) -> tuple[ChainedIncident | BrokenIncident, ...]:
        """Entries with a number above `after`, in the order of their numbers; `since` and `least` leave others out."""
        ...

    async def incident_head(self) -> IncidentHead | None:
        """The signed end of the chain; None where there is none."""
        ...

    async def close_holds(self, *, before: datetime) -> int:
        """Count as spent what was held before a moment and never settled, for whoever held it is gone; how much."""
        ...

    async def forget_accounts(self, *, before: datetime, of_sessions_before: datetime) -> int:
        """Erase days and months in which nothing was spent since a moment; the number erased."""
        ...

    async def spent(self, by: SpendBy, *, since: datetime, until: datetime) -> tuple[Spent, ...]:
        """What calls took from `since` until before `until`: a row a name, the dearest first; days in order."""
        ...

    async def export_session(self, session: str) -> Mapping[str, Sequence[Mapping[str, object]]]:
        """Every row that is kept under a session's hash, by table; what is sealed only as `kept`. Times are UTC."""
        ...

    async def erase_session(self, session: str) -> Erased:
        """Erase every row under a session's hash, its own key and its texts too, and overwrite what held them."""
        ...


class JournalFactory(Protocol):
    """Makes a journal from its address."""

    def __call__(self, url: str, *, home: Path, deadline_s: float) -> Journal:
        """Make a journal that is not open yet; `deadline_s` bounds each of its calls."""
        ...


JOURNALS: Seam[JournalFactory] = Seam(
    group="segue.journals",
    word="journal",
    builtins={"sqlite": "segue.storage.sql:SqlJournal"},
)
"""Journals by the scheme of `storage.url`; an empty one means `sqlite`, in SEGUE_HOME."""


MOST_TOLD: Final = 1_000
"""Most deadlines that a group tells at once: from Redis that takes some 6 ms, far from `cache.deadline_s`."""


class Cache(Protocol):
    """Shares small facts between replicas for a while; what it holds may be lost at any time. An async context manager.

    Keys are names of ours, never words or keys of anybody; one holds a value or a counter, never both in turn. Groups
    of deadlines have names of their own. Moments are seconds since the epoch, so that replicas agree.

    Every failure is a StorageError; nothing blocks the event loop. A call that failed or was cancelled may have been
    carried out all the same. One that no cache could carry out, as adding to a value that is no number, is an
    UnfitRecord.
    """

    is_shared: bool
    """True when other processes see what this one puts in."""

    async def __aenter__(self) -> Cache: ...

    async def __aexit__(self, *_: object) -> None: ...

    async def ping(self) -> None:
        """Return when it answers and takes what it is given; raises StorageError when it does not."""
        ...

    async def get(self, key: str) -> bytes | None:
        """The value under a key; None when there is none, or its time is over."""
        ...

    async def put(self, key: str, value: bytes, *, ttl_s: float) -> None:
        """Set a value, whatever was there, for so long."""
        ...

    async def claim(self, key: str, owner: bytes, *, ttl_s: float) -> bool:
        """Set a value only where there is none; True for the one who did. One of many gets to try first.

        Whoever has it gets False too when it claims again.
        """
        ...

    async def remove(self, key: str) -> None:
        """Forget a value or a counter; nothing happens when there is none."""
        ...

    async def add(self, key: str, amount: int, *, ttl_s: float) -> int:
        """Add to a counter that begins at 0 and lives so long after it began; the new sum. 64 bits, signed."""
        ...

    async def extend(self, group: str, name: str, *, until_s: float, now_s: float) -> float:
        """Move a deadline of a group later; one that is later already stays. The deadline that holds now.

        Deadlines that have passed by `now_s`, or fall on it, are forgotten.
        """
        ...

    async def deadlines(self, group: str, *, now_s: float) -> Mapping[str, float]:
        """The deadlines of a group that have not passed; of more than MOST_TOLD those that end last.

        Others may have put names in that are none of ours, or more than there should be: who reads them decides what
        to believe.
        """
        ...

    async def lift(self, group: str, name: str) -> None:
        """Forget a deadline; nothing happens when there is none."""
        ...


class CacheFactory(Protocol):
    """Makes a cache from its address."""

    def __call__(self, url: str) -> Cache:
        """Make a cache that is not open yet. Opening it needs no network: a cache that is away is away, no error."""
        ...


CACHES: Seam[CacheFactory] = Seam(
    group="segue.caches",
    word="cache",
    builtins={
        "memory": "segue.storage.memory:MemoryCache",
        "redis": "segue.storage.redis:RedisCache",
        "rediss": "segue.storage.redis:RedisCache",
        "unix": "segue.storage.redis:RedisCache",
    },
)
"""Caches by the scheme of `cache.url`; an empty one means `memory`. One that is shared is used through a guard."""
