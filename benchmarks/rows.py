"""From the samples of all rounds to one row a target and load: medians, and what a gateway adds to the upstream."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

import talk
from measure import DIRECT, KINDS, Cell, Kind, Sample

FLOOR = "bare"
"""The peer that the others' processor time is compared with."""
HOLDING = frozenset({"segue"})
"""Those that read past words before they let them through; what the others wait before the first text is their own."""
_SLACK_S = 0.001
"""How much earlier than the upstream's own first text a peer's may seem, by noise."""


@dataclass(frozen=True, slots=True)
class Row:
    """Medians over the rounds for one target and load. What cannot be said is None."""

    target: str
    kind: Kind
    clients: int
    answers: int
    per_second: float
    p50_ms: float
    p95_ms: float
    added_p50_ms: float | None
    added_p95_ms: float | None
    cpu_ms: float | None
    cpu_ratio: float | None
    """Processor time over the bare proxy's in the same round."""
    first_text_ms: float | None
    added_first_text_ms: float | None
    held_chunks: int | None
    """Paced streams, of those that hold back: how many of the upstream's chunks had to follow the first before the
    first text was released."""
    added_after_hold_ms: float | None
    """Paced streams: from the chunk that filled the hold-back (the first, where none is held) to the first text."""
    core_others: float | None
    errors: int


Round = Mapping[tuple[str, Cell], Sample]
"""A round's samples by target and load."""


def rows_of(rounds: Sequence[Round]) -> list[Row]:
    """One row for every target and load: sorted by load, then in the order of the first round."""
    names = list(dict.fromkeys(name for name, _ in rounds[0]))
    keys = sorted(rounds[0], key=lambda key: (KINDS.index(key[1].kind), key[1].clients, names.index(key[0])))
    return [_row(target, cell, rounds) for target, cell in keys]


def _row(target: str, cell: Cell, rounds: Sequence[Round]) -> Row:
    def of(value: Callable[[Sample], float]) -> list[float]:
        return [value(each[target, cell]) for each in rounds]

    def beyond(value: Callable[[Sample], float]) -> list[float]:
        if target == DIRECT:
            return []
        return [value(each[target, cell]) - value(each[DIRECT, cell]) for each in rounds]

    waits = beyond(lambda sample: sample.first_text_s)
    held = _held(_middle(waits)) if cell.kind == "paced" and target in HOLDING else None
    return Row(
        target=target,
        kind=cell.kind,
        clients=cell.clients,
        answers=sum(each[target, cell].answers for each in rounds),
        per_second=_known(of(lambda sample: sample.per_second)),
        p50_ms=1000 * _known(of(lambda sample: sample.p50_s)),
        p95_ms=1000 * _known(of(lambda sample: sample.p95_s)),
        added_p50_ms=_ms(beyond(lambda sample: sample.p50_s)),
        added_p95_ms=_ms(beyond(lambda sample: sample.p95_s)),
        cpu_ms=_ms(of(lambda sample: sample.cpu_s)),
        cpu_ratio=_middle(_ratios(target, cell, rounds)),
        first_text_ms=_ms(of(lambda sample: sample.first_text_s)),
        added_first_text_ms=_ms(waits),
        held_chunks=held,
        added_after_hold_ms=_ms([wait - (held or 0) * talk.PERIOD_S for wait in waits]),
        core_others=_middle(of(lambda sample: sample.core_others)),
        errors=sum(len(each[target, cell].errors) for each in rounds),
    )


def _ratios(target: str, cell: Cell, rounds: Sequence[Round]) -> list[float]:
    if target in (DIRECT, FLOOR):
        return []
    floors = [each.get((FLOOR, cell)) for each in rounds]
    pairs = zip(rounds, floors, strict=True)
    return [each[target, cell].cpu_s / floor.cpu_s for each, floor in pairs if floor is not None]


def _held(wait_s: float | None) -> int | None:
    """Whole periods in the wait for the first text: the text came after the chunk that many behind the first."""
    return None if wait_s is None else max(0, math.floor((wait_s + _SLACK_S) / talk.PERIOD_S))


def _middle(values: Sequence[float]) -> float | None:
    """The median of the values that are numbers; None without any."""
    numbers = [value for value in values if not math.isnan(value)]
    return median(numbers) if numbers else None


def _known(values: Sequence[float]) -> float:
    middle = _middle(values)
    return math.nan if middle is None else middle


def _ms(seconds: Sequence[float]) -> float | None:
    middle = _middle(seconds)
    return None if middle is None else 1000 * middle
