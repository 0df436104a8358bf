"""Incidents in an SQL database: what is done within one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, Select

from segue.domain.incidents import BrokenIncident, ChainedIncident, Incident, IncidentHead
from segue.storage import incident_statements as statements
from segue.storage.contract import Extend
from segue.storage.dialects import insert
from segue.storage.incident_rows import chained_incident, head_row, incident_head, incident_row
from segue.storage.rows import to_us
from segue.storage.tables import incidents as table


def key_of(connection: Connection, session: str) -> bytes | None:
    """The sealed key of a session's pseudonyms."""
    row = connection.execute(statements.find_incident_key(session)).one_or_none()
    return None if row is None else bytes(row.sealed)


def add_keys(connection: Connection, sealed: Mapping[str, bytes], *, at: datetime, dialect: str) -> Mapping[str, bytes]:
    """Keep keys of sessions that have none; the key that each has."""
    rows = [
        {"session": session, "sealed": key, "made_at_us": to_us(at), "used_at_us": to_us(at)}
        for session, key in sealed.items()
    ]
    connection.execute(statements.add_incident_key(dialect), rows)
    return {session: key for session in sealed if (key := key_of(connection, session)) is not None}


def append(
    connection: Connection, incidents: Sequence[Incident], extend: Extend, *, dialect: str
) -> IncidentHead | None:
    """Add to the chain those that it does not have; its end afterwards."""
    row = connection.execute(statements.FIND_END).one_or_none()
    end = None if row is None else incident_head(row)
    known = {row.id for row in connection.execute(statements.known_incidents([incident.id for incident in incidents]))}
    fresh = list({incident.id: incident for incident in incidents if incident.id not in known}.values())
    if not fresh:
        return end
    entries, end = extend(end, fresh)
    connection.execute(insert(dialect, table), [incident_row(entry) for entry in entries])
    connection.execute(statements.save_end(dialect), head_row(end))
    return end


def read(connection: Connection, query: Select[tuple[object, ...]]) -> tuple[ChainedIncident | BrokenIncident, ...]:
    """Entries from their rows."""
    return tuple(chained_incident(row) for row in connection.execute(query))


def head(connection: Connection) -> IncidentHead | None:
    """The signed end of the chain."""
    row = connection.execute(statements.READ_END).one_or_none()
    return None if row is None else incident_head(row)
