"""What a request brings that a model cannot take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from segue.domain.chat import ChatRequest, Message, Role
from segue.domain.conversation import is_system
from segue.domain.languages import OTHER_LANGUAGE
from segue.domain.losses import Loss, LossKind
from segue.domain.models import Capability, ModelCard
from segue.domain.values import made_often
from segue.pipeline.request.roles import are_by_turns

_TOOL: Final = Role.TOOL
_TOOLS, _IMAGES, _SYSTEM_ROLE = Capability.TOOLS, Capability.IMAGES, Capability.SYSTEM_ROLE
"""Looked up once: they are asked for on every attempt."""
_FORMS: Final[Mapping[str, tuple[Capability, LossKind]]] = {
    "json_object": (Capability.JSON_OBJECT, LossKind.JSON_OBJECT),
    "json_schema": (Capability.JSON_SCHEMA, LossKind.JSON_SCHEMA),
}


@made_often
@dataclass(frozen=True, slots=True)
class Lacks:
    """Where it is True, the request brings something that the model cannot take as it is."""

    tools: bool
    """Tools to call, or earlier calls of tools."""
    images: bool
    form: bool
    """JSON, or JSON by a schema."""
    system_role: bool
    """System messages."""
    order: bool
    """The roles do not take turns, and its prompt format wants that."""
    language: bool
    """Its maker does not name the language of the conversation."""

    def __bool__(self) -> bool:
        return self.tools or self.images or self.form or self.system_role or self.order or self.language


def lacks_of(request: ChatRequest, card: ModelCard, language: str | None) -> Lacks:
    """What the model cannot take; asked on every attempt, so each thing is looked for only where it could matter."""
    can, messages = card.capabilities, request.messages
    form = _FORMS.get(request.response_format.kind)
    return Lacks(
        tools=_TOOLS not in can and (bool(request.tools) or any(map(_is_of_tools, messages))),
        images=_IMAGES not in can and any(map(_has_pictures, messages)),
        form=form is not None and form[0] not in can,
        system_role=_SYSTEM_ROLE not in can and any(map(is_system, messages)),
        order=card.needs_alternation and not are_by_turns(messages),
        language=card.languages is not None and language not in {None, OTHER_LANGUAGE, *card.languages},
    )


def may_call_tools(request: ChatRequest) -> bool:
    """True when the caller offers tools and does not forbid to call them."""
    return bool(request.tools) and request.tool_choice != "none"


def losses(lacks: Lacks, request: ChatRequest, kept: Sequence[Message], *, language: str | None) -> Iterator[Loss]:
    """What the model is asked without, beside turns that were left out; `kept`: the messages, as they came, that were
    not."""
    if lacks.tools:
        if may_call_tools(request):
            yield Loss(LossKind.TOOLS, len(request.tools))
        if calls := sum(len(m.tool_calls) for m in kept) or sum(m.role is _TOOL for m in kept):
            yield Loss(LossKind.TOOL_CALLS, calls)
    if pictures := sum(len(m.images) for m in kept) if lacks.images else 0:
        yield Loss(LossKind.IMAGES, pictures)
    if lacks.form:
        yield Loss(_FORMS[request.response_format.kind][1])
    if lacks.system_role:
        yield Loss(LossKind.SYSTEM_ROLE)
    if lacks.language:
        yield Loss(LossKind.LANGUAGE, language=language)


def _is_of_tools(message: Message) -> bool:
    return message.role is _TOOL or bool(message.tool_calls)


def _has_pictures(message: Message) -> bool:
    return type(message.content) is tuple and bool(message.images)
