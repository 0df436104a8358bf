"""Models with their places, as facts for programs."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from segue.catalog.listing_facts import price_facts
from segue.catalog.places import Fact, KnownModel, Place
from segue.domain.money import Price


def known_facts(model: KnownModel) -> dict[str, object]:
    """One model for JSON."""
    return {
        "name": model.name,
        "is_sure": model.identity is not None,
        "places": [place_facts(place) for place in model.places],
    }


def place_facts(place: Place) -> dict[str, object]:
    """One place: each value with who says so."""
    return {
        "model": str(place.ref),
        "is_configured": place.card is not None,
        "status": None if place.card is None else str(place.card.status),
        "quantization": None if place.identified is None else place.identified.quantization,
        "data_policy": str(place.data_policy),
        **{name: _fact(fact) for name, fact in place.facts.items()},
    }


def _fact(fact: Fact) -> dict[str, object]:
    value = fact.value
    if isinstance(value, Price):
        value = price_facts(value)
    elif isinstance(value, AbstractSet):
        value = sorted(map(str, value))
    return {
        "value": value,
        "provenance": str(fact.provenance),
        "as_of": None if fact.as_of is None else fact.as_of.isoformat(),
    }
