"""What a receiver of alerts is sent, as docs/budgets.md and docs/local/resources.md describe it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

import msgspec

from segue.accounting.reports import usd
from segue.events import BudgetReached, ResourceAlert

BUDGET: Final = "segue.budget_reached"
RESOURCE: Final = "segue.resource_alert"
"""What a message is about, for receivers that get others as well."""


def message(message_id: str, event: BudgetReached | ResourceAlert) -> bytes:
    """The body of a message."""
    kind, facts = (BUDGET, _budget(event)) if isinstance(event, BudgetReached) else (RESOURCE, _resource(event))
    return msgspec.json.encode({"type": kind, "version": 1, "id": message_id, "time": _utc(event.at), **facts})


def _budget(reached: BudgetReached) -> dict[str, object]:
    return {
        "budget": reached.budget,
        **({"whose": reached.whose} if reached.whose else {}),
        "kind": "hard" if reached.is_hard else "soft",
        "share": reached.share,
        "limit_usd": usd(reached.limit_micro_usd),
        "spent_usd": usd(reached.spent_micro_usd),
        **({"turns_away": True} if reached.turns_away else {}),
    }


def _resource(alert: ResourceAlert) -> dict[str, object]:
    return {
        "resource": alert.resource,
        "state": "over" if alert.is_over else "short",
        "found": alert.words,
        "measured": alert.measured,
        "level": alert.level,
        **({} if alert.gpu is None else {"gpu": alert.gpu}),
    }


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
