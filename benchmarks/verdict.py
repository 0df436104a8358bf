"""What the figures mean: the processor time ratio that decides the exit status, and the goals that Segue reaches."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from measure import DIRECT, Kind
from rows import Row

RATIO_LIMIT = 6.0
"""Segue's processor time over the bare proxy's, plain and streaming, at every number of clients."""
_JUDGED = "segue"
_COMPARED = "litellm"
"""The peer of which Segue is to be a multiple."""
_CROWD = 64
"""Clients at once, where a rate is asked for."""
_AT_MOST, _AT_LEAST = "≤", "≥"


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
    others: Mapping[str, float]
    """The same figure of the peers in this run, by name; those that have none are left out."""


Figure = Callable[[str], float | None]
"""From a target's name to its figure; None where it was not measured."""


def ratios_of(rows: Sequence[Row]) -> Ratios:
    """Segue against the floor."""

    def worst(kind: Kind) -> float | None:
        return _worst(row.cpu_ratio for row in rows if row.target == _JUDGED and row.kind == kind)

    return Ratios(worst("plain"), worst("stream"))


def goals_of(rows: Sequence[Row], memory: Mapping[str, Memory]) -> list[Goal]:
    """The goals that this run can speak about; where a figure has several rows, the worst counts."""

    def of(target: str, kind: Kind, clients: int | None = None) -> list[Row]:
        return [row for row in rows if (row.target, row.kind) == (target, kind) and clients in (None, row.clients)]

    def rate(target: str) -> float | None:
        return next((row.per_second for row in of(target, "plain", _CROWD)), None)

    def work(target: str) -> float | None:
        return _worst(row.cpu_ms for row in of(target, "plain", _CROWD))

    def after_mb(target: str) -> float | None:
        return memory[target].after_mb if target in memory else None

    goals = (
        ("added time, one client, not streaming (median ms)", _AT_MOST, 1.0,
         lambda target: _worst(row.added_p50_ms for row in of(target, "plain", 1))),
        ("requests a second, 64 clients, one core", _AT_LEAST, 1200.0, rate),
        ("the same, as a multiple of LiteLLM's", _AT_LEAST, 20.0, lambda target: _over(rate(target), rate(_COMPARED))),
        ("LiteLLM's processor time of a whole answer, 64 clients, over its own", _AT_LEAST, 20.0,
         lambda target: _over(work(_COMPARED), work(target))),
        ("processor time of a 50-chunk stream in a burst (ms)", _AT_MOST, 3.0,
         lambda target: _worst(row.cpu_ms for row in of(target, "stream"))),
        ("added time to first text after the hold-back is filled (ms)", _AT_MOST, 3.0,
         lambda target: _worst(row.added_after_hold_ms for row in of(target, "paced"))),
        ("memory after the load (MB)", _AT_MOST, 100.0, after_mb),
        ("added time with the classifier, one client, a message of one line (median ms)", _AT_MOST, 5.0,
         lambda target: _worst(row.added_p50_ms for row in of(f"{target}-classifier", "short", 1))),
        ("requests a second with the classifier on every turn, 64 clients, one core", _AT_LEAST, 200.0,
         lambda target: rate(f"{target}-classifier")),
        ("memory after the load with the classifier (MB)", _AT_MOST, 240.0,
         lambda target: after_mb(f"{target}-classifier")),
    )  # fmt: skip
    names = [name for name in dict.fromkeys(row.target for row in rows) if name not in (DIRECT, _JUDGED)]
    judged = (judge(*goal, names) for goal in goals)
    return [goal for goal in judged if goal is not None]


def judge(what: str, sign: str, limit: float, figure: Figure, others: Sequence[str]) -> Goal | None:
    """Whether Segue's figure is within the limit, with the others' beside it; None where it was not measured."""
    measured = figure(_JUDGED)
    if measured is None:
        return None
    reached = measured <= limit if sign == _AT_MOST else measured >= limit
    beside = {name: value for name in others if (value := figure(name)) is not None}
    return Goal(what, f"{sign} {limit:g}", measured, reached, beside)


def _worst(values: Iterable[float | None]) -> float | None:
    return max((value for value in values if value is not None), default=None)


def _over(value: float | None, base: float | None) -> float | None:
    return value / base if value is not None and base else None
