"""Conditions and orders over the recorded list, each beside a calculation of its own on the list's own words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.catalog.listing import COLUMNS, MEASURED, Wish, matching, ordered, sort_keys
from segue.domain.choice import Evidence
from segue.domain.listing import Listing
from segue.domain.models import DataPolicy, ModelMetrics, ModelRef
from segue.errors import RequestError
from segue.providers.openrouter.shelf import Shelf
from tests.support.openrouter import recorded_models

TODAY = date(2026, 5, 12)
RAW = recorded_models()
LISTING: Listing = Shelf(Path("nowhere"), "or", DataPolicy.NO_TRAINING).listing()
MEASUREMENTS = Evidence(
    MappingProxyType(
        {
            ModelRef("or", entry["id"]): ModelMetrics(
                calls=10,
                failures=place % 4,
                first_token_p50_s=place / 10,
                output_tokens_per_s=None if place % 5 == 0 else 100.0 - place,
            )
            for place, entry in enumerate(RAW[:40])
        }
    )
)

Raw = dict[str, Any]


def names(wish: Wish) -> list[str]:
    return [model.ref.name for model in matching(LISTING.models, wish, today=TODAY, evidence=MEASUREMENTS)]


def usd(entry: Raw, figure: str) -> Decimal:
    return Decimal(entry["pricing"][figure]) * 1_000_000


def is_priced(entry: Raw) -> bool:
    return all(Decimal(entry["pricing"][figure]) >= 0 for figure in ("prompt", "completion"))


def is_free(entry: Raw) -> bool:
    return Decimal(entry["pricing"]["prompt"]) == Decimal(entry["pricing"]["completion"]) == 0


def number(entry: Raw) -> int:
    return next(place for place, other in enumerate(RAW) if other["id"] == entry["id"])


CONDITIONS: list[tuple[Wish, Callable[[Raw], bool]]] = [
    (Wish(), lambda _: True),
    (Wish(is_free=True), is_free),
    (Wish(is_free=False), lambda entry: is_priced(entry) and not is_free(entry)),
    (
        Wish(max_usd_per_mtok=Decimal("0.3")),
        lambda entry: is_priced(entry) and max(usd(entry, "prompt"), usd(entry, "completion")) <= Decimal("0.3"),
    ),
    (Wish(max_usd_per_mtok=Decimal(0)), is_free),
    (Wish(reads=frozenset({"image"})), lambda entry: "image" in entry["architecture"]["input_modalities"]),
    (
        Wish(reads=frozenset({"image", "audio"})),
        lambda entry: {"image", "audio"} <= set(entry["architecture"]["input_modalities"]),
    ),
    (Wish(writes=frozenset({"audio"})), lambda entry: "audio" in entry["architecture"]["output_modalities"]),
    (Wish(context_tokens=200_000), lambda entry: entry["context_length"] >= 200_000),
    (Wish(parameters=frozenset({"tools"})), lambda entry: "tools" in entry["supported_parameters"]),
    (
        Wish(parameters=frozenset({"seed", "structured_outputs"})),
        lambda entry: {"seed", "structured_outputs"} <= set(entry["supported_parameters"]),
    ),
    (Wish(makers=frozenset({"mistralai"})), lambda entry: entry["id"].startswith("mistralai/")),
    (
        Wish(makers=frozenset({"openai", "google"})),
        lambda entry: entry["id"].lstrip("~").split("/")[0] in {"openai", "google"},
    ),
    (Wish(data_policies=frozenset({DataPolicy.NO_TRAINING})), lambda _: True),
    (Wish(data_policies=frozenset({DataPolicy.MAY_TRAIN})), lambda _: False),
    (Wish(keeps_nothing=True), lambda _: False),
    (
        Wish(expires_within_days=10),
        lambda entry: (
            bool(entry["expiration_date"])
            and date.fromisoformat(entry["expiration_date"]) <= TODAY + timedelta(days=10)
        ),
    ),
    (Wish(expires_within_days=60), lambda entry: bool(entry["expiration_date"])),
    (Wish(max_first_token_s=1.5), lambda entry: number(entry) <= 15),
    (Wish(min_tokens_per_s=80.0), lambda entry: number(entry) <= 20 and number(entry) % 5 != 0),
    (Wish(max_error_rate=0.1), lambda entry: number(entry) < 40 and number(entry) % 4 <= 1),
    (Wish(min_quality=1.0), lambda _: False),
]


@pytest.mark.parametrize(("wish", "is_wanted"), CONDITIONS, ids=map(str, range(len(CONDITIONS))))
def test_condition_finds_what_the_list_says(wish: Wish, is_wanted: Callable[[Raw], bool]) -> None:
    """Each condition lets through exactly the models of which the recorded list says so. Covers R3.2, R1.3."""
    assert names(wish) == [entry["id"] for entry in RAW if is_wanted(entry)]


def both(wishes: list[Wish]) -> Wish:
    """All conditions of several wishes; later ones win where both set one field."""
    empty = Wish()
    fields = {
        name: value
        for wish in wishes
        for name in Wish.__slots__
        if (value := getattr(wish, name)) != getattr(empty, name)
    }
    return Wish(**fields)


@given(
    st.lists(
        st.sampled_from(CONDITIONS),
        max_size=5,
        unique_by=lambda one: next(
            (name for name in Wish.__slots__ if getattr(one[0], name) != getattr(Wish(), name)), ""
        ),
    )
)
def test_conditions_are_combined_with_and(chosen: list[tuple[Wish, Callable[[Raw], bool]]]) -> None:
    """Any set of conditions finds what meets every one of them. Covers R3.2."""
    wanted = [entry["id"] for entry in RAW if all(is_wanted(entry) for _, is_wanted in chosen)]

    assert names(both([wish for wish, _ in chosen])) == wanted


def measurement(name: str, entry: Raw) -> Any:
    if (place := number(entry)) >= 40:
        return None
    return {
        "first_token": place / 10,
        "speed": None if place % 5 == 0 else 100.0 - place,
        "errors": (place % 4) / 10,
    }[name]


BY_COLUMN: dict[str, Callable[[Raw], Any]] = {
    "name": lambda entry: entry["id"],
    "title": lambda entry: entry["name"].casefold(),
    "maker": lambda entry: entry["id"].lstrip("~").split("/")[0],
    "listed": lambda entry: entry["created"],
    "context": lambda entry: entry["context_length"],
    "max_output": lambda entry: entry["top_provider"]["max_completion_tokens"],
    "price": lambda entry: max(usd(entry, "prompt"), usd(entry, "completion")) if is_priced(entry) else None,
    "input_price": lambda entry: usd(entry, "prompt") if is_priced(entry) else None,
    "output_price": lambda entry: usd(entry, "completion") if is_priced(entry) else None,
    "free": lambda entry: (0 if is_free(entry) else 1) if is_priced(entry) else None,
    "expires": lambda entry: entry["expiration_date"],
    "quality": lambda _: None,
    "first_token": lambda entry: measurement("first_token", entry),
    "speed": lambda entry: measurement("speed", entry),
    "errors": lambda entry: measurement("errors", entry),
}


def sorted_raw(key: str, rows: list[Raw]) -> list[Raw]:
    """Insertion by comparison, so that it shares nothing with what it is compared with."""
    value = BY_COLUMN[key.removeprefix("-")]
    sorted_rows: list[Raw] = []
    for row in rows:
        place = len(sorted_rows)
        while place and _stands_before(value(row), value(sorted_rows[place - 1]), turned=key.startswith("-")):
            place -= 1
        sorted_rows.insert(place, row)
    return sorted_rows


def _stands_before(one: Any, other: Any, *, turned: bool) -> bool:
    if one is None or other is None:
        return one is not None and other is None
    return bool(one > other if turned else one < other)


@pytest.mark.parametrize("key", [*BY_COLUMN, *(f"-{name}" for name in BY_COLUMN)])
def test_every_column_sorts_as_the_list_says(key: str) -> None:
    """Upwards and downwards, equal ones in the list's order, unknown ones last. Covers R3.2, R1.3."""
    found = ordered(LISTING.models, [key], evidence=MEASUREMENTS)

    assert [model.ref.name for model in found] == [entry["id"] for entry in sorted_raw(key, RAW)]


def test_every_column_is_calculated_here_as_well() -> None:
    """No column can be sorted by that this test does not know."""
    assert set(BY_COLUMN) == set(COLUMNS)
    assert set(COLUMNS) >= MEASURED


def test_several_columns_sort_by_the_first_one_most() -> None:
    """Free models first, among them the longest context, then by name. Covers R1.3."""
    keys = sort_keys("free,-context, name")
    rows = sorted_raw("free", sorted_raw("-context", sorted_raw("name", RAW)))

    assert [model.ref.name for model in ordered(LISTING.models, keys)] == [entry["id"] for entry in rows]


def test_column_that_is_none_is_told_with_the_nearest() -> None:
    """A misspelt column is refused and not passed over."""
    with pytest.raises(RequestError, match="Did you mean 'context'"):
        sort_keys("-contxt")
