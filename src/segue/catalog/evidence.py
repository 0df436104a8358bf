"""What real calls have shown of each model: a window of recent attempts, and the frozen snapshot that choices use."""

from __future__ import annotations

import math
import time
from bisect import bisect_left, insort
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Final

from typing_extensions import override

from segue.domain.choice import Evidence
from segue.domain.models import ModelMetrics, ModelRef
from segue.domain.values import made_often
from segue.errors import (
    ContentRefused,
    ContextTooLong,
    DidNotGoOn,
    NotEnoughMemory,
    OutOfQuota,
    RequestError,
    RequestRefused,
    Unsupported,
)
from segue.events import AttemptEnded, Event, Observer
from segue.storage.contract import CallRecord

WINDOW_CALLS: Final = 200
"""Newest attempts kept for each model."""
WINDOW: Final = timedelta(hours=24)
"""Older attempts say little of a provider's present state. Our choice."""

CANCELLED: Final = "cancelled"
"""`error_code` of an attempt that was given up on purpose: the person left, or another model was first."""
NOT_THE_MODELS_FAULT: Final = frozenset(
    {
        *(CANCELLED, RequestError.code, RequestRefused.code, Unsupported.code, ContentRefused.code),
        *(ContextTooLong.code, NotEnoughMemory.code, OutOfQuota.code, DidNotGoOn.code),
    }
)
"""Error codes that say nothing of a model's health: they are neither calls nor failures here."""

_SHORTEST_STREAM_S: Final = 0.05
"""Below this the answer came as one piece, and its throughput is taken over the whole wait."""


@made_often
@dataclass(frozen=True, slots=True)
class _Sample:
    """One attempt, as much of it as evidence needs."""

    at: datetime
    is_call: bool
    failed: bool
    error_code: str | None
    first_token_s: float | None
    output_tokens_per_s: float | None


class _Window:
    """The newest attempts of one model, and what they measured in rising order: medians are read off, and never sorted
    for."""

    __slots__ = ("_calls", "_failures", "_first_token_s", "_tokens_per_s", "samples")

    def __init__(self, samples: Iterable[_Sample] = ()) -> None:
        self.samples: deque[_Sample] = deque()
        """In the order in which they came."""
        self._first_token_s: list[float] = []
        self._tokens_per_s: list[float] = []
        self._calls = self._failures = 0
        for sample in samples:
            self.add(sample)

    def add(self, sample: _Sample) -> None:
        """Take one more; of a full window the first one goes."""
        if len(self.samples) == WINDOW_CALLS:
            self._drop_first()
        self.samples.append(sample)
        self._calls += sample.is_call
        self._failures += sample.failed
        if sample.first_token_s is not None:
            insort(self._first_token_s, sample.first_token_s)
        if sample.output_tokens_per_s is not None:
            insort(self._tokens_per_s, sample.output_tokens_per_s)

    def _drop_first(self) -> None:
        sample = self.samples.popleft()
        self._calls -= sample.is_call
        self._failures -= sample.failed
        if sample.first_token_s is not None:
            del self._first_token_s[bisect_left(self._first_token_s, sample.first_token_s)]
        if sample.output_tokens_per_s is not None:
            del self._tokens_per_s[bisect_left(self._tokens_per_s, sample.output_tokens_per_s)]

    def metrics(self) -> ModelMetrics:
        """What they show together."""
        failed = (sample.error_code for sample in reversed(self.samples) if sample.failed) if self._failures else ()
        return ModelMetrics(
            calls=self._calls,
            failures=self._failures,
            first_token_p50_s=_median(self._first_token_s),
            first_token_p95_s=_p95(self._first_token_s),
            output_tokens_per_s=_median(self._tokens_per_s),
            last_error_code=next(iter(failed), None),
        )


_NOBODY: Final[Mapping[ModelRef, str]] = MappingProxyType({})

REMEASURE_SHARE = 20
"""A model is measured anew when a twentieth of its samples is new, and after every failure: medians of a full window
hardly move with one call, and what was chosen by them is chosen anew each time."""


class EvidenceBook(Observer):
    """Keeps recent attempts for each model; told by the broadcast, seeded from the journal at start.

    It belongs to the event loop that it is told in, and waits for nothing.
    """

    name = "evidence"

    def __init__(self, *, now_s: Callable[[], float] = time.time) -> None:
        """`now_s`: seconds since the epoch. Each turn asks, and to make a `datetime` takes twenty times as long."""
        self._now_s = now_s
        self._windows: dict[ModelRef, _Window] = {}
        self._metrics: dict[ModelRef, ModelMetrics] = {}
        self._unmeasured: dict[ModelRef, int] = {}
        """Samples that came since a model was measured."""
        self._changed: set[ModelRef] = set()
        self._snapshot = Evidence(resting=_NOBODY)
        self._resting: Callable[[], Mapping[ModelRef, str]] = lambda: _NOBODY
        self._fresh_until_s = math.inf
        """When the oldest sample leaves the window, in seconds since the epoch."""

    def ask_who_rests(self, resting: Callable[[], Mapping[ModelRef, str]]) -> None:
        """Have snapshots say who must not be asked; `resting` gives the same object until something changes."""
        self._resting = resting

    @override
    async def observe(self, events: Sequence[Event]) -> None:
        since = self._window_begins()
        for event in events:
            if type(event) is AttemptEnded:
                tokens = event.usage.output_tokens if event.usage is not None else None
                self._add(event.model, _sample(event, tokens), since=since)

    def seed(self, records: Iterable[CallRecord]) -> None:
        """Take what an earlier process has seen; any order, before or after what this one sees."""
        seen = self._windows
        self._windows = {}
        since = self._window_begins()
        for record in sorted(records, key=lambda kept: kept.at):
            self._add(record.model, _sample(record, record.output_tokens), since=since)
        for ref, window in seen.items():
            earlier = self._windows[ref].samples if ref in self._windows else ()
            self._windows[ref] = _Window(sorted((*earlier, *window.samples), key=lambda sample: sample.at))

    def snapshot(self) -> Evidence:
        """What is known now: frozen, and the same object until something changes."""
        if self._now_s() >= self._fresh_until_s:
            self._forget_before(self._window_begins())
        if self._changed:
            for ref in self._changed:
                self._measure(ref)
            self._changed.clear()
            self._snapshot = replace(self._snapshot, metrics=MappingProxyType(dict(self._metrics)))
            oldest = min((window.samples[0].at for window in self._windows.values()), default=None)
            self._fresh_until_s = math.inf if oldest is None else (oldest + WINDOW).timestamp()
        if (resting := self._resting()) is not self._snapshot.resting:
            self._snapshot = replace(self._snapshot, resting=resting)
        return self._snapshot

    def _window_begins(self) -> datetime:
        return datetime.fromtimestamp(self._now_s(), UTC) - WINDOW

    def _add(self, ref: ModelRef, sample: _Sample, *, since: datetime) -> None:
        if sample.at <= since:
            return
        window = self._windows.get(ref)
        if window is None:
            window = self._windows[ref] = _Window()
        window.add(sample)
        unmeasured = self._unmeasured[ref] = self._unmeasured.get(ref, 0) + 1
        if sample.failed or unmeasured * REMEASURE_SHARE >= len(window.samples):
            self._changed.add(ref)

    def _forget_before(self, moment: datetime) -> None:
        for ref, window in self._windows.items():
            young = [sample for sample in window.samples if sample.at > moment]
            if len(young) < len(window.samples):
                self._windows[ref] = _Window(young)
                self._changed.add(ref)

    def _measure(self, ref: ModelRef) -> None:
        window = self._windows[ref]
        self._unmeasured[ref] = 0
        if window.samples:
            self._metrics[ref] = window.metrics()
        else:
            del self._windows[ref]
            self._metrics.pop(ref, None)


def _sample(attempt: AttemptEnded | CallRecord, output_tokens: int | None) -> _Sample:
    is_call = attempt.error_code not in NOT_THE_MODELS_FAULT
    return _Sample(
        at=attempt.at,
        is_call=is_call,
        failed=is_call and attempt.error_code is not None,
        error_code=attempt.error_code,
        first_token_s=attempt.first_token_s,
        output_tokens_per_s=_throughput(attempt, output_tokens) if attempt.error_code is None else None,
    )


def _throughput(attempt: AttemptEnded | CallRecord, output_tokens: int | None) -> float | None:
    if output_tokens is None or output_tokens < 2 or attempt.duration_s <= 0:
        return None
    writing_s = attempt.duration_s - (attempt.first_token_s or 0.0)
    if attempt.first_token_s is None or writing_s < _SHORTEST_STREAM_S:
        return output_tokens / attempt.duration_s
    return (output_tokens - 1) / writing_s


def _median(ascending: Sequence[float]) -> float | None:
    """As `statistics.median`, which would sort once more."""
    if not ascending:
        return None
    return (ascending[(len(ascending) - 1) // 2] + ascending[len(ascending) // 2]) / 2


def _p95(ascending: Sequence[float]) -> float | None:
    """The nearest-rank 95th percentile: the largest of fewer than twenty values."""
    return ascending[-(-95 * len(ascending) // 100) - 1] if ascending else None
