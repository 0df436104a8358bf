"""Anthropic's models over its own Messages API; what each takes and gives is known by its name, or from its list."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated, Final, Literal, Self

from pydantic import BaseModel, BeforeValidator, Field, model_validator
from typing_extensions import override

from segue.domain.chat import ChatRequest
from segue.domain.listing import KeyLimits, ListedModel, Listing, ListSource
from segue.domain.models import Capability, DataPolicy, ModelCard, ModelRef, ModelStatus, ProviderType
from segue.domain.provider_keys import KeyCheck
from segue.errors import BadAnswer, KeyRejected, Silent, Unsupported
from segue.providers.anthropic.asking import LEAST_THINKING_TOKENS, PASSES, Effort, Manner
from segue.providers.anthropic.facts import Sampling, facts_of
from segue.providers.anthropic.listing import PAGE, fetch_entries
from segue.providers.anthropic.protocol import VERSION, MessagesProtocol
from segue.providers.anthropic.shelf import Shelf
from segue.providers.contract import Answer, LoadedModel, Provider, ProviderContext, ProviderHealth
from segue.providers.data_policies import policy_at
from segue.providers.hosts import Host
from segue.providers.key_check import AskedKey
from segue.providers.model_options import ModelOptions, Part, Tokens, card, within_limit
from segue.providers.openai_compatible import (
    Address,
    NotHere,
    Proxy,
    key_hint,
    known_model,
    missing_key,
)
from segue.providers.wire import Wire

ROW: Final = Host("https://api.anthropic.com/v1", "ANTHROPIC_API_KEY", extra_fields=PASSES, key_path=PAGE)
FETCH_S: Final = 30.0
"""Longest wait for the list of models."""
_ABLE: Final = {"structured_outputs": Capability.JSON_SCHEMA}


class AnthropicModelOptions(ModelOptions):
    """One model; what is left out is known by its name, or from the list, where that is known at all."""

    sampling: Sampling | None = None
    """Which of `temperature` and `top_p` it takes: `one` of them, or `none`; the others are left out. Empty: by its
    name, and `none` for one that is not known."""
    thinking: Literal["adaptive", "disabled"] | None = None
    """How it thinks before it speaks; empty: as the model does by itself. Thoughts are never shown; they are output."""
    thinking_tokens: Annotated[int, Field(ge=LEAST_THINKING_TOKENS)] | None = None
    """For models of generation 4.5: most tokens that it may think; empty: it does not."""
    effort: Effort | None = None
    """How much work it puts into an answer; empty: as the model does by itself. A request's `reasoning_effort` wins."""

    @model_validator(mode="after")
    def _thinks_one_way(self) -> Self:
        if self.thinking is not None and self.thinking_tokens is not None:
            raise ValueError("either `thinking` or `thinking_tokens`: a model thinks in one of the two ways")
        return self


class AnthropicOptions(Part):
    """Options of `anthropic`."""

    models: dict[str, Annotated[AnthropicModelOptions, BeforeValidator(known_model)]] = Field(min_length=1)
    """The models to use, by the names that they have there, as `claude-haiku-5-5`."""
    data_policy: DataPolicy | None = None
    """What is done with what is sent there: it depends on your contract. Empty: `local` for an address on this machine
    without a `proxy`, else `unknown`."""
    default_max_tokens: Tokens = 4096
    """Longest answer, thoughts included, where a request sets no limit: Anthropic wants one."""
    cache_prompts: bool = False
    """True: prompts are kept at Anthropic for some minutes, so that a next turn costs less and begins sooner; to put
    one there costs more than to send it."""
    base_url: Address = ROW.base_url
    """Address that `/messages` follows; another one for a server that speaks the same protocol."""
    proxy: Proxy | None = None
    """Address of an HTTP proxy on the way; write it as `${HTTPS_PROXY}`. Empty: none."""

    @property
    def row(self) -> Host:
        """Anthropic's own address, or a server like it, which may well need no key."""
        if self.base_url == ROW.base_url:
            return ROW
        kind = ProviderType.LOCAL_SERVER if self.policy is DataPolicy.LOCAL else ProviderType.CUSTOM_API
        return Host(self.base_url, extra_fields=PASSES, provider_type=kind, key_path=None)

    @property
    def policy(self) -> DataPolicy:
        """What is done with what is sent there, as far as it is known."""
        return policy_at(self.base_url, self.data_policy, has_proxy=self.proxy is not None)


def _utc_now() -> datetime:
    return datetime.now(UTC)


class AnthropicAdapter(Provider):
    """Claude models over Anthropic's own Messages API."""

    Options: type[BaseModel] = AnthropicOptions
    takes_key = True
    has_fixed_models = True

    def __init__(self, options: BaseModel, context: ProviderContext, *, now: Callable[[], datetime] = _utc_now) -> None:
        assert isinstance(options, AnthropicOptions)
        self.name = context.name
        self._options, self._now = options, now
        row = options.row
        self._missing = missing_key(row, context)
        self._key = AskedKey(context.key, row.key_path, host="anthropic" if row is ROW else None)
        self._key_hint = key_hint(row, context.name)
        self._shelf = Shelf(context.home, context.name, options.policy)
        self._used: Listing | None = None
        """The list that the cards say."""
        self._use(None)
        self._wire = Wire(
            options.base_url,
            key=context.key,
            headers={"anthropic-version": VERSION},
            connect_s=context.connect_s,
            proxy=options.proxy.get_secret_value() if options.proxy else None,
            key_header="x-api-key",
        )
        self._protocol = MessagesProtocol(self._wire, key_hint=self._key_hint, now=now)

    @override
    def __repr__(self) -> str:
        return f"AnthropicAdapter({self.name!r}, {self._options.base_url!r})"

    @override
    async def __aenter__(self) -> Self:
        await asyncio.to_thread(self.listing)
        await self._wire.__aenter__()
        return self

    @override
    async def __aexit__(self, *_: object) -> None:
        self._protocol.thoughts.clear()
        await self._wire.__aexit__()

    @override
    def cards(self) -> tuple[ModelCard, ...]:
        return self._told

    @override
    def status(self, model: str) -> ModelStatus:
        known = self._cards.get(model)
        return ModelStatus.WITHDRAWN if known is None else known.status

    @override
    def answer(self, request: ChatRequest, model: str) -> Answer:
        known = self._cards.get(model)
        if known is None:
            return NotHere(ModelRef(self.name, model))
        asked = within_limit(request, known.max_output_tokens)
        return self._protocol.answer(asked, known.ref, self._manner(model, known))

    @override
    def health(self) -> ProviderHealth:
        if self._missing:
            return ProviderHealth(is_usable=False, detail=self._missing)
        address = self._options.base_url
        return ProviderHealth(is_usable=True, detail=f"Configured for {address}; it is asked when a turn needs it.")

    @override
    def loaded(self) -> tuple[LoadedModel, ...]:
        return ()

    @override
    async def unload(self, model: str) -> bool:
        return False

    @override
    async def check_key(self) -> KeyCheck:
        return await self._key.check(self._wire, self.name, tuple(self._cards))

    def listing(self) -> Listing:
        """See Browsable."""
        listing = self._shelf.listing()
        if listing is not self._used:
            self._use(listing)
        return listing

    async def refresh(self) -> Listing:
        """See Browsable. It needs a key."""
        ref = ModelRef(self.name, "models")
        if self._missing:
            raise KeyRejected("No key is configured.", model=ref, hint=self._missing)
        try:
            async with asyncio.timeout(FETCH_S):
                entries = await fetch_entries(self._wire, self.name, now=self._now(), key_hint=self._key_hint)
        except TimeoutError as error:
            raise Silent(f"Its list did not come within {FETCH_S:g} s.", model=ref) from error
        listing = await asyncio.to_thread(self._shelf.keep, entries, as_of=self._now())
        if listing is None:
            hint = "The last good list stays. Is `base_url` the address of Anthropic's API?"
            raise BadAnswer("Its answer is no list of models.", model=ref, hint=hint)
        self._use(listing)
        return listing

    async def limits(self) -> KeyLimits:
        """See Browsable. Anthropic tells nothing of a key."""
        hint = "The Claude Console shows what the organization and its workspaces may do."
        raise Unsupported("It does not tell what a key may do.", model=ModelRef(self.name, "key"), hint=hint)

    def free_quota(self) -> None:
        """See Browsable. Nothing is free there."""

    def _use(self, listing: Listing | None) -> None:
        """Have the cards say what a list says; None: what is known by name alone."""
        # A list that came with Segue knows no more than the names do.
        told = listing if listing is not None and listing.source is ListSource.KEPT else None
        self._cards = {
            name: self._card(name, options, told.find(name) if told else None)
            for name, options in self._options.models.items()
        }
        self._told, self._used = tuple(self._cards.values()), listing

    def _card(self, name: str, options: AnthropicModelOptions, listed: ListedModel | None) -> ModelCard:
        """A model's card: what is configured, then what the list says, then what is known by its name."""
        row = self._options.row
        made = card(
            options,
            ModelRef(self.name, name),
            row.provider_type,
            data_policy=self._options.policy,
            passes_fields=row.extra_fields,
            missing=self._missing,
        )
        facts = facts_of(name)
        able = made.capabilities | facts.capabilities
        if listed is not None:
            able |= {ability for word, ability in _ABLE.items() if word in listed.parameters}
            able |= {Capability.IMAGES} if "image" in listed.reads else frozenset()
            if listed.is_gone:
                made = replace(made, status=ModelStatus.WITHDRAWN, missing=None)
        return replace(
            made,
            capabilities=able,
            context_tokens=made.context_tokens or (listed and listed.context_tokens) or facts.context_tokens,
            max_output_tokens=made.max_output_tokens
            or (listed and listed.max_output_tokens)
            or facts.max_output_tokens,
            expires_on=listed.expires_on if listed else None,
        )

    def _manner(self, model: str, known: ModelCard) -> Manner:
        options = self._options.models[model]
        longest = known.max_output_tokens
        return Manner(
            max_tokens=min(self._options.default_max_tokens, longest or self._options.default_max_tokens),
            sampling=options.sampling or facts_of(model).sampling,
            thinking=options.thinking,
            thinking_tokens=options.thinking_tokens,
            effort=options.effort,
            caches=self._options.cache_prompts,
        )
