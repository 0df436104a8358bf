"""How long something takes where nobody disturbs it."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable


async def least_s(act: Callable[[], Awaitable[object]], *, enough_s: float, tries: int = 5) -> float:
    """The shortest time of some tries; the first that took less than `enough_s` is the last.

    A busy machine delays one or the other; what really waits is late each time.
    """
    took_s: list[float] = []
    while len(took_s) < tries and (not took_s or took_s[-1] >= enough_s):
        began_s = time.monotonic()
        await act()
        took_s.append(time.monotonic() - began_s)
    return min(took_s)
