"""What the journal says to its database. Only what every SQL database understands, and `on conflict`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Delete,
    Insert,
    Select,
    Table,
    Update,
    and_,
    case,
    delete,
    or_,
    select,
    tuple_,
    update,
)

from segue.domain.models import WIDE_TO_NARROW
from segue.storage.dialects import Insertion, by_place, insert
from segue.storage.handoff_rows import keep_handoff
from segue.storage.tables import attempts, callers, handoffs, model_states, screenings, sessions, turns

CALL_TABLES = (turns, attempts, screenings, model_states)
"""What is kept of calls, and forgotten with them."""
_NARROWNESS = {str(rule): narrowness for narrowness, rule in enumerate(WIDE_TO_NARROW, start=1)}


@dataclass(frozen=True, slots=True)
class Keeping:
    """How rows are kept in one kind of database: each has its own word for "unless it is there"."""

    calls: Mapping[Table, str]
    """How each table of calls takes a row, in words for the driver itself: turning rows into parameters takes the
    library longer than the database needs to keep them. By place, since a driver looks every name up for every row."""
    session: Insert
    """Keeps a session's newest state; its risk, its turns and its last turn only rise, its privacy only narrows.

    The safety state of a session that is there already stays as it is: `keep_state` says what it is together."""
    caller: Insert
    """Keeps a new caller."""
    handoff: Insert
    """Keeps a hand-off's newest state, which never goes back."""

    @classmethod
    def on(cls, dialect: str) -> Keeping:
        """For `sqlite` or `postgresql`."""
        # A batch whose outcome was unknown may be recorded again: a turn that is there already stays.
        calls = {
            turns: insert(dialect, turns).on_conflict_do_nothing(),
            attempts: insert(dialect, attempts).on_conflict_do_nothing(),
            screenings: insert(dialect, screenings),
            model_states: insert(dialect, model_states),
        }
        words = {table: _for_driver(statement, table, dialect) for table, statement in calls.items()}
        session, handoff = _keep_session(insert(dialect, sessions)), keep_handoff(insert(dialect, handoffs))
        return cls(words, session, insert(dialect, callers), handoff)


def _for_driver(statement: Insert, table: Table, dialect: str) -> str:
    """A statement as its driver takes it, with the columns in the table's order; a number that the database gives is
    left to it."""
    given = [column.name for column in table.columns if column is not table.autoincrement_column]
    return str(statement.compile(dialect=by_place(dialect), column_keys=given))


def _keep_session(said: Insertion) -> Insert:
    new, old = said.excluded, sessions.c

    def larger(name: str) -> ColumnElement[object]:
        return case((new[name] > old[name], new[name]), else_=old[name])

    def narrowness(privacy: ColumnElement[object]) -> ColumnElement[int]:
        return case(_NARROWNESS, value=privacy, else_=0)

    # Whoever could not read the session has no rule and no model: what is empty replaces nothing.
    is_narrower = narrowness(new.privacy) > narrowness(old.privacy)
    has_pin = new.pinned_provider.is_not(None)
    return said.on_conflict_do_update(
        index_elements=[old.session],
        set_={
            "last_turn_at_us": larger("last_turn_at_us"),
            "turns": larger("turns"),
            "pinned_provider": case((has_pin, new.pinned_provider), else_=old.pinned_provider),
            "pinned_model": case((has_pin, new.pinned_model), else_=old.pinned_model),
            "moved_to_provider": case((has_pin, new.moved_to_provider), else_=old.moved_to_provider),
            "moved_to_model": case((has_pin, new.moved_to_model), else_=old.moved_to_model),
            "began_local": or_(old.began_local, new.began_local),
            "privacy": case((is_narrower, new.privacy), else_=old.privacy),
            "risk_level": larger("risk_level"),
            "country": case((new.country.is_not(None), new.country), else_=old.country),
        },
    )


def find_states(names: Sequence[str]) -> Select[tuple[object, ...]]:
    """The safety states of sessions, by their keyed hashes."""
    return select(sessions.c.session, sessions.c.safety_state).where(sessions.c.session.in_(names))


def keep_state(session: str, state: bytes) -> Update:
    """Keep what several know of a session's safety together."""
    return update(sessions).where(sessions.c.session == session).values(safety_state=state)


def find_session(session: str) -> Select[tuple[object, ...]]:
    """The session by its keyed hash."""
    return select(sessions).where(sessions.c.session == session)


def find_calls(*, since_us: int, limit: int) -> Select[tuple[object, ...]]:
    """Attempts since a moment, newest first."""
    newest = (attempts.c.at_us.desc(), attempts.c.turn_id, attempts.c.number.desc())
    return select(attempts).where(attempts.c.at_us >= since_us).order_by(*newest).limit(limit)


def forget(table: Table, *, column: str, before_us: int, rows: int) -> Delete:
    """Erase at most so many rows that are older than a moment, so that others get their turn in between."""
    key = tuple(table.primary_key.columns)
    old = select(*key).where(table.c[column] < before_us).order_by(table.c[column]).limit(rows)
    return delete(table).where(key[0].in_(old) if len(key) == 1 else tuple_(*key).in_(old))


ALL_CALLERS = select(callers).order_by(callers.c.created_at_us, callers.c.id)
"""Every caller, oldest first."""


def find_active_caller(name: str) -> Select[tuple[object, ...]]:
    """The caller of this name who is not revoked."""
    return select(callers).where(_active(name))


def revoke(name: str, *, at_us: int) -> Update:
    """Revoke the active caller of this name."""
    return update(callers).where(_active(name)).values(revoked_at_us=at_us)


def _active(name: str) -> ColumnElement[bool]:
    return and_(callers.c.name == name, callers.c.revoked_at_us.is_(None))
