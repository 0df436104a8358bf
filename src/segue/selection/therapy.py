"""What is known of the talk that a turn belongs to, told by rules from its newest words. Pure; in some 30 µs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice
from typing import Final

from segue.domain.chat import ChatRequest, Role
from segue.domain.risk import RiskStage
from segue.domain.therapy import Alliance, SessionPhase, Theme, TherapeuticContext
from segue.selection.analysis import PERSON_CHARS, words_of
from segue.selection.talk_cues import Tag, tags_in

OPENING_TURNS: Final = 3
"""Turns of a person that count as the opening of a talk: chosen by hand."""
SHORT_WORDS: Final = 2
SHORT_MESSAGES: Final = 3
"""So many messages in a row of so few words are a sign that somebody is no longer in the talk."""
_AFTER_CRISIS: Final = frozenset({RiskStage.SAFETY, RiskStage.FOLLOW_UP})


def context_of(
    request: ChatRequest, *, turns: int | None = None, stage: RiskStage = RiskStage.OBSERVE
) -> TherapeuticContext:
    """The context of a turn. `turns`: those before it in its session; None counts what the request brings."""
    newest = words_of(request.last_user_text[-PERSON_CHARS:])
    tags = tags_in(newest)
    if _is_short_of_words(request):
        tags |= {Alliance.DISENGAGED}
    return TherapeuticContext(
        _phase(request, tags, turns, stage),
        tuple([theme for theme in Theme if theme in tags]) if tags else (),
        tuple([sign for sign in Alliance if sign in tags]) if tags else (),
        request.mode,
    )


def _phase(request: ChatRequest, tags: Collection[Tag], turns: int | None, stage: RiskStage) -> SessionPhase:
    if stage in _AFTER_CRISIS:
        return SessionPhase.AFTER_CRISIS
    if SessionPhase.CLOSING in tags:
        return SessionPhase.CLOSING
    before = turns if turns is not None else len(_texts(request, OPENING_TURNS + 1)) - 1
    return SessionPhase.OPENING if before < OPENING_TURNS else SessionPhase.WORKING


def _is_short_of_words(request: ChatRequest) -> bool:
    texts = _texts(request, SHORT_MESSAGES)
    return len(texts) == SHORT_MESSAGES and all(
        len(text[:PERSON_CHARS].split(maxsplit=SHORT_WORDS)) <= SHORT_WORDS for text in texts
    )


def _texts(request: ChatRequest, most: int) -> Sequence[str]:
    """The person's newest messages."""
    return tuple(islice((m.text for m in reversed(request.messages) if m.role is Role.USER), most))


def in_words(context: TherapeuticContext) -> str:
    """One sentence for explanations, with no word of the talk."""
    parts = [f"phase {context.phase}"]
    if context.themes:
        parts.append(f"themes {', '.join(context.themes)}")
    if context.alliance:
        parts.append(f"alliance {', '.join(context.alliance)}")
    if context.mode:
        parts.append(f"mode {context.mode}")
    return f"The talk: {'; '.join(parts)}."
