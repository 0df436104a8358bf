"""The gateway benchmark: it runs, it notices incomplete answers, and it judges by the limit."""

import importlib
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parents[3] / "benchmarks"
Load = Callable[[str], ModuleType]


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> Load:
    """Import a file of the benchmarks, as the benchmarks import each other."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module


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
        timeout=50,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    rows = json.loads(result.read_bytes())["rows"]
    assert [(row["kind"], row["target"]) for row in rows] == [
        (kind, target) for kind in ("plain", "stream", "paced") for target in ("direct", "bare")
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


@pytest.mark.parametrize(("plain", "stream", "within"), [(6.0, 6.0, True), (6.1, 1.0, False), (1.0, 6.1, False)])
def test_a_ratio_over_the_limit_is_not_within_it(program: Load, plain: float, stream: float, within: bool) -> None:
    """Either ratio alone may break the limit."""
    verdict = program("verdict")
    assert verdict.Ratios(plain=plain, stream=stream).within_limit is within
