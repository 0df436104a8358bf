"""Who may be answered now, and who waits: first come, first served, a session at the place where it was before.

A place is one of llama.cpp's slots, which keeps what it read last: a session that comes back to its own reads only what
is new.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Ticket:
    """Somebody who wants an answer."""

    session: str | None
    slot: int | None = None
    """Where it is answered; None while it waits."""
    _moved: asyncio.Event = field(default_factory=asyncio.Event)

    async def moved(self, longest_s: float) -> None:
        """Return when the line moved, or after so long."""
        self._moved.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(longest_s):
                await self._moved.wait()

    def move(self) -> None:
        """The line moved."""
        self._moved.set()


class Line:
    """At most `places` are answered at once, and `most_waiting` wait."""

    def __init__(self, places: int, *, most_waiting: int) -> None:
        self.most_waiting = most_waiting
        self._waiting: deque[Ticket] = deque()
        self._places = places
        self._free = list(range(places))
        """Slots that nobody is answered at, the one that was left first at the beginning."""
        self._last: dict[int, str] = {}
        """Whose words each slot holds."""
        self._is_held = False

    @property
    def is_used(self) -> bool:
        """Whether anybody is answered, or waits and will be: not while it is held."""
        return bool(self._waiting and not self._is_held) or len(self._free) < self._places

    @property
    def waiting(self) -> int:
        """How many wait."""
        return len(self._waiting)

    def join(self, session: str | None) -> Ticket | None:
        """Stand in line, or be answered at once; None: it is too long. Whoever joins leaves."""
        ticket = Ticket(session)
        if not self._waiting and self._free and not self._is_held:
            self._give_slot(ticket)
        elif len(self._waiting) >= self.most_waiting:
            return None
        else:
            self._waiting.append(ticket)
        return ticket

    def place(self, ticket: Ticket) -> int:
        """Where somebody who waits stands: 1 is next."""
        return self._waiting.index(ticket) + 1

    def leave(self, ticket: Ticket) -> None:
        """It was answered, or gave up; the next one moves on."""
        if ticket.slot is None:
            self._waiting.remove(ticket)
        else:
            self._free.append(ticket.slot)
        self._move_up()

    def hold(self, is_held: bool) -> None:
        """True: nobody moves on to be answered, so that the model gets idle; False: they do again."""
        self._is_held = is_held
        self._move_up()

    def forget(self) -> None:
        """No slot holds anybody's words any more: the worker ended."""
        self._last.clear()

    def _move_up(self) -> None:
        while self._waiting and self._free and not self._is_held:
            self._give_slot(self._waiting.popleft())
        for other in self._waiting:
            other.move()

    def _give_slot(self, ticket: Ticket) -> None:
        own = (slot for slot in self._free if ticket.session is not None and self._last.get(slot) == ticket.session)
        unclaimed = (slot for slot in self._free if slot not in self._last)
        slot = next(own, None)
        if slot is None:
            slot = next(unclaimed, self._free[0])
        self._free.remove(slot)
        self._last.pop(slot, None)
        if ticket.session is not None:
            self._last[slot] = ticket.session
        ticket.slot = slot
        ticket.move()
