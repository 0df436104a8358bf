"""A host's list of models over HTTP: `GET /v1/catalogue`, with the conditions of `segue models list`."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Final
from urllib.parse import parse_qsl

import msgspec

from segue.catalog.browsing import HOST
from segue.catalog.listing import Wish
from segue.catalog.listing_facts import browsed_facts
from segue.domain.callers import CallerRole
from segue.domain.models import DataPolicy
from segue.errors import RequestError
from segue.server.access import CHATS, Door
from segue.server.contract import TurnTaker
from segue.server.refusals import WrongField
from segue.server.wire import Incoming, respond

MOST_MODELS: Final = 1_000
"""Most models in one answer, some 1.5 MB."""
_PARAMETERS: Final = frozenset(
    {
        *("provider", "free", "max_price", "context", "modality", "writes", "parameter", "maker", "data_policy"),
        *("zero_retention", "expiring_within", "max_first_token", "min_speed", "max_errors", "min_quality"),
        *("sort", "limit"),
    }
)
_MOST_TOKENS: Final = 10**12
_MOST_DAYS: Final = 36_500


class CatalogueRoute:
    """Serves whoever may chat; what was used of the account's limits is told to operators alone."""

    def __init__(self, turns: TurnTaker, door: Door) -> None:
        self._turns = turns
        self._door = door

    async def browse(self, request: Incoming) -> None:
        """The models that meet every condition, of the newest list that is here. Nothing is fetched."""
        who = await self._door.admit(request.headers, CHATS)
        given = read_query(request.query, known=_PARAMETERS)
        wish, limit = _wish(given), whole_number(given, "limit", least=1, most=MOST_MODELS) or MOST_MODELS
        try:
            browsed = await self._turns.catalogue.browse(
                wish, provider=given.get("provider", HOST), sort=given.get("sort", "")
            )
        except RequestError as error:
            raise WrongField(error.message, param=error.param, hint=error.hint) from error
        browsed = browsed.within(who.scope)
        found = len(browsed.models)
        if who.role is not CallerRole.OPERATOR:
            browsed = replace(browsed, quota=None)
        facts = browsed_facts(replace(browsed, models=browsed.models[:limit]))
        await respond(request.send, msgspec.json.encode({**facts, "found": found}))


def read_query(query: str, *, known: Collection[str]) -> Mapping[str, str]:
    """The parameters of an address. Raises WrongField for one that is unknown or stands twice."""
    given: dict[str, str] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        if name in given or name not in known:
            hint = f"Known: {', '.join(sorted(known))}; several values are parted by commas."
            raise WrongField("This parameter is unknown, or stands twice.", param=name[:64], hint=hint)
        given[name] = value
    return given


def _wish(given: Mapping[str, str]) -> Wish:
    return Wish(
        is_free=_truth(given, "free"),
        max_usd_per_mtok=_dollars(given, "max_price"),
        reads=_words(given, "modality"),
        writes=_words(given, "writes"),
        context_tokens=whole_number(given, "context", least=1, most=_MOST_TOKENS),
        parameters=_words(given, "parameter"),
        makers=_words(given, "maker"),
        data_policies=_policies(given),
        keeps_nothing=_truth(given, "zero_retention"),
        expires_within_days=whole_number(given, "expiring_within", least=0, most=_MOST_DAYS),
        max_first_token_s=_number(given, "max_first_token"),
        min_tokens_per_s=_number(given, "min_speed"),
        max_error_rate=_number(given, "max_errors", most=1.0),
        min_quality=_number(given, "min_quality"),
    )


def _truth(given: Mapping[str, str], name: str) -> bool | None:
    if (text := given.get(name)) is None:
        return None
    if text not in {"true", "false"}:
        raise WrongField("This has to be true or false.", param=name)
    return text == "true"


def _words(given: Mapping[str, str], name: str) -> frozenset[str]:
    return frozenset(word for word in given.get(name, "").split(",") if word)


def _policies(given: Mapping[str, str]) -> frozenset[DataPolicy]:
    try:
        return frozenset(map(DataPolicy, _words(given, "data_policy")))
    except ValueError:
        raise WrongField(f"This has to be of {', '.join(DataPolicy)}.", param="data_policy") from None


def whole_number(given: Mapping[str, str], name: str, *, least: int, most: int) -> int | None:
    """A parameter that is a whole number; None where it is not given. Raises WrongField."""
    if (text := given.get(name)) is None:
        return None
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 20 else -1
    if not least <= number <= most:
        raise WrongField(f"This has to be a whole number from {least} to {most}.", param=name)
    return number


def _number(given: Mapping[str, str], name: str, *, most: float = math.inf) -> float | None:
    if (text := given.get(name)) is None:
        return None
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 <= number <= most or math.isinf(number):
        above = "" if math.isinf(most) else f" to {most:g}"
        raise WrongField(f"This has to be a number from 0{above}.", param=name)
    return number


def _dollars(given: Mapping[str, str], name: str) -> Decimal | None:
    if (text := given.get(name)) is None:
        return None
    try:
        usd = Decimal(text)
    except InvalidOperation:
        usd = Decimal("NaN")
    if not usd.is_finite() or usd < 0:
        raise WrongField("This has to be dollars a million tokens, as 0.5.", param=name)
    return usd
