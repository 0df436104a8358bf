"""One room for all local models: what is admitted, what goes for it, who waits, and who is refused in which words."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from segue.domain.models import ModelRef, ModelStatus
from segue.errors import NotEnoughMemory
from segue.machine.admission import Bound
from segue.machine.needs import LoadPlan, Need
from segue.providers.local.room import Room, Tenant
from segue.providers.local.spec import WorkerSpec

NEED_BYTES = 100


def need_of(upper_bytes: int) -> Need:
    """A need of which only the bound counts."""
    return Need(upper_bytes, upper_bytes, upper_bytes, 0, 0, 0, 0)


@dataclass(eq=False)
class Held(Tenant):
    """A model whose memory is figures: it is loaded once its load was admitted."""

    spec: WorkerSpec
    status: ModelStatus = ModelStatus.LOADABLE
    pid: int | None = None
    is_busy: bool = False
    is_pinned: bool = False
    last_used_s: float = 0.0
    unloaded: int = 0
    others_come: bool = False
    """Somebody always waits in its line: it gets idle only where it begins no answer more."""
    yields: bool = False

    @property
    def is_idle(self) -> bool:  # type: ignore[explicit-override]
        """Loaded, and not busy."""
        is_busy = self.is_busy or (self.others_come and not self.yields)
        return self.status is ModelStatus.READY and not is_busy

    def yield_turn(self, yields: bool) -> None:  # type: ignore[explicit-override]
        """Keep what is asked of it."""
        self.yields = yields

    async def unload_if_idle(self) -> bool:  # type: ignore[explicit-override]
        """Give its memory back."""
        if not self.is_idle:
            return False
        self.status, self.unloaded = ModelStatus.LOADABLE, self.unloaded + 1
        return True


@dataclass
class House:
    """A room of a size, and its models."""

    size_bytes: int = 150
    tenants: list[Held] = field(default_factory=list)
    looks: int = 0
    passes_s: float = 0.0
    """Time that each look takes."""

    def room(self, *, wait_s: float = 0.0) -> Room:
        """The room, with every model registered."""
        made = Room(
            look=self.bounds,
            need_of=lambda _: need_of(NEED_BYTES),
            wait_s=wait_s,
            now_s=lambda: self.looks * self.passes_s,
        )
        for tenant in self.tenants:
            made.register(tenant)
        return made

    def bounds(self) -> Sequence[Bound]:
        """The one bound; nothing of it is taken, whatever is admitted."""
        self.looks += 1
        return (Bound("machine", self.size_bytes, self.size_bytes, "own"),)

    def moves_in(self, name: str) -> Held:
        """One more model."""
        self.tenants.append(Held(WorkerSpec(ModelRef("local", name), Path("none.gguf"))))
        return self.tenants[-1]


async def load(room: Room, tenant: Held) -> None:
    """A load as a keeper does it."""
    tenant.status = ModelStatus.LOADING
    try:
        await room.admit(tenant)
    except NotEnoughMemory:
        tenant.status = ModelStatus.LOADABLE
        raise
    await asyncio.sleep(0)
    tenant.status = ModelStatus.READY


async def test_loads_at_once_never_take_more_than_there_is() -> None:
    """Of two models that are asked for at the same moment only one is admitted where one fits. Covers R8.1."""
    house = House()
    first, second = house.moves_in("first"), house.moves_in("second")
    first.is_busy = second.is_busy = True  # somebody waits for each
    room = house.room()
    results = [asyncio.ensure_future(load(room, tenant)) for tenant in (first, second)]
    await asyncio.wait(results)
    assert [task.exception() is None for task in results] == [True, False]


async def test_idle_model_goes_for_another() -> None:
    """The model that was used least recently is unloaded for one that is asked for; a pinned one stays. Covers R8.1."""
    house = House(size_bytes=350)
    pinned, old, new, wanted = (house.moves_in(name) for name in ("pinned", "old", "new", "wanted"))
    pinned.is_pinned, old.last_used_s, new.last_used_s = True, 1.0, 2.0
    room = house.room()
    for tenant in (pinned, old, new, wanted):
        await load(room, tenant)
    assert [tenant.unloaded for tenant in house.tenants] == [0, 1, 0, 0]


async def test_models_that_were_unloaded_do_not_wait_for_each_other() -> None:
    """What was loaded once and is not any more counts for nobody, also while it is asked for again. Covers R8.1."""
    house = House()
    first, second = house.moves_in("first"), house.moves_in("second")
    room = house.room(wait_s=30.0)
    await load(room, first)
    await load(room, second)
    await second.unload_if_idle()
    async with asyncio.timeout(60), asyncio.TaskGroup() as group:
        for tenant in (first, second):
            group.create_task(load(room, tenant))
    assert (first.unloaded, second.status) == (2, ModelStatus.READY)


async def test_busy_model_is_waited_for() -> None:
    """A load waits for a model that answers just now, and takes its place once it is idle. Covers R8.1."""
    house = House()
    busy, wanted = house.moves_in("busy"), house.moves_in("wanted")
    room = house.room(wait_s=30.0)
    await load(room, busy)
    busy.is_busy, looks = True, house.looks
    waiting = asyncio.ensure_future(load(room, wanted))
    while house.looks < looks + 2:
        await asyncio.sleep(0.001)
    assert room.is_waiting(wanted)
    busy.is_busy = False
    await asyncio.wait_for(waiting, 60)
    assert not room.is_waiting(wanted)
    assert (busy.unloaded, wanted.status) == (1, ModelStatus.READY)


async def test_models_that_are_asked_all_the_time_take_turns() -> None:
    """A model whose line never empties leaves its place to one that waited for a turn's length, and goes on with its
    line after that. Covers R8.1."""
    house = House(passes_s=2.0)
    first, second = house.moves_in("first"), house.moves_in("second")
    first.others_come = second.others_come = True
    room = house.room(wait_s=30.0)
    await load(room, first)
    for waits, answers in ((second, first), (first, second)):
        await asyncio.wait_for(load(room, waits), 60)
        assert (waits.status, answers.status) == (ModelStatus.READY, ModelStatus.LOADABLE)
        assert [waits.yields, answers.yields] == [False, False]


async def test_who_waited_longest_is_loaded_next() -> None:
    """Whoever comes later gets nothing of what an older one waits for, however often it looks. Covers R8.1."""
    house = House()
    busy, first, late = (house.moves_in(name) for name in ("busy", "first", "late"))
    room, loaded = house.room(wait_s=30.0), list[str]()
    await load(room, busy)
    busy.is_busy = True

    async def loads(tenant: Held) -> None:
        await load(room, tenant)
        loaded.append(tenant.spec.model.name)

    waiting = asyncio.create_task(loads(first))
    while not room.is_waiting(first):
        await asyncio.sleep(0.001)
    busy.is_busy = False
    await asyncio.wait_for(asyncio.gather(loads(late), waiting), 60)
    assert loaded == ["first", "late"]


async def test_refusal_names_need_and_room() -> None:
    """A load that cannot fit is refused with what it takes, what is free, and who sets the bound. Covers R8.5."""
    house = House(size_bytes=60)
    wanted = house.moves_in("wanted")
    with pytest.raises(NotEnoughMemory, match="takes up to ") as caught:
        await load(house.room(wait_s=30.0), wanted)
    assert (caught.value.need_bytes, caught.value.free_bytes, caught.value.model.name) == (100, 60, "wanted")


async def test_refusal_names_only_models_that_would_have_to_be_unloaded_by_hand() -> None:
    """Those that are idle count as gone already: unloading them helps nothing."""
    house = House(size_bytes=60)
    wanted, idle, busy, pinned = map(house.moves_in, ("wanted", "idle", "busy", "pinned"))
    for held in (idle, busy, pinned):
        held.pid, held.status = 0, ModelStatus.READY
    busy.is_busy, pinned.is_pinned = True, True
    with pytest.raises(NotEnoughMemory) as caught:
        await load(house.room(), wanted)
    assert "local:busy, local:pinned; unload" in caught.value.hint
    assert "local:idle" not in caught.value.hint


async def test_failed_load_frees_its_place() -> None:
    """A load that was admitted and failed counts no more. Covers R8.1."""
    house = House()
    failing, wanted = house.moves_in("failing"), house.moves_in("wanted")
    room = house.room()
    await load(room, failing)
    failing.status = ModelStatus.RESTING
    await load(room, wanted)
    assert wanted.status is ModelStatus.READY


async def test_closed_room_refuses_whoever_waits_and_whoever_comes() -> None:
    """Once memory is short no load begins, that waits or is new, and the reason is told; then they begin again. Covers
    R8.4."""
    house = House()
    busy, waiting, new = house.moves_in("busy"), house.moves_in("waiting"), house.moves_in("new")
    room = house.room(wait_s=30.0)
    await load(room, busy)
    busy.is_busy, looks = True, house.looks
    waits = asyncio.ensure_future(load(room, waiting))
    while house.looks < looks + 1:
        await asyncio.sleep(0.001)
    room.close_loads("Memory is short: so it is.")
    for refused in (waits, asyncio.ensure_future(load(room, new))):
        with pytest.raises(NotEnoughMemory, match="so it is"):
            await asyncio.wait_for(refused, 60)
    room.close_loads(None)
    busy.is_busy = False
    await load(room, new)
    assert new.status is ModelStatus.READY


async def test_load_that_does_not_fit_the_gpu_is_refused() -> None:
    """Layers for a graphics processor have to fit its memory, where that is known."""
    house, need = House(size_bytes=1000), replace(need_of(NEED_BYTES), gpu_bytes=81)
    wanted, gpu = house.moves_in("wanted"), Bound("gpu", 100, 80, "gpu")
    with pytest.raises(NotEnoughMemory, match="gpu") as caught:
        await load(Room(look=house.bounds, need_of=lambda _: need, look_at_gpus=lambda: [gpu]), wanted)
    assert (caught.value.need_bytes, caught.value.free_bytes) == (81, 80)
    await load(Room(look=house.bounds, need_of=lambda _: need, look_at_gpus=list), wanted)


async def test_unknown_need_is_admitted() -> None:
    """A model of which nobody can say what it takes is loaded: its worker says what is wrong with it."""
    house = House(size_bytes=0)
    tenant = house.moves_in("odd")
    await Room(look=house.bounds, need_of=lambda _: None).admit(tenant)
    assert house.looks == 0


async def test_long_prompt_is_refused_where_its_memory_was_taken() -> None:
    """A long prompt to a model whose memory grows with it is refused before it is asked where others took what it
    needs; a short one is not looked at, and what llama.cpp has it took at its load. Covers R8.1."""
    house = House(size_bytes=4000)
    growing = LoadPlan("transformers", context_tokens=8192)
    tenant = house.moves_in("m")
    tenant.spec = replace(tenant.spec, plan=growing)
    room = Room(look=house.bounds, need_of=lambda spec: need_of(spec.plan.context_tokens))
    await room.admit_prompt(tenant, tokens=4000)
    with pytest.raises(NotEnoughMemory, match="With 4001 tokens") as caught:
        await room.admit_prompt(tenant, tokens=4001)
    assert (caught.value.need_bytes, caught.value.free_bytes) == (4001, 4000)
    house.size_bytes = 0
    await room.admit_prompt(tenant, tokens=200)
    tenant.spec = replace(tenant.spec, plan=LoadPlan("llama_cpp", context_tokens=8192))
    await room.admit_prompt(tenant, tokens=8000)


async def test_idle_model_goes_for_a_long_prompt() -> None:
    """What a prompt needs is made free by unloading a model that nobody uses. Covers R8.1."""
    house = House(size_bytes=4000)
    tenant, idle = house.moves_in("m"), house.moves_in("idle")
    tenant.spec = replace(tenant.spec, plan=LoadPlan("transformers", context_tokens=8192))
    room = Room(look=house.bounds, need_of=lambda spec: need_of(spec.plan.context_tokens))
    room.register(tenant)
    room.register(idle)
    idle.spec = replace(idle.spec, plan=LoadPlan("llama_cpp", context_tokens=2048))
    await load(room, idle)
    await room.admit_prompt(tenant, tokens=3000)
    assert idle.unloaded == 1
