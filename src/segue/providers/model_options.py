"""What a configuration says of a model: the part of the options that every kind of provider shares."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from segue.domain.chat import ChatRequest
from segue.domain.languages import known_language
from segue.domain.models import Capability, DataPolicy, ModelCard, ModelRef, ModelStatus, ProviderType
from segue.domain.money import FREE, Price

Usd = Annotated[Decimal, Field(ge=0, allow_inf_nan=False)]
Tokens = Annotated[int, Field(gt=0)]
Language = Annotated[str, AfterValidator(known_language)]

_ALWAYS = frozenset({Capability.CHAT, Capability.STREAMING, Capability.SYSTEM_ROLE})
_NO_SYSTEM_ROLE = frozenset({Capability.SYSTEM_ROLE})
_NO_STREAMING = frozenset({Capability.STREAMING})


class Part(BaseModel):
    """A part of a provider's options: frozen, and unknown keys are errors."""

    # What was written may be a key in the wrong place: errors do not quote it.
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class PriceOptions(Part):
    """What a model costs, in US dollars."""

    input_usd_per_mtok: Usd
    """A million tokens of input."""
    output_usd_per_mtok: Usd
    """A million tokens of output."""
    cached_input_usd_per_mtok: Usd | None = None
    """A million tokens of input that the provider had in its cache; empty: as other input."""
    cache_write_usd_per_mtok: Usd | None = None
    """A million tokens of input that the provider puts into its cache; empty: as other input."""
    request_usd: Usd = Decimal(0)
    """Each call, whatever its length."""

    def price(self) -> Price:
        """The value that the rest of Segue speaks of."""
        return Price(
            self.input_usd_per_mtok,
            self.output_usd_per_mtok,
            cached_input_usd_per_mtok=self.cached_input_usd_per_mtok,
            cache_write_usd_per_mtok=self.cache_write_usd_per_mtok,
            request_usd=self.request_usd,
        )


class ModelOptions(Part):
    """One model. What is left out is unknown, and never guessed."""

    context_tokens: Tokens | None = None
    """Most tokens of input and output together."""
    max_output_tokens: Tokens | None = None
    """Most tokens of one answer; a request that asks for more is sent with this."""
    capabilities: frozenset[Capability] = frozenset()
    """What it can do beyond chatting, streaming and system messages, as `tools`, `images`, `json_schema`."""
    system_role: bool = True
    """False: it knows no system messages; their words are put at the start of the person's first message."""
    streaming: bool = True
    """False: it gives whole answers only, and is asked for such."""
    strict_alternation: bool = False
    """True: its prompt format takes the person and the model by turns only, the person first; neighbours of one role
    are joined."""
    price: PriceOptions | None = None
    """What it costs; empty: looked up where it is known."""
    data_policy: DataPolicy | None = None
    """What is done with what it is sent; empty: as its provider."""
    languages: frozenset[Language] | None = None
    """ISO 639-1 codes of the languages that its maker names."""
    label: str | None = None
    """Shown wherever the model is."""
    probed_on: date | None = None
    """Day on which `segue providers add` or `test` tried what it can do, and wrote it here; empty: nobody tried."""
    in_auto: bool = True
    """False: it answers only when it is asked for by name or route."""
    is_demonstration: bool = False
    """True: not fit for therapeutic use."""


def card(
    options: ModelOptions,
    ref: ModelRef,
    provider_type: ProviderType,
    *,
    data_policy: DataPolicy,
    passes_fields: frozenset[str] = frozenset(),
    missing: str | None = None,
) -> ModelCard:
    """A model's card. Without a price it is free where nothing leaves the machine, else its price is unknown."""
    policy = options.data_policy or data_policy
    free = FREE if policy is DataPolicy.LOCAL else None
    unable = frozenset() if options.system_role else _NO_SYSTEM_ROLE
    if not options.streaming:
        unable |= _NO_STREAMING
    return ModelCard(
        ref,
        provider_type,
        capabilities=(_ALWAYS | options.capabilities) - unable,
        context_tokens=options.context_tokens,
        max_output_tokens=options.max_output_tokens,
        price=options.price.price() if options.price else free,
        data_policy=policy,
        languages=options.languages,
        status=ModelStatus.MISSING if missing else ModelStatus.READY,
        missing=missing,
        label=options.label,
        in_auto=options.in_auto,
        is_demonstration=options.is_demonstration,
        passes_fields=passes_fields,
        needs_alternation=options.strict_alternation,
        probed_on=options.probed_on,
    )


def within_limit(request: ChatRequest, max_output_tokens: int | None) -> ChatRequest:
    """The request, asking for no longer answer than the model gives: hosts refuse the whole request otherwise."""
    if max_output_tokens is None or request.max_tokens is None or request.max_tokens <= max_output_tokens:
        return request
    return replace(request, max_tokens=max_output_tokens)
