"""A wait that has an end."""

from __future__ import annotations

import asyncio
from contextlib import suppress


async def until_set(event: asyncio.Event, longest_s: float) -> None:
    """Return when an event is set, or after so long."""
    with suppress(TimeoutError):
        async with asyncio.timeout(longest_s):
            await event.wait()
