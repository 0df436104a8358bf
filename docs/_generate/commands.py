"""Writes the page of commands from the command line itself: every command with its arguments and options."""

from __future__ import annotations

from collections.abc import Iterator

import typer
from click import Command, Group

from docstrings import block, one_line
from segue.cli import app


def render() -> str:
    """One section a command, in the order of `segue --help`."""
    lines: list[str] = []
    for path, command in _commands("segue", typer.main.get_command(app)):
        context = command.make_context(path, [], resilient_parsing=True)
        help_ = (command.help or "").split("\f")[0].strip()
        usage = " ".join(command.collect_usage_pieces(context))
        lines += ["", f"## {path}", "", help_, "", "```text", f"{path} {usage}", "```", ""]
        rows = [record for p in command.get_params(context) if (record := p.get_help_record(context))]
        if rows:
            lines += ["| Option | Meaning |", "| --- | --- |"]
            lines += [f"| `{one_line(name)}` | {one_line(text)} |" for name, text in rows]
    return block(lines)


def _commands(path: str, command: Command) -> Iterator[tuple[str, Command]]:
    """Every command that can be run, with the words that run it; groups only lead to theirs."""
    if not isinstance(command, Group):
        yield path, command
        return
    context = command.make_context(path, [], resilient_parsing=True)
    for name in command.list_commands(context):
        if (child := command.get_command(context, name)) and not child.hidden:
            yield from _commands(f"{path} {name}", child)
