"""The contract of who counts money for everybody that spends it; `tests/conformance/test_money_books.py` runs over all.

Every amount is in millionths of a dollar.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeAlias

from segue.domain.budgets import Account, Booked, Hold, Period, Reserve, Settle, Standing
from segue.domain.scopes import ScopeKind
from segue.storage.users import Users

Step: TypeAlias = Reserve | Settle


@dataclass(frozen=True, slots=True)
class Sought:
    """Accounts of periods that are not over: there may be one for each session that there ever was."""

    period: Period
    since_us: int
    """Of periods that began then or later."""
    most: int
    """So many at most, beside those of which something is held."""
    kind: ScopeKind | None = None
    """None: of every kind, and first those in which something was spent last. Else the dearest come first."""

    def finds(self, account: Account) -> bool:
        """Whether it is one of them."""
        is_of_kind = self.kind is None or account.scope.kind is self.kind
        return is_of_kind and account.period is self.period and account.began_us >= self.since_us


class MoneyBook(Protocol):
    """Holds and settles. What was held and never settled counts as taken as long as its period lasts."""

    async def book(self, steps: Sequence[Step]) -> tuple[Booked, ...]:
        """Carry out steps in their order; what became of each, in the same order.

        Each is one atomic step over all its accounts, also among processes. Raises StorageError; then any number of
        the first ones may have been carried out all the same, and doing them again is harmless.
        """
        ...

    async def standings(self, wanted: Sought | Collection[Account] | None = None) -> Mapping[Account, Standing]:
        """How accounts stand, of those that are known here: the wanted ones, or every one."""
        ...


@dataclass(frozen=True, slots=True)
class WholeBook:
    """What a store knows at one moment: of the accounts that were sought, and all that is held."""

    standings: Mapping[Account, Standing]
    holds: tuple[Hold, ...]
    """What was not settled, however long ago it was held; it is in the standings, as held."""


class KeptMoneyBook(MoneyBook, Protocol):
    """A book that outlives the process. It knows which calls were settled lately: again, nothing is done."""

    async def whole_book(self, sought: Sequence[Sought]) -> WholeBook:
        """What is known of these accounts, and all that is held. Raises StorageError."""
        ...

    def users(self) -> Users:
        """By what this process knows whether others spend from the same book; made anew by each call."""
        ...

    async def close_holds(self, *, before: datetime) -> int:
        """Tell as spent what was held before a moment and not settled. What it costs in the end still counts."""
        ...

    async def forget_settled(self, *, before: datetime) -> int:
        """Erase which calls were settled before a moment; the number erased."""
        ...

    async def forget_accounts(self, *, before: datetime, of_sessions_before: datetime) -> int:
        """Erase what was spent in days and months of which nothing was heard since a moment; the number erased."""
        ...
