"""The names of callers, as they come with what they pay: accounts have ids, or names where a budget is for a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from segue.domain.budgets import Account, Budget, Payer
from segue.domain.scopes import ScopeKind

_PERSONAL: Final = frozenset({ScopeKind.SESSION, ScopeKind.TAG})
"""Whose names may stand for a person: they are in no log and no message."""
MOST_KNOWN: Final = 10_000
"""Most callers that are remembered; the oldest would be told by id."""


class KnownPayers:
    """Who has paid since this process began."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        """By id. The oldest first."""
        self._named: set[str] = set()
        """The names under which a budget counts."""
        self._own: dict[str, Budget] = {}
        """What keys may spend by themselves, by the callers' names."""

    def note(self, payer: Payer, *, by_name: bool) -> None:
        """Remember a caller; `by_name`: that a budget counts under their name."""
        if payer.caller is None or payer.caller_name is None:
            return
        if by_name:
            self._named.add(payer.caller_name)
        self._names[payer.caller] = payer.caller_name
        if len(self._names) > MOST_KNOWN:
            del self._names[next(iter(self._names))]

    def is_new(self, own: Budget) -> bool:
        """Whether what a caller's key may spend by itself was not heard of; it is remembered then, in place of what it
        was before."""
        assert own.name is not None, "it is for one caller"
        if self._own.get(own.name) == own:
            return False
        self._own[own.name] = own
        return True

    def own_budgets(self, account: Account) -> Sequence[Budget]:
        """What a caller's key may spend by itself, where an account is of that."""
        scope = account.scope
        own = self._own.get(scope.name) if scope.kind is ScopeKind.CALLER else None
        return () if own is None or own.period is not account.period else (own,)

    def is_for_another(self, budget: Budget, account: Account) -> bool:
        """Whether an account is of a budget with a name, and not of this one, which each caller has: what somebody
        spends under their name is counted under their id as well."""
        return budget.kind is ScopeKind.CALLER and budget.name is None and account.scope.name in self._named

    def whose(self, budget: Budget, account: Account) -> str:
        """Whose it is, of a budget that each of a kind has; empty where its words say it, or where it may be a
        person."""
        if budget.name is not None or budget.kind is ScopeKind.GLOBAL or budget.kind in _PERSONAL:
            return ""
        return self._names.get(account.scope.name, account.scope.name)
