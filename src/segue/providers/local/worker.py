"""The worker's program: llama.cpp serves one GGUF file on a private socket until whoever started it is gone.

Run as `python -m segue.providers.local.worker`; `process.py` is the only one who does. `program` says how it begins and
ends. Nothing but the standard library and xllamacpp is imported, and nothing that llama.cpp logs after the start is
kept: its log may quote a prompt.
"""

from __future__ import annotations

import json
import os
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypedDict

from segue.providers.local.program import begin, fail, live

if TYPE_CHECKING:
    from xllamacpp import Server

_SLOT_STEP_TOKENS = 256
"""llama.cpp rounds contexts to this step (GGML_PAD in llama-context.cpp); rounding up keeps every slot whole."""
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
    n_gpu_layers: int | None
    use_mmap: bool
    cache_type: str
    """Numbers of keys and values, as llama.cpp names them: `f16`, `q8_0`, `q4_0`."""
    quantization: str | None
    """What transformers makes of the weights; llama.cpp's file is what it is."""
    trusts_code: bool
    """Whether transformers may run Python files of the model's author."""
    trusts_pickle: bool
    """Whether transformers may read weights that are pickle files."""
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
    report, line = begin()
    job: Job = json.loads(line)
    try:
        server = _serve(job)
    except ImportError as error:
        fail(report, "runtime_missing", str(error))
    except RuntimeError as error:
        fail(report, "load_failed", str(error))
    live(report, server.listening_address, job["socket_path"])


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
    if job["n_gpu_layers"] is not None:
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


if __name__ == "__main__":
    main()
