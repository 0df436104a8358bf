"""The part of the SQL journal that counts money: it is exact for every process on the same store."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar, TypeVar

from sqlalchemy import Connection
from typing_extensions import override

from segue.domain.budgets import Account, Booked, Standing
from segue.domain.spending import SpendBy, Spent
from segue.storage import money_rows, spend_rows
from segue.storage.money_contract import Sought, Step, WholeBook
from segue.storage.rows import to_us
from segue.storage.sql_keys import SqlKeys
from segue.storage.users import FileUsers, NobodyElse, Users

T = TypeVar("T")


class SqlMoney(SqlKeys, ABC):
    """What a journal does with money, in transactions of its own."""

    _dialect: ClassVar[str] = "sqlite"
    _file: Path | None

    @abstractmethod
    @override
    async def _transact(self, work: Callable[[Connection], T], *, deed: str, alone: bool = False) -> T:
        """Do `work` in a transaction."""

    @override
    async def book(self, steps: Sequence[Step]) -> tuple[Booked, ...]:
        at_us = to_us(datetime.now(UTC))
        return await self._transact(
            lambda connection: money_rows.book(connection, steps, at_us=at_us, dialect=self._dialect),
            deed=f"count {len(steps)} holds",
            alone=True,
        )

    @override
    async def standings(self, wanted: Sought | Collection[Account] | None = None) -> Mapping[Account, Standing]:
        return await self._transact(
            lambda connection: money_rows.standings(connection, wanted), deed="read what was spent"
        )

    @override
    async def whole_book(self, sought: Sequence[Sought]) -> WholeBook:
        return await self._transact(
            lambda connection: money_rows.whole(connection, sought), deed="read what is held and spent"
        )

    @override
    def users(self) -> Users:
        return NobodyElse() if self._file is None else FileUsers(self._file.with_name(f"{self._file.name}.users"))

    @override
    async def spent(self, by: SpendBy, *, since: datetime, until: datetime) -> tuple[Spent, ...]:
        return await self._transact(
            lambda connection: spend_rows.spent(connection, by, since=since, until=until), deed="sum up what was spent"
        )

    @override
    async def close_holds(self, *, before: datetime) -> int:
        return await self._transact(
            lambda connection: money_rows.close_holds(connection, before_us=to_us(before)),
            deed="count old holds as spent",
            alone=True,
        )

    @override
    async def forget_accounts(self, *, before: datetime, of_sessions_before: datetime) -> int:
        return await self._transact(
            lambda connection: money_rows.forget(
                connection, before_us=to_us(before), of_sessions_before_us=to_us(of_sessions_before)
            ),
            deed="forget what was spent",
        )
