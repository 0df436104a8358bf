"""What a scrape shows: turns, attempts, failures, tokens, money, screening and losses."""

import asyncio
import inspect
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio
from prometheus_client.parser import text_string_to_metric_families

from segue import errors
from segue.domain.chat import Usage
from segue.domain.findings import Action, Category, Finding, Verdict
from segue.domain.models import ModelRef, SafetyLevel, TaskType
from segue.errors import SegueError
from segue.events import (
    AttemptEnded,
    BreakerChanged,
    Broadcast,
    Event,
    ModelStateChanged,
    ScreeningDone,
    TurnEnded,
)
from segue.observe.journal import JournalWriter
from segue.observe.metrics import MAX_CODES, MAX_MODELS, Metrics
from segue.storage.contract import Journal
from segue.storage.sql import SqlJournal

NOW = datetime(2026, 3, 1, tzinfo=UTC)
MODEL = ModelRef("house", "org/story:8b")
LABELS = {"provider": "house", "model": "org/story:8b"}
USAGE = Usage(100, 20, cached_input_tokens=60, reasoning_tokens=5)
ANSWERED = AttemptEnded("t1", 1, MODEL, NOW, 3.0, 0.3, USAGE, None, 1_500_000)
SILENT = AttemptEnded("t1", 2, MODEL, NOW, 2.0, None, None, "silent", None)
TURN = TurnEnded(
    "t1", None, "c1", TaskType.GENERAL_CHAT, MODEL, NOW, 3.1, 0.4, 1, "answered", USAGE, 1_500_000, streamed=True
)
SCREENED = ScreeningDone("t1", None, "input", Verdict(SafetyLevel.HIGH, Action.REPLACE, is_degraded=True), NOW, 0.0004)


class Scrape:
    """The samples of one scrape."""

    def __init__(self, metrics: Metrics) -> None:
        families = text_string_to_metric_families(metrics.expose().decode())
        self.samples = [sample for family in families for sample in family.samples]

    def value(self, name: str, **labels: str) -> float | None:
        """One sample's value, None where there is no such series."""
        found = [sample.value for sample in self.samples if sample.name == name and sample.labels == labels]
        return found[0] if found else None


async def scrape_after(*events: Event) -> Scrape:
    metrics = Metrics(version="1.2.3")
    await metrics.observe(events)
    return Scrape(metrics)


async def test_an_answered_attempt_shows_its_time_tokens_and_cost() -> None:
    """What a model took and what it cost can be read off a scrape. Covers R4.1."""
    seen = await scrape_after(ANSWERED, ANSWERED)

    assert seen.value("segue_attempts_total", **LABELS) == 2
    assert seen.value("segue_attempt_duration_seconds_sum", **LABELS) == 6.0
    assert seen.value("segue_attempt_first_token_seconds_bucket", **LABELS, le="0.5") == 2
    assert seen.value("segue_cost_usd_total", **LABELS) == 3.0
    kinds = ("input", "output", "cached_input", "reasoning")
    tokens = [seen.value("segue_tokens_total", **LABELS, token_type=kind) for kind in kinds]
    assert tokens == [200, 40, 120, 10]
    assert seen.value("segue_unpriced_attempts_total", **LABELS) is None


async def test_a_failed_attempt_is_counted_by_its_code() -> None:
    """An operator sees which model fails, and how."""
    seen = await scrape_after(SILENT)

    assert seen.value("segue_attempts_total", **LABELS) == 1
    assert seen.value("segue_attempt_failures_total", **LABELS, error_type="silent") == 1
    assert seen.value("segue_attempt_first_token_seconds_count", **LABELS) is None


async def test_every_code_of_every_error_is_counted_by_its_name() -> None:
    """No kind of failure disappears among others, and nothing but its code is counted."""
    codes = {kind.code for kind in vars(errors).values() if inspect.isclass(kind) and issubclass(kind, SegueError)}
    seen = await scrape_after(*(replace(SILENT, error_code=code) for code in sorted(codes)))

    counted = {s.labels["error_type"] for s in seen.samples if s.name == "segue_attempt_failures_total"}
    assert counted == codes


async def test_an_unknown_price_is_counted_apart_and_not_as_zero() -> None:
    """Nobody takes a sum for complete where a price was unknown."""
    seen = await scrape_after(replace(ANSWERED, cost_micro_usd=None), SILENT)

    assert seen.value("segue_unpriced_attempts_total", **LABELS) == 1
    assert seen.value("segue_cost_usd_total", **LABELS) is None


async def test_a_turn_shows_what_the_person_waited() -> None:
    """The time to the first released words is measured from the request's arrival."""
    seen = await scrape_after(TURN)

    labels = {"task": "general_chat"}
    assert seen.value("segue_turns_total", **labels, outcome="answered", streamed="true") == 1
    assert seen.value("segue_turn_duration_seconds_count", **labels) == 1
    assert seen.value("segue_turn_first_token_seconds_sum", **labels) == 0.4


async def test_screening_is_counted_by_direction_level_and_action() -> None:
    """How often the screening stepped in, and whether only rules screened, can be watched."""
    seen = await scrape_after(SCREENED)

    assert seen.value("segue_screenings_total", direction="input", level="high", action="replace") == 1
    assert seen.value("segue_degraded_screenings_total", direction="input") == 1
    assert seen.value("segue_screening_duration_seconds_bucket", direction="input", le="0.0005") == 1


async def test_a_calm_text_after_a_danger_counts_by_its_own_words() -> None:
    """It was answered for what was said before, and is no moderate message."""
    before = Finding("crisis", Category.SUICIDE, SafetyLevel.MODERATE, "earlier.intent.any")
    verdict = Verdict(SafetyLevel.MODERATE, Action.REPLACE, (before,))
    seen = await scrape_after(replace(SCREENED, verdict=verdict))

    assert seen.value("segue_screenings_total", direction="input", level="none", action="replace") == 1


@pytest.mark.parametrize(("states", "loaded"), [(["loading"], None), (["loaded"], 1), (["loaded", "died"], 0)])
async def test_a_local_model_in_memory_shows_as_loaded(states: Sequence[str], loaded: float | None) -> None:
    """Which models take memory now can be seen, a dead one not among them."""
    seen = await scrape_after(*(ModelStateChanged(MODEL, state, NOW) for state in states))

    assert seen.value("segue_model_loaded", **LABELS) == loaded
    assert seen.value("segue_model_state_changes_total", **LABELS, state=states[-1]) == 1


async def test_how_often_something_was_put_to_rest_is_shown() -> None:
    """An alert can be set on a model or key that opens again and again."""
    opened = BreakerChanged("key:house", "open", NOW, "key_rejected", NOW)
    tried = replace(opened, state="half_open")
    seen = await scrape_after(opened, tried, opened, replace(opened, name="key:far", error_code=None))

    assert seen.value("segue_breaker_openings_total", breaker="key:house", error_type="key_rejected") == 2
    assert seen.value("segue_breaker_openings_total", breaker="key:far", error_type="elsewhere") == 1


def test_who_rests_now_is_shown() -> None:
    """An alert can be set on a model or key that rests; it ends with the rest, whether or not anybody asks."""
    rests = {"key:house": True, "model:house:story": False}
    metrics = Metrics(version="1.2.3")
    metrics.ask_who_rests(lambda: rests)

    assert Scrape(metrics).value("segue_breaker_open", breaker="key:house") == 1
    assert Scrape(metrics).value("segue_breaker_open", breaker="model:house:story") == 0
    rests["key:house"] = False
    assert Scrape(metrics).value("segue_breaker_open", breaker="key:house") == 0


def test_breakers_beyond_the_limit_are_counted_together() -> None:
    """Series stay bounded, and the last one says how many of the others rest."""
    metrics = Metrics(version="1.2.3")
    metrics.ask_who_rests(lambda: {f"key:p{number}": number != MAX_MODELS for number in range(MAX_MODELS + 5)})

    assert Scrape(metrics).value("segue_breaker_open", breaker="other") == 4


async def test_series_do_not_pile_up_with_names_from_outside() -> None:
    """A provider that lists thousands of models, or invents codes, does not fill the memory."""
    models = [replace(ANSWERED, model=ModelRef("p", f"m{number}")) for number in range(MAX_MODELS + 50)]
    turns = [replace(TURN, outcome=f"code{number}") for number in range(MAX_CODES + 50)]

    seen = await scrape_after(*models, *turns)

    assert seen.value("segue_attempts_total", provider="other", model="other") == 50
    assert seen.value("segue_turns_total", task="general_chat", outcome="other", streamed="true") == 50
    assert sum(sample.name == "segue_attempts_total" for sample in seen.samples) == MAX_MODELS + 1


async def test_the_version_and_the_process_are_shown() -> None:
    """A dashboard can tell which version runs and what memory it takes."""
    seen = await scrape_after()

    assert seen.value("segue_build_info", version="1.2.3") == 1
    assert (seen.value("process_resident_memory_bytes") or 0) > 0


async def test_two_gateways_in_one_process_do_not_share_their_metrics() -> None:
    """Metrics belong to what was opened, not to the process."""
    seen = await scrape_after(ANSWERED)

    assert (await scrape_after()).value("segue_attempts_total", **LABELS) is None
    assert seen.value("segue_attempts_total", **LABELS) == 1


@pytest_asyncio.fixture
async def journal(tmp_path: Path) -> AsyncIterator[Journal]:
    """A journal in memory, open."""
    async with SqlJournal("sqlite://", home=tmp_path, deadline_s=20) as opened:
        yield opened


async def test_losses_of_the_broadcast_and_the_journal_are_shown(journal: Journal) -> None:
    """What observers missed is seen where everything else is seen."""
    metrics = Metrics(version="1")
    writer = JournalWriter(journal, capacity=2)
    broadcast = Broadcast([metrics, writer], capacity=4)
    metrics.watch(broadcast, writer)
    for _ in range(5):
        broadcast.tell(ANSWERED)
    async with broadcast, asyncio.timeout(60):
        await broadcast.settled()

    seen = Scrape(metrics)
    assert seen.value("segue_events_dropped_total") == 1
    assert seen.value("segue_journal_events_lost_total") == 2
    assert seen.value("segue_journal_up") == 1
    assert seen.value("segue_observer_failures_total", observer="journal") == 0
