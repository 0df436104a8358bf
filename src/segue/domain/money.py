"""Money: prices and costs, exact, in US dollars; unknown is None, not zero."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

_PER_MTOK = Decimal(1_000_000)
_NOTHING = Decimal(0)
MOST_OF_A_CALL_USD = Decimal(1_000_000)
"""What is said to cost more, or less than nothing, is no price of a call: nobody knows then what it cost."""


@dataclass(frozen=True, slots=True)
class LongPromptRate:
    """What every token of a call costs once its prompt is longer than a limit."""

    above_tokens: int
    """It holds for prompts of more tokens than this."""
    input_usd_per_mtok: Decimal
    output_usd_per_mtok: Decimal
    cached_input_usd_per_mtok: Decimal | None = None
    """None: cached input costs what input costs."""
    cache_write_usd_per_mtok: Decimal | None = None
    """None: input that is put into the cache costs what input costs."""


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
    long_prompts: tuple[LongPromptRate, ...] = ()
    """Other rates for longer prompts, the shortest limit first; what is above is for all others."""
    cache_write_usd_per_mtok: Decimal | None = None
    """Input that the provider puts into its cache; None: it costs what input costs."""
    is_free: bool = field(init=False, repr=False, compare=False)
    """True when no part of a call costs anything, however long its prompt, and whatever a cache does with it. Known
    from the start: it is asked for three times in a turn."""

    def __post_init__(self) -> None:
        rates: tuple[Price | LongPromptRate, ...] = (self, *self.long_prompts)
        object.__setattr__(self, "is_free", not (self.request_usd or any(map(_costs, rates))))

    @property
    def dearest_usd_per_mtok(self) -> Decimal:
        """The dearest of its rates for tokens, of every length of prompt."""
        rates: tuple[Price | LongPromptRate, ...] = (self, *self.long_prompts)
        return max(max(rate.input_usd_per_mtok, rate.output_usd_per_mtok) for rate in rates)

    def cost_usd(
        self, input_tokens: int, output_tokens: int, *, cached_input_tokens: int = 0, cache_write_tokens: int = 0
    ) -> Decimal:
        """The exact price of a call; tokens that were read from a cache, or written to it, are among `input_tokens`."""
        rate: Price | LongPromptRate = self
        for longer in self.long_prompts:
            if input_tokens > longer.above_tokens:
                rate = longer
        cached = rate.input_usd_per_mtok if rate.cached_input_usd_per_mtok is None else rate.cached_input_usd_per_mtok
        written = rate.input_usd_per_mtok if rate.cache_write_usd_per_mtok is None else rate.cache_write_usd_per_mtok
        fresh_tokens = input_tokens - cached_input_tokens - cache_write_tokens
        tokens_usd = (
            fresh_tokens * rate.input_usd_per_mtok
            + cached_input_tokens * cached
            + cache_write_tokens * written
            + output_tokens * rate.output_usd_per_mtok
        ) / _PER_MTOK
        return tokens_usd + self.request_usd


def _costs(rate: Price | LongPromptRate) -> bool:
    cache = rate.cached_input_usd_per_mtok, rate.cache_write_usd_per_mtok
    return any((rate.input_usd_per_mtok, rate.output_usd_per_mtok, *cache))


FREE = Price(Decimal(0), Decimal(0), source="runs on this machine")
"""The price of a model that runs here: nobody sends a bill."""


def to_micro_usd(cost_usd: Decimal) -> int:
    """Millionths of a dollar, as storage keeps money; half goes to even."""
    return int((cost_usd * 1_000_000).to_integral_value(rounding=ROUND_HALF_EVEN))


def call_micro_usd(cost_usd: Decimal) -> int | None:
    """What a call cost, in millionths of a dollar; None for a figure that cannot be the price of a call."""
    if not cost_usd.is_finite() or not 0 <= cost_usd <= MOST_OF_A_CALL_USD:
        return None
    return to_micro_usd(cost_usd)


def dollars(cost_micro_usd: int) -> str:
    """As a person reads it: `$0.0125`."""
    return f"${from_micro_usd(cost_micro_usd).normalize():f}"


def from_micro_usd(cost_micro_usd: int) -> Decimal:
    """Dollars from what storage keeps."""
    return Decimal(cost_micro_usd) / 1_000_000 if cost_micro_usd else _NOTHING
