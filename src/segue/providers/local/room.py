"""One room for all local models of a process: it lets a load begin once its memory is there, or says why not.

A keeper registers itself, and asks within its one load, before its worker starts:

    await room.admit(self)        # may unload idle models; raises NotEnoughMemory

What was admitted counts with its upper bound from then on, until its keeper neither loads nor has a worker any more:
loads at once never take more than there is.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from time import monotonic
from typing import Final, Protocol, TypeAlias

import psutil
from typing_extensions import override

from segue.domain.models import ModelRef, ModelStatus
from segue.errors import NotEnoughMemory
from segue.machine.admission import Admit, Bound, Holding, Refuse, decide
from segue.machine.bounds import memory_bounds
from segue.machine.needs import Need
from segue.machine.sizes import gb
from segue.providers.local.spec import WorkerSpec

LOOK_AGAIN_S: Final = 0.1
"""Pause before the room is looked at again, while somebody waits for models that answer just now. Our choice."""

NeedOf: TypeAlias = Callable[[WorkerSpec], Need | None]
"""What a load takes, by its file's header; None where it cannot be told. Blocks; called in a thread."""
Look: TypeAlias = Callable[[], Sequence[Bound]]
"""The bounds on memory as they are now; none: nothing is known. Blocks; called in a thread."""


class Tenant(Protocol):
    """Who keeps one local model, as the room sees it. Nothing here waits but `unload_if_idle`."""

    spec: WorkerSpec

    @property
    def status(self) -> ModelStatus:
        """LOADING from before it asks for room until its load ended."""
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


class Room(Admits):
    """The memory of this machine, as local models share it."""

    def __init__(
        self,
        *,
        look: Look = memory_bounds,
        need_of: NeedOf,
        wait_s: float = 0.0,
        now_s: Callable[[], float] = monotonic,
    ) -> None:
        """`wait_s`: longest wait for models that answer just now, where their memory would suffice."""
        self._look, self._need_of, self._wait_s, self._now_s = look, need_of, wait_s, now_s
        self._tenants: dict[int, Tenant] = {}
        self._needs: dict[int, Need | None] = {}
        """What was admitted, by the same key; it counts while its tenant loads or has a worker."""
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
        if self._closed_because is not None:
            raise NotEnoughMemory(f"{self._closed_because} No model is loaded now.", model=tenant.spec.model)
        need = await asyncio.to_thread(self._need_of, tenant.spec)
        ends_s = self._now_s() + self._wait_s
        while True:
            async with self._one:
                refused = None if need is None else await self._made_room(tenant, need)
                if refused is None:
                    self._needs[id(tenant)] = need
                    return
            if not refused.waits_for or self._now_s() >= ends_s:
                raise self._error(tenant.spec, refused)
            await asyncio.sleep(LOOK_AGAIN_S)

    @property
    def has_tenants(self) -> bool:
        """Whether any local model is known."""
        return bool(self._tenants)

    def holdings(self) -> list[Holding]:
        """Every model in memory, or on its way there."""
        return [self._holding(tenant, set()) for tenant in self._others(None)]

    def bounds(self) -> Sequence[Bound]:
        """The bounds on memory as they are now. Blocks."""
        return self._look()

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

    async def _made_room(self, tenant: Tenant, need: Need) -> Refuse | None:
        """Unload what has to go; None once there is room. Only under `_one`."""
        stays: set[ModelRef] = set()
        while True:
            bounds = await asyncio.to_thread(self._look)
            decision = decide(need, bounds, [self._holding(other, stays) for other in self._others(tenant)])
            if isinstance(decision, Refuse):
                return decision
            if isinstance(decision, Admit):
                return None
            for model in decision.unload:
                if not await self._unloaded(model):
                    stays.add(model)  # it was asked something meanwhile
                    break

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

    def _error(self, spec: WorkerSpec, refused: Refuse) -> NotEnoughMemory:
        need, free, bound = refused.need_bytes, refused.free_bytes, refused.bound
        return NotEnoughMemory(
            f"Loading it takes up to {gb(need)}, and {gb(free)} are free of {gb(bound.total_bytes)} ({bound.source}).",
            model=spec.model,
            need_bytes=need,
            free_bytes=free,
        )


def taken_bytes(pid: int) -> tuple[int, int]:
    """Resident memory of a process, and what of it are its own pages; nothing where it is gone."""
    try:
        memory = psutil.Process(pid).memory_info()
    except psutil.Error:
        return 0, 0
    shared: int = getattr(memory, "shared", 0)  # pages of files and of shared memory; Linux tells it (proc(5), statm)
    return memory.rss, max(0, memory.rss - shared)
