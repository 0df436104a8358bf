"""One room for all local models of a process: it lets a load begin once its memory is there, or says why not.

A keeper registers itself, and asks within its one load, before its worker starts:

    await room.admit(self)        # may unload idle models; raises NotEnoughMemory
"""

from __future__ import annotations

from typing import Protocol

from typing_extensions import override

from segue.domain.models import ModelStatus
from segue.providers.local.spec import WorkerSpec


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
