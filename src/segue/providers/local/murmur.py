"""What a worker writes to its standard error: its end is kept until the worker is ready, later it is only searched.

After the start llama.cpp's log may quote a prompt, so that nothing of it is kept but the answer to one question:
whether it ran out of memory.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress

from segue.providers.local.spec import says_no_memory

_LOG_BYTES = 4096
"""How much of the end of a failed start's log is kept."""
_SIGN_BYTES = 64
"""What is carried over from one read to the next, for a sign that was cut in two."""
_LAST_WORDS_S = 1.0
"""How long the end of a worker's words may take after its own: a program that it started may hold them open."""


class Murmur:
    """Begins to listen when it is made; `close` ends it."""

    def __init__(self, stream: asyncio.StreamReader) -> None:
        self.tells_no_memory = False
        """Whether it said so, at any time."""
        self._tail, self._is_ready = b"", False
        self._hearing = asyncio.create_task(self._hear(stream), name="segue-murmur")

    def ready(self) -> None:
        """The worker is ready: from here on nothing is kept."""
        self._is_ready, self._tail = True, b""

    async def last_words(self) -> str:
        """The end of what it said before it was ready, once its process ended."""
        await asyncio.wait([self._hearing], timeout=_LAST_WORDS_S)
        return self._tail.decode(errors="replace")

    async def close(self) -> None:
        """Listen no more."""
        self._hearing.cancel()
        with suppress(asyncio.CancelledError):
            await asyncio.wait([self._hearing])

    async def _hear(self, stream: asyncio.StreamReader) -> None:
        while chunk := await stream.read(_LOG_BYTES):
            said = self._tail + chunk
            self.tells_no_memory = self.tells_no_memory or says_no_memory(said.decode(errors="replace"))
            self._tail = said[-_SIGN_BYTES if self._is_ready else -_LOG_BYTES :]
