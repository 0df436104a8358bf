"""One room for all local models of a process: it lets a load begin once its memory is there, or says why not.

A keeper registers itself, and asks within its one load, before its worker starts:

    await room.admit(self)        # may unload idle models; raises NotEnoughMemory

What was admitted counts with its upper bound from then on, until its keeper neither loads nor has a worker any more:
loads at once never take more than there is.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from itertools import takewhile
from time import monotonic
from typing import Final, Protocol, TypeAlias

from typing_extensions import override

from segue.domain.models import ModelRef, ModelStatus
from segue.errors import NotEnoughMemory
from segue.machine.admission import Admit, Bound, Holding, Refuse, decide, decide_growth
from segue.machine.bounds import memory_bounds, taken_bytes
from segue.machine.gpus import look_for_gpus
from segue.machine.loads_elsewhere import LoadsElsewhere, beside
from segue.machine.needs import LoadPlan, Need
from segue.machine.room import gpu_bounds
from segue.providers.local.refusing import closed_to_loads, no_room, no_room_to_grow
from segue.providers.local.spec import WorkerSpec

LONG_TOKENS: Final = 1024
"""From here on a prompt with its answer is looked at before it is asked: shorter ones take some MB. Our choice."""
LOOK_AGAIN_S: Final = 0.1
"""Pause before the room is looked at again, while somebody waits for models that answer just now. Our choice."""

TURN_S: Final = 5.0
"""How long a model goes on with those in its line, while another waits for its memory: a load takes seconds, and is not
to be made for one answer each. Our choice."""

NeedOf: TypeAlias = Callable[[WorkerSpec], Need | None]
"""What a load takes, by its file's header; None where it cannot be told. Blocks; called in a thread."""
Lighter: TypeAlias = Callable[[WorkerSpec, Sequence[Bound], Sequence[Holding]], LoadPlan | None]
"""How a model could be loaded that does not fit as it is planned; None: in no way. Blocks; called in a thread."""
Look: TypeAlias = Callable[[], Sequence[Bound]]
"""The bounds on memory as they are now; none: nothing is known. Blocks; called in a thread."""


class Tenant(Protocol):
    """Who keeps one local model, as the room sees it. Nothing here waits but `unload_if_idle`."""

    spec: WorkerSpec

    @property
    def status(self) -> ModelStatus:
        """LOADING from before it asks for room until its load ended; meanwhile WAITING while the room says so."""
        ...

    @property
    def pid(self) -> int | None:
        """Of its worker process, also while that loads; None: there is none."""
        ...

    @property
    def is_idle(self) -> bool:
        """Whether it is loaded, and nobody is answered or waits for it."""
        ...

    @property
    def is_pinned(self) -> bool:
        """Whether it is to stay in memory."""
        ...

    @property
    def last_used_s(self) -> float:
        """When its last answer ended, or it was loaded; on the clock of `time.monotonic`."""
        ...

    def yield_turn(self, yields: bool) -> None:
        """True: begin no further answers, so that it gets idle: another model waits for its memory. False: as ever."""
        ...

    async def unload_if_idle(self) -> bool:
        """Unload it unless it is used; False at once where it is, or where it is being loaded or unloaded already."""
        ...


class Admits(Protocol):
    """What a keeper needs of a room."""

    def register(self, tenant: Tenant) -> None:
        """From now on its model counts, and may be unloaded for another."""
        ...

    def forget(self, tenant: Tenant) -> None:
        """It is closed; again is harmless."""
        ...

    async def admit(self, tenant: Tenant) -> None:
        """Return once there is room for a tenant's model. Raises NotEnoughMemory, which says what would help."""
        ...

    def load_ended(self, tenant: Tenant) -> None:
        """A load that was let in is over, whatever it came to; again, or without one, is harmless."""
        ...

    def is_waiting(self, tenant: Tenant) -> bool:
        """Whether it waits for models that answer just now to leave it their memory."""
        ...

    async def admit_prompt(self, tenant: Tenant, *, tokens: int) -> None:
        """Return once there is room for what a prompt with its answer makes a loaded model grow by.

        Raises NotEnoughMemory. Of llama.cpp nothing grows: it takes the memory of its whole context at its load.
        """
        ...


class NoRoomKept(Admits):
    """Lets every load begin, for whoever keeps no room."""

    @override
    def register(self, tenant: Tenant) -> None:
        pass

    @override
    def forget(self, tenant: Tenant) -> None:
        pass

    @override
    async def admit(self, tenant: Tenant) -> None:
        pass

    @override
    def load_ended(self, tenant: Tenant) -> None:
        pass

    @override
    def is_waiting(self, tenant: Tenant) -> bool:
        return False

    @override
    async def admit_prompt(self, tenant: Tenant, *, tokens: int) -> None:
        pass


class Room(Admits):
    """The memory of this machine, as local models share it."""

    def __init__(
        self,
        *,
        look: Look = memory_bounds,
        need_of: NeedOf,
        lighter: Lighter = lambda *_: None,
        look_at_gpus: Look = lambda: gpu_bounds(look_for_gpus()),
        wait_s: float = 0.0,
        elsewhere: LoadsElsewhere | None = None,
        now_s: Callable[[], float] = monotonic,
    ) -> None:
        """`look_at_gpus`: asked only for loads that take some of their memory; `wait_s`: longest wait for models that
        answer just now, where their memory would suffice; `elsewhere`: loads of other processes, None: nobody's count.
        """
        self.loads_pinned = True
        """Whether pinned models are loaded at the start: a command that is over at once has no use for them."""
        self._elsewhere = elsewhere
        self._lighter, self._look_at_gpus = lighter, look_at_gpus
        self._look, self._need_of, self._wait_s, self._now_s = look, need_of, wait_s, now_s
        self._turn_s = min(TURN_S, wait_s / 2)
        self._tenants: dict[int, Tenant] = {}
        self._needs: dict[int, Need | None] = {}
        """What was admitted, by the same key; it counts while its tenant loads or has a worker."""
        self._waiting: dict[int, tuple[ModelRef, ...]] = {}
        """Who waits, and which models are to give them their turn."""
        self._line: dict[int, tuple[ModelRef, ...]] = {}
        """Who waits, the oldest first, and all models that each waits for."""
        self._closed_because: str | None = None
        self._one = asyncio.Lock()  # memory that was found free is spoken for before anybody else looks

    @property
    def tenants(self) -> tuple[Tenant, ...]:
        """Everybody who registered, loaded or not."""
        return tuple(self._tenants.values())

    def need_of(self, spec: WorkerSpec) -> Need | None:
        """What a load takes; None where it cannot be told. Blocks."""
        return self._need_of(spec)

    @override
    def register(self, tenant: Tenant) -> None:
        self._tenants[id(tenant)] = tenant

    @override
    def forget(self, tenant: Tenant) -> None:
        self._tenants.pop(id(tenant), None)
        self._needs.pop(id(tenant), None)

    @override
    async def admit(self, tenant: Tenant) -> None:
        self._require_open(tenant)
        self._needs.pop(id(tenant), None)  # of its last load: until it is admitted it counts for nobody
        need = await asyncio.to_thread(self._need_of, tenant.spec)
        began_s = since_s = looked_s = self._now_s()
        try:
            while (refused := await self._refusal(tenant, need)) is not None:
                now_s, models = self._now_s(), refused.waits_for
                if self._any_loads(models):
                    since_s = now_s  # its turn has not begun
                    began_s += now_s - looked_s  # and what is waited for are answers
                looked_s = now_s
                if not models or now_s >= began_s + self._wait_s:
                    raise await self._error(tenant, refused)
                self._line[id(tenant)] = models
                self._waiting[id(tenant)] = models if now_s - since_s >= self._turn_s else ()
                self._give_turns()
                await asyncio.sleep(LOOK_AGAIN_S)
        finally:
            self._waiting.pop(id(tenant), None)
            self._line.pop(id(tenant), None)
            self._give_turns()

    @override
    def is_waiting(self, tenant: Tenant) -> bool:
        return id(tenant) in self._waiting

    @override
    def load_ended(self, tenant: Tenant) -> None:
        if self._elsewhere is not None:
            self._elsewhere.end(id(tenant))

    @override
    async def admit_prompt(self, tenant: Tenant, *, tokens: int) -> None:
        spec = tenant.spec
        if spec.backend == "llama_cpp" or tokens < LONG_TOKENS:
            return
        plan = replace(spec.plan, context_tokens=min(tokens, spec.plan.context_tokens))
        need = await asyncio.to_thread(self._need_of, replace(spec, plan=plan))
        if need is None:
            return
        async with self._one:
            refused = await self._made_room(tenant, need, grows=True)
        if refused is not None:
            raise no_room_to_grow(spec, refused, tokens=tokens)

    @property
    def has_tenants(self) -> bool:
        """Whether any local model is known."""
        return bool(self._tenants)

    def holdings(self) -> list[Holding]:
        """Every model in memory, or on its way there."""
        return [self._holding(tenant, set()) for tenant in self._others(None)]

    def bounds(self) -> Sequence[Bound]:
        """The bounds on memory as they are now, without what loads of other processes may still take. Blocks."""
        bounds = self._look()
        return bounds if self._elsewhere is None else beside(bounds, self._elsewhere.untouched_bytes())

    def close_loads(self, because: str | None) -> None:
        """Refuse every load from now on with this reason; None: admit by what fits again."""
        self._closed_because = because

    async def unload_one_idle(self) -> ModelRef | None:
        """Unload the idle model that was used least recently; None where there is none."""
        idle = [tenant for tenant in self._tenants.values() if tenant.is_idle and not tenant.is_pinned]
        for tenant in sorted(idle, key=lambda tenant: tenant.last_used_s):
            if await tenant.unload_if_idle():
                return tenant.spec.model
        return None

    async def _refusal(self, tenant: Tenant, need: Need | None) -> Refuse | None:
        """Why a tenant has to stay out for now; None: it is admitted, and counts from now on."""
        async with self._one, nullcontext() if self._elsewhere is None else self._elsewhere.alone():
            self._require_open(tenant)
            refused = None if need is None else await self._made_room(tenant, need)
            if refused is None:
                self._needs[id(tenant)] = need
                if need is not None and self._elsewhere is not None:
                    await asyncio.to_thread(self._elsewhere.begin, id(tenant), need.upper_bytes)
            return refused

    def _any_loads(self, models: Sequence[ModelRef]) -> bool:
        return any(held.spec.model in models and held.status is ModelStatus.LOADING for held in self._tenants.values())

    def _give_turns(self) -> None:
        """Have those stop that somebody waited for long enough, and the others go on."""
        yielding = {model for models in self._waiting.values() for model in models}
        for tenant in self._tenants.values():
            tenant.yield_turn(tenant.spec.model in yielding)

    def _require_open(self, tenant: Tenant) -> None:
        if self._closed_because is not None:
            held = [one.spec.model for one in self._others(None)]
            raise closed_to_loads(tenant.spec.model, self._closed_because, held)

    async def _made_room(self, tenant: Tenant, need: Need, *, grows: bool = False) -> Refuse | None:
        """Unload what has to go; None once there is room. Only under `_one`."""
        stays = self._promised(tenant)
        while True:
            bounds = await self._bounds(need)
            others = [self._holding(other, stays) for other in self._others(tenant)]
            own = self._holding(tenant, stays)
            decision = decide_growth(need, own, bounds, others) if grows else decide(need, bounds, others)
            if isinstance(decision, Refuse):
                return decision
            if isinstance(decision, Admit):
                return None
            for model in decision.unload:
                if not await self._unloaded(model):
                    stays.add(model)  # it was asked something meanwhile
                    break

    def _promised(self, tenant: Tenant) -> set[ModelRef]:
        """Models that go for those who have waited longer, once they are idle."""
        older = takewhile(lambda waits: waits[0] != id(tenant), self._line.items())
        return {model for _, models in older for model in models}

    async def _bounds(self, need: Need) -> Sequence[Bound]:
        memory = await asyncio.to_thread(self.bounds)
        return (*memory, *await asyncio.to_thread(self._look_at_gpus)) if need.gpu_bytes else memory

    async def _unloaded(self, model: ModelRef) -> bool:
        idle = [tenant for tenant in self._tenants.values() if tenant.spec.model == model and tenant.is_idle]
        return bool(idle) and await idle[0].unload_if_idle()

    def _others(self, but: Tenant | None) -> list[Tenant]:
        """Everybody else, or everybody, whose model is in memory or on its way there."""
        others = (tenant for tenant in self._tenants.values() if tenant is not but)
        return [tenant for tenant in others if tenant.pid is not None or self._was_admitted(tenant)]

    def _was_admitted(self, tenant: Tenant) -> bool:
        return id(tenant) in self._needs and tenant.status in {ModelStatus.LOADING, ModelStatus.READY}

    def _holding(self, tenant: Tenant, stays: set[ModelRef]) -> Holding:
        resident_bytes, own_bytes = (0, 0) if tenant.pid is None else taken_bytes(tenant.pid)
        need = self._needs.get(id(tenant))
        return Holding(
            tenant.spec.model,
            need,
            resident_bytes,
            own_bytes,
            gpu_bytes=need.gpu_bytes if need is not None and tenant.status is ModelStatus.READY else 0,
            last_used_s=tenant.last_used_s,
            is_idle=tenant.is_idle and tenant.spec.model not in stays,
            is_pinned=tenant.is_pinned,
        )

    async def _error(self, tenant: Tenant, refused: Refuse) -> NotEnoughMemory:
        holdings = [self._holding(other, set()) for other in self._others(tenant)]
        bounds = await asyncio.to_thread(self.bounds)
        plan = await asyncio.to_thread(self._lighter, tenant.spec, bounds, holdings)
        return no_room(tenant.spec, refused, lighter=plan, held=[held.model for held in holdings if not held.may_go])
