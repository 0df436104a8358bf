"""The page on choosing a model says what the predictions say, recomputed from real headers."""

import re
from pathlib import Path

import pytest

from segue.machine.headers import read_shape
from segue.machine.needs import LoadPlan
from segue.machine.prediction import predict
from segue.machine.sizes import gb
from segue.machine.weights import DEMONSTRATION
from tests.support.large_models import qwen_7b

PLAN = LoadPlan("llama_cpp", context_tokens=4096)


@pytest.fixture
def page(repository: Path) -> str:
    return (repository / "docs" / "local" / "choosing.md").read_text(encoding="utf-8")


def test_worked_example_is_what_the_real_header_comes_to(page: str, demonstration_home: Path) -> None:
    """Each part of the table, and the sum below it, for the demonstration model's own file."""
    need = predict(read_shape(DEMONSTRATION.path_in(demonstration_home)), PLAN)
    told = dict(re.findall(r"^\| ([a-z ]+) \| ((?:about )?[\d,]+(?: million)?) \|", page, re.MULTILINE))
    assert told == {
        "weights": f"{need.weights_bytes:,}",
        "keys and values": f"{need.cache_bytes:,}",
        "working memory": f"about {need.working_bytes / 1e6:.0f} million",
        "the process itself": f"about {round(need.runtime_bytes, -7) / 1e6:.0f} million",
    }
    assert f"Together that is {gb(need.steady_bytes)}" in page


def test_two_copies_take_what_the_page_says(page: str, tmp_path: Path) -> None:
    """A file of seven billion parameters, mapped and read."""
    shape = read_shape(qwen_7b(tmp_path, "Q4_K_M"))
    mapped = predict(shape, PLAN, processor="x86_64")
    read = predict(shape, LoadPlan("llama_cpp", 4096, maps_file=False), processor="x86_64")
    words = " ".join(page.split())
    assert f"a file of {gb(shape.file_bytes)}, takes {gb(mapped.steady_bytes)} with 4,096 tokens" in words
    assert f"it is read once and takes {gb(read.steady_bytes)}" in words
