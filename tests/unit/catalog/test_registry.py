"""Every model of every provider in one list."""

from dataclasses import replace

import pytest

from segue.catalog.prices import PriceList
from segue.catalog.registry import ModelRegistry
from segue.config.settings import RouteSettings
from segue.domain.models import ModelCard, ModelRef, ModelStatus, ProviderType
from segue.domain.money import FREE
from segue.errors import ModelNotFound

MINI = ModelCard(ModelRef("openai", "gpt-4o-mini"), ProviderType.CUSTOM_API)
SMALL = ModelCard(ModelRef("local", "small"), ProviderType.LOCAL, price=FREE, context_tokens=2_048)


class Fixed:
    """A provider with these cards, until it is given others."""

    def __init__(self, *cards: ModelCard) -> None:
        self.told = cards

    def cards(self) -> tuple[ModelCard, ...]:
        return self.told


@pytest.fixture(scope="module")
def prices() -> PriceList:
    return PriceList.load_now()


def test_one_list_has_the_models_of_every_provider() -> None:
    """Whatever provider a model is at, it stands in the one list, in the order of the configuration."""
    registry = ModelRegistry({"openai": Fixed(MINI), "local": Fixed(SMALL)})

    assert registry.cards() == (MINI, SMALL)
    assert registry.card(SMALL.ref) is SMALL
    assert registry.card(ModelRef("local", "other")) is None


def test_asking_again_costs_nothing_while_nothing_changed() -> None:
    """The list is asked for on every turn and is the same one until a provider says otherwise."""
    registry = ModelRegistry({"openai": Fixed(MINI), "local": Fixed(SMALL)})

    assert registry.cards() is registry.cards()
    assert registry.now() is registry.now()
    assert registry.resolve("small") is registry.resolve("small")


def test_what_a_name_stands_for_is_found_anew_when_models_change() -> None:
    """A name that one provider has is nobody's own once another one has it too."""
    other = Fixed()
    registry = ModelRegistry({"local": Fixed(SMALL), "other": other})
    assert registry.resolve("small").first == (SMALL.ref,)

    other.told = (replace(SMALL, ref=ModelRef("other", "small")),)

    with pytest.raises(ModelNotFound):
        registry.resolve("small")


def test_a_model_that_a_provider_adds_or_changes_is_seen_at_once() -> None:
    """A model that loads, rests or appears shows so on the next turn."""
    local = Fixed(SMALL)
    registry = ModelRegistry({"local": local})
    assert registry.cards() == (SMALL,)

    loading = replace(SMALL, status=ModelStatus.LOADING)
    local.told = (loading, replace(SMALL, ref=ModelRef("local", "new")))

    assert registry.cards()[0] is loading
    assert registry.resolve("new").first == (ModelRef("local", "new"),)


def test_what_a_provider_does_not_tell_comes_from_the_price_list(prices: PriceList) -> None:
    """A known host's model has its price and context filled in, with the source named."""
    registry = ModelRegistry({"openai": Fixed(MINI)}, hosts={"openai": "openai"})
    registry.use_prices(prices)

    (card,) = registry.cards()

    assert card.price is not None
    assert card.price.source == prices.source
    assert card.context_tokens == 128_000


def test_what_a_provider_tells_stays(prices: PriceList) -> None:
    """The list never overwrites a price or a context that the provider, or the operator, has stated."""
    registry = ModelRegistry({"p": Fixed(replace(MINI, price=FREE, context_tokens=77))}, hosts={"openai": "openai"})
    registry.use_prices(prices)

    assert (registry.cards()[0].price, registry.cards()[0].context_tokens) == (FREE, 77)


def test_an_address_of_somebodys_own_has_no_listed_price(prices: PriceList) -> None:
    """A provider that is merely named like a host may charge anything: its prices stay unknown."""
    registry = ModelRegistry({"openai": Fixed(MINI)})
    registry.use_prices(prices)

    assert registry.cards()[0].price is None


def test_a_list_that_arrives_later_is_used_from_then_on(prices: PriceList) -> None:
    """Nothing waits for the price list: models are there before it, and get their prices when it has come."""
    registry = ModelRegistry({"openai": Fixed(MINI)}, hosts={"openai": "openai"})
    before = registry.cards()

    registry.use_prices(prices)

    assert before[0].price is None
    assert registry.cards()[0].price is not None


def test_who_asks_for_a_withdrawn_model_gets_the_nearest_after_its_fallbacks() -> None:
    """A request that names it goes on to one of the same family; strict ones and routes keep to what was named.

    Covers R6.4.
    """
    old, new, other = (
        ModelCard(ModelRef(provider, name), ProviderType.CUSTOM_API, context_tokens=9_000, price=FREE)
        for provider, name in (("openai", "gpt-4o-mini"), ("openai", "gpt-5-mini"), ("local", "other"))
    )
    provider = Fixed(old, other, new)
    registry = ModelRegistry(
        {"openai": provider, "local": Fixed(other)},
        routes={"story": RouteSettings(models=(str(old.ref),))},
        fallbacks={str(old.ref): (str(other.ref),)},
        host_names={"openai": "openai"},
    )
    assert registry.resolve(str(old.ref)).first == (old.ref, other.ref)

    provider.told = (replace(old, status=ModelStatus.WITHDRAWN), new)
    assert registry.resolve(str(old.ref)).first == (old.ref, other.ref, new.ref)
    assert registry.resolve(str(old.ref), strict=True).first == (old.ref,)
    assert registry.resolve("story").first == (old.ref,)
    assert registry.resolve("auto").first == ()
