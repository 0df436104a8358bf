"""Whoever leaves while their session is read is heard all the same."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typing_extensions import override

import segue
from segue.app import ModelManager
from segue.domain.incidents import ChainedIncident
from segue.domain.risk import RiskStage
from segue.domain.sessions import SessionRecord
from segue.pipeline.turn.turns import Asker
from segue.storage.sql import SqlJournal
from tests.support.talk import asked, scripted, settings_of, told

DANGER = "I want to kill myself tonight."
HERE = Asker("test", "evening")
SETTINGS = settings_of(scripted(one={"a": {"data_policy": "local"}}), storage={"session_deadline_s": 5.0})


class SlowJournal(SqlJournal):
    """A store that gives a session when it is let."""

    asked: asyncio.Event
    may_answer: asyncio.Event

    @override
    async def session(self, session: str) -> SessionRecord | None:
        self.asked.set()
        await self.may_answer.wait()
        return await super().session(session)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> type[SlowJournal]:
    """Its events belong to the test's loop."""
    monkeypatch.setattr(SlowJournal, "asked", asyncio.Event(), raising=False)
    monkeypatch.setattr(SlowJournal, "may_answer", asyncio.Event(), raising=False)
    return SlowJournal


async def incidents(models: ModelManager) -> int:
    """What the log has of people's words."""
    await models.broadcast.settled()
    await models.incidents.flush()
    found = await models.session_files.incidents()
    return sum(isinstance(one, ChainedIncident) and one.incident.direction == "input" for one in found)


async def test_who_leaves_while_the_session_is_read_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slow: type[SlowJournal]
) -> None:
    """Their danger is kept, is in the log once, and nothing of the turn is left."""
    async with segue.open(SETTINGS, home=tmp_path) as models:
        monkeypatch.setattr(models.journal, "__class__", slow)
        turn = asyncio.create_task(told(models, asked(DANGER), HERE))
        await slow.asked.wait()
        turn.cancel()
        await asyncio.wait([turn])
        slow.may_answer.set()
        session = models._sessions.hash(HERE.caller_id, "evening")
        async with asyncio.timeout(60):
            while models._sessions.risk(session, now=datetime.now(UTC)).stage is not RiskStage.SAFETY:
                await asyncio.sleep(0.01)
            while models._sessions.alarms.sessions:
                await asyncio.sleep(0.01)
        assert turn.cancelled()
        assert await incidents(models) == 1


async def test_who_leaves_while_the_program_ends_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slow: type[SlowJournal]
) -> None:
    """The end waits for it."""
    async with segue.open(SETTINGS, home=tmp_path) as models:
        monkeypatch.setattr(models.journal, "__class__", slow)
        turn = asyncio.create_task(told(models, asked(DANGER), HERE))
        await slow.asked.wait()
        turn.cancel()
        await asyncio.wait([turn])
        slow.may_answer.set()
    async with segue.open(SETTINGS, home=tmp_path) as models:
        session = models._sessions.hash(HERE.caller_id, "evening")
        assert (await models._sessions.recall(session, now=datetime.now(UTC))).risk.stage is RiskStage.SAFETY
