"""A local model's process dies, or its parent does: the answer fails as such, the next is given, nothing is left."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import psutil
import pytest

from segue.domain.chat import ChatRequest, Finished, Message, Role
from segue.domain.models import ModelRef, ModelStatus
from segue.errors import ModelGone, Overloaded, WorkerDied
from segue.events import Broadcast
from segue.machine.weights import DEMONSTRATION
from segue.providers.contract import ProviderContext
from segue.providers.local.adapter import LocalModelAdapter
from segue.providers.local.keeper import ModelKeeper
from segue.providers.local.keeping import Keeping
from segue.providers.local.options import LocalOptions
from segue.providers.local.spec import WorkerSpec

pytestmark = pytest.mark.gguf
SHORT = ChatRequest((Message(Role.USER, "Hello"),), max_tokens=8)
LONG = ChatRequest((Message(Role.USER, "Hello"),), max_tokens=2000, extra={"ignore_eos": True})
PARENT = """
import asyncio, sys
from pathlib import Path
from segue.domain.models import ModelRef
from segue.machine.needs import LoadPlan
from segue.providers.local.process import WorkerProcess
from segue.providers.local.spec import WorkerSpec
async def main():
    spec = WorkerSpec(ModelRef("local", "m"), Path(sys.argv[1]), LoadPlan("llama_cpp", 512))
    async with WorkerProcess(spec, start_s=30) as worker:
        print(worker.pid, worker.socket_path, flush=True)
        await asyncio.to_thread(sys.stdin.read)
if sys.argv[2] == "uvloop":
    import uvloop
    uvloop.run(main())
else:
    asyncio.run(main())
"""
SHORT_OF_MEMORY = """
import asyncio, resource, sys
from pathlib import Path
from segue.domain.models import ModelRef
from segue.errors import Overloaded
from segue.machine.needs import LoadPlan
from segue.providers.local.process import WorkerProcess
from segue.providers.local.spec import WorkerSpec
resource.setrlimit(resource.RLIMIT_AS, (900 * 2**20, 900 * 2**20))
spec = WorkerSpec(ModelRef("local", "m"), Path(sys.argv[1]), LoadPlan("llama_cpp", 8192, parallel=4))
try:
    asyncio.run(WorkerProcess(spec, start_s=30).start())
except Overloaded as error:
    print(error)
"""


@pytest.fixture
async def adapter(demonstration_home: Path) -> AsyncIterator[LocalModelAdapter]:
    """The local provider without any configuration."""
    async with Broadcast([]) as teller:
        context = ProviderContext(name="local", home=demonstration_home, teller=teller)
        async with LocalModelAdapter(LocalOptions(), context) as opened:
            yield opened


async def kill_within_an_answer(adapter: LocalModelAdapter) -> None:
    """Ask, and end the worker with SIGKILL after the first piece of a loaded model."""
    await adapter.ensure_loaded("smollm2")
    async with asyncio.timeout(120), adapter.answer(LONG, "smollm2") as pieces:
        async for _ in pieces:
            os.kill(adapter.loaded()[0].pid, signal.SIGKILL)
            break
        async for _ in pieces:
            pass


async def test_worker_killed_within_an_answer_fails_it_and_answers_the_next(adapter: LocalModelAdapter) -> None:
    """SIGKILL during an answer gives `worker_died`, and the next question is answered within ten seconds."""
    with pytest.raises(WorkerDied) as caught:
        await kill_within_an_answer(adapter)
    assert (caught.value.code, caught.value.retryable) == ("worker_died", True)
    async with asyncio.timeout(60), adapter.answer(SHORT, "smollm2") as pieces:
        assert isinstance([piece async for piece in pieces][-1], Finished)


async def test_worker_killed_before_its_answer_began_fails_it_as_such(adapter: LocalModelAdapter) -> None:
    """A worker that dies while it reads the prompt gives `worker_died` too."""
    pid = (await adapter.ensure_loaded("smollm2")).pid
    prompt = ChatRequest((Message(Role.USER, "word " * 3000),), max_tokens=8)

    async def ask() -> None:
        async with adapter.answer(prompt, "smollm2") as pieces:
            async for _ in pieces:
                pass

    asking = asyncio.create_task(ask())
    before_s = sum(psutil.Process(pid).cpu_times()[:2])
    while sum(psutil.Process(pid).cpu_times()[:2]) < before_s + 0.1:
        await asyncio.sleep(0)
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(WorkerDied):
        await asking


async def test_worker_that_dies_again_and_again_rests(adapter: LocalModelAdapter) -> None:
    """After the second death in a row the model rests for a moment, and says for how long."""
    for _ in range(2):
        with pytest.raises(WorkerDied):
            await kill_within_an_answer(adapter)
    assert adapter.status("smollm2") is ModelStatus.RESTING
    with pytest.raises(Overloaded, match="failed 2 times in a row") as caught:
        await adapter.ensure_loaded("smollm2")
    assert caught.value.retry_after_s is not None
    assert 0 < caught.value.retry_after_s <= 0.5


async def test_rest_grows_with_each_failure_and_ends_with_its_time(tmp_path: Path) -> None:
    """A file that cannot be loaded is tried again after ever longer rests, up to half a minute."""
    now_s = 0.0
    damaged = tmp_path / "damaged.gguf"
    damaged.write_bytes(b"no weights")
    async with Broadcast([]) as teller:
        spec = WorkerSpec(ModelRef("local", "damaged"), damaged)
        keeper = ModelKeeper(spec, teller, Keeping(start_s=30), now_s=lambda: now_s)
        rests_s: list[float | None] = []
        with pytest.raises(ModelGone):
            await keeper.ensure_loaded()
        for _ in range(8):
            with pytest.raises(ModelGone):
                await keeper.ensure_loaded()
            with pytest.raises(ModelGone, match="rests") as resting:
                await keeper.ensure_loaded()
            rests_s.append(resting.value.retry_after_s)
            now_s += resting.value.retry_after_s or 0.0
    assert rests_s == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0]


@pytest.mark.parametrize(("loop", "is_stopped"), [("asyncio", False), ("uvloop", False), ("asyncio", True)])
def test_worker_does_not_outlive_a_killed_parent(demonstration_home: Path, loop: str, is_stopped: bool) -> None:
    """SIGKILL to the program leaves no worker and no socket behind, also where somebody had stopped the worker."""
    if is_stopped and sys.platform != "linux":
        pytest.skip("only Linux wakes it")
    path = DEMONSTRATION.path_in(demonstration_home)
    command = [sys.executable, "-c", PARENT, str(path), loop]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pid, socket_path = parent.stdout.readline().split()
        worker = psutil.Process(int(pid))
        assert Path(socket_path).exists()
        if is_stopped:
            os.kill(worker.pid, signal.SIGSTOP)
        parent.send_signal(signal.SIGKILL)
    worker.wait(timeout=60)
    assert not Path(socket_path).parent.exists()


def test_worker_does_not_outlive_a_parent_killed_during_the_load(demonstration_home: Path) -> None:
    """SIGKILL to the program while a model loads leaves no worker either."""
    path = DEMONSTRATION.path_in(demonstration_home)
    command = [sys.executable, "-c", PARENT, str(path), "asyncio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as parent:
        process, ends_s = psutil.Process(parent.pid), time.monotonic() + 20
        while not (children := process.children()) and time.monotonic() < ends_s:
            pass
        parent.send_signal(signal.SIGKILL)
    (worker,) = children
    worker.wait(timeout=60)


def test_model_that_does_not_fit_the_memory_is_told_as_such(demonstration_home: Path) -> None:
    """Where the system refuses the memory, the error says so and how to need less."""
    command = [sys.executable, "-c", SHORT_OF_MEMORY, str(DEMONSTRATION.path_in(demonstration_home))]
    done = subprocess.run(command, capture_output=True, text=True, timeout=150, check=True)
    assert "not enough memory" in done.stdout
    assert "context_tokens" in done.stdout
