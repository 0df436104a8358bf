"""A hand-off under way, as whoever asked for it sees it."""

from __future__ import annotations

import asyncio

from typing_extensions import override

from segue.domain.handoffs import Handoff, HandoffRecord, HandoffState
from segue.pipeline.timing.waiting import until_set


class HandoffTicket:
    """Tells how far a hand-off has come. Nobody has to wait on it: it goes on by itself."""

    __slots__ = ("_is_acknowledged", "_is_safe", "is_absent", "is_stored", "record")

    def __init__(self, record: HandoffRecord, *, is_absent: bool = False) -> None:
        self.record = record
        self.is_absent = is_absent
        """True where no receiver is configured: nobody is told."""
        self.is_stored = False
        """True once the journal has it."""
        self._is_acknowledged = asyncio.Event()
        self._is_safe = asyncio.Event()

    @override
    def __repr__(self) -> str:
        return f"HandoffTicket({self.record.handoff.id!r}, {str(self.state)!r})"

    @property
    def handoff(self) -> Handoff:
        """What is handed over."""
        return self.record.handoff

    @property
    def state(self) -> HandoffState:
        """How far it has come. Only ACKNOWLEDGED allows to say that somebody was told."""
        return HandoffState.ABSENT if self.is_absent else self.record.state

    async def acknowledged_within(self, seconds: float) -> bool:
        """Wait, at most so long, until somebody knows of it; False where nobody does by then. 0 does not wait."""
        if seconds > 0 and not self.is_absent:
            await until_set(self._is_acknowledged, seconds)
        return self._is_acknowledged.is_set()

    async def kept_within(self, seconds: float) -> bool:
        """Wait, at most so long, until it outlives this process: the journal has it, or somebody knows of it."""
        if seconds > 0 and not self.is_absent:
            await until_set(self._is_safe, seconds)
        return self._is_safe.is_set()

    @property
    def is_safe(self) -> bool:
        """Whether the end of this process would lose nothing."""
        return self._is_safe.is_set()

    def advance(self, record: HandoffRecord) -> None:
        """Show a newer state; for the desk alone."""
        self.record = record
        if record.state is HandoffState.ACKNOWLEDGED:
            self._is_acknowledged.set()
            self._is_safe.set()

    def stored(self) -> None:
        """The journal has it; for the desk alone."""
        self.is_stored = True
        self._is_safe.set()
