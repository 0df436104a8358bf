"""Every fault of the table over real HTTP, through the library: the whole answer once, and no request too many."""

from __future__ import annotations

import asyncio

import pytest

import segue
from segue.domain.chat import ChatRequest
from segue.errors import ContentRefused, RequestRefused
from tests.faults.cases import BEFORE_WORDS, BROKEN_OFF, LONGEST_S, RESCUED, Case, Codes
from tests.support.story import prompt, story
from tests.support.talk import Told, asked, told

CASES = {**BEFORE_WORDS, **BROKEN_OFF, **RESCUED}
streamed_or_whole = pytest.mark.parametrize("stream", [True, False], ids=["stream", "whole"])


def tell(number: int = 0, **fields: object) -> ChatRequest:
    """Ask for a story on the route of the table."""
    return asked(prompt(number), **{"model": "told", **fields})


def codes(turn: Told) -> Codes:
    """Who was asked, and what came of it."""
    return tuple((attempt.model.name, attempt.error_code) for attempt in turn.finished.attempts)


@streamed_or_whole
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
async def test_answer_is_whole_after_as_few_requests_as_it_takes(case: Case, stream: bool) -> None:
    """Whatever goes wrong, the person gets the complete answer exactly once, and each model the requests that it must
    get and no more. Covers R2.3, R5.1, R5.2, R5.3."""
    async with case.at_work() as (server, settings), segue.open(settings) as models, asyncio.timeout(LONGEST_S):
        turn = await told(models, tell(stream=stream))
    assert (turn.text, turn.finished.reason) == (story(), "stop")
    assert server.asked == case.asked
    assert codes(turn) == case.codes
    assert tuple(call.way for call in server.calls) == (case.ways or ("anew",) * len(server.calls))
