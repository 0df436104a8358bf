"""The life of a local model with the real one: shared loads, the line, sessions, idleness, hangs, a lack of memory."""

from __future__ import annotations

import asyncio
import os
import resource
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import psutil
import pytest
import pytest_asyncio

from segue.domain.chat import ChatRequest, Finished, Message, ProviderPiece, Role, TextDelta, Working
from segue.domain.models import ModelRef, ModelStatus
from segue.errors import Overloaded, WorkerDied
from segue.events import Event, ModelStateChanged, Teller
from segue.machine.needs import LoadPlan
from segue.machine.weights import DEMONSTRATION
from segue.providers.contract import ProviderContext
from segue.providers.local.adapter import LocalModelAdapter
from segue.providers.local.keeper import ModelKeeper
from segue.providers.local.keeping import Keeping
from segue.providers.local.modesty import hold
from segue.providers.local.options import LocalOptions
from segue.providers.local.spec import WorkerSpec

pytestmark = [pytest.mark.gguf, pytest.mark.asyncio(loop_scope="module")]
HANG_S = 3.0
STORY = "Tell me a long story about a lighthouse and the people who live around it."


@dataclass
class Told(Teller):
    """Keeps what became of models."""

    states: list[str] = field(default_factory=list)
    details: list[str] = field(default_factory=list)

    def tell(self, event: Event) -> None:  # type: ignore[explicit-override]
        assert isinstance(event, ModelStateChanged)
        self.states.append(event.state)
        self.details.append(event.detail)


@dataclass
class Clock:
    """Goes forward when it is told to."""

    now_s: float = 1000.0

    def __call__(self) -> float:
        return self.now_s


@dataclass
class Kept:
    """A keeper with what it told, and its clock."""

    keeper: ModelKeeper
    told: Told
    clock: Clock


@pytest.fixture(scope="module")
def weights(demonstration_home: Path) -> Path:
    """The demonstration model's file."""
    return DEMONSTRATION.path_in(demonstration_home)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def kept(weights: Path) -> AsyncIterator[Kept]:
    """One keeper for all tests here, with two slots."""
    told, clock = Told(), Clock()
    spec = WorkerSpec(ModelRef("local", "smollm2"), weights, LoadPlan("llama_cpp", 1024, parallel=2))
    rules = Keeping(start_s=60, hang_s=HANG_S, queue=30, idle_unload_s=60, nice=0)
    keeper = ModelKeeper(spec, told, rules, now_s=clock)
    try:
        yield Kept(keeper, told, clock)
    finally:
        await keeper.close()


@pytest_asyncio.fixture(loop_scope="module")
async def loaded(kept: Kept) -> Kept:
    """The same, rested and loaded, with nothing told yet."""
    kept.clock.now_s += 60
    await kept.keeper.ensure_loaded()
    async with asyncio.timeout(120), kept.keeper.answer(asked("Hello", max_tokens=1)) as pieces:
        assert [piece async for piece in pieces]
    kept.told.states.clear()
    kept.told.details.clear()
    return kept


def asked(*said: str, max_tokens: int = 8, session: str | None = None) -> ChatRequest:
    """A conversation whose answer takes as many tokens as it may."""
    roles = (Role.USER, Role.ASSISTANT)
    messages = tuple(Message(roles[place % 2], text) for place, text in enumerate(said))
    return ChatRequest(messages, max_tokens=max_tokens, session=session, extra={"ignore_eos": True})


async def whole(keeper: ModelKeeper, request: ChatRequest) -> list[ProviderPiece]:
    """Every piece of an answer."""
    async with asyncio.timeout(60), keeper.answer(request) as pieces:
        return [piece async for piece in pieces]


async def broken_by(kept: Kept, act: Callable[[int], object]) -> WorkerDied:
    """How an answer ends whose worker something happens to after its first words."""
    keeper = kept.keeper
    async with asyncio.timeout(120), keeper.answer(asked(STORY, max_tokens=900)) as pieces:
        async for piece in pieces:
            if isinstance(piece, TextDelta):
                assert keeper.pid is not None
                act(keeper.pid)
                break
        kept.clock.now_s += 5
        with pytest.raises(WorkerDied) as caught:
            await read_on(pieces)
    return caught.value


async def read_on(pieces: AsyncIterator[ProviderPiece]) -> None:
    """Read an answer to its end."""
    async for _ in pieces:
        pass


def stop(pid: int) -> None:
    """Stop a process, and be sure that every thread of it is: each has to be given a processor to stop at."""
    os.kill(pid, signal.SIGSTOP)
    ends_s = time.monotonic() + 20
    while not all(") T " in file.read_text() for file in Path(f"/proc/{pid}/task").glob("*/stat")):
        assert time.monotonic() < ends_s, "it does not stop"
        time.sleep(0.001)


def places(pieces: Sequence[ProviderPiece]) -> list[int]:
    """The places in line that were told."""
    return [p.place_in_line for p in pieces if isinstance(p, Working) and p.place_in_line is not None]


async def test_twenty_at_once_load_a_cold_model_once_and_wait_in_line(kept: Kept) -> None:
    """One load serves all; whoever waits is told a place that only gets better; all are answered."""
    async with asyncio.TaskGroup() as group:
        answers = [group.create_task(whole(kept.keeper, asked("Hello", max_tokens=2))) for _ in range(20)]
    results = [answer.result() for answer in answers]
    assert all(isinstance(pieces[-1], Finished) for pieces in results)
    assert kept.told.states == ["loading", "loaded"]
    told = [places(pieces) for pieces in results]
    assert max(place for one in told for place in one) == 18
    assert all(one == sorted(one, reverse=True) for one in told)


async def test_full_line_refuses_at_once(loaded: Kept) -> None:
    """Beyond the longest line another model is asked at once."""
    keeper = ModelKeeper(loaded.keeper.spec, loaded.told, replace(loaded.keeper.rules, queue=0))
    tickets = [keeper.line.join(None) for _ in range(2)]
    assert all(tickets)
    with pytest.raises(Overloaded, match="wait in line"):
        await whole(keeper, asked("Hello"))
    assert keeper.status is ModelStatus.LOADABLE


async def test_second_turn_of_a_session_reads_only_what_is_new(loaded: Kept) -> None:
    """Between two turns of a session another one was answered, and its own words need not be read again."""
    keeper = loaded.keeper
    said = await whole(keeper, asked(STORY * 4, max_tokens=16, session="ann"))
    first = (await keeper.ensure_loaded()).timings
    await whole(keeper, asked("What is rain? " * 20, session="ben"))
    answer = "".join(piece.text for piece in said if isinstance(piece, TextDelta))
    await whole(keeper, asked(STORY * 4, answer, "And then?", session="ann"))
    second = (await keeper.ensure_loaded()).timings
    assert first is not None
    assert second is not None
    assert first.prompt_n > 60
    assert second.prompt_n < 30
    assert second.cache_n >= first.prompt_n


async def test_answer_tells_how_fast_the_model_reads_and_speaks(loaded: Kept) -> None:
    """Memory, load time and both speeds are there for metrics after an answer."""
    await whole(loaded.keeper, asked(STORY, max_tokens=8))
    held = loaded.keeper.held()
    assert held is not None
    assert held.rss_bytes
    assert held.load_s > 0
    assert held.prompt_tokens_per_s
    assert held.output_tokens_per_s
    assert (held.context_tokens, held.answers, held.waiting) == (1024, 0, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="reads another process's limits")
async def test_worker_lets_others_go_first_and_has_a_limit(weights: Path, loaded: Kept) -> None:
    """What is set of both holds for it: with too small a limit it is not loaded, and the error says why."""
    process = await asyncio.create_subprocess_exec("sleep", "60")
    hold(process.pid, nice=7, memory_limit_bytes=50_000_000)
    assert psutil.Process(process.pid).nice() == 7
    assert resource.prlimit(process.pid, resource.RLIMIT_DATA) == (50_000_000, 50_000_000)
    process.kill()
    await process.wait()
    limited = replace(loaded.keeper.rules, memory_limit_bytes=50_000_000)
    keeper = ModelKeeper(WorkerSpec(ModelRef("local", "tight"), weights), Told(), limited)
    with pytest.raises(Overloaded, match="not enough memory"):
        await keeper.ensure_loaded()
    await keeper.close()


async def test_idle_model_is_unloaded_after_its_time_and_loaded_again(loaded: Kept) -> None:
    """After `idle_unload_s` without an answer its memory is free; the next question loads it."""
    keeper, pid = loaded.keeper, loaded.keeper.pid
    assert pid is not None
    loaded.clock.now_s += 59
    await keeper.tend()
    assert keeper.pid == pid
    loaded.clock.now_s += 1
    await keeper.tend()
    assert keeper.status is ModelStatus.LOADABLE
    assert not psutil.pid_exists(pid)
    assert loaded.told.details == ["idle for 60 s"]
    await whole(keeper, asked("Hello"))
    assert loaded.told.states == ["unloaded", "loading", "loaded"]


async def test_pinned_model_stays_however_long_it_is_idle(loaded: Kept) -> None:
    """What is pinned is not unloaded for being idle."""
    keeper = loaded.keeper
    keeper.rules, rules = replace(keeper.rules, is_pinned=True), keeper.rules
    loaded.clock.now_s += 10_000
    await keeper.tend()
    keeper.rules = rules
    assert keeper.status is ModelStatus.READY


@pytest.mark.skipif(sys.platform != "linux", reason="looks whether a process stands still")
async def test_worker_stopped_within_an_answer_is_ended_and_started_again(loaded: Kept) -> None:
    """SIGSTOP: the answer fails as a death, the process is gone, and the next question is answered."""
    pid = loaded.keeper.pid
    assert pid is not None
    error = await broken_by(loaded, stop)
    assert "hung for" in error.message
    assert not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    assert isinstance((await whole(loaded.keeper, asked("Hello")))[-1], Finished)
    assert loaded.told.states == ["died", "loading", "loaded"]


@pytest.mark.skipif(sys.platform != "linux", reason="looks whether a process stands still")
async def test_worker_stopped_while_idle_costs_a_load_and_no_error(loaded: Kept) -> None:
    """Before a question goes to a worker that long said nothing, it is asked whether it is well."""
    assert loaded.keeper.pid is not None
    stop(loaded.keeper.pid)
    loaded.clock.now_s += 2
    assert isinstance((await whole(loaded.keeper, asked("Hello")))[-1], Finished)
    assert loaded.told.states == ["died", "loading", "loaded"]


@pytest.mark.skipif(sys.platform != "linux", reason="looks whether a process stands still")
async def test_worker_whose_answer_was_left_in_silence_is_looked_at(loaded: Kept) -> None:
    """Whoever gave up on a stopped worker leaves it to be ended, not to wait for the next one."""
    keeper = loaded.keeper
    assert keeper.pid is not None
    async with keeper.answer(asked(STORY, max_tokens=900)) as pieces:
        await anext(pieces)
        stop(keeper.pid)
        loaded.clock.now_s += 1.5
    await keeper.tend()
    await until(lambda: loaded.told.states == ["died"])


@pytest.mark.skipif(sys.platform != "linux", reason="changes another process's limits")
async def test_worker_driven_out_of_memory_is_told_as_such(loaded: Kept) -> None:
    """A worker that gets no more memory dies; the error says why, and the next question is answered."""
    keeper = loaded.keeper

    def starve(pid: int) -> None:
        resource.prlimit(pid, resource.RLIMIT_DATA, (2**20, 2**20))
        more.append(asyncio.create_task(whole(keeper, asked(STORY))))  # it needs a thread, and so memory

    more: list[asyncio.Task[list[ProviderPiece]]] = []
    error = await broken_by(loaded, starve)
    await asyncio.wait(more)
    assert isinstance(more[0].exception(), WorkerDied)
    assert "not enough memory" in error.message
    assert "context_tokens" in error.hint
    assert isinstance((await whole(keeper, asked("Hello")))[-1], Finished)


async def test_death_of_an_idle_worker_is_noticed_at_once(loaded: Kept) -> None:
    """Nobody has to ask for it: it is told with its reason, and its socket is gone."""
    worker = (await loaded.keeper.ensure_loaded()).worker
    assert worker.socket_path is not None
    os.kill(worker.pid, signal.SIGKILL)
    await until(lambda: loaded.told.states == ["died"])
    assert "exit code -9" in loaded.told.details[0]
    folder = worker.socket_path.parent
    await until(lambda: not folder.exists())
    assert loaded.keeper.held() is None


async def test_unload_whose_answer_was_lost_says_so(loaded: Kept) -> None:
    """The memory is free, but not as it was asked for: who unloads hears that the worker died under an answer."""
    keeper = loaded.keeper
    async with asyncio.timeout(120), keeper.answer(asked(STORY, max_tokens=900)) as pieces:
        await anext(pieces)
        unloading = asyncio.create_task(keeper.unload())
        await until(lambda: keeper.alive() is None)
        assert keeper.pid is not None
        os.kill(keeper.pid, signal.SIGKILL)
        with pytest.raises(WorkerDied):
            await read_on(pieces)
    with pytest.raises(WorkerDied):
        await unloading
    assert keeper.held() is None
    assert loaded.told.states == ["died"]


async def test_unload_that_is_broken_off_changes_nothing(loaded: Kept) -> None:
    """While it waits for an answer the model is shown with it; left, it goes on, and goes for being idle in its
    time."""
    keeper = loaded.keeper
    async with asyncio.timeout(120), keeper.answer(asked(STORY, max_tokens=900)) as pieces:
        await anext(pieces)
        unloading = asyncio.create_task(keeper.unload())
        await until(lambda: keeper.alive() is None)
        held = keeper.held()
        assert held is not None
        assert (held.answers, held.leaves_in_s) == (1, None)
        await asyncio.sleep(1.1)  # longer than between two looks at it
        unloading.cancel()
        await asyncio.wait([unloading])
    held = keeper.held()
    assert held is not None
    assert held.leaves_in_s == 60
    loaded.clock.now_s += 60
    await until(lambda: loaded.told.states == ["unloaded"])


async def test_memory_is_back_after_an_unload(loaded: Kept) -> None:
    """Nothing of the model stays: no process, and this one has not grown by it."""
    keeper, me = loaded.keeper, psutil.Process()
    own_bytes, children = me.memory_info().rss, len(me.children(recursive=True))
    held = keeper.held()
    assert held is not None
    assert held.rss_bytes
    assert await keeper.unload()
    assert keeper.pid is None
    assert len(me.children(recursive=True)) == children - 1
    assert me.memory_info().rss - own_bytes < 0.05 * held.rss_bytes


async def test_pinned_model_is_loaded_at_the_start_and_again_after_a_death(weights: Path, tmp_path: Path) -> None:
    """It is there before anybody asks, and comes back by itself; once it is unloaded it stays out until a load."""
    model = {"path": str(weights), "context_tokens": 256, "pinned": True}
    told = Told()
    context = ProviderContext(name="local", home=tmp_path, teller=told)
    async with LocalModelAdapter(LocalOptions.model_validate({"models": {"mine": model}}), context) as adapter:
        await until(lambda: adapter.status("mine") is ModelStatus.READY)
        (held,) = adapter.loaded()
        os.kill(held.pid, signal.SIGKILL)
        await until(lambda: [one.pid for one in adapter.loaded() if one.pid != held.pid])
        assert await adapter.unload("mine")
        assert adapter.status("mine") is ModelStatus.LOADABLE
        again = await adapter.ensure_loaded("mine")
        os.kill(again.pid, signal.SIGKILL)
        await until(lambda: [one.pid for one in adapter.loaded() if one.pid != again.pid])
    cycle = ["loading", "loaded", "died", "loading", "loaded"]
    assert told.states == [*cycle, "unloaded", *cycle]


async def until(is_so: Callable[[], object]) -> None:
    """Wait for something that happens by itself."""
    async with asyncio.timeout(120):
        while not is_so():
            await asyncio.sleep(0.01)
