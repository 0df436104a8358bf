"""Readings of the last minutes, all of them, and of the last hours, one a minute."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Final

from segue.machine.readings import Reading

RECENT_S: Final = 300.0
"""How long every reading is kept."""
CLOSEST_S: Final = 0.5
"""Readings closer together than this are not kept: so the bound holds whoever asks however often."""
THINNED_S: Final = 60.0
"""Pause between two readings that are kept longer."""
MOST_THINNED: Final = 720
"""How many of those are kept: half a day."""


class History:
    """A bounded ring. Iterating gives the oldest first."""

    def __init__(self) -> None:
        self._thinned: deque[Reading] = deque(maxlen=MOST_THINNED)
        self._recent: deque[Reading] = deque(maxlen=int(RECENT_S / CLOSEST_S))

    def add(self, reading: Reading) -> None:
        """Keep a reading, newer than all that are kept."""
        if self._recent and reading.at_s - self._recent[-1].at_s < CLOSEST_S:
            return
        self._recent.append(reading)
        while self._recent and reading.at_s - self._recent[0].at_s > RECENT_S:
            self._thin(self._recent.popleft())

    def _thin(self, reading: Reading) -> None:
        if not self._thinned or reading.at_s - self._thinned[-1].at_s >= THINNED_S:
            self._thinned.append(reading)

    def __iter__(self) -> Iterator[Reading]:
        yield from self._thinned
        yield from self._recent

    def recent(self, seconds: float) -> tuple[Reading, ...]:
        """Those of the last seconds, as seen from the newest; RECENT_S at most."""
        if not self._recent:
            return ()
        since_s = self._recent[-1].at_s - seconds
        return tuple(reading for reading in self._recent if reading.at_s >= since_s)
