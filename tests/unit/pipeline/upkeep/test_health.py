"""How everything is: what is wrong, what is only missing, and what to do."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typing_extensions import override

from segue.config.vault import Vault
from segue.domain.models import ModelRef
from segue.errors import StorageError, VaultLocked
from segue.events import ModelStateChanged
from segue.observe.incidents import IncidentKeeper
from segue.observe.journal import JournalWriter
from segue.pipeline.breakers.breaker import BreakerPhase, BreakerState
from segue.pipeline.upkeep.health import Health, PartHealth, look, screening_health
from segue.providers.contract import ProviderHealth
from segue.storage.contract import CallRecord
from segue.storage.memory import MemoryCache
from segue.storage.sql import SqlJournal

WELL = ProviderHealth(is_usable=True, detail="It is there.")
IMPAIRED = ProviderHealth(is_usable=True, detail="Its store cannot be read.", is_impaired=True)
LACKING = ProviderHealth(is_usable=False, detail="Its key is missing.")
NOWHERE = Path("/nowhere")
EVENT = ModelStateChanged(ModelRef("p", "m"), "loaded", datetime(2026, 3, 1, tzinfo=UTC))


class ShutJournal(SqlJournal):
    """A store that can be away."""

    is_away = False

    @override
    async def recent_calls(self, *, since: datetime, limit: int = 10_000) -> tuple[CallRecord, ...]:
        if self.is_away:
            raise StorageError("The disk is full.", hint="Make room.")
        return await super().recent_calls(since=since, limit=limit)


class AwayCache(MemoryCache):
    """A shared cache that does not answer."""

    is_shared = True

    @override
    async def ping(self) -> None:
        raise StorageError("It is away.", hint="Start it.")


@pytest.fixture
async def journal(tmp_path: Path) -> AsyncIterator[ShutJournal]:
    journal = ShutJournal("sqlite://", home=tmp_path, deadline_s=20)
    async with journal:
        yield journal


async def seen(
    journal: ShutJournal,
    *breakers: BreakerState,
    providers: tuple[ProviderHealth, ...] = (WELL,),
    cache: MemoryCache | None = None,
    writer: JournalWriter | None = None,
    incidents: IncidentKeeper | None = None,
    screening: PartHealth | None = None,
) -> Health:
    return await look(
        {f"p{place}": health for place, health in enumerate(providers)},
        breakers,
        screening=screening or screening_health(None),
        cache=MemoryCache() if cache is None else cache,  # an empty one counts as false
        journal=journal,
        writer=writer or JournalWriter(journal),
        incidents=incidents or keeper(journal),
    )


def keeper(journal: ShutJournal) -> IncidentKeeper:
    return IncidentKeeper(journal, Vault(journal, home=NOWHERE, uses_keyring=False), home=NOWHERE)


def states(health: Health) -> dict[str, str]:
    return {part.part: part.state for part in health.parts}


async def test_all_is_well(journal: ShutJournal) -> None:
    """With every part there and nothing resting it says so, also where only rules screen."""
    health = await seen(journal)
    assert (health.ok, health.breakers) == (True, ())
    assert states(health) == {"provider p0": "ok", "screening": "note", "cache": "ok", "store": "ok", "incidents": "ok"}
    well = PartHealth("screening", "ok", "Rules and classifier.")
    assert states(await seen(journal, screening=well))["screening"] == "ok"


async def test_a_provider_that_lacks_something_is_wrong_only_if_no_other_can_answer(journal: ShutJournal) -> None:
    """A key that was never set is told; it is an alarm when nobody is left."""
    some, none = await seen(journal, providers=(LACKING, WELL)), await seen(journal, providers=(LACKING, LACKING))
    assert (some.ok, states(some)["provider p0"]) == (True, "missing")
    assert (none.ok, states(none)["provider p1"]) == (False, "wrong")


async def test_a_provider_that_answers_but_lacks_something_is_a_note(journal: ShutJournal) -> None:
    """Somebody should look after it; nothing is wrong for that."""
    health = await seen(journal, providers=(IMPAIRED,))
    assert (health.ok, states(health)["provider p0"]) == (True, "note")


@pytest.mark.parametrize(
    ("phase", "reason", "is_well"),
    [
        (BreakerPhase.CLOSED, None, True),
        (BreakerPhase.OPEN, "after 3 failures (unreachable) until 12:03:10 UTC.", False),
        (BreakerPhase.HALF_OPEN, "after 3 failures (unreachable); it is being tried again.", False),
        (BreakerPhase.HALF_OPEN, None, True),
    ],
)
async def test_what_must_not_be_asked_is_wrong(
    journal: ShutJournal, phase: BreakerPhase, reason: str | None, is_well: bool
) -> None:
    """A model or key that rests, or is being tried, is an alarm; one that the next turn may try is none."""
    state = BreakerState("key:p", phase, 3, "unreachable", None, 1, reason)
    assert (await seen(journal, state)).ok is is_well


async def test_a_shared_cache_that_is_away_is_wrong(journal: ShutJournal) -> None:
    """It costs no turn anything, and an operator hears of it with what to do."""
    health = await seen(journal, cache=AwayCache())
    (cache,) = (part for part in health.parts if part.part == "cache")
    assert (health.ok, cache.state, cache.do) == (False, "wrong", "Start it.")
    assert cache.found.startswith("It is away. Until it is back ")


async def test_a_store_that_is_away_is_wrong(journal: ShutJournal) -> None:
    """What it does not keep is told, with what to do."""
    journal.is_away = True
    health = await seen(journal)
    (store,) = (part for part in health.parts if part.part == "store")
    assert (health.ok, store.state, store.do) == (False, "wrong", "Make room.")


async def test_what_the_store_refused_or_lost_is_told(journal: ShutJournal, tmp_path: Path) -> None:
    """Events that wait are an alarm, events that are gone a note."""
    gone = JournalWriter(SqlJournal("sqlite://", home=tmp_path, deadline_s=20), capacity=1)
    await gone.observe([EVENT, EVENT])
    assert states(await seen(journal, writer=gone))["store"] == "note"
    assert not await gone.flush()
    assert states(await seen(journal, writer=gone))["store"] == "wrong"


async def test_incidents_that_are_not_in_the_chain_are_told(journal: ShutJournal) -> None:
    """A log that cannot be written, lost something or contradicts itself is an operator's business."""
    filing, losing, contradicted = keeper(journal), keeper(journal), keeper(journal)
    filing.failure = VaultLocked("The master key is gone.", hint="Put it back.")
    losing.lost = 2
    contradicted.witness.contradicts = True

    told = [await seen(journal, incidents=one) for one in (filing, losing, contradicted)]

    parts = [next(part for part in health.parts if part.part == "incidents") for health in told]
    assert [(health.ok, part.state, part.do) for health, part in zip(told, parts, strict=True)] == [
        (False, "wrong", "Put it back."),
        (True, "note", ""),
        (False, "wrong", "Run: segue safety verify"),
    ]
