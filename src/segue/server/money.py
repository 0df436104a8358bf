"""Money over HTTP, for operators: `GET /v1/budgets`, `GET /v1/spend`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final
from urllib.parse import parse_qsl

import msgspec

from segue.accounting.reports import MOST_ACCOUNTS, budget_facts, named_callers, own_budgets, spend_facts, with_names
from segue.config.budget_settings import configured
from segue.domain.spending import SpendBy
from segue.server.access import OPERATES, Door
from segue.server.contract import TurnTaker
from segue.server.refusals import WrongField
from segue.server.wire import Incoming, respond

DEFAULT_SINCE: Final = timedelta(days=30)
LARGEST_PAGE: Final = 1000
"""Most accounts of one budget that are shown."""
_PARAMETERS: Final = ("by", "since", "until")


class MoneyRoutes:
    """Serves operators alone. Sessions are told by their keyed hash."""

    def __init__(self, turns: TurnTaker, door: Door) -> None:
        self._turns = turns
        self._door = door

    async def budgets(self, request: Incoming) -> None:
        """Every budget as it stands, those of keys too. Raises WrongField, StorageError."""
        await self._door.admit(request.headers, OPERATES)
        most = _most(request.query)
        settings, callers = self._turns.settings, await self._turns.journal.callers()
        budgets = configured(settings.budgets, settings.spending, own_budgets(callers))
        found = named_callers(await self._turns.money.states(budgets, most=most), callers)
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


def _given(query: str, known: Sequence[str]) -> dict[str, str]:
    given: dict[str, str] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        if name in given or name not in known:
            hint = f"Known: {', '.join(known)}."
            raise WrongField("This parameter is unknown, or stands twice.", param=name[:64], hint=hint)
        given[name] = value
    return given


def _most(query: str) -> int:
    """Accounts of one budget that are shown at most."""
    text = _given(query, ("limit",)).get("limit", str(MOST_ACCOUNTS))
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:9]) <= LARGEST_PAGE:
        raise WrongField(f"This has to be a number from 1 to {LARGEST_PAGE}.", param="limit")
    return int(text)


def _wanted(query: str) -> tuple[SpendBy, datetime, datetime]:
    given = _given(query, _PARAMETERS)
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
