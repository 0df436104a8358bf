"""What the log says of events: failures and their places, replaced answers, models; few lines, and never talk."""

import ast
import inspect
import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from segue.domain.findings import CLEAR, Action, Verdict
from segue.domain.models import ModelRef, SafetyLevel, TaskType
from segue.events import (
    AttemptEnded,
    BreakerChanged,
    Event,
    ModelStateChanged,
    ResourceAlert,
    ScreeningDone,
    TurnEnded,
)
from segue.observe import event_log
from segue.observe.event_log import EventLog

NOW = datetime(2026, 3, 1, tzinfo=UTC)
MODEL = ModelRef("house", "story")
SILENT = AttemptEnded("t1", 2, MODEL, NOW, 2.0, None, None, "silent", None)
FAILED = TurnEnded(
    "t1", None, "c1", TaskType.GENERAL_CHAT, None, NOW, 3.1, None, 2, "all_models_failed", None, None, streamed=True
)
SCREENED = ScreeningDone("t1", None, "input", Verdict(SafetyLevel.HIGH, Action.REPLACE), NOW, 0.0004)
OPENED = BreakerChanged("key:house", "open", NOW, "key_rejected", NOW)


@pytest.fixture(autouse=True)
def log(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """The log from `info` on."""
    with caplog.at_level(logging.INFO, "segue.observe.event_log"):
        yield caplog


class Clock:
    """Time that stands until it is moved."""

    now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


async def test_a_failed_attempt_is_a_warning_with_model_code_turn_and_number(log: pytest.LogCaptureFixture) -> None:
    """Whoever looks at the log of an outage sees which model failed, how, and on which turn."""
    await EventLog().observe([SILENT])
    (record,) = log.records
    assert (record.levelname, record.getMessage()) == ("WARNING", "house:story did not answer: silent.")
    fields = {name: vars(record)[name] for name in ("model", "error", "turn", "attempt")}
    assert fields == {"model": "house:story", "error": "silent", "turn": "t1", "attempt": 2}


@pytest.mark.parametrize(
    ("event", "level", "says"),
    [
        (FAILED, "WARNING", "A turn ended without an answer: all_models_failed."),
        (SCREENED, "INFO", "Written words replaced an answer: high risk in its input."),
        (
            replace(SCREENED, verdict=Verdict(SafetyLevel.NONE, Action.REPLACE), stage="safety"),
            "INFO",
            "Written words replaced an answer: none risk in its input, stage safety.",
        ),
        (
            replace(SCREENED, direction="output", verdict=Verdict(SafetyLevel.MODERATE, Action.STOP)),
            "INFO",
            "Written words stopped an answer: moderate risk in its output.",
        ),
        (OPENED, "WARNING", "key:house rests until 00:00:00 UTC: key_rejected."),
        (
            replace(OPENED, error_code=None),
            "WARNING",
            "key:house rests until 00:00:00 UTC: another replica found it failing.",
        ),
        (replace(OPENED, state="half_open"), "INFO", "key:house is tried again."),
        (replace(OPENED, state="closed", until=None), "INFO", "key:house is asked as usual again."),
        (
            ResourceAlert("disk", False, "The disk is nearly full.", 1e9, 2e9, NOW),
            "WARNING",
            "The disk is nearly full.",
        ),
        (ModelStateChanged(MODEL, "loaded", NOW), "INFO", "house:story: loaded."),
        (ModelStateChanged(MODEL, "died", NOW), "WARNING", "house:story: died."),
        (ModelStateChanged(MODEL, "died", NOW, "It was killed."), "WARNING", "house:story: died: It was killed."),
        (ModelStateChanged(MODEL, "unloaded", NOW, "idle for 9 s"), "INFO", "house:story: unloaded: idle for 9 s."),
        (ModelStateChanged(MODEL, "refused", NOW, "No room."), "WARNING", "house:story: refused: No room."),
    ],
)
async def test_what_an_operator_should_know_is_told(
    event: Event, level: str, says: str, log: pytest.LogCaptureFixture
) -> None:
    """Turns without an answer, written words in place of one, who rests, and local models are told in a line each."""
    await EventLog().observe([event])
    assert [(record.levelname, record.getMessage()) for record in log.records] == [(level, says)]


def test_no_fact_has_a_name_of_the_line_itself() -> None:
    """A fact named `level` stood in the place of the line's own, which then could not be written at all."""
    tree = ast.parse(inspect.getsource(event_log))
    names = {
        key.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant)
    }
    names |= {
        node.slice.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant)
    }
    own = {*vars(logging.makeLogRecord({})), "message", "asctime", "level", "logger", "event", "timestamp"}
    assert {"model", "resource", "stage"} <= names
    assert not names & own


async def test_what_went_well_is_not_told(log: pytest.LogCaptureFixture) -> None:
    """Answers, clear screenings and callers who left write nothing."""
    quiet = [replace(FAILED, outcome=outcome) for outcome in ("answered", "replaced", "stopped", "cancelled")]
    attempts = [replace(SILENT, error_code=code) for code in (None, "cancelled")]
    await EventLog().observe([*quiet, *attempts, replace(SCREENED, verdict=CLEAR)])
    assert not log.records


async def test_an_outage_does_not_flood_the_log(log: pytest.LogCaptureFixture) -> None:
    """Beyond so many lines a second the log says that it leaves some out, and afterwards how many."""
    clock = Clock()
    watching = EventLog(lines_per_s=2, clock=clock)
    await watching.observe([SILENT] * 5)
    assert log.messages[2:] == ["More than 2 lines in a second: the rest of it is left out."]
    clock.now_s += 1
    await watching.observe([FAILED])
    assert log.messages[3:] == [
        "Lines like these that were left out: 3; the metrics count all.",
        "A turn ended without an answer: all_models_failed.",
    ]


async def test_who_rests_is_told_in_the_middle_of_an_outage(log: pytest.LogCaptureFixture) -> None:
    """However many attempts fail in a second, the lines about breakers and local models are there."""
    died = ModelStateChanged(MODEL, "died", NOW)
    await EventLog(lines_per_s=1, clock=Clock()).observe([SILENT, SILENT, OPENED, SILENT, died, FAILED])
    assert log.messages == [
        "house:story did not answer: silent.",
        "More than 1 lines in a second: the rest of it is left out.",
        "key:house rests until 00:00:00 UTC: key_rejected.",
        "house:story: died.",
    ]


async def test_lines_that_are_not_wanted_do_not_count(log: pytest.LogCaptureFixture) -> None:
    """With the level `error`, as in `segue ask`, nothing is written at all."""
    log.set_level(logging.ERROR, "segue.observe.event_log")
    await EventLog(lines_per_s=1).observe([SILENT, SILENT, FAILED])
    assert not log.records
