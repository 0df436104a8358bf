"""Callers as rows, and rows as callers."""

from __future__ import annotations

from sqlalchemy import Row as FoundRow
from sqlalchemy import Update, and_, update

from segue.domain.callers import Caller, CallerBudget, CallerRole, CallerScope
from segue.domain.models import Privacy
from segue.storage.rows import Cells, from_us, to_us
from segue.storage.tables import callers


def caller_row(caller: Caller) -> Cells:
    """A caller as it is kept."""
    scope, budget = caller.scope, caller.scope.budget
    return {
        "id": caller.id,
        "name": caller.name,
        "role": caller.role,
        "key_hash": caller.key_hash,
        "created_at_us": to_us(caller.created_at),
        "revoked_at_us": to_us(caller.revoked_at) if caller.revoked_at else None,
        "models": "\n".join(scope.models) or None,
        "privacy": scope.privacy,
        "budget_micro_usd": budget.limit_micro_usd if budget else None,
        "budget_period": budget.period if budget else None,
        "requests_per_minute": scope.requests_per_minute,
        "tokens_per_minute": scope.tokens_per_minute,
        "concurrent": scope.concurrent,
        "expires_at_us": to_us(scope.expires_at) if scope.expires_at else None,
        "is_internal": scope.is_internal or None,
        "old_key_hash": caller.old_key_hash,
        "old_key_until_us": to_us(caller.old_key_until) if caller.old_key_until else None,
    }


def caller(row: FoundRow[tuple[object, ...]]) -> Caller:
    """A caller from its row."""
    return Caller(
        id=row.id,
        name=row.name,
        role=CallerRole(row.role),
        key_hash=row.key_hash,
        created_at=from_us(row.created_at_us),
        revoked_at=None if row.revoked_at_us is None else from_us(row.revoked_at_us),
        scope=_scope(row),
        old_key_hash=row.old_key_hash,
        old_key_until=None if row.old_key_until_us is None else from_us(row.old_key_until_us),
    )


def change(caller: Caller, *, was: Caller) -> Update:
    """Put what a caller is now in the place of what it was, where all of it is still as it was."""
    still = and_(*(callers.c[name].is_not_distinct_from(value) for name, value in caller_row(was).items()))
    return update(callers).where(still, callers.c.revoked_at_us.is_(None)).values(caller_row(caller))


def _scope(row: FoundRow[tuple[object, ...]]) -> CallerScope:
    budget = None if row.budget_micro_usd is None else CallerBudget(row.budget_micro_usd, row.budget_period)
    return CallerScope(
        models=tuple(row.models.split("\n")) if row.models else (),
        privacy=None if row.privacy is None else Privacy(row.privacy),
        budget=budget,
        requests_per_minute=row.requests_per_minute,
        tokens_per_minute=row.tokens_per_minute,
        concurrent=row.concurrent,
        expires_at=None if row.expires_at_us is None else from_us(row.expires_at_us),
        is_internal=bool(row.is_internal),
    )
