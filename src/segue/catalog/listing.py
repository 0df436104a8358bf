"""Which models of a host's list are wanted, and in which order. Pure: the list, the evidence and the day are passed in.

What is unknown never meets a condition on it, and stands last in every order.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final, TypeAlias

from segue.domain.choice import Evidence
from segue.domain.listing import ListedModel
from segue.domain.models import DataPolicy, ModelMetrics
from segue.errors import RequestError

NO_EVIDENCE: Final = Evidence()
"""Nothing was measured."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Conditions, all of which a model has to meet; what is None or empty is no condition."""

    is_free: bool | None = None
    max_usd_per_mtok: Decimal | None = None
    """No rate of it, in or out, at any length of prompt, is above this many dollars a million tokens."""
    reads: frozenset[str] = frozenset()
    """It takes all of these: `text`, `image`, …"""
    writes: frozenset[str] = frozenset()
    """It gives all of these."""
    context_tokens: int | None = None
    """It holds at least so many."""
    parameters: frozenset[str] = frozenset()
    """It takes all of these request fields, as `tools`."""
    makers: frozenset[str] = frozenset()
    """One of these made it, as `mistralai`."""
    data_policies: frozenset[DataPolicy] = frozenset()
    keeps_nothing: bool | None = None
    """Whether somebody serves it who keeps nothing of what it is sent."""
    expires_within_days: int | None = None
    """Its day of withdrawal is at most so many days away, or past."""
    max_first_token_s: float | None = None
    """Its median wait for the first word, as measured here, is at most this."""
    min_tokens_per_s: float | None = None
    """Its median throughput, as measured here, is at least this."""
    max_error_rate: float | None = None
    """Its share of failed calls, as measured here, 0 to 1, is at most this."""
    min_quality: float | None = None
    """Its published intelligence index is at least this."""

    @property
    def asks_evidence(self) -> bool:
        """Whether it is about what was measured here."""
        return not (self.max_first_token_s is self.min_tokens_per_s is self.max_error_rate is None)


def matching(
    models: Iterable[ListedModel], wish: Wish, *, today: date, evidence: Evidence = NO_EVIDENCE
) -> tuple[ListedModel, ...]:
    """The models that meet every condition, in the order in which they came."""
    return tuple(model for model in models if _meets(model, wish, today, evidence.of(model.ref)))


def _meets(model: ListedModel, wish: Wish, today: date, measured: ModelMetrics) -> bool:
    price, expires_on = model.price, model.expires_on
    return (
        (wish.is_free is None or model.is_free is wish.is_free)
        and _at_most(None if price is None else price.dearest_usd_per_mtok, wish.max_usd_per_mtok)
        and wish.reads <= model.reads
        and wish.writes <= model.writes
        and _at_least(model.context_tokens, wish.context_tokens)
        and wish.parameters <= model.parameters
        and (not wish.makers or model.maker in wish.makers)
        and (not wish.data_policies or model.data_policy in wish.data_policies)
        and (wish.keeps_nothing is None or model.keeps_nothing is wish.keeps_nothing)
        and (
            wish.expires_within_days is None
            or (expires_on is not None and expires_on <= today + timedelta(days=wish.expires_within_days))
        )
        and _at_most(measured.first_token_p50_s, wish.max_first_token_s)
        and _at_least(measured.output_tokens_per_s, wish.min_tokens_per_s)
        and _at_most(measured.error_rate, wish.max_error_rate)
        and _at_least(model.quality, wish.min_quality)
    )


def _at_most(value: Any, limit: Any) -> bool:
    return limit is None or (value is not None and value <= limit)


def _at_least(value: Any, limit: Any) -> bool:
    return limit is None or (value is not None and value >= limit)


Column: TypeAlias = Callable[[ListedModel, ModelMetrics], Any]
"""What a model has in a column: something that can be compared, None where it is unknown."""

COLUMNS: Final[Mapping[str, Column]] = {
    "name": lambda model, _: model.ref.name,
    "title": lambda model, _: model.title.casefold(),
    "maker": lambda model, _: model.maker,
    "listed": lambda model, _: model.listed_at,
    "context": lambda model, _: model.context_tokens,
    "max_output": lambda model, _: model.max_output_tokens,
    "price": lambda model, _: None if model.price is None else model.price.dearest_usd_per_mtok,
    "input_price": lambda model, _: None if model.price is None else model.price.input_usd_per_mtok,
    "output_price": lambda model, _: None if model.price is None else model.price.output_usd_per_mtok,
    "free": lambda model, _: None if model.is_free is None else not model.is_free,
    "expires": lambda model, _: model.expires_on,
    "quality": lambda model, _: model.quality,
    "first_token": lambda _, measured: measured.first_token_p50_s,
    "speed": lambda _, measured: measured.output_tokens_per_s,
    "errors": lambda _, measured: measured.error_rate,
}
"""What can be sorted by; `free` ascending puts free models first."""
MEASURED: Final = frozenset({"first_token", "speed", "errors"})
"""Columns that are measured here."""


def sort_keys(text: str) -> tuple[str, ...]:
    """Columns from `price,-context`; a minus turns one round. Raises RequestError for a column that is none."""
    keys = tuple(word.strip() for word in text.split(",") if word.strip())
    for key in keys:
        name = key.removeprefix("-")
        if name not in COLUMNS:
            close = difflib.get_close_matches(name[:40], COLUMNS, n=1)
            meant = f"Did you mean '{close[0]}'? " if close else ""
            hint = f"{meant}Columns: {', '.join(COLUMNS)}; with a minus the largest stands first."
            raise RequestError(f"There is no column '{name[:40]}' to sort by.", param="sort", hint=hint)
    return keys


def ordered(
    models: Iterable[ListedModel], keys: Sequence[str], *, evidence: Evidence = NO_EVIDENCE
) -> tuple[ListedModel, ...]:
    """The models by these columns, the first one most; what is equal keeps its order, what is unknown stands last."""
    found = list(models)
    for key in reversed(keys):
        column = COLUMNS[key.removeprefix("-")]
        known = [model for model in found if column(model, evidence.of(model.ref)) is not None]
        unknown = [model for model in found if column(model, evidence.of(model.ref)) is None]
        known.sort(key=lambda model: column(model, evidence.of(model.ref)), reverse=key.startswith("-"))
        found = [*known, *unknown]
    return tuple(found)
