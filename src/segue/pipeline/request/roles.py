"""Who may say what, where a prompt format is narrower than the conversation: system words, and taking turns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from segue.domain.chat import Message, Role, TextPart
from segue.domain.conversation import is_system
from segue.pipeline.request.stand_ins import OPENING, Content, joined

_BEGIN: Final = "[Instructions, which are not the person's words]"
_END: Final = "[End of the instructions]"
_JOINED: Final = frozenset({Role.USER, Role.ASSISTANT})
"""Results of tools are never joined: each answers a call of its own."""


def with_system_words(messages: Sequence[Message], words: Sequence[str]) -> tuple[Message, ...]:
    """The conversation with further system words, behind those that stand at its beginning.

    They are part of the first message, because several formats take a single system message.
    """
    if not words:
        return tuple(messages)
    text = "\n\n".join(words)
    if messages and is_system(messages[0]):
        return (replace(messages[0], content=joined(messages[0].content, text)), *messages[1:])
    return (Message(Role.SYSTEM, text), *messages)


def without_system_role(messages: Sequence[Message]) -> tuple[Message, ...]:
    """The conversation with all system words within the person's messages, clearly parted from what they said."""
    head = _head(messages)
    rest = messages[len(head) :]
    if head and not (rest and rest[0].role is Role.USER):
        return (Message(Role.USER, _block(head)), *_folded(rest))
    return _folded(messages)


def by_turns(messages: Sequence[Message]) -> tuple[Message, ...]:
    """The conversation as strict formats want it: at most one system message, then the person and the model by turns,
    the person first. Neighbours of one role are joined."""
    head = _head(messages)
    rest = _folded(messages[len(head) :])
    if not rest or rest[0].role is not Role.USER:
        rest = (Message(Role.USER, OPENING), *rest)
    if len(head) > 1:
        head = (replace(head[0], content=_all_of(head)),)
    return (*head, *_without_neighbours(rest))


def are_by_turns(messages: Sequence[Message]) -> bool:
    """True when `by_turns` would change nothing."""
    rest = messages[1:] if messages and is_system(messages[0]) else messages
    return (
        bool(rest)
        and rest[0].role is Role.USER
        and not any(is_system(message) for message in rest)
        and not any(first.role is second.role and first.role in _JOINED for first, second in pairwise(rest))
    )


def _head(messages: Sequence[Message]) -> tuple[Message, ...]:
    """The system messages at the beginning."""
    count = next((place for place, message in enumerate(messages) if not is_system(message)), len(messages))
    return tuple(messages[:count])


def _folded(messages: Sequence[Message]) -> tuple[Message, ...]:
    """System words at the start of the person's message that follows, at the end of their last one where none does."""
    told: list[Message] = []
    waiting: list[Message] = []
    for message in messages:
        if is_system(message):
            waiting.append(message)
            continue
        if waiting and message.role is Role.USER:
            message = replace(message, content=joined(_block(waiting), message.content))  # noqa: PLW2901
            waiting = []
        told.append(message)
    if not waiting:
        return tuple(told)
    last = next((place for place in reversed(range(len(told))) if told[place].role is Role.USER), None)
    if last is None:
        return (*told, Message(Role.USER, _block(waiting)))
    told[last] = replace(told[last], content=joined(told[last].content, _block(waiting)))
    return tuple(told)


def _block(messages: Sequence[Message]) -> Content:
    return joined(joined(_BEGIN, _all_of(messages), between="\n"), _END, between="\n")


def _all_of(messages: Sequence[Message]) -> Content:
    content: Content = None
    for message in messages:
        content = joined(content, message.content)
    return content


def _without_neighbours(messages: Sequence[Message]) -> tuple[Message, ...]:
    told: list[Message] = []
    for message in messages:
        if told and message.role in _JOINED and told[-1].role is message.role:
            told[-1] = _one_of(told[-1], message)
        else:
            told.append(message)
    return tuple(told)


def _one_of(first: Message, second: Message) -> Message:
    """One message of two; where two people speak, their names stand before their words."""
    name = first.name
    if first.name != second.name:
        first, second, name = _signed(first), _signed(second), None
    return Message(first.role, joined(first.content, second.content), name, (*first.tool_calls, *second.tool_calls))


def _signed(message: Message) -> Message:
    if message.name is None or not message.content:
        return message
    sign = f"{message.name}: "
    if isinstance(message.content, str):
        return replace(message, content=f"{sign}{message.content}")
    return replace(message, content=(TextPart(sign), *message.content))
