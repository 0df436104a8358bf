"""One monitor reads the machine and our workers for everybody; its figures are those of the kernel."""

import asyncio
import mmap
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from typing_extensions import override

from segue.domain.models import ModelRef
from segue.machine.monitor import SystemResourceMonitor
from segue.machine.other_systems import PsutilSource
from segue.machine.readings import Reading, WorkerReading
from segue.machine.sampler import Sampler

MODEL = ModelRef("local", "held")
HELD_BYTES = 200_000_000
_HOLDS = """
import sys
print("held", flush=True)
for line in sys.stdin:
    held = bytearray(b"x") * int(line)
    print("held", flush=True)
"""
_MAPS = """
import mmap, sys
print("held", flush=True)
for line in sys.stdin:
    file = open(line.strip(), "rb")
    held = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    sum(held[::4096])
    print("held", flush=True)
"""


class Child:
    """A process that takes memory when it is told to."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        """Returns once it has started, and takes no more of itself."""
        self.pid = process.pid
        self._process = process
        self._wait()

    def take(self, what: object) -> None:
        """Returns once it holds it."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{what}\n")
        self._process.stdin.flush()
        self._wait()

    def _wait(self) -> None:
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "held\n"


@contextmanager
def child(program: str = _HOLDS) -> Iterator[Child]:
    """A child that ends with its input."""
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Child(process)


def of_worker(reading: Reading) -> WorkerReading:
    (worker,) = reading.workers
    return worker


async def test_known_allocation_is_seen_within_two_percent(tmp_path: Path) -> None:
    """What a worker takes shows in its own figures, resident and unique. Covers R8.3."""
    with child() as holder:
        async with SystemResourceMonitor(tmp_path) as monitor:
            monitor.watch(MODEL, holder.pid)
            before = of_worker(await monitor.read_now())
            holder.take(HELD_BYTES)
            after = of_worker(await monitor.read_now())
    assert after.resident_bytes - before.resident_bytes == pytest.approx(HELD_BYTES, rel=0.02)
    assert after.unique_bytes is not None
    assert before.unique_bytes is not None
    assert after.unique_bytes - before.unique_bytes == pytest.approx(HELD_BYTES, rel=0.02)


async def test_readings_agree_with_proc_within_two_percent(tmp_path: Path) -> None:
    """Memory of the machine and of a worker are what `/proc` and psutil say at the same moment. Covers R8.3."""
    with child() as holder:
        holder.take(HELD_BYTES)
        async with SystemResourceMonitor(tmp_path) as monitor:
            monitor.watch(MODEL, holder.pid)
            before = psutil.virtual_memory()
            reading = await monitor.read_now()
            after = psutil.virtual_memory()  # others take and give memory all the time
            asked = psutil.Process(holder.pid).memory_full_info()
    worker = of_worker(reading)
    assert worker.resident_bytes == pytest.approx(asked.rss, rel=0.02)
    assert worker.unique_bytes == pytest.approx(asked.uss, rel=0.02)
    assert reading.memory_bytes is not None
    assert reading.memory_bytes <= after.total
    if reading.memory_bytes == after.total:  # else a limit is what counts
        assert reading.available_bytes is not None
        least, most = sorted((before.available, after.available))
        assert 0.98 * least < reading.available_bytes < 1.02 * most


async def test_mapped_file_counts_for_whoever_alone_maps_it(tmp_path: Path) -> None:
    """Weights that two workers map would not be free if one of them ended."""
    weights = tmp_path / "weights"
    weights.write_bytes(b"w" * 50 * 2**20)
    with child(_MAPS) as first, child(_MAPS) as second:
        async with SystemResourceMonitor(tmp_path) as monitor:
            monitor.watch(MODEL, first.pid)
            first.take(weights)
            alone = of_worker(await monitor.read_now())
            second.take(weights)
            shared = of_worker(await monitor.read_now())
    assert alone.unique_bytes is not None
    assert shared.unique_bytes is not None
    assert alone.unique_bytes - shared.unique_bytes == pytest.approx(50 * 2**20, rel=0.02)
    assert shared.resident_bytes == pytest.approx(alone.resident_bytes, rel=0.02)


async def test_worker_that_ended_or_is_forgotten_is_read_no_more(tmp_path: Path) -> None:
    """Nobody has to be told of a death first."""
    async with SystemResourceMonitor(tmp_path) as monitor:
        with child() as holder:
            monitor.watch(MODEL, holder.pid)
            monitor.watch(MODEL, os.getpid())
            assert len((await monitor.read_now()).workers) == 2
        assert [worker.pid for worker in (await monitor.read_now()).workers] == [os.getpid()]
        monitor.forget(os.getpid())
        monitor.forget(holder.pid)
        assert (await monitor.read_now()).workers == ()


async def test_everybody_is_told_of_the_same_reading(tmp_path: Path) -> None:
    """Many who ask at once share one reading; who subscribed hears of it until the subscription ends."""
    heard: list[Reading] = []
    async with SystemResourceMonitor(tmp_path, every_s=3600) as monitor:
        await monitor.read_now()
        end = monitor.subscribe(heard.append)
        async with asyncio.TaskGroup() as group:
            asked = [group.create_task(monitor.read_now()) for _ in range(20)]
        assert len({id(task.result()) for task in asked}) <= 2  # the first may have begun before others asked
        assert heard[-1] is monitor.latest
        end()
        latest = await monitor.read_now()
        assert heard[-1] is not latest
        assert monitor.latest is latest


async def test_it_reads_by_itself(tmp_path: Path) -> None:
    """Readings come without anybody asking, and are kept."""
    come = asyncio.Event()
    async with SystemResourceMonitor(tmp_path, every_s=0.01) as monitor:
        monitor.subscribe(lambda reading: come.set() if reading.processor_share is not None else None)
        await asyncio.wait_for(come.wait(), 60)
        assert monitor.latest is not None
        assert monitor.history


class Faulty(Sampler):
    """Fails at its first readings."""

    fails = 2

    @override
    def read(self, workers: Mapping[int, ModelRef], *, is_exact: bool = False) -> Reading:
        if self.fails:
            self.fails -= 1
            raise ValueError("an odd answer")
        return super().read(workers, is_exact=is_exact)


async def test_it_goes_on_after_a_failure(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Neither an odd answer of the kernel nor a hearer that fails ends it; the log tells once of each."""
    come = asyncio.Event()

    def fail(_: Reading) -> None:
        raise RuntimeError("a hearer's fault")

    async with SystemResourceMonitor(tmp_path, every_s=0.01, sampler=Faulty(tmp_path)) as monitor:
        monitor.subscribe(fail)
        monitor.subscribe(lambda _: come.set())
        await asyncio.wait_for(come.wait(), 60)
        come.clear()
        await asyncio.wait_for(come.wait(), 60)
    told = [record.getMessage() for record in caplog.records if record.name == "segue.machine.monitor"]
    assert told == [
        "The machine could not be read: ValueError: an odd answer. It goes on.",
        "Somebody failed at a reading of the machine: RuntimeError: a hearer's fault. It goes on.",
    ]


def test_four_watched_workers_cost_less_than_a_hundredth_of_a_processor(tmp_path: Path) -> None:
    """At one reading a second, in processor time of the reading thread. Covers R8.3."""
    weights = tmp_path / "weights"
    weights.write_bytes(b"w" * 100 * 2**20)
    with child(_MAPS) as one, child(_MAPS) as two, child() as three, child() as four:
        for holder, what in ((one, weights), (two, weights), (three, HELD_BYTES), (four, HELD_BYTES)):
            holder.take(what)
        sampler, pids = Sampler(tmp_path), {each.pid: MODEL for each in (one, two, three, four)}
        sampler.read(pids)
        began_s, times = time.thread_time(), 30
        for _ in range(times):
            sampler.read(pids)
        a_reading_s = (time.thread_time() - began_s) / times
        sampler.close()
    assert a_reading_s <= 0.01


def test_other_systems_tell_what_psutil_knows(tmp_path: Path) -> None:
    """Pressure is unknown there, never zero."""
    sampler = Sampler(tmp_path, source=PsutilSource())
    reading = sampler.read({os.getpid(): MODEL, 2**22 + 1: MODEL}, is_exact=True)
    assert reading.memory_pressure is None
    assert reading.memory_bytes
    assert reading.swap_bytes == psutil.swap_memory().total
    own = of_worker(reading)
    assert own.unique_bytes is not None
    assert own.resident_bytes == pytest.approx(psutil.Process().memory_info().rss, rel=0.1)
    sampler.close()


def test_processor_share_of_a_busy_worker_is_one(tmp_path: Path) -> None:
    """What keeps a processor busy shows as such: as much as it really got, by its own clock."""
    sampler, before_s = Sampler(tmp_path), time.monotonic()
    sampler.read({os.getpid(): MODEL})
    began_s, began_busy_s = time.monotonic(), time.process_time()
    while time.process_time() - began_busy_s < 0.6:
        mmap.mmap(-1, 4096).close()
    busy_s, within_s = time.process_time() - began_busy_s, time.monotonic() - began_s
    told = of_worker(sampler.read({os.getpid(): MODEL})).processor_share
    assert told is not None
    assert busy_s / (time.monotonic() - before_s) - 0.05 < told < busy_s / within_s + 0.05
    sampler.close()
