"""The servers of a benchmark: started on a core, waited for, metered, and ended with all their children."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import IO

import psutil

_END_S = 10.0
_POLL_S = 0.01


class ServerFailed(RuntimeError):
    """A server did not start, or ended by itself; the message carries the end of what it wrote."""


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def split_cores() -> tuple[Collection[int] | None, Collection[int] | None]:
    """Cores for the gateway (one) and for the load (the others); None twice where that cannot be."""
    if not hasattr(os, "sched_getaffinity"):
        return None, None
    cores = sorted(os.sched_getaffinity(0))
    if len(cores) < 2:
        return None, None
    return {cores[-1]}, set(cores[:-1])


@contextmanager
def on_cores(cores: Collection[int] | None) -> Iterator[None]:
    """Run, and start processes, on these cores only; no change where cores cannot be chosen (None)."""
    if cores is None:
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    name: str
    port: int
    process: subprocess.Popen[bytes]
    log: IO[bytes]

    def tree(self) -> list[psutil.Process]:
        """The server's process and all its children that are alive."""
        try:
            root = psutil.Process(self.process.pid)
            return [root, *root.children(recursive=True)]
        except psutil.NoSuchProcess as error:
            raise ServerFailed(f"{self.name} ended by itself.\n{self.last_words()}") from error

    def last_words(self) -> str:
        """The end of what the server wrote."""
        size = self.log.seek(0, os.SEEK_END)
        self.log.seek(max(0, size - 2000))
        return self.log.read().decode(errors="replace")

    def cpu_s(self) -> float:
        """Processor seconds (user and system) that the tree has used since it started."""
        tree = self.tree()
        ended = tree[0].cpu_times()
        gone_s = getattr(ended, "children_user", 0.0) + getattr(ended, "children_system", 0.0)
        return gone_s + sum(process_cpu_s(process) for process in tree)

    def rss_bytes(self) -> int:
        """Resident memory of the tree; pages shared between its processes count once for each."""
        return sum(process.memory_info().rss for process in self.tree())


def process_cpu_s(process: psutil.Process) -> float:
    """One process's own time: by the kernel's clock of that process in nanoseconds, elsewhere by its 10 ms ticks."""
    if sys.platform != "linux":
        times = process.cpu_times()
        return float(times.user + times.system)
    try:
        return time.clock_gettime((~process.pid << 3) | 2)  # CPUCLOCK_SCHED of a process: clock_getcpuclockid(3)
    except OSError:
        return 0.0  # ended since the tree was listed; its parent's times carry it


@contextmanager
def running(
    name: str,
    command: Sequence[str],
    *,
    port: int,
    cores: Collection[int] | None,
    env: Mapping[str, str],
    folder: Path | None = None,
) -> Iterator[Server]:
    """Start a server in `folder` with `env` added to the environment; end it and its children on the way out."""
    with tempfile.TemporaryFile() as log:
        with on_cores(cores):
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=folder,
                env={**os.environ, **env},
                start_new_session=True,
            )
        try:
            yield Server(name, port, process, log)
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    try:
        children = psutil.Process(process.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        children = []
    process.terminate()
    try:
        process.wait(_END_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(_END_S)
    _, alive = psutil.wait_procs(children, timeout=1.0)
    for child in alive:
        child.kill()
    psutil.wait_procs(alive, timeout=_END_S)


def wait_until_ready(server: Server, path: str, *, limit_s: float, poll_s: float = _POLL_S) -> None:
    """Return as soon as `path` answers 200."""
    limit = time.monotonic() + limit_s
    while not answers(server.port, path):
        if server.process.poll() is not None:
            raise ServerFailed(f"{server.name} ended with status {server.process.returncode}.\n{server.last_words()}")
        if time.monotonic() > limit:
            raise ServerFailed(f"{server.name} was not ready within {limit_s:g} s.\n{server.last_words()}")
        time.sleep(poll_s)


def answers(port: int, path: str) -> bool:
    """Whether a GET of this path gives 200 now."""
    connection = HTTPConnection("127.0.0.1", port, timeout=2.0)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
