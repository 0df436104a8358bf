"""The books of one process: what is held and spent of every account that it knows. Nothing is awaited, nothing kept."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from typing_extensions import override

from segue.domain.budgets import Account, Booked, Hold, Limit, Reserve, Standing
from segue.storage.money_contract import MoneyBook, Sought, Step

_NOTHING = Standing()


class Books(MoneyBook):
    """Counts in memory. All of a step is done or nothing, because nothing is awaited within it."""

    def __init__(self) -> None:
        self._standings: dict[Account, Standing] = {}
        self._holds: dict[str, Hold] = {}

    @override
    async def book(self, steps: Sequence[Step]) -> tuple[Booked, ...]:
        return tuple([self._booked(step) for step in steps])

    @override
    async def standings(self, wanted: Sought | Collection[Account] | None = None) -> Mapping[Account, Standing]:
        if wanted is None:
            return dict(self._standings)
        if not isinstance(wanted, Sought):
            return {account: self._standings[account] for account in wanted if self.knows(account)}
        found = [(account, standing) for account, standing in self._standings.items() if wanted.finds(account)]
        if wanted.kind is not None:
            found.sort(key=lambda known: known[1].spent_micro_usd)
        kept = {account: standing for account, standing in found if standing.held_micro_usd}
        return kept | dict(found[-wanted.most :])

    def knows(self, account: Account) -> bool:
        """Whether anything was told of an account."""
        return account in self._standings

    def standing(self, account: Account) -> Standing:
        """How an account stands."""
        return self._standings.get(account, _NOTHING)

    def short(self, micro_usd: int, limits: Iterable[Limit]) -> Limit | None:
        """The first limit that so much more would go beyond."""
        for limit in limits:
            if self.standing(limit.account).taken_micro_usd + micro_usd > limit.limit_micro_usd:
                return limit
        return None

    def reserve(self, hold: Hold, limits: Iterable[Limit] = ()) -> Limit | None:
        """Hold money; the limit that stands in the way, and nothing is held then."""
        if hold.id in self._holds:
            return None
        if (short := self.short(hold.micro_usd, limits)) is not None:
            return short
        self._holds[hold.id] = hold
        for account in hold.accounts:
            known = self._standings.pop(account, _NOTHING)  # it goes to the end: the last that was used
            self._standings[account] = replace(known, held_micro_usd=known.held_micro_usd + hold.micro_usd)
        return None

    def settle(self, hold: Hold, cost_micro_usd: int | None) -> bool:
        """Nothing is held for it any more, and what it cost is spent; False for one that is settled already."""
        if self._holds.pop(hold.id, None) is None:
            return False
        spent, unpriced = (0, 1) if cost_micro_usd is None else (cost_micro_usd, 0)
        for account in hold.accounts:
            known = self.standing(account)
            self._standings[account] = Standing(
                known.spent_micro_usd + spent, max(0, known.held_micro_usd - hold.micro_usd), known.unpriced + unpriced
            )
        return True

    def holds(self, hold_id: str) -> bool:
        """Whether money is held for a call."""
        return hold_id in self._holds

    def remember(self, hold: Hold) -> None:
        """Believe that money is held for a call; it stands in what is known of its accounts already."""
        self._holds[hold.id] = hold

    def know(self, standings: Iterable[tuple[Account, Standing]]) -> None:
        """Believe what was told of accounts by whoever counts for everybody."""
        self._standings.update(standings)

    def forget(self, is_past: Callable[[Account], bool]) -> list[Account]:
        """Let go of accounts of which nothing is held, as those of periods that are over; which they were."""
        gone = [a for a, standing in self._standings.items() if not standing.held_micro_usd and is_past(a)]
        for account in gone:
            del self._standings[account]
        return gone

    def shrink(self, most: int) -> list[Account]:
        """Let go of the accounts that were not used for longest where there are more; which they were.

        A tenth more than `most` goes, so that this is seldom done; those of which something is held stay.
        """
        if len(self._standings) <= most:
            return []
        too_many = len(self._standings) - most + most // 10
        free = (account for account, standing in self._standings.items() if not standing.held_micro_usd)
        gone = list(itertools.islice(free, too_many))
        for account in gone:
            del self._standings[account]
        return gone

    def known(self) -> list[tuple[Account, Standing]]:
        """Every account, and how it stands."""
        return list(self._standings.items())

    def _booked(self, step: Step) -> Booked:
        hold, short = step.hold, None
        if isinstance(step, Reserve):
            short = self.reserve(hold, step.limits)
        else:
            self.settle(hold, step.cost_micro_usd)
        return Booked(short, tuple([(account, self.standing(account)) for account in hold.accounts]))
