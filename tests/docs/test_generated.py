"""The tools that write the generated pages."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture
def generate(repository: Path) -> Path:
    return repository / "docs" / "_generate"


def run_tool(folder: Path, code: str) -> str:
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=150)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_requirements_page_finds_the_tests_that_cover_a_behaviour(generate: Path, tmp_path: Path) -> None:
    """A docstring that says `Covers R5.1 and R5.2.` proves both."""
    tests = tmp_path / "tests"
    tests.mkdir()
    text = 'async def test_a() -> None:\n    """It goes on.\n\n    Covers R5.1, R5.2.\n    """\n'
    (tests / "test_it.py").write_text(text, encoding="utf-8")

    code = f"import pathlib, requirements; print(requirements.proofs(pathlib.Path({str(tests)!r})))"

    proof = "Proof(file='tests/test_it.py', name='test_a', sentence='It goes on.')"
    assert run_tool(generate, code).strip().endswith(f"{{'R5.1': [{proof}], 'R5.2': [{proof}]}})")


def test_forty_behaviours_are_listed(generate: Path) -> None:
    """The page of requirements has every behaviour that was asked for."""
    code = "import requirements; print(requirements.render().count('**R'))"

    assert run_tool(generate, code).strip() == "40"


def test_the_classifiers_page_has_the_figures_of_the_weights_in_the_package(repository: Path) -> None:
    """Whoever trains it anew measures it anew, and the page says the version that is installed."""
    weights = repository / "src" / "segue" / "safety" / "weights" / "risk.json"
    version = json.loads(weights.read_text(encoding="utf-8"))["version"]
    assert json.loads((repository / "benchmarks" / "results" / "safety.json").read_bytes())["classifier"] == version
    page = (repository / "docs" / "safety" / "classifier.md").read_text(encoding="utf-8")
    assert set(re.findall(r"segue-risk-\d+\+\w+", page)) == {version}


def test_site_that_fetches_from_elsewhere_is_found(generate: Path, tmp_path: Path) -> None:
    """A font, script or picture from another host fails `make docs`; a link that a reader follows does not."""
    fetched = '<link href="https://fonts.test/x.css" rel="stylesheet"><script src="//cdn.test/a.js"></script>'
    followed = '<a href="https://good.test">read</a><link rel="canonical" href="https://me.test">'
    (tmp_path / "a.html").write_text(fetched + followed)
    (tmp_path / "a.css").write_text("@font-face { src: url('https://fonts.test/y.woff2') } a { color: red }")

    code = f"import pathlib, foreign; print(*foreign.foreign_addresses(pathlib.Path({str(tmp_path)!r})), sep='\\n')"

    assert run_tool(generate, code).splitlines() == [
        "a.html: https://fonts.test/x.css",
        "a.html: //cdn.test/a.js",
        "a.css: https://fonts.test/y.woff2",
    ]
