"""What hosts charge, from a list that comes with the `genai-prices` package: offline, loaded when it is first needed.

Nothing is fetched. What the list does not know is unknown (None), never zero; a negative figure is not a price.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from segue.domain.money import LongPromptRate, Price

if TYPE_CHECKING:
    from genai_prices.data_snapshot import DataSnapshot
    from genai_prices.types import ModelInfo, ModelPrice

GENAI_NAMES: Final[Mapping[str, str]] = {
    "anthropic": "anthropic",
    "cerebras": "cerebras",
    "cohere": "cohere",
    "deepseek": "deepseek",
    "fireworks": "fireworks",
    "gemini": "google",
    "google": "google",
    "groq": "groq",
    "minimax": "minimax",
    "mistral": "mistral",
    "moonshot": "moonshotai",
    "moonshotai": "moonshotai",
    "novita": "novita",
    "openai": "openai",
    "openrouter": "openrouter",
    "perplexity": "perplexity",
    "together": "together",
    "x-ai": "x-ai",
    "xai": "x-ai",
    "zai": "zai",
}
"""What `genai-prices` calls a host, by the name that its row has here. Prices of any other host are unknown."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What the list says of one model; None where it does not say."""

    price: Price | None
    context_tokens: int | None


_RATES: Final = ("input_mtok", "output_mtok", "cache_read_mtok", "cache_write_mtok")
NOT_LISTED: Final = Listed(None, None)


class PriceList:
    """The offline list. Make it with `load`, which takes a fifth of a second of a thread, not of the event loop."""

    def __init__(self, snapshot: DataSnapshot, version: str) -> None:
        self._snapshot = snapshot
        self.source = f"genai-prices {version}"
        """Where the prices come from, as every price of this list says."""

    @classmethod
    async def load(cls) -> PriceList:
        """Import the list in a thread. It holds some 15 MB and is read from the package's own files."""
        return await asyncio.to_thread(cls.load_now)

    @classmethod
    def load_now(cls) -> PriceList:
        """Import the list here and now, for programs without an event loop."""
        from genai_prices import __version__
        from genai_prices.data import providers
        from genai_prices.data_snapshot import DataSnapshot

        # A snapshot of our own: the package's shared one may be replaced by a fetched one elsewhere in the process.
        return cls(DataSnapshot(providers=providers, from_auto_update=False), __version__)

    def of(self, host: str, model: str, *, at: datetime | None = None) -> Listed:
        """What a host lists for a model; `at` picks among prices that changed (default: now).

        Of rates by time of day the dearest counts; rates by length of the prompt are all there (`long_prompts`).
        """
        if (name := GENAI_NAMES.get(host)) is None:
            return NOT_LISTED
        try:
            _, info = self._snapshot.find_provider_model(model, None, name, None)
        except LookupError:
            return NOT_LISTED
        return Listed(self._price(info, (at or datetime.now(UTC)).date()), info.context_window)

    def _price(self, info: ModelInfo, on: date) -> Price | None:
        prices, since = _standing(info, on)
        input_usd, output_usd = _usd(prices, "input_mtok"), _usd(prices, "output_mtok")
        if input_usd is None or output_usd is None:
            return None
        per_thousand_requests_usd = _usd(prices, "requests_kcount")
        return Price(
            input_usd_per_mtok=input_usd,
            output_usd_per_mtok=output_usd,
            cached_input_usd_per_mtok=_usd(prices, "cache_read_mtok"),
            cache_write_usd_per_mtok=_usd(prices, "cache_write_mtok"),
            request_usd=(per_thousand_requests_usd or Decimal(0)) / 1000,
            source=self.source,
            as_of=since,
            long_prompts=_by_length(prices, input_usd, output_usd),
        )


def _standing(info: ModelInfo, on: date) -> tuple[ModelPrice, date | None]:
    """The price that holds at a date, and since when, where the list tells it; the dearest of a day's rates."""
    if not isinstance(info.prices, list):
        return info.prices, None
    rates, since = [info.prices[0].prices], None
    for conditional in info.prices[1:]:  # later ones take precedence
        constraint = conditional.constraint
        if hasattr(constraint, "start_time"):
            rates.append(conditional.prices)
        elif constraint is None or constraint.start_date <= on:
            rates, since = [conditional.prices], getattr(constraint, "start_date", None)
    return max(rates, key=lambda rate: _usd(rate, "output_mtok") or Decimal(0)), since


def _by_length(prices: ModelPrice, input_usd: Decimal, output_usd: Decimal) -> tuple[LongPromptRate, ...]:
    """The rates of longer prompts, the shortest first. From a limit on a rate holds for every token of the call
    (`genai_prices.types.TieredPrices`); one without a figure for that length keeps the one before."""
    listed = (prices.__dict__.get(key) for key in _RATES)
    limits = sorted({tier.start for rate in listed for tier in getattr(rate, "tiers", ())})
    rates = []
    for limit in limits:
        told, said, read, written = (_usd(prices, key, above_tokens=limit) for key in _RATES)
        input_usd, output_usd = input_usd if told is None else told, output_usd if said is None else said
        rates.append(LongPromptRate(limit, input_usd, output_usd, read, written))
    return tuple(rates)


def _usd(prices: ModelPrice, key: str, *, above_tokens: int = -1) -> Decimal | None:
    """One figure in dollars, for prompts of more tokens than that; None for what is missing or no price."""
    value = prices.__dict__.get(key)
    reached = [tier.price for tier in getattr(value, "tiers", ()) if tier.start <= above_tokens]
    amount = reached[-1] if reached else getattr(value, "base", value)
    return amount if isinstance(amount, Decimal) and amount.is_finite() and amount >= 0 else None
