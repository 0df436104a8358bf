"""The worker's program: llama.cpp serves one GGUF file on a private socket until whoever started it is gone.

Run as `python -m segue.providers.local.worker`; `process.py` is the only one who does. One line of JSON (`Job`) comes
in on standard input, one goes out on standard output: `{"listening": ADDRESS}` or `{"failed": CODE, "detail": TEXT}`.
Then it lives until standard input ends, which also happens when the parent is killed. Nothing but the standard library
and xllamacpp is imported, and nothing that llama.cpp logs after the start is kept: its log may quote a prompt.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import select
import signal
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypedDict

if TYPE_CHECKING:
    from xllamacpp import Server

_PR_SET_PDEATHSIG = 1
"""prctl(2): the signal that Linux sends this process when its parent dies."""
_SLOT_STEP_TOKENS = 256
"""llama.cpp rounds contexts to this step (GGML_PAD in llama-context.cpp); rounding up keeps every slot whole."""
_OOM_SCORE = "500"
"""proc(5), 0 to 1000: when memory runs out, the kernel takes the worker before whoever serves people."""
_LOAD_MODES = {False: 0, True: 1}
"""llama.cpp's numbers for reading a file and for mapping it (enum llama_load_mode in its llama.h, 2026-10)."""
_ERRORS_ONLY = 1
"""llama.cpp's verbosity for its log during the start, of which the parent shows the end when it fails."""


class Job(TypedDict):
    """What a worker has to do. The key comes this way and never on the command line, which everybody can read."""

    model_path: str
    n_ctx_per_slot: int
    n_parallel: int
    n_threads: int
    n_batch: int
    """llama.cpp looks whether anybody still listens between two batches of a prompt only. By its default of 2,048 a
    prompt is read to its end, ten seconds for nobody; 64 (half a second here) read as fast as 2,048 on a processor."""
    n_gpu_layers: int
    use_mmap: bool
    cache_type: str
    """Numbers of keys and values, as llama.cpp names them: `f16`, `q8_0`, `q4_0`."""
    quantization: str | None
    """What transformers makes of the weights; llama.cpp's file is what it is."""
    socket_path: str | None
    """Ends with `.sock`: by that llama.cpp tells a path from a host. None: 127.0.0.1 with a free port."""
    api_key: str
    alias: str


def main() -> NoReturn:
    """Serve one model until standard input ends; never returns."""
    try:
        _run()
    except BaseException:  # noqa: BLE001 - whatever it is, the process has to end
        traceback.print_exc()
    os._exit(1)  # an ordinary exit would wait for llama.cpp's threads, which do not end


def _run() -> NoReturn:
    _close_strays()
    report = _take_stdout()
    _tie_to_parent()
    job: Job = json.loads(sys.stdin.buffer.readline())
    try:
        server = _serve(job)
    except ImportError as error:
        _fail(report, "runtime_missing", str(error))
    except RuntimeError as error:
        _fail(report, "load_failed", str(error))
    _silence()
    end = _watch_for_sigterm()
    with contextlib.suppress(OSError):  # the parent was killed during the load
        _tell(report, {"listening": server.listening_address})
        os.close(report)
        _wait_for(end)
    _leave(job)


def _close_strays() -> None:
    """Close what was inherited beyond the three standard streams; uvloop lets a child have it all."""
    with contextlib.suppress(FileNotFoundError):
        for name in os.listdir("/dev/fd"):  # noqa: PTH208 - names are numbers here, not paths
            if int(name) > 2:
                with contextlib.suppress(OSError):
                    os.close(int(name))


def _take_stdout() -> int:
    """Keep standard output for the report alone: whatever else prints, prints to standard error."""
    report = os.dup(1)
    os.dup2(2, 1)
    return report


def _tie_to_parent() -> None:
    """Ignore Ctrl-C (it is the terminal's word to the parent), leave no memory image, and die with the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
        with contextlib.suppress(OSError):
            Path("/proc/self/oom_score_adj").write_text(_OOM_SCORE, encoding="ascii")


def _serve(job: Job) -> Server:
    """Load the model and listen. Holds the interpreter until the model is loaded."""
    from xllamacpp import CommonParams, Server, ggml_type

    params = CommonParams()
    params.model.path = job["model_path"]
    params.model_alias = {job["alias"]}
    slot_tokens = -(-job["n_ctx_per_slot"] // _SLOT_STEP_TOKENS) * _SLOT_STEP_TOKENS
    params.n_ctx = slot_tokens * job["n_parallel"]  # llama.cpp divides it among the slots
    params.n_parallel = job["n_parallel"]
    params.n_batch = params.n_ubatch = job["n_batch"]
    params.n_gpu_layers = job["n_gpu_layers"]
    params.load_mode = _LOAD_MODES[job["use_mmap"]]
    params.cache_type_k = params.cache_type_v = getattr(ggml_type, f"GGML_TYPE_{job['cache_type'].upper()}")
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = job["n_threads"]
    params.api_keys = [job["api_key"]]
    params.use_jinja = True
    params.cache_ram_mib = 0  # by default it keeps up to 8 GiB of past prompts
    params.endpoint_slots = params.endpoint_props = params.endpoint_metrics = params.ui = False  # /slots shows prompts
    params.verbosity = _ERRORS_ONLY
    if job["socket_path"] is None:
        params.hostnames, params.port = ["127.0.0.1"], 0
    else:
        Path(job["socket_path"]).unlink(missing_ok=True)  # a stale socket makes the start fail
        params.hostnames = [job["socket_path"]]
    return Server(params)


def _watch_for_sigterm() -> int:
    """A descriptor that can be read once SIGTERM came."""
    end, waker = os.pipe()
    os.set_blocking(waker, False)
    signal.signal(signal.SIGTERM, lambda _signal, _frame: None)
    signal.set_wakeup_fd(waker)
    return end


def _wait_for(end: int) -> None:
    """Wait until standard input ends, or for the signal, also for one that came just before.

    A handler in Python would not do: a signal between its last look and a blocking read waits for the read's end.
    """
    while end not in (readable := select.select([0, end], [], [])[0]):
        if 0 in readable and not os.read(0, 4096):
            return


def _tell(report: int, line: dict[str, str]) -> None:
    os.write(report, json.dumps(line).encode() + b"\n")


def _fail(report: int, code: str, detail: str) -> NoReturn:
    _tell(report, {"failed": code, "detail": detail})
    sys.stderr.flush()
    os._exit(1)


def _silence() -> None:
    """Send both outputs nowhere: from here on, llama.cpp's log may hold words of a conversation."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def _leave(job: Job) -> NoReturn:
    """End at once, running answers included; the socket and its folder go along, for a parent that no longer can."""
    if job["socket_path"] is not None:
        socket_path = Path(job["socket_path"])
        with contextlib.suppress(OSError):
            socket_path.unlink(missing_ok=True)
            socket_path.parent.rmdir()
    os._exit(0)


if __name__ == "__main__":
    main()
