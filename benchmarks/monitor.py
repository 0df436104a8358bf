"""Measures what reading the machine costs, and how far its figures are from the kernel's.

`python benchmarks/monitor.py [--seconds 30] [--gb 1.0] [--json FILE]`. Four child processes stand for workers: two map
a file of `--gb`, as llama.cpp does, two hold a quarter of it as memory of their own. Cost is processor time of this
whole process, in which nothing but the monitor runs, at one reading a second. Exit status: 0 if every limit is met, 1
if not.
"""

import argparse
import asyncio
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic, process_time

import msgspec
import psutil

from about import about
from segue.domain.models import ModelRef
from segue.machine.monitor import SystemResourceMonitor
from segue.machine.readings import Reading

MOST_COST = 0.01
"""Share of one processor at one reading a second (acceptance of the monitor)."""
MOST_ERROR = 0.02
_WORKER = """
import mmap, sys
for line in sys.stdin:
    how, what = line.strip().split(" ", 1)
    if how == "map":
        file = open(what, "rb")
        held = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        sum(held[::4096])
    else:
        held = bytearray(b"x") * int(what)
    print("held", flush=True)
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing measured, against its limit."""

    what: str
    measured: float
    limit: float

    @property
    def met(self) -> bool:
        """Whether it is within its limit."""
        return self.measured <= self.limit


class Worker:
    """A child that takes memory when it is told to."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.pid = process.pid
        self._process = process

    def take(self, how: str, what: object) -> None:
        """Returns once it holds it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{how} {what}\n")
        self._process.stdin.flush()
        assert self._process.stdout.readline() == "held\n"


@contextmanager
def worker() -> Iterator[Worker]:
    """A child that ends with its input."""
    command = [sys.executable, "-c", _WORKER]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Worker(process)


async def measure(workers: list[Worker], weights: Path, *, size_bytes: int, seconds: float, home: Path) -> list[Line]:
    """Cost first, while nothing changes, then the figures."""
    for mapper in workers[:2]:
        mapper.take("map", weights)
    for holder in workers[2:]:
        holder.take("hold", size_bytes // 4)
    readings: list[Reading] = []
    async with SystemResourceMonitor(home) as monitor:
        for number, each in enumerate(workers):
            monitor.watch(ModelRef("local", f"model-{number}"), each.pid)
        await monitor.read_now()
        monitor.subscribe(readings.append)
        began_s, began_busy_s = monotonic(), process_time()
        await asyncio.sleep(seconds)
        cost = (process_time() - began_busy_s) / (monotonic() - began_s)
        times = len(readings)
        before = await monitor.read_now()
        workers[2].take("hold", size_bytes)
        after = await monitor.read_now()
        told = after.workers
        kernel = [psutil.Process(each.pid).memory_full_info() for each in workers]
        available_bytes = psutil.virtual_memory().available
    resident_gb = sum(one.rss for one in kernel) / 1e9
    print(f"{times} readings in {seconds:g} s; four workers with {resident_gb:.2f} GB resident")
    grown_bytes = told[2].resident_bytes - before.workers[2].resident_bytes
    rows = list(zip(told, kernel, strict=True))
    assert after.available_bytes is not None
    return [
        Line("cost at 1 Hz, share of one processor", cost, MOST_COST),
        Line("known allocation", _off(grown_bytes, size_bytes - size_bytes // 4), MOST_ERROR),
        Line("resident, worst of four", max(_off(mine.resident_bytes, its.rss) for mine, its in rows), MOST_ERROR),
        Line("unique, worst of four", max(_off(mine.unique_bytes or 0, its.uss) for mine, its in rows), MOST_ERROR),
        Line("available memory", _off(after.available_bytes, available_bytes), MOST_ERROR),
    ]


def _off(told: float, true: float) -> float:
    return abs(told - true) / true


def main() -> int:
    """Measure, show, and keep the result where it is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--gb", type=float, default=1.0)
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args()
    size_bytes = round(chosen.gb * 1e9)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        weights = Path(folder) / "weights"
        with weights.open("wb") as file:
            file.truncate(size_bytes)
        workers = [stack.enter_context(worker()) for _ in range(4)]
        measured = measure(workers, weights, size_bytes=size_bytes, seconds=chosen.seconds, home=Path(folder))
        lines = asyncio.run(measured)
    for line in lines:
        print(f"{'ok  ' if line.met else 'OVER'} {line.what}: {line.measured:.4f} (limit {line.limit:g})")
    if chosen.json is not None:
        told = {"about": about(), "seconds": chosen.seconds, "gb": chosen.gb, "lines": [asdict(line) for line in lines]}
        chosen.json.write_bytes(msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n")
    return 0 if all(line.met for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
