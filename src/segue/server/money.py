"""Money over HTTP, for operators: `GET /v1/budgets`, `GET /v1/spend`."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final
from urllib.parse import parse_qsl

import msgspec

from segue.accounting.reports import budget_facts, spend_facts, states, with_names
from segue.domain.spending import SpendBy
from segue.server.access import OPERATES, Door
from segue.server.contract import TurnTaker
from segue.server.refusals import WrongField
from segue.server.wire import Incoming, respond

DEFAULT_SINCE: Final = timedelta(days=30)
_PARAMETERS: Final = ("by", "since", "until")


class MoneyRoutes:
    """Serves operators alone. Sessions are told by their keyed hash."""

    def __init__(self, turns: TurnTaker, door: Door) -> None:
        self._turns = turns
        self._door = door

    async def budgets(self, request: Incoming) -> None:
        """Every budget as it stands. Raises StorageError."""
        await self._door.admit(request.headers, OPERATES)
        budgets = [budget.budget() for budget in self._turns.settings.budgets]
        found = states(budgets, await self._turns.money.standings())
        await respond(request.send, msgspec.json.encode({"budgets": [budget_facts(state) for state in found]}))

    async def spend(self, request: Incoming) -> None:
        """What recorded calls took. Raises WrongField, StorageError."""
        await self._door.admit(request.headers, OPERATES)
        by, since, until = _wanted(request.query)
        rows = await self._turns.money.spent(by, since=since, until=until)
        if by is SpendBy.CALLER:
            rows = with_names(rows, await self._turns.journal.callers())
        told = {"by": by, "since": since, "until": until, "rows": [spend_facts(row, by=by) for row in rows]}
        await respond(request.send, msgspec.json.encode(told))


def _wanted(query: str) -> tuple[SpendBy, datetime, datetime]:
    given: dict[str, str] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        if name in given or name not in _PARAMETERS:
            hint = f"Known: {', '.join(_PARAMETERS)}."
            raise WrongField("This parameter is unknown, or stands twice.", param=name[:64], hint=hint)
        given[name] = value
    now = datetime.now(UTC)
    since = _moment(given, "since") or now - DEFAULT_SINCE
    until = _moment(given, "until") or now
    if since >= until:
        raise WrongField("`since` has to be before `until`.", param="since")
    try:
        return SpendBy(given.get("by", SpendBy.MODEL)), since, until
    except ValueError:
        raise WrongField(f"This has to be one of {', '.join(SpendBy)}.", param="by") from None


def _moment(given: dict[str, str], name: str) -> datetime | None:
    if name not in given:
        return None
    try:
        moment = datetime.fromisoformat(given[name])
    except ValueError:
        raise WrongField("This has to be a moment as 2026-11-26T08:00:00Z.", param=name) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
