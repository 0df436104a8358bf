"""Every model of every provider, in one list that is cheap to ask for on every turn."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from operator import is_not
from types import MappingProxyType
from typing import Protocol

from segue.catalog.known_models import KnownModels
from segue.catalog.names import Wanted, known_names, refs
from segue.catalog.places import host_names
from segue.catalog.prices import Listed, PriceList
from segue.catalog.providers import hosts_of
from segue.config.settings import RouteSettings, Settings
from segue.domain.models import ModelCard, ModelRef, ModelStatus

__all__ = ["CardSource", "ModelRegistry", "Wanted"]


class CardSource(Protocol):
    """As much of a provider as the registry needs."""

    def cards(self) -> tuple[ModelCard, ...]:
        """What it has now; never waits. The same tuple, while nothing changed, makes asking cost nothing."""
        ...


class ModelRegistry:
    """Merges the cards of all providers, fills in what the price list knows, and resolves names."""

    def __init__(
        self,
        sources: Mapping[str, CardSource],
        *,
        routes: Mapping[str, RouteSettings] = MappingProxyType({}),
        fallbacks: Mapping[str, Sequence[str]] = MappingProxyType({}),
        hosts: Mapping[str, str] = MappingProxyType({}),
        host_names: Mapping[str, str | None] = MappingProxyType({}),
        switched_off: Collection[str] = frozenset(),
    ) -> None:
        """`sources`: the providers, by name. `routes` and `fallbacks`: as configured.

        `hosts`: which host of the price list a provider is. Only providers named there get listed prices: an address of
        somebody's own may charge anything. `host_names`: by which names providers call models, to know alike ones by.
        `switched_off`: providers that the settings name and that are not among the sources.
        """
        self._sources = dict(sources)
        self._routes, self._fallbacks, self._hosts = routes, fallbacks, hosts
        self._host_names = host_names
        self.switched_off = frozenset(switched_off)
        self._prices: PriceList | None = None
        self._completed: dict[str, tuple[tuple[ModelCard, ...], tuple[ModelCard, ...]]] = {}
        """For each provider: the tuple that it told, and the cards made of it."""
        self._known: KnownModels | None = None

    @classmethod
    def configured(cls, sources: Mapping[str, CardSource], settings: Settings) -> ModelRegistry:
        """The registry of the providers of these settings."""
        return cls(
            sources,
            routes=settings.routes,
            fallbacks=settings.fallbacks,
            hosts=hosts_of(settings),
            host_names=host_names(settings),
            switched_off=[name for name, provider in settings.providers.items() if not provider.enabled],
        )

    def use_prices(self, prices: PriceList) -> None:
        """Fill in prices and context lengths from this list from now on, where a provider does not tell them."""
        self._prices = prices
        self._completed.clear()
        self._known = None

    def now(self) -> KnownModels:
        """Every model as it is now, for whoever asks more than one thing; the same object while nothing changed."""
        told = [source.cards() for source in self._sources.values()]
        known = self._known
        if known is None or any(map(is_not, told, known.told)):
            known = self._known = self._merge(tuple(told))
        return known

    def cards(self) -> tuple[ModelCard, ...]:
        """Every model of every provider, in the order of the configuration; the same tuple while nothing changed."""
        return self.now().cards

    def card(self, ref: ModelRef) -> ModelCard | None:
        """What is known of one model; None for a model that no provider has."""
        return self.now().card(ref)

    def resolve(self, name: str, *, strict: bool = False) -> Wanted:
        """What a request's `model` stands for, as `KnownModels.resolve` has it. Raises ModelNotFound."""
        return self.now().resolve(name, strict=strict)

    def fallbacks_of(self, ref: ModelRef) -> tuple[ModelRef, ...]:
        """The models configured to follow one that fails, in order."""
        return refs(self._fallbacks.get(str(ref), ()))

    def _merge(self, told: tuple[tuple[ModelCard, ...], ...]) -> KnownModels:
        by_ref: dict[ModelRef, ModelCard] = {}
        for provider, cards in zip(self._sources, told, strict=True):
            by_ref.update((card.ref, card) for card in self._complete(provider, cards))
        names = known_names(
            tuple(by_ref),
            tuple(self._sources),
            routes=self._routes,
            fallbacks=self._fallbacks,
            switched_off=self.switched_off,
        )
        gone = frozenset(ref for ref, card in by_ref.items() if card.status is ModelStatus.WITHDRAWN)
        return KnownModels(told, tuple(by_ref.values()), by_ref, names, gone, self._host_names)

    def _complete(self, provider: str, told: tuple[ModelCard, ...]) -> tuple[ModelCard, ...]:
        kept = self._completed.get(provider)
        if kept is not None and kept[0] is told:
            return kept[1]
        cards = tuple(self._filled_in(card) for card in told)
        self._completed[provider] = (told, cards)
        return cards

    def _filled_in(self, card: ModelCard) -> ModelCard:
        host = self._hosts.get(card.ref.provider)
        if self._prices is None or host is None or (card.price is not None and card.context_tokens is not None):
            return card
        listed: Listed = self._prices.of(host, card.ref.name)
        return replace(
            card,
            price=card.price if card.price is not None else listed.price,
            context_tokens=card.context_tokens if card.context_tokens is not None else listed.context_tokens,
        )
