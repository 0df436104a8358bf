"""llama.cpp's own server on a real model, in a process of its own, as `llama-server` is.

    with llama_server(weights) as origin:   # http://127.0.0.1:PORT
        ...

Run as a program it serves until its standard input ends.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAME = "smollm2"
SLOT_TOKENS = 1024
"""The context of each answer: llama.cpp divides its own among those at once."""


@contextmanager
def llama_server(weights: Path) -> Iterator[str]:
    """Its address while it runs."""
    command = [sys.executable, __file__, str(weights)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            lines = iter(process.stdout.readline, "")
            yield next(line.split()[1] for line in lines if line.startswith("LISTENING"))
        finally:
            process.stdin.close()
            process.kill()


def main() -> None:
    """Serve the file that is named."""
    from xllamacpp import CommonParams, Server

    params = CommonParams()
    params.model.path = sys.argv[1]
    params.model_alias = {NAME}
    params.n_ctx, params.n_parallel = 2 * SLOT_TOKENS, 2
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
    params.hostnames, params.port = ["127.0.0.1"], 0
    params.use_jinja = params.endpoint_props = True
    server = Server(params)
    print("LISTENING", server.listening_address, flush=True)  # noqa: T201 - whoever started it waits for this
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()
