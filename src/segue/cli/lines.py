"""Findings as lines: what was looked at, how it is, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

import typer

from segue.domain.foreign_text import shown_lines

LineState: TypeAlias = Literal["ok", "note", "missing", "wrong"]
_MARKS: dict[LineState, str] = {"ok": "ok     ", "note": "note   ", "missing": "missing", "wrong": "WRONG  "}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at; `do` says what to do, empty when there is nothing to do."""

    what: str
    state: LineState
    found: str
    do: str = ""


def print_lines(lines: Iterable[Line]) -> None:
    """One line a finding, and one more where there is something to do."""
    for line in lines:
        typer.echo(shown_lines(f"{_MARKS[line.state]}  {line.what}: {line.found}"))
        if line.do:
            typer.echo(shown_lines(f"         -> {line.do}"))
