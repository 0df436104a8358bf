"""The part of the SQL journal that keeps what is sealed for the vault: its data keys, and the keys for providers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import ClassVar, TypeVar

from sqlalchemy import Connection, Delete, Update
from typing_extensions import override

from segue.domain.provider_keys import KeptKey
from segue.storage import provider_key_rows, sql_vault
from segue.storage.contract import Journal, SealedKey

T = TypeVar("T")


class SqlKeys(Journal, ABC):
    """What a journal does with keys, in transactions of its own."""

    _dialect: ClassVar[str] = "sqlite"

    @abstractmethod
    async def _transact(self, work: Callable[[Connection], T], *, deed: str, alone: bool = False) -> T:
        """Do `work` in a transaction."""

    @abstractmethod
    async def _count(self, change: Update | Delete, *, deed: str) -> int:
        """How many rows a change has changed."""

    @override
    async def vault_keys(self) -> tuple[SealedKey, ...]:
        return await self._transact(sql_vault.every_key, deed="read the vault's keys")

    @override
    async def add_vault_key(self, key: SealedKey, *, begins_anew: bool = False) -> SealedKey | None:
        return await self._transact(
            lambda connection: sql_vault.add(connection, key, begins_anew=begins_anew, dialect=self._dialect),
            deed="keep a data key",
            alone=True,
        )

    @override
    async def reseal_vault_keys(self, keys: Sequence[SealedKey], *, was_under: str) -> bool:
        return await self._transact(
            lambda connection: sql_vault.reseal(connection, keys, was_under=was_under),
            deed=f"seal {len(keys)} data keys anew",
            alone=True,
        )

    @override
    async def provider_keys(self) -> tuple[KeptKey, ...]:
        return await self._transact(provider_key_rows.every_key, deed="read the providers' keys")

    @override
    async def keep_provider_key(self, key: KeptKey) -> None:
        await self._transact(
            lambda connection: connection.execute(provider_key_rows.keep(key, dialect=self._dialect)),
            deed="keep a provider's key",
            alone=True,
        )

    @override
    async def note_provider_key(self, key: KeptKey) -> bool:
        return await self._count(provider_key_rows.note(key), deed="note how a provider's key is") > 0

    @override
    async def reseal_provider_key(self, key: KeptKey, sealed: bytes) -> bool:
        return await self._count(provider_key_rows.reseal(key, sealed), deed="seal a provider's key anew") > 0

    @override
    async def remove_provider_key(self, provider: str, label: str) -> bool:
        return await self._count(provider_key_rows.remove(provider, label), deed="forget a provider's key") > 0
