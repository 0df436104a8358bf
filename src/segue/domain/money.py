"""Money: prices and costs, exact, in US dollars; unknown is None, not zero."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

_PER_MTOK = Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class Price:
    """What a model costs, with where the figures come from. Tokens are priced per million."""

    input_usd_per_mtok: Decimal
    output_usd_per_mtok: Decimal
    cached_input_usd_per_mtok: Decimal | None = None
    """None: cached input costs what input costs."""
    request_usd: Decimal = Decimal(0)
    source: str = "configuration"
    as_of: date | None = None

    @property
    def is_free(self) -> bool:
        """True when no part of a call costs anything."""
        return not (self.input_usd_per_mtok or self.output_usd_per_mtok or self.request_usd)

    def cost_usd(self, input_tokens: int, output_tokens: int, *, cached_input_tokens: int = 0) -> Decimal:
        """The exact price of a call; `cached_input_tokens` are among `input_tokens`."""
        cached = self.input_usd_per_mtok if self.cached_input_usd_per_mtok is None else self.cached_input_usd_per_mtok
        fresh_tokens = input_tokens - cached_input_tokens
        tokens_usd = (
            fresh_tokens * self.input_usd_per_mtok
            + cached_input_tokens * cached
            + output_tokens * self.output_usd_per_mtok
        ) / _PER_MTOK
        return tokens_usd + self.request_usd


FREE = Price(Decimal(0), Decimal(0), source="runs on this machine")
"""The price of a model that runs here: nobody sends a bill."""


def to_micro_usd(cost_usd: Decimal) -> int:
    """Millionths of a dollar, as storage keeps money; half goes to even."""
    return int((cost_usd * 1_000_000).to_integral_value(rounding=ROUND_HALF_EVEN))


def from_micro_usd(cost_micro_usd: int) -> Decimal:
    """Dollars from what storage keeps."""
    return Decimal(cost_micro_usd) / 1_000_000
