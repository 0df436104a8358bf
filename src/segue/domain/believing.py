"""Which counts of tokens and bills can be true: what cannot is as good as not told."""

from __future__ import annotations

from typing import Final

from segue.domain.chat import Usage
from segue.domain.money import MOST_OF_A_CALL_USD

MOST_TOKENS: Final = 100_000_000
"""Most tokens that a call can have taken. Our choice: ten times the largest context that any model is said to have."""


def believed(usage: Usage | None) -> Usage | None:
    """What a provider told; None where a number of it is negative, beyond all models, or more than it is a part of."""
    if usage is None:
        return None
    read, written, billed_usd = usage.cached_input_tokens, usage.cache_write_tokens, usage.billed_usd
    if (
        0 <= usage.input_tokens <= MOST_TOKENS
        and 0 <= usage.output_tokens <= MOST_TOKENS
        and 0 <= usage.reasoning_tokens <= MOST_TOKENS
        and read >= 0
        and written >= 0
        and read + written <= usage.input_tokens
        and (billed_usd is None or 0 <= billed_usd <= MOST_OF_A_CALL_USD)
    ):
        return usage
    return None
