"""Hand-offs in the database: their rows, and what is said to it about them. A state never goes back by itself."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, Delete, Insert, Row, Select, Update, and_, case, delete, select, update

from segue.domain.findings import Category, Subject
from segue.domain.handoffs import Handoff, HandoffRecord, HandoffState
from segue.domain.models import SafetyLevel
from segue.storage.dialects import Insertion
from segue.storage.rows import from_us, to_us
from segue.storage.tables import handoffs

_LEVELS = {level.rank: level for level in SafetyLevel}
_FURTHER = {
    HandoffState.PENDING.value: 0,
    HandoffState.DELIVERED.value: 1,
    HandoffState.DEAD.value: 2,
    HandoffState.ACKNOWLEDGED.value: 3,
}
_ENDED = (HandoffState.DEAD, HandoffState.ACKNOWLEDGED)
_OF_PROGRESS = ("ref", "state", "tries", "due_us", "delivered_at_us", "ended_at_us")
"""What changes of a hand-off once it is kept."""


def _is_at_most(state: HandoffState) -> ColumnElement[bool]:
    """True of rows whose state is no further on."""
    no_further = [name for name, further in _FURTHER.items() if further <= _FURTHER[state.value]]
    return handoffs.c.state.in_(no_further)


def keep_handoff(said: Insertion) -> Insert:
    """Keep a hand-off's newest state; one that is further on stays, whoever comes late."""
    new, old = said.excluded, handoffs.c
    is_further = case(_FURTHER, value=new.state, else_=0) >= case(_FURTHER, value=old.state, else_=0)
    return said.on_conflict_do_update(
        index_elements=[old.id],
        set_={name: new[name] for name in _OF_PROGRESS},
        where=and_(is_further, new.tries >= old.tries),
    )


def note_handoff(record: HandoffRecord) -> Update:
    """The same, for one that has a row."""
    row = handoff_row(record)
    is_further = and_(_is_at_most(record.state), handoffs.c.tries <= record.tries)
    one = update(handoffs).where(and_(handoffs.c.id == record.handoff.id, is_further))
    return one.values({name: row[name] for name in _OF_PROGRESS})


def is_kept(handoff_id: str) -> Select[tuple[object, ...]]:
    """One row where the hand-off has one."""
    return select(handoffs.c.id).where(handoffs.c.id == handoff_id)


def find_handoffs(
    *, states: Collection[HandoffState], due_before: datetime | None, limit: int
) -> Select[tuple[object, ...]]:
    """Hand-offs in these states, oldest first."""
    found = select(handoffs).where(handoffs.c.state.in_([state.value for state in states]))
    if due_before is not None:
        found = found.where(handoffs.c.due_us <= to_us(due_before))
    return found.order_by(handoffs.c.at_us, handoffs.c.id).limit(limit)


def reopen_handoff(handoff_id: str) -> Update:
    """Have one that was given up tried again, at once."""
    dead = and_(handoffs.c.id == handoff_id, handoffs.c.state == HandoffState.DEAD.value)
    again = {"state": HandoffState.PENDING.value, "tries": 0, "due_us": 0, "ended_at_us": None}
    return update(handoffs).where(dead).values(again)


def forget_ended(*, before_us: int) -> Delete:
    """Erase those that ended before a moment."""
    ended = handoffs.c.state.in_([state.value for state in _ENDED])
    return delete(handoffs).where(and_(ended, handoffs.c.ended_at_us < before_us))


def erase_session(session: str) -> Delete:
    """Erase all of a session's, whatever their state."""
    return delete(handoffs).where(handoffs.c.session == session)


def handoff_row(record: HandoffRecord) -> dict[str, object]:
    """A hand-off as it is kept; without its reference once nobody needs that any more."""
    handoff = record.handoff
    return {
        "id": handoff.id,
        "at_us": to_us(handoff.at),
        "session": handoff.session,
        "ref": None if record.state is HandoffState.ACKNOWLEDGED else handoff.ref,
        "level": handoff.level.rank,
        "category": handoff.category,
        "subject": handoff.subject,
        "country": handoff.country,
        "codes": " ".join(handoff.codes),
        "state": record.state,
        "tries": record.tries,
        "due_us": to_us(record.due_at),
        "delivered_at_us": to_us(record.delivered_at) if record.delivered_at else None,
        "ended_at_us": to_us(record.ended_at) if record.ended_at else None,
    }


def handoff_record(row: Row[tuple[object, ...]]) -> HandoffRecord:
    """A hand-off from its row."""
    handoff = Handoff(
        id=row.id,
        at=from_us(row.at_us),
        level=_LEVELS[row.level],
        category=None if row.category is None else Category(row.category),
        subject=Subject(row.subject),
        session=row.session,
        country=row.country,
        codes=tuple(row.codes.split()),
        ref=row.ref,
    )
    return HandoffRecord(
        handoff,
        due_at=from_us(row.due_us),
        state=HandoffState(row.state),
        tries=row.tries,
        delivered_at=None if row.delivered_at_us is None else from_us(row.delivered_at_us),
        ended_at=None if row.ended_at_us is None else from_us(row.ended_at_us),
    )
