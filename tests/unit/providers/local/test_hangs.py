"""A worker that says that it is well and does nothing all the same."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from segue.domain.chat import ChatRequest, Message, ProviderPiece, Role, TextDelta, Working
from segue.domain.models import ModelRef, ModelStatus
from segue.errors import NotEnoughMemory, Overloaded, WorkerDied
from segue.events import Broadcast, Event, ModelStateChanged, Observer
from segue.providers.local.keeper import ModelKeeper
from segue.providers.local.keeping import Keeping
from segue.providers.local.room import NoRoomKept, Tenant
from segue.providers.local.spec import WorkerSpec

DEADLOCKED = """
import http.server, os, socketserver, threading
class ggml_type:
    GGML_TYPE_F16 = 1
class CommonParams:
    def __init__(self):
        self.model = self.cpuparams = self.cpuparams_batch = type("Part", (), {})()
class Handler(http.server.BaseHTTPRequestHandler):
    def address_string(self): return ""
    def log_message(self, *_): pass
    def do_GET(self):
        self.send_response(200); self.send_header("content-length", "0"); self.end_headers()
    def do_POST(self):
        self.send_response(200); self.send_header("content-type", "text/event-stream"); self.end_headers()
        self.wfile.write(b'data: {"choices": [{"delta": {"content": "Once"}}]}\\n\\n')
        threading.Event().wait()
class Served(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True
    request_queue_size = 16
class Server:
    def __init__(self, params):
        path = params.hostnames[0]
        threading.Thread(target=Served(path, Handler).serve_forever, daemon=True).start()
        self.listening_address = "unix://" + path
"""


HUNG_LOAD = """
import os, time
class ggml_type:
    GGML_TYPE_F16 = 1
class CommonParams:
    def __init__(self):
        self.model = self.cpuparams = self.cpuparams_batch = type("Part", (), {})()
def Server(params):
    time.sleep(60)
"""


class Heard(Observer):
    """Keeps what became of models."""

    name = "heard"

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []

    async def observe(self, events: Sequence[Event]) -> None:  # type: ignore[explicit-override]
        self.told += [(event.state, event.detail) for event in events if isinstance(event, ModelStateChanged)]


class NoRoom(NoRoomKept):
    """Admits nobody."""

    async def admit(self, tenant: Tenant) -> None:  # type: ignore[explicit-override]
        raise NotEnoughMemory("It does not fit.", model=tenant.spec.model)


async def test_load_that_does_nothing_is_silence_and_then_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A load that stands still does not count as loading any more, so that another model is started beside it; after
    `hang_s` it is ended, and that is one failure for all who waited."""
    (tmp_path / "xllamacpp.py").write_text(HUNG_LOAD)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    weights = tmp_path / "m.gguf"
    weights.touch()
    async with Broadcast([]) as teller:
        keeper = ModelKeeper(WorkerSpec(ModelRef("local", "m"), weights), teller, Keeping(hang_s=3.5))
        waiting = [asyncio.create_task(keeper.ensure_loaded()) for _ in range(3)]
        async with asyncio.timeout(60):
            while keeper.status is not ModelStatus.WAITING:
                await asyncio.sleep(0.01)
            failures = await asyncio.gather(*waiting, return_exceptions=True)
        assert [str(failure) for failure in failures] == [str(failures[0])] * 3
        assert isinstance(failures[0], Overloaded)
        assert "hung while it loaded" in failures[0].message
        assert failures[0].was_counted is False
        assert keeper.pid is None
        await keeper.close()


async def after_load(pieces: AsyncIterator[ProviderPiece]) -> ProviderPiece:
    """The first piece that does not tell of the load."""
    async for piece in pieces:
        if not (isinstance(piece, Working) and piece.is_loading):
            return piece
    raise AssertionError("nothing followed the load")


async def test_refused_load_is_told_once(tmp_path: Path) -> None:
    """However often a model is asked for that finds no room, its log has one line, with the reason."""
    observer = Heard()
    async with Broadcast([observer]) as teller:
        spec = WorkerSpec(ModelRef("local", "m"), tmp_path / "m.gguf")
        keeper = ModelKeeper(spec, teller, Keeping(), room=NoRoom())
        for _ in range(3):
            with pytest.raises(NotEnoughMemory):
                await keeper.ensure_loaded()
    assert observer.told == [("refused", "It does not fit.")]


async def test_worker_that_is_well_and_does_nothing_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With an answer under way, no word and no work for three times `hang_s` end it, and its answer fails as such."""
    (tmp_path / "xllamacpp.py").write_text(DEADLOCKED)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    weights = tmp_path / "m.gguf"
    weights.touch()
    now_s = 100.0
    async with Broadcast([]) as teller:
        spec = WorkerSpec(ModelRef("local", "m"), weights)
        keeper = ModelKeeper(spec, teller, Keeping(start_s=30, hang_s=10), now_s=lambda: now_s)
        try:
            async with asyncio.timeout(60), keeper.answer(ChatRequest((Message(Role.USER, "Hello"),))) as pieces:
                assert await after_load(pieces) == Working()
                assert await anext(pieces) == TextDelta("Once")
                for _ in range(5):
                    assert keeper.pid is not None
                    now_s += 9
                    await keeper.tend()
                with pytest.raises(WorkerDied, match="hung"):
                    await anext(pieces)
        finally:
            await keeper.close()


async def test_who_waits_longer_than_queue_s_is_told_the_place_and_no_sign_of_life(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From `queue_s` on the line is silence, so that others are asked; the place is told all the same."""
    (tmp_path / "xllamacpp.py").write_text(DEADLOCKED)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    weights = tmp_path / "m.gguf"
    weights.touch()
    hello = ChatRequest((Message(Role.USER, "Hello"),))
    async with Broadcast([]) as teller:
        keeper = ModelKeeper(WorkerSpec(ModelRef("local", "m"), weights), teller, Keeping(start_s=30, queue_s=0))
        try:
            async with asyncio.timeout(60), keeper.answer(hello), keeper.answer(hello) as waiting:
                assert await after_load(waiting) == Working(place_in_line=1, is_sign=False)
        finally:
            await keeper.close()
