"""What real calls have shown of each model."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.catalog.evidence import WINDOW, WINDOW_CALLS, EvidenceBook
from segue.domain.chat import Usage
from segue.domain.choice import Evidence
from segue.domain.models import ModelMetrics, ModelRef
from segue.events import AttemptEnded, ModelStateChanged
from segue.storage.contract import CallRecord

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
REF = ModelRef("local", "small")
ANSWERED = AttemptEnded("turn", 1, REF, NOON, 5.0, 1.0, Usage(100, 41), None, None)
RECORD = CallRecord(REF, NOON, 5.0, 1.0, 41, None, None)


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    now: datetime = NOON

    def __call__(self) -> float:
        return self.now.timestamp()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def book(clock: Clock) -> EvidenceBook:
    return EvidenceBook(now_s=clock)


def test_a_book_without_calls_knows_nothing(book: EvidenceBook) -> None:
    """Before the first call everything is unknown."""
    assert book.snapshot() == Evidence()
    assert book.snapshot().of(REF) == ModelMetrics()


async def test_an_answered_attempt_is_measured(book: EvidenceBook) -> None:
    """First word, throughput and failures of real calls are there for the next choice."""
    await book.observe([ANSWERED, replace(ANSWERED, error_code="silent", first_token_s=None, usage=None)])

    assert book.snapshot().of(REF) == ModelMetrics(2, 1, 1.0, 1.0, 10.0, "silent")
    assert book.snapshot().of(REF).error_rate == 0.5


async def test_other_events_change_nothing(book: EvidenceBook) -> None:
    """A model that was loaded has not been measured by that."""
    await book.observe([ModelStateChanged(REF, "loaded", NOON)])

    assert book.snapshot() == Evidence()


@pytest.mark.parametrize(
    "code", ["cancelled", "request_refused", "unsupported", "content_refused", "context_length_exceeded"]
)
async def test_what_is_not_the_models_fault_is_no_failure(book: EvidenceBook, code: str) -> None:
    """A person who leaves, or a request that no model would take, does not count against a model."""
    await book.observe([replace(ANSWERED, error_code=code)])

    metrics = book.snapshot().of(REF)
    assert (metrics.calls, metrics.failures, metrics.error_rate) == (0, 0, None)
    assert metrics.output_tokens_per_s is None


async def test_the_first_word_of_a_cancelled_answer_was_still_timed(book: EvidenceBook) -> None:
    """How soon a model began to speak is known even if somebody left afterwards."""
    await book.observe([replace(ANSWERED, error_code="cancelled")])

    assert book.snapshot().of(REF).first_token_p50_s == 1.0


async def test_an_answer_in_one_piece_is_measured_over_the_whole_wait(book: EvidenceBook) -> None:
    """A provider that cannot stream does not look infinitely fast."""
    await book.observe([replace(ANSWERED, duration_s=4.1, first_token_s=4.1)])

    assert book.snapshot().of(REF).output_tokens_per_s == pytest.approx(10.0)


async def test_a_snapshot_is_the_same_until_something_changes(book: EvidenceBook) -> None:
    """Every turn takes a snapshot, so that it costs nothing while nothing was measured."""
    await book.observe([ANSWERED])
    before = book.snapshot()

    assert book.snapshot() is before
    await book.observe([ANSWERED])
    assert book.snapshot() is not before
    assert before.of(REF).calls == 1


async def test_old_calls_are_forgotten(book: EvidenceBook, clock: Clock) -> None:
    """What a model did yesterday says little of today."""
    await book.observe([ANSWERED, replace(ANSWERED, at=NOON + timedelta(hours=1))])
    assert book.snapshot().of(REF).calls == 2

    clock.now = NOON + WINDOW
    assert book.snapshot().of(REF).calls == 1

    clock.now = NOON + 2 * WINDOW
    assert book.snapshot() == Evidence()


async def test_only_the_newest_calls_are_kept(book: EvidenceBook) -> None:
    """A busy model is judged by its recent calls and takes no more memory than a quiet one."""
    await book.observe([replace(ANSWERED, error_code="silent")] * WINDOW_CALLS)
    await book.observe([ANSWERED] * WINDOW_CALLS)

    metrics = book.snapshot().of(REF)
    assert (metrics.calls, metrics.failures) == (WINDOW_CALLS, 0)


async def test_what_an_earlier_run_measured_is_taken_up(book: EvidenceBook) -> None:
    """A restart does not forget how models did, and old records do not push out new calls."""
    await book.observe([replace(ANSWERED, error_code="silent")])
    old = replace(RECORD, at=NOON - WINDOW)
    recent = replace(RECORD, at=NOON - timedelta(hours=1))

    book.seed([recent] * WINDOW_CALLS + [old])

    metrics = book.snapshot().of(REF)
    assert (metrics.calls, metrics.failures, metrics.first_token_p95_s) == (WINDOW_CALLS, 1, 1.0)


@given(st.lists(st.floats(0.001, 60), min_size=1, max_size=60))
def test_percentiles_are_waits_that_happened_in_order(waits_s: list[float]) -> None:
    """The median is not above the 95th percentile, and that is a wait that somebody had."""
    book = EvidenceBook(now_s=NOON.timestamp)
    book.seed([replace(RECORD, first_token_s=wait_s) for wait_s in waits_s])

    metrics = book.snapshot().of(REF)

    assert metrics.first_token_p50_s is not None
    assert metrics.first_token_p95_s in waits_s
    assert metrics.first_token_p50_s <= metrics.first_token_p95_s


def test_who_rests_is_part_of_the_snapshot(book: EvidenceBook) -> None:
    """A choice knows who must not be asked; the snapshot is the same object until something changes."""
    rests = {REF: "after 3 failures (silent) until 12:00:05 UTC."}
    now = rests
    book.ask_who_rests(lambda: now)
    first = book.snapshot()
    assert first.resting is rests
    assert book.snapshot() is first
    now = {}
    assert book.snapshot().resting == {}


async def test_what_is_measured_anew_keeps_who_rests(book: EvidenceBook) -> None:
    """A call that ended does not wake a model that rests."""
    rests = {REF: "after 3 failures (silent) until 12:00:05 UTC."}
    book.ask_who_rests(lambda: rests)
    book.snapshot()
    await book.observe([ANSWERED])
    assert (book.snapshot().resting, book.snapshot().of(REF).calls) == (rests, 1)


async def test_calls_that_left_the_window_leave_no_trace(book: EvidenceBook, clock: Clock) -> None:
    """A long run is measured as its newest calls would be by themselves, also where many took the same time."""
    calls = [
        replace(
            ANSWERED,
            first_token_s=float(number * 7 % 11),
            duration_s=20.0 + number * 5 % 13,
            error_code="silent" if number % 9 == 4 else None,
        )
        for number in range(2 * WINDOW_CALLS + 60)
    ]
    fresh = EvidenceBook(now_s=clock)
    await book.observe(calls)
    await fresh.observe(calls[-WINDOW_CALLS:])

    assert book.snapshot() == fresh.snapshot()
