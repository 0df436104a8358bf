"""Browsing a host's list of models: for the command line, for HTTP and for programs alike.

A host that can be browsed need not be configured: its list ships with Segue, so that somebody who has no key yet, and
no network, can look for a model.
"""

from __future__ import annotations

import asyncio
import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from segue.catalog.alternatives import Alternatives, alternatives, risks
from segue.catalog.change_book import ChangeBook
from segue.catalog.evidence import EvidenceBook
from segue.catalog.known_words import check_words
from segue.catalog.listing import NO_EVIDENCE, Wish, matching, ordered, sort_keys
from segue.catalog.places import KnownModel, Place, host_names, merged, places
from segue.catalog.prices import PriceList
from segue.catalog.providers import hosts_of, made_provider, providers_of
from segue.catalog.registry import CardSource, ModelRegistry
from segue.catalog.replacement import replacement
from segue.catalog.withdrawals import withdrawals
from segue.config.load import Loaded
from segue.config.names import named_models
from segue.config.settings import ProviderSettings
from segue.domain.callers import CallerScope
from segue.domain.changes import NotedChange
from segue.domain.choice import Evidence
from segue.domain.listing import FreeQuota, KeyLimits, ListedModel, Listing
from segue.domain.models import ModelCard, ModelRef
from segue.domain.withdrawals import Withdrawal
from segue.errors import ModelNotFound, RequestError
from segue.events import Broadcast, Teller
from segue.providers.contract import PROVIDERS, Browsable, Provider

HOST = "openrouter"
"""The host that is browsed where none is named."""


@dataclass(frozen=True, slots=True)
class Browsed:
    """What was found in a host's list, and what has to be known to judge it."""

    listing: Listing
    """The whole list that was looked through."""
    models: tuple[ListedModel, ...]
    """Those that were wanted, in the order that was wanted."""
    quota: FreeQuota | None
    """What free models may be asked; None for somebody whom that does not concern."""
    cards: Mapping[str, ModelCard]
    """The configured models of the host among them, by their names there."""
    evidence: Evidence
    now: datetime
    others: tuple[ModelCard, ...] = ()
    """Every configured model of every provider: among them are the local ones."""

    def instead_of(self, model: ListedModel) -> Alternatives:
        """What to take in place of a model."""
        return alternatives(model, self.listing, self.others, today=self.now.date())

    def within(self, scope: CallerScope) -> Browsed:
        """What a key of this scope is shown: the models that it may use, also in place of others."""
        if not scope.models:
            return self
        return replace(
            self,
            listing=replace(self.listing, models=tuple(m for m in self.listing.models if scope.allows(m.ref))),
            models=tuple(model for model in self.models if scope.allows(model.ref)),
            others=tuple(card for card in self.others if scope.allows(card.ref)),
        )

    def risks_of(self, model: ListedModel) -> tuple[str, ...]:
        """What can go wrong with a model because it is free."""
        return risks(model, self.quota)


@dataclass(frozen=True, slots=True)
class Ending:
    """A model that ends, and what to take instead."""

    withdrawal: Withdrawal
    is_in_use: bool
    instead: Place | None
    """None where nothing that is configured or listed will do."""


class Catalogue:
    """The hosts that can be browsed: those that are configured, and those that only could be."""

    def __init__(
        self,
        providers: Mapping[str, Provider],
        loaded: Loaded,
        home: Path,
        teller: Teller,
        configured: CardSource,
        book: EvidenceBook | None = None,
    ) -> None:
        """`configured`: every configured model; `book`: what was measured of them, None where nothing is at hand."""
        self._providers = dict(providers)
        self._loaded, self._home, self._teller = loaded, home, teller
        self._configured, self._book = configured, book
        self.book = ChangeBook(home)
        """What changed in the lists of hosts; its methods block on the disk."""
        self._looked_at: dict[str, Browsable] = {}

    async def browse(self, wish: Wish = Wish(), *, provider: str = HOST, sort: str = "") -> Browsed:  # noqa: B008
        """The models of a host's list that meet a wish, sorted by columns as in `price,-context`.

        Nothing is fetched; `Browsed.listing` says how old the list is. Raises RequestError for a host, a column or
        a word that there is none of.
        """
        evidence = self._book.snapshot() if self._book is not None else NO_EVIDENCE
        return await asyncio.to_thread(self.look, wish, provider=provider, sort=sort, evidence=evidence)

    def look(self, wish: Wish, *, provider: str = HOST, sort: str = "", evidence: Evidence = NO_EVIDENCE) -> Browsed:
        """As `browse`, where no event loop is kept waiting: it reads files."""
        host, keys, now = self.host(provider), sort_keys(sort), datetime.now(UTC)
        listing = host.listing()
        check_words(wish, listing.models)
        found = matching(listing.models, wish, today=now.date(), evidence=evidence)
        cards = self._configured.cards()
        return Browsed(
            listing,
            ordered(found, keys, evidence=evidence),
            host.free_quota(),
            {card.ref.name: card for card in cards if card.ref.provider == provider},
            evidence,
            now,
            cards,
        )

    async def refresh(self, provider: str = HOST) -> Listing:
        """Fetch a host's list of today, keep it, and note what changed. Raises ProviderError, StorageError,
        RequestError."""
        host = self.host(provider)
        await self._note(host)
        fetched = await host.refresh()
        await self._note(host)
        return fetched

    async def changes(self, *, since: datetime | None = None, provider: str | None = None) -> tuple[NotedChange, ...]:
        """What changed in lists, the oldest first: found after `since` (aware), in the list of `provider`."""
        return await asyncio.to_thread(self.book.changes, since=since, provider=provider)

    async def _note(self, host: Browsable) -> None:
        await asyncio.to_thread(lambda: self.book.note(host.listing(), now=datetime.now(UTC)))

    def models(self) -> tuple[KnownModel, ...]:
        """Every model once, configured or listed, with every place to get it. Reads files; fetches nothing."""
        return merged(self._places(self._listings(self._names())))

    def places(self, name: str) -> KnownModel:
        """One model with every place to get it: `provider:name`, or its identity's own name. Raises ModelNotFound."""
        known = self.models()
        for model in known:
            if model.name == name or any(str(place.ref) == name for place in model.places):
                return model
        close = difflib.get_close_matches(name[:200], [model.name for model in known], n=1)
        hint = f"Did you mean '{close[0]}'?" if close else "See `segue models list`."
        raise ModelNotFound("No model of that name is configured or listed.", param="model", hint=hint)

    async def ending(self) -> tuple[Ending, ...]:
        """Models that end or have ended, the soonest first, each with the nearest one that stays. Fetches nothing."""
        evidence = self._book.snapshot() if self._book is not None else NO_EVIDENCE
        return await asyncio.to_thread(self.endings, evidence)

    def endings(self, evidence: Evidence = NO_EVIDENCE) -> tuple[Ending, ...]:
        """As `ending`, where no event loop is kept waiting: it reads files."""
        today = datetime.now(UTC).date()
        listings = self._listings(self._names())
        found = self._places(listings)
        hosts, in_use = host_names(self._loaded.settings), self.in_use()
        by_ref = {place.ref: place for place in found}
        told = withdrawals(found, hosts=hosts, listings=listings, evidence=evidence, today=today)
        near = {one.model for one in told if one.is_near(today)}
        return tuple(
            Ending(one, one.model in in_use, replacement(by_ref[one.model], one, found, ending=near)) for one in told
        )

    async def ending_in_use(self) -> tuple[Ending, ...]:
        """As `ending`, of models in use alone. Only where one of them ends are lists read of hosts that nobody has
        configured, to find another: a gateway that runs for months would keep megabytes of them."""
        evidence = self._book.snapshot() if self._book is not None else NO_EVIDENCE
        return await asyncio.to_thread(self._endings_in_use, evidence)

    def _endings_in_use(self, evidence: Evidence) -> tuple[Ending, ...]:
        listings, in_use = self._listings(tuple(self.hosts())), self.in_use()
        told = withdrawals(
            self._places(listings),
            hosts=host_names(self._loaded.settings),
            listings=listings,
            evidence=evidence,
            today=datetime.now(UTC).date(),
        )
        if in_use.isdisjoint(one.model for one in told):
            return ()
        return tuple(one for one in self.endings(evidence) if one.is_in_use)

    def _listings(self, names: Sequence[str]) -> dict[str, Listing]:
        return {name: self.host(name).listing() for name in names}

    def _places(self, listings: Mapping[str, Listing]) -> tuple[Place, ...]:
        return places(self._loaded.settings, self._configured.cards(), listings.values())

    def hosts(self) -> Mapping[str, Browsable]:
        """The configured hosts that have a list, by name."""
        return {name: one for name, one in self._providers.items() if isinstance(one, Browsable)}

    def in_use(self) -> frozenset[ModelRef]:
        """Models that turns may get: those that routes and other settings name, and those that `auto` chooses from."""
        named = {ref for _, ref in named_models(self._loaded.settings)}
        return frozenset(named | {card.ref for card in self._configured.cards() if card.in_auto})

    async def limits(self, provider: str = HOST) -> KeyLimits:
        """Ask a host what the configured key may do. Raises ProviderError, RequestError."""
        return await self.host(provider).limits()

    def can_browse(self, provider: str) -> bool:
        """Whether a host of that name has a list to look through."""
        return provider in self._names()

    def host(self, provider: str) -> Browsable:
        """A host by its configured name; one that is not configured is one without a key. Raises RequestError."""
        known = self._providers.get(provider)
        if isinstance(known, Browsable):
            return known
        if provider not in self._names():
            hint = f"With a list: {', '.join(self._names())}."
            raise RequestError(f"'{provider[:60]}' has no list of models to look through.", param="provider", hint=hint)
        if provider not in self._looked_at:
            made = made_provider(self._loaded, provider, ProviderSettings(type=provider), self._home, self._teller)
            assert isinstance(made, Browsable)
            self._looked_at[provider] = made
        return self._looked_at[provider]

    def _names(self) -> tuple[str, ...]:
        configured = [name for name, provider in self._providers.items() if isinstance(provider, Browsable)]
        could_be = [HOST] if HOST not in self._providers and HOST in PROVIDERS.names else []
        return tuple(sorted({*configured, *could_be}))


def catalogue_of(loaded: Loaded, home: Path, *, prices: PriceList | None = None) -> Catalogue:
    """The catalogue alone, for commands that ask no model: no store, no screening. Raises ConfigError.

    `prices`: where a provider's own are not known; None: they stay unknown.
    """
    teller = Broadcast(())
    providers = providers_of(loaded, home, teller)
    registry = ModelRegistry(providers, hosts=hosts_of(loaded.settings))
    if prices is not None:
        registry.use_prices(prices)
    return Catalogue(providers, loaded, home, teller, registry)
