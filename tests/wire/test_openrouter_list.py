"""OpenRouter's list and the limits of its keys over real HTTP: fetched when asked, kept, and never beyond."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from segue.domain.listing import ListSource
from segue.errors import (
    BadAnswer,
    KeyRejected,
    OutOfQuota,
    ProviderError,
    ProviderFault,
    RateLimited,
    Unreachable,
)
from segue.providers.openrouter.adapter import OpenRouterAdapter, OpenRouterOptions
from tests.conformance.provider_harness import context
from tests.support.openrouter import (
    KEY,
    KEY_ANSWER,
    OpenRouter,
    answers,
    refuses,
)
from tests.support.openrouter_adapter import FREE, NOW, OPEN, REQUEST, adapter, ask
from tests.support.scenes import Scene


async def test_nothing_is_fetched_unasked(server: OpenRouter, segue_home: Path) -> None:
    """Opening, listing, choosing and asking a model fetch no list and no limits. Covers R3.5."""
    async with adapter(server, segue_home) as provider:
        provider.cards(), provider.listing(), provider.free_quota()
        await ask(provider)

    assert [request.path for request in server.requests] == ["/v1/chat/completions"]


async def test_list_of_today_is_kept_and_found_again_without_the_host(server: OpenRouter, segue_home: Path) -> None:
    """A fetched list takes the place of the shipped one, also for the next process. Covers R3.5, R6.1."""
    server.models = server.models[5:]
    server.models[0]["pricing"] = {"prompt": "0.5", "completion": "0.25"}
    server.zero_retention = [server.models[0]["canonical_slug"]]
    async with adapter(server, segue_home, now=NOW) as provider:
        fetched = await provider.refresh()
        assert provider.listing() is fetched
    async with adapter(server, segue_home, now=NOW + timedelta(days=3)) as later:
        kept = later.listing()

    assert (kept.source, kept.as_of, len(kept.models)) == (ListSource.KEPT, NOW, 359)
    assert kept.models == fetched.models
    assert kept.models[0].price is not None
    assert (kept.models[0].price.input_usd_per_mtok, kept.models[0].price.as_of) == (Decimal(500_000), NOW.date())
    assert [model.keeps_nothing for model in kept.models[:2]] == [True, False]


async def test_running_process_finds_the_list_that_another_one_fetched(server: OpenRouter, segue_home: Path) -> None:
    """`segue models refresh` reaches a gateway that runs."""
    async with adapter(server, segue_home) as running, adapter(server, segue_home) as other:
        before = running.listing()
        server.models = server.models[:9]
        await other.refresh()
        await running._lists.look()

        assert (len(before.models), len(running.listing().models)) == (364, 9)


async def test_who_keeps_nothing_is_unknown_where_that_is_not_told(server: OpenRouter, segue_home: Path) -> None:
    """The list is good without it, and nothing is claimed."""
    server.zero_retention = None
    async with adapter(server, segue_home) as provider:
        assert {model.keeps_nothing for model in (await provider.refresh()).models} == {None}


@pytest.mark.parametrize(
    ("scene", "error"),
    [
        (refuses(500), ProviderFault),
        (refuses(429, Retry_After="9"), RateLimited),
        (Scene((b"<html>",), content_type="text/html"), BadAnswer),
        (Scene((b'{"data": []}',), content_type="application/json"), BadAnswer),
        (Scene((b'{"data": [{"name": "no id"}]}',), content_type="application/json"), BadAnswer),
        (Scene((b'{"data": [{"id"',), content_type="application/json"), BadAnswer),
    ],
)
async def test_bad_list_never_takes_a_good_one_s_place(
    server: OpenRouter, segue_home: Path, scene: Scene, error: type[ProviderError]
) -> None:
    """Whatever the host sends, the last good list stays and is served with its age. Covers R3.5."""
    async with adapter(server, segue_home) as provider:
        good = await provider.refresh()
        server.list_scene = scene
        with pytest.raises(error):
            await provider.refresh()
        assert provider.listing() is good
    async with adapter(server, segue_home) as later:
        assert later.listing().models == good.models


async def test_host_out_of_reach_leaves_the_list_as_it_is(segue_home: Path) -> None:
    """Without a network there is the recorded list, and refreshing says what is wrong. Covers R3.5."""
    raw = {"base_url": "http://127.0.0.1:9/api/v1"}
    async with OpenRouterAdapter(OpenRouterOptions.model_validate(raw), context(segue_home)) as provider:
        with pytest.raises(Unreachable):
            await provider.refresh()
        listing = provider.listing()

    assert (listing.source, listing.as_of.date()) == (ListSource.SHIPPED, date(2026, 5, 12))


async def test_spoilt_file_is_not_believed(server: OpenRouter, segue_home: Path) -> None:
    """Half a file, as after a crash of the disk, leads back to the shipped list."""
    async with adapter(server, segue_home) as provider:
        await provider.refresh()
        path = segue_home / "openrouter" / "models.json"
        path.write_bytes(path.read_bytes()[:1000])
    async with adapter(server, segue_home) as later:
        assert later.listing().source is ListSource.SHIPPED


async def test_list_is_fetched_by_itself_where_that_is_wished(server: OpenRouter, segue_home: Path) -> None:
    """`refresh_h` keeps the list young, and opening does not wait for it. Covers R3.5."""
    async with adapter(server, segue_home, refresh_h=6) as provider:
        assert server.asked("/models") == []
        async with asyncio.timeout(60):
            while provider.listing().source is ListSource.SHIPPED:
                await asyncio.sleep(0.01)

    assert len(server.asked("/models")) == 1


async def test_limits_of_the_key_are_told_without_the_key(server: OpenRouter, segue_home: Path) -> None:
    """What the key may spend, and what free models it may ask, in the host's own figures. Covers R3.3."""
    async with adapter(server, segue_home) as provider:
        limits = await provider.limits()

    assert (limits.limit_usd, limits.limit_left_usd, limits.limit_resets) == (Decimal(100), Decimal("74.5"), "monthly")
    assert (limits.used_usd, limits.used_today_usd, limits.bought_usd) == (Decimal("25.5"), Decimal("0.25"), None)
    assert (limits.is_free_tier, limits.read_at) == (False, NOW)
    kept = b"".join(path.read_bytes() for path in (segue_home / "openrouter").iterdir())
    assert b"sk-or" not in kept
    assert "sk-or" not in repr(limits)
    assert {request.headers["authorization"] for request in server.requests} == {f"Bearer {KEY}"}


@pytest.mark.parametrize(
    ("told", "credit", "a_day", "used"),
    [
        ({}, None, 50, 0),
        ({}, {"total_credits": 9.99, "total_usage": 0.0}, 50, 0),
        ({}, {"total_credits": 10.0, "total_usage": 10.0}, 1000, 0),
        ({"free_model_daily_requests": {"limit": 1000, "used": 12, "remaining": 988}}, None, 1000, 12),
        ({"free_model_daily_requests": "many"}, None, 50, 0),
    ],
)
async def test_free_requests_a_day_follow_what_the_host_says(
    server: OpenRouter,
    segue_home: Path,
    told: dict[str, object],
    credit: dict[str, float] | None,
    a_day: int,
    used: int,
) -> None:
    """50 or 1,000 a day, by the credit ever bought or by the host's own figure; the lower one until it is known."""
    server.key, server.credits = {**KEY_ANSWER, **told}, credit
    async with adapter(server, segue_home) as provider:
        await provider.limits()
        quota = provider.free_quota()
    async with adapter(server, segue_home) as later:
        assert later.free_quota() == quota

    assert (quota.a_minute, quota.a_day, quota.used_today) == (20, a_day, used)


async def test_running_process_finds_the_limits_that_another_one_asked_for(
    server: OpenRouter, segue_home: Path
) -> None:
    """`segue models limits` reaches a gateway that runs."""
    server.credits = {"total_credits": 20.0, "total_usage": 0.0}
    async with adapter(server, segue_home) as running, adapter(server, segue_home) as other:
        before = running.free_quota().a_day
        await other.limits()
        await running._look_at_limits()

        assert (before, running.free_quota().a_day) == (50, 1000)
        assert "1000 a day" in (running.cards()[2].label or "")


async def test_without_a_key_nobody_is_asked_for_its_limits(server: OpenRouter, segue_home: Path) -> None:
    """Asking for limits without a key names the variable, and the host hears nothing."""
    async with adapter(server, segue_home, key=None) as provider:
        with pytest.raises(KeyRejected, match="OPENROUTER_API_KEY"):
            await provider.limits()
    assert server.requests == []


async def test_refused_key_says_what_to_do(server: OpenRouter, segue_home: Path) -> None:
    """Asking for limits with a key that the host refuses names the variable and nothing of the key."""
    server.key_scene = refuses(401, "No auth credentials found for sk-or-v1-planted")
    async with adapter(server, segue_home) as provider:
        with pytest.raises(KeyRejected, match="OPENROUTER_API_KEY") as caught:
            await provider.limits()
    assert "planted" not in f"{caught.value}{caught.value!r}"


async def test_free_requests_are_counted_and_the_last_ones_kept(server: OpenRouter, segue_home: Path) -> None:
    """Ordinary turns leave a fifth, therapeutic ones are answered to the last; nobody asks beyond. Covers R3.3."""
    server.scenes[FREE] = answers("Yes.")
    therapeutic = replace(REQUEST, bounds=replace(OPEN, is_therapeutic=True))
    async with adapter(server, segue_home, free_requests_a_day=10) as provider:
        for _ in range(9):
            await ask(provider, FREE)
        with pytest.raises(OutOfQuota, match="kept for therapeutic turns"):
            await ask(provider, FREE)
        await ask(provider, FREE, therapeutic)
        with pytest.raises(OutOfQuota, match="All 10") as caught:
            await ask(provider, FREE, therapeutic)
        await ask(provider)

    assert caught.value.retry_after_s == 12 * 3600
    assert len([request for request in server.asked("/chat/completions") if request.body["model"] == FREE]) == 10
    assert provider.free_quota().used_today == 10


async def test_count_outlives_the_process(server: OpenRouter, segue_home: Path) -> None:
    """A restart makes no request free again, and neither does a file that somebody spoilt meanwhile."""
    server.scenes[FREE] = answers("Yes.")
    async with adapter(server, segue_home, free_requests_a_day=2, free_reserve=0) as provider:
        await ask(provider, FREE)
    async with adapter(server, segue_home, free_requests_a_day=2, free_reserve=0) as later:
        await ask(later, FREE)
        next((segue_home / "openrouter").glob("free-*.json")).write_text("{")
        with pytest.raises(OutOfQuota):
            await ask(later, FREE)


async def test_two_processes_count_together(server: OpenRouter, segue_home: Path) -> None:
    """Whoever shares the files shares the quota."""
    server.scenes[FREE] = answers("Yes.")
    options: dict[str, Any] = {"free_requests_a_day": 12, "free_reserve": 0}
    async with (
        adapter(server, segue_home, **options) as one,
        adapter(server, segue_home, **options) as other,
        asyncio.TaskGroup() as group,
    ):
        tasks = [group.create_task(_answered(provider)) for provider in (one, other) for _ in range(10)]

    assert sum(task.result() for task in tasks) == 12


async def _answered(provider: OpenRouterAdapter) -> bool:
    try:
        await ask(provider, FREE)
    except OutOfQuota:
        return False
    return True
