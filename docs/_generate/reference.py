"""Writes the reference pages from the code: the public names, errors and events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import segue
import segue.errors
import segue.events
from docstrings import block, fields, first_line
from segue.errors import SegueError


def library() -> str:
    """One row a public name: what it is for."""
    rows = ["| Name | What it is for |", "| --- | --- |"]
    for name in segue.__all__:
        value = getattr(segue, name)
        rows.append(f"| `segue.{name}` | {first_line(value) if callable(value) else 'The installed version.'} |")
    return block(rows)


def errors() -> str:
    """One row an error class: what programs see, and what it means."""
    rows = ["| Error | `code` | HTTP | `type` | Try again | Meaning |", "| --- | --- | --- | --- | --- | --- |"]
    for error in _tree(SegueError):
        retry = "yes" if error.retryable else "no"
        shape = f"`{error.code}` | {error.http_status} | `{error.kind}` | {retry}"
        rows.append(f"| `{error.__name__}` | {shape} | {first_line(error)} |")
    return block(rows)


def _tree(root: type[SegueError]) -> Iterator[type[SegueError]]:
    """`root` and all beneath it that `segue.errors` declares, a parent before its children."""
    if root.__module__.startswith(f"{segue.errors.__name__}."):
        yield root
    for child in root.__subclasses__():
        yield from _tree(child)


def events() -> str:
    """One section an event: its fields with their types and meaning."""
    lines = []
    for event in get_args(segue.events.Event):
        lines += [
            f"## {event.__name__}",
            "",
            first_line(event),
            "",
            "| Field | Type | Meaning |",
            "| --- | --- | --- |",
        ]
        for field in fields(event):
            type_ = field.type.replace("|", r"\|")
            lines.append(f"| `{field.name}` | `{type_}` | {field.doc} |")
        lines.append("")
    return block(lines)
