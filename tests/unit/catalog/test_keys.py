"""Keys in use: what a process knows of them, what it notes, and what it does when they cannot be had."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from typing_extensions import override

from segue.catalog.keys import CLOSED_AGAIN_S, RECHECK_S, KeyKeeper
from segue.config.master_keys import MasterKey, encoded
from segue.config.provider_keys import ProviderKeys
from segue.config.vault import Vault
from segue.domain.chat import ChatRequest, Message, Role
from segue.domain.models import ModelStatus
from segue.domain.provider_keys import KeptKey, KeyCheck, KeyReason, KeyState
from segue.errors import KeyRejected, StorageError
from segue.providers.contract import ProviderContext
from segue.providers.keyed import KeyedProvider
from segue.providers.openai_compatible import CompatibleOptions, CustomAPIAdapter
from segue.storage.sql import SqlJournal
from tests.conformance.provider_harness import Silence
from tests.support.doorkeeper import Doorkeeper

ONE, TWO = "sk-one-0123456789", "sk-two-0123456789"
KEY, OTHER = bytes(range(32)), bytes(range(1, 33))
UNCHECKED = KeyCheck(KeyState.UNVERIFIED, KeyReason.NOT_CHECKED, "")
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
REQUEST = ChatRequest((Message(Role.USER, "Begin."),), stream=True)


@dataclass
class Desk:
    """A journal, a provider with its server, and a clock of one's own."""

    home: Path
    journal: SqlJournal
    door: Doorkeeper
    keyed: KeyedProvider
    now_s: float = 0.0
    changed: list[str] = field(default_factory=list)

    def now(self) -> datetime:
        return NOW + timedelta(seconds=self.now_s)

    def keys(self, master: bytes | None = None) -> ProviderKeys:
        return ProviderKeys(self.journal, self.vault(master), now=self.now)

    def vault(self, master: bytes | None = None) -> Vault:
        given = encoded(master) if master else None
        return Vault(self.journal, home=self.home, given=given, uses_keyring=False)

    def keeper(self, master: bytes | None = None) -> KeyKeeper:
        return KeyKeeper(
            self.journal,
            self.vault(master),
            {"up": self.keyed},
            changed=self.changed.append,
            clock=lambda: self.now_s,
            now=self.now,
        )

    async def ask(self) -> None:
        async with self.keyed.answer(REQUEST, "well") as pieces:
            async for _ in pieces:
                pass


@pytest_asyncio.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with SqlJournal("", home=tmp_path, deadline_s=20) as journal, Doorkeeper({ONE: 200, TWO: 200}) as door:
        options = CompatibleOptions.model_validate({"base_url": door.base_url, "models": {"well": {}}})
        context = ProviderContext("up", tmp_path, Silence())
        async with KeyedProvider(lambda key: CustomAPIAdapter(options, replace(context, key=key))) as keyed:
            yield Desk(tmp_path, journal, door, keyed)


async def test_a_key_is_used_noted_and_taken_away(desk: Desk) -> None:
    """Its first success makes it valid, its last use is kept, and without it the provider has none."""
    keeper = desk.keeper()
    await desk.keys().put("up", "main", ONE, UNCHECKED)
    async with keeper:
        await desk.ask()
        desk.now_s = 60.0
    (kept,) = await desk.keys().kept()
    assert (kept.state, kept.reason, kept.used_at) == (KeyState.VALID, KeyReason.ACCEPTED, desk.now())
    assert desk.changed == ["up"]

    await desk.keys().remove("up", "main")
    await keeper.load()
    assert (desk.keyed.lanes, desk.changed) == ([], ["up", "up"])


async def test_a_master_key_that_is_gone_is_a_state_until_it_is_back(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """Models say what to do, the log says it once, nothing fails; with the master key back they are ready again."""
    await desk.keys().put("up", "main", ONE, UNCHECKED)
    file = desk.home / "master.key"
    lost = file.rename(desk.home / "lost")
    keeper = desk.keeper()
    with caplog.at_level(logging.WARNING, logger="segue"):
        await keeper.load()
        await keeper.load()
    (card,) = desk.keyed.cards()
    assert (card.status, "segue keys set up --begin-anew" in str(card.missing)) == (ModelStatus.MISSING, True)
    assert [record.getMessage()[:40] for record in caplog.records] == ["The key of up cannot be used (undecrypta"]

    lost.rename(file)
    await keeper.load()
    assert desk.keyed.status("well") is ModelStatus.MISSING
    desk.now_s = CLOSED_AGAIN_S
    await keeper.load()
    assert desk.keyed.status("well") is ModelStatus.READY


async def test_a_key_expires_while_it_is_in_use(desk: Desk) -> None:
    """From its last day on it is not used, and its models say so; the others go on. Covers R7.4."""
    await desk.keys().put("up", "main", ONE, UNCHECKED, expires_at=NOW + timedelta(days=1))
    keeper = desk.keeper()
    await keeper.load()
    assert desk.keyed.status("well") is ModelStatus.READY
    desk.now_s = 86_400.0
    await keeper.load()
    assert desk.keyed.status("well") is ModelStatus.MISSING
    assert "It expired on 2026-11-27" in desk.keyed.health().detail


async def test_a_refusal_that_is_about_a_model_alone_leaves_the_key_valid(desk: Desk) -> None:
    """A key that is refused is asked about, once in a while: its provider takes it, and so it is. Covers R7.3."""
    await desk.keys().put("up", "main", ONE, UNCHECKED)
    desk.door.says[ONE], desk.door.on_models[ONE] = 403, 200
    keeper = desk.keeper()
    await keeper.load()
    for now_s in (0.0, 1.0, RECHECK_S - 1, RECHECK_S):
        desk.now_s = now_s
        with pytest.raises(KeyRejected):
            await desk.ask()
        await keeper.tell_store()
        await keeper.load()
    (kept,) = await desk.keys().kept()
    assert desk.door.checked[ONE] == 2
    assert (kept.state, kept.reason) == (KeyState.VALID, KeyReason.FORBIDDEN_MODEL)


async def test_a_store_that_is_away_takes_no_key_away(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """What is known stays in use; it is said once."""
    await desk.keys().put("up", "main", ONE, UNCHECKED)
    keeper = desk.keeper()
    await keeper.load()

    class Away(SqlJournal):
        @override
        async def provider_keys(self) -> tuple[KeptKey, ...]:
            raise StorageError("The journal is away.")

    desk.journal.__class__ = Away
    with caplog.at_level(logging.WARNING, logger="segue"):
        await keeper.load()
        await keeper.load()
    await desk.ask()
    assert desk.door.asked == {ONE: 1}
    assert len(caplog.records) == 1
    desk.journal.__class__ = SqlJournal


async def test_a_process_with_the_former_master_key_goes_on(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """Keys that it knows stay in use when the master key changes under it, also where a newer key cannot be opened."""
    await desk.keys(KEY).put("up", "main", ONE, UNCHECKED)
    keeper = desk.keeper(KEY)
    await keeper.load()
    changing = desk.vault(KEY)
    await changing.rotate_master(MasterKey(OTHER, "a test"))
    await ProviderKeys(desk.journal, changing).reseal()
    await keeper.load()
    await desk.ask()
    desk.now_s = 1.0
    await desk.keys(OTHER).put("up", "main", TWO, UNCHECKED)
    with caplog.at_level(logging.WARNING, logger="segue"):
        await keeper.load()
        await keeper.load()
    await desk.ask()
    assert desk.door.asked == {ONE: 2}
    assert ["cannot be opened here" in record.getMessage() for record in caplog.records] == [True]
    await desk.keeper(OTHER).load()
    await desk.ask()
    assert desk.door.asked == {ONE: 2, TWO: 1}
