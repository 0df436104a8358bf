"""How everything is now: who can answer, who rests, how words are screened, and whether what is kept can be kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, TypeAlias

from segue.errors import StorageError
from segue.observe.incidents import IncidentKeeper
from segue.observe.journal import JournalWriter
from segue.pipeline.breakers.breaker import BreakerState
from segue.pipeline.screening.classifying import ClassifierThread
from segue.providers.contract import ProviderHealth
from segue.storage.contract import Cache, Journal
from segue.version import __version__

PartState: TypeAlias = Literal["ok", "note", "missing", "wrong"]
"""`missing`: something has to be done before it can be used; turns get along without it."""


@dataclass(frozen=True, slots=True)
class PartHealth:
    """How one part is."""

    part: str
    """`provider NAME`, `screening`, `cache`, `store`, `incidents`, `memory`, `handoff`, `incident texts`, `limits`,
    `money`."""
    state: PartState
    found: str
    """One sentence."""
    do: str = ""
    """What to do; empty where nothing has to be done, or `found` says it."""


@dataclass(frozen=True, slots=True)
class Health:
    """How everything is."""

    ok: bool
    """False when a part is wrong, or a model or key must not be asked: it rests, or one turn tries it."""
    version: str
    parts: tuple[PartHealth, ...]
    breakers: tuple[BreakerState, ...]
    """Every model and key that ever failed."""


async def look(
    providers: Mapping[str, ProviderHealth],
    breakers: tuple[BreakerState, ...],
    *,
    screening: PartHealth,
    cache: Cache,
    journal: Journal,
    writer: JournalWriter,
    incidents: IncidentKeeper,
    money: tuple[PartHealth, ...] = (),
    more: tuple[PartHealth, ...] = (),
) -> Health:
    """Look at everything; cache and store are asked, within their deadlines.

    `screening`, `money` and `more`: parts that say themselves how they are.
    """
    parts = (
        *_providers(providers),
        screening,
        await _cache(cache, money),
        await _store(journal, writer),
        _incidents(incidents),
        *more,
        *money,
    )
    is_well = all(part.state != "wrong" for part in parts)
    return Health(is_well and all(b.reason is None for b in breakers), __version__, parts, breakers)


def _providers(providers: Mapping[str, ProviderHealth]) -> Iterator[PartHealth]:
    # One that lacks something is no fault while another can answer.
    lacking: PartState = "missing" if any(health.is_usable for health in providers.values()) else "wrong"
    for name, health in providers.items():
        usable: PartState = "note" if health.is_impaired else "ok"
        yield PartHealth(f"provider {name}", usable if health.is_usable else lacking, health.detail)


def screening_health(classifier: ClassifierThread | None) -> PartHealth:
    """Whether rules and classifier screen, and if not, why."""
    if classifier is not None and classifier.is_well and not (classifier.fails or classifier.fails_at_answers):
        missed = classifier.late + classifier.failed
        without = f" {missed} messages were screened without it since the start." if missed else ""
        return PartHealth("screening", "ok", f"Rules and classifier.{without}")
    if classifier is not None and not classifier.is_loaded.is_set() and classifier.is_at_hand:
        return PartHealth("screening", "ok", "Rules and classifier, which is being loaded: messages wait for it.")
    found, do = "Degraded: rules only", ""
    if classifier is None:
        do = "Set `safety.classifier` to auto."
    elif classifier.missing is not None:
        found, do = f"{found}. {classifier.missing.message}", classifier.missing.hint
    elif classifier.fails:
        found, do = f"{found}: the classifier failed at the newest message", "Install Segue anew, and start it again."
    elif classifier.fails_at_answers:
        found, do = (
            f"{found}: the classifier of answers failed at the newest one",
            "Install Segue anew, and start it again.",
        )
    elif classifier.is_loaded.is_set():
        found = f"{found}: the classifier is stuck in a message"
    else:
        found = f"{found} until the classifier is loaded, which takes too long"
    found = f"{found.rstrip('.')}. Therapeutic answers are held whole and end with a check-in line."
    return PartHealth("screening", "note", found, do)


async def _cache(cache: Cache, money: tuple[PartHealth, ...]) -> PartHealth:
    if not cache.is_shared:
        return PartHealth("cache", "ok", "This process keeps it for itself.")
    try:
        await cache.ping()
    except StorageError as error:
        but_money = any(part.state == "wrong" for part in money)
        words = "Until it is back this process goes on with what it knows"
        found = f"{error.message} {words}{', but not on hard budgets' if but_money else ''}."
        return PartHealth("cache", "wrong", found, error.hint)
    return PartHealth("cache", "ok", "Shared with other replicas, and it answers.")


async def _store(journal: Journal, writer: JournalWriter) -> PartHealth:
    try:
        await journal.recent_calls(since=datetime.now(UTC), limit=1)
    except StorageError as error:
        return PartHealth("store", "wrong", f"{error.message} What it should keep waits in memory.", error.hint)
    if not writer.is_up:
        return PartHealth("store", "wrong", "It refused what it was last given, which waits in memory.", "See the log.")
    if writer.lost:
        return PartHealth("store", "note", f"It answers; {writer.lost} events were lost while it did not.")
    return PartHealth("store", "ok", "It answers.")


def _incidents(keeper: IncidentKeeper) -> PartHealth:
    if keeper.witness.contradicts:
        found = "The log lacks entries that it had: somebody put back or changed the database."
        return PartHealth("incidents", "wrong", found, "Run: segue safety verify")
    lost = f" {keeper.lost} were lost." if keeper.lost else ""
    if keeper.failure is not None:
        found = f"New ones go to a local file: {keeper.failure.message}{lost}"
        return PartHealth("incidents", "wrong", found, keeper.failure.hint)
    if lost:
        return PartHealth("incidents", "note", f"New ones are kept.{lost}")
    return PartHealth("incidents", "ok", "They are kept.")
