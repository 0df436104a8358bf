"""The project's files work anywhere: they name no machine, no index of packages and no secret."""

import re
from pathlib import Path

import pytest

KEYS = "something that looks like a key"
FORBIDDEN = {
    "a path of one machine": re.compile(r"(?<![\w.])/(?:mnt|work|home/(?!me/)\w+|root|Users/\w+)/[\w.]"),
    "an index of packages": re.compile(r"(?:pypi|pythonhosted|npmjs)\.(?:org|com)|--(?:extra-)?index-url|find-links"),
    KEYS: re.compile(r"\b(?:sk-(?:or-|ant-|proj-)\w{12,}|AKIA[0-9A-Z]{16}|ghp_\w{30,})"),
}
WRITTEN = {".git", ".venv", ".cache", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache"}
WRITTEN |= {".import_linter_cache", "site", "dist"}
EXEMPT = {"LICENSE", Path(__file__).name}


def project_files(repository: Path) -> list[Path]:
    """The text files of the source tree, without what the tools write into it."""
    tops = (top for top in repository.iterdir() if top.name not in WRITTEN)
    files = (
        path for top in tops for path in (top, *top.rglob("*")) if path.is_file() and "__pycache__" not in path.parts
    )
    return [path for path in files if path.name not in EXEMPT and b"\0" not in path.read_bytes()[:4096]]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_of_the_project_holds(what: str, repository: Path) -> None:
    """A clone works on any machine, with whatever index its user has configured."""
    found = [
        f"{path.relative_to(repository)}:{number}"
        for path in project_files(repository)
        if what != KEYS or "tests" not in path.relative_to(repository).parts  # tests plant keys and look for them
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if FORBIDDEN[what].search(line)
    ]

    assert found == []


def test_commands_are_spelled_out_in_the_makefile_alone(repository: Path) -> None:
    """CI, pre-commit and people run the same commands."""
    callers = [repository / ".ci" / "run", repository / ".pre-commit-config.yaml"]
    commands = re.compile(r"\b(?:pytest|ruff|mypy|lint-imports|mkdocs|cog)\b")

    assert [path.name for path in callers if commands.search(path.read_text(encoding="utf-8"))] == []
