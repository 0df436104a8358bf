"""Lists that are not the recorded one: what is found and in which order equals a calculation on the list's own words.

Prices are doubled, turned into words, or taken away; models go; days are past; fields are new, of other kinds, or gone.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import cmp_to_key
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from segue.catalog.listing import COLUMNS, MEASURED, Wish, matching, ordered
from segue.domain.models import DataPolicy
from segue.providers.openrouter.models import read_models
from tests.support.openrouter import recorded_models

TODAY = date(2026, 8, 1)
RAW = recorded_models()
ZERO_RETENTION = frozenset(entry["canonical_slug"] for entry in RAW[::7])
Raw = dict[str, Any]


def doubled(entry: Raw, _: random.Random) -> None:
    for figure, usd in entry["pricing"].items():
        if isinstance(usd, str) and not usd.startswith("-"):
            entry["pricing"][figure] = str(Decimal(usd) * 2)


def price_spoilt(entry: Raw, chance: random.Random) -> None:
    figure = chance.choice(("prompt", "completion"))
    entry["pricing"][figure] = chance.choice(("-1", "free", None, "0", 0, "NaN", "1e-6", ["1"]))


def price_gone(entry: Raw, chance: random.Random) -> None:
    chance.choice((lambda: entry.pop("pricing"), lambda: entry["pricing"].pop("prompt")))()


def day_set(entry: Raw, chance: random.Random) -> None:
    entry["expiration_date"] = chance.choice(("1999-12-31", "2026-07-31", "2026-08-01", "2026-08-20", "soon", 5, None))


def field_new(entry: Raw, chance: random.Random) -> None:
    entry["mood"] = {"colour": "blue"}
    entry["pricing"]["smell"] = chance.choice(("0.1", {}, None))
    entry["architecture"]["input_modalities"] = [*entry["architecture"]["input_modalities"], "smell", 7]


def field_gone(entry: Raw, chance: random.Random) -> None:
    gone = chance.choice(("context_length", "architecture", "supported_parameters", "top_provider", "created", "name"))
    entry.pop(gone)


def field_of_another_kind(entry: Raw, chance: random.Random) -> None:
    name = chance.choice(("context_length", "supported_parameters", "top_provider", "name", "created"))
    entry[name] = chance.choice(({}, "many", -4, True))


def measured_elsewhere(entry: Raw, chance: random.Random) -> None:
    entry["benchmarks"] = {"artificial_analysis": {"intelligence_index": chance.choice((12, 40.5, 71, "high", None))}}


ALTERATIONS = (
    *(doubled, price_spoilt, price_gone, day_set, field_new, field_gone, field_of_another_kind, measured_elsewhere),
)


def altered(seed: int) -> list[Raw]:
    """The recorded list, with some models gone, some moved, and a third of the others changed."""
    chance = random.Random(seed)
    rows = copy.deepcopy([entry for entry in RAW if chance.random() < 0.8])
    chance.shuffle(rows)
    for row in rows:
        if chance.random() < 0.4:
            chance.choice(ALTERATIONS)(row, chance)
    return rows


def usd(entry: Raw, figure: str) -> Decimal | None:
    told = entry.get("pricing", {}).get(figure)
    try:
        amount = Decimal(str(told)) if isinstance(told, str | int) else Decimal("NaN")
    except InvalidOperation:
        return None
    return amount * 1_000_000 if amount.is_finite() and amount >= 0 else None


def price(entry: Raw) -> tuple[Decimal, Decimal] | None:
    told, made = usd(entry, "prompt"), usd(entry, "completion")
    return None if told is None or made is None else (told, made)


def is_free(entry: Raw) -> bool | None:
    rates = price(entry)
    return None if rates is None else not any(rates) and not usd(entry, "request")


def count(entry: Raw, *path: str) -> int | None:
    told: Any = entry
    for name in path:
        told = told.get(name) if isinstance(told, dict) else None
    return told if isinstance(told, int) and not isinstance(told, bool) and told > 0 else None


def room(entry: Raw) -> int | None:
    return count(entry, "context_length") or count(entry, "top_provider", "context_length")


def words(entry: Raw, name: str) -> set[str]:
    told = entry.get("architecture", {}).get(name) if name.endswith("modalities") else entry.get(name)
    return {word for word in told if isinstance(word, str)} if isinstance(told, list) else set()


def day(entry: Raw) -> date | None:
    told = entry.get("expiration_date")
    return date.fromisoformat(told) if isinstance(told, str) and told != "soon" else None


def quality(entry: Raw) -> float | None:
    told = entry.get("benchmarks", {}).get("artificial_analysis", {}).get("intelligence_index")
    return told if isinstance(told, int | float) else None


def maker(entry: Raw) -> str:
    return str(entry["id"]).lstrip("~").split("/")[0]


def title(entry: Raw) -> str:
    told = entry.get("name")
    return (told if isinstance(told, str) else str(entry["id"])).casefold()


FILTERS: list[tuple[Wish, Callable[[Raw], bool]]] = [
    (Wish(is_free=True), lambda one: is_free(one) is True),
    (Wish(is_free=False), lambda one: is_free(one) is False),
    (Wish(max_usd_per_mtok=Decimal("0.4")), lambda one: max(price(one) or (1,)) <= Decimal("0.4")),
    (Wish(reads=frozenset({"image"})), lambda one: "image" in words(one, "input_modalities")),
    (Wish(reads=frozenset({"smell"})), lambda one: "smell" in words(one, "input_modalities")),
    (Wish(writes=frozenset({"image"})), lambda one: "image" in words(one, "output_modalities")),
    (Wish(context_tokens=128_000), lambda one: (room(one) or 0) >= 128_000),
    (Wish(parameters=frozenset({"tools"})), lambda one: "tools" in words(one, "supported_parameters")),
    (Wish(makers=frozenset({"openai", "qwen"})), lambda one: maker(one) in {"openai", "qwen"}),
    (Wish(data_policies=frozenset({DataPolicy.NO_TRAINING})), lambda _: True),
    (Wish(keeps_nothing=True), lambda one: one["canonical_slug"] in ZERO_RETENTION),
    (Wish(keeps_nothing=False), lambda one: one["canonical_slug"] not in ZERO_RETENTION),
    (Wish(expires_within_days=10), lambda one: (on := day(one)) is not None and on <= TODAY + timedelta(days=10)),
    (Wish(min_quality=40.0), lambda one: (quality(one) or 0) >= 40),
    (Wish(max_first_token_s=9.0), lambda _: False),
    (Wish(min_tokens_per_s=1.0), lambda _: False),
    (Wish(max_error_rate=0.9), lambda _: False),
]  # fmt: skip
SORTS: dict[str, Callable[[Raw], Any]] = {
    "name": lambda one: one["id"],
    "title": title,
    "maker": maker,
    "listed": lambda one: count(one, "created"),
    "context": room,
    "max_output": lambda one: count(one, "top_provider", "max_completion_tokens"),
    "price": lambda one: None if price(one) is None else max(price(one) or ()),
    "input_price": lambda one: None if price(one) is None else usd(one, "prompt"),
    "output_price": lambda one: None if price(one) is None else usd(one, "completion"),
    "free": lambda one: {True: 0, False: 1, None: None}[is_free(one)],
    "expires": day,
    "quality": quality,
}


def sorted_rows(rows: list[Raw], key: str) -> list[str]:
    """By comparing two at a time: what is unknown stands last whichever way round."""
    value, turned = SORTS[key.removeprefix("-")], key.startswith("-")

    def compared(one: Raw, other: Raw) -> int:
        left, right = value(one), value(other)
        if left is None or right is None:
            return (left is None) - (right is None)
        return int((left > right) - (left < right)) * (-1 if turned else 1)

    return [row["id"] for row in sorted(rows, key=cmp_to_key(compared))]


@settings(max_examples=6)
@given(st.integers(0, 2**32))
def test_every_filter_and_sort_of_an_altered_list_equals_the_calculation(seed: int) -> None:
    """Whatever a list of tomorrow holds, each condition and each order is what its own words say. Covers R3.2, R1.3."""
    rows = altered(seed)
    models, unread = read_models(
        rows, provider="or", as_of=TODAY, keeping_nothing=ZERO_RETENTION, policy=DataPolicy.NO_TRAINING
    )
    assert unread == 0
    for wish, is_wanted in FILTERS:
        found = [model.ref.name for model in matching(models, wish, today=TODAY)]
        assert found == [row["id"] for row in rows if is_wanted(row)], wish
    for key in (*SORTS, *(f"-{name}" for name in SORTS)):
        assert [model.ref.name for model in ordered(models, [key])] == sorted_rows(rows, key), key


def test_every_condition_and_order_is_calculated_here() -> None:
    """No condition can be asked for, and no column sorted by, that this test does not know."""
    empty = Wish()
    asked = {name for wish, _ in FILTERS for name in Wish.__slots__ if getattr(wish, name) != getattr(empty, name)}

    assert asked == set(Wish.__slots__)
    assert set(SORTS) == set(COLUMNS) - MEASURED
