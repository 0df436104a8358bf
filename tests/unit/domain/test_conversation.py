"""How a conversation falls into turns."""

import pytest

from segue.domain.chat import Message, Role, ToolCall
from segue.domain.conversation import TurnPlaces, turns

LETTERS = {"s": Role.SYSTEM, "d": Role.DEVELOPER, "u": Role.USER, "a": Role.ASSISTANT}


def talk(roles: str) -> list[Message]:
    """`u`, `a`, `s` and `d` by their roles; a digit is a result, and behind an `A` stands the digit of its call."""
    messages: list[Message] = []
    letters = iter(roles)
    for letter in letters:
        if letter == "A":
            messages.append(Message(Role.ASSISTANT, tool_calls=(ToolCall(next(letters), "look", "{}"),)))
        elif letter.isdigit():
            messages.append(Message(Role.TOOL, "Waves.", tool_call_id=letter))
        else:
            messages.append(Message(LETTERS[letter], "x"))
    return messages


@pytest.mark.parametrize(
    ("roles", "found"),
    [
        ("", ()),
        ("s", ()),
        ("u", ((0,),)),
        ("suauad", ((1, 2), (3, 4))),
        ("suauau", ((1, 2), (3, 4), (5,))),
        ("auau", ((0,), (1, 2), (3,))),
        ("uusuaa", ((0, 1, 3, 4, 5),)),
        ("uA11au", ((0, 1, 2, 3), (4,))),
        ("uA11auA11", ((0, 1, 2, 3), (4, 5, 6))),
        ("ua3u", ((0, 1, 2), (3,))),
        ("uauA1u1", ((0, 1), (2, 3, 4, 5))),
        ("uA1uA2u1u2", ((0, 1, 2, 3, 4, 5, 6, 7),)),
    ],
)
def test_a_turn_is_what_the_person_said_and_what_followed(roles: str, found: tuple[TurnPlaces, ...]) -> None:
    """A turn begins where the person speaks again; system messages stand outside."""
    assert turns(talk(roles)) == found
