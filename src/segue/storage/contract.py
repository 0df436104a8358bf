"""The contract of the journal: what remembers. `tests/conformance/test_journals.py` runs over every one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from segue.domain.callers import Caller
from segue.domain.models import ModelRef
from segue.domain.sessions import SessionRecord
from segue.events import Event
from segue.plugins import Seam


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


class Journal(Protocol):
    """Remembers turns, attempts, sessions and callers. An async context manager; every call has its own deadline.

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

        A risk level in the store that is higher than the record's stays, together with its safety state, and so does a
        narrower privacy rule; the number of turns, the moment of the last one and `began_local` never go back either.
        What the record lacks (a rule, a pinned model, a safety state) erases nothing: its writer may not have been
        able to read the session.
        """
        ...

    async def save_sessions(self, records: Sequence[SessionRecord]) -> None:
        """Keep several sessions as `save_session` does, all or nothing; far cheaper than one by one."""
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

    async def revoke_caller(self, name: str, *, at: datetime) -> bool:
        """Revoke by name; False when nobody by that name is active."""
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
