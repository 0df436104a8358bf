"""OpenRouter: models of many hosts behind one key; its list can be browsed without a network and without a key."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Annotated, Final, Self

from pydantic import BaseModel, BeforeValidator, Field, field_validator
from typing_extensions import override

from segue.domain.chat import ChatRequest, Usage
from segue.domain.listing import FreeQuota, KeyLimits, ListedModel, Listing, ListSource, Offer
from segue.domain.models import Capability, DataPolicy, ModelCard, ModelRef, ModelStatus
from segue.domain.money import Price
from segue.domain.provider_keys import KeyCheck
from segue.errors import BadAnswer, KeyRejected, ProviderError, StorageError
from segue.providers.contract import Answer, LoadedModel, Provider, ProviderContext, ProviderHealth
from segue.providers.hosts import HOSTS
from segue.providers.key_check import AskedKey
from segue.providers.model_options import ModelOptions, Part, card, within_limit
from segue.providers.openai_answers import AnswerReader
from segue.providers.openai_compatible import Address, NotHere, Proxy, key_hint, known_model, missing_key
from segue.providers.openai_protocol import OpenAIProtocol
from segue.providers.openrouter.asked import Asked
from segue.providers.openrouter.bills import PAUSES_S, LateBills
from segue.providers.openrouter.counting import free_count
from segue.providers.openrouter.limits import keep_limits, kept_limits, read_limits
from segue.providers.openrouter.lists import Lists, fetched, fetched_offers
from segue.providers.openrouter.quota import RULE, Refused, daily_limit, is_rationed
from segue.providers.openrouter.routing import FIELDS, Routing, preferences, stand_ins, sticky_id
from segue.providers.openrouter.shelf import Shelf
from segue.providers.wire import Wire

ROW: Final = HOSTS["openrouter"]
LOOK_S: Final = 60.0
"""Pause between two looks at whether another process has kept a newer list, or it is time to fetch one."""
COUNTS: Final = 3
"""Looks, in this time, at how many free requests other gateways have made."""
SETTLE_S: Final = 1.0
"""Pause before the first list is fetched by itself: a command that opens this for one question is over by then."""
AGAIN: Final = timedelta(minutes=15)
"""Pause after a list could not be fetched."""
_ABILITIES: Final = {
    "tools": Capability.TOOLS,
    "response_format": Capability.JSON_OBJECT,
    "structured_outputs": Capability.JSON_SCHEMA,
    "seed": Capability.SEED,
}
"""What a model can do, by the request fields that the list says it takes."""

_log = logging.getLogger(__name__)


class OpenRouterModelOptions(ModelOptions):
    """One model; what is left out is taken from the list."""

    stand_ins: tuple[str, ...] = ()
    """Models that OpenRouter may let answer in its place, as `maker/name`: only where the turn's rules allow each of
    them, and never where the turn has a ceiling of cost. What it cost is told; who answered is not."""

    @field_validator("data_policy")
    @classmethod
    def _is_elsewhere(cls, policy: DataPolicy | None) -> DataPolicy | None:
        if policy is DataPolicy.LOCAL:
            raise ValueError("what is sent to OpenRouter leaves this machine")
        return policy


class OpenRouterOptions(Part):
    """Options of `openrouter`."""

    models: dict[str, Annotated[OpenRouterModelOptions, BeforeValidator(known_model)]] = Field(default={})
    """The models to use, by the names that they have there; `segue models list --provider openrouter` has them."""
    all_models: bool = False
    """True: every other model of the list that writes text answers as well, when it is asked for by name."""
    routing: Routing = Routing()
    """Which of the providers behind OpenRouter are asked, and what they may do with what they are sent."""
    sticky_sessions: bool = False
    """True: a name made for each session goes along, so that its turns reach the same provider and find its cache."""
    free_requests_a_day: Annotated[int, Field(ge=0)] | None = None
    """Most requests to free models a day, of all gateways with one Redis server, else of this machine; empty: what
    OpenRouter said of the key (`segue models limits`), else 50."""
    free_account: Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,40}$")] = "openrouter"
    """Providers with the same word here count their free requests together, for OpenRouter limits the account and not
    the key; another account gets another word."""
    free_reserve: Annotated[float, Field(ge=0, le=1)] = 0.2
    """Share of the free requests that only therapeutic turns may use."""
    refresh_h: Annotated[float, Field(ge=0.25, le=720)] | None = None
    """Hours after which the list is fetched anew while Segue runs; empty: `catalogue.refresh_h` in a gateway, else only
    with `segue models refresh`."""
    base_url: Address = ROW.base_url
    """Address of the API; another one for a relay of your own."""
    proxy: Proxy | None = None
    """Address of an HTTP proxy on the way; write it as `${HTTPS_PROXY}`. Empty: none."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class OpenRouterAdapter(Provider):
    """Models of many hosts behind OpenRouter's one address, with its list, its routing and its limits."""

    Options: type[BaseModel] = OpenRouterOptions
    takes_key = True

    def __init__(
        self,
        options: BaseModel,
        context: ProviderContext,
        *,
        now: Callable[[], datetime] | None = None,
        bill_pauses_s: Sequence[float] = PAUSES_S,
    ) -> None:
        assert isinstance(options, OpenRouterOptions)
        self.name = context.name
        self._options, self._now = options, now or _utc_now
        self._missing = missing_key(ROW, context)
        self._key_hint = key_hint(ROW, context.name)
        is_own = options.base_url == ROW.base_url  # what keys of a relay look like is not known
        self._key = AskedKey(context.key, ROW.key_path, host="openrouter" if is_own else None)
        folder = context.home / "openrouter"
        self._lists = Lists(Shelf(context.home, context.name, options.routing.policy), now=self._now)
        self._limits_path = folder / f"limits-{context.name}.json"
        self._limits = kept_limits(self._limits_path)
        self._count = free_count(context, options.base_url, options.free_account, reserve=options.free_reserve, now=now)
        self._passes = ROW.extra_fields - FIELDS
        self._cards: dict[str, ModelCard] = {}
        self._told: tuple[ModelCard, ...] = ()
        self._told_of: tuple[Listing, date] | None = None
        self._not_before = datetime.min.replace(tzinfo=UTC)
        """When the list may be fetched by itself again, after that failed."""
        proxy = options.proxy.get_secret_value() if options.proxy else None
        self._wire = Wire(options.base_url, key=context.key, connect_s=context.connect_s, proxy=proxy)
        self._protocol = OpenAIProtocol(self._wire, dialect=ROW.dialect, key_hint=self._key_hint)
        self._bills = LateBills(self._wire, key_hint=self._key_hint, pauses_s=bill_pauses_s)
        self._stack = AsyncExitStack()

    @override
    def __repr__(self) -> str:
        return f"OpenRouterAdapter({self.name!r}, {self._options.base_url!r})"

    @override
    async def __aenter__(self) -> Self:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(self._wire)
            await stack.enter_async_context(self._count)
            await stack.enter_async_context(self._watching())
            self._stack = stack.pop_all()
        return self

    @override
    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    @override
    def cards(self) -> tuple[ModelCard, ...]:
        listing, today = self._lists.listing, self._now().date()
        if self._told_of is None or self._told_of[0] is not listing or self._told_of[1] != today:
            self._told_of = (listing, today)
            self._cards = {made.ref.name: made for made in self._made(listing, today)}
            self._told = tuple(self._cards.values())
        return self._told

    @override
    def status(self, model: str) -> ModelStatus:
        self.cards()
        known = self._cards.get(model)
        return ModelStatus.WITHDRAWN if known is None else known.status

    @override
    def answer(self, request: ChatRequest, model: str) -> Answer:
        self.cards()
        known = self._cards.get(model)
        if known is None:
            return NotHere(ModelRef(self.name, model))
        options = self._options.models.get(model)
        extra: dict[str, object] = {name: value for name, value in request.extra.items() if name not in FIELDS}
        extra["provider"] = preferences(self._options.routing, request)
        if self._options.sticky_sessions and (session := sticky_id(request.session, self.name)):
            extra["session_id"] = session
        limited = within_limit(request, known.max_output_tokens)

        reader = self._protocol.reader(known.ref)

        def made(others: Sequence[str]) -> Answer:
            models = {"models": [model, *others]} if others else {}
            asked = replace(limited, extra={**extra, **models})
            return self._protocol.answer(asked, known.ref, passes_fields=self._passes | FIELDS, reader=reader)

        others = () if options is None else stand_ins(known.ref, options.stand_ins, request)
        take = partial(self.take_free, is_therapeutic=request.bounds.is_therapeutic)
        return Asked(
            known.ref,
            others,
            take=take,
            make=made,
            note_gone=self.note_gone,
            late_bill=partial(self._late_bill, reader, known.ref),
        )

    async def _late_bill(self, reader: AnswerReader, ref: ModelRef) -> Usage | None:
        return await self._bills.of(reader.unbilled, ref) if reader.unbilled else None

    @override
    def health(self) -> ProviderHealth:
        if self._missing:
            return ProviderHealth(is_usable=False, detail=self._missing)
        listing = self._lists.listing
        source = "shipped with Segue" if listing.source is ListSource.SHIPPED else "fetched"
        detail = (
            f"Configured for {self._options.base_url}; its list of models is of {listing.as_of:%Y-%m-%d}, {source}."
        )
        return ProviderHealth(is_usable=True, detail=detail)

    @override
    def loaded(self) -> tuple[LoadedModel, ...]:
        return ()

    @override
    async def unload(self, model: str) -> bool:
        return False

    @override
    async def check_key(self) -> KeyCheck:
        return await self._key.check(self._wire, self.name, ())

    def listing(self) -> Listing:
        """See Browsable."""
        return self._lists.listing

    async def refresh(self) -> Listing:
        """See Browsable."""
        return await self._lists.fetch(self._wire, key_hint=self._key_hint)

    async def limits(self) -> KeyLimits:
        """See Browsable. What was bought is only told to a management key: for others it stays unknown."""
        subject = ModelRef(self.name, "key")
        if self._missing:
            raise KeyRejected("No key is configured.", model=subject, hint=self._missing)
        key = await fetched(self._wire, "key", subject, key_hint=self._key_hint)
        try:
            credit = await fetched(self._wire, "credits", subject, key_hint=self._key_hint)
        except ProviderError as error:
            _log.debug("The credit bought is not told: %s", error)
            credit = None
        limits = read_limits(key, credit, now=self._now())
        if limits is None:
            raise BadAnswer("Its answer does not describe a key.", model=subject)
        try:
            await asyncio.to_thread(keep_limits, self._limits_path, limits)
        except OSError as error:
            _log.warning("What the key may do could not be kept: %s", error.strerror)
        self._limits, self._told_of = limits, None
        if limits.free_used_today is not None:
            await self._count.note(limits.free_used_today)
        return limits

    async def offers(self, name: str) -> tuple[Offer, ...]:
        """See Offering."""
        listed, ref = self._lists.listing.find(name), ModelRef(self.name, name)
        names = frozenset({name} if listed is None else {name, listed.canonical})
        return await fetched_offers(self._wire, ref, names, key_hint=self._key_hint, as_of=self._now().date())

    def free_quota(self) -> FreeQuota:
        """See Browsable."""
        a_day, because = self._a_day()
        used = self._count.used()
        return FreeQuota(RULE.a_minute, a_day, len(used.lately), used.today, used.day, RULE.as_of, because)

    async def take_free(self, *, is_therapeutic: bool) -> Refused | None:
        """Count one request to a free model; what stands against it."""
        a_day, _ = self._a_day()
        return await self._count.take(is_therapeutic=is_therapeutic, a_minute=RULE.a_minute, a_day=a_day)

    def note_gone(self, name: str) -> None:
        """The host said that a model is gone for good: from now on it counts as withdrawn."""
        self._lists.note_gone(name)

    def _a_day(self) -> tuple[int, str]:
        return daily_limit(self._limits, self._options.free_requests_a_day)

    @asynccontextmanager
    async def _watching(self) -> AsyncGenerator[None]:
        task = asyncio.create_task(self._watch(), name="segue-openrouter-list")
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _watch(self) -> None:
        """Have the list at hand before the first turn, keep it as young as is wished, and hear what other processes
        fetched. Nobody waits for this."""
        await self._lists.look()
        await asyncio.sleep(SETTLE_S)
        while True:
            await self._lists.look()
            await self._look_at_limits()
            if self._is_old():
                try:
                    await self.refresh()
                except (ProviderError, StorageError) as error:
                    _log.warning("The list of models stays as it is: %s", error)
                    self._not_before = self._now() + AGAIN
            for _ in range(COUNTS):
                await self._count.look()
                await asyncio.sleep(LOOK_S / COUNTS)

    async def _look_at_limits(self) -> None:
        kept = await asyncio.to_thread(kept_limits, self._limits_path)
        if kept is not None and kept != self._limits:
            self._limits, self._told_of = kept, None

    def _is_old(self) -> bool:
        wished_h = self._options.refresh_h
        if wished_h is None or self._now() < self._not_before:
            return False
        listing = self._lists.listing
        return listing.source is ListSource.SHIPPED or listing.age(self._now()) >= timedelta(hours=wished_h)

    def _made(self, listing: Listing, today: date) -> list[ModelCard]:
        configured = self._options.models
        made = [
            replace(self._card(name, options, listing.find(name), today), stand_ins=self._priced(options, listing))
            for name, options in configured.items()
        ]
        if self._options.all_models:
            by_name = OpenRouterModelOptions(in_auto=False)
            made += [
                self._card(model.ref.name, by_name, model, today)
                for model in listing.models
                if model.ref.name not in configured and "text" in model.writes
            ]
        return made

    def _priced(self, options: OpenRouterModelOptions, listing: Listing) -> tuple[tuple[ModelRef, Price | None], ...]:
        """A model's stand-ins with their prices: what is configured of them, else what the list says."""

        def price(name: str) -> Price | None:
            own, listed = self._options.models.get(name), listing.find(name)
            told = None if listed is None else listed.price
            return own.price.price() if own is not None and own.price is not None else told

        return tuple((ModelRef(self.name, name), price(name)) for name in options.stand_ins)

    def _card(self, name: str, options: OpenRouterModelOptions, listed: ListedModel | None, today: date) -> ModelCard:
        """A model's card: what is configured, and for the rest what the list says."""
        made = card(
            options,
            ModelRef(self.name, name),
            ROW.provider_type,
            data_policy=self._options.routing.policy,
            passes_fields=self._passes,
            missing=self._missing,
        )
        made = replace(made, keeps_rule_on_request=True)
        if name in self._lists.gone or (listed is not None and listed.is_withdrawn(today)):
            made = replace(made, status=ModelStatus.WITHDRAWN, missing=None)
        if listed is None:
            return made
        able = {ability for word, ability in _ABILITIES.items() if word in listed.parameters}
        if "image" in listed.reads:
            able.add(Capability.IMAGES)
        price = made.price or listed.price
        return replace(
            made,
            capabilities=made.capabilities | able,
            context_tokens=made.context_tokens or listed.context_tokens,
            max_output_tokens=made.max_output_tokens or listed.max_output_tokens,
            price=price,
            expires_on=listed.expires_on,
            label=made.label or (self._free_label(name) if price is not None and price.is_free else None),
        )

    def _free_label(self, name: str) -> str:
        a_day, _ = self._a_day()
        limits = f": {RULE.a_minute} a minute and {a_day} a day for all of them" if is_rationed(name) else ""
        return f"free{limits}; may be withdrawn"
