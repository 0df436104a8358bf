"""Every model once, with every place to get it: what is configured and what hosts list, merged by identity. Pure.

A field's value comes from who knows best, and says who that is: the configuration, then what the model's own server
told, then a list of its host that was fetched, then one that was shipped; else it is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from segue.catalog.identity import Identified, Identity, identified, identified_weights
from segue.config.settings import DEFAULT_PROVIDERS, Settings
from segue.domain.listing import ListedModel, Listing, ListSource
from segue.domain.models import Capability, DataPolicy, ModelCard, ModelRef
from segue.domain.money import Price
from segue.machine.weights import DEMONSTRATION

ABILITIES: Final = {
    "tools": Capability.TOOLS,
    "response_format": Capability.JSON_OBJECT,
    "structured_outputs": Capability.JSON_SCHEMA,
    "seed": Capability.SEED,
}
"""What a listed model can do, by the request fields that its list says it takes."""

_ALWAYS_THE_SAME: Final = frozenset({"local", "lm_studio", "ollama", "openrouter", "scripted"})
"""Types of providers that call models in one way, at whatever address they are."""


class Provenance(StrEnum):
    """Who says so, the one who knows best first."""

    CONFIGURATION = "configuration"
    TOLD = "told"
    """The model's own provider, asked or probed."""
    LIVE_LIST = "live_list"
    """A list that was fetched from its host."""
    SHIPPED_LIST = "shipped_list"
    """A list that is part of Segue or of a package."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Fact:
    """A value, who says so, and when that was so; None and UNKNOWN where nobody says."""

    value: object
    provenance: Provenance
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """One way to get a model: a configured one, a listed one, or both at once."""

    ref: ModelRef
    identified: Identified | None
    """None: it is not sure which model this is."""
    card: ModelCard | None = None
    """None: it is not configured."""
    listed: ListedModel | None = None
    """None: no list has it."""
    facts: Mapping[str, Fact] = field(default_factory=dict)
    """`price`, `context_tokens`, `max_output_tokens`, `capabilities`."""

    @property
    def price(self) -> Price | None:
        """None: unknown."""
        told = None if self.card is None else self.card.price
        return self.listed.price if told is None and self.listed is not None else told

    @property
    def context_tokens(self) -> int | None:
        """None: unknown."""
        told = None if self.card is None else self.card.context_tokens
        return self.listed.context_tokens if told is None and self.listed is not None else told

    @property
    def data_policy(self) -> DataPolicy:
        """What is done with what it is sent."""
        if self.card is not None:
            return self.card.data_policy
        return DataPolicy.UNKNOWN if self.listed is None else self.listed.data_policy

    @property
    def capabilities(self) -> frozenset[Capability]:
        """As far as they are known."""
        if self.card is not None:
            return self.card.capabilities
        return frozenset() if self.listed is None else listed_capabilities(self.listed)


@dataclass(frozen=True, slots=True)
class KnownModel:
    """One model, with the places to get it: configured ones first, then by name."""

    identity: Identity | None
    """None: it is not sure which model it is, so that it stands alone."""
    places: tuple[Place, ...]

    @property
    def name(self) -> str:
        """Its identity's, else its place's own."""
        return str(self.places[0].ref) if self.identity is None else self.identity.slug


def listed_capabilities(listed: ListedModel) -> frozenset[Capability]:
    """What a list says that a model can do."""
    images = {Capability.IMAGES} if "image" in listed.reads else set[Capability]()
    return frozenset(
        {Capability.CHAT, *images, *(able for word, able in ABILITIES.items() if word in listed.parameters)}
    )


def host_names(settings: Settings) -> dict[str, str | None]:
    """What each provider is in the table of hosts; None for an address of somebody's own, and for what is no host."""
    known = settings.providers or DEFAULT_PROVIDERS
    return {name: _host(one.type, one.options) for name, one in known.items() if one.enabled}


def _host(kind: str, options: Mapping[str, object]) -> str | None:
    if kind in _ALWAYS_THE_SAME:
        return kind
    host = options.get("host") if kind == "openai_compatible" else kind if kind == "anthropic" else None
    return host if isinstance(host, str) and not options.get("base_url") else None


def places(settings: Settings, cards: Iterable[ModelCard], listings: Iterable[Listing]) -> tuple[Place, ...]:
    """Every way to get a model, configured or listed, each once."""
    hosts, by_list = host_names(settings), {listing.provider: listing for listing in listings}
    found: dict[ModelRef, Place] = {}
    for card in cards:
        listing = by_list.get(card.ref.provider)
        listed = None if listing is None else listing.find(card.ref.name)
        options = _options(settings, card.ref)
        what = _card_identity(card.ref, hosts.get(card.ref.provider), options, listed)
        found[card.ref] = Place(card.ref, what, card, listed, _facts(card, listed, listing, options))
    for listing in by_list.values():
        for listed in listing.models:
            if listed.ref not in found:
                what = _listed_identity(listed, hosts.get(listing.provider, listing.provider))
                found[listed.ref] = Place(listed.ref, what, None, listed, _facts(None, listed, listing, {}))
    return tuple(found.values())


def configured_places(cards: Iterable[ModelCard], hosts: Mapping[str, str | None]) -> tuple[Place, ...]:
    """The configured models alone, by the names that their hosts give them."""
    return tuple(
        Place(card.ref, _card_identity(card.ref, hosts.get(card.ref.provider), {}, None), card) for card in cards
    )


def merged(all_places: Iterable[Place]) -> tuple[KnownModel, ...]:
    """The places by identity: each place stands in exactly one model, and one of no sure identity alone."""
    known: dict[Identity | ModelRef, list[Place]] = {}
    for place in all_places:
        known.setdefault(place.ref if place.identified is None else place.identified.identity, []).append(place)
    return tuple(
        KnownModel(key if isinstance(key, Identity) else None, tuple(sorted(of, key=_configured_first)))
        for key, of in known.items()
    )


def _configured_first(place: Place) -> tuple[bool, str]:
    return place.card is None, str(place.ref)


def _listed_identity(listed: ListedModel, host: str | None) -> Identified | None:
    """By its weights, which say most; a name that leads elsewhere is no model of its own."""
    if listed.stands_for is not None:
        return None
    by_name = identified(listed.ref.name, host=host)
    if by_name is None or listed.weights is None:
        return by_name
    return identified_weights(listed.weights, listed.maker) or by_name


def _card_identity(
    ref: ModelRef, host: str | None, options: Mapping[str, object], listed: ListedModel | None
) -> Identified | None:
    if host == "scripted":
        return None
    if host == "local":
        path = options.get("path") or (DEMONSTRATION.file if ref.name == DEMONSTRATION.name else "")
        return identified(str(path).rpartition("/")[2], host=host)
    return identified(ref.name, host=host) if listed is None else _listed_identity(listed, host)


def _options(settings: Settings, ref: ModelRef) -> Mapping[str, object]:
    """What the configuration itself says of a model."""
    provider = settings.providers.get(ref.provider)
    models = None if provider is None else provider.options.get("models")
    said = models.get(ref.name) if isinstance(models, dict) else None
    return said if isinstance(said, dict) else {}


def _facts(
    card: ModelCard | None, listed: ListedModel | None, listing: Listing | None, options: Mapping[str, object]
) -> dict[str, Fact]:
    return {
        name: _fact(getattr(card, name, None), getattr(listed, name, None), listing, is_configured=name in options)
        for name in ("price", "context_tokens", "max_output_tokens")
    } | {
        "capabilities": _fact(
            None if card is None else card.capabilities,
            None if listed is None else listed_capabilities(listed),
            listing,
            is_configured="capabilities" in options,
        )
    }


def _fact(of_card: object, of_list: object, listing: Listing | None, *, is_configured: bool) -> Fact:
    if is_configured and of_card is not None:
        return Fact(of_card, Provenance.CONFIGURATION)
    if of_list is not None and listing is not None:
        live = listing.source is ListSource.KEPT
        value = of_list if of_card is None else of_card
        return Fact(value, Provenance.LIVE_LIST if live else Provenance.SHIPPED_LIST, listing.as_of.date())
    if of_card is None:
        return Fact(None, Provenance.UNKNOWN)
    if isinstance(of_card, Price) and of_card.source.startswith("genai-prices"):
        return Fact(of_card, Provenance.SHIPPED_LIST, of_card.as_of)
    return Fact(of_card, Provenance.TOLD)
