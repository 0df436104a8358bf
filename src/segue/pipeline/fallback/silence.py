"""How long a model may be silent, and what is told of one that was for longer."""

from __future__ import annotations

from segue.domain.choice import Ranked
from segue.domain.models import ModelRef
from segue.errors import Silent
from segue.pipeline.timing.deadline import Waits

LEAST_ANSWERS = 5
"""Answers after which a model's own pace says what silence is for it; before, the settings do."""
SILENCE_TIMES = 3
"""Silence is three times the 95th percentile of a model's first words (design.md §6.6)."""


def slowness(ranked: Ranked, first_token_s: float) -> float:
    """How many times longer than usual this model may be silent: what it takes in its own good days; 1 or more."""
    metrics = ranked.metrics
    if metrics.first_token_p95_s is None or metrics.calls - metrics.failures < LEAST_ANSWERS:
        return 1.0
    return max(1.0, SILENCE_TIMES * metrics.first_token_p95_s / first_token_s)


def silent(model: ModelRef, silent_s: float, waits: Waits | None, *, has_time: bool) -> Silent:
    """No word came within so long. `has_time`: the turn has some left, and it was this model's that was over."""
    limit = "time.first_token_s" if has_time else "time.turn_s` or `routes.NAME.turn_s"
    why = f": it was {waits.value}" if waits is not None else ""
    return Silent(f"No word within {silent_s:.1f} s{why}.", model=model, hint=f"See `{limit}`.")
