"""One worker process from start to end: whoever opens it gets an address and a key, and leaves no process behind."""

from __future__ import annotations

import asyncio
import os
import secrets
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Mapping
from contextlib import suppress
from math import inf
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Self

import msgspec
import psutil
from typing_extensions import override

from segue.providers.local.modesty import hold
from segue.providers.local.murmur import Murmur
from segue.providers.local.private_folder import SOCKET_NAME, PrivateFolder, remove_abandoned
from segue.providers.local.progress import LOOK_S, Progress, effort
from segue.providers.local.spec import WorkerSpec, did_not_start, hung_load, no_file, no_process, no_report, too_slow

if TYPE_CHECKING:
    from segue.errors import ProviderError
    from segue.machine.needs import Backend
    from segue.providers.local.worker import Job

_PROGRAMS: Mapping[Backend, str] = {
    "llama_cpp": "segue.providers.local.worker",
    "transformers": "segue.providers.local.torch_worker",
}
"""The modules that workers run; all of them speak the same on their standard streams and on their socket."""
_QUIET = {"GGML_NO_BACKTRACE": "1"}
"""Else ggml, where it gives up, has a debugger print where, if there is one (ggml.c), and dies seconds later."""
_STEP_S = 1.0
"""How long each way of ending a worker is given: end of its input, SIGTERM, SIGKILL."""


class _Report(msgspec.Struct):
    """The worker's only line on standard output; all empty when it ended without one."""

    listening: str = ""
    failed: str = ""
    detail: str = ""


class WorkerProcess:
    """A running worker. Use it as an async context manager, or call `start` and `stop`; it is started once.

    A start that fails raises a ProviderError that says why: ModelGone (no xllamacpp, no file, a damaged file),
    Overloaded (no room for it, or not ready in time), else ProviderFault. After that nothing of the worker is left.
    """

    def __init__(
        self,
        spec: WorkerSpec,
        *,
        start_s: float,
        hang_s: float | None = None,
        nice: int = 0,
        memory_limit_bytes: int | None = None,
    ) -> None:
        """`hang_s`: a load that does nothing for so long is ended; None: only `start_s` ends it."""
        self.spec = spec
        self._nice, self._memory_limit_bytes = nice, memory_limit_bytes
        self._hang_s = hang_s
        self._progress: Progress | None = None
        """Of the load; None before and after it."""
        self._kernel_kills = kernel_kills()
        self.api_key = secrets.token_urlsafe(32)
        self.load_s = 0.0
        """How long the start took, the load of the weights included."""
        self._start_s = start_s
        self._process: Process | None = None
        self._murmur: Murmur | None = None
        self._was_killed = False
        self._folder: PrivateFolder | None = None
        self._address = ""

    @override
    def __repr__(self) -> str:
        pid = self._process.pid if self._process else None
        return f"WorkerProcess({self.spec.model}, pid={pid}, is_alive={self.is_alive})"

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    @property
    def address(self) -> str:
        """Where it listens: `unix://PATH`, or `http://127.0.0.1:PORT` on systems without Unix sockets."""
        return self._address

    @property
    def socket_path(self) -> Path | None:
        """The Unix socket to connect to; None on systems without, then `address` counts."""
        return self._folder.path / SOCKET_NAME if self._folder and hasattr(socket, "AF_UNIX") else None

    @property
    def pid(self) -> int:
        """The worker's process id; also known after its end."""
        assert self._process is not None, "a worker has a pid once it was started"
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """False before the start and after the end; a death shows here within milliseconds, not at once."""
        return self._process is not None and self._process.returncode is None

    @property
    def is_still(self) -> bool:
        """Whether it loads, and for a while did nothing."""
        return self._progress is not None and self._progress.is_still

    def rss_bytes(self) -> int | None:
        """Resident memory now; None when the worker is gone, or nobody tells."""
        try:
            return int(psutil.Process(self.pid).memory_info().rss) if self.is_alive else None
        except (OSError, psutil.Error):  # the former also where no file can be opened just now
            return None

    async def wait_dead(self) -> int:
        """Wait for the worker's end, without a limit of its own; returns its exit code, negative for a signal."""
        assert self._process is not None, "only a started worker ends"
        return await self._process.wait()

    @property
    def cpu_s(self) -> float | None:
        """Processor time that it used since its start; None when it is gone, or nobody tells."""
        try:
            return sum(psutil.Process(self.pid).cpu_times()[:2]) if self.is_alive else None
        except (OSError, psutil.Error):
            return None

    async def ran_out_of_memory(self) -> bool:
        """Whether it ended, as far as can be told, because memory did: by its own words, or by the system's hand."""
        if self._process is None or self._process.returncode is None or self._murmur is None:
            return False
        await self._murmur.last_words()
        return self._was_ended_by_kernel() or self._murmur.tells_no_memory

    def _was_ended_by_kernel(self) -> bool:
        """Whether memory ran out, as far as a SIGKILL tells that neither we nor, where it counts, anybody else sent."""
        if self._process is None or self._process.returncode != -signal.SIGKILL or self._was_killed:
            return False
        before, now = self._kernel_kills, kernel_kills()
        return before is None or now is None or now > before

    def kill(self) -> None:
        """End it at once, whatever it does, also where it was stopped; `stop` clears up behind it."""
        if self._process is not None and self._process.returncode is None:
            self._was_killed = True
            with suppress(ProcessLookupError):
                self._process.kill()

    async def start(self) -> None:
        """Start the worker and wait until its model is loaded and answers."""
        began_s = monotonic()
        try:
            self._require_file()
            async with asyncio.timeout(self._start_s):
                self._address = await self._launch()
        except TimeoutError as error:
            await self.stop()
            raise too_slow(self.spec, self._start_s) from error
        except OSError as error:
            await self.stop()
            raise no_process(self.spec, error) from error
        except BaseException:
            await self.stop()
            raise
        self.load_s = monotonic() - began_s

    async def stop(self) -> None:
        """End the worker at once, also in the middle of an answer, and remove its folder; harmless when repeated."""
        try:
            await self._end()
        finally:
            self.kill()
            if self._folder is not None:
                self._folder.remove()
            if self._murmur is not None:
                await self._murmur.close()

    def _require_file(self) -> None:
        path = self.spec.path
        if not (path.is_dir() if self.spec.backend == "transformers" else path.is_file()):
            raise no_file(self.spec)

    async def _launch(self) -> str:
        """Start the process and hand it its job; returns its address once it is ready."""
        await asyncio.to_thread(remove_abandoned)
        self._folder = PrivateFolder()
        self._process = process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", _PROGRAMS[self.spec.backend]),
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env={**os.environ, **_QUIET},
            start_new_session=True,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        self._murmur = Murmur(process.stderr)
        hold(process.pid, nice=self._nice, memory_limit_bytes=self._memory_limit_bytes)
        process.stdin.write(msgspec.json.encode(self._job()) + b"\n")
        report = await self._report_of_a_load(process)
        if not report.listening:
            raise await self._explain(report, self._murmur)
        self._murmur.ready()
        return report.listening

    async def _report_of_a_load(self, process: Process) -> _Report:
        """What it says once it is loaded. Raises Overloaded where it does nothing for `hang_s`."""
        assert process.stdout is not None
        reading = asyncio.create_task(self._report(process.stdout), name="segue-worker-report")
        progress = self._progress = Progress(lambda: effort(process.pid))
        try:
            while not (await asyncio.wait([reading], timeout=LOOK_S))[0]:
                if (still_s := progress.look()) >= (inf if self._hang_s is None else self._hang_s):
                    self.kill()
                    raise hung_load(self.spec, still_s)
            return reading.result()
        finally:
            self._progress = None
            reading.cancel()

    async def _report(self, output: asyncio.StreamReader) -> _Report:
        try:
            return msgspec.json.decode(await output.readline() or b"{}", type=_Report)
        except (ValueError, msgspec.MsgspecError) as error:  # also a line without an end
            raise no_report(self.spec) from error

    def _job(self) -> Job:
        plan = self.spec.plan
        return {
            "model_path": str(self.spec.path),
            "n_ctx_per_slot": plan.context_tokens,
            "n_parallel": plan.parallel,
            "n_threads": plan.threads,
            "n_batch": plan.batch_tokens,
            "n_gpu_layers": plan.gpu_layers,
            "use_mmap": plan.maps_file,
            "cache_type": plan.cache_type,
            "quantization": plan.quantization,
            "trusts_code": self.spec.trusts_code,
            "trusts_pickle": self.spec.trusts_pickle,
            "socket_path": str(self.socket_path) if self.socket_path else None,
            "api_key": self.api_key,
            "alias": self.spec.model.name,
        }

    async def _explain(self, report: _Report, murmur: Murmur) -> ProviderError:
        exit_code = await self.wait_dead()
        log = (await murmur.last_words()).replace(self.api_key, "***")
        return did_not_start(
            self.spec,
            code=report.failed,
            detail=report.detail,
            log=log,
            exit_code=exit_code,
            ran_out_of_memory=self._was_ended_by_kernel(),
            memory_limit_bytes=self._memory_limit_bytes,
        )

    async def _end(self) -> None:
        """Ask, then insist; a worker that still loads cannot hear that its input ended."""
        if self._process is None:
            return
        ask = self._close_input if self._address else self._terminate
        for act in (ask, self._terminate, self.kill):
            act()
            with suppress(TimeoutError):
                async with asyncio.timeout(_STEP_S):
                    await self._process.wait()
                    break
        self._close_input()

    def _close_input(self) -> None:
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()

    def _terminate(self) -> None:
        if self._process is not None and self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.terminate()


def kernel_kills() -> int | None:
    """How many processes the kernel ended so far because memory ran out; None where it does not count them."""
    try:
        counted = Path("/proc/vmstat").read_text(encoding="ascii")  # proc(5): oom_kill, since Linux 4.13
    except OSError:
        return None
    return next((int(line[9:]) for line in counted.splitlines() if line.startswith("oom_kill ")), None)
