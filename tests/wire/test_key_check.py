"""Asking about a key, over real HTTP: one request, and each reason told apart. Covers R7.5."""

import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from segue.domain.provider_keys import KeyCheck, KeyReason, KeyState
from segue.providers import hosts
from segue.providers.hosts import HOSTS
from segue.providers.openai_compatible import CompatibleOptions, CustomAPIAdapter
from tests.conformance.provider_harness import context
from tests.support.doorkeeper import Doorkeeper
from tests.support.scenes import Scene

GOOD = "sk-good-0123456789"


@pytest_asyncio.fixture
async def door() -> AsyncIterator[Doorkeeper]:
    async with Doorkeeper({GOOD: 200}) as upstream:
        yield upstream


async def check(home: Path, key: str | None, **options: object) -> KeyCheck:
    read = CompatibleOptions.model_validate({"models": {"well": {}}, **options})
    async with CustomAPIAdapter(read, context(home, key=key)) as provider:
        return await provider.check_key()


@pytest.mark.parametrize(
    ("status", "state", "reason"),
    [
        (200, KeyState.VALID, KeyReason.ACCEPTED),
        (401, KeyState.REJECTED, KeyReason.WRONG_KEY),
        (402, KeyState.OUT_OF_CREDIT, KeyReason.NO_CREDIT),
        (403, KeyState.REJECTED, KeyReason.NO_PERMISSION),
        (429, KeyState.UNVERIFIED, KeyReason.RATE_LIMITED),
        (500, KeyState.UNVERIFIED, KeyReason.PROVIDER_FAULT),
    ],
)
async def test_each_answer_has_its_reason(
    door: Doorkeeper, tmp_path: Path, status: int, state: KeyState, reason: KeyReason
) -> None:
    """A wrong key, one without credit or permission, and a provider that cannot say: all are told apart."""
    door.says[GOOD] = status
    told = await check(tmp_path, GOOD, base_url=door.base_url)

    assert (told.state, told.reason) == (state, reason)
    assert door.checked[GOOD] == 1
    assert door.asked.total() == 0
    assert GOOD not in repr(told)


async def test_no_network_says_nothing_of_the_key(tmp_path: Path) -> None:
    """Whoever is offline is told so, and not that the key is wrong."""
    told = await check(tmp_path, GOOD, base_url="http://127.0.0.1:9/v1")
    assert (told.state, told.reason) == (KeyState.UNVERIFIED, KeyReason.NO_NETWORK)


async def test_a_model_that_the_key_may_not_use_is_named(door: Doorkeeper, tmp_path: Path) -> None:
    """The key is good, and the configuration is told what does not go with it."""
    told = await check(tmp_path, GOOD, base_url=door.base_url, models={"well": {}, "o9-ultra": {}})
    assert (told.state, told.reason) == (KeyState.VALID, KeyReason.FORBIDDEN_MODEL)
    assert "o9-ultra" in told.detail


async def test_a_list_that_everybody_may_read_proves_no_key(door: Doorkeeper, tmp_path: Path) -> None:
    """An address of one's own is asked once without the key: who shows its models to anybody has said nothing of it."""
    door.says[""] = 200
    told = await check(tmp_path, GOOD, base_url=door.base_url)
    assert (told.state, told.reason) == (KeyState.UNVERIFIED, KeyReason.NOT_CHECKED)


@pytest.mark.parametrize(
    ("key", "reason"),
    [("sk-or-v1-0123456789", KeyReason.WRONG_PROVIDER), ("two words here", KeyReason.MALFORMED)],
)
async def test_a_key_of_somebody_else_is_not_sent(
    door: Doorkeeper, tmp_path: Path, key: str, reason: KeyReason, monkeypatch: pytest.MonkeyPatch
) -> None:
    """OpenRouter's key must not go to another host, and what cannot be a key goes nowhere."""
    monkeypatch.setattr(hosts, "HOSTS", {"openai": replace(HOSTS["openai"], base_url=door.base_url)})
    monkeypatch.setattr("segue.providers.openai_compatible.HOSTS", hosts.HOSTS)
    told = await check(tmp_path, key, host="openai")
    assert (told.state, told.reason) == (KeyState.REJECTED, reason)
    assert door.requests == []


@pytest.mark.parametrize(
    ("account", "state", "until"),
    [
        ({"limit_remaining": 74.5, "expires_at": "2027-12-31T23:59:59Z"}, KeyState.VALID, "2027-12-31"),
        ({"limit_remaining": None, "expires_at": None}, KeyState.VALID, None),
        ({"limit_remaining": 0}, KeyState.OUT_OF_CREDIT, None),
    ],
)
async def test_openrouter_is_asked_about_the_key_itself(
    door: Doorkeeper,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    account: Mapping[str, object],
    state: KeyState,
    until: str | None,
) -> None:
    """Its list of models is open to everybody; what it says of the key tells the limit and the last day as well."""
    monkeypatch.setattr(hosts, "HOSTS", {"openrouter": replace(HOSTS["openrouter"], base_url=door.base_url)})
    monkeypatch.setattr("segue.providers.openai_compatible.HOSTS", hosts.HOSTS)
    body = json.dumps({"data": {"label": "sk-or-v1-au7...890", **account}}).encode()
    door.routes["/v1/key"] = Scene((body,), content_type="application/json")
    key = "sk-or-v1-0123456789"
    door.says[key] = 200
    told = await check(tmp_path, key, host="openrouter")
    assert told.state is state
    assert until is None or str(told.expires_at).startswith(until)
    assert [asked.path for asked in door.requests] == ["/v1/key"]
    assert "au7" not in repr(told)
