"""What the figures mean: the processor time ratio that decides the exit status, and the goals that Segue reaches."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from measure import Kind
from rows import Row

RATIO_LIMIT = 6.0
"""Segue's processor time over the bare proxy's, plain and streaming, at every number of clients."""
_JUDGED = "segue"


@dataclass(frozen=True, slots=True)
class Ratios:
    """The worst ratio over all numbers of clients; None where it was not measured."""

    plain: float | None
    stream: float | None

    @property
    def within_limit(self) -> bool:
        """Whether no measured ratio is over the limit."""
        return all(ratio is None or ratio <= RATIO_LIMIT for ratio in (self.plain, self.stream))

    def line(self) -> str:
        """The last line that the benchmark prints."""
        plain, stream = (f"{ratio:.1f}" if ratio is not None else "not measured" for ratio in (self.plain, self.stream))
        return f"processor time ratio: plain {plain}, stream {stream} (limit {RATIO_LIMIT:g})"


@dataclass(frozen=True, slots=True)
class Memory:
    """Resident memory of a peer's process tree, idle before the load and after all of it."""

    target: str
    before_mb: float
    after_mb: float


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure that Segue is meant to reach. It informs; only the ratio and errors decide the exit status."""

    what: str
    wanted: str
    measured: float
    reached: bool


def ratios_of(rows: Sequence[Row]) -> Ratios:
    """Segue against the floor."""

    def worst(kind: Kind) -> float | None:
        return max((row.cpu_ratio for row in _of(rows, kind) if row.cpu_ratio is not None), default=None)

    return Ratios(worst("plain"), worst("stream"))


def goals_of(rows: Sequence[Row], memory: Mapping[str, Memory]) -> list[Goal]:
    """The goals that this run can speak about, the worst row counting."""
    alone = [row.added_p50_ms for row in _of(rows, "plain") if row.clients == 1 and row.added_p50_ms is not None]
    crowd = [row.per_second for row in _of(rows, "plain") if row.clients == 64]
    streams = [row.cpu_ms for row in _of(rows, "stream") if row.cpu_ms is not None]
    first = [row.added_after_hold_ms for row in _of(rows, "paced") if row.added_after_hold_ms is not None]
    after = [memory[_JUDGED].after_mb] if _JUDGED in memory else []
    goals = [
        _at_most("added time, one client, not streaming (median ms)", alone, 1.0),
        _at_least("requests a second, 64 clients, one core", crowd, 1200.0),
        _at_most("processor time of a 50-chunk stream in a burst (ms)", streams, 3.0),
        _at_most("added time to first text after the hold-back is filled (ms)", first, 3.0),
        _at_most("memory after the load (MB)", after, 100.0),
    ]
    return [goal for goal in goals if goal is not None]


def _of(rows: Sequence[Row], kind: Kind) -> list[Row]:
    return [row for row in rows if row.target == _JUDGED and row.kind == kind]


def _at_most(what: str, values: Sequence[float], limit: float) -> Goal | None:
    return Goal(what, f"≤ {limit:g}", max(values), max(values) <= limit) if values else None


def _at_least(what: str, values: Sequence[float], limit: float) -> Goal | None:
    return Goal(what, f"≥ {limit:g}", min(values), min(values) >= limit) if values else None
