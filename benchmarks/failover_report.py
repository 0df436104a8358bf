"""What a run of failover.py has found: one row a fault, form and gateway, the goals, and both as people read them."""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import msgspec
from rich.console import Console

from faults import FAULTS, HEALTHY, Form
from hearing import Outcome
from tables import NONE, Table, markdown_tables, number, show_tables
from verdict import Goal

JUDGED = "segue"
_WHAT = {fault.name: fault.what for fault in FAULTS}
_BEFORE_WORDS = frozenset(fault.name for fault in FAULTS if not fault.breaks_off and fault is not HEALTHY)
_FORMS: Mapping[Form, str] = {"stream": "stream", "plain": "whole"}


@dataclass(frozen=True, slots=True)
class Trial:
    """One turn that met a fault. Times are seconds from the request."""

    gateway: str
    fault: str
    form: Form
    outcome: Outcome
    status: int
    first_text_s: float | None
    ended_s: float
    pause_s: float | None
    """The longest wait for words since the last before the model broke off; None where none followed."""
    calls: int
    """Requests that reached the provider's models."""


@dataclass(frozen=True, slots=True)
class Row:
    """All turns of one gateway with one fault, in one form."""

    gateway: str
    fault: str
    form: Form
    outcomes: Mapping[str, int]
    """How many answers came to what, the most common first."""
    first_text_ms: float | None
    """Median, of the answers that were whole."""
    added_ms: float | None
    """Faults before the first word: median of the time to it, beyond the same gateway's without a fault."""
    pause_s: float | None
    """The longest, of the answers that were whole."""
    text_within_s: float | None
    """The longest wait for the first text, of the answers that were whole."""
    ended_s: float
    """Median of the time to the end of the answer, or of the waiting."""
    calls: int
    """The most requests that one turn sent to the provider's models."""

    @property
    def is_whole(self) -> bool:
        """Whether every answer was whole and came once."""
        return list(self.outcomes) == [Outcome.WHOLE]

    def what(self) -> str:
        """The outcomes in words."""
        if len(self.outcomes) == 1:
            return next(iter(self.outcomes))
        return ", ".join(f"{count} × {outcome}" for outcome, count in self.outcomes.items())


@dataclass(frozen=True, slots=True)
class Result:
    """All that one run has found."""

    about: Mapping[str, str | int]
    method: Mapping[str, str | int | float]
    versions: Mapping[str, str]
    missing: Mapping[str, str]
    rows: Sequence[Row]
    goals: Sequence[Goal]
    settings: Mapping[str, str]
    """What each gateway was told, without the numbers of ports."""


def rows_of(trials: Sequence[Trial]) -> list[Row]:
    """One row for each fault, form and gateway, in the order of `FAULTS`."""
    names = [fault.name for fault in FAULTS]
    keys = dict.fromkeys((trial.fault, trial.form, trial.gateway) for trial in trials)
    lots = {
        key: [trial for trial in trials if (trial.fault, trial.form, trial.gateway) == key]
        for key in sorted(keys, key=lambda key: (names.index(key[0]), key[1] != "stream"))
    }
    return [_row(lot, lots.get((HEALTHY.name, form, gateway), [])) for (_, form, gateway), lot in lots.items()]


def _row(lot: Sequence[Trial], healthy: Sequence[Trial]) -> Row:
    whole = [trial for trial in lot if trial.outcome is Outcome.WHOLE]
    waits = [trial.first_text_s for trial in whole if trial.first_text_s is not None]
    usual = [trial.first_text_s for trial in healthy if trial.first_text_s is not None]
    pauses = [trial.pause_s for trial in whole if trial.pause_s is not None]
    first = lot[0]
    is_delayed = first.fault in _BEFORE_WORDS and waits and usual
    return Row(
        gateway=first.gateway,
        fault=first.fault,
        form=first.form,
        outcomes=dict(Counter(_in_words(trial) for trial in lot).most_common()),
        first_text_ms=1000 * median(waits) if waits else None,
        added_ms=1000 * (median(waits) - median(usual)) if is_delayed else None,
        pause_s=max(pauses, default=None),
        text_within_s=max(waits, default=None),
        ended_s=median(trial.ended_s for trial in lot),
        calls=max(trial.calls for trial in lot),
    )


def _in_words(trial: Trial) -> str:
    if trial.outcome is not Outcome.ERROR:
        return str(trial.outcome)
    return f"error {trial.status}" if trial.status != 200 else "error in place of words"


def goals_of(rows: Sequence[Row], others: Sequence[str]) -> list[Goal]:
    """The goals for a model's failure, the worst form counting. What was not whole every time has no figure."""

    def goal(what: str, limit: float, fault: str, figure: Callable[[Row], float | None]) -> Goal:
        def of(gateway: str) -> float:
            mine = [row for row in rows if (row.gateway, row.fault) == (gateway, fault)]
            figures = [figure(row) if row.is_whole else None for row in mine]
            return max((math.nan if each is None else each for each in figures), default=math.nan, key=_unknown_first)

        measured = of(JUDGED)
        return Goal(what, f"≤ {limit:g}", measured, measured <= limit, {name: of(name) for name in others})

    before = [
        goal(f"{_WHAT[fault]}: added to the first text (median ms)", 50.0, fault, lambda row: row.added_ms)
        for fault in ("refused", "error-500", "error-503")
    ]
    pauses = [
        goal(f"{_WHAT[fault]}: pause between the words (s, longest)", limit_s, fault, lambda row: row.pause_s)
        for fault, limit_s in (("cut", 1.0), ("error-event", 1.0), ("ended", 1.0), ("stalled", 5.0))
    ]
    silent = goal(f"{_WHAT['silent']}: text within (s, longest)", 5.0, "silent", lambda row: row.text_within_s)
    return [*before, silent, *pauses]


def _unknown_first(figure: float) -> float:
    return math.inf if math.isnan(figure) else figure


def show(result: Result, console: Console) -> None:
    """Print the tables."""
    show_tables(_tables(result), console)


def save(result: Result, json_file: Path) -> Sequence[Path]:
    """Write the JSON, and the Markdown beside it under the same name; returns the files."""
    json_file.parent.mkdir(parents=True, exist_ok=True)
    json_file.write_bytes(msgspec.json.format(msgspec.json.encode(result), indent=1) + b"\n")
    parts = ["# When a model fails", *markdown_tables(_tables(result)), "## Settings"]
    parts += [f"### {name}\n\n```\n{settings.strip()}\n```" for name, settings in result.settings.items()]
    markdown = json_file.with_suffix(".md")
    markdown.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    return json_file, markdown


def _tables(result: Result) -> list[Table]:
    facts = {**result.about, **result.versions, **result.missing, **result.method}
    gateways = list(result.versions)
    others = [name for name in gateways if name != JUDGED]
    return [
        ("Measured on", ("what", "value"), [[name, str(value)] for name, value in facts.items()]),
        ("Who brings the answer", ("fault", "asked for", *gateways), _who(result.rows, gateways)),
        ("Figures", [name for name, _ in _COLUMNS], [[cell(row) for _, cell in _COLUMNS] for row in result.rows]),
        (
            "Goals of Segue",
            ("what", "wanted", "measured", "reached", *others),
            [
                [goal.what, goal.wanted, number(goal.measured, 2), "yes" if goal.reached else "no"]
                + [number(goal.others[name], 2) for name in others]
                for goal in result.goals
            ],
        ),
    ]


_COLUMNS: tuple[tuple[str, Callable[[Row], str]], ...] = (
    ("fault", lambda row: row.fault),
    ("asked for", lambda row: _FORMS[row.form]),
    ("gateway", lambda row: row.gateway),
    ("turns", lambda row: str(sum(row.outcomes.values()))),
    ("first text ms", lambda row: number(row.first_text_ms, 1)),
    ("added ms", lambda row: number(row.added_ms, 1)),
    ("text within s", lambda row: number(row.text_within_s, 2)),
    ("longest pause s", lambda row: number(row.pause_s, 2)),
    ("end after s", lambda row: number(row.ended_s, 2)),
    ("most calls", lambda row: str(row.calls)),
)


def _who(rows: Sequence[Row], gateways: Sequence[str]) -> list[list[str]]:
    by_key = {(row.fault, row.form, row.gateway): row for row in rows}
    return [
        [_WHAT[fault], _FORMS[form], *(_brief(by_key.get((fault, form, gateway))) for gateway in gateways)]
        for fault, form in dict.fromkeys((row.fault, row.form) for row in rows)
    ]


def _brief(row: Row | None) -> str:
    """What came and how soon, in one cell."""
    if row is None:
        return NONE
    if not row.is_whole:
        return f"{row.what()} ({row.ended_s:.1f} s)"
    if row.pause_s is not None:
        return f"{row.what()}; pause {row.pause_s:.2f} s"
    if row.added_ms is None:
        return f"{row.what()}; {number(row.first_text_ms, 1)} ms"
    return f"{row.what()}; {row.added_ms:+,.0f} ms"
