"""What was spent, from the recorded calls in an SQL database."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Connection, case, func, select

from segue.domain.spending import SpendBy, Spent, summed
from segue.storage.rows import from_us, to_us
from segue.storage.tables import attempts, turns

_DAY_US: Final = 86_400_000_000
_NAMES: Final = {
    SpendBy.PROVIDER: attempts.c.provider,
    SpendBy.MODEL: attempts.c.provider + ":" + attempts.c.model,
    SpendBy.CALLER: turns.c.caller_id,
    SpendBy.TAG: turns.c.tags,
    SpendBy.SESSION: turns.c.session,
    SpendBy.DAY: attempts.c.at_us - attempts.c.at_us % _DAY_US,
}

_SUMMED: Final = (
    *("input_tokens", "output_tokens", "cached_input_tokens"),
    *("cache_write_tokens", "cost_micro_usd"),
)


def spent(connection: Connection, by: SpendBy, *, since: datetime, until: datetime) -> tuple[Spent, ...]:
    """A row a name, the dearest first; days in their order. A call with several tags stands under each."""
    name = _NAMES[by]

    query = (
        select(
            name.label("name"),
            func.count().label("calls"),
            _counted(attempts.c.error_code.is_not(None)).label("failed"),
            *[func.coalesce(func.sum(attempts.c[column]), 0).label(column) for column in _SUMMED],
            _counted(attempts.c.cost_micro_usd.is_(None)).label("unpriced"),
        )
        .select_from(attempts.outerjoin(turns, attempts.c.turn_id == turns.c.turn_id))
        .where(attempts.c.at_us >= to_us(since), attempts.c.at_us < to_us(until))
        .group_by(name)
    )
    rows = [Spent(_shown(by, row.name), *map(int, row[1:])) for row in connection.execute(query)]
    if by is SpendBy.TAG:
        rows = _by_tag(rows)
    return tuple(sorted(rows, key=lambda row: row.name if by is SpendBy.DAY else (-row.cost_micro_usd, row.name)))


def _counted(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def _shown(by: SpendBy, name: object) -> str:
    if by is SpendBy.DAY:
        assert isinstance(name, int)
        return f"{from_us(name):%Y-%m-%d}"
    return str(name or "")


def _by_tag(rows: list[Spent]) -> list[Spent]:
    found: defaultdict[str, list[Spent]] = defaultdict(list)
    for row in rows:
        for tag in row.name.split("\n"):
            found[tag].append(row)
    return [summed(its, name=tag) for tag, its in found.items()]
