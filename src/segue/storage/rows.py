"""Turns what happened and what is remembered into rows, and rows back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

from sqlalchemy import Row as FoundRow
from sqlalchemy import Table

from segue.domain.chat import Usage
from segue.domain.models import ModelRef, Privacy, SafetyLevel
from segue.domain.sessions import SessionRecord
from segue.events import (
    AttemptEnded,
    Event,
    ModelStateChanged,
    ScreeningDone,
    TurnEnded,
)
from segue.storage.contract import CallRecord
from segue.storage.tables import attempts, model_states, screenings, turns

Cells: TypeAlias = dict[str, object]
"""One row: the value of each column by its name."""
Row: TypeAlias = tuple[object, ...]
"""One row: the value of each column that the database does not fill, in the table's order, as the driver takes it: a
member of an enumeration as the plain text that it is, which a driver would have to find out for every one."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LEVELS = {level.rank: level for level in SafetyLevel}


def to_us(moment: datetime) -> int:
    """Microseconds since 1970, exactly. The moment must be aware of its time zone."""
    passed = moment - _EPOCH  # to divide it takes three times as long
    return (passed.days * 86_400 + passed.seconds) * 1_000_000 + passed.microseconds


def from_us(moment_us: int) -> datetime:
    """The moment, in UTC."""
    return _EPOCH + timedelta(microseconds=moment_us)


def event_rows(events: Sequence[Event]) -> Mapping[Table, list[Row]]:
    """The rows that a batch of events makes, by table, in the order of the events."""
    rows: defaultdict[Table, list[Row]] = defaultdict(list)
    for event in events:
        # By their very types: whether one is an instance costs ten times as much where it is none. Nothing is kept of a
        # breaker, because the failures that opened it are kept as attempts, of a budget, because what was spent is kept
        # by who counts it, nor of a session that moved, because its turns are kept with who answered them.
        if type(event) is ScreeningDone:
            if event.verdict.findings:  # that nothing was found is counted in the metrics
                rows[screenings].append(_screening(event))
        elif type(event) is AttemptEnded:
            rows[attempts].append(_attempt(event))
        elif type(event) is TurnEnded:
            rows[turns].append(_turn(event))
        elif isinstance(event, ModelStateChanged):
            rows[model_states].append(_model_state(event))
    return rows


def _attempt(event: AttemptEnded) -> Row:
    return (
        event.turn_id,
        event.number,
        event.model.provider,
        event.model.name,
        to_us(event.at),
        event.duration_s,
        event.first_token_s,
        *_usage(event.usage),
        event.error_code,
        event.cost_micro_usd,
        None if event.usage is None else event.usage.cache_write_tokens,
    )


def _turn(event: TurnEnded) -> Row:
    return (
        event.turn_id,
        event.session,
        event.caller_id,
        str(event.task),
        event.model.provider if event.model else None,
        event.model.name if event.model else None,
        to_us(event.at),
        event.duration_s,
        event.first_token_s,
        event.attempts,
        event.outcome,
        *_usage(event.usage),
        event.cost_micro_usd,
        event.streamed,
        "\n".join(event.tags) or None,
        None if event.usage is None else event.usage.cache_write_tokens,
    )


def _usage(usage: Usage | None) -> Row:
    if usage is None:
        return (None,) * 5
    return (
        usage.input_tokens,
        usage.output_tokens,
        usage.cached_input_tokens,
        usage.reasoning_tokens,
        usage.is_exact,
    )


def _screening(event: ScreeningDone) -> Row:
    return (
        event.turn_id,
        event.session,
        str(event.direction),
        event.verdict.level.rank,
        str(event.verdict.action),
        len(event.verdict.findings),
        event.verdict.is_degraded,
        to_us(event.at),
        event.duration_s,
    )


def _model_state(event: ModelStateChanged) -> Row:
    return (event.model.provider, event.model.name, event.state, to_us(event.at))


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


def session_record(row: FoundRow[tuple[object, ...]]) -> SessionRecord:
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


def call_record(row: FoundRow[tuple[object, ...]]) -> CallRecord:
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
