"""Moments as people write them at the command line: a date, a moment, or how long ago."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from segue.errors import RequestError


def moment(text: str | None) -> datetime | None:
    """When a period began; None where nothing was written. Raises RequestError."""
    if text is None:
        return None
    now = datetime.now(UTC)
    if length := re.fullmatch(r"([1-9]\d{0,4})([hdw])", text):
        unit: Callable[[int], timedelta] = {
            "h": lambda n: timedelta(hours=n),
            "d": lambda n: timedelta(days=n),
            "w": lambda n: timedelta(weeks=n),
        }[length[2]]
        return now - unit(int(length[1]))
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        hint = "Write a length as 24h, 7d or 4w, a date as 2026-11-01, or a moment as 2026-11-01T08:00Z."
        raise RequestError(f"'{text}' is no time.", hint=hint) from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
