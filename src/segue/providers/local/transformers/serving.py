"""The worker's routes, as llama.cpp's server has them: `/v1/chat/completions`, `/v1/models`, `/health`. Bare ASGI.

One thread computes, one answer after the other; the loop stays free, so that `/health` answers meanwhile.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import sys
import threading
from collections.abc import AsyncGenerator, Awaitable, Callable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from segue.providers.local.transformers.asking import Ask, Prompt, Refused, prompt, read
from segue.providers.local.transformers.chunks import Chunks, whole
from segue.providers.local.transformers.speaking import Piece, Speaker
from segue.providers.local.transformers.stopping import Stoppable

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

_Event: TypeAlias = MutableMapping[str, Any]
_Receive: TypeAlias = Callable[[], Awaitable[_Event]]
_Send: TypeAlias = Callable[[_Event], Awaitable[None]]
PREPARE_S = 20.0
"""How long a prompt may be in the making, with what waits before it; long ones take a second. Our choice."""
_NO_MEMORY = "out of memory"
"""By these words on standard error the parent knows what happened; no others are written there."""


class Routes:
    """An ASGI application that serves one model."""

    def __init__(
        self, speaker: Speaker, tokenizer: PreTrainedTokenizerBase, *, alias: str, api_key: str, context_tokens: int
    ) -> None:
        self._speaker = speaker
        self._alias = alias
        self._key = f"Bearer {api_key}".encode()
        self._prompt = partial(prompt, tokenizer=tokenizer, context_tokens=context_tokens)
        self._computing = ThreadPoolExecutor(1, "speaking")
        self._preparing = ThreadPoolExecutor(1, "reading")  # a request that is refused does not wait for an answer

    async def __call__(self, scope: _Event, receive: _Receive, send: _Send) -> None:
        """Answer one request."""
        try:
            await self._route(scope, receive, send)
        except Refused as refused:
            await _send_json(send, refused.status, {"error": refused.error})

    async def _route(self, scope: _Event, receive: _Receive, send: _Send) -> None:
        match scope["method"], scope["path"]:
            case "GET", "/health":
                await _send_json(send, 200, {"status": "ok"})
            case "GET", "/v1/models":
                await _send_json(send, 200, {"object": "list", "data": [{"id": self._alias, "object": "model"}]})
            case "POST", "/v1/chat/completions":
                self._check_key(scope)
                await self._chat(receive, send)
            case _:
                raise Refused(404, "not_found_error", "There is no such route.")

    def _check_key(self, scope: _Event) -> None:
        given = next((value for name, value in scope["headers"] if name == b"authorization"), b"")
        if not hmac.compare_digest(given, self._key):
            raise Refused(401, "authentication_error", "The key is wrong.")

    async def _chat(self, receive: _Receive, send: _Send) -> None:
        ask = read(await _body(receive))
        left = threading.Event()
        watching = asyncio.create_task(_watch(receive, left))
        try:
            if (asked := await self._prepared(ask, watching)) is not None:
                pieces = self._pieces(asked, left)
                await (self._streamed if ask.stream else self._whole)(ask, pieces, send)
        finally:
            watching.cancel()

    async def _prepared(self, ask: Ask, watching: asyncio.Task[None]) -> Prompt | None:
        """The prompt; None where its client left meanwhile, as `watching` notices.

        A template is a program of the model's author, and may never end: it is given a while.
        """
        work = Stoppable(partial(self._prompt, ask))
        making = asyncio.get_running_loop().run_in_executor(self._preparing, work)
        either: set[asyncio.Future[Any]] = {making, watching}
        try:
            await asyncio.wait(either, timeout=PREPARE_S, return_when=asyncio.FIRST_COMPLETED)
            if making.done():
                return making.result()
        finally:
            work.stop()
            making.cancel()
        if watching.done():
            return None
        message = f"The model's chat template did not come to an end within {PREPARE_S:.0f} s."
        raise Refused(400, "invalid_request_error", message)

    async def _pieces(self, asked: Prompt, left: threading.Event) -> AsyncGenerator[Piece]:
        """The pieces of an answer as they come. Raises Refused when it fails."""
        loop = asyncio.get_running_loop()
        queue: asyncio.Queue[Piece | None] = asyncio.Queue()  # not longer than an answer, which the context bounds

        def tell(piece: Piece | None) -> None:
            loop.call_soon_threadsafe(queue.put_nowait, piece)

        done = loop.run_in_executor(self._computing, self._speaker.answer, asked, tell, left.is_set)
        done.add_done_callback(lambda _: queue.put_nowait(None))
        while (piece := await queue.get()) is not None:
            yield piece
        if error := done.exception():
            raise _failed(error) from error

    async def _streamed(self, ask: Ask, pieces: AsyncGenerator[Piece], send: _Send) -> None:
        chunks = Chunks(ask, self._alias)
        await send(_head(200, b"text/event-stream"))
        try:
            async for piece in pieces:
                if events := chunks.of(piece):
                    await send({"type": "http.response.body", "body": events, "more_body": True})
        except Refused as refused:
            event = b"data: " + json.dumps({"error": refused.error}).encode() + b"\n\n"
            await send({"type": "http.response.body", "body": event, "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    async def _whole(self, _: Ask, pieces: AsyncGenerator[Piece], send: _Send) -> None:
        body = whole([piece async for piece in pieces], self._alias)
        if body is not None:
            await _send_json(send, 200, body)


async def _body(receive: _Receive) -> bytes:
    parts: list[bytes] = []
    while True:
        event = await receive()
        if event["type"] != "http.request":
            raise Refused(400, "invalid_request_error", "The request ended before its body did.")
        parts.append(event.get("body", b""))
        if not event.get("more_body", False):
            return b"".join(parts)


async def _watch(receive: _Receive, left: threading.Event) -> None:
    """Notice that the client is gone: uvicorn's `send` does not say so."""
    while (await receive())["type"] != "http.disconnect":
        pass
    left.set()


def _failed(error: BaseException) -> Refused:
    if isinstance(error, MemoryError) or (isinstance(error, RuntimeError) and "memory" in str(error)):
        print(_NO_MEMORY, file=sys.stderr, flush=True)  # noqa: T201 - the parent listens for it
        return Refused(503, "unavailable_error", "There is not enough memory for this answer.")
    return Refused(500, "server_error", f"It failed with {type(error).__name__}.")


def _head(status: int, kind: bytes) -> _Event:
    return {"type": "http.response.start", "status": status, "headers": [(b"content-type", kind)]}


async def _send_json(send: _Send, status: int, body: object) -> None:
    await send(_head(status, b"application/json"))
    await send({"type": "http.response.body", "body": json.dumps(body).encode()})
