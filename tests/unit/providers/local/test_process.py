"""A worker process serves one real model to whoever holds its key, and nothing of it is left afterwards."""

import asyncio
import json
import os
import signal
import stat
import sys
from dataclasses import replace
from pathlib import Path

import aiohttp
import psutil
import pytest

from segue.errors import ModelGone, Overloaded, ProviderFault
from segue.providers.local.process import WorkerProcess
from segue.providers.local.spec import WorkerSpec

pytestmark = pytest.mark.gguf
CHAT = "/v1/chat/completions"
HELLO: dict[str, object] = {"messages": [{"role": "user", "content": "Hello"}], "max_tokens": 8, "ignore_eos": True}
JOB: dict[str, object] = {
    "n_ctx_per_slot": 256,
    "n_parallel": 1,
    "n_threads": 1,
    "n_batch": 64,
    "n_gpu_layers": 0,
    "use_mmap": True,
    "cache_type": "f16",
    "quantization": None,
    "api_key": "k",
    "alias": "a",
}
"""What a worker is told, but for the file and the socket."""
OTHER_LLAMA = """
import os, signal, sys, time
class ggml_type:
    GGML_TYPE_F16 = 1
class CommonParams:
    def __init__(self):
        self.model = self.cpuparams = self.cpuparams_batch = type("Part", (), {{}})()
def Server(params):
    {act}
"""


@pytest.fixture
def other_llama(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A module that workers import in place of llama.cpp; write it with OTHER_LLAMA."""
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return tmp_path / "xllamacpp.py"


async def start_fails(spec: WorkerSpec, *, start_s: float = 30.0) -> WorkerProcess:
    """Start a worker that cannot start; the caller expects the error."""
    worker = WorkerProcess(spec, start_s=start_s)
    try:
        await worker.start()
    finally:
        assert not worker.is_alive
        assert worker.socket_path is None or not worker.socket_path.parent.exists()
    return worker


async def test_worker_streams_an_answer_in_more_than_one_piece(client: aiohttp.ClientSession) -> None:
    """An answer of a local model arrives while it is made."""
    async with client.post(CHAT, json=HELLO | {"stream": True}) as response:
        chunks = [line async for line in response.content if line.startswith(b"data: {")]
    assert response.status == 200
    assert len(chunks) > 2


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer wrong"}])
async def test_worker_asked_without_its_key_refuses(worker: WorkerProcess, headers: dict[str, str]) -> None:
    """Another program on the machine cannot use the worker."""
    connector = aiohttp.UnixConnector(str(worker.socket_path))
    async with (
        aiohttp.ClientSession("http://worker", connector=connector, headers=headers) as stranger,
        stranger.post(CHAT, json=HELLO) as response,
    ):
        await response.read()
    assert response.status == 401


async def test_worker_keeps_its_socket_and_key_private(worker: WorkerProcess) -> None:
    """Only this user can reach the socket, and the key is on no command line and in no repr."""
    assert worker.socket_path is not None
    assert stat.S_IMODE(worker.socket_path.parent.stat().st_mode) == 0o700
    assert worker.api_key not in " ".join(psutil.Process(worker.pid).cmdline())
    assert worker.api_key not in repr(worker)


async def test_every_slot_has_the_full_context(spec: WorkerSpec) -> None:
    """Two answers at once have the configured context each, not half of it."""
    async with (
        WorkerProcess(replace(spec, plan=replace(spec.plan, parallel=2)), start_s=30) as worker,
        aiohttp.ClientSession("http://worker", connector=aiohttp.UnixConnector(str(worker.socket_path))) as client,
    ):
        headers = {"Authorization": f"Bearer {worker.api_key}"}
        long = HELLO | {"messages": [{"role": "user", "content": "word " * 2000}]}
        refused = await client.post(CHAT, json=long, headers=headers)
        error = (await refused.json())["error"]
    assert refused.status == 400
    assert error["n_ctx"] == spec.plan.context_tokens
    assert error["n_prompt_tokens"] > 2000


async def test_cancelled_answer_stops_the_worker(worker: WorkerProcess, client: aiohttp.ClientSession) -> None:
    """When the client goes in the middle of an answer, the worker does not compute it to its end."""
    async with client.post(CHAT, json=HELLO | {"stream": True, "max_tokens": 400}) as response:
        await response.content.readline()
    cancelled_cpu_s = sum(psutil.Process(worker.pid).cpu_times()[:2])
    async with client.post(CHAT, json=HELLO | {"max_tokens": 1}) as response:
        await response.read()
    assert sum(psutil.Process(worker.pid).cpu_times()[:2]) - cancelled_cpu_s < 1.0


async def test_stopped_worker_leaves_nothing(spec: WorkerSpec) -> None:
    """After the end there is no process, no zombie, no socket and no folder; ending it again is harmless."""
    async with WorkerProcess(spec, start_s=30) as worker:
        assert worker.rss_bytes()
        assert worker.load_s > 0
    await worker.stop()
    assert worker.socket_path is not None
    assert not worker.socket_path.parent.exists()
    assert not psutil.pid_exists(worker.pid)
    assert worker.rss_bytes() is None


async def test_worker_that_hangs_is_ended_all_the_same(spec: WorkerSpec) -> None:
    """A stopped (frozen) worker is killed within the deadlines of the end."""
    async with WorkerProcess(spec, start_s=30) as worker:
        os.kill(worker.pid, signal.SIGSTOP)
    assert not psutil.pid_exists(worker.pid)


async def test_interrupt_in_the_terminal_does_not_end_the_worker(
    worker: WorkerProcess, client: aiohttp.ClientSession
) -> None:
    """Ctrl-C is for the program in front: the worker is in a session of its own and ignores the signal."""
    assert os.getsid(worker.pid) == worker.pid
    os.kill(worker.pid, signal.SIGINT)
    async with client.post(CHAT, json=HELLO) as response:
        assert response.status == 200


async def test_terminated_worker_ends_at_once_and_cleans_up(worker: WorkerProcess) -> None:
    """SIGTERM ends the worker without waiting for answers, and its socket goes along."""
    os.kill(worker.pid, signal.SIGTERM)
    async with asyncio.timeout(60):
        assert await worker.wait_dead() == 0
    assert worker.socket_path is not None
    assert not worker.socket_path.parent.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
async def test_running_worker_writes_no_log(worker: WorkerProcess) -> None:
    """What llama.cpp logs of a conversation goes to no file: nowhere, and to its parent, who forgets it."""
    output, errors = (Path(f"/proc/{worker.pid}/fd/{number}").readlink() for number in (1, 2))
    assert output == Path(os.devnull)
    assert str(errors).startswith(("pipe:", "socket:"))


async def test_stale_socket_does_not_stop_the_start(spec: WorkerSpec, tmp_path: Path) -> None:
    """A socket file left by a worker that was killed is replaced."""
    socket_path = tmp_path / "s.sock"
    socket_path.touch()
    job = JOB | {"model_path": str(spec.path), "socket_path": str(socket_path)}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "segue.providers.local.worker"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps(job).encode() + b"\n")
    async with asyncio.timeout(120):
        assert json.loads(await process.stdout.readline()) == {"listening": f"unix://{socket_path}"}
        process.stdin.close()
        await process.wait()
    assert not socket_path.exists()


async def test_worker_without_unix_sockets_listens_on_loopback(spec: WorkerSpec) -> None:
    """Where the system has no Unix sockets, the worker takes a free port of 127.0.0.1 and asks for its key as well."""
    job = JOB | {"model_path": str(spec.path), "socket_path": None}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "segue.providers.local.worker"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps(job).encode() + b"\n")
    async with asyncio.timeout(120), aiohttp.ClientSession() as stranger:
        address = json.loads(await process.stdout.readline())["listening"]
        async with stranger.post(address + CHAT, json=HELLO) as response:
            await response.read()
        await process.communicate(b"")
    assert address.startswith("http://127.0.0.1:")
    assert response.status == 401


async def test_missing_file_is_named(spec: WorkerSpec, tmp_path: Path) -> None:
    """A path without a file fails before any process is started, and the error names it."""
    with pytest.raises(ModelGone, match=r"There is no file .*none\.gguf"):
        await start_fails(replace(spec, path=tmp_path / "none.gguf"))


async def test_damaged_file_is_named_with_llama_cpps_reason(spec: WorkerSpec, tmp_path: Path) -> None:
    """A file that is cut off fails with the path, llama.cpp's own reason and what to do."""
    damaged = tmp_path / "cut.gguf"
    with spec.path.open("rb") as whole:
        damaged.write_bytes(whole.read(5_000_000))
    with pytest.raises(ModelGone, match=r"cannot load .*cut\.gguf.*corrupted or incomplete.*fetch it again"):
        await start_fails(replace(spec, path=damaged))


async def test_missing_llama_cpp_names_the_command_that_installs_it(spec: WorkerSpec, other_llama: Path) -> None:
    """Without the extra, the error says what to install."""
    other_llama.write_text("raise ImportError('no such thing')")
    with pytest.raises(ModelGone, match=r"pip install 'segue\[gguf\]'"):
        await start_fails(spec)


async def test_worker_killed_by_somebody_is_told_as_such(
    spec: WorkerSpec, other_llama: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the kernel counts that it ended nothing for want of memory, nobody is told to free some."""
    monkeypatch.setattr("segue.providers.local.process.kernel_kills", lambda: 3)
    other_llama.write_text(OTHER_LLAMA.format(act="os.kill(os.getpid(), signal.SIGKILL)"))
    with pytest.raises(Overloaded, match=r"somebody killed it \(SIGKILL\)"):
        await start_fails(spec)


@pytest.mark.parametrize(
    "act",
    [
        "os.kill(os.getpid(), signal.SIGKILL)",
        "print('x E failed to allocate buffer', file=sys.stderr); raise RuntimeError('init')",
    ],
    ids=["killed by the system", "refused by the allocator"],
)
async def test_lack_of_memory_is_told_as_such(
    spec: WorkerSpec, other_llama: Path, act: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that finds no memory fails with an error that says how to need less."""
    counted = iter((3, 4))
    monkeypatch.setattr("segue.providers.local.process.kernel_kills", lambda: next(counted))
    other_llama.write_text(OTHER_LLAMA.format(act=act))
    with pytest.raises(Overloaded, match=r"not enough memory.*context_tokens"):
        await start_fails(spec)


async def test_worker_that_crashes_at_its_start_tells_its_last_words(spec: WorkerSpec, other_llama: Path) -> None:
    """A crash gives the exit code and the end of the worker's log, without the key."""
    act = "print('last words', params.api_keys, file=sys.stderr, flush=True); os._exit(3)"
    other_llama.write_text(OTHER_LLAMA.format(act=act))
    worker = WorkerProcess(spec, start_s=30)
    with pytest.raises(ProviderFault, match=r"ended with 3 before it was ready\. last words") as caught:
        await worker.start()
    assert worker.api_key not in str(caught.value)


async def test_worker_that_does_not_get_ready_is_ended(spec: WorkerSpec, other_llama: Path) -> None:
    """A load that takes longer than it was given fails, and its process is gone."""
    other_llama.write_text(OTHER_LLAMA.format(act="time.sleep(60)"))
    with pytest.raises(Overloaded, match=r"not ready after 0\.5 s.*start_s"):
        await start_fails(spec, start_s=0.5)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is seen only after the load")
async def test_worker_whose_parent_was_gone_before_it_began_loads_nothing(spec: WorkerSpec, other_llama: Path) -> None:
    """A gateway that is killed just as it starts a worker leaves none that loads for nobody."""
    other_llama.write_text(OTHER_LLAMA.format(act="os._exit(9)"))
    job, parent = os.pipe()
    os.write(parent, json.dumps(dict(WorkerProcess(spec, start_s=1)._job())).encode() + b"\n")
    os.close(parent)
    command = [sys.executable, "-m", "segue.providers.local.worker"]
    paths = os.pathsep.join([str(other_llama.parent), *sys.path])
    process = await asyncio.create_subprocess_exec(*command, stdin=job, env={**os.environ, "PYTHONPATH": paths})
    os.close(job)
    assert await asyncio.wait_for(process.wait(), 60) == 1


async def test_cancelled_start_leaves_no_process(spec: WorkerSpec, other_llama: Path, tmp_path: Path) -> None:
    """Whoever gives up while a model loads leaves nothing behind."""
    started = tmp_path / "started"
    os.mkfifo(started)
    other_llama.write_text(OTHER_LLAMA.format(act=f"open({str(started)!r}, 'w').close(); time.sleep(60)"))
    starting = asyncio.create_task(start_fails(spec))
    await asyncio.to_thread(started.read_bytes)
    starting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await starting
