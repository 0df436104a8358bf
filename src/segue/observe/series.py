"""Keeps metrics cheap and bounded: label values are resolved once, and there are never more of them than allowed."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from prometheus_client import Counter, Gauge, Histogram

V = TypeVar("V", bound=Hashable)
M = TypeVar("M", "Counter", "Gauge", "Histogram")


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


class Family(Generic[M]):
    """One metric with labels. The library's own look-up costs several times the counting; here it is done once."""

    def __init__(self, metric: M) -> None:
        self._metric: M = metric
        self._children: dict[tuple[str, ...], M] = {}

    def of(self, *values: str) -> M:
        """The series with these label values, in the order of the metric's labels."""
        child = self._children.get(values)
        if child is None:
            child = self._children[values] = self._metric.labels(*values)
        return child
