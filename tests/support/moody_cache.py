"""A shared cache that works, until it is told to refuse or to hang."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Literal

from typing_extensions import override

from segue.errors import StorageError
from segue.storage.memory import MemoryCache

Mood = Literal["well", "refusing", "hanging"]


class MoodyCache(MemoryCache):
    """Is shared by all who hold the object; `mood` says what its calls do, and what they do to it counts."""

    is_shared = True

    def __init__(self, mood: Mood = "well") -> None:
        super().__init__()
        self.mood: Mood = mood
        self.calls = 0
        """Calls that reached it, pings too."""
        self.pings = 0

    async def _answer(self) -> None:
        self.calls += 1
        if self.mood == "refusing":
            raise StorageError("The cache is in no mood.")
        if self.mood == "hanging":
            await asyncio.Event().wait()

    @override
    async def ping(self) -> None:
        self.pings += 1
        await self._answer()

    @override
    async def get(self, key: str) -> bytes | None:
        await self._answer()
        return await super().get(key)

    @override
    async def put(self, key: str, value: bytes, *, ttl_s: float) -> None:
        await self._answer()
        await super().put(key, value, ttl_s=ttl_s)

    @override
    async def claim(self, key: str, owner: bytes, *, ttl_s: float) -> bool:
        await self._answer()
        return await super().claim(key, owner, ttl_s=ttl_s)

    @override
    async def remove(self, key: str) -> None:
        await self._answer()
        await super().remove(key)

    @override
    async def add(self, key: str, amount: int, *, ttl_s: float) -> int:
        await self._answer()
        return await super().add(key, amount, ttl_s=ttl_s)

    @override
    async def extend(self, group: str, name: str, *, until_s: float, now_s: float) -> float:
        await self._answer()
        return await super().extend(group, name, until_s=until_s, now_s=now_s)

    @override
    async def deadlines(self, group: str, *, now_s: float) -> Mapping[str, float]:
        await self._answer()
        return await super().deadlines(group, now_s=now_s)

    @override
    async def lift(self, group: str, name: str) -> None:
        await self._answer()
        await super().lift(group, name)
