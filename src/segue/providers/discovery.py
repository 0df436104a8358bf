"""Finds model servers on this machine by asking the ports that they use, without a key."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import Final
from urllib.parse import urlsplit

from segue.domain.models import ModelRef
from segue.domain.servers import FoundServer
from segue.errors import ProviderError
from segue.providers.server_answers import QUESTIONS, Said, server_of

DEFAULT_ORIGINS: Final = tuple(f"http://127.0.0.1:{port}" for port in (11434, 1234, 8000, 8080))
"""Where Ollama, LM Studio, vLLM and llama.cpp listen unless told otherwise; what answers there may be any of them."""
_CONNECT_S = 0.2
"""Longest wait for a connection: on loopback a port that nobody has refuses at once."""
_MAX_ANSWER_BYTES = 4 * 2**20
_NOBODY = ModelRef("discovery", "models")
"""Errors of the wire name a model; these are not shown."""


async def find_on_loopback(
    *, timeout_s: float = 1.0, origins: Sequence[str] = DEFAULT_ORIGINS
) -> tuple[FoundServer, ...]:
    """Model servers that listen on this machine now, in the order of `origins`; empty when there are none.

    Takes at most `timeout_s` in all, and a few milliseconds when nobody is there. Raises nothing for a server that
    does not answer, or says what nobody understands: it is not one of those that are looked for.
    """
    found: dict[str, FoundServer] = {}

    ends_at = asyncio.get_running_loop().time() + timeout_s

    async def look(origin: str) -> None:
        if await _listens(origin) and (server := server_of(origin, await _asked(origin, ends_at))) is not None:
            found[origin] = server

    async with asyncio.TaskGroup() as group:
        for origin in dict.fromkeys(origins):
            group.create_task(look(origin))
    return tuple(found[origin] for origin in dict.fromkeys(origins) if origin in found)


async def _listens(origin: str) -> bool:
    """Whether somebody takes a connection there; asked before the HTTP client is loaded, which costs a tenth of a
    second."""
    parts = urlsplit(origin)
    try:
        async with asyncio.timeout(_CONNECT_S):
            _, writer = await asyncio.open_connection(parts.hostname, parts.port or 80)
    except (OSError, TimeoutError):
        return False
    writer.close()
    with suppress(OSError):
        await writer.wait_closed()
    return True


async def _asked(origin: str, ends_at: float) -> dict[str, Said]:
    """What a server answers until then (on the loop's clock), by path; what it does not answer is left out."""
    from segue.providers.wire import Wire

    said: dict[str, Said] = {}

    async def ask(wire: Wire, path: str) -> None:
        with suppress(ProviderError, TimeoutError):
            async with asyncio.timeout_at(ends_at), wire.get(path, model=_NOBODY) as answer:
                body = await answer.body() if answer.status == 200 else await answer.refusal()
                said[path] = Said(answer.status, body, answer.header("Server"))

    async with (
        Wire(origin, connect_s=_CONNECT_S, max_body_bytes=_MAX_ANSWER_BYTES) as wire,
        asyncio.TaskGroup() as group,
    ):
        for path in QUESTIONS:
            group.create_task(ask(wire, path))
    return said
