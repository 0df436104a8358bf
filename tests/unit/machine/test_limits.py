"""Limits on memory and processors are read from control groups in both versions, and from the process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from segue.machine.facts import within
from segue.machine.limits import MemoryLimit, memory_limits, usable_processors

GIB = 2**30


def put(root: Path, files: dict[str, str]) -> Path:
    """A tree of files as the kernel would show it."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{text}\n")
    return root


def test_second_version_counts_every_group_above(tmp_path: Path) -> None:
    """The limit of a service's slice holds for the service; cache that was not used lately counts as free."""
    root = put(
        tmp_path,
        {
            "proc/self/cgroup": "0::/work.slice/segue.service",
            "sys/fs/cgroup/work.slice/memory.max": str(4 * GIB),
            "sys/fs/cgroup/work.slice/memory.current": str(3 * GIB),
            "sys/fs/cgroup/work.slice/memory.stat": f"anon 1\ninactive_file {2 * GIB}",
            "sys/fs/cgroup/work.slice/segue.service/memory.max": "max",
        },
    )
    assert memory_limits(root) == (MemoryLimit(4 * GIB, GIB, "control group"),)


def test_first_version_has_its_own_names_and_its_own_no_limit(tmp_path: Path) -> None:
    """In a container the group's path is the host's, and what is mounted is the container's own."""
    root = put(
        tmp_path,
        {
            "proc/self/cgroup": "5:memory:/docker/abc\n3:cpu,cpuacct:/docker/abc\n0::/",
            "sys/fs/cgroup/memory/memory.limit_in_bytes": str(2 * GIB),
            "sys/fs/cgroup/memory/memory.usage_in_bytes": str(GIB),
            "sys/fs/cgroup/memory/memory.stat": f"total_inactive_file {GIB // 2}",
            "sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us": "150000",
            "sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us": "100000",
        },
    )
    assert memory_limits(root) == (MemoryLimit(2 * GIB, GIB // 2, "control group"),)
    assert usable_processors(root) == min(2, len(os.sched_getaffinity(0)))
    (root / "sys/fs/cgroup/memory/memory.limit_in_bytes").write_text("9223372036854771712\n")
    assert memory_limits(root) == ()


def test_share_of_one_processor_is_one(tmp_path: Path) -> None:
    """Whoever may use half a processor has one, half the time."""
    root = put(tmp_path, {"proc/self/cgroup": "0::/", "sys/fs/cgroup/cpu.max": "50000 100000"})
    assert usable_processors(root) == 1


@pytest.mark.parametrize("text", ["", "garbage", "0::/../../etc", "a:b:c:d"])
def test_what_cannot_be_read_is_no_limit(tmp_path: Path, text: str) -> None:
    """A system without control groups, or with others than these, has no limit, and no error."""
    root = put(tmp_path, {"proc/self/cgroup": text})
    assert memory_limits(root) == ()
    assert usable_processors(root) >= 1


def test_limit_of_a_shell_is_read_from_the_process() -> None:
    """`ulimit -v` counts, as really set."""
    program = "from segue.machine.limits import memory_limits as m; print([(x.total_bytes, x.source) for x in m()])"
    told = subprocess.run(
        ["bash", "-c", f"ulimit -v {3 * GIB // 1024}; exec {sys.executable} -c '{program}'"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"({3 * GIB}, 'ulimit -v')" in told.stdout


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ((), (8, 6, None)),
        ((MemoryLimit(4, 1, "control group"),), (4, 3, "control group")),
        ((MemoryLimit(20, 0, "ulimit -v"),), (8, 6, None)),
        ((MemoryLimit(4, 0, "ulimit -v"), MemoryLimit(5, 4, "control group")), (4, 1, "ulimit -v")),
    ],
)
def test_narrowest_limit_is_what_there_is(
    limits: tuple[MemoryLimit, ...], expected: tuple[int, int, str | None]
) -> None:
    """Of installed memory and all limits the least counts, and so does the least that is left of any."""
    assert within(8, 6, limits) == expected
