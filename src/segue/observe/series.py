"""Counts, spreads and levels by label: plain numbers while events come, metrics only when somebody asks to see them.

The library's own metrics take a lock for each number and go through every bucket: several times what counting takes
here, where the loop that tells of events is the only one that counts. The library
writes the text of a scrape.
"""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Hashable, Iterable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

if TYPE_CHECKING:
    from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily

V = TypeVar("V", bound=Hashable)
Labels: TypeAlias = tuple[str, ...]
"""The values of a series, in the order of its family's labels."""
_TOGETHER = 500
"""Measurements of a series that wait for their buckets, until somebody asks to see them."""


class Bounded(Generic[V]):
    """Lets the first `limit` different values through; every other becomes `other`, so that series cannot pile up."""

    def __init__(self, limit: int, other: V) -> None:
        self._limit = limit
        self._other = other
        self._known: set[V] = set()

    def of(self, value: V) -> V:
        """The value, or `other` where there is no room for it."""
        if value in self._known:
            return value
        if len(self._known) >= self._limit:
            return self._other
        self._known.add(value)
        return value


class Count:
    """Numbers that only grow."""

    def __init__(self, name: str, about: str, labels: Sequence[str]) -> None:
        self._name, self._about, self._labels = name, about, labels
        self._numbers: dict[Labels, float] = {}
        self._began_s: dict[Labels, float] = {}

    def add(self, *values: str, times: float = 1) -> None:
        """Count once, or as often as `times` says, for the series with these values."""
        if times < 0:
            raise ValueError("A count never falls.")
        try:
            self._numbers[values] += times
        except KeyError:
            self._numbers[values], self._began_s[values] = times, time.time()

    def collect(self) -> Iterable[CounterMetricFamily]:
        """The family as it stands now, in the library's form."""
        from prometheus_client.core import CounterMetricFamily

        family = CounterMetricFamily(self._name, self._about, labels=self._labels)
        for values, number in self._numbers.items():
            family.add_metric(_texts(values), number, created=self._began_s[values])
        yield family


class Level:
    """Numbers that stand until another is set."""

    def __init__(self, name: str, about: str, labels: Sequence[str]) -> None:
        self._name, self._about, self._labels = name, about, labels
        self._numbers: dict[Labels, float] = {}

    def set(self, *values: str, to: float) -> None:
        """What the series with these values shows from now on."""
        self._numbers[values] = to

    def collect(self) -> Iterable[GaugeMetricFamily]:
        """The family as it stands now, in the library's form."""
        from prometheus_client.core import GaugeMetricFamily

        family = GaugeMetricFamily(self._name, self._about, labels=self._labels)
        for values, number in self._numbers.items():
            family.add_metric(_texts(values), number)
        yield family


class _Seen:
    """One series of a spread: how many measurements fell into each bucket alone, and their sum; `waiting` are in none
    yet."""

    __slots__ = ("began_s", "in_bucket", "total", "waiting")

    def __init__(self, buckets: int) -> None:
        self.in_bucket = [0] * buckets
        self.waiting: list[float] = []
        self.total = 0.0
        self.began_s = time.time()


class Spread:
    """How measurements spread over buckets; `bounds` are their upper ends, which belong to them, in rising order."""

    def __init__(self, name: str, about: str, bounds: Sequence[float], labels: Sequence[str]) -> None:
        self._name, self._about, self._labels = name, about, labels
        self._bounds = tuple(bounds)
        self._series: dict[Labels, _Seen] = {}

    def add(self, *values: str, measured: float) -> None:
        """Take one measurement for the series with these values."""
        self.add_all(values, (measured,))

    def add_all(self, values: Labels, measured: Sequence[float]) -> None:
        """Take measurements, or none, for the series with these values."""
        if not measured:
            return
        seen = self._series.get(values)
        if seen is None:
            seen = self._series[values] = _Seen(len(self._bounds) + 1)
        seen.waiting += measured
        if len(seen.waiting) >= _TOGETHER:
            self._put(seen)

    def _put(self, seen: _Seen) -> None:
        """Put what waits into its buckets, all at once: a hundred take the time of some five that are put singly."""
        waiting, before = sorted(seen.waiting), 0
        for bucket, bound in enumerate(self._bounds):
            upto = bisect_right(waiting, bound)
            seen.in_bucket[bucket] += upto - before
            before = upto
        seen.in_bucket[-1] += len(waiting) - before
        seen.total += sum(waiting)
        seen.waiting.clear()

    def collect(self) -> Iterable[HistogramMetricFamily]:
        """The family as it stands now, in the library's form, where a bucket counts all below it as well."""
        from prometheus_client.core import HistogramMetricFamily

        family = HistogramMetricFamily(self._name, self._about, labels=self._labels)
        ends = [*(str(float(bound)) for bound in self._bounds), "+Inf"]
        for values, seen in self._series.items():
            self._put(seen)
            texts = _texts(values)
            family.add_metric(texts, list(zip(ends, accumulate(seen.in_bucket), strict=True)), seen.total)
            family.add_sample(f"{self._name}_created", dict(zip(self._labels, texts, strict=True)), seen.began_s)
        yield family


def _texts(values: Labels) -> list[str]:
    """Values of an enumeration are written as what they stand for."""
    return [str(value) for value in values]
