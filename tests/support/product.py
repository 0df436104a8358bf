"""Segue as people run it: its commands in processes of their own, with a home that has the demonstration model."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pexpect
import psutil

SEGUE = [sys.executable, "-m", "segue.cli"]
STARTS_S = 90.0
"""Longest wait for a start, on a machine that does much else."""
STILL_S = 0.3
"""A process that takes no processor time for so long has nothing to do."""
_WORKER = "segue.providers.local.worker"


def give_models(home: Path, models_home: Path) -> Path:
    """Let `home` have the models of another home, without copying them."""
    (home / "models").symlink_to(models_home / "models", target_is_directory=True)
    return home


def worker_of(parent_pid: int) -> psutil.Process | None:
    """The process that holds the local model of a running Segue; None while there is none."""
    workers = [child for child in psutil.Process(parent_pid).children() if _is_worker(child)]
    assert len(workers) < 2, "one model has one worker"
    return workers[0] if workers else None


def _is_worker(process: psutil.Process) -> bool:
    try:
        return _WORKER in process.cmdline()
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        return False


def cpu_s(process: psutil.Process) -> float:
    """Processor seconds that a process has taken so far."""
    times = process.cpu_times()
    return float(times.user + times.system)


def until(is_so: Callable[[], bool], *, within_s: float = STARTS_S) -> None:
    """Look again and again until something is so in another process."""
    end_s = time.monotonic() + within_s
    while not is_so():
        assert time.monotonic() < end_s, "it did not happen in time"
        time.sleep(0.005)


def work_until_still(process: psutil.Process, *, within_s: float = STARTS_S) -> float:
    """Wait until a process has nothing more to do; the processor seconds that it took until then."""
    began = seen = cpu_s(process)
    changed_s, end_s = time.monotonic(), time.monotonic() + within_s
    while time.monotonic() < changed_s + STILL_S:
        assert time.monotonic() < end_s, "it went on working"
        if (now := cpu_s(process)) > seen:
            seen, changed_s = now, time.monotonic()
        time.sleep(0.01)
    return seen - began


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole response."""

    status: int
    body: bytes

    @property
    def json(self) -> dict[str, object]:
        """The body as a JSON object."""
        return msgspec.json.decode(self.body, type=dict[str, object])

    @property
    def events(self) -> list[str]:
        """The data of each server-sent event."""
        return [line.removeprefix("data: ") for line in self.body.decode().split("\n") if line]

    @property
    def text(self) -> str:
        """The words, of a stream or of a whole answer."""
        if self.body.startswith(b"{"):
            return str(json.loads(self.body)["choices"][0]["message"]["content"])
        chunks = [json.loads(event) for event in self.events if event != "[DONE]"]
        return "".join(choice["delta"].get("content") or "" for chunk in chunks for choice in chunk.get("choices", ()))


@dataclass(frozen=True, slots=True)
class Served:
    """`segue serve` in a process of its own."""

    process: subprocess.Popen[str]
    port: int

    @property
    def worker(self) -> psutil.Process:
        """The process of its local model, which must be loaded, or be loading again after a stall."""
        until(lambda: worker_of(self.process.pid) is not None, within_s=60)
        found = worker_of(self.process.pid)
        assert found is not None, "no local model is loaded"
        return found

    def get(self, path: str) -> Answer:
        """One GET."""
        with self._connected(10.0) as connection:
            connection.request("GET", path)
            return _read(connection.getresponse())

    def chat(self, text: str, *, timeout_s: float = STARTS_S, **fields: object) -> Answer:
        """One chat request, read to its end."""
        with self.asking(text, timeout_s=timeout_s, **fields) as connection:
            return _read(connection.getresponse())

    @contextmanager
    def asking(
        self, text: str, *, timeout_s: float = STARTS_S, **fields: object
    ) -> Iterator[http.client.HTTPConnection]:
        """A chat request that was sent; the client leaves with the block."""
        body = {"model": "local:smollm2", "messages": [{"role": "user", "content": text}], **fields}
        with self._connected(timeout_s) as connection:
            headers = {"content-type": "application/json"}
            connection.request("POST", "/v1/chat/completions", json.dumps(body), headers)
            yield connection

    @contextmanager
    def _connected(self, timeout_s: float) -> Iterator[http.client.HTTPConnection]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout_s)) as connection:
            yield connection


def _read(response: http.client.HTTPResponse) -> Answer:
    return Answer(response.status, response.read())


def read_first_words(response: http.client.HTTPResponse) -> str:
    """Read a stream up to its first words; what follows them is left to read."""
    while line := response.readline():
        if line.startswith(b"data: {"):
            for choice in json.loads(line[6:]).get("choices", ()):
                if words := choice["delta"].get("content"):
                    return str(words)
    raise AssertionError("the stream ended without a word")


@contextmanager
def serving_command(
    *arguments: str,
    folder: Path | None = None,
    env: Mapping[str, str] | None = None,
    program: Sequence[str] = tuple(SEGUE),
    log_file: Path | None = None,
) -> Iterator[Served]:
    """Run `segue serve` on a free port until the block ends; `program` may be another that takes its arguments.

    `log_file`: where its standard error is left.
    """
    command = [*program, "serve", "--port", "0", *arguments]
    with log_file.open("w+") if log_file is not None else tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=log, text=True, cwd=folder, env={**os.environ, **(env or {})}
        )
        with process:
            assert process.stdout is not None
            said = re.search(r"http://[^ ]+?:(\d+) ", process.stdout.readline())
            try:
                if said is None:
                    process.wait(STARTS_S)
                    log.seek(0)
                    raise AssertionError(f"the gateway did not start: {log.read()}")
                yield Served(process, int(said[1]))
            finally:
                _end(process)


def _end(process: subprocess.Popen[str]) -> None:
    """Stop it well, so that it ends its worker, or by force."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()


def at_terminal(
    command: list[str],
    *,
    folder: Path,
    env: Mapping[str, str] | None = None,
    without: Collection[str] = (),
    timeout_s: float = STARTS_S,
) -> pexpect.spawn:
    """A command in a pseudo-terminal, with the environment's variables but those named in `without`."""
    kept = {name: value for name, value in os.environ.items() if name not in without}
    plain = {"TERM": "xterm", "NO_COLOR": "1", "PROMPT_TOOLKIT_NO_CPR": "1"}
    return pexpect.spawn(
        command[0],
        command[1:],
        cwd=str(folder),
        env={**kept, **plain, **(env or {})},
        encoding="utf-8",
        timeout=timeout_s,
        dimensions=(40, 120),
    )
