"""The journal in an SQL database, spoken to from one named thread.

SQLite lets one writer in at a time and blocks the thread that waits; one thread of our own keeps the event loop free,
keeps writes in order and needs no lock. What waits in front of it is bounded by the deadline of each call.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Delete, Engine, Table, Update
from sqlalchemy.exc import IntegrityError
from typing_extensions import override

from segue.domain.callers import Caller
from segue.domain.handoffs import HandoffRecord, HandoffState
from segue.domain.incident_texts import KeptText, SealedText
from segue.domain.incidents import BrokenIncident, ChainedIncident, Incident, IncidentHead
from segue.domain.models import SafetyLevel
from segue.domain.sessions import SessionRecord
from segue.errors import StorageError
from segue.events import Event
from segue.storage import (
    handoff_rows,
    incident_statements,
    sql_incidents,
    sql_sessions,
    statements,
    text_rows,
)
from segue.storage.caller_rows import caller, caller_row, change
from segue.storage.contract import CallRecord, Erased, Extend
from segue.storage.engine import (
    BEGIN_AT_ONCE,
    DURABLE,
    database_file,
    empty_log,
    make_place,
    open_engine,
    others_changes,
    use_wal,
)
from segue.storage.faults import REFUSALS, UNFIT, is_in_use, storage_error
from segue.storage.rows import call_record, event_rows, session_record, session_row, to_us
from segue.storage.schema import bring_up_to_date
from segue.storage.sql_money import SqlMoney
from segue.storage.tables import budget_settled, incident_keys, sessions

T = TypeVar("T")

OPEN_S = 30.0
"""Longest wait for opening: another process may be migrating, and importing Alembic takes 0.4 s by itself."""
FORGET_ROWS = 5_000
"""Rows erased in one transaction, about 20 ms: a session's rise in risk must not wait behind a purge."""
_LOCKED_STEP_S = 0.05
_BUSY_SHARE = 0.8
"""Share of the deadline that SQLite itself waits for other processes: less than all, so that it can say what it is."""


_DIALECT = "sqlite"


class _GivenUpError(Exception):
    """Nobody waits for the outcome any more: roll back."""


class SqlJournal(SqlMoney):
    """Keeps the journal in SQLite: a file (`sqlite:///PATH`, mode 0600), or memory (`sqlite://`, for tests)."""

    def __init__(self, url: str, *, home: Path, deadline_s: float) -> None:
        self._file = database_file(url, home=home)
        self._home = home
        self._deadline_s = deadline_s
        self._where = "in memory" if self._file is None else f"'{self._file}'"
        self._keeping = statements.Keeping.on(_DIALECT)
        self._engine: Engine | None = None
        self._thread: ThreadPoolExecutor | None = None

    @override
    async def __aenter__(self) -> SqlJournal:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="segue-journal")
        engine = open_engine(self._file, busy_s=self._deadline_s * _BUSY_SHARE)
        gone = threading.Event()
        try:
            await self._wait_for(lambda: self._open(engine, gone), gone, deed="be opened", deadline_s=OPEN_S)
        except BaseException:
            await self._close(engine)
            raise
        self._engine = engine
        return self

    @override
    async def __aexit__(self, *_: object) -> None:
        engine, self._engine = self._engine, None
        if engine is not None:
            await self._close(engine)

    async def _close(self, engine: Engine) -> None:
        assert self._thread is not None
        thread, self._thread = self._thread, None
        try:
            async with asyncio.timeout(self._deadline_s):
                await asyncio.get_running_loop().run_in_executor(thread, engine.dispose)
        except TimeoutError as error:
            raise storage_error(error, deed="be closed", where=self._where) from error
        finally:
            thread.shutdown(wait=False)

    def _open(self, engine: Engine, gone: threading.Event) -> None:
        if self._file is not None:
            make_place(self._file, home=self._home)
        while True:
            try:
                bring_up_to_date(engine, where=self._where)
                return use_wal(engine)
            except REFUSALS as error:
                # SQLite does not wait for others while a file is being switched to WAL.
                if not is_in_use(error) or gone.wait(_LOCKED_STEP_S):
                    raise

    async def _wait_for(
        self, work: Callable[[], T], gone: threading.Event, *, deed: str, deadline_s: float | None = None
    ) -> T:
        """Do `work` in the journal's thread, within the deadline; `gone` is set when nobody waits any more."""
        if self._thread is None:
            raise StorageError(f"The journal {self._where} is not open.", hint="Enter it with `async with` first.")
        limit_s = self._deadline_s if deadline_s is None else deadline_s
        try:
            async with asyncio.timeout(limit_s):
                return await asyncio.get_running_loop().run_in_executor(self._thread, work)
        except TimeoutError as error:
            raise StorageError(
                f"The journal {self._where} could not {deed} within {limit_s:g} s.",
                hint="Its disk is slow, or another program holds it.",
            ) from error
        except (*REFUSALS, *UNFIT) as error:
            raise storage_error(error, deed=deed, where=self._where) from error
        finally:
            gone.set()

    @override
    async def _transact(self, work: Callable[[Connection], T], *, deed: str, alone: bool = False) -> T:
        """Do `work` in a transaction; `alone`: nobody else writes from its beginning on, and it ends on the disk."""
        gone = threading.Event()
        return await self._wait_for(lambda: self._in_transaction(work, gone, alone=alone), gone, deed=deed)

    def _in_transaction(self, work: Callable[[Connection], T], gone: threading.Event, *, alone: bool) -> T:
        assert self._engine is not None
        options = {BEGIN_AT_ONCE: alone, DURABLE: alone}
        with self._engine.connect().execution_options(**options) as connection, connection.begin():
            outcome = work(connection)
            if gone.is_set():
                raise _GivenUpError
            return outcome

    @override
    async def record(self, events: Sequence[Event]) -> None:
        def keep(connection: Connection) -> None:
            for table, rows in event_rows(events).items():
                connection.exec_driver_sql(self._keeping.calls[table], rows)

        if events:
            await self._transact(keep, deed=f"keep {len(events)} events")

    @override
    async def recent_calls(self, *, since: datetime, limit: int = 10_000) -> tuple[CallRecord, ...]:
        query = statements.find_calls(since_us=to_us(since), limit=limit)
        return await self._transact(
            lambda connection: tuple(call_record(row) for row in connection.execute(query)), deed="read recent calls"
        )

    @override
    async def session(self, session: str) -> SessionRecord | None:
        def find(connection: Connection) -> SessionRecord | None:
            row = connection.execute(statements.find_session(session)).one_or_none()
            return None if row is None else session_record(row)

        return await self._transact(find, deed="read a session")

    @override
    async def save_session(self, record: SessionRecord) -> None:
        await self.save_sessions((record,))

    @override
    async def save_sessions(self, records: Sequence[SessionRecord]) -> None:
        def keep(connection: Connection) -> None:
            connection.execute(self._keeping.session, [session_row(record) for record in records])
            sql_sessions.join_states(connection, records)  # nobody else writes these rows before this one ends

        if records:
            await self._transact(keep, deed=f"keep {len(records)} sessions")

    @override
    async def safety_states(self, sessions: Sequence[str]) -> Mapping[str, bytes]:
        query = statements.find_states(sessions)
        return await self._transact(
            lambda connection: {row.session: row.safety_state for row in connection.execute(query)},
            deed="read safety states",
        )

    @override
    async def changes(self) -> str:
        return await self._transact(others_changes, deed="say whether others have written")

    @override
    async def forget_sessions(self, *, last_turn_before: datetime) -> int:
        return await self._forget(sessions, column="last_turn_at_us", before=last_turn_before)

    @override
    async def forget_calls(self, *, before: datetime) -> int:
        erased = [await self._forget(table, column="at_us", before=before) for table in statements.CALL_TABLES]
        return sum(erased)

    async def _forget(self, table: Table, *, column: str, before: datetime) -> int:
        step = statements.forget(table, column=column, before_us=to_us(before), rows=FORGET_ROWS)
        erased = 0
        while rows := await self._transact(
            lambda connection: connection.execute(step).rowcount, deed=f"forget old {table.name}"
        ):
            erased += rows
        return erased

    @override
    async def forget_settled(self, *, before: datetime) -> int:
        return await self._forget(budget_settled, column="at_us", before=before)

    @override
    async def add_caller(self, caller: Caller) -> None:
        def add(connection: Connection) -> bool:
            try:
                with connection.begin_nested():
                    connection.execute(self._keeping.caller, caller_row(caller))
            except IntegrityError:
                if connection.execute(statements.find_active_caller(caller.name)).first() is None:
                    raise
                return False
            return True

        if not await self._transact(add, deed="keep a caller"):
            raise StorageError(
                f"There is an active caller named '{caller.name}' already.",
                hint=f"Choose another name, or revoke it first: segue callers revoke {caller.name}",
            )

    @override
    async def callers(self) -> tuple[Caller, ...]:
        return await self._transact(
            lambda connection: tuple(caller(row) for row in connection.execute(statements.ALL_CALLERS)),
            deed="read the callers",
        )

    @override
    async def change_caller(self, caller: Caller, *, was: Caller) -> bool:
        return await self._count(change(caller, was=was), deed="change a caller") > 0

    @override
    async def revoke_caller(self, name: str, *, at: datetime) -> bool:
        revoke = statements.revoke(name, at_us=to_us(at))
        return await self._transact(lambda connection: connection.execute(revoke).rowcount > 0, deed="revoke a caller")

    @override
    async def keep_handoff(self, record: HandoffRecord) -> None:
        row = handoff_rows.handoff_row(record)
        await self._transact(lambda connection: connection.execute(self._keeping.handoff, row), deed="keep a hand-off")

    @override
    async def note_handoff(self, record: HandoffRecord) -> bool:
        def note(connection: Connection) -> bool:
            if connection.execute(handoff_rows.note_handoff(record)).rowcount:
                return True
            return connection.execute(handoff_rows.is_kept(record.handoff.id)).first() is not None

        return await self._transact(note, deed="keep a hand-off")

    @override
    async def handoffs(
        self, *, states: Collection[HandoffState], due_before: datetime | None = None, limit: int = 1_000
    ) -> tuple[HandoffRecord, ...]:
        query = handoff_rows.find_handoffs(states=states, due_before=due_before, limit=limit)
        return await self._transact(
            lambda connection: tuple(handoff_rows.handoff_record(row) for row in connection.execute(query)),
            deed="read the hand-offs",
        )

    @override
    async def reopen_handoff(self, handoff_id: str) -> bool:
        return await self._count(handoff_rows.reopen_handoff(handoff_id), deed="reopen a hand-off") > 0

    @override
    async def forget_handoffs(self, *, before: datetime) -> int:
        return await self._count(handoff_rows.forget_ended(before_us=to_us(before)), deed="forget old hand-offs")

    @override
    async def erase_handoffs(self, session: str) -> int:
        return await self._count(handoff_rows.erase_session(session), deed="erase a session's hand-offs")

    @override
    async def _count(self, change: Update | Delete, *, deed: str) -> int:
        """How many rows a change has changed."""
        return await self._transact(lambda connection: connection.execute(change).rowcount, deed=deed)

    @override
    async def incident_key(self, session: str) -> bytes | None:
        return await self._transact(
            lambda connection: sql_incidents.key_of(connection, session), deed="read a key of pseudonyms"
        )

    @override
    async def add_incident_keys(self, sealed: Mapping[str, bytes], *, at: datetime) -> Mapping[str, bytes]:
        if not sealed:
            return {}
        return await self._transact(
            lambda connection: sql_incidents.add_keys(connection, sealed, at=at, dialect=_DIALECT),
            deed=f"keep {len(sealed)} keys of pseudonyms",
            alone=True,
        )

    @override
    async def forget_incident_keys(self, *, used_before: datetime) -> int:
        return await self._forget(incident_keys, column="used_at_us", before=used_before)

    @override
    async def keep_text(self, text: SealedText) -> bool:
        return await self._transact(
            lambda connection: text_rows.keep(connection, text, dialect=_DIALECT), deed="keep a text", alone=True
        )

    @override
    async def text(self, turn: str) -> SealedText | None:
        return await self._transact(lambda connection: text_rows.one(connection, turn), deed="read a text")

    @override
    async def texts(self, *, since: datetime | None = None, limit: int = 1_000) -> tuple[KeptText, ...]:
        query = text_rows.find(since=since, limit=limit)
        return await self._transact(
            lambda connection: tuple(text_rows.kept_text(row) for row in connection.execute(query)), deed="list texts"
        )

    @override
    async def forget_texts(self, *, before: datetime) -> int:
        return await self._count(text_rows.forget(before=before), deed="forget old texts")

    @override
    async def append_incidents(self, incidents: Sequence[Incident], extend: Extend) -> IncidentHead | None:
        return await self._transact(
            lambda connection: sql_incidents.append(connection, incidents, extend, dialect=_DIALECT),
            deed=f"keep {len(incidents)} incidents",
            alone=True,
        )

    @override
    async def incidents(
        self,
        *,
        after: int = 0,
        since: datetime | None = None,
        least: SafetyLevel = SafetyLevel.NONE,
        limit: int = 1_000,
    ) -> tuple[ChainedIncident | BrokenIncident, ...]:
        since_us = None if since is None else to_us(since)
        query = incident_statements.find_incidents(after=after, since_us=since_us, least_rank=least.rank, limit=limit)
        return await self._transact(lambda connection: sql_incidents.read(connection, query), deed="read incidents")

    @override
    async def incident_head(self) -> IncidentHead | None:
        return await self._transact(sql_incidents.head, deed="read the end of the incidents")

    @override
    async def export_session(self, session: str) -> Mapping[str, Sequence[Mapping[str, object]]]:
        return await self._transact(
            lambda connection: sql_sessions.export(connection, session), deed="read what is kept of a session"
        )

    @override
    async def erase_session(self, session: str) -> Erased:
        records = await self._transact(
            lambda connection: sql_sessions.erase(connection, session), deed="erase a session", alone=True
        )
        gone = threading.Event()
        return Erased(records, await self._wait_for(lambda: self._overwrite(gone), gone, deed="overwrite a session"))

    def _overwrite(self, gone: threading.Event) -> bool:
        """Let nothing of what was erased stay in the log of writes; False where others hold it all the while."""
        assert self._engine is not None
        while not (is_done := empty_log(self._engine)) and not gone.wait(_LOCKED_STEP_S):
            pass
        return is_done
