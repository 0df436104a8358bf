"""Two turns of one session at once: whatever one of them is telling ends when the other one hears of danger."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path

import pytest

import segue
from segue.app import ModelManager
from segue.config.settings import Settings
from segue.domain.chat import ResponseFormat, TextDelta
from segue.domain.findings import Action
from segue.domain.models import ModelRef
from segue.domain.risk import RiskStage
from segue.pipeline.turn.turns import Asker, TurnPiece
from segue.providers.scripted import ScriptedProvider
from segue.safety.replies import reply
from tests.support.talk import Told, asked, scripted, settings_of, told

STORY = "The river rose and the ferry waited for nobody in particular. " * 40
DANGER = "I want to kill myself tonight."
HERE, ELSEWHERE = Asker("test", "evening"), Asker("test", "another")
DECIDED = {"allowed_for_therapeutic": [{"model": "one:a", "decided_by": "Board", "decided_at": "2026-06-01"}]}


def settings(**script: object) -> Settings:
    model = {"text": STORY, "data_policy": "local", **script}
    return settings_of(scripted(one={"a": model}), safety=DECIDED)


@pytest.fixture
async def models(tmp_path: Path) -> AsyncIterator[ModelManager]:
    async with segue.open(settings(), home=tmp_path) as models:
        yield models


async def interrupted(models: ModelManager, by: Asker) -> Told:
    """A turn that tells the story; once its first words were shown, somebody writes of danger in another."""
    seen: list[TurnPiece] = []
    async with aclosing(models.turn(asked("Tell me a story about a ferry."), HERE)) as pieces:
        async for piece in pieces:
            seen.append(piece)
            if isinstance(piece, TextDelta):
                break
        danger = await told(models, asked(DANGER), by)
        assert danger.finished.stage is RiskStage.SAFETY
        seen += [piece async for piece in pieces]
    return Told(tuple(seen))


async def test_a_story_ends_when_the_person_writes_of_danger_beside_it(models: ModelManager) -> None:
    """What was shown stays, nothing follows it but the words that are fixed, and the turn says why."""
    turn = await interrupted(models, HERE)
    words, end = reply("safety", "en").text, turn.finished
    said, _, rest = turn.text.partition("\n\n")
    assert STORY.startswith(said)
    assert len(said) < len(STORY) / 2
    assert rest.startswith(words[:80])
    assert (end.reason, end.written_reply, end.stage) == ("content_filter", "safety", RiskStage.SAFETY)
    assert end.verdict.action is Action.STOP
    assert end.verdict.findings[0].code == "session.in_danger"


async def test_others_go_on(models: ModelManager) -> None:
    """Somebody else's danger ends nobody's story."""
    turn = await interrupted(models, ELSEWHERE)
    assert turn.text == STORY


async def test_no_turn_is_listened_for_after_its_end(models: ModelManager) -> None:
    """Whether it came to its end, was left, or failed before its first word."""
    await told(models, asked("Hello."), HERE)
    async with aclosing(models.turn(asked("Hello."), HERE)) as pieces:
        await anext(pieces)
    with pytest.raises(segue.SegueError):
        await told(models, asked("Hello.", model="nobody:has-it"), HERE)
    assert not models._sessions.alarms.sessions


@pytest.mark.parametrize("script", [{}, {"fault": {"kind": "error_500"}}], ids=["json", "fault"])
async def test_an_answer_of_which_nothing_was_shown_is_replaced(tmp_path: Path, script: dict[str, object]) -> None:
    """The words stand in the place of JSON, which is shown at its end only, and of the news that every model failed."""
    async with segue.open(settings(delay_s=1, json_text="{}", **script), home=tmp_path) as models:
        request = asked("Tell me of the ferry.", response_format=ResponseFormat("json_object"))
        model = ModelRef("one", "a")
        provider = models.provider_of(model)
        assert isinstance(provider, ScriptedProvider)
        may_answer = asyncio.Event()

        async def until_it_may(_: float) -> None:
            await may_answer.wait()

        provider._sleep = until_it_may
        running = asyncio.create_task(told(models, request, HERE))
        while not provider.answering[model.name]:
            await asyncio.sleep(0)
        await told(models, asked(DANGER), HERE)
        may_answer.set()
        turn = await running
    assert turn.text.startswith(reply("safety", "en").text[:80])
    assert (turn.finished.verdict.action, turn.finished.model) == (Action.REPLACE, None)
    assert turn.finished.stage is RiskStage.SAFETY
