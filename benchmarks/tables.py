"""Tables as people read them: on the terminal and in Markdown."""

import math
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table as RichTable

NONE = "–"
"""What stands where there is nothing to say."""
Table = tuple[str, Sequence[str], Sequence[Sequence[str]]]
"""Title, head, lines; one cell a column."""


def number(value: float | None, digits: int) -> str:
    """A figure as it is shown; what is unknown, or not a number, is a dash."""
    return NONE if value is None or math.isnan(value) else f"{value:,.{digits}f}"


def show_tables(tables: Sequence[Table], console: Console) -> None:
    """Print them, those without lines left out."""
    for title, head, lines in _filled(tables):
        table = RichTable(*head, title=title, title_justify="left")
        for line in lines:
            table.add_row(*line)
        console.print(table)


def markdown_tables(tables: Sequence[Table]) -> list[str]:
    """One part of a page a table, those without lines left out."""
    parts: list[str] = []
    for title, head, lines in _filled(tables):
        rule = "|".join("---" for _ in head)
        body = "\n".join(f"| {' | '.join(line)} |" for line in lines)
        parts.append(f"## {title}\n\n| {' | '.join(head)} |\n|{rule}|\n{body}")
    return parts


def _filled(tables: Sequence[Table]) -> list[Table]:
    return [table for table in tables if table[2]]
