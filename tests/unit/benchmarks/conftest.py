"""What the tests of the benchmarks share."""

import importlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parents[3] / "benchmarks"


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Import a file of the benchmarks, as the benchmarks import each other."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module
