"""How a conversation falls into turns, which are kept or left out whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from segue.domain.chat import DEVELOPER, SYSTEM, TOOL, USER, Message

TurnPlaces: TypeAlias = tuple[int, ...]
"""Where the messages of one turn stand in the conversation, in order."""


def is_system(message: Message) -> bool:
    """True for the words of whoever runs the conversation: system and developer messages."""
    return message.role is SYSTEM or message.role is DEVELOPER


def turns(messages: Sequence[Message]) -> tuple[TurnPlaces, ...]:
    """The turns, oldest first: what the person said until the model spoke, and what followed until they spoke again.

    What stands before the person's first words is a turn of its own. System messages belong to none. A tool's result
    is always in the turn of its call: where the person spoke in between, both turns are one.
    """
    found: list[list[int]] = []
    turn_of_call: dict[str, int] = {}
    was_user = False
    for place, message in enumerate(messages):
        role = message.role
        if role is SYSTEM or role is DEVELOPER:
            continue
        is_user = role is USER
        if not found or (is_user and not was_user):
            found.append([place])
        else:
            if role is TOOL:
                found, turn_of_call = _with_call(found, turn_of_call, message.tool_call_id or "")
            found[-1].append(place)
        was_user = is_user
        if message.tool_calls:
            turn_of_call.update((call.id, len(found) - 1) for call in message.tool_calls)
    return tuple(map(tuple, found))


def _with_call(
    found: list[list[int]], turn_of_call: dict[str, int], call: str
) -> tuple[list[list[int]], dict[str, int]]:
    """The same, with one turn of all since that of a call."""
    first = turn_of_call.get(call, len(found) - 1)
    if first == len(found) - 1:
        return found, turn_of_call
    joined = [place for turn in found[first:] for place in turn]
    return [*found[:first], joined], {call: min(turn, first) for call, turn in turn_of_call.items()}
