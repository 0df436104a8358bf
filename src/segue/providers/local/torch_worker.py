"""The worker's program for a folder with safetensors: transformers and torch serve it on a private socket.

Run as `python -m segue.providers.local.torch_worker`; `process.py` is the only one who does. `program` says how it
begins and ends, and its job is llama.cpp's (`worker.Job`), of which it reads what it knows. The hub is never asked.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
import sys
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from segue.providers.local.allocation import give_back_large_blocks, keep_large_blocks
from segue.providers.local.program import begin, fail, live
from segue.providers.local.transformers.folder import CannotLoad

if TYPE_CHECKING:
    from segue.providers.local.transformers.serving import Routes
    from segue.providers.local.worker import Job

_KERNELS = "32"
"""Kernels that oneDNN, and torch above it, keep for sizes of matrices that were met: 1,024 by default, each with
memory of its own, where experts and attention meet new sizes with every batch. With 32 gpt-oss of six layers takes
778 MB at 4,096 tokens in place of 903 to 1,260, a mixture of 16 experts 766 at 512 in place of 818, in the same time
(torch 2.13, measured). A dense model has a dozen sizes."""
_ENVIRONMENT = {
    "HF_DEACTIVATE_ASYNC_LOAD": "1",  # else tensors are made ahead, while those before them are not done yet
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "ONEDNN_PRIMITIVE_CACHE_CAPACITY": _KERNELS,
    "LRU_CACHE_CAPACITY": _KERNELS,
    "TOKENIZERS_PARALLELISM": "false",
    "TRANSFORMERS_VERBOSITY": "error",
}
_THREADS = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS")
"""What the libraries below torch and tokenizers look at when they are loaded."""
_BACKLOG = 128


def main() -> NoReturn:
    """Serve one model until standard input ends; never returns."""
    try:
        _run()
    except BaseException:  # noqa: BLE001 - whatever it is, the process has to end
        traceback.print_exc()
    os._exit(1)  # an ordinary exit would wait for the thread that computes


def _run() -> NoReturn:
    report, line = begin()
    give_back_large_blocks()
    job: Job = json.loads(line)
    os.environ.update(_ENVIRONMENT | dict.fromkeys(_THREADS, str(job["n_threads"])))
    try:
        routes, grows = _load(job)
    except ImportError as error:
        fail(report, "runtime_missing", str(error))
    except CannotLoad as error:
        fail(report, "refused", f"{error.message}\n{error.hint}")
    except MemoryError as error:
        print("out of memory", file=sys.stderr)  # noqa: T201 - the parent knows it by these words
        fail(report, "load_failed", str(error))
    keep_large_blocks(grows=grows)
    listener, address = _listen(job["socket_path"])
    _serve(routes, listener)
    live(report, address, job["socket_path"])


def _load(job: Job) -> tuple[Routes, bool]:
    """What serves the model, and whether its attention writes its matrices out."""
    from segue.providers.local.transformers.loading import load

    loaded = load(
        Path(job["model_path"]),
        quantization=job["quantization"] or "none",
        threads=job["n_threads"],
        trusts_code=job["trusts_code"],
        trusts_pickle=job["trusts_pickle"],
    )
    from segue.providers.local.transformers.serving import Routes
    from segue.providers.local.transformers.speaking import Speaker

    context_tokens = job["n_ctx_per_slot"]
    speaker = Speaker(loaded, context_tokens=context_tokens, batch_tokens=job["n_batch"])
    names = {"alias": job["alias"], "api_key": job["api_key"]}
    return Routes(speaker, loaded.tokenizer, **names, context_tokens=context_tokens), loaded.writes_scores


def _listen(socket_path: str | None) -> tuple[socket.socket, str]:
    if socket_path is None:
        listener = socket.create_server(("127.0.0.1", 0), backlog=_BACKLOG)
        return listener, f"http://127.0.0.1:{listener.getsockname()[1]}"
    Path(socket_path).unlink(missing_ok=True)  # a stale socket makes the start fail
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(socket_path)
    listener.listen(_BACKLOG)
    return listener, f"unix://{socket_path}"


def _serve(routes: Routes, listener: socket.socket) -> None:
    """Serve in a thread of its own: the first one waits for the end."""
    import uvicorn

    config = uvicorn.Config(
        routes, http="httptools", ws="none", lifespan="off", loop="asyncio", log_config=None, access_log=False
    )
    server = uvicorn.Server(config)
    serving = server.serve(sockets=[listener])
    threading.Thread(target=asyncio.run, args=(serving,), name="serving", daemon=True).start()


if __name__ == "__main__":
    main()
