"""Turns what happened and what is remembered into rows, and rows back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

from sqlalchemy import Row, Table

from segue.domain.callers import Caller, CallerRole
from segue.domain.chat import Usage
from segue.domain.models import ModelRef, Privacy, SafetyLevel
from segue.domain.sessions import SessionRecord
from segue.events import (
    AttemptEnded,
    BreakerChanged,
    Event,
    ModelStateChanged,
    ScreeningDone,
    SessionMoved,
    TurnEnded,
)
from segue.storage.contract import CallRecord
from segue.storage.tables import attempts, model_states, screenings, turns

Cells: TypeAlias = dict[str, object]
"""One row: the value of each column by its name."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_LEVELS = {level.rank: level for level in SafetyLevel}


def to_us(moment: datetime) -> int:
    """Microseconds since 1970, exactly. The moment must be aware of its time zone."""
    return (moment - _EPOCH) // _MICROSECOND


def from_us(moment_us: int) -> datetime:
    """The moment, in UTC."""
    return _EPOCH + timedelta(microseconds=moment_us)


def event_rows(events: Sequence[Event]) -> Mapping[Table, list[Cells]]:
    """The rows that a batch of events makes, by table, in the order of the events."""
    rows: defaultdict[Table, list[Cells]] = defaultdict(list)
    for event in events:
        match event:
            case AttemptEnded():
                rows[attempts].append(_attempt(event))
            case TurnEnded():
                rows[turns].append(_turn(event))
            case ScreeningDone() if event.verdict.findings:
                rows[screenings].append(_screening(event))
            case ScreeningDone():
                pass  # that nothing was found is counted in the metrics; two rows a turn would say no more
            case ModelStateChanged():
                rows[model_states].append(_model_state(event))
            case BreakerChanged():
                pass  # the failures that opened it are kept as attempts
            case SessionMoved():
                pass  # its turns are kept with who answered them
    return rows


def _attempt(event: AttemptEnded) -> Cells:
    return {
        "turn_id": event.turn_id,
        "number": event.number,
        "provider": event.model.provider,
        "model": event.model.name,
        "at_us": to_us(event.at),
        "duration_s": event.duration_s,
        "first_token_s": event.first_token_s,
        "error_code": event.error_code,
        "cost_micro_usd": event.cost_micro_usd,
        **_usage(event.usage),
    }


def _turn(event: TurnEnded) -> Cells:
    return {
        "turn_id": event.turn_id,
        "session": event.session,
        "caller_id": event.caller_id,
        "task": event.task,
        "provider": event.model.provider if event.model else None,
        "model": event.model.name if event.model else None,
        "at_us": to_us(event.at),
        "duration_s": event.duration_s,
        "first_token_s": event.first_token_s,
        "attempts": event.attempts,
        "outcome": event.outcome,
        "cost_micro_usd": event.cost_micro_usd,
        "streamed": event.streamed,
        **_usage(event.usage),
    }


def _usage(usage: Usage | None) -> Cells:
    return {
        "input_tokens": usage.input_tokens if usage else None,
        "output_tokens": usage.output_tokens if usage else None,
        "cached_input_tokens": usage.cached_input_tokens if usage else None,
        "reasoning_tokens": usage.reasoning_tokens if usage else None,
        "usage_is_exact": usage.is_exact if usage else None,
    }


def _screening(event: ScreeningDone) -> Cells:
    return {
        "turn_id": event.turn_id,
        "session": event.session,
        "direction": event.direction,
        "level": event.verdict.level.rank,
        "action": event.verdict.action,
        "findings": len(event.verdict.findings),
        "is_degraded": event.verdict.is_degraded,
        "at_us": to_us(event.at),
        "duration_s": event.duration_s,
    }


def _model_state(event: ModelStateChanged) -> Cells:
    return {
        "provider": event.model.provider,
        "model": event.model.name,
        "state": event.state,
        "at_us": to_us(event.at),
    }


def session_row(record: SessionRecord) -> Cells:
    """A session's state as it is kept."""
    return {
        "session": record.session,
        "created_at_us": to_us(record.created_at),
        "last_turn_at_us": to_us(record.last_turn_at),
        "turns": record.turns,
        "pinned_provider": record.pinned.provider if record.pinned else None,
        "pinned_model": record.pinned.name if record.pinned else None,
        "moved_to_provider": record.moved_to.provider if record.moved_to else None,
        "moved_to_model": record.moved_to.name if record.moved_to else None,
        "began_local": record.began_local,
        "privacy": record.privacy,
        "risk_level": record.risk_level.rank,
        "safety_state": record.safety_state,
        "country": record.country,
    }


def caller_row(caller: Caller) -> Cells:
    """A caller as it is kept."""
    return {
        "id": caller.id,
        "name": caller.name,
        "role": caller.role,
        "key_hash": caller.key_hash,
        "created_at_us": to_us(caller.created_at),
        "revoked_at_us": to_us(caller.revoked_at) if caller.revoked_at else None,
    }


def session_record(row: Row[tuple[object, ...]]) -> SessionRecord:
    """A session's state from its row."""
    pinned = None if row.pinned_provider is None else ModelRef(row.pinned_provider, row.pinned_model)
    moved_to = None if row.moved_to_provider is None else ModelRef(row.moved_to_provider, row.moved_to_model)
    return SessionRecord(
        session=row.session,
        created_at=from_us(row.created_at_us),
        last_turn_at=from_us(row.last_turn_at_us),
        turns=row.turns,
        pinned=pinned,
        moved_to=moved_to,
        began_local=row.began_local,
        privacy=None if row.privacy is None else Privacy(row.privacy),
        risk_level=_LEVELS[row.risk_level],
        safety_state=row.safety_state,
        country=row.country,
    )


def caller(row: Row[tuple[object, ...]]) -> Caller:
    """A caller from its row."""
    return Caller(
        id=row.id,
        name=row.name,
        role=CallerRole(row.role),
        key_hash=row.key_hash,
        created_at=from_us(row.created_at_us),
        revoked_at=None if row.revoked_at_us is None else from_us(row.revoked_at_us),
    )


def call_record(row: Row[tuple[object, ...]]) -> CallRecord:
    """An attempt from its row."""
    return CallRecord(
        model=ModelRef(row.provider, row.model),
        at=from_us(row.at_us),
        duration_s=row.duration_s,
        first_token_s=row.first_token_s,
        output_tokens=row.output_tokens,
        error_code=row.error_code,
        cost_micro_usd=row.cost_micro_usd,
    )
