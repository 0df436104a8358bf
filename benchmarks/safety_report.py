"""A result of the safety benchmark: figures for each set and screen, as tables, Markdown and JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np

from safety_figures import Figure, auc, by_group, calibration_error, recall_at, share, with_interval
from safety_screens import SCREENS, Judged
from safety_sets import Case
from tables import Table, markdown_tables


@dataclass(frozen=True, slots=True)
class Measured:
    """One screen on one set."""

    rows: str
    """The set."""
    screen: str
    auc: Figure
    recall_at_1: Figure
    """Share of risk found where 1 % of the rest is a false alarm, by the set's own threshold."""
    recall_at_5: Figure
    calibration_error: Figure
    found: Figure
    """Share of risk that is moderate or more by the thresholds that ship."""
    false_alarms: Figure
    """Share of the rest that is."""
    by_level: Mapping[str, Figure]
    """Share that is moderate or more, by the level that the file tells."""
    by_tag: Mapping[str, Figure]
    """The same by tag, risk and the rest apart: `indirect`, `idiom (none)`."""
    by_language: Mapping[str, Figure]
    """The same by language, of risk alone."""


@dataclass(frozen=True, slots=True)
class Result:
    """All that one run has found."""

    about: Mapping[str, str | int]
    classifier: str
    measured: Sequence[Measured]
    spent: Mapping[str, float]
    """Milliseconds of processor a message of so many characters, and megabytes."""


def measure(name: str, screen: str, cases: Sequence[Case], said: Sequence[Judged]) -> Measured:
    """The figures of one screen on one set. Rows of the level low are in none but `by_level` and `by_tag`."""
    scores = np.array([each.score for each in said])
    flags = np.array([each.is_flagged for each in said])
    known = np.array([case.is_risk is not None for case in cases])
    risk = np.array([bool(case.is_risk) for case in cases])
    columns = (scores[known], risk[known])
    chances = np.array([each.chance for each in said])
    risky = [case for case in cases if case.is_risk]
    return Measured(
        name,
        screen,
        with_interval(auc, *columns),
        with_interval(lambda s, r: recall_at(s, r, 0.01), *columns),
        with_interval(lambda s, r: recall_at(s, r, 0.05), *columns),
        with_interval(calibration_error, chances[known], risk[known]),
        with_interval(share, flags[risk]),
        with_interval(share, flags[known & ~risk]),
        by_group([[case.level] if case.level else [] for case in cases], flags),
        by_group([_tags(case) for case in cases], flags),
        by_group([[case.language] for case in risky], flags[risk]),
    )


def _tags(case: Case) -> list[str]:
    if case.is_risk:
        return list(case.tags)
    return [f"{tag} ({'none' if case.is_risk is False else 'low'})" for tag in case.tags]


def tables(result: Result) -> list[Table]:
    """As people read it."""
    facts = {**result.about, "classifier": result.classifier}
    facts |= {name: f"{value:.1f}" for name, value in result.spent.items()}
    return [
        ("Measured on", ("what", "value"), [[name, str(value)] for name, value in facts.items()]),
        (
            "Found and falsely found (95 % intervals)",
            (
                "set",
                "screen",
                "rows",
                "AUC",
                "recall at 1 %",
                "recall at 5 %",
                "calibration error",
                "found",
                "false alarms",
            ),
            [_cells(each) for each in result.measured],
        ),
        *(_groups(result, "level", "by_level")),
        *(_groups(result, "tag", "by_tag")),
        *(_groups(result, "language", "by_language")),
    ]


def _cells(each: Measured) -> list[str]:
    figures = (each.auc, each.recall_at_1, each.recall_at_5, each.calibration_error, each.found, each.false_alarms)
    return [each.rows, each.screen, str(each.auc.rows), *(figure.words() for figure in figures)]


def _groups(result: Result, what: str, field: str) -> list[Table]:
    """One table a set: shares that are moderate or more, a line a group, a column a screen."""
    found: list[Table] = []
    for name in dict.fromkeys(each.rows for each in result.measured):
        by_screen: dict[str, Mapping[str, Figure]] = {
            each.screen: getattr(each, field) for each in result.measured if each.rows == name
        }
        groups = by_screen[SCREENS[-1]]
        if len(groups) < 2 and what == "language":
            continue
        lines = [
            [group, str(figure.rows), *(by_screen[screen][group].words() for screen in by_screen)]
            for group, figure in groups.items()
        ]
        found.append((f"{name}: share that is moderate or more, by {what}", (what, "rows", *by_screen), lines))
    return found


def save(result: Result, json_file: Path) -> None:
    """Write the JSON, and the Markdown beside it."""
    json_file.parent.mkdir(parents=True, exist_ok=True)
    json_file.write_bytes(as_json(result))
    page = "\n\n".join(["# Safety benchmark", *markdown_tables(tables(result))]) + "\n"
    json_file.with_suffix(".md").write_text(page, encoding="utf-8")


def as_json(result: Result) -> bytes:
    """Figures that could not be measured are null."""
    return msgspec.json.format(msgspec.json.encode(result), indent=1) + b"\n"
