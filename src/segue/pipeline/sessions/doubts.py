"""Sessions that could not be read in time: nobody knows whether their person was in danger before.

Only where a limit stands in the way does that matter, so only then is a session looked for once more, and for longer:
a new id that the store has never seen is no danger. Where it cannot be read all the same, one turn of it a minute
passes, of so many sessions at most; what comes beyond them is answered with written words, and asks no model.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from segue.domain.risk import RiskStage
from segue.domain.sessions import SessionRecord
from segue.errors import StorageError
from segue.pipeline.sessions.sessions import SessionBook

LOOK_TIMES: Final = 40
"""How many times longer than for a write the store is waited for: 2 s by default. The turn would be refused else."""
GRANTED_S: Final = 60.0
"""How long it is remembered that a turn passed: the length of the limits."""
MOST_GRANTED: Final = 60
"""Turns of unknown sessions that pass within that time, with all limits reached: a model is asked for them."""
IN_CARE: Final = frozenset({RiskStage.SCREEN, RiskStage.SAFETY, RiskStage.FOLLOW_UP})


class Doubts:
    """Looks once more, and remembers whom it gave the benefit of the doubt. One object serves all turns."""

    def __init__(
        self, sessions: SessionBook, *, deadline_s: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`deadline_s`: of a write to the store."""
        self._sessions = sessions
        self._look_s = LOOK_TIMES * deadline_s
        self._clock = clock
        self._granted: OrderedDict[str, tuple[str, float]] = OrderedDict()
        """The turn that passed last of each session, and when; the oldest first."""

    async def danger_of(self, session: SessionRecord | None) -> bool | None:
        """Whether a session's person was in danger before, by what is kept; None where that cannot be read."""
        if session is None or session.is_read:
            return session is not None and session.risk.stage in IN_CARE
        try:
            async with asyncio.timeout(self._look_s):
                known = await self._sessions.known(session.session, now=datetime.now(UTC))
        except (TimeoutError, StorageError):
            return None
        return known is not None and known.risk.stage in IN_CARE

    def grants(self, session: str, turn_id: str) -> bool:
        """Whether a turn passes of whose session nobody knows."""
        now_s = self._clock()
        while self._granted and next(iter(self._granted.values()))[1] + GRANTED_S <= now_s:
            self._granted.popitem(last=False)
        if (before := self._granted.get(session)) is not None:
            return before[0] == turn_id
        if len(self._granted) >= MOST_GRANTED:
            return False
        self._granted[session] = turn_id, now_s
        return True
