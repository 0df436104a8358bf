"""Tells turns that are under way that another turn of their session began, or renewed, its safety protocol.

A model may be telling a story to somebody who writes, in another request, that they are about to die. Whoever runs a
turn looks at its alarm before each piece that is shown: one attribute, however the news came.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final


class Alarm:
    """Of one turn."""

    __slots__ = ("is_raised",)

    def __init__(self) -> None:
        self.is_raised = False
        """True once its session is in danger that the turn itself may not know of; it stays so."""


NO_ALARM: Final = Alarm()
"""Of a turn without a session: nobody raises it."""


class Alarms:
    """Those of all turns with a session that this process runs."""

    def __init__(self) -> None:
        self._under_way: dict[str, list[Alarm]] = {}

    @property
    def sessions(self) -> Collection[str]:
        """Sessions that have a turn under way."""
        return self._under_way.keys()

    def begin(self, session: str) -> Alarm:
        """A turn of the session begins; every `begin` needs its `end`."""
        alarm = Alarm()
        self._under_way.setdefault(session, []).append(alarm)
        return alarm

    def end(self, session: str, alarm: Alarm) -> None:
        """That turn is over."""
        turns = self._under_way[session]
        turns.remove(alarm)
        if not turns:
            del self._under_way[session]

    def ring(self, session: str) -> None:
        """The session is in danger: every turn of it that is under way hears of it."""
        for alarm in self._under_way.get(session, ()):
            alarm.is_raised = True
