"""Faults by lot: seeded, so that the same story meets the same faults whatever happens at the same time."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from typing import Final

from tests.support.fault_server import Dice, Voice
from tests.support.faults import (
    Fault,
    closed,
    cut,
    done_too_early,
    error_within,
    finish_error,
    limited,
    malformed,
    refused,
    reset,
    reset_within,
    silent,
    stall,
    unfinished,
    well,
    without_done,
)

WITHIN: Final[tuple[Callable[[int], Fault], ...]] = (
    cut,
    reset_within,
    malformed,
    unfinished,
    done_too_early,
    error_within,
    finish_error,
)
"""Faults at a place in the answer."""
BEFORE: Final[tuple[Fault, ...]] = (limited(ms="20"), limited(), refused(500), refused(503), reset, closed)
"""Faults before an answer."""
SHARES: Final = {"well": 42, "within": 35, "before": 22, "waits": 1}
"""In a hundred answers; what waits costs a client time."""


def lot(model: str, *, seed: int) -> Dice:
    """What happens to a model's answers."""

    def drawn(number: int, nth: int) -> Fault:
        dice = random.Random(f"{seed} {model} {number} {nth}")
        at = dice.randrange(4_000)  # beyond the end of most answers as well
        match dice.choices(list(SHARES), list(SHARES.values()))[0]:
            case "within":
                return dice.choice(WITHIN)(at)
            case "before":
                return dice.choice(BEFORE)
            case "waits":
                return dice.choice((silent, stall(at)))
            case _:
                return dice.choice((well, without_done))

    return drawn


def ensemble(*, seed: int) -> dict[str, Voice]:
    """Three models that things happen to, each with a way of its own to go on, and two that are always well: on a
    machine that does much else one of them may seem silent."""
    return {
        "first": Voice(dice=lot("first", seed=seed), chunk_chars=170),
        "second": Voice(dice=lot("second", seed=seed), chunk_chars=170, manner="repeats_sentence"),
        "third": Voice(dice=lot("third", seed=seed), chunk_chars=170, manner="starts_over", rejects_prefill=True),
        "steady": Voice(chunk_chars=170, manner="repeats_words"),
        "calm": Voice(chunk_chars=170),
    }


CARDS: Final[Mapping[str, Mapping[str, object]]] = {
    "first": {"capabilities": ["prefill"]},
    "third": {"capabilities": ["prefill"]},
}
"""What a configuration says of them: the third claims what it rejects."""
