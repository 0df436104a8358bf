"""Words of grave turns are kept also where nobody waits for the answer, or none comes."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from datetime import UTC, datetime
from pathlib import Path

import pytest

import segue
from segue.app import ModelManager
from segue.config.settings import Settings
from segue.domain.chat import ChatRequest, Message, Role
from segue.domain.incident_texts import IncidentText
from segue.errors import SegueError
from segue.pipeline.turn.turns import Asker
from tests.support.talk import asked, scripted, settings_of, told

LOW = "I feel hopeless and I cannot go on like this."
DANGER = "I want to kill myself tonight."
HERE = Asker("test", "evening")


def settings(**model: object) -> Settings:
    return settings_of(
        scripted(one={"a": {"text": "The river rose.", "data_policy": "local", **model}}),
        safety={
            "texts": {"enabled": True, "level": "moderate"},
            "allowed_for_therapeutic": [{"model": "one:a", "decided_by": "Board", "decided_at": "2026-06-01"}],
        },
        storage={"session_deadline_s": 5.0},
    )


async def texts(models: ModelManager) -> list[IncidentText]:
    """All that is kept, as a clinician reads it."""
    await models.text_hearing.keeper.flush()
    now = datetime.now(UTC)
    return [await models.texts.read(kept.turn, by="c-1", now=now) for kept in await models.texts.listed()]


async def test_who_leaves_before_the_first_word_has_a_text(tmp_path: Path) -> None:
    """A model takes its time, and they are gone."""
    async with segue.open(settings(delay_s=60.0), home=tmp_path) as models:
        async with aclosing(models.turn(asked(LOW), HERE)) as pieces:
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(1.0):
                    await anext(pieces)
        assert [(text.said, text.answered) for text in await texts(models)] == [(LOW, "")]


async def test_a_turn_that_no_model_takes_has_a_text(tmp_path: Path) -> None:
    """The caller asked to be told of the error."""
    async with segue.open(settings(), home=tmp_path) as models:
        with pytest.raises(SegueError):
            await told(models, asked(LOW, model="one:none", strict=True, on_failure="error"), HERE)
        assert [text.said for text in await texts(models)] == [LOW]


async def test_all_that_was_said_since_the_last_answer_is_kept(tmp_path: Path) -> None:
    """What is grave need not stand in the last message."""
    said = tuple(Message(Role.USER, text) for text in (DANGER, "Are you there?"))
    async with segue.open(settings(), home=tmp_path) as models:
        await told(models, ChatRequest(said), HERE)
        assert [text.said for text in await texts(models)] == [f"{DANGER}\nAre you there?"]
