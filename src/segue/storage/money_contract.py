"""The contract of who counts money for everybody that spends it; `tests/conformance/test_money_books.py` runs over all.

Every amount is in millionths of a dollar.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeAlias

from segue.domain.budgets import Account, Booked, Reserve, Settle, Standing

Step: TypeAlias = Reserve | Settle


class MoneyBook(Protocol):
    """Holds and settles. What was held and never settled counts as taken as long as its period lasts."""

    async def book(self, steps: Sequence[Step]) -> tuple[Booked, ...]:
        """Carry out steps in their order; what became of each, in the same order.

        Each is one atomic step over all its accounts, also among processes. Raises StorageError; then any number of
        the first ones may have been carried out all the same, and doing them again is harmless.
        """
        ...

    async def standings(self) -> Mapping[Account, Standing]:
        """How every account stands that is known here."""
        ...
