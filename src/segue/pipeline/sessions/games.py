"""Which sessions are in a game: the caller said so, in this turn or an earlier one."""

from __future__ import annotations

from collections import OrderedDict

from segue.domain.therapy import Mode


class Games:
    """Remembers them in this process alone: after a restart, or by another replica, a caller says it again."""

    def __init__(self, *, sessions: int) -> None:
        """`sessions`: how many are remembered at most; those that began longest ago are forgotten first."""
        self._sessions = sessions
        self._begun: OrderedDict[str, None] = OrderedDict()

    def is_in_game(self, session: str | None, mode: Mode | None) -> bool:
        """Whether a turn that comes with this `mode` is in a game; another mode than `game` ends the session's."""
        if session is None or mode is None:
            return mode is Mode.GAME or (session is not None and session in self._begun)
        self._begun.pop(session, None)
        if mode is not Mode.GAME:
            return False
        self._begun[session] = None
        while len(self._begun) > self._sessions:
            self._begun.popitem(last=False)
        return True
