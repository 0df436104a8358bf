"""Two gateways at one database and without Redis: what one of them heard of a person holds at the other."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typing_extensions import override

import segue
from segue.app import ModelManager
from segue.domain.chat import TextDelta
from segue.domain.models import Privacy
from segue.domain.risk import RiskStage
from segue.domain.sessions import SessionRecord
from segue.errors import StorageError
from segue.pipeline.turn.turns import Asker
from segue.safety.replies import reply
from segue.storage.sql import SqlJournal
from tests.support.talk import Told, asked, scripted, settings_of, told

STORY = "The river rose and the ferry waited for nobody in particular. " * 40
DANGER = "I want to kill myself tonight."
HERE = Asker("test", "evening")
DECIDED = {"allowed_for_therapeutic": [{"model": "one:a", "decided_by": "Board", "decided_at": "2026-06-01"}]}
SETTINGS = settings_of(
    scripted(one={"a": {"text": STORY, "data_policy": "local"}}), safety=DECIDED, storage={"session_deadline_s": 5.0}
)


@pytest.fixture
async def two(tmp_path: Path) -> AsyncIterator[tuple[ModelManager, ModelManager]]:
    """Both have the same files."""
    async with segue.open(SETTINGS, home=tmp_path) as one, segue.open(SETTINGS, home=tmp_path) as other:
        yield one, other


async def turn(models: ModelManager, text: str = "Tell me a story about a ferry.") -> Told:
    return await told(models, asked(text), HERE)


async def noticed(models: ModelManager) -> None:
    """Until it has noticed that somebody else writes to its store."""
    async with asyncio.timeout(60):
        while not models._sessions.neighbours.are_there:
            await asyncio.sleep(0.01)


async def test_a_danger_that_one_heard_holds_at_the_other_that_knows_the_session(
    two: tuple[ModelManager, ModelManager],
) -> None:
    """The second one has the session in memory, as it was before; and its release, at either, holds at both."""
    one, other = two
    assert (await turn(other)).text == STORY
    assert (await turn(one, DANGER)).finished.stage is RiskStage.SAFETY
    await noticed(other)
    there = await turn(other)
    assert (there.finished.stage, there.finished.model) == (RiskStage.SAFETY, None)
    session = other._sessions.hash(HERE.caller_id, "evening")
    await other.session_files.release(session, by="c-17", now=datetime.now(UTC))
    await noticed(one)
    assert (await turn(one)).text.startswith(STORY[:60])


async def test_a_rule_that_one_was_given_holds_at_the_other(two: tuple[ModelManager, ModelManager]) -> None:
    """Of a session in memory the privacy rule is read anew as well."""
    one, other = two
    await turn(other)
    await told(one, asked("Hello.", privacy=Privacy.LOCAL_ONLY), HERE)
    await noticed(other)
    session = other._sessions.hash(HERE.caller_id, "evening")
    assert (await other._sessions.recall(session, now=datetime.now(UTC))).privacy is Privacy.LOCAL_ONLY


async def test_a_story_ends_when_the_other_hears_of_danger(two: tuple[ModelManager, ModelManager]) -> None:
    """The turn that is under way is told within a second, and shows nothing more but the fixed words."""
    one, other = two
    said = []
    async with aclosing(other.turn(asked("Tell me a story about a ferry."), HERE)) as pieces:
        async for piece in pieces:
            said.append(piece)
            if isinstance(piece, TextDelta):
                break
        assert (await turn(one, DANGER)).finished.stage is RiskStage.SAFETY
        session = other._sessions.hash(HERE.caller_id, "evening")
        async with asyncio.timeout(60):
            while other._sessions.risk(session, now=datetime.now(UTC)).stage is not RiskStage.SAFETY:
                await asyncio.sleep(0.01)
        said += [piece async for piece in pieces]
    ended = Told(tuple(said))
    assert ended.finished.written_reply == "safety"
    assert reply("safety", "en").text[:80] in ended.text
    assert len(ended.text.partition("\n\n")[0]) < len(STORY) / 2


async def test_who_is_alone_reads_a_session_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its own writes, of turns, incidents and sessions, and those of an earlier process, are nobody else's."""
    async with segue.open(SETTINGS, home=tmp_path) as models:
        await turn(models)
    async with segue.open(SETTINGS, home=tmp_path) as models:
        monkeypatch.setattr(models.journal, "__class__", WatchedJournal)
        assert isinstance(models.journal, WatchedJournal)
        for text in ("Tell me more.", DANGER, "Go on.", "I am drinking tea."):
            await turn(models, text)
            await models.session_files.export(models._sessions.hash(HERE.caller_id, "evening"))  # writes all that waits
            await models._sessions.writer.write()
            assert not await models._sessions.neighbours.look()
        read_by_exports = 4
        assert models.journal.reads == 1 + read_by_exports


class WatchedJournal(SqlJournal):
    """A store that counts how often a session is read, and reads none once it is closed."""

    is_closed = False
    reads = 0

    @override
    async def session(self, session: str) -> SessionRecord | None:
        self.reads += 1
        if self.is_closed:
            raise StorageError("closed")
        return await super().session(session)


async def test_a_store_that_cannot_be_read_anew_leaves_nothing_certain(
    two: tuple[ModelManager, ModelManager], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else may have heard of danger: the turn stays on this machine, and is answered with care."""
    one, other = two
    await turn(other)
    await turn(one)
    await noticed(other)
    monkeypatch.setattr(other.journal, "__class__", WatchedJournal)
    monkeypatch.setattr(other.journal, "is_closed", True, raising=False)
    session = other._sessions.hash(HERE.caller_id, "evening")
    record = await other._sessions.recall(session, now=datetime.now(UTC))
    assert (record.privacy, record.is_read) == (Privacy.LOCAL_ONLY, False)
