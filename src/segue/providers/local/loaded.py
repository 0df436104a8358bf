"""A worker that answers, with the connections to it and the number of its answers under way."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from segue.providers.local.process import WorkerProcess
from segue.providers.openai_json import Dialect
from segue.providers.openai_protocol import OpenAIProtocol
from segue.providers.wire import Wire

_LLAMA_CPP = Dialect(tells_progress=True)
"""Asked to tell its progress, llama.cpp also writes after each batch of the prompt, and by that notices that nobody
reads any more; else it looks once a second."""


class Loaded:
    """Made by `open`, ended by `close`."""

    def __init__(self, worker: WorkerProcess, wire: Wire) -> None:
        self.worker = worker
        self.protocol = OpenAIProtocol(wire, dialect=_LLAMA_CPP)
        self.is_mourned = False
        """True once its death was counted."""
        self._wire = wire
        self._answers = 0
        self._unused = asyncio.Event()
        self._unused.set()

    @classmethod
    async def open(cls, worker: WorkerProcess, *, connect_s: float) -> Loaded:
        """Connect to a started worker, which from here on belongs to the result."""
        base_url = "http://worker/v1" if worker.socket_path else f"{worker.address}/v1"
        wire = Wire(base_url, key=worker.api_key, unix_socket=worker.socket_path, connect_s=connect_s)
        await wire.__aenter__()
        return cls(worker, wire)

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Hold it loaded while an answer is under way."""
        self._answers += 1
        self._unused.clear()
        try:
            yield
        finally:
            self._answers -= 1
            if not self._answers:
                self._unused.set()

    async def wait_unused(self) -> None:
        """Wait until no answer is under way; the caller sets the limit."""
        await self._unused.wait()

    async def close(self) -> None:
        """End the connections and the worker at once."""
        try:
            await self._wire.__aexit__()
        finally:
            await self.worker.stop()
