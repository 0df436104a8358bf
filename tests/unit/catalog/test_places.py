"""Models with the places to get them, who says what of them, when they end, and what to take instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segue.catalog.places import Fact, KnownModel, Provenance, host_names, merged, places
from segue.catalog.replacement import replacement
from segue.catalog.withdrawals import announced_as_of, withdrawals
from segue.config.settings import Settings
from segue.domain.choice import Evidence
from segue.domain.listing import ListedModel, Listing, ListSource
from segue.domain.models import Capability, DataPolicy, ModelCard, ModelMetrics, ModelRef, ModelStatus, ProviderType
from segue.domain.money import Price
from segue.domain.withdrawals import NoticeSource, Withdrawal
from segue.providers.openrouter.shelf import Shelf

TODAY = date(2026, 11, 26)
SETTINGS = Settings.model_validate(
    {
        "providers": {
            "router": {
                "type": "openrouter",
                "options": {"models": {"meta-llama/llama-3.1-8b-instruct": {"context_tokens": 9_000}}},
            },
            "groq": {"type": "openai_compatible", "options": {"host": "groq", "models": {"llama-3.1-8b-instant": {}}}},
            "own": {"type": "openai_compatible", "options": {"base_url": "http://h/v1", "models": {"gpt-4": {}}}},
            "openai": {"type": "openai_compatible", "options": {"host": "openai", "models": {"gpt-4": {}}}},
            "ollama": {"type": "openai_compatible", "options": {"host": "ollama", "models": {"llama3.1:8b": {}}}},
            "local": {
                "type": "local",
                "options": {"models": {"talker": {"path": "/m/Llama-3.1-8B-Instruct-Q8_0.gguf"}}},
            },
        }
    }
)


def card(name: str, **more: object) -> ModelCard:
    ref = ModelRef.parse(name)
    assert ref is not None
    return replace(ModelCard(ref, ProviderType.CUSTOM_API), **more)  # type: ignore[arg-type] # fields of the card


CARDS = tuple(
    map(
        card,
        ("router:meta-llama/llama-3.1-8b-instruct", "groq:llama-3.1-8b-instant", "own:gpt-4", "openai:gpt-4",
         "ollama:llama3.1:8b", "local:talker"),
    )
)  # fmt: skip


@cache
def recorded() -> Listing:
    return Shelf(Path("/nowhere"), "router").listing()


@pytest.fixture
def listing() -> Listing:
    return recorded()


@pytest.mark.parametrize(
    ("kind", "options", "host"),
    [
        ("openai_compatible", {"host": "groq"}, "groq"),
        ("openai_compatible", {"host": "groq", "base_url": "http://h/v1"}, None),
        ("anthropic", {}, "anthropic"),
        ("anthropic", {"base_url": "http://h"}, None),
        ("ollama", {"base_url": "http://h"}, "ollama"),
        ("somebodys_plug_in", {}, None),
    ],
)
def test_an_address_of_one_s_own_is_no_host(kind: str, options: dict[str, object], host: str | None) -> None:
    """Whoever answers there may call anything by any name."""
    assert host_names(Settings.model_validate({"providers": {"p": {"type": kind, "options": options}}})) == {"p": host}


def find(known: tuple[KnownModel, ...], name: str) -> KnownModel:
    return next(model for model in known if any(str(place.ref) == name for place in model.places))


def test_one_model_stands_once_with_every_place_to_get_it(listing: Listing) -> None:
    """OpenRouter, Groq, Ollama and a file on this machine: four places of one model. Covers R1.1."""
    llama = find(merged(places(SETTINGS, CARDS, [listing])), "groq:llama-3.1-8b-instant")

    assert llama.name == "meta-llama/llama-3.1-8b-instruct"
    assert [str(place.ref) for place in llama.places] == [
        "groq:llama-3.1-8b-instant", "local:talker", "ollama:llama3.1:8b", "router:meta-llama/llama-3.1-8b-instruct",
    ]  # fmt: skip
    assert [place.identified.quantization for place in llama.places if place.identified] == [None, "q8_0", None, None]


def test_what_somebody_s_own_server_calls_gpt_4_is_nobody_else_s(listing: Listing) -> None:
    """Unsure is not merged."""
    own = find(merged(places(SETTINGS, CARDS, [listing])), "own:gpt-4")
    assert (own.identity, own.name, len(own.places)) == (None, "own:gpt-4", 1)


def test_every_place_stands_in_exactly_one_model(listing: Listing) -> None:
    """Of the recorded list only a model and its own free variant are one; nothing is lost, nothing doubled."""
    found = places(SETTINGS, (), [listing])
    known = merged(found)

    assert sorted(str(place.ref) for model in known for place in model.places) == sorted(str(p.ref) for p in found)
    several = [[place.ref.name for place in model.places] for model in known if len(model.places) > 1]
    assert len(several) == 16
    assert all([names[0], f"{names[0]}:free"] == names for names in several)


@settings(max_examples=20)
@given(st.permutations(range(60)))
def test_merging_asks_for_no_order(order: list[int]) -> None:
    """Which list comes first changes nothing in what is one model."""
    found = places(SETTINGS, CARDS, [recorded()])[:60]
    one, other = (
        {(model.name, tuple(place.ref for place in model.places)) for model in merged(some)}
        for some in (found, [found[place] for place in order if place < len(found)])
    )
    assert one == other


def test_each_value_says_who_says_so(listing: Listing) -> None:
    """The configuration over what was told, over lists; what nobody says is unknown."""
    router = card("router:meta-llama/llama-3.1-8b-instruct", context_tokens=9_000)
    groq = card("groq:llama-3.1-8b-instant", price=Price(Decimal(1), Decimal(1), source="genai-prices 0.0.1"))
    told = card("ollama:llama3.1:8b", context_tokens=131_072)
    shipped, live = (
        {str(place.ref): place.facts for place in places(SETTINGS, (router, groq, told), [one])}
        for one in (listing, replace(listing, source=ListSource.KEPT))
    )

    def said(facts: Mapping[str, Fact], name: str) -> tuple[object, Provenance]:
        return facts[name].value, facts[name].provenance

    assert said(shipped[str(router.ref)], "context_tokens") == (9_000, Provenance.CONFIGURATION)
    assert said(shipped[str(router.ref)], "price")[1] is Provenance.SHIPPED_LIST
    assert said(live[str(router.ref)], "price")[1] is Provenance.LIVE_LIST
    assert live[str(router.ref)]["price"].as_of == listing.as_of.date()
    assert said(shipped[str(groq.ref)], "price") == (groq.price, Provenance.SHIPPED_LIST)
    assert said(shipped[str(told.ref)], "context_tokens") == (131_072, Provenance.TOLD)
    assert said(shipped[str(told.ref)], "price") == (None, Provenance.UNKNOWN)


def test_a_model_in_use_that_ends_is_told_with_day_and_source(listing: Listing) -> None:
    """The host's own word before its list, its list before what the maker announced. Covers R6.4."""
    said = card("groq:llama-3.1-8b-instant")
    evidence = Evidence(metrics={said.ref: ModelMetrics(1, 1, last_error_code="model_gone")})
    cards = (said, card("openai:gpt-4"), card("router:x-ai/grok-4"), card("own:gpt-4"))
    found = {
        str(one.model): one
        for one in withdrawals(
            places(SETTINGS, cards, [listing]),
            hosts=host_names(SETTINGS),
            listings={"router": listing},
            evidence=evidence,
            today=TODAY,
        )
    }
    assert (found["groq:llama-3.1-8b-instant"].source, found["groq:llama-3.1-8b-instant"].is_gone) == (
        "host_said",
        True,
    )
    assert (found["router:x-ai/grok-4"].source, found["router:x-ai/grok-4"].ends_on) == (
        NoticeSource.HOST_LIST,
        date(2026, 5, 15),
    )
    assert (found["openai:gpt-4"].source, found["openai:gpt-4"].ends_on) == (NoticeSource.MAKER, date(2026, 10, 23))
    assert "own:gpt-4" not in found
    assert announced_as_of() == date(2026, 8, 18)


def test_a_host_that_serves_on_what_its_maker_ended_is_believed(listing: Listing) -> None:
    """A fetched list from after the day has it still; one from before says nothing. A model that a fetched list does
    not have is gone. Covers R6.4."""
    later = replace(listing, source=ListSource.KEPT, as_of=datetime(2026, 11, 25, tzinfo=UTC))
    cards = (card("router:openai/gpt-4"), card("router:maker/gone"))
    for one, expected in ((listing, {"router:openai/gpt-4"}), (later, {"router:maker/gone"})):
        told = withdrawals(
            [place for place in places(SETTINGS, cards, [one]) if place.card is not None],
            hosts={"router": "openrouter"},
            listings={"router": one},
            evidence=Evidence(),
            today=TODAY,
        )
        assert {str(end.model) for end in told} == expected


def test_a_past_day_is_over_and_a_near_one_is_near() -> None:
    """Thirty days ahead somebody is warned."""
    ends = {
        day: Withdrawal(ModelRef("a", "b"), NoticeSource.MAKER, day)
        for day in (date(2026, 11, 25), TODAY, date(2026, 12, 26), date(2026, 12, 27))
    }
    assert [(one.is_over(TODAY), one.is_near(TODAY)) for one in ends.values()] == [
        (True, True), (False, True), (False, True), (False, False),
    ]  # fmt: skip


def listed(name: str, usd: str, **more: object) -> ListedModel:
    text = frozenset({"text"})
    price = Price(Decimal(usd), Decimal(usd))
    made = ListedModel(
        ModelRef("router", name), name, name, context_tokens=100_000, reads=text, writes=text, price=price
    )
    return replace(made, **more)  # type: ignore[arg-type] # fields of the model


def nearest(model: ListedModel, *others: ListedModel | ModelCard, maker_says: str | None = None) -> str | None:
    lists = [one for one in (model, *others) if isinstance(one, ListedModel)]
    cards = [one for one in others if isinstance(one, ModelCard)]
    one_list = Listing("router", tuple(lists), ListSource.KEPT, datetime(2026, 11, 25, tzinfo=UTC))
    found = places(SETTINGS, cards, [one_list])
    place = next(one for one in found if one.ref == model.ref)
    end = Withdrawal(place.ref, NoticeSource.MAKER, makers_choice=maker_says)
    instead = replacement(place, end, found, ending={ModelRef("router", "openai/gpt-9")})
    return None if instead is None else str(instead.ref)


def test_the_nearest_is_of_the_same_maker_family_and_size_then_price() -> None:
    """A mini is replaced by a mini, though something else costs more nearly the same. Covers R6.4."""
    old = listed("openai/gpt-4o-mini", "1")
    others = (
        listed("openai/gpt-5-mini", "4"),
        listed("openai/gpt-5", "1.1"),
        listed("openai/o3", "1"),
        listed("qwen/qwen3-8b", "1"),
        listed("openai/gpt-9", "1"),
    )
    assert nearest(old, *others) == "router:openai/gpt-5-mini"
    assert nearest(old, *others[1:]) == "router:openai/gpt-5"
    assert nearest(old, *others[2:]) == "router:openai/o3"
    assert nearest(old, *others[3:]) == "router:qwen/qwen3-8b"
    assert nearest(old, *others[4:]) is None


def test_what_the_maker_names_comes_first() -> None:
    """Where it is configured or listed; its dates do not count."""
    old, new = listed("anthropic/claude-3.5-haiku", "1"), listed("anthropic/claude-haiku-4.5", "9")
    other = listed("anthropic/claude-3-haiku", "1")

    assert nearest(old, other, new) == "router:anthropic/claude-3-haiku"
    assert nearest(old, other, new, maker_says="claude-haiku-4-5-20251001") == "router:anthropic/claude-haiku-4.5"


def test_nothing_worse_in_privacy_room_or_skill_is_named() -> None:
    """Whoever may not train must not be replaced by one who may; tools and pictures stay. Covers R6.4."""
    old = listed(
        "openai/gpt-4o", "1",
        data_policy=DataPolicy.NO_TRAINING, parameters=frozenset({"tools"}), reads=frozenset({"text", "image"}),
    )  # fmt: skip
    good = replace(old, ref=ModelRef("router", "openai/gpt-5"), canonical="openai/gpt-5")
    worse = [
        replace(good, data_policy=DataPolicy.UNKNOWN),
        replace(good, parameters=frozenset()),
        replace(good, reads=frozenset({"text"})),
        replace(good, context_tokens=49_999),
        replace(good, stands_for="openai/gpt-6"),
    ]
    assert nearest(old, good) == "router:openai/gpt-5"
    assert [nearest(old, one) for one in worse] == [None] * len(worse)


def test_the_same_model_elsewhere_comes_before_another() -> None:
    """On this machine as well, where it can do as much; a demonstration model is never named."""
    old = listed("meta-llama/llama-3.1-8b-instruct", "1")
    other = listed("meta-llama/llama-3-8b-instruct", "1")
    here = card("ollama:llama3.1:8b", context_tokens=100_000, data_policy=DataPolicy.LOCAL, status=ModelStatus.LOADABLE)

    able = replace(here, capabilities=frozenset({Capability.CHAT}))
    assert nearest(old, other, able) == "ollama:llama3.1:8b"
    assert nearest(old, other, replace(able, is_demonstration=True)) == "router:meta-llama/llama-3-8b-instruct"
