"""What a gateway's process holds: counted before and after much work, it must be the same."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.support.counted_serve import tasks_of
from tests.support.upstream import Upstream

SETTLES_S = 20.0


@dataclass(frozen=True, slots=True)
class Held:
    """What one process holds."""

    files: int
    """Open files, pipes and the like, sockets not among them."""
    sockets: int
    threads: int
    children: int
    tasks: int
    rss_bytes: int

    def is_no_more_than(self, before: Held) -> bool:
        """Whether nothing countable was added; memory is not compared."""
        return (
            (self.files, self.sockets, self.children) == (before.files, before.sockets, before.children)
            and self.tasks <= before.tasks
            and self.threads <= before.threads
        )


async def held(process: psutil.Process, tasks_file: Path, server: Upstream) -> Held:
    """What a process of `counted_serve` holds once nothing is under way; its kept connections to the model server not
    counted."""
    async with asyncio.timeout(SETTLES_S):
        last, now = None, _held(process, tasks_file, server)
        while server.open_answers or now != last:
            await asyncio.sleep(0.3)
            last, now = now, _held(process, tasks_file, server)
    return now


def _held(process: psutil.Process, tasks_file: Path, server: Upstream) -> Held:
    tasks = tasks_of(process, tasks_file)
    targets = list(open_files(process.pid))
    sockets = sum(target.startswith("socket:") for target in targets)
    return Held(
        files=len(targets) - sockets,
        sockets=sockets - server.open_connections,
        threads=process.num_threads(),
        children=len(process.children()),
        tasks=tasks,
        rss_bytes=process.memory_info().rss,
    )


def open_files(pid: int) -> Iterator[str]:
    """What each file descriptor of a process leads to."""
    for descriptor in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):  # closed since it was listed
            yield str(descriptor.readlink())
