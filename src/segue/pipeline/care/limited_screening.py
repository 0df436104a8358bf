"""Screening without a turn, within the limits of whoever asks: it costs as much as the screening of a turn does."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Protocol

from segue.domain.chat import ChatRequest
from segue.domain.findings import Verdict
from segue.pipeline.care.care import Care
from segue.pipeline.limits.limiting import TurnLimits
from segue.pipeline.turn.record import TurnRecord
from segue.pipeline.turn.turns import Asker
from segue.selection.tokens import input_tokens


class Screen(Protocol):
    """Screens what a request brings."""

    def __call__(self, request: ChatRequest, *, language: str | None) -> Awaitable[Verdict]:
        """The verdict."""
        ...


async def screened_within(
    limits: TurnLimits,
    care: Care,
    request: ChatRequest,
    asker: Asker,
    screen: Screen,
    *,
    language: str | None,
) -> Verdict:
    """The verdict; it counts as one request of so many tokens as the words have.

    As with a turn, words are heard also beyond a limit: RateLimitExceeded is raised only where they tell of no danger.
    """
    turn = TurnRecord(request, asker)
    await limits.enter(turn)
    try:
        turn.said_verdict = turn.verdict = verdict = await screen(request, language=language)
        await limits.let_pass(turn, unread=lambda: care.unread(turn, language))
    finally:
        if turn.held is not None:
            turn.held.end(input_tokens(request.messages, request.tools, request.response_format))
    return verdict
