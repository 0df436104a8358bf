"""What lives long is moved to huge pages, and nothing else."""

from __future__ import annotations

import subprocess
import sys

import pytest

from segue.server.huge_pages import HUGE_BYTES, own_ranges

MAPS = """\
55d000000000-55d000400000 r-xp 00000000 fe:00 123                        /usr/bin/python3.11
55d000500000-55d000b00000 rw-p 00000000 00:00 0                          [heap]
7f0000a00000-7f0000e00000 rw-p 00000000 00:00 0
7f0001000000-7f0001400000 rw-s 00000000 00:01 77                         /memfd:shared (deleted)
7f0001500000-7f0001600000 rw-p 00000000 00:00 0
7f0002000000-7f0002400000 rw-p 00000000 fe:00 124                        /usr/lib/a file.so
7ffc00000000-7ffc00800000 rw-p 00000000 00:00 0                          [stack]
"""

MOVING = """
import mmap
from segue.server.huge_pages import HUGE_BYTES, move_to_huge_pages

def resident():
    with open("/proc/self/smaps_rollup") as told:
        return {line.split()[0]: int(line.split()[1]) * 1024 for line in list(told)[1:]}

memory = mmap.mmap(-1, 32 * HUGE_BYTES, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
for place in range(0, 8 * HUGE_BYTES, 4096):
    memory[place] = 1
memory[16 * HUGE_BYTES] = 1
before = resident()
moved = move_to_huge_pages()
after = resident()
assert memory[0] == memory[4096] == memory[16 * HUGE_BYTES] == 1
print(moved, after["AnonHugePages:"] - before["AnonHugePages:"], after["Rss:"] - before["Rss:"])
"""


def test_only_the_programs_own_data_can_be_moved() -> None:
    """The heap and what has no name, by whole huge pages; no file, nothing shared, no stack."""
    assert [(found.start, found.stop) for found in own_ranges(MAPS.splitlines()) if found] == [
        (0x55D000600000, 0x55D000A00000),
        (0x7F0000A00000, 0x7F0000E00000),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's huge pages")
def test_what_is_in_memory_is_moved_and_the_process_does_not_grow() -> None:
    """What was full lies in huge pages and holds what it held; what was almost empty takes no more than before."""
    done = subprocess.run([sys.executable, "-c", MOVING], check=True, capture_output=True, text=True)
    moved, huge_bytes, grown_bytes = (int(word) for word in done.stdout.split())
    if not moved:
        pytest.skip("this kernel has no MADV_COLLAPSE, or huge pages are switched off")
    assert huge_bytes == moved >= 7 * HUGE_BYTES
    assert grown_bytes < HUGE_BYTES
