"""What was spent, by whom and on what: one row of a report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SpendBy(StrEnum):
    """What the rows of a report are."""

    PROVIDER = "provider"
    MODEL = "model"
    CALLER = "caller"
    TAG = "tag"
    SESSION = "session"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Spent:
    """What one provider, model, caller, tag, session or day (UTC) took."""

    name: str
    """Empty for calls that have none: that nobody asked for, or without a session or tag."""
    calls: int
    """Models that were asked, failed ones and those that were left included."""
    failed: int
    input_tokens: int
    output_tokens: int
    cached_input_tokens: int
    cache_write_tokens: int
    """Of the input tokens those that were put into a provider's cache."""
    cost_micro_usd: int
    unpriced: int
    """Calls whose price nobody knows; they are not in what it cost."""


def summed(rows: list[Spent], *, name: str) -> Spent:
    """Several rows as one."""
    return Spent(
        name,
        *(
            sum(getattr(row, field) for row in rows)
            for field in (
                *("calls", "failed", "input_tokens", "output_tokens", "cached_input_tokens"),
                *("cache_write_tokens", "cost_micro_usd", "unpriced"),
            )
        ),
    )
