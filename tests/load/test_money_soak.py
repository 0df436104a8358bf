"""Thousands of calls that fail, are left, raced, cached or long: what was spent is what the provider's own books say.

At full size 10,000 calls (`make soak`); an ordinary test run makes a fiftieth of them with the same code.
"""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from contextlib import aclosing, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

import segue
from segue.app import ModelManager
from segue.domain.scopes import ScopeKind
from segue.errors import SegueError
from tests.support.billing import RATES, BillingProvider, Books
from tests.support.talk import HERE, asked, scripted, settings_of

pytestmark = [pytest.mark.slow, pytest.mark.timeout(0)]
CALLS = 10_000
"""Of a soak at full size."""
CLIENTS = 16
SEED = 20_261_126
"""The same dice every time."""
PIECE_CHARS = 40
SETTLE_S = 30.0


def opened(home: Path) -> tuple[ModelManager, BillingProvider]:
    models = {name: {"text": "", "max_output_tokens": 4_000} for name in RATES}
    scopes = [("global", "hard"), ("provider", "hard"), ("model", "soft"), ("caller", "hard"), ("tag", "soft")]
    settings = settings_of(
        scripted(shop=models),
        budgets=[{"scope": scope, "kind": kind, "period": "total", "limit_usd": "1000000"} for scope, kind in scopes],
        routes={"any": {"models": [f"shop:{name}" for name in RATES]}},
        fallback={"hedge_s": 0.01, "retry_share": 1},
        breakers={"failures": 1000, "rest_s": 0.001, "longest_rest_s": 0.001},
    )
    manager = segue.open(settings, home=home)
    provider = manager._providers["shop"]
    provider.__class__ = BillingProvider
    assert isinstance(provider, BillingProvider)
    provider.books = Books(random.Random(SEED))
    provider.price_models()
    return manager, provider


async def one(models: ModelManager, dice: random.Random) -> None:
    """One turn, read to its end or left: between two pieces, or wherever it is."""
    request = asked("Tell me more. " * dice.randint(1, 40), model="any", max_tokens=4_000, tags=(dice.choice("ab"),))

    async def read(pieces_left: int) -> None:
        async with aclosing(models.turn(request, HERE)) as pieces:
            async for _ in pieces:
                pieces_left -= 1
                if not pieces_left:
                    break

    kind = dice.random()
    with suppress(SegueError, TimeoutError):
        async with asyncio.timeout(dice.random() * 0.05 if kind < 0.1 else 60):
            await read(dice.randint(1, 4) if kind > 0.9 else 10**6)


async def test_what_was_spent_is_what_the_provider_has_in_its_books(tmp_path: Path, soak_scale: float) -> None:
    """To the last micro-dollar, on every account and in the records of calls; nothing is held at the end."""
    models, provider = opened(tmp_path)
    bills, dice = provider.books.bills, random.Random(SEED + 1)
    async with models:
        while len(bills) < CALLS * soak_scale:
            await asyncio.gather(*[one(models, dice) for _ in range(CLIENTS)])
        async with asyncio.timeout(SETTLE_S):
            while models._path.leaving._tasks:
                await asyncio.sleep(0.01)
            await models.money.flush()
            await models.broadcast.settled()
            await models._writer.flush()
        standings = await models.journal.standings()
        calls = await models.journal.recent_calls(since=datetime(2026, 1, 1, tzinfo=UTC), limit=10**6)

    total, by_model = 0, Counter[str]()
    for bill in bills:
        total += bill.micro_usd()
        by_model[f"shop:{bill.model}"] += bill.micro_usd()
    spent = {(account.scope.kind, account.scope.name): standing for account, standing in standings.items()}
    assert {standing.held_micro_usd for standing in spent.values()} == {0}
    assert spent[ScopeKind.GLOBAL, ""].spent_micro_usd == total
    assert spent[ScopeKind.PROVIDER, "shop"].spent_micro_usd == total
    assert spent[ScopeKind.CALLER, "test"].spent_micro_usd == total
    assert {name: s.spent_micro_usd for (kind, name), s in spent.items() if kind is ScopeKind.MODEL} == by_model
    assert sum(s.spent_micro_usd for (kind, _), s in spent.items() if kind is ScopeKind.TAG) == total
    assert sum(call.cost_micro_usd or 0 for call in calls) == total
    assert sum(bill.usage is None for bill in bills) > len(bills) / 20, "too few calls were left or broke off"
