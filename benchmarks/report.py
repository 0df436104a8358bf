"""A result as people and programs read it: tables on the terminal and in Markdown, JSON, and a plot."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from rich.console import Console

from measure import Kind
from plot import draw
from rows import Row
from tables import NONE, Table, markdown_tables, number, show_tables
from verdict import Goal, Memory, Ratios

Column = tuple[str, Callable[[Row], str]]
_WHO: tuple[Column, ...] = (("clients", lambda row: str(row.clients)), ("target", lambda row: row.target))
_COST: tuple[Column, ...] = (
    ("processor ms", lambda row: number(row.cpu_ms, 3)),
    ("ratio to bare", lambda row: number(row.cpu_ratio, 1)),
    ("core to others", lambda row: NONE if row.core_others is None else f"{row.core_others:.0%}"),
    ("answers", lambda row: f"{row.answers:,}"),
    ("errors", lambda row: str(row.errors)),
)
_SPEED: tuple[Column, ...] = (
    ("a second", lambda row: number(row.per_second, 0)),
    ("median ms", lambda row: number(row.p50_ms, 2)),
    ("p95 ms", lambda row: number(row.p95_ms, 2)),
    ("added median ms", lambda row: number(row.added_p50_ms, 2)),
    ("added p95 ms", lambda row: number(row.added_p95_ms, 2)),
)
_FIRST: tuple[Column, ...] = (
    ("first text ms", lambda row: number(row.first_text_ms, 1)),
    ("added ms", lambda row: number(row.added_first_text_ms, 1)),
    ("chunks held back", lambda row: NONE if row.held_chunks is None else str(row.held_chunks)),
    ("added after hold-back ms", lambda row: number(row.added_after_hold_ms, 1)),
)
_KINDS: tuple[tuple[Kind, str, tuple[Column, ...]], ...] = (
    ("plain", "Whole answers", (*_WHO, *_SPEED, *_COST)),
    ("short", "Whole answers to a message of one line", (*_WHO, *_SPEED, *_COST)),
    ("stream", "Streams of 50 chunks in a burst", (*_WHO, *_SPEED, *_COST)),
    ("paced", "Paced streams, 50 chunks, one every 20 ms", (*_WHO, *_FIRST, *_COST)),
)


@dataclass(frozen=True, slots=True)
class Result:
    """All that one run has found."""

    about: Mapping[str, str | int]
    method: Mapping[str, str | int | float]
    versions: Mapping[str, str]
    missing: Mapping[str, str]
    """Peers that were asked for and are not here, with why."""
    rows: Sequence[Row]
    memory: Sequence[Memory]
    goals: Sequence[Goal]
    ratios: Ratios
    errors: Sequence[str]
    """One line for each kind of error, with its number."""


def show(result: Result, console: Console) -> None:
    """Print the tables."""
    show_tables(_tables(result), console)
    for error in result.errors:
        console.print(f"error: {error}", style="red", markup=False)


def save(result: Result, json_file: Path) -> Sequence[Path]:
    """Write the JSON, and the Markdown and the plot beside it under the same name; returns the files."""
    json_file.parent.mkdir(parents=True, exist_ok=True)
    json_file.write_bytes(msgspec.json.format(msgspec.json.encode(result), indent=1) + b"\n")
    markdown, picture = json_file.with_suffix(".md"), json_file.with_suffix(".png")
    draw(result.rows, picture)
    markdown.write_text(_markdown(result, picture.name), encoding="utf-8")
    return json_file, markdown, picture


def _tables(result: Result) -> list[Table]:
    facts = {**result.about, **result.versions, **result.missing, **result.method}
    others = list(dict.fromkeys(name for goal in result.goals for name in goal.others))
    return [
        ("Measured on", ("what", "value"), [[name, str(value)] for name, value in facts.items()]),
        *(_figures(result, kind, title, columns) for kind, title, columns in _KINDS),
        ("Memory (MB)", ("target", "before", "after"), [_memory_cells(each) for each in result.memory]),
        (
            "Goals of Segue",
            ("what", "wanted", "measured", "reached", *others),
            [_goal_cells(goal, others) for goal in result.goals],
        ),
    ]


def _figures(result: Result, kind: Kind, title: str, columns: Sequence[Column]) -> Table:
    rows = [row for row in result.rows if row.kind == kind]
    return title, [name for name, _ in columns], [[cell(row) for _, cell in columns] for row in rows]


def _memory_cells(memory: Memory) -> list[str]:
    return [memory.target, number(memory.before_mb, 0), number(memory.after_mb, 0)]


def _goal_cells(goal: Goal, others: Sequence[str]) -> list[str]:
    beside = [number(goal.others.get(name), 2) for name in others]
    return [goal.what, goal.wanted, number(goal.measured, 2), "yes" if goal.reached else "no", *beside]


def _markdown(result: Result, picture: str) -> str:
    parts = ["# Gateway benchmark", f"![Processor time, requests a second and added time]({picture})"]
    parts += markdown_tables(_tables(result))
    parts += [f"error: {error}" for error in result.errors]
    parts.append(result.ratios.line())
    return "\n\n".join(parts) + "\n"
