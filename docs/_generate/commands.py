"""Writes the page of commands from the command line itself: every command with its arguments and options."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from docstrings import block, one_line
from segue.cli.root import app

Command: TypeAlias = TyperCommand | TyperGroup


def render() -> str:
    """One section a command, in the order of `segue --help`."""
    lines: list[str] = []
    for path, command in _commands("segue", get_command(app)):
        context = command.make_context(path, [], resilient_parsing=True)
        usage = " ".join(command.collect_usage_pieces(context))
        help_ = (command.help or "").split("\f")[0].strip()
        lines += ["", f"## {path}", "", help_, "", "```text", f"{path} {usage}", "```", ""]
        records = [parameter.get_help_record(context) for parameter in command.get_params(context)]
        rows = [f"| `{one_line(names)}` | {one_line(meaning)} |" for names, meaning in filter(None, records)]
        lines += ["| Option | Meaning |", "| --- | --- |", *rows]
    return block(lines)


def _commands(path: str, command: object) -> Iterator[tuple[str, Command]]:
    """Every command that can be run, with the words that run it; most groups only lead to theirs."""
    assert isinstance(command, Command)
    if not isinstance(command, TyperGroup) or command.invoke_without_command:
        yield path, command
    if not isinstance(command, TyperGroup):
        return
    context = command.make_context(path, [], resilient_parsing=True)
    for name in command.list_commands(context):
        child = command.get_command(context, name)
        if child is not None and not child.hidden:
            yield from _commands(f"{path} {name}", child)
