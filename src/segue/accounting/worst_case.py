"""What a call may cost at most, before it is made, and what it is likely to cost. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from typing import Final

from segue.domain.models import ModelCard
from segue.domain.money import LongPromptRate, Price

UNKNOWN_OUTPUT_TOKENS: Final = 8_192
"""Longest answer where neither the request nor the model says how long it may get. Ours: most models that do not tell
are smaller ones, and the longest answers of most larger ones are this long."""
INPUT_MARGIN: Final = Decimal("1.25")
"""The estimate of a prompt stands above what a small vocabulary takes; a fifth of it again is for tokenizers, and for
instructions that a provider puts in by itself."""

_AS_PRICED: Final[Mapping[str, Collection[object]]] = {
    "service_tier": (None, "auto", "default", "flex", "on_demand", "standard_only"),
    "inference_geo": (None, "global"),
    "prediction": (None,),
}
"""Request fields that raise a bill above a model's price, with the values that do not: a priority tier costs about
twice as much (docs.opper.ai/build/gateway/service-tiers, 2026-11), inference in one country a tenth more
(platform.claude.com/docs/en/api/service-tiers, 2026-11), and tokens of a prediction that is not used are billed beside
the answer's (openai-python 2, `CompletionTokensDetails.rejected_prediction_tokens`)."""
KEPT: Final = frozenset({"inference_geo"})
"""Of those, what is never left out: the words would be read elsewhere than the caller allows."""


def dearer_fields(extra: Mapping[str, object]) -> frozenset[str]:
    """The request fields for which a provider may take more than a model's price says."""
    return frozenset(name for name, value in extra.items() if name in _AS_PRICED and value not in _AS_PRICED[name])


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a call takes, before it is made."""

    input_tokens: int
    output_tokens: int
    worst_input_tokens: int
    worst_output_tokens: int
    is_output_known: bool
    """False: neither the request nor the model says how long an answer may get."""

    def expected_usd(self, price: Price) -> Decimal:
        """What it is likely to cost, with nothing of the prompt cached."""
        return price.cost_usd(self.input_tokens, self.output_tokens)

    def worst_usd(self, price: Price) -> Decimal:
        """What it costs at most: every token at the dearest rate that could apply."""
        rates: list[Price | LongPromptRate] = [price]
        rates += [rate for rate in price.long_prompts if self.worst_input_tokens > rate.above_tokens]
        dearest_input = max(_dearest_input(rate) for rate in rates)
        dearest_output = max(rate.output_usd_per_mtok for rate in rates)
        tokens = self.worst_input_tokens * dearest_input + self.worst_output_tokens * dearest_output
        return tokens / 1_000_000 + price.request_usd

    def worst_micro_usd(self, price: Price) -> int:
        """The same in millionths, rounded up."""
        return rounded_up_micro_usd(self.worst_usd(price))


def rounded_up_micro_usd(usd: Decimal) -> int:
    """Millionths of a dollar that suffice."""
    return int((usd * 1_000_000).to_integral_value(rounding=ROUND_CEILING))


def _dearest_input(rate: Price | LongPromptRate) -> Decimal:
    """What a token of a prompt costs at most: fresh, read from a cache, or written to it."""
    prices = (rate.input_usd_per_mtok, rate.cached_input_usd_per_mtok, rate.cache_write_usd_per_mtok)
    return max(price for price in prices if price is not None)


def estimate(
    card: ModelCard, *, input_tokens: int, max_tokens: int | None, output_tokens: int | None = None
) -> Estimate:
    """What a call with so many tokens of input (estimated, on the high side) takes of this model.

    `max_tokens`: the request's limit; without it the model's own holds, else UNKNOWN_OUTPUT_TOKENS. `output_tokens`:
    what is expected; without it a quarter of the limit.
    """
    worst_input = int((input_tokens * INPUT_MARGIN).to_integral_value(rounding=ROUND_CEILING))
    limits = [limit for limit in (max_tokens, card.max_output_tokens) if limit is not None]
    worst_output = min(limits or [UNKNOWN_OUTPUT_TOKENS])
    if card.context_tokens is not None:
        worst_input, worst_output = min(worst_input, card.context_tokens), min(worst_output, card.context_tokens)
    expected = worst_output // 4 if output_tokens is None else output_tokens
    return Estimate(input_tokens, min(expected, worst_output), worst_input, worst_output, bool(limits))


def worst_of_all_usd(
    card: ModelCard, price: Price, others: Iterable[Price], *, input_tokens: int, max_tokens: int | None
) -> Decimal:
    """The same where models of other prices may answer in its place: as much text as it may take and give itself, at
    the dearest price. The prompt of those is not cut at its context."""
    own = estimate(card, input_tokens=input_tokens, max_tokens=max_tokens).worst_usd(price)
    longest = estimate(replace(card, context_tokens=None), input_tokens=input_tokens, max_tokens=max_tokens)
    return max([own, *map(longest.worst_usd, others)])


def bound_to_ask_for(card: ModelCard, max_tokens: int | None) -> int | None:
    """The longest answer that a call on a hard budget has to ask for; None where its length is bounded in any case.

    A bound that was only assumed when money was held would hold nobody; nor does a model's own bind its stand-ins.
    """
    if max_tokens is not None or (card.max_output_tokens is not None and not card.stand_ins):
        return None
    most = card.max_output_tokens or UNKNOWN_OUTPUT_TOKENS
    return min(most, card.context_tokens or most)
