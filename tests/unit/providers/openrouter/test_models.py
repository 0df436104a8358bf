"""OpenRouter's list of models, read: the recorded one whole, and whatever a later one may hold."""

from __future__ import annotations

import copy
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.domain.listing import ListedModel
from segue.domain.models import ModelRef
from segue.domain.money import LongPromptRate, Price
from segue.providers.openrouter.models import SOURCE, NoListError, entries, names_keeping_nothing, read_models
from tests.support.openrouter import checked, recorded_models

DAY = date(2026, 5, 12)
PLAIN = "deepseek/deepseek-v4-flash"
VARIABLE = {"openrouter/pareto-code", "openrouter/bodybuilder", "openrouter/auto"}
FREE_WITHOUT_SUFFIX = {
    *("openrouter/owl-alpha", "openrouter/free"),
    *("google/lyria-3-pro-preview", "google/lyria-3-clip-preview"),
}


def read(*told: dict[str, Any]) -> tuple[ListedModel, ...]:
    return read_models(told, provider="or", as_of=DAY)[0]


BY_NAME = {entry["id"]: entry for entry in recorded_models()}


def named(name: str) -> dict[str, Any]:
    return copy.deepcopy(BY_NAME[name])


def priced(**pricing: object) -> Price | None:
    entry = named(PLAIN)
    entry["pricing"] = {"prompt": "0.000001", "completion": "0.000004", **pricing}
    return read(entry)[0].price


def test_recorded_list_is_what_the_host_says() -> None:
    """The list that ships is an answer that OpenRouter's own description allows, and every entry of it is read."""
    recorded = recorded_models()
    checked("ModelsListResponse", {"data": recorded, "total_count": len(recorded), "links": {"next": None}})

    models, unread = read_models(recorded, provider="or", as_of=DAY)

    assert (len(models), unread) == (364, 0)
    assert [model.ref for model in models] == [ModelRef("or", entry["id"]) for entry in recorded]


def test_price_below_zero_is_unknown_and_not_negative() -> None:
    """Three models choose a model by themselves and write "-1": what they cost is unknown, and they are not free."""
    models = read(*recorded_models())

    assert {model.ref.name for model in models if model.price is None} == VARIABLE
    assert {model.is_free for model in models if model.ref.name in VARIABLE} == {None}
    assert all(model.price is None or model.price.input_usd_per_mtok >= 0 for model in models)


def test_zero_is_free_with_and_without_the_suffix() -> None:
    """25 free variants, and four models that cost nothing without being called free, two of them for music."""
    free = {model.ref.name for model in read(*recorded_models()) if model.is_free}

    assert {name for name in free if not name.endswith(":free")} == FREE_WITHOUT_SUFFIX
    assert len(free) == 25 + 4


def test_missing_longest_answer_is_unknown() -> None:
    """72 entries do not say how long an answer may be: that is unknown, and no limit of nothing."""
    models = read(*recorded_models())

    assert sum(model.max_output_tokens is None for model in models) == 72
    assert min(model.max_output_tokens for model in models if model.max_output_tokens is not None) > 0


def test_days_of_withdrawal_are_told() -> None:
    """Eleven models of the list will be withdrawn; the day counts as the last one. Covers R6.4."""
    models = [model for model in read(*recorded_models()) if model.expires_on]

    assert len(models) == 11
    first = next(model for model in models if model.expires_on == date(2026, 5, 15))
    assert [first.is_withdrawn(date(2026, 5, day)) for day in (14, 15, 16)] == [False, False, True]


def test_moving_and_fixed_names_are_told_apart() -> None:
    """A name that leads to another one tomorrow has the version that stays beside it."""
    entry = named(PLAIN)
    entry["alias_target"] = {"slug": "maker/name-2", "name": "Name 2"}
    model = read(entry)[0]

    assert (model.canonical, model.stands_for) == (entry["canonical_slug"], "maker/name-2")
    assert read({**named(PLAIN), "id": "~maker/name-latest"})[0].maker == "maker"


def test_one_entry_is_read_whole() -> None:
    """What the list says of a model stands in the value, money to the last digit."""
    assert read(named("anthropic/claude-opus-4.7-fast")) == (
        ListedModel(
            ModelRef("or", "anthropic/claude-opus-4.7-fast"),
            title="Anthropic: Claude Opus 4.7 (Fast)",
            canonical="anthropic/claude-4.7-opus-fast-20260512",
            listed_at=datetime(2026, 5, 12, 19, 10, 11, tzinfo=UTC),
            context_tokens=1_000_000,
            max_output_tokens=128_000,
            reads=frozenset({"text", "image", "file"}),
            writes=frozenset({"text"}),
            parameters=frozenset(named("anthropic/claude-opus-4.7-fast")["supported_parameters"]),
            price=Price(
                Decimal(30),
                Decimal(150),
                Decimal(3),
                source=SOURCE,
                as_of=DAY,
                cache_write_usd_per_mtok=Decimal("37.5"),
            ),
            is_moderated=True,
        ),
    )


@pytest.mark.parametrize(
    "pricing",
    [
        {"prompt": "-1"},
        {"completion": "-0.000001"},
        {"prompt": "NaN"},
        {"prompt": "1e999999"},
        {"prompt": "1e-999999"},
        {"prompt": "Infinity"},
        {"prompt": ""},
        {"prompt": None},
        {"prompt": []},
        {"prompt": True},
        {"completion": "cheap"},
        {"request": "-1"},
    ],
)
def test_what_is_no_price_makes_the_price_unknown(pricing: dict[str, object]) -> None:
    """A figure that each call needs and that is none leaves the whole price unknown, never zero."""
    assert priced(**pricing) is None


def test_price_for_each_call_makes_a_model_not_free() -> None:
    """No tokens' price and a fee for each call is no free model."""
    price = priced(prompt="0", completion="0", request="0.005")

    assert price is not None
    assert not price.is_free
    assert price.cost_usd(1000, 1000) == Decimal("0.005")


def test_long_prompts_have_rates_of_their_own() -> None:
    """Above a length all tokens cost what the list says for it; what it leaves out is as for shorter ones."""
    overrides = [
        {"min_prompt_tokens": 400_000, "completion": "0.00001"},
        {"min_prompt_tokens": 200_000, "prompt": "0.000002", "completion": "0.000008"},
    ]
    price = priced(overrides=overrides)

    assert price is not None
    assert price.long_prompts == (
        LongPromptRate(200_000, Decimal(2), Decimal(8)),
        LongPromptRate(400_000, Decimal(2), Decimal(10)),
    )
    costs = [price.cost_usd(tokens, 1_000_000) for tokens in (200_000, 200_001, 500_000)]
    assert costs == [Decimal("4.2"), Decimal("8.400002"), Decimal(11)]
    assert price.dearest_usd_per_mtok == 10


def test_what_is_put_into_a_cache_has_its_own_rate() -> None:
    """For every length of prompt, at the dearest of the hours; where it is not told, it costs what input costs."""
    long = {"min_prompt_tokens": 1000, "input_cache_write": "0.000003"}
    night = {"utc_start": 100, "utc_end": 400, "input_cache_write": "0.0000015"}
    price = priced(input_cache_write="0.00000125", overrides=[long, night])

    assert price is not None
    assert price.cost_usd(1000, 0, cache_write_tokens=1000) == Decimal("0.0015")
    assert price.cost_usd(2000, 0, cache_write_tokens=2000) == Decimal("0.006")
    untold = priced()
    assert untold is not None
    assert untold.cost_usd(1000, 0, cache_write_tokens=1000) == untold.cost_usd(1000, 0)


def test_of_rates_by_the_hour_the_dearest_counts() -> None:
    """What is said before a call is never less than what it costs, whatever the hour."""
    night = {"utc_start": 100, "utc_end": 400, "prompt": "0.0000005", "completion": "0.000002"}
    day = {"utc_start": 800, "utc_end": 1600, "completion": "0.000009"}
    price = priced(overrides=[night, day])

    assert price is not None
    assert (price.input_usd_per_mtok, price.output_usd_per_mtok) == (Decimal(1), Decimal(9))
    assert price.long_prompts == ()


def test_cheaper_long_prompts_at_some_hours_do_not_count() -> None:
    """An entry with both conditions holds where it is dearer."""
    price = priced(
        overrides=[{"min_prompt_tokens": 10, "utc_start": 0, "utc_end": 100, "prompt": "0", "completion": "1"}]
    )

    assert price is not None
    assert price.long_prompts == (LongPromptRate(10, Decimal(1), Decimal(1_000_000)),)


def test_prices_that_doubled_are_read_as_they_are() -> None:
    """A list with every price doubled costs twice as much, exactly."""
    doubled = recorded_models()
    for entry in doubled:
        for figure in ("prompt", "completion", "input_cache_read", "input_cache_write"):
            if Decimal(entry["pricing"].get(figure, "-1")) >= 0:
                entry["pricing"][figure] = str(2 * Decimal(entry["pricing"][figure]))

    for before, after in zip(read(*recorded_models()), read(*doubled), strict=True):
        assert (before.price is None) == (after.price is None)
        if before.price is not None and after.price is not None:
            both = before.price, after.price
            costs = [price.cost_usd(1234, 567, cached_input_tokens=89, cache_write_tokens=55) for price in both]
            assert costs[1] == 2 * costs[0]


def test_unknown_fields_and_kinds_are_passed_over() -> None:
    """A list of tomorrow with new fields, new kinds of model and new words is read."""
    entry = named(PLAIN)
    entry |= {"mood": {"is": ["new"]}, "top_provider": {"is_moderated": "perhaps"}, "created": "yesterday"}
    entry["architecture"]["output_modalities"].append("smell")
    entry["expiration_date"] = "soon"
    model = read(entry)[0]

    assert "smell" in model.writes
    assert (model.is_moderated, model.listed_at, model.expires_on) == (None, None, None)


def test_entries_that_cannot_be_read_are_counted_and_the_others_are_there() -> None:
    """One broken entry does not take the list away; a name that comes twice counts once."""
    told: list[object] = [
        None,
        7,
        {},
        {"id": ""},
        {"id": "a b"},
        {"id": "x" * 300},
        named(PLAIN),
        named(PLAIN),
        {"id": "bare"},
    ]
    models, unread = read_models(told, provider="or", as_of=DAY)

    assert ([model.ref.name for model in models], unread) == ([PLAIN, "bare"], 7)
    assert (models[1].price, models[1].context_tokens) == (None, None)


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"data": []}', b'{"data": {}}', b'{"models": [1]}', b"\xff"])
def test_what_is_no_list_is_refused(body: bytes) -> None:
    """A page, an empty list or half an answer never takes a good list's place."""
    with pytest.raises(NoListError):
        entries(body)


def test_who_keeps_nothing_is_known_by_the_lasting_name() -> None:
    """A model is marked when the list of those without retention has its canonical name."""
    told = [named(PLAIN), named("openrouter/auto")]
    keeping_nothing = names_keeping_nothing(msgspec.json.encode({"data": [{"model_id": told[0]["canonical_slug"]}]}))
    models, _ = read_models(told, provider="or", as_of=DAY, keeping_nothing=keeping_nothing)

    assert [model.keeps_nothing for model in models] == [True, False]
    assert [model.keeps_nothing for model in read(*told)] == [None, None]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(sorted(BY_NAME[PLAIN])), ANYTHING))
def test_no_entry_whatever_it_holds_spoils_the_list(changed: dict[str, Any]) -> None:
    """Reading fails for no list, and what it makes of one is money that is not negative."""
    models = read({**named(PLAIN), **changed}, {**named("openrouter/auto"), "pricing": changed})

    assert all(model.price is None or model.price.cost_usd(10, 10) >= 0 for model in models)
