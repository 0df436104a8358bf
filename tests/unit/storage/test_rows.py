"""What happened stands in the columns that it belongs to: rows go to the driver by place."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from segue.domain.chat import Usage
from segue.domain.findings import Action, Category, Finding, Verdict
from segue.domain.models import ModelRef, SafetyLevel, TaskType
from segue.events import AttemptEnded, Event, ModelStateChanged, ScreeningDone, TurnEnded
from segue.safety.contract import Direction
from segue.storage.rows import to_us
from segue.storage.sql import SqlJournal

AT = datetime(2026, 11, 26, 10, 30, tzinfo=UTC)
MODEL = ModelRef("cloud", "big")
USAGE = Usage(30, 12, cached_input_tokens=8, reasoning_tokens=2, cache_write_tokens=5)
FOUND = Verdict(
    SafetyLevel.HIGH, Action.REPLACE, (Finding("crisis", Category.SUICIDE, SafetyLevel.HIGH, "x"),), is_degraded=True
)
TOKENS = {
    "input_tokens": 30,
    "output_tokens": 12,
    "cached_input_tokens": 8,
    "cache_write_tokens": 5,
    "reasoning_tokens": 2,
    "usage_is_exact": 1,
}


@pytest.mark.parametrize(
    ("event", "table", "kept"),
    [
        (
            AttemptEnded("t", 3, MODEL, AT, 1.5, 0.25, USAGE, "timeout", 77),
            "attempts",
            {"turn_id": "t", "number": 3, "provider": "cloud", "model": "big", "at_us": to_us(AT), "duration_s": 1.5}
            | {"first_token_s": 0.25, "error_code": "timeout", "cost_micro_usd": 77}
            | TOKENS,
        ),
        (
            TurnEnded(
                "t",
                "hash",
                "me",
                TaskType.WORLD_BUILDING,
                MODEL,
                AT,
                1.5,
                0.25,
                4,
                "answered",
                USAGE,
                77,
                streamed=True,
                tags=("fox", "owl"),
            ),
            "turns",
            {"turn_id": "t", "session": "hash", "caller_id": "me", "task": "world_building", "provider": "cloud"}
            | {"model": "big", "at_us": to_us(AT), "duration_s": 1.5, "first_token_s": 0.25, "attempts": 4}
            | {"outcome": "answered", "cost_micro_usd": 77, "streamed": 1, "tags": "fox\nowl"}
            | TOKENS,
        ),
        (
            ScreeningDone("t", "hash", Direction.INPUT, FOUND, AT, 0.5),
            "screenings",
            {"id": 1, "turn_id": "t", "session": "hash", "direction": "input", "level": 3, "action": "replace"}
            | {"findings": 1, "is_degraded": 1, "at_us": to_us(AT), "duration_s": 0.5},
        ),
        (
            ModelStateChanged(MODEL, "loaded", AT),
            "model_states",
            {"id": 1, "provider": "cloud", "model": "big", "state": "loaded", "at_us": to_us(AT)},
        ),
    ],
)
async def test_every_value_is_kept_in_its_own_column(
    event: Event, table: str, kept: dict[str, object], tmp_path: Path
) -> None:
    """Nothing is taken for its neighbour."""
    async with SqlJournal("", home=tmp_path, deadline_s=20) as journal:
        await journal.record((event,))
    with closing(sqlite3.connect(tmp_path / "segue.db")) as database:
        database.row_factory = sqlite3.Row
        (row,) = database.execute(f"select * from {table}").fetchall()
    assert dict(row) == kept
