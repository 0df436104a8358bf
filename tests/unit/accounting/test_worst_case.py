"""The most that a call may cost."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from segue.accounting.worst_case import UNKNOWN_OUTPUT_TOKENS, bound_to_ask_for, dearer_fields, estimate
from segue.domain.models import ModelCard, ModelRef, ProviderType
from segue.domain.money import LongPromptRate, Price

LONG = LongPromptRate(1_000, Decimal(4), Decimal(20), Decimal("0.4"))
TIERED = Price(Decimal(2), Decimal(10), Decimal("0.2"), request_usd=Decimal("0.001"), long_prompts=(LONG,))
ODD = Price(Decimal("0.1"), Decimal(10), Decimal("0.3"))
"""Cached input costs more than fresh."""


def card(**facts: object) -> ModelCard:
    return ModelCard(ModelRef("one", "a"), ProviderType.OPENROUTER, **facts)  # type: ignore[arg-type] # named as there


def test_the_requests_limit_counts_before_the_models() -> None:
    """The smaller of the two."""
    assert estimate(card(max_output_tokens=500), input_tokens=10, max_tokens=900).worst_output_tokens == 500
    assert estimate(card(max_output_tokens=500), input_tokens=10, max_tokens=90).worst_output_tokens == 90


def test_without_any_limit_the_documented_one_counts() -> None:
    """And it is told that nobody knows it."""
    found = estimate(card(), input_tokens=10, max_tokens=None)

    assert (found.worst_output_tokens, found.is_output_known) == (UNKNOWN_OUTPUT_TOKENS, False)


def test_a_length_that_nobody_bounds_is_asked_for() -> None:
    """What was held for is the most that may come; where request or model bound it already, nothing is changed."""
    assert bound_to_ask_for(card(), None) == UNKNOWN_OUTPUT_TOKENS
    assert bound_to_ask_for(card(context_tokens=2_000), None) == 2_000
    assert bound_to_ask_for(card(max_output_tokens=500), None) is None
    assert bound_to_ask_for(card(), 90) is None


def test_what_is_written_to_a_cache_counts_at_its_own_price() -> None:
    """Some hosts take more for it than for fresh input."""
    price = Price(Decimal(2), Decimal(10), cache_write_usd_per_mtok=Decimal(4))
    found = estimate(card(max_output_tokens=100), input_tokens=800, max_tokens=None)

    assert found.worst_usd(price) >= price.cost_usd(1_000, 100, cache_write_tokens=1_000)


def test_nothing_is_longer_than_the_context() -> None:
    """Neither the prompt nor the answer."""
    found = estimate(card(context_tokens=100), input_tokens=90, max_tokens=None)

    assert (found.worst_input_tokens, found.worst_output_tokens) == (100, 100)


def test_a_dearer_rate_counts_once_the_prompt_may_reach_it() -> None:
    """A prompt of 810 tokens may have 1,013, and then all of it is dearer."""
    below = estimate(card(), input_tokens=800, max_tokens=100).worst_usd(TIERED)
    above = estimate(card(), input_tokens=810, max_tokens=100).worst_usd(TIERED)

    assert below == Decimal("0.002") + Decimal("0.001") + Decimal("0.001")
    assert above == (1_013 * Decimal(4) + 100 * Decimal(20)) / 1_000_000 + Decimal("0.001")


def test_the_worst_case_is_rounded_up() -> None:
    """A millionth that is begun is held."""
    found = estimate(card(), input_tokens=1, max_tokens=1)

    assert found.worst_micro_usd(Price(Decimal("0.1"), Decimal("0.1"))) == 1


@given(
    st.integers(0, 4_000),
    st.integers(1, 4_000),
    st.floats(0, 1),
    st.floats(0, 1),
    st.sampled_from([TIERED, ODD]),
)
def test_no_call_within_its_limits_costs_more(
    tokens: int, limit: int, cached: float, said: float, price: Price
) -> None:
    """Whatever of the prompt was cached, and however long the answer got."""
    worst = estimate(card(), input_tokens=tokens, max_tokens=limit)
    prompt = worst.worst_input_tokens
    took = price.cost_usd(prompt, int(limit * said), cached_input_tokens=int(prompt * cached))

    assert took <= worst.worst_usd(price)


def test_what_raises_a_bill_is_known_by_name_and_value() -> None:
    """Cheaper tiers, and those of the price, are let through."""
    assert dearer_fields({"service_tier": "priority", "inference_geo": "us", "prediction": {}, "top_k": 4}) == {
        "service_tier",
        "inference_geo",
        "prediction",
    }
    assert not dearer_fields({"service_tier": "flex", "inference_geo": "global", "verbosity": "low"})
