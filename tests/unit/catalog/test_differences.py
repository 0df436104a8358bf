"""What changed between two lists, and how it is said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.catalog.change_words import change_words, summary
from segue.catalog.differences import applied, details, differences, is_grave, plain_price, watched
from segue.domain.changes import ChangeKind, ModelChange, NotedChange, Watched
from segue.domain.listing import ListedModel
from segue.domain.models import ModelRef
from segue.domain.money import LongPromptRate, Price
from segue.providers.openrouter.models import read_models
from tests.support.openrouter import recorded_models
from tests.support.openrouter_adapter import NOW

USD = st.decimals("0", "1000", places=4)
RATES = st.builds(LongPromptRate, st.sampled_from([1000, 200_000]), USD, USD, st.none() | USD, st.none() | USD)
PRICES = st.builds(
    Price, USD, USD, st.none() | USD, USD, cache_write_usd_per_mtok=st.none() | USD,
    long_prompts=st.lists(RATES, max_size=2, unique_by=lambda rate: rate.above_tokens).map(
        lambda rates: tuple(sorted(rates, key=lambda rate: rate.above_tokens))
    ),
).map(plain_price)  # fmt: skip
WATCHED = st.builds(
    Watched,
    st.sampled_from(["a-1", "a-2"]),
    st.none() | st.just("b"),
    st.none() | PRICES,
    st.none() | st.integers(1, 10**7),
    st.none() | st.integers(1, 10**6),
    st.frozensets(st.sampled_from(["tools", "seed", "reads:image"])),
    st.none() | st.dates(),
    st.booleans(),
)
LISTS = st.dictionaries(st.sampled_from(["m/a", "m/b", "m/b:free", "n/c"]), WATCHED)


@given(LISTS)
def test_a_list_differs_from_itself_in_nothing(models: dict[str, Watched]) -> None:
    """Whoever fetches the same list twice is told of nothing."""
    assert differences(models, dict(models), provider="p") == ()


@given(LISTS, LISTS)
def test_what_changed_makes_the_later_list_of_the_earlier_one(
    before: dict[str, Watched], after: dict[str, Watched]
) -> None:
    """Nothing is left out, and each change says at least one thing. Covers R6.1."""
    changes = differences(before, after, provider="p")

    assert applied(before, changes) == after
    assert all(details(change) for change in changes)


@given(LISTS, LISTS)
def test_a_change_is_read_as_it_was_kept(before: dict[str, Watched], after: dict[str, Watched]) -> None:
    """Prices, days and sets come back from the file as they were."""
    changes = differences(before, after, provider="p")
    assert msgspec.json.decode(msgspec.json.encode(changes), type=tuple[ModelChange, ...]) == changes


def listed(*entries: dict[str, Any]) -> dict[str, Watched]:
    models, _ = read_models(entries, provider="openrouter", as_of=NOW.date())
    return {model.ref.name: watched(model) for model in models}


def change(edit: Callable[[dict[str, Any]], object], name: str = "openai/gpt-4o-mini") -> ModelChange:
    """What a recorded entry and the same after an edit differ in."""
    entry = next(one for one in recorded_models() if one["id"] == name)
    later = msgspec.json.decode(msgspec.json.encode(entry))
    edit(later)
    (found,) = differences(listed(entry), listed(later), provider="openrouter")
    return found


def doubled(entry: dict[str, Any]) -> None:
    entry["pricing"] |= {key: str(Decimal(usd) * 2) for key, usd in entry["pricing"].items() if key != "overrides"}


@pytest.mark.parametrize(
    ("edit", "words", "is_bad"),
    [
        (lambda e: e["pricing"].update(prompt="0.0000003"), "price up (input): $0.15 → $0.3 (+100 %)", True),
        (lambda e: e["pricing"].update(completion="0.0000003"), "price down (output): $0.6 → $0.3 (-50 %)", False),
        (lambda e: e["pricing"].update(prompt="-1"), "price untold: $0.15 / 0.6 → unknown", True),
        (lambda e: e.update(context_length=64_000), "context: 128000 → 64000 (-50 %)", True),
        (lambda e: e.update(context_length=256_000), "context: 128000 → 256000 (+100 %)", False),
        (lambda e: e["supported_parameters"].remove("tools"), "lost tools", True),
        (lambda e: e["architecture"]["input_modalities"].append("audio"), "gained reads:audio", False),
        (lambda e: e.update(expiration_date="2026-12-01"), "withdrawal: no day → 2026-12-01", True),
        (lambda e: e.update(canonical_slug="openai/other"), "version: openai/gpt-4o-mini → openai/other", False),
    ],
)  # fmt: skip
def test_each_change_is_said_with_before_and_after(edit: Any, words: str, is_bad: bool) -> None:
    """An operator reads what it was and what it is. Covers R6.1."""
    found = change(edit)

    assert change_words(NotedChange(1, NOW, found)) == words
    assert is_grave(found) is is_bad


def test_doubled_prices_are_told_rate_by_rate() -> None:
    """Input, output and what is read from the cache: each twice as dear."""
    found = details(change(doubled))
    assert {(one.kind, one.what, one.change_share) for one in found} == {
        (ChangeKind.PRICE_UP, what, Decimal(1)) for what in ("input", "output", "cached input")
    }


def test_a_free_model_that_costs_is_told_as_paid() -> None:
    """And a paid one that costs nothing any more as free."""
    free: dict[str, Any] = {"prompt": "0", "completion": "0", "request": "0"}
    found = change(lambda entry: entry.update(pricing=free))
    back = ModelChange(found.model, found.after, found.before)

    assert (details(found)[0].kind, is_grave(found)) == (ChangeKind.BECAME_FREE, False)
    assert (details(back)[0].kind, is_grave(back)) == (ChangeKind.BECAME_PAID, True)


def test_dearer_long_prompts_are_told_with_their_length() -> None:
    """A rate that only long prompts pay is a rate."""
    base = ListedModel(ModelRef("p", "m/a"), "A", "m/a", price=Price(Decimal(1), Decimal(2)))
    longer = Price(Decimal(1), Decimal(2), long_prompts=(LongPromptRate(200_000, Decimal(3), Decimal(2)),))
    dearer = ListedModel(ModelRef("p", "m/a"), "A", "m/a", price=longer)
    (found,) = details(ModelChange(base.ref, watched(base), watched(dearer)))

    assert (found.kind, found.what, found.old, found.new) == (
        ChangeKind.PRICE_UP,
        "input above 200000 tokens",
        "1",
        "3",
    )


def test_what_a_price_says_twice_is_no_change() -> None:
    """A list that begins to write the price of cached input, the same as of all input, changed nothing."""
    plain, wordy = Price(Decimal(1), Decimal(2)), Price(Decimal(1), Decimal(2), Decimal("1.0"))
    longer = Price(Decimal(1), Decimal(2), long_prompts=(LongPromptRate(9, Decimal(1), Decimal(2)),), source="x")

    assert plain_price(plain) == plain_price(wordy) == plain_price(longer)


def test_a_spoilt_list_is_counted_by_what_happened() -> None:
    """Prices doubled, models removed, days in the past and unknown fields: each is told. Covers R6.1."""
    entries = recorded_models()
    later = msgspec.json.decode(msgspec.json.encode(entries[20:]))
    for entry in later:
        entry["a_new_field"] = {"nested": [1]}
    paid = [entry for entry in later if Decimal(entry["pricing"]["prompt"]) > 0 and "overrides" not in entry["pricing"]]
    for entry in paid[:50]:
        doubled(entry)
    later[0]["expiration_date"] = "2020-01-01"
    changes = differences(listed(*entries), listed(*later), provider="openrouter")
    told = summary(NotedChange(1, NOW, one) for one in changes)

    assert told == "20 removed, 50 price up, 1 withdrawal"
    assert applied(listed(*entries), changes)[later[0]["id"]].expires_on == date(2020, 1, 1)
