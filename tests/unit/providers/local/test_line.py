"""The line in front of a local model: first come, first served, everybody knows the place, sessions keep their slot."""

from __future__ import annotations

import asyncio

from segue.providers.local.line import Line, Ticket


def joined(line: Line, session: str | None = None) -> Ticket:
    """Somebody in line."""
    ticket = line.join(session)
    assert ticket is not None
    return ticket


def test_first_come_is_first_served_and_places_move_up() -> None:
    """Whoever waited longest is next, and everybody behind moves up."""
    line = Line(1, most_waiting=2)
    first, second, third = (joined(line) for _ in range(3))
    assert (first.slot, line.place(second), line.place(third)) == (0, 1, 2)
    line.leave(first)
    assert (second.slot, line.place(third), line.waiting) == (0, 1, 1)


def test_full_line_takes_nobody() -> None:
    """Beyond the most that may wait, nobody is taken; who gives up makes room."""
    line = Line(1, most_waiting=1)
    joined(line)
    waiting = joined(line)
    assert line.join(None) is None
    line.leave(waiting)
    assert line.join(None) is not None


def test_held_line_begins_nobody_and_is_used_only_by_who_is_answered() -> None:
    """While it is held its model gets idle, whoever waits; then all who fit move on."""
    line = Line(2, most_waiting=3)
    answered = joined(line)
    line.hold(True)
    waiting = [joined(line) for _ in range(2)]
    assert (line.is_used, [ticket.slot for ticket in waiting]) == (True, [None, None])
    line.leave(answered)
    assert (line.is_used, [ticket.slot for ticket in waiting]) == (False, [None, None])
    line.hold(False)
    assert (line.is_used, None in [ticket.slot for ticket in waiting]) == (True, False)


def test_session_comes_back_to_its_slot_where_that_is_free() -> None:
    """A session is answered where its words lie; others take slots that nobody has claimed, then the oldest."""
    line = Line(3, most_waiting=0)
    ann, ben = joined(line, "ann"), joined(line, "ben")
    line.leave(ann)
    line.leave(ben)
    assert (ann.slot, ben.slot) == (0, 1)
    stranger = joined(line)
    assert stranger.slot == 2
    assert joined(line, "ben").slot == 1
    assert joined(line, "ann").slot == 0


def test_session_whose_slot_is_taken_gets_another() -> None:
    """Nobody waits for a slot of their own while another is free."""
    line = Line(2, most_waiting=0)
    assert {joined(line, "ann").slot, joined(line, "ann").slot} == {0, 1}


async def test_who_waits_is_told_when_the_line_moves() -> None:
    """A wait ends with the move, not with its time."""
    line = Line(1, most_waiting=1)
    first, second = joined(line), joined(line)
    waiting = asyncio.create_task(second.moved(30))
    await asyncio.sleep(0)
    line.leave(first)
    await waiting
    assert second.slot == 0
