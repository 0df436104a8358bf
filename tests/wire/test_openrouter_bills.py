"""What an answer cost that was left, or broke off, before its bill came: OpenRouter is asked for it afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
import pytest_asyncio

from segue.domain.chat import Usage
from segue.errors import ProviderError
from segue.providers.contract import BILL_S, Answer, BilledLate
from segue.providers.keyed import KeyedProvider, LiveKey
from segue.providers.openrouter.adapter import OpenRouterAdapter, OpenRouterOptions
from segue.providers.openrouter.bills import AT_ONCE, MOST_WAITING, PAUSES_S, read_bill
from tests.conformance.provider_harness import context
from tests.support.openrouter import KEY, OpenRouter, breaks_off, generation, stalling
from tests.support.openrouter_adapter import REQUEST
from tests.support.scenes import Scene

TOKENS: dict[str, Any] = {"native_tokens_prompt": 10, "native_tokens_completion": 7}
BILL = Usage(10, 7, 3, 2, billed_usd=Decimal("0.0000123456789"))
TOLD = generation(
    **TOKENS, native_tokens_cached=3, native_tokens_reasoning=2, total_cost=1.23456789e-05, cancelled=True
)


@pytest_asyncio.fixture
async def server() -> AsyncIterator[OpenRouter]:
    async with OpenRouter() as running:
        running.scenes["maker/name"] = Scene(stalling("Once", " upon"), end="hang")
        yield running


def options(server: OpenRouter) -> OpenRouterOptions:
    return OpenRouterOptions.model_validate({"base_url": server.base_url, "models": {"maker/name": {}}})


@asynccontextmanager
async def adapter(
    server: OpenRouter, home: Path, pauses_s: tuple[float, ...] = (0, 0)
) -> AsyncIterator[OpenRouterAdapter]:
    async with OpenRouterAdapter(options(server), context(home, key=KEY), bill_pauses_s=pauses_s) as made:
        yield made


async def bill_of(answer: Answer) -> Usage | None:
    asked: object = answer
    assert isinstance(asked, BilledLate)
    return await asked.late_bill()


async def left(answer: Answer) -> Answer:
    """The answer, left after its first piece."""
    async with answer as pieces:
        await anext(pieces)
    return answer


async def test_answer_that_was_left_has_its_exact_cost(server: OpenRouter, segue_home: Path) -> None:
    """The host's own figures, to the last digit, though nobody waited for the end. Covers R5.3."""
    server.generations["gen-1"] = TOLD
    async with adapter(server, segue_home) as provider:
        answer = await left(provider.answer(REQUEST, "maker/name"))
        assert server.asked("/generation?id=gen-1") == [], "nothing is asked until somebody wants it"

        assert await bill_of(answer) == BILL


async def test_answer_that_broke_off_has_its_exact_cost(server: OpenRouter, segue_home: Path) -> None:
    """An error within the stream is paid for as well."""
    server.generations["gen-1"] = TOLD
    server.scenes["maker/name"] = breaks_off("server", "Once")
    async with adapter(server, segue_home) as provider:
        answer = provider.answer(REQUEST, "maker/name")
        with pytest.raises(ProviderError):
            async with answer as pieces:
                _ = [piece async for piece in pieces]

        assert await bill_of(answer) == BILL


async def test_bill_that_is_not_there_yet_is_asked_for_again(server: OpenRouter, segue_home: Path) -> None:
    """The host says 404 for a while; after the last question it stays what was counted."""
    async with adapter(server, segue_home, (0, 0, 0)) as provider:
        answer = await left(provider.answer(REQUEST, "maker/name"))

        assert await bill_of(answer) is None
        assert len(server.asked("/generation?id=gen-1")) == 3
        assert sum(PAUSES_S) < BILL_S


async def test_answer_with_a_bill_is_not_asked_about(segue_home: Path) -> None:
    """What the last chunk said is exact already."""
    async with OpenRouter() as server, adapter(server, segue_home) as provider:
        answer = provider.answer(REQUEST, "maker/name")
        async with answer as pieces:
            _ = [piece async for piece in pieces]

        assert await bill_of(answer) is None
        assert server.asked("/generation?id=gen-1") == []


async def test_keys_from_the_vault_are_billed_the_same(server: OpenRouter, segue_home: Path) -> None:
    """An answer with one of several keys is asked about with its own."""
    server.generations["gen-1"] = TOLD
    keyed = KeyedProvider(
        lambda key: OpenRouterAdapter(options(server), context(segue_home, key=key), bill_pauses_s=(0,))
    )
    async with keyed as provider:
        await provider.use([LiveKey("one", KEY)])

        assert await bill_of(await left(provider.answer(REQUEST, "maker/name"))) == BILL
    (asked,) = server.asked("/generation?id=gen-1")
    assert asked.headers["authorization"] == f"Bearer {KEY}"


async def test_bills_are_asked_for_a_few_at_a_time(server: OpenRouter, segue_home: Path) -> None:
    """Whatever is left at once, the host sees few questions together, and of too many answers none is asked."""
    server.generations["gen-1"] = TOLD
    async with adapter(server, segue_home, (0,)) as provider:
        answer = await left(provider.answer(REQUEST, "maker/name"))
        before = server.connections
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(bill_of(answer)) for _ in range(MOST_WAITING + 5)]

    assert [task.result() for task in tasks].count(None) == 5
    assert server.connections - before <= AT_ONCE


async def test_closed_provider_has_no_bill(server: OpenRouter, segue_home: Path) -> None:
    """A process that ends waits for none."""
    async with adapter(server, segue_home) as provider:
        answer = await left(provider.answer(REQUEST, "maker/name"))

    assert await bill_of(answer) is None


@pytest.mark.parametrize(
    ("told", "usd"),
    [
        ({"total_cost": 0.5, "is_byok": True, "upstream_inference_cost": 0.25}, Decimal("0.75")),
        ({"total_cost": 0.5, "is_byok": False, "upstream_inference_cost": 0.25}, Decimal("0.5")),
        ({"total_cost": 0}, Decimal(0)),
    ],
)
def test_with_a_key_of_ones_own_both_bills_count(told: dict[str, Any], usd: Decimal) -> None:
    """As in the last chunk of an answer that was not left."""
    usage = read_bill(msgspec.json.encode({"data": {**generation(**TOKENS), **told}}))

    assert usage is not None
    assert usage.billed_usd == usd


@pytest.mark.parametrize(
    "body", [b"", b"[]", b'{"data":{}}', b'{"data":{"total_cost":-1}}', b'{"data":{"total_cost":"x"}}']
)
def test_what_is_no_bill_is_none(body: bytes) -> None:
    """A cost that cannot be read is unknown, and never zero."""
    assert read_bill(body) is None
