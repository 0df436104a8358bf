"""The bounds on memory, as they are on the machine that runs the tests."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psutil
import pytest

from segue.machine.admission import OWN_LIMIT
from segue.machine.bounds import memory_bounds, own_bytes, taken_bytes

HOG = "import sys; held = b'1' * int(sys.argv[1]); print(flush=True); sys.stdin.read()"
"""Takes so much memory, says so, and holds it until its input ends."""
TAKEN_BYTES = 100_000_000


def test_machine_s_memory_bounds_loads() -> None:
    """What the system calls available counts, beside what is to be left alone."""
    before_bytes = psutil.virtual_memory().available
    machine = memory_bounds(reserve_bytes=7)[0]
    least, most = sorted((before_bytes, psutil.virtual_memory().available))  # others take and give all the time
    assert (machine.source, machine.counts, machine.reserve_bytes) == ("machine", "own", 7)
    assert 0.9 * least < machine.available_bytes < 1.1 * most


@contextmanager
def no_files() -> Iterator[None]:
    """A process that may open no file more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_without_files_to_open_memory_is_unknown() -> None:
    """A moment without open files raises nothing: what cannot be read bounds nothing. Covers R8.4."""
    with no_files():
        bounds = memory_bounds(limit_bytes=10**9)
        taken = taken_bytes(os.getpid())
    assert not [bound for bound in bounds if bound.counts in {"own", "resident"}]
    assert taken == (0, 0)


def test_own_limit_counts_what_this_process_will_take_soon() -> None:
    """Its own part counts with what it grows to, and only with that once it has grown."""
    soon_bytes = psutil.Process().memory_info().rss + TAKEN_BYTES
    now, soon, grown = (
        memory_bounds(limit_bytes=10**9, own_least_bytes=least)[-1].available_bytes for least in (0, soon_bytes, 1)
    )
    assert now - soon == pytest.approx(TAKEN_BYTES, abs=10_000_000)
    assert grown == pytest.approx(now, abs=10_000_000)


def test_own_limit_counts_all_that_segue_started() -> None:
    """Memory of a process that was started counts against the limit of the settings, and is free again at its end."""
    limit_bytes = own_bytes() + 2 * TAKEN_BYTES
    command = (sys.executable, "-c", HOG, str(TAKEN_BYTES))
    before = memory_bounds(reserve_bytes=10**9, limit_bytes=limit_bytes)[-1]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        held = memory_bounds(limit_bytes=limit_bytes)[-1]
        process.communicate()
    after = memory_bounds(limit_bytes=limit_bytes)[-1]
    assert (before.source, before.counts) == (OWN_LIMIT, "resident")
    assert before.reserve_bytes == round(limit_bytes * 0.05)
    assert before.available_bytes - held.available_bytes == pytest.approx(TAKEN_BYTES, abs=30_000_000)
    assert after.available_bytes == pytest.approx(before.available_bytes, abs=10_000_000)
