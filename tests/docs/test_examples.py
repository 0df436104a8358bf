"""Every example in README and docs does what the page says.

The blocks of a page are run in their order, in an empty working folder. `python` blocks share one namespace; `console`
blocks are typed into a shell and their output compared (`...` stands for anything); `yaml` blocks are settings files
that must be valid; `sh` blocks are for people. A block with `title="NAME"` is a file of that name, there for the blocks
after it; `pyproject.toml` has to be one that setuptools takes. No variable is set that a reader would not have. Where a
page speaks of http://127.0.0.1:8484 a gateway is running.
"""

import doctest
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from sybil import Document, Example, Region
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.markdown import CodeBlockParser, SkipParser
from sybil.parsers.markdown.lexers import FencedCodeBlockLexer

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
SAME = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
LONGEST_COMMAND_S = 150
GATEWAY = "http://127.0.0.1:8484"
FILES = FencedCodeBlockLexer(r'\w+ title="(?P<file>[\w.]+)"')

run_python = PythonEvaluator()


def environment() -> dict[str, str]:
    """What commands find: Segue on the path, and the working folder as a place of installed packages."""
    path = os.pathsep.join([str(BIN), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "COLUMNS": "120", "NO_COLOR": "1", "PYTHONPATH": str(Path.cwd())}


@contextmanager
def gateway() -> Iterator[str]:
    """`segue serve` on a free port, with the settings of the working folder; its address."""
    command = [str(BIN / "segue"), "serve", "--port", "0"]
    with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            said = re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())
            assert said is not None
            yield said[0]
        finally:
            process.terminate()


def at_gateway(example: Example) -> str:
    """The example's source, with the address of a gateway that is running in place of the one that people read."""
    source = str(example.parsed)
    if GATEWAY not in source:
        return source
    if "gateway" not in example.namespace:
        example.namespace["gateway"] = example.namespace["opened"].enter_context(gateway())
    return source.replace(GATEWAY, example.namespace["gateway"])


def steps(text: str) -> Iterator[tuple[str, str]]:
    """The commands of a console block, each with the output that the page shows beneath it."""
    for part in f"\n{text}".split("\n$ ")[1:]:
        lines = part.splitlines()
        more = next((i for i, line in enumerate(lines[1:], 1) if not line.startswith("> ")), len(lines))
        command = "\n".join([lines[0], *(line.removeprefix("> ") for line in lines[1:more])])
        yield command, "".join(f"{line}\n" for line in lines[more:])


def type_into_shell(example: Example) -> str | None:
    """Run each command of a console block; the difference, if what it prints is not what the page says."""
    for command, expected in steps(at_gateway(example)):
        done = subprocess.run(
            ["bash", "-c", command],
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=LONGEST_COMMAND_S,
            check=False,
        )
        if not doctest.OutputChecker().check_output(expected, done.stdout, SAME):
            return f"$ {command}\nshould print\n{expected}but prints (exit status {done.returncode})\n{done.stdout}"
    return None


def execute(example: Example) -> None:
    """Run a Python block in the namespace of its page."""
    example.parsed = type(example.parsed)(at_gateway(example), example.parsed.offset, example.parsed.line_offset)
    run_python(example)


def validate_settings(example: Example) -> str | None:
    """Load a YAML block as the configuration file that it shows."""
    return validate(Path("example.yaml"), str(example.parsed))


def validate(file: Path, text: str) -> str | None:
    file.write_text(text, encoding="utf-8")
    command = [str(BIN / "segue"), "config", "validate", "--config", str(file)]
    done = subprocess.run(
        command, env=environment(), capture_output=True, text=True, timeout=LONGEST_COMMAND_S, check=False
    )
    return None if done.returncode == 0 else f"{shlex.join(command)}\n{done.stdout}{done.stderr}"


def put_in_place(example: Example) -> str | None:
    """Write the file that a block shows; settings have to be valid, and a package is installed."""
    file = Path(example.region.lexemes["file"])
    if file.suffix == ".yaml":
        return validate(file, str(example.parsed))
    file.write_text(str(example.parsed), encoding="utf-8")
    return describe_package() if Path("pyproject.toml").exists() else None


def describe_package() -> str | None:
    """Have setuptools describe the package in the working folder, as it does when it is installed; what it refuses.

    It is asked again after every file: whoever follows the page may install at any point.
    """
    command = [sys.executable, "-c", "import setuptools; setuptools.setup()", "--quiet", "egg_info"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST_COMMAND_S, check=False)
    return None if done.returncode == 0 else f"the package cannot be installed:\n{done.stderr}"


def files(document: Document) -> Iterable[Region]:
    """Blocks that show a file."""
    for region in FILES(document):
        region.parsed, region.evaluator = region.lexemes["source"], put_in_place
        yield region


def documents() -> dict[str, Document]:
    """README and every page that somebody wrote, by path."""
    parsers = (
        CodeBlockParser("python", execute),
        CodeBlockParser("console", type_into_shell),
        CodeBlockParser("yaml", validate_settings),
        files,
        SkipParser(),
    )
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return {page.relative_to(ROOT).as_posix(): Document.parse(str(page), *parsers) for page in pages}


PAGES = documents()


@pytest.mark.parametrize("page", [name for name, document in PAGES.items() if [*document.examples()]])
def test_examples_of_the_page_do_what_it_says(page: str) -> None:
    """Whoever copies an example from the documentation sees what the documentation shows."""
    namespace = PAGES[page].namespace
    with ExitStack() as namespace["opened"]:
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
