"""Sealed texts of incidents in the database. One whose session has no key any more cannot be read, and goes too."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, Delete, Row, Select, delete, or_, select

from segue.domain.incident_texts import KeptText, SealedText
from segue.storage.dialects import insert
from segue.storage.incident_statements import find_incident_key
from segue.storage.rows import from_us, to_us
from segue.storage.tables import incident_keys, incident_texts


def keep(connection: Connection, text: SealedText, *, dialect: str) -> bool:
    """Keep a text, once; False where its session has no key: then it was erased."""
    if connection.execute(find_incident_key(text.session)).first() is None:
        return False
    row = {"turn": text.turn, "session": text.session, "at_us": to_us(text.at), "sealed": text.sealed}
    connection.execute(insert(dialect, incident_texts).on_conflict_do_nothing(), row)
    return True


def one(connection: Connection, turn: str) -> SealedText | None:
    """The text of a turn, by its pseudonym."""
    row = connection.execute(select(incident_texts).where(incident_texts.c.turn == turn)).one_or_none()
    return None if row is None else _sealed_text(row)


def find(*, since: datetime | None, limit: int) -> Select[tuple[object, ...]]:
    """Which texts there are, newest first."""
    found = select(incident_texts.c.turn, incident_texts.c.at_us)
    if since is not None:
        found = found.where(incident_texts.c.at_us >= to_us(since))
    return found.order_by(incident_texts.c.at_us.desc(), incident_texts.c.turn).limit(limit)


def forget(*, before: datetime) -> Delete:
    """Erase texts from before a moment, and those that nobody can open."""
    orphaned = incident_texts.c.session.not_in(select(incident_keys.c.session))
    return delete(incident_texts).where(or_(incident_texts.c.at_us < to_us(before), orphaned))


def kept_text(row: Row[tuple[object, ...]]) -> KeptText:
    """That a text is kept, from its row."""
    return KeptText(row.turn, from_us(row.at_us))


def _sealed_text(row: Row[tuple[object, ...]]) -> SealedText:
    return SealedText(row.turn, row.session, from_us(row.at_us), bytes(row.sealed))
