"""Sessions in an SQL database: safety states are joined; all that is kept of one is shown to who asks, and erased."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Row, Table, select

from segue.domain.risk_bytes import joined_bytes
from segue.domain.sessions import SessionRecord
from segue.storage import incident_statements as statements
from segue.storage import statements as session_statements
from segue.storage.rows import from_us
from segue.storage.tables import incident_keys, incident_texts

_MOMENT = "_at_us"
_SEALED = {incident_keys: "key", incident_texts: "text"}
"""What is sealed in these is only said to be kept: who has the export must neither trace pseudonyms nor read texts."""


def join_states(connection: Connection, records: Sequence[SessionRecord]) -> None:
    """Join safety states with those that are kept: no database can tell which of two knows more."""
    told: dict[str, bytes] = {}
    for record in records:
        if record.safety_state:
            told[record.session] = joined_bytes(told.get(record.session, b""), record.safety_state)
    for row in connection.execute(session_statements.find_states(tuple(told))) if told else ():
        if (both := joined_bytes(row.safety_state, told[row.session])) != row.safety_state:
            connection.execute(session_statements.keep_state(row.session, both))


def export(connection: Connection, session: str) -> Mapping[str, Sequence[Mapping[str, object]]]:
    """Every row under a session's hash, by table."""
    return {
        table.name: [_shown(table, row) for row in connection.execute(select(table).where(rows))]
        for table, rows in statements.of_session(session).items()
    }


def erase(connection: Connection, session: str) -> int:
    """Erase every row under a session's hash; attempts first, for they are found by their turns."""
    return sum(
        connection.execute(statements.erase(table, rows)).rowcount
        for table, rows in statements.of_session(session).items()
    )


def _shown(table: Table, row: Row[tuple[object, ...]]) -> Mapping[str, object]:
    shown: dict[str, object] = {}
    for name, value in row._mapping.items():  # noqa: SLF001 - the public name of a row's mapping
        if name == "sealed":
            shown[_SEALED[table]] = "kept"
        elif name == "at_us" or name.endswith(_MOMENT):
            shown[name.removesuffix("_us")] = None if value is None else from_us(value)
        else:
            shown[name] = value
    return shown
