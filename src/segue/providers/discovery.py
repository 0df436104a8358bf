"""Finds model servers on this machine by asking the ports that they use, without a key."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import urlsplit

from segue.domain.models import ModelRef
from segue.domain.servers import FoundServer
from segue.errors import ProviderError, Unreachable
from segue.providers.server_answers import QUESTIONS, Said, server_of

DEFAULT_ORIGINS: Final = tuple(f"http://127.0.0.1:{port}" for port in (11434, 1234, 8000, 8080))
"""Where Ollama, LM Studio, vLLM and llama.cpp listen unless told otherwise; what answers there may be any of them."""
_CONNECT_S = 0.2
"""Longest wait for a connection: on loopback a port that nobody has refuses at once."""
PATIENT_S: Final = 5.0
"""Longest look for somebody who wants to know: a server on a busy machine takes longer than a start should wait."""
_MAX_ANSWER_BYTES = 4 * 2**20
_NOBODY = ModelRef("discovery", "models")
"""Errors of the wire name a model; these are not shown."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What asking at one address came to."""

    origin: str
    server: FoundServer | None = None
    state: Literal["found", "nobody", "silent", "other"] = "found"
    """`nobody` takes a connection there; `silent`: somebody does, and did not say all in time; `other`: what answers is
    no model server that is known."""


async def find_on_loopback(
    *, timeout_s: float = 1.0, origins: Sequence[str] = DEFAULT_ORIGINS
) -> tuple[FoundServer, ...]:
    """Model servers that listen on this machine now, in the order of `origins`; empty when there are none.

    Takes at most `timeout_s` in all, and a few milliseconds when nobody is there. Raises nothing for a server that
    does not answer, or says what nobody understands: it is not one of those that are looked for.
    """
    looked = await look_on_loopback(timeout_s=timeout_s, origins=origins)
    return tuple(one.server for one in looked if one.server is not None)


async def look_on_loopback(
    *, timeout_s: float, origins: Sequence[str], connect_s: float = _CONNECT_S
) -> tuple[Looked, ...]:
    """As `find_on_loopback`, and also what is at the other addresses; each address once."""
    found: dict[str, Looked] = {}
    ends_at = asyncio.get_running_loop().time() + timeout_s

    async def look(origin: str) -> None:
        if (listens := await _listens(origin, connect_s)) is not True:
            found[origin] = Looked(origin, state="nobody" if listens is False else "silent")
            return
        said, is_whole = await _asked(origin, ends_at, connect_s)
        server = server_of(origin, said)
        found[origin] = Looked(origin, server, "found" if server else "other" if is_whole else "silent")

    async with asyncio.TaskGroup() as group:
        for origin in dict.fromkeys(origins):
            group.create_task(look(origin))
    return tuple(found[origin] for origin in dict.fromkeys(origins))


async def _listens(origin: str, connect_s: float) -> bool | None:
    """Whether somebody takes a connection there; None where nobody said so in time. Asked before the HTTP client is
    loaded, which costs a tenth of a second."""
    parts = urlsplit(origin)
    try:
        async with asyncio.timeout(connect_s):
            _, writer = await asyncio.open_connection(parts.hostname, parts.port or 80)
    except TimeoutError:  # before OSError, which it is one of
        return None
    except OSError:
        return False
    writer.close()
    with suppress(OSError):
        await writer.wait_closed()
    return True


async def _asked(origin: str, ends_at: float, connect_s: float) -> tuple[dict[str, Said], bool]:
    """What a server answers until then (on the loop's clock), by path, what it does not answer left out; and whether
    it came to each question in time."""
    from segue.providers.wire import Wire

    said: dict[str, Said] = {}
    late: list[str] = []

    async def ask(wire: Wire, path: str) -> None:
        try:
            async with asyncio.timeout_at(ends_at), wire.get(path, model=_NOBODY) as answer:
                body = await answer.body() if answer.status == 200 else await answer.refusal()
                said[path] = Said(answer.status, body, answer.header("Server"))
        except (TimeoutError, Unreachable):  # it took a connection a moment ago
            late.append(path)
        except ProviderError:
            pass

    async with (
        Wire(origin, connect_s=connect_s, max_body_bytes=_MAX_ANSWER_BYTES) as wire,
        asyncio.TaskGroup() as group,
    ):
        for path in QUESTIONS:
            group.create_task(ask(wire, path))
    return said, not late
