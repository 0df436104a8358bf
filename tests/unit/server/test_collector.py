"""When the garbage collector walks."""

import gc
import subprocess
import sys

from segue.server.collector import collector_at_rest

SETTLED = """
import gc
from segue.server.collector import collector_at_rest, settle_collector
with collector_at_rest():
    resting = gc.isenabled()
    made = [[number] for number in range(5_000)]
    settle_collector()
    print(resting, gc.isenabled(), gc.get_threshold()[0], gc.get_freeze_count() > 5_000)
print(gc.isenabled())
"""
"""In a process of its own: what is set aside stays so."""


def test_collector_rests_until_the_start_is_over_and_works_ever_after() -> None:
    """What was made till then is set aside, and young objects are looked at seldom."""
    program = [sys.executable, "-c", SETTLED]
    done = subprocess.run(program, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["False", "True", "10000", "True", "True"]


def test_collector_works_again_where_a_start_failed() -> None:
    """As in a program that goes on without a gateway."""
    assert gc.isenabled()
    with collector_at_rest():
        assert not gc.isenabled()
    assert gc.isenabled()
