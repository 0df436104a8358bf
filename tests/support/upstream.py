"""A reference model server: OpenAI's protocol over real HTTP, with every habit and fault of real servers.

    async with Upstream() as upstream:      # in the test's own loop, or:
    with UpstreamThread() as upstream:      # in a thread, for programs under test that run elsewhere
        upstream.base_url                   # http://127.0.0.1:PORT/v1
        upstream.scenes["mine"] = Scene(...)
        upstream.requests[-1].body          # what was asked, decoded

The model's name picks the scene (see `scenes.py`): asking "429" is refused, asking "well" is answered.
"""

from __future__ import annotations

import asyncio
import socket
import struct
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Generic, Self

import msgspec
from typing_extensions import TypeVar

from tests.support.scenes import SCENES, Scene, refusal

_UNKNOWN = refusal(404, {"message": "no such model", "code": "model_not_found"})
_FLOW_STEP_S = 0.01
"""How often a scene that flows for ever says something."""


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    path: str
    headers: Mapping[str, str]
    """Names in lower case."""
    raw: bytes
    at_s: float = field(default_factory=time.monotonic)
    """When it was there whole, on the clock of `time.monotonic`."""

    @property
    def body(self) -> dict[str, object]:
        """The body, decoded."""
        return msgspec.json.decode(self.raw, type=dict[str, object])


class Upstream:
    """The server. `requests`, `connections`, `open_answers` and `left` tell what happened to it."""

    def __init__(self, *, unix_socket: Path | None = None) -> None:
        self.scenes: dict[str, Scene] = dict(SCENES)
        self.next_scenes: list[Scene] = []
        """Scenes for the next requests, whatever model they ask; after them, models' names count again."""
        self.requests: list[Asked] = []
        self.connections = 0
        """How many connections were opened."""
        self.open_answers = 0
        """How many answers are under way."""
        self.left = 0
        """How many answers were left by the client before their end."""
        self.base_url = "http://upstream/v1"
        self._unix_socket = unix_socket
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._changed = asyncio.Event()

    async def __aenter__(self) -> Self:
        if self._unix_socket is not None:
            self._server = await asyncio.start_unix_server(self._serve, self._unix_socket)
        else:
            # Of many clients at once none shall wait a second for its connection, as those do that the queue refuses.
            self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, backlog=1024)
            self.base_url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/v1"
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        for task in list(self._tasks):
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        await self._server.wait_closed()

    @property
    def open_connections(self) -> int:
        """How many connections are open now."""
        return len(self._tasks)

    async def client_left(self, *, times: int = 1, within_s: float = 1.0) -> None:
        """Wait until so many answers were left by their clients; TimeoutError after `within_s`."""
        async with asyncio.timeout(within_s):
            while self.left < times:
                self._changed.clear()
                await self._changed.wait()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.connections += 1
        try:
            while asked := await _read_request(reader):
                self.requests.append(asked)
                if not await self._answer(asked, reader, writer):
                    break
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass  # the client or the test is done with it
        finally:
            writer.close()
            with suppress(ConnectionError, asyncio.CancelledError):
                await writer.wait_closed()
            self._tasks.discard(task)

    def scene_for(self, asked: Asked) -> Scene:
        """How a request is answered."""
        if asked.path.endswith("/models"):
            listed = msgspec.json.encode({"object": "list", "data": [{"id": name} for name in self.scenes]})
            return Scene((listed,), content_type="application/json")
        if self.next_scenes:
            return self.next_scenes.pop(0)
        return self.scenes.get(str(asked.body.get("model")), _UNKNOWN)

    async def _answer(self, asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Play the scene; True when the connection can be used again."""
        scene = self.scene_for(asked)
        if not asked.raw or not asked.body.get("stream"):
            scene = _not_streamed(scene)
        self.open_answers += 1
        gone = asyncio.ensure_future(reader.read(1))
        try:
            return await self._play(scene, writer, gone)
        finally:
            self.open_answers -= 1
            if not gone.done():
                gone.cancel()
                with suppress(asyncio.CancelledError):
                    await gone
            elif not gone.cancelled():
                gone.exception()  # a reset is a way to leave, and nobody else takes it
            self._changed.set()

    async def _play(self, scene: Scene, writer: asyncio.StreamWriter, gone: asyncio.Future[bytes]) -> bool:
        writer.write(_head(scene))
        for number, piece in enumerate(scene.writes):
            pause_s = scene.gap_s if number else scene.delay_s
            if pause_s and (await asyncio.wait({gone}, timeout=pause_s))[0]:
                self.left += 1
                return False
            writer.write(b"%x\r\n%s\r\n" % (len(piece), piece) if _has_chunks(scene) else piece)
            await writer.drain()
            await asyncio.sleep(0)
        match scene.end:
            case "end" if _has_chunks(scene):
                writer.write(b"0\r\n\r\n")
                return True
            case "end" | "close":
                return False
            case "reset":
                _reset(writer)
                return False
            case "flow":
                while not gone.done():
                    writer.write(b"%x\r\n%s\r\n" % (len(scene.writes[-1]), scene.writes[-1]))
                    await asyncio.wait({gone}, timeout=_FLOW_STEP_S)
            case "hang":
                await asyncio.wait({gone})
        self.left += 1
        return False


S = TypeVar("S", bound=Upstream, default=Upstream)


class UpstreamThread(Generic[S]):
    """The same server, or another kind of it, in a thread with a loop of its own."""

    def __init__(self, kind: type[S] = Upstream) -> None:  # type: ignore[assignment] # S is Upstream where none is given
        self._kind = kind
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), name="upstream")
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._upstream: S | None = None

    def __enter__(self) -> S:
        self._thread.start()
        assert self._ready.wait(10)
        assert self._upstream is not None
        return self._upstream

    def __exit__(self, *_: object) -> None:
        assert self._loop is not None
        assert self._stop is not None
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(60)

    async def _run(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        async with self._kind() as self._upstream:
            self._ready.set()
            await self._stop.wait()


async def _read_request(reader: asyncio.StreamReader) -> Asked | None:
    """The next request on a connection; None when the client closed it."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    fields = (line.partition(":") for line in lines if line)
    headers = {name.strip().lower(): value.strip() for name, _, value in fields}
    return Asked(first.split(" ")[1], headers, await reader.readexactly(int(headers.get("content-length", "0"))))


def _not_streamed(scene: Scene) -> Scene:
    if scene.whole is None:
        return scene
    return replace(scene, writes=(scene.whole,), content_type="application/json", whole=None)


def _has_chunks(scene: Scene) -> bool:
    return scene.is_chunked and scene.status not in {0, 204}


def _head(scene: Scene) -> bytes:
    if scene.status == 0:
        return b""
    lines = [f"HTTP/1.1 {scene.status} Reason", f"Content-Type: {scene.content_type}"]
    lines += [f"{name}: {value}" for name, value in scene.headers.items()]
    lines.append("Transfer-Encoding: chunked" if _has_chunks(scene) else "Connection: close")
    return "\r\n".join([*lines, "", ""]).encode()


def _reset(writer: asyncio.StreamWriter) -> None:
    """Make the close that follows a reset."""
    connection = writer.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
