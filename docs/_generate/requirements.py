"""Writes which test proves which requirement, from `Covers R5.1.` in the docstrings of the tests."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from docstrings import block, one_line

ROOT = Path(__file__).parents[2]
COVERS = re.compile(r"Covers ((?:R\d\.\d(?:, | and )?)+)\.?")


@dataclass(frozen=True, slots=True)
class Proof:
    """One test that covers a requirement."""

    file: str
    """Relative to the root of the source tree, with forward slashes."""
    name: str
    sentence: str
    """The behaviour, as the test's docstring says it, without the mark."""


def proofs(tests: Path = ROOT / "tests") -> dict[str, list[Proof]]:
    """The tests that cover each requirement, by its number, in the order of files and lines."""
    found: dict[str, list[Proof]] = defaultdict(list)
    for path in sorted(tests.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
                text = " ".join((ast.get_docstring(node) or "").split())
                for number in re.findall(r"R\d\.\d", " ".join(COVERS.findall(text))):
                    sentence = one_line(COVERS.sub("", text))
                    found[number].append(Proof(path.relative_to(tests.parent).as_posix(), node.name, sentence))
    return found


def render() -> str:
    """One section a group, one entry a requirement, its tests beneath it."""
    groups = tomllib.loads((Path(__file__).parent / "requirements.toml").read_text(encoding="utf-8"))
    covered = proofs()
    known = {number for group in groups.values() for number in group["behaviours"]}
    if unknown := sorted(set(covered) - known):
        raise ValueError(f"Tests cover {', '.join(unknown)}, which requirements.toml does not have.")
    lines = [f"{len(known & set(covered))} of {len(known)} behaviours are covered by at least one test.", ""]
    for name, group in groups.items():
        lines += [f"## {name} {group['title']}", ""]
        for number, text in group["behaviours"].items():
            lines += [f"**{number}** {text}", "", *_tests(covered.get(number, [])), ""]
    return block(lines)


def _tests(of: list[Proof]) -> list[str]:
    if not of:
        return ["- *no test yet*"]
    return [f"- {proof.sentence} (`{proof.file}`, `{proof.name}`)" for proof in of]
