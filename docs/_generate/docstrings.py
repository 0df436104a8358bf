"""Reads documentation out of the code, and shapes it for a page."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """One annotated attribute of a class, as its source writes it."""

    name: str
    type: str
    doc: str
    """The string beneath it on one line; empty where there is none."""


def first_line(of: object) -> str:
    """The first paragraph of a docstring on one line; empty where there is none."""
    return one_line((inspect.getdoc(of) or "").split("\n\n")[0])


def one_line(text: str) -> str:
    """`text` with every run of white space as one space, safe inside a Markdown table."""
    return " ".join(text.split()).replace("|", r"\|")


def block(lines: Iterable[str]) -> str:
    """Lines with the blank lines around them that Markdown wants between a comment and what follows it."""
    return "\n" + "\n".join(lines).strip("\n") + "\n\n"


def fields(of: type) -> list[Field]:
    """The attributes of a class with the strings beneath them, in the order of the source."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(of))).body[0]
    assert isinstance(tree, ast.ClassDef)
    pairs = zip(tree.body, [*tree.body[1:], ast.Pass()], strict=True)
    return [
        Field(statement.target.id, ast.unparse(statement.annotation), _text(after))
        for statement, after in pairs
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)
    ]


def _text(statement: ast.stmt) -> str:
    match statement:
        case ast.Expr(value=ast.Constant(value=str(text))):
            return one_line(text)
    return ""
