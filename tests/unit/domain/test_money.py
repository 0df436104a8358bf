"""Prices and costs are exact."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from segue.domain.money import FREE, LongPromptRate, Price, from_micro_usd, to_micro_usd

PRICE = Price(Decimal("0.15"), Decimal("0.60"), Decimal("0.075"), Decimal("0.001"))


def test_a_call_costs_its_tokens_and_its_request() -> None:
    """Cached input has its own price, and is part of the input."""
    assert PRICE.cost_usd(1_000_000, 500_000, cached_input_tokens=400_000) == Decimal("0.421")


def test_cached_input_costs_what_input_costs_where_nothing_else_is_said() -> None:
    """No discount is assumed."""
    price = Price(Decimal(1), Decimal(2))

    assert price.cost_usd(1000, 0, cached_input_tokens=1000) == price.cost_usd(1000, 0)


def test_input_put_into_a_cache_has_its_own_price() -> None:
    """Some hosts charge more for input that they keep; what is written is part of the input."""
    price = Price(Decimal(4), Decimal(20), Decimal("0.2"), cache_write_usd_per_mtok=Decimal(5))

    assert price.cost_usd(1_000_000, 0, cached_input_tokens=500_000, cache_write_tokens=200_000) == Decimal("2.3")


def test_a_long_prompt_is_put_into_a_cache_at_its_own_rate() -> None:
    """What holds for longer prompts holds for every token of the call."""
    longer = LongPromptRate(100, Decimal(10), Decimal(50), Decimal(1), Decimal("12.5"))
    price = Price(Decimal(1), Decimal(5), cache_write_usd_per_mtok=Decimal(2), long_prompts=(longer,))

    assert price.cost_usd(1_000_000, 0, cache_write_tokens=1_000_000) == Decimal("12.5")


def test_only_what_costs_nothing_at_all_is_free() -> None:
    """A price for the request alone is a price."""
    assert FREE.is_free
    assert not Price(Decimal(0), Decimal(0), request_usd=Decimal("0.01")).is_free


@given(st.integers(-(10**12), 10**12))
def test_micro_dollars_survive_storage(micro_usd: int) -> None:
    """What is stored reads as itself."""
    assert to_micro_usd(from_micro_usd(micro_usd)) == micro_usd


def test_half_a_micro_dollar_goes_to_the_even_one() -> None:
    """Rounding does not drift upwards over many calls."""
    assert [to_micro_usd(Decimal(half) / 2_000_000) for half in (1, 3, 5)] == [0, 2, 2]


def test_a_price_for_the_cache_alone_is_not_free() -> None:
    """Tokens that go in and out cost nothing, and what is put into the cache does."""
    zero = Decimal(0)

    assert not Price(zero, zero, cache_write_usd_per_mtok=Decimal(6)).is_free
    assert not Price(zero, zero, long_prompts=(LongPromptRate(9, zero, zero, Decimal(1)),)).is_free
    assert Price(zero, zero, zero, cache_write_usd_per_mtok=zero).is_free
