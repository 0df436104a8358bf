"""Keys for providers in the database: their rows, sealed, and what is said to it about them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Delete, Insert, Row, Update, and_, case, delete, select, update

from segue.domain.provider_keys import KeptKey, KeyReason, KeyState
from segue.storage.dialects import insert
from segue.storage.rows import from_us, to_us
from segue.storage.tables import provider_keys as table

_ALL = select(table).order_by(table.c.provider, table.c.label)


def every_key(connection: Connection) -> tuple[KeptKey, ...]:
    """Every key, by provider and label."""
    return tuple(_key(row) for row in connection.execute(_ALL))


def keep(key: KeptKey, *, dialect: str) -> Insert:
    """Keep a key in place of another of its name."""
    row = {
        "provider": key.provider,
        "label": key.label,
        "sealed": key.sealed,
        "fingerprint": key.fingerprint,
        "added_at_us": to_us(key.added_at),
        **_now(key),
    }
    said = insert(dialect, table).values(row)
    new = {name: said.excluded[name] for name in row if name not in ("provider", "label")}
    return said.on_conflict_do_update(index_elements=[table.c.provider, table.c.label], set_=new)


def note(key: KeptKey) -> Update:
    """Keep how a key is now, unless another one stands in its place."""
    now = _now(key)
    if key.used_at is None:
        del now["used_at_us"]
    else:
        used_us = to_us(key.used_at)
        now["used_at_us"] = case((table.c.used_at_us > used_us, table.c.used_at_us), else_=used_us)
    same = and_(_is(key.provider, key.label), table.c.added_at_us == to_us(key.added_at))
    return update(table).where(same).values(now)


def reseal(key: KeptKey, sealed: bytes) -> Update:
    """Put other sealed bytes in place of those that were seen."""
    return update(table).where(and_(_is(key.provider, key.label), table.c.sealed == key.sealed)).values(sealed=sealed)


def remove(provider: str, label: str) -> Delete:
    """Forget a key."""
    return delete(table).where(_is(provider, label))


def _is(provider: str, label: str) -> ColumnElement[bool]:
    return and_(table.c.provider == provider, table.c.label == label)


def _now(key: KeptKey) -> dict[str, object]:
    """What changes of a key while it stays the same key."""
    return {
        "state": key.state,
        "reason": key.reason,
        "checked_at_us": _us(key.checked_at),
        "expires_at_us": _us(key.expires_at),
        "used_at_us": _us(key.used_at),
    }


def _us(moment: datetime | None) -> int | None:
    return None if moment is None else to_us(moment)


def _at(moment_us: int | None) -> datetime | None:
    return None if moment_us is None else from_us(moment_us)


def _key(row: Row[tuple[object, ...]]) -> KeptKey:
    return KeptKey(
        row.provider,
        row.label,
        row.sealed,
        row.fingerprint,
        KeyState(row.state),
        KeyReason(row.reason),
        from_us(row.added_at_us),
        _at(row.checked_at_us),
        _at(row.expires_at_us),
        _at(row.used_at_us),
    )
