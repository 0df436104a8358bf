"""What hosts charge, from the list on this machine."""

import subprocess
import sys
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from genai_prices.data_snapshot import DataSnapshot
from genai_prices.types import (
    ClauseEquals,
    ConditionalPrice,
    ModelInfo,
    ModelPrice,
    Provider,
    StartDateConstraint,
    Tier,
    TieredPrices,
    TimeOfDateConstraint,
)

from segue.catalog.prices import GENAI_NAMES, NOT_LISTED, PriceList
from segue.domain.money import LongPromptRate, Price


@pytest.fixture(scope="module")
def prices() -> PriceList:
    return PriceList.load_now()


def of_one(*entries: ConditionalPrice | ModelPrice, at: datetime | None = None) -> Price | None:
    """What is made of one listed model."""
    listed = (
        entries[0] if isinstance(entries[0], ModelPrice) else [e for e in entries if isinstance(e, ConditionalPrice)]
    )
    model = ModelInfo(id="m", match=ClauseEquals("m"), prices=listed)
    host = Provider(id="openai", name="OpenAI", api_pattern="https://", models=[model])
    return PriceList(DataSnapshot(providers=[host], from_auto_update=False), "0").of("openai", "m", at=at).price


def test_a_known_model_has_price_context_and_source(prices: PriceList) -> None:
    """The price of a well-known model is there without a network."""
    listed = prices.of("openai", "gpt-4o-mini")

    assert listed.price is not None
    assert listed.price.input_usd_per_mtok > 0
    assert listed.price.source.startswith("genai-prices ")
    assert listed.context_tokens == 128_000


@pytest.mark.parametrize(("host", "model"), [("openai", "no-such-model"), ("nobody", "gpt-4o-mini")])
def test_an_unknown_model_or_host_has_no_price(prices: PriceList, host: str, model: str) -> None:
    """What the list does not know stays unknown; it is not zero."""
    assert prices.of(host, model) == NOT_LISTED


def test_every_host_of_the_table_is_in_the_list(prices: PriceList) -> None:
    """No row of the table points at a host that the list has renamed or dropped."""
    from genai_prices.data import providers

    assert set(GENAI_NAMES.values()) <= {provider.id for provider in providers}


@pytest.mark.parametrize(
    "listed",
    [
        ModelPrice(),
        ModelPrice(input_mtok=Decimal(1)),
        ModelPrice(input_mtok=Decimal(-1), output_mtok=Decimal(-1)),
        ModelPrice(input_mtok=Decimal("NaN"), output_mtok=Decimal(1)),
    ],
)
def test_what_is_no_price_stays_unknown(listed: ModelPrice) -> None:
    """An empty entry, half an entry and "-1" are unknown, not free."""
    assert of_one(listed) is None


def test_every_part_of_a_price_is_taken() -> None:
    """Input, output, input read from a cache and written to it, the request itself, at each length of the prompt."""
    listed = ModelPrice(
        input_mtok=TieredPrices(base=Decimal(2), tiers=[Tier(start=200_000, price=Decimal(4))]),
        output_mtok=Decimal(8),
        cache_read_mtok=Decimal("0.2"),
        cache_write_mtok=TieredPrices(base=Decimal("2.5"), tiers=[Tier(start=300_000, price=Decimal(5))]),
        requests_kcount=Decimal(5),
    )

    assert of_one(listed) == Price(
        Decimal(2),
        Decimal(8),
        Decimal("0.2"),
        Decimal("0.005"),
        "genai-prices 0",
        cache_write_usd_per_mtok=Decimal("2.5"),
        long_prompts=(
            LongPromptRate(200_000, Decimal(4), Decimal(8), Decimal("0.2"), Decimal("2.5")),
            LongPromptRate(300_000, Decimal(4), Decimal(8), Decimal("0.2"), Decimal(5)),
        ),
    )


def test_what_a_listed_call_costs_is_what_the_package_itself_works_out(prices: PriceList) -> None:
    """Tiers, reads and writes of a cache are understood as the list means them: checked against its own arithmetic."""
    from genai_prices import Usage, calc_price

    for long_prompt in (False, True):
        told = Usage(
            input_tokens=150_000 if long_prompt else 90_000,
            cache_read_tokens=40_000,
            cache_write_tokens=30_000,
            output_tokens=700,
        )
        expected = calc_price(told, "claude-haiku-5-5", provider_id="anthropic").total_price
        price = prices.of("anthropic", "claude-haiku-5-5").price

        assert price is not None
        cost = price.cost_usd(
            150_000 if long_prompt else 90_000, 700, cached_input_tokens=40_000, cache_write_tokens=30_000
        )
        assert cost == expected


def test_a_price_that_changed_counts_from_its_date() -> None:
    """A turn is priced as of its day, and the price says since when it holds."""
    old = ConditionalPrice(prices=ModelPrice(input_mtok=Decimal(1), output_mtok=Decimal(1)))
    new = ConditionalPrice(
        StartDateConstraint(date(2026, 6, 1)), prices=ModelPrice(input_mtok=Decimal(2), output_mtok=Decimal(2))
    )

    before = of_one(old, new, at=datetime(2026, 5, 31, tzinfo=UTC))
    after = of_one(old, new, at=datetime(2026, 6, 1, tzinfo=UTC))

    assert before is not None
    assert after is not None
    assert (before.output_usd_per_mtok, before.as_of) == (Decimal(1), None)
    assert (after.output_usd_per_mtok, after.as_of) == (Decimal(2), date(2026, 6, 1))


def test_of_rates_by_time_of_day_the_dearest_counts() -> None:
    """A model that is cheaper at night is never estimated below what it may cost."""
    night = ConditionalPrice(prices=ModelPrice(input_mtok=Decimal(1), output_mtok=Decimal(1)))
    day = ConditionalPrice(
        TimeOfDateConstraint(time(8), time(20)), prices=ModelPrice(input_mtok=Decimal(3), output_mtok=Decimal(3))
    )

    price = of_one(night, day, at=datetime(2026, 6, 1, 2, tzinfo=UTC))

    assert price is not None
    assert price.output_usd_per_mtok == 3


async def test_loading_leaves_the_event_loop_free() -> None:
    """The list is loaded beside the first requests, in a thread."""
    prices = await PriceList.load()

    assert prices.of("groq", "llama-3.1-8b-instant").price is not None


def test_importing_the_catalogue_does_not_import_the_list() -> None:
    """Start-up pays for prices only when somebody needs them."""
    program = "import sys, segue.catalog.registry; assert not [m for m in sys.modules if m.startswith('genai_prices')]"

    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=150).returncode == 0
