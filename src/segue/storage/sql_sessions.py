"""All that an SQL database keeps of one session: shown to who asks for it, and erased."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Row, Table, select

from segue.storage import incident_statements as statements
from segue.storage.rows import from_us
from segue.storage.tables import incident_keys, incident_texts

_MOMENT = "_at_us"
_SEALED = {incident_keys: "key", incident_texts: "text"}
"""What is sealed in these is only said to be kept: who has the export must neither trace pseudonyms nor read texts."""


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
