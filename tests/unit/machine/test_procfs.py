"""Files of `/proc` are read as the kernel writes them, and what cannot be read is unknown."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from segue.machine.procfs import ProcessFiles, ProcFiles, read_pressure
from segue.machine.readings import Pressure
from segue.machine.source import Memory, Pressures, ProcessorTime, Usage


def put(root: Path, files: dict[str, str]) -> Path:
    """A tree of files as the kernel would show it."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


def test_machine_is_read_from_its_files(tmp_path: Path) -> None:
    """Memory and swap in bytes, processor time without idling and without guests counted twice, pressure in shares."""
    machine = ProcFiles(
        put(
            tmp_path,
            {
                "proc/meminfo": "MemTotal: 1000 kB\nMemFree: 1 kB\nMemAvailable: 600 kB\n"
                "SwapTotal: 200 kB\nSwapFree: 150 kB\nHugePages_Total: 3\n",
                "proc/stat": "cpu  100 0 50 700 100 20 20 10 90 0\ncpu0 1 1 1 1\n",
                "proc/pressure/memory": "some avg10=12.50 avg60=5.00 avg300=1.00 total=9\n"
                "full avg10=2.00 avg60=1.00 avg300=0.00 total=3\n",
            },
        )
    )
    try:
        assert machine.memory() == Memory(1000 * 1024, 600 * 1024, 200 * 1024, 50 * 1024)
        assert machine.processor_time() == ProcessorTime(busy_s=2.0, total_s=10.0)
        assert machine.pressures() == Pressures(memory=Pressure(0.125, 0.05, 0.02))
    finally:
        machine.close()


def test_files_are_read_anew_each_time(tmp_path: Path) -> None:
    """A descriptor that stays open shows what the file says now; a file that comes later is found."""
    machine = ProcFiles(put(tmp_path, {"proc/meminfo": "MemTotal: 10 kB\n"}))
    assert machine.memory().installed_bytes == 10 * 1024
    assert machine.pressures().memory is None
    put(
        tmp_path, {"proc/meminfo": "MemTotal: 20 kB\n", "proc/pressure/memory": "some avg10=1 avg60=1 avg300=0 total=0"}
    )
    assert machine.memory().installed_bytes == 20 * 1024
    assert machine.pressures().memory == Pressure(0.01, 0.01, None)
    machine.close()


@pytest.mark.parametrize("told", [None, "", "full avg10=0.00 avg60=0.00 avg300=0.00 total=0"])
def test_pressure_that_is_not_told_is_unknown(told: str | None) -> None:
    """A kernel without it is not one without pressure."""
    assert read_pressure(told) is None


def test_process_with_a_wicked_name_is_read(tmp_path: Path) -> None:
    """A program may call itself anything, also with spaces and brackets."""
    after_name = "S 1 1 1 0 -1 4194304 100 0 0 0 250 50 0 0 20 0 4 0 100"
    files = put(tmp_path, {"stat": f"7 (a) (b c) {after_name}\n", "statm": "900 300 100 1 0 50 0\n"})
    process = ProcessFiles(files)
    ticks = os.sysconf("SC_CLK_TCK")
    assert process.usage() == Usage(300 * os.sysconf("SC_PAGE_SIZE"), 300 / ticks)
    assert process.unique_bytes() is None
    process.close()


def test_ended_process_is_gone_and_stays_so() -> None:
    """Also while it is a zombie, which still has files, and after it, when another process may get its number."""
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    process = ProcFiles().worker(child.pid)
    assert process.usage() is not None
    child.kill()
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    assert process.usage() is None
    child.communicate()
    assert (process.usage(), process.unique_bytes()) == (None, None)
    process.close()
