"""Every example in README and docs does what the page says.

`python` blocks of a page are run one after the other in one namespace; `console` blocks are typed into a shell and
their output compared (`...` stands for anything); `yaml` blocks are settings files that must be valid; `sh` blocks are
for people.
"""

import doctest
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sybil import Document, Example
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser

ROOT = Path(__file__).parents[2]
SAME = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
LONGEST_COMMAND_S = 50


def steps(text: str) -> Iterator[tuple[str, str]]:
    """The commands of a console block, each with the output that the page shows beneath it."""
    for part in f"\n{text}".split("\n$ ")[1:]:
        lines = part.splitlines()
        more = next((i for i, line in enumerate(lines[1:], 1) if not line.startswith("> ")), len(lines))
        command = "\n".join([lines[0], *(line.removeprefix("> ") for line in lines[1:more])])
        yield command, "".join(f"{line}\n" for line in lines[more:])


def type_into_shell(example: Example) -> str | None:
    """Run each command of a console block; the difference, if what it prints is not what the page says."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    for command, expected in steps(str(example.parsed)):
        done = subprocess.run(
            ["bash", "-c", command],
            env={**os.environ, "PATH": path, "COLUMNS": "120", "NO_COLOR": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=LONGEST_COMMAND_S,
            check=False,
        )
        if not doctest.OutputChecker().check_output(expected, done.stdout, SAME):
            return f"$ {command}\nshould print\n{expected}but prints (exit status {done.returncode})\n{done.stdout}"
    return None


def validate_settings(example: Example) -> str | None:
    """Load a YAML block as the configuration file that it shows."""
    file = Path("example.yaml")
    file.write_text(str(example.parsed), encoding="utf-8")
    command = [str(Path(sys.executable).parent / "segue"), "config", "validate", "--config", str(file)]
    environment = {**os.environ, "WORK_API_KEY": "not-a-key"}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=LONGEST_COMMAND_S, check=False
    )
    return None if done.returncode == 0 else f"{shlex.join(command)}\n{done.stdout}{done.stderr}"


def documents() -> dict[str, Document]:
    """README and every page that somebody wrote, by path."""
    parsers = (
        PythonCodeBlockParser(),
        CodeBlockParser("console", type_into_shell),
        CodeBlockParser("yaml", validate_settings),
        SkipParser(),
    )
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return {page.relative_to(ROOT).as_posix(): Document.parse(str(page), *parsers) for page in pages}


PAGES = documents()


@pytest.mark.parametrize("page", [name for name, document in PAGES.items() if [*document.examples()]])
def test_examples_of_the_page_do_what_it_says(page: str) -> None:
    """Whoever copies an example from the documentation sees what the documentation shows."""
    for example in PAGES[page].examples():
        example.evaluate()


@pytest.mark.parametrize("program", sorted((ROOT / "examples").glob("*.py")), ids=lambda path: path.name)
def test_example_program_runs(program: Path) -> None:
    """Every program under examples/ runs as it is, without a key or a network."""
    done = subprocess.run(
        [sys.executable, str(program)], capture_output=True, text=True, timeout=LONGEST_COMMAND_S, check=False
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout
