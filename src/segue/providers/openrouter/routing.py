"""How OpenRouter shall route a turn: the fields that go along with the request. Pure; the turn's rules win.

openrouter.ai/docs, "Provider Routing" and the OpenAPI schema `ProviderPreferences` (2026-08).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import Field

from segue.domain.chat import ChatRequest
from segue.domain.models import DataPolicy, ModelRef, Privacy
from segue.providers.model_options import Part

DataCollection: TypeAlias = Literal["deny", "allow"]
Usd = Annotated[Decimal, Field(ge=0, allow_inf_nan=False)]
Slug = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9 ._/()-]{0,79}$")]

FIELDS: Final = frozenset({"provider", "models", "session_id"})
"""Request fields that are made here, and never taken from a caller."""


class MaxPrice(Part):
    """Most that a provider behind it may charge, in dollars; those who charge more are not asked."""

    prompt: Usd | None = None
    """A million tokens of input."""
    completion: Usd | None = None
    """A million tokens of output."""
    request: Usd | None = None
    """Each call."""
    image: Usd | None = None
    """Each picture."""


class Routing(Part):
    """Which of the providers behind OpenRouter are asked."""

    order: tuple[Slug, ...] = ()
    """Asked in this order, as `anthropic`, `deepinfra/turbo`; empty: as OpenRouter weighs them."""
    only: tuple[Slug, ...] = ()
    """No others; empty: any."""
    ignore: tuple[Slug, ...] = ()
    """Never these."""
    allow_fallbacks: bool | None = None
    """False: only the first that fits is asked. Empty: as OpenRouter does, which is true."""
    require_parameters: bool | None = None
    """Only those who take every field of the request. Empty: where it has tools or a form of the answer, for others
    would leave them out unsaid."""
    sort: Literal["price", "throughput", "latency"] | None = None
    """Ask the first by this, in place of spreading requests."""
    quantizations: tuple[
        Literal["int4", "int8", "fp4", "mxfp4", "nvfp4", "fp6", "fp8", "mxfp8", "fp16", "bf16", "fp32", "unknown"], ...
    ] = ()
    """Only weights of these precisions; empty: any."""
    max_price: MaxPrice = MaxPrice()
    preferred_max_latency_s: Annotated[float, Field(gt=0)] | None = None
    """Those whose median wait is longer stand behind."""
    preferred_min_tokens_per_s: Annotated[float, Field(gt=0)] | None = None
    """Those whose median throughput is less stand behind."""
    data_collection: DataCollection = "deny"
    """`deny`: nobody is asked who keeps or trains on what is sent. `allow`: on turns whose privacy rule is `any` they
    may be asked; on all others `deny` is sent whatever stands here."""
    zero_retention: bool = False
    """True: only those are asked who keep nothing at all."""

    @property
    def policy(self) -> DataPolicy:
        """What is done with what is sent on a turn whose rule allows anything."""
        keeps_rule = self.zero_retention or self.data_collection == "deny"
        return DataPolicy.NO_TRAINING if keeps_rule else DataPolicy.MAY_TRAIN


def preferences(routing: Routing, request: ChatRequest) -> dict[str, object]:
    """The request's `provider` field. It never allows more than the turn's privacy rule."""
    may_collect = routing.data_collection == "allow" and request.bounds.privacy is Privacy.ANY
    needs_fields = bool(request.tools) or request.response_format.kind != "text"
    wanted: dict[str, object] = {
        "data_collection": "allow" if may_collect else "deny",
        "zdr": True if routing.zero_retention else None,
        "order": routing.order or None,
        "only": routing.only or None,
        "ignore": routing.ignore or None,
        "allow_fallbacks": routing.allow_fallbacks,
        "require_parameters": (True if needs_fields else None)
        if routing.require_parameters is None
        else routing.require_parameters,
        "sort": routing.sort,
        "quantizations": routing.quantizations or None,
        "max_price": _max_price(routing.max_price),
        "preferred_max_latency": routing.preferred_max_latency_s,
        "preferred_min_throughput": routing.preferred_min_tokens_per_s,
    }
    return {name: value for name, value in wanted.items() if value is not None}


def stand_ins(model: ModelRef, names: Sequence[str], request: ChatRequest) -> list[str]:
    """Models of these that OpenRouter may ask in the model's place on this turn."""
    allowed = request.bounds.may_stand_in
    return [name for name in names if allowed is None or ModelRef(model.provider, name) in allowed]


def sticky_id(session: str | None, provider: str) -> str | None:
    """A name for the session that means nothing to anybody else, and is another one at each provider."""
    return None if session is None else hashlib.sha256(f"{provider}\0{session}".encode()).hexdigest()[:32]


def _max_price(price: MaxPrice) -> dict[str, str] | None:
    given = {name: f"{usd.normalize():f}" for name, usd in price if usd is not None}
    return given or None
