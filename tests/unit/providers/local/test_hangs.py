"""A worker that says that it is well and does nothing all the same."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from segue.domain.chat import ChatRequest, Message, Role, TextDelta
from segue.domain.models import ModelRef
from segue.errors import WorkerDied
from segue.events import Broadcast
from segue.providers.local.keeper import ModelKeeper
from segue.providers.local.keeping import Keeping
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
            async with asyncio.timeout(20), keeper.answer(ChatRequest((Message(Role.USER, "Hello"),))) as pieces:
                assert await anext(pieces) == TextDelta("Once")
                for _ in range(5):
                    assert keeper.pid is not None
                    now_s += 9
                    await keeper.tend()
                with pytest.raises(WorkerDied, match="hung"):
                    await anext(pieces)
        finally:
            await keeper.close()
