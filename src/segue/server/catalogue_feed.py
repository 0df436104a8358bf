"""What is told of lists over HTTP, for operators: `GET /v1/catalogue/changes`, `…/deprecations` and `…/places`."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final
from urllib.parse import parse_qsl

import msgspec

from segue.catalog.change_words import change_facts
from segue.catalog.ending_words import ending_facts
from segue.catalog.place_facts import known_facts
from segue.catalog.withdrawals import announced_as_of
from segue.server.access import OPERATES, Door
from segue.server.contract import TurnTaker
from segue.server.refusals import WrongField
from segue.server.wire import Incoming, respond

MOST_CHANGES: Final = 1_000
"""Most changes in one answer, the newest of those that were asked for."""
_LONGEST_VALUE_CHARS: Final = 256


class CatalogueFeed:
    """Serves operators alone: what is in use tells of a house."""

    def __init__(self, turns: TurnTaker, door: Door) -> None:
        self._turns = turns
        self._door = door

    async def changes(self, request: Incoming) -> None:
        """What changed, the oldest first. Nothing is fetched."""
        await self._door.admit(request.headers, OPERATES)
        given = _given(request.query, {"since", "provider"})
        since = _moment(given["since"]) if "since" in given else None
        found = await self._turns.catalogue.changes(since=since, provider=given.get("provider"))
        in_use = self._turns.catalogue.in_use()
        told = [{**change_facts(noted), "is_in_use": noted.change.model in in_use} for noted in found[-MOST_CHANGES:]]
        await respond(request.send, msgspec.json.encode({"found": len(found), "changes": told}))

    async def deprecations(self, request: Incoming) -> None:
        """Models in use that end or have ended, the soonest first; with `all=true` every listed one."""
        await self._door.admit(request.headers, OPERATES)
        given, today = _given(request.query, {"all"}), datetime.now(UTC).date()
        if given.get("all", "false") not in {"true", "false"}:
            raise WrongField("This has to be true or false.", param="all")
        found = await self._turns.catalogue.ending()
        told = [ending_facts(one, today) for one in found if one.is_in_use or given.get("all") == "true"]
        body = {"announced_as_of": announced_as_of().isoformat(), "deprecations": told}
        await respond(request.send, msgspec.json.encode(body))

    async def places(self, request: Incoming) -> None:
        """One model with every place to get it. Raises ModelNotFound."""
        await self._door.admit(request.headers, OPERATES)
        given = _given(request.query, {"model"})
        if not given.get("model"):
            raise WrongField(
                "Which model is meant?", param="model", hint="Write it as provider:name, or as maker/name."
            )
        known = await asyncio.to_thread(self._turns.catalogue.places, given["model"])
        await respond(request.send, msgspec.json.encode(known_facts(known)))


def _given(query: str, known: set[str]) -> Mapping[str, str]:
    """The parameters. Raises WrongField for one that is unknown or stands twice."""
    given: dict[str, str] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        if name in given or name not in known:
            hint = f"Known: {', '.join(sorted(known))}."
            raise WrongField("This parameter is unknown, or stands twice.", param=name[:64], hint=hint)
        if len(value) > _LONGEST_VALUE_CHARS:
            raise WrongField("This is too long.", param=name)
        given[name] = value
    return given


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise WrongField("This has to be a moment with its zone, as 2026-11-26T08:00:00Z.", param="since")
    return moment
