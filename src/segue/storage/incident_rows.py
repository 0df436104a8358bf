"""Incidents as rows, and back: strictly, for what a row could say in two ways could be changed without being found."""

from __future__ import annotations

from typing import Final, TypeVar

from sqlalchemy import Row

from segue.domain.findings import Action, Category, Subject
from segue.domain.incidents import BrokenIncident, ChainedIncident, Incident, IncidentHead
from segue.domain.models import SafetyLevel
from segue.storage.rows import Cells, from_us, to_us

T = TypeVar("T")

HEAD_NAME: Final = "incidents"
"""The one row of `incident_ends`."""
_LEVELS: Final = {level.rank: level for level in SafetyLevel}
_TRUTHS: Final = {0: False, 1: True}


def incident_row(entry: ChainedIncident) -> Cells:
    """An entry as it is kept."""
    incident = entry.incident
    return {
        "number": entry.number,
        "id": incident.id,
        "at_us": to_us(incident.at),
        "direction": incident.direction,
        "level": incident.level.rank,
        "category": incident.category,
        "subject": incident.subject,
        "codes": "\n".join(incident.codes),
        "score": incident.score,
        "is_degraded": int(incident.is_degraded),
        "action": incident.action,
        "measures": "\n".join(incident.measures),
        "latency_s": incident.latency_s,
        "policy": incident.policy,
        "classifier": incident.classifier,
        "segue": incident.segue,
        "session_pseudonym": incident.session,
        "turn_pseudonym": incident.turn,
        "is_late": int(incident.is_late),
        "mac": entry.mac,
    }


def chained_incident(row: Row[tuple[object, ...]]) -> ChainedIncident | BrokenIncident:
    """An entry from its row."""
    number, mac = _integer(row.number), _bytes(row.mac)
    try:
        return ChainedIncident(number, _incident(row), mac)
    except (ArithmeticError, KeyError, TypeError, ValueError):
        return BrokenIncident(number, mac)


def _incident(row: Row[tuple[object, ...]]) -> Incident:
    return Incident(
        id=_text(row.id),
        at=from_us(_given(row.at_us, int)),
        direction=_text(row.direction),
        level=_LEVELS[_given(row.level, int)],
        category=None if row.category is None else Category(_text(row.category)),
        subject=Subject(_text(row.subject)),
        codes=_lines(row.codes),
        score=None if row.score is None else _given(row.score, float),
        is_degraded=_TRUTHS[_given(row.is_degraded, int)],
        action=Action(_text(row.action)),
        measures=_lines(row.measures),
        latency_s=_given(row.latency_s, float),
        policy=_text(row.policy),
        classifier=_text(row.classifier),
        segue=_text(row.segue),
        session=None if row.session_pseudonym is None else _text(row.session_pseudonym),
        turn=None if row.turn_pseudonym is None else _text(row.turn_pseudonym),
        is_late=_TRUTHS[_given(row.is_late, int)],
    )


def head_row(head: IncidentHead) -> Cells:
    """The end of the chain as it is kept."""
    return {"name": HEAD_NAME, "number": head.number, "mac": head.mac, "signature": head.signature}


def incident_head(row: Row[tuple[object, ...]]) -> IncidentHead:
    """The end of the chain from its row; what is none of ours has a signature that nobody made."""
    return IncidentHead(_integer(row.number), _bytes(row.mac), _bytes(row.signature))


def _integer(value: object) -> int:
    return value if isinstance(value, int) else 0


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else b""


def _given(value: object, kind: type[T]) -> T:
    if not isinstance(value, kind):
        raise TypeError
    return value


def _text(value: object) -> str:
    return _given(value, str)


def _lines(value: object) -> tuple[str, ...]:
    text = _text(value)
    return tuple(text.split("\n")) if text else ()
