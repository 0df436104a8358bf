"""Each seam is complete: its built-ins can be loaded, are tested by its suite, and are known to no one else."""

import importlib
import importlib.util
import inspect
import pkgutil
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import grimp
import pytest

import segue
from segue.plugins import Seam

ABOVE_THE_SEAMS = ("pipeline", "evaluation", "catalog", "observe", "accounting")
INDEPENDENT = ("segue.criteria", "segue.checks")
"""Seams whose implementations must not know each other; providers may build on one another."""


def seams() -> dict[str, Seam[object]]:
    """Every seam that a contract declares, by its entry point group."""
    names = (f"segue.{room.name}.contract" for room in pkgutil.iter_modules(segue.__path__) if room.ispkg)
    contracts = (importlib.import_module(name) for name in names if importlib.util.find_spec(name))
    return {
        value.group: value for contract in contracts for value in vars(contract).values() if isinstance(value, Seam)
    }


SEAMS = seams()
BUILTINS = [(group, name) for group, seam in SEAMS.items() for name in seam.builtins]


def implementation(group: str, name: str) -> str:
    return SEAMS[group].builtins[name].partition(":")[0]


@cache
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("segue", cache_dir=None)


@cache
def collected_conformance_tests(repository: Path) -> str:
    """What pytest would run of the conformance suites, one test a line."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", "tests/conformance"]
    return subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False, timeout=150).stdout


def test_the_seams_are_those_that_the_documentation_names() -> None:
    """Providers, criteria, checks, journals and caches can be added without changing Segue."""
    assert sorted(SEAMS) == ["segue.caches", "segue.checks", "segue.criteria", "segue.journals", "segue.providers"]


@pytest.mark.parametrize(("group", "name"), BUILTINS)
def test_every_built_in_can_be_loaded_and_says_what_it_is(group: str, name: str) -> None:
    """No table names something that is not there."""
    assert inspect.getdoc(SEAMS[group].load(name))


@pytest.mark.parametrize(("group", "name"), BUILTINS)
def test_every_built_in_is_run_by_its_conformance_suite(group: str, name: str, repository: Path) -> None:
    """Whatever is registered keeps the contract of its seam."""
    suite = f"tests/conformance/test_{group.removeprefix('segue.')}.py"
    ids = re.findall(rf"^{re.escape(suite)}::\S+\[(.+)\]$", collected_conformance_tests(repository), re.MULTILINE)

    assert any(name in re.split(r"[-:]", id_) for id_ in ids), f"{suite} runs nothing with '{name}' in its id"


@pytest.mark.parametrize(("group", "name"), BUILTINS)
def test_no_room_above_a_seam_imports_an_implementation(group: str, name: str) -> None:
    """A new implementation needs no change in the rooms that use its seam."""
    importers = graph().find_modules_that_directly_import(implementation(group, name))

    assert {module for module in importers if module.split(".")[1] in ABOVE_THE_SEAMS} == set()


@pytest.mark.parametrize("group", INDEPENDENT)
def test_criteria_and_checks_do_not_know_each_other(group: str) -> None:
    """Each criterion and each check can be read, changed and removed by itself."""
    modules = {implementation(group, name) for name in SEAMS[group].builtins}

    assert {(a, b) for a in modules for b in graph().find_modules_directly_imported_by(a) if b in modules} == set()
