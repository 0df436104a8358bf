"""A session's risk over turns outlives the process that knew it, and the store that was away. Covers acceptance 2."""

import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import segue
from segue.app import ModelManager
from segue.domain.models import SafetyLevel
from segue.domain.risk import QUIET, RiskStage, RiskState
from segue.domain.sessions import SessionRecord
from tests.support.risk import NOW
from tests.support.talk import scripted, settings_of

TALK_AND_DIE = """
import asyncio, os, pathlib, signal, sys
from datetime import timedelta
import segue
from segue.domain.models import SafetyLevel
from segue.domain.risk import QUIET
from segue.safety.conversation import advance
from tests.support.risk import NOW, heard
from tests.support.talk import scripted, settings_of

async def talk(home, busy):
    settings = settings_of(scripted(one={"a": {"text": "Yes."}}), storage={"session_deadline_s": 0.05 if busy else 5})
    async with segue.open(settings, home=home) as models:
        book, state = models._sessions, QUIET
        if busy:  # somebody else holds the store's file
            import sqlite3
            other = sqlite3.connect(home / "segue.db", isolation_level=None)
            other.execute("BEGIN IMMEDIATE")
        for level, text in ((SafetyLevel.MODERATE, "x"), (SafetyLevel.NONE, "yes"), (SafetyLevel.HIGH, "x")):
            state = advance(state, heard(level), text=text, now=NOW).state
            await book.keep_risk_state(book.hash("test", "s1"), state, now=NOW)
        os.kill(os.getpid(), signal.SIGKILL)  # the reply has ended in this moment

asyncio.run(talk(pathlib.Path(sys.argv[1]), sys.argv[2] == "busy"))
"""


@pytest.mark.parametrize("store", ["well", "busy"])
async def test_a_rise_outlives_a_kill(store: str, tmp_path: Path, repository: Path) -> None:
    """Killed when the reply has ended, with the store well or held by somebody: the next process is in SAFETY."""
    command = [sys.executable, "-c", TALK_AND_DIE, str(tmp_path), store]
    ended = subprocess.run(command, check=False, timeout=150, cwd=repository)
    assert ended.returncode == -signal.SIGKILL
    async with segue.open(settings_of(scripted(one={"a": {"text": "Yes."}})), home=tmp_path) as models:
        record = await recalled(models)
    assert (record.risk.stage, record.risk_level) == (RiskStage.SAFETY, SafetyLevel.HIGH)
    assert record.risk.disclosed == frozenset({"suicide:intent"})


async def recalled(models: ModelManager, *, now: datetime | None = None) -> SessionRecord:
    book = models._sessions
    return await book.recall(book.hash("test", "s1"), now=now or datetime.now(UTC))


async def test_risk_is_forgotten_with_its_session(tmp_path: Path) -> None:
    """Thirty days after the last turn nothing of it is known any more."""
    state = RiskState(turn=1, highest=SafetyLevel.HIGH)
    async with segue.open(settings_of(scripted(one={"a": {"text": "Yes."}})), home=tmp_path) as models:
        await models._sessions.keep_risk_state(models._sessions.hash("test", "s1"), state, now=NOW)
        assert (await recalled(models, now=NOW + timedelta(days=29))).risk == state
        assert (await recalled(models, now=NOW + timedelta(days=31))).risk == QUIET
