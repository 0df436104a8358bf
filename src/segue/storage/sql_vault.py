"""The vault's data keys in an SQL database: what is done within one transaction."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Row

from segue.storage import incident_statements as statements
from segue.storage.contract import SealedKey, master_in_use
from segue.storage.rows import from_us, to_us


def every_key(connection: Connection) -> tuple[SealedKey, ...]:
    """Every data key, by purpose and number."""
    return tuple(_key(row) for row in connection.execute(statements.ALL_VAULT_KEYS))


def add(connection: Connection, key: SealedKey, *, begins_anew: bool, dialect: str) -> SealedKey | None:
    """Keep a data key unless there is one; the one that there is. None where another master key is in use."""
    if key.master_id and not begins_anew and master_in_use(every_key(connection)) not in (None, key.master_id):
        return None
    row = {
        "purpose": key.purpose,
        "number": key.number,
        "master_id": key.master_id,
        "sealed": key.sealed,
        "made_at_us": to_us(key.made_at),
    }
    connection.execute(statements.add_vault_key(dialect), row)
    return _key(connection.execute(statements.find_vault_key(key.purpose, key.number)).one())


def reseal(connection: Connection, keys: Sequence[SealedKey], *, was_under: str) -> bool:
    """Put every data key that is under one master key under another, where they are as its caller saw them."""
    kept = {(key.purpose, key.number, was_under) for key in every_key(connection) if key.master_id == was_under}
    if kept != {(key.purpose, key.number, was_under) for key in keys}:
        return False
    for key in keys:
        connection.execute(
            statements.reseal_vault_key(
                key.purpose, key.number, was_under=was_under, master_id=key.master_id, sealed=key.sealed
            )
        )
    return True


def _key(row: Row[tuple[object, ...]]) -> SealedKey:
    return SealedKey(row.purpose, row.number, row.master_id, row.sealed, from_us(row.made_at_us))
