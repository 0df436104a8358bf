"""What a turn cost that was left before its bill came: its provider is asked, and the budget counts what it says."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

import segue
from segue.app import ModelManager
from segue.config.settings import Settings
from segue.domain.chat import TextDelta
from segue.domain.spending import SpendBy
from tests.support.midnight import wait_out_midnight
from tests.support.openrouter import KEY, OpenRouter, generation, stalling
from tests.support.scenes import Scene

BILL_USD = Decimal("0.0123456")
BILL_MICRO_USD = 12_346
"""The same in whole millionths, rounded up: a budget is not overdrawn by fractions."""
PRICE = {"input_usd_per_mtok": "1000", "output_usd_per_mtok": "2000"}


@asynccontextmanager
async def a_turn_was_left(home: Path, server: OpenRouter) -> AsyncIterator[ModelManager]:
    """Models of which one was asked, and left after its first words."""
    wait_out_midnight()
    options = {"base_url": server.base_url, "models": {"maker/name": {"price": PRICE, "max_output_tokens": 100}}}
    settings = Settings.model_validate(
        {
            "providers": {"router": {"type": "openrouter", "key": KEY, "options": options}},
            "budgets": [{"scope": "global", "period": "day", "limit_usd": "5"}],
            "safety": {"classifier": "off"},
            "time": {"first_token_s": 30, "gap_s": 30, "turn_s": 60},
            "vault": {"keyring": False},
        }
    )
    async with segue.open(settings, home=home) as models:
        async with aclosing(models.chat("Tell me of the sea.", model="router:maker/name", privacy="any")) as pieces:
            async for piece in pieces:
                if isinstance(piece, TextDelta):
                    break
        yield models


@pytest.fixture
async def server() -> AsyncIterator[OpenRouter]:
    async with OpenRouter() as running:
        running.scenes["maker/name"] = Scene(stalling(*(f"Word {number} of it. " for number in range(40))), end="hang")
        yield running


async def until_nothing_is_held(models: ModelManager) -> None:
    async with asyncio.timeout(60):
        while models.money.named()[0].standing.held_micro_usd:
            await asyncio.sleep(0.02)


async def test_answer_that_was_left_is_counted_as_it_was_billed(segue_home: Path, server: OpenRouter) -> None:
    """To the last digit, in the budget and in the reports; until it is told the most that it may cost stays held.

    Covers R5.3.
    """
    server.generations["gen-1"] = generation(
        native_tokens_prompt=12, native_tokens_completion=7, total_cost=float(BILL_USD), cancelled=True
    )
    async with a_turn_was_left(segue_home, server) as models:
        held = models.money.named()[0].standing
        assert held.held_micro_usd > BILL_MICRO_USD
        assert held.spent_micro_usd == 0

        await until_nothing_is_held(models)
        await models.money.flush()

        assert models.money.named()[0].standing.spent_micro_usd == BILL_MICRO_USD
    async with segue.open(Settings(), home=segue_home) as models:
        now = datetime.now(UTC)
        (row,) = await models.journal.spent(SpendBy.MODEL, since=now - timedelta(hours=1), until=now)
        assert (row.cost_micro_usd, row.input_tokens, row.output_tokens) == (BILL_MICRO_USD, 12, 7)


async def test_program_that_ends_waits_for_no_bill(segue_home: Path, server: OpenRouter) -> None:
    """What was counted from the words that came is the cost then, and nothing stays held."""
    async with asyncio.timeout(60):
        async with a_turn_was_left(segue_home, server) as models:
            pass
    standing = models.money.named()[0].standing
    assert standing.held_micro_usd == 0
    assert standing.spent_micro_usd > 0
