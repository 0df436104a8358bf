"""A conversation is made to fit the model that is asked, and what it had to do without is told. Pure.

Always start from the turn's own request: one that was fitted for a smaller model has lost what the next could take.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from segue.domain.chat import ChatRequest, Message, ResponseFormat, Role
from segue.domain.conversation import TurnPlaces, turns
from segue.domain.losses import Loss, LossKind
from segue.domain.models import Capability, ModelCard
from segue.domain.values import made_often
from segue.errors import PromptTooLong
from segue.pipeline.request.lacks import Lacks, lacks_of, losses, may_call_tools
from segue.pipeline.request.roles import by_turns, with_system_words, without_system_role
from segue.pipeline.request.stand_ins import (
    GO_ON,
    NO_TOOLS,
    format_words,
    language_words,
    persona_words,
    without_pictures,
    without_tool_calls,
)
from segue.selection.tokens import frame_tokens, message_tokens

Count: TypeAlias = Callable[[Message], float]
"""Tokens of one message. The usual one stands above what most tokenizers make of it, which is the margin."""


class Resuming(StrEnum):
    """How a model is told to go on with words of an answer that somebody else began."""

    PREFILL = "prefill"
    """They are the beginning of its own message, which it finishes."""
    ASKED = "asked"
    """They are its last message, and it is asked to go on."""


@made_often
@dataclass(frozen=True, slots=True)
class Fitted:
    """What a model is asked, and what it is asked without."""

    request: ChatRequest
    """The very request that came in, where nothing had to change."""
    lost: tuple[Loss, ...] = ()


def fitted(
    request: ChatRequest,
    card: ModelCard,
    *,
    output_tokens: int,
    language: str | None = None,
    said: str = "",
    how: Resuming | None = None,
    input_tokens: int | None = None,
    count: Count = message_tokens,
) -> Fitted:
    """The request as this model can take it. System words, persona, the newest turn and `said` are in it whole.

    `output_tokens`: room for the answer. `language`: of the conversation, ISO 639-1; None where it could not be told.
    `said`: words of this answer that were shown already; they end the conversation, as `how` says: None is PREFILL for
    a model that lists it, else ASKED. `input_tokens`: the whole request, as analysis counted it, which saves counting.

    Raises PromptTooLong when even the newest turn is too long for it, and ValueError when a tool must be called and it
    has none: `plan.able` and `plan.adaptable` never give such a model.
    """
    room_tokens = _room_tokens(card, output_tokens)
    lacks = lacks_of(request, card, language)
    is_plain = not (lacks or request.persona or said)
    if is_plain and (room_tokens is None or (input_tokens or _tokens(request, count)) <= room_tokens):
        return Fitted(request)
    system_words = tuple(_system_words(request, lacks, language))
    if system_words and Capability.SYSTEM_ROLE not in card.capabilities:
        lacks = replace(lacks, system_role=True)
    draft = _Draft(
        _in_its_words(request, card, lacks),
        card,
        system_words,
        turns(request.messages)[:-1],
        said,
        how or (Resuming.PREFILL if Capability.PREFILL in card.capabilities else Resuming.ASKED),
    )
    if (found := _shortened(draft, room_tokens, count)) is None:
        raise PromptTooLong(
            f"Its context of {card.context_tokens} tokens is too short for the system words, the newest turn and an"
            f" answer of {output_tokens}.",
            model=card.ref,
            hint="Ask for fewer max_tokens, or for a model with a longer context.",
        )
    made, dropped = found
    lost = [Loss(LossKind.TURNS, dropped, context_tokens=card.context_tokens)] if dropped else []
    lost += losses(lacks, request, draft.kept(request.messages, dropped), language=language)
    return Fitted(request if made == request else made, tuple(lost))


@dataclass(frozen=True, slots=True)
class _Draft:
    """A request in words that the model knows, whose messages are still those of the conversation, one for one."""

    request: ChatRequest
    card: ModelCard
    system_words: tuple[str, ...]
    """What is added to them."""
    older: tuple[TurnPlaces, ...]
    """The turns that may be left out, oldest first."""
    said: str
    how: Resuming

    def kept(self, messages: Sequence[Message], dropped: int) -> list[Message]:
        """Those of the messages that are left without so many of the oldest turns."""
        out = {place for turn in self.older[:dropped] for place in turn}
        return [message for place, message in enumerate(messages) if place not in out]

    def without(self, dropped: int) -> ChatRequest:
        """The request as it is sent, without so many of the oldest turns."""
        messages = with_system_words(self.kept(self.request.messages, dropped), self.system_words)
        if Capability.SYSTEM_ROLE not in self.card.capabilities:
            messages = without_system_role(messages)
        if self.said:
            messages = _resumed(messages, self.said, self.how)
        if self.card.needs_alternation:
            messages = by_turns(messages)
        return replace(self.request, messages=messages)


def _shortened(draft: _Draft, room_tokens: int | None, count: Count) -> tuple[ChatRequest, int] | None:
    """The request without as many of the oldest turns as it takes, and how many; None when all of them are not enough.

    What a turn takes in the end is known only after roles were joined, so it is counted again after each cut.
    """
    dropped = 0
    while True:
        made = draft.without(dropped)
        if room_tokens is None:
            return made, dropped
        over_tokens: float = _tokens(made, count) - room_tokens
        if over_tokens <= 0:
            return made, dropped
        if dropped == len(draft.older):
            return None
        while over_tokens > 0 and dropped < len(draft.older):
            over_tokens -= sum(count(draft.request.messages[place]) for place in draft.older[dropped])
            dropped += 1


def _room_tokens(card: ModelCard, output_tokens: int) -> int | None:
    """What the input may take; None where the context is not known."""
    if card.context_tokens is None:
        return None
    # Its provider asks for no more than the model can give, whatever the request says.
    return card.context_tokens - min(output_tokens, card.max_output_tokens or output_tokens)


def _tokens(request: ChatRequest, count: Count) -> int:
    messages = sum(count(message) for message in request.messages)
    return int(frame_tokens(request.tools, request.response_format) + messages) + 1


def _in_its_words(request: ChatRequest, card: ModelCard, lacks: Lacks) -> ChatRequest:
    """The request with plain words in place of what the model cannot take."""
    messages, form = request.messages, request.response_format
    if lacks.tools and request.tool_choice not in {None, "auto", "none"}:
        raise ValueError(f"A tool must be called, and {card.ref} has none.")
    if lacks.tools:
        messages = without_tool_calls(messages)
        request = replace(request, tools=(), tool_choice=None, parallel_tool_calls=None)
    if lacks.images:
        messages = without_pictures(messages)
    if lacks.form:
        takes_json = form.kind == "json_schema" and Capability.JSON_OBJECT in card.capabilities
        form = ResponseFormat("json_object" if takes_json else "text")
    return replace(request, messages=messages, response_format=form, persona=None)


def _system_words(request: ChatRequest, lacks: Lacks, language: str | None) -> Iterator[str]:
    """What is added to the system words, who speaks first."""
    if request.persona:
        yield persona_words(request.persona)
    if lacks.tools and may_call_tools(request):
        yield NO_TOOLS
    if lacks.form:
        yield format_words(request.response_format)
    if lacks.language and language is not None:
        words = language_words(language)
        if not any(words in message.text for message in request.messages):
            yield words


def _resumed(messages: tuple[Message, ...], said: str, how: Resuming) -> tuple[Message, ...]:
    """The conversation with the words that were shown of its answer."""
    last = messages[-1] if messages else None
    if last is not None and last.role is Role.ASSISTANT and isinstance(last.content, str) and not last.tool_calls:
        messages = (*messages[:-1], replace(last, content=last.content + said))  # the caller had begun the answer
    else:
        messages = (*messages, Message(Role.ASSISTANT, said))
    return messages if how is Resuming.PREFILL else (*messages, Message(Role.USER, GO_ON))
