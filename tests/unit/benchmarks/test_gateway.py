"""The gateway benchmark: it runs, it notices incomplete answers, and it judges by the limit."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import pytest

from tests.unit.benchmarks.conftest import BENCHMARKS

Load = Callable[[str], ModuleType]


def streamed(events: Sequence[bytes]) -> bytes:
    return b"".join(events)


@pytest.mark.slow
def test_a_short_run_measures_every_load_without_errors(tmp_path: Path) -> None:
    """One short round over the floor gives a figure for each load, a table, a plot, and ends well."""
    result = tmp_path / "result.json"
    options = ("--peers", "bare", "--clients", "2", "--rounds", "1", "--seconds", "0.2", "--json", str(result))
    run = subprocess.run(
        (sys.executable, str(BENCHMARKS / "gateway.py"), *options),
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    rows = json.loads(result.read_bytes())["rows"]
    assert [(row["kind"], row["target"]) for row in rows] == [
        (kind, target) for kind in ("plain", "short", "stream", "paced") for target in ("direct", "bare")
    ]
    assert all(row["answers"] > 0 and row["errors"] == 0 for row in rows)
    assert run.stdout.splitlines()[-1].startswith("processor time ratio: plain not measured")
    assert result.with_suffix(".png").stat().st_size > 0
    assert str(tmp_path) not in result.with_suffix(".md").read_text(encoding="utf-8")


def test_a_stream_that_was_cut_anew_is_complete(program: Load) -> None:
    """A gateway may join and move the borders of chunks, as long as the text is the provider's."""
    talk, answers = program("talk"), program("answers")
    events = list(talk.stream_events(talk.MODEL, with_usage=True))
    whole = b'data: {"choices":[{"delta":{"content":%s}}]}\n\n' % json.dumps(talk.TEXT).encode()
    assert answers.faults([streamed(events), streamed([whole, *events[-3:]])], streamed=True) == []


def test_a_stream_without_a_chunk_or_its_end_is_a_fault(program: Load) -> None:
    """A lost word, a doubled word and a missing end mark are each found."""
    talk, answers = program("talk"), program("answers")
    events = list(talk.stream_events(talk.MODEL, with_usage=False))
    broken = [[*events[:5], *events[6:]], [*events[:5], *events[4:]], events[:-1], [*events[:-2], events[-1]]]
    faults = answers.faults(map(streamed, broken), streamed=True)
    assert [fault.split(" ")[:3] for fault in faults] == [
        ["the", "text", "has"],
        ["the", "text", "has"],
        ["the", "stream", "does"],
        ["the", "finish", "reasons"],
    ]


def test_a_whole_answer_with_another_text_is_a_fault(program: Load) -> None:
    """A whole answer has to say what the provider said."""
    talk, answers = program("talk"), program("answers")
    body = talk.plain_body(talk.MODEL)
    assert answers.faults([body], streamed=False) == []
    assert len(answers.faults([body.replace(b"river", b"road", 1), b"{}"], streamed=False)) == 2


def row_of(target: str, kind: str, **figures: float) -> dict[str, object]:
    known = {"p50_ms": 1.0, "p95_ms": 1.0, "answers": 1, "errors": 0, "per_second": 1.0}
    unknown = ("added_p50_ms", "added_p95_ms", "cpu_ms", "cpu_ratio", "first_text_ms", "added_first_text_ms")
    rest = ("held_chunks", "added_after_hold_ms", "core_others")
    return {"target": target, "kind": kind, "clients": 64, **dict.fromkeys((*unknown, *rest)), **known, **figures}


def test_each_goal_shows_what_the_peers_reach(program: Load) -> None:
    """A goal is judged by Segue's figure; LiteLLM's rate and processor time are what it is to be a multiple of."""
    rows, verdict = program("rows"), program("verdict")
    targets = {"direct": (90000, None), "segue": (1500, 0.5), "litellm": (60, 15.0), "portkey": (600, 1.5)}
    table = [
        rows.Row(**row_of(name, "plain", per_second=rate, **({} if cpu_ms is None else {"cpu_ms": cpu_ms})))
        for name, (rate, cpu_ms) in targets.items()
    ]
    goals = {goal.what: goal for goal in verdict.goals_of(table, {"litellm": verdict.Memory("litellm", 300, 400)})}
    assert [(goal.measured, goal.reached, dict(goal.others)) for goal in goals.values()] == [
        (1500, True, {"litellm": 60, "portkey": 600}),
        (25, True, {"litellm": 1, "portkey": 10}),
        (30, True, {"litellm": 1, "portkey": 10}),
    ]


def test_what_others_wait_before_the_first_text_is_their_own(program: Load) -> None:
    """Only a gateway that holds words back on purpose is granted the time that they take to come."""
    measure, rows = program("measure"), program("rows")
    cell = measure.Cell("paced", 1)
    waits_s = {"direct": 0.020, "segue": 0.463, "portkey": 0.063}
    samples = {
        (name, cell): measure.Sample(name, cell, 5, 1.0, 1.0, 1.0, wait_s, 0.001, 0.0, ())
        for name, wait_s in waits_s.items()
    }
    found = {row.target: (row.held_chunks, row.added_after_hold_ms) for row in rows.rows_of([samples])}
    assert found == {
        "direct": (None, None),
        "segue": (22, pytest.approx(3.0)),
        "portkey": (None, pytest.approx(43.0)),
    }


@pytest.mark.parametrize(("plain", "stream", "within"), [(6.0, 6.0, True), (6.1, 1.0, False), (1.0, 6.1, False)])
def test_a_ratio_over_the_limit_is_not_within_it(program: Load, plain: float, stream: float, within: bool) -> None:
    """Either ratio alone may break the limit."""
    verdict = program("verdict")
    assert verdict.Ratios(plain=plain, stream=stream).within_limit is within
