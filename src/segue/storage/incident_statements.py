"""What the journal says to its database about the vault's keys, incidents, and all that is kept of one session."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Delete, Insert, Select, Table, Update, and_, case, delete, or_, select, update

from segue.storage import money_rows
from segue.storage.dialects import insert
from segue.storage.incident_rows import HEAD_NAME
from segue.storage.tables import (
    attempts,
    handoffs,
    incident_ends,
    incident_keys,
    incident_texts,
    incidents,
    screenings,
    sessions,
    turns,
    vault_keys,
)

ALL_VAULT_KEYS = select(vault_keys).order_by(vault_keys.c.purpose, vault_keys.c.number)
"""Every data key, sealed."""
FIND_END = select(incident_ends).where(incident_ends.c.name == HEAD_NAME).with_for_update()
"""The signed end of the chain; whoever adds to it reads it first, and others wait."""
READ_END = select(incident_ends).where(incident_ends.c.name == HEAD_NAME)
"""The same, for those who only look."""


def add_vault_key(dialect: str) -> Insert:
    """Keeps a data key unless there is one of its purpose and number."""
    return insert(dialect, vault_keys).on_conflict_do_nothing()


def find_vault_key(purpose: str, number: int) -> Select[tuple[object, ...]]:
    """One data key."""
    return select(vault_keys).where(_is_key(purpose, number))


def reseal_vault_key(purpose: str, number: int, *, was_under: str, master_id: str, sealed: bytes) -> Update:
    """Put a data key under another master key, unless somebody else did."""
    same = and_(_is_key(purpose, number), vault_keys.c.master_id == was_under)
    return update(vault_keys).where(same).values(master_id=master_id, sealed=sealed)


def _is_key(purpose: str, number: int) -> ColumnElement[bool]:
    return and_(vault_keys.c.purpose == purpose, vault_keys.c.number == number)


def add_incident_key(dialect: str) -> Insert:
    """Keeps a session's key unless it has one; then that is marked as used."""
    said = insert(dialect, incident_keys)
    used, new = incident_keys.c.used_at_us, said.excluded.used_at_us
    later = case((new > used, new), else_=used)
    return said.on_conflict_do_update(index_elements=[incident_keys.c.session], set_={"used_at_us": later})


def find_incident_key(session: str) -> Select[tuple[object, ...]]:
    """The key of a session's pseudonyms."""
    return select(incident_keys).where(incident_keys.c.session == session)


def save_end(dialect: str) -> Insert:
    """Keeps where the chain ends now."""
    said = insert(dialect, incident_ends)
    new = {name: said.excluded[name] for name in ("number", "mac", "signature")}
    return said.on_conflict_do_update(index_elements=[incident_ends.c.name], set_=new)


def known_incidents(ids: list[str]) -> Select[tuple[object, ...]]:
    """Those of these incidents that the chain has."""
    return select(incidents.c.id).where(incidents.c.id.in_(ids))


def find_incidents(*, after: int, since_us: int | None, least_rank: int, limit: int) -> Select[tuple[object, ...]]:
    """Incidents behind a number, oldest first."""
    wanted = incidents.c.number > after
    if since_us is not None:
        wanted = and_(wanted, incidents.c.at_us >= since_us)
    if least_rank:
        wanted = and_(wanted, incidents.c.level >= least_rank)
    return select(incidents).where(wanted).order_by(incidents.c.number).limit(limit)


def of_session(session: str) -> dict[Table, ColumnElement[bool]]:
    """What is kept of a session by its hash: each table, and which of its rows. Attempts know only their turn."""
    own_turns = or_(
        attempts.c.turn_id.in_(select(turns.c.turn_id).where(turns.c.session == session)),
        attempts.c.turn_id.in_(select(screenings.c.turn_id).where(screenings.c.session == session)),
    )
    return {
        attempts: own_turns,
        screenings: screenings.c.session == session,
        turns: turns.c.session == session,
        sessions: sessions.c.session == session,
        handoffs: handoffs.c.session == session,
        incident_texts: incident_texts.c.session == session,
        incident_keys: incident_keys.c.session == session,
        **money_rows.of_session(session),
    }


def erase(table: Table, rows: ColumnElement[bool]) -> Delete:
    """Erase rows."""
    return delete(table).where(rows)
