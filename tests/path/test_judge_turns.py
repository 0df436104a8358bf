"""A judge within a turn: what the person said counts whether it answers, is waited for in vain, or raises the alarm."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import segue
from segue.app import ModelManager
from segue.domain.models import ModelRef, SafetyLevel
from segue.domain.risk import RiskStage, RiskState
from segue.pipeline.turn.turns import Asker
from segue.providers.scripted import ScriptedProvider
from segue.safety.replies import reply
from tests.support.talk import Told, asked, scripted, settings_of, told

HOPELESS = "Everyone would be better off without me."
DANGER = "I want to kill myself tonight."
HERE = Asker("test", "evening")
CARES = "Thank you for telling me. That sounds really hard. Do you want to say more about it?"
DECIDED = [{"model": "one:a", "decided_by": "Board", "decided_at": "2026-06-01"}]
JUDGE = ModelRef("house", "judge")


@asynccontextmanager
async def opened(home: Path, **judge: object) -> AsyncIterator[ModelManager]:
    models = scripted(one={"a": {"text": CARES, "data_policy": "local"}}, house={"judge": judge})
    models["house"].options["models"]["judge"]["in_auto"] = False  # type: ignore[index] # made just now
    safety = {"allowed_for_therapeutic": DECIDED, "judge": str(JUDGE), "judge_s": 10.0}
    async with segue.open(settings_of(models, safety=safety), home=home) as manager:
        yield manager


async def asking(models: ModelManager, text: str) -> asyncio.Task[Told]:
    """A turn that has come as far as its judge."""
    provider = models.provider_of(JUDGE)
    assert isinstance(provider, ScriptedProvider)
    running = asyncio.create_task(told(models, asked(text), HERE))
    async with asyncio.timeout(60):
        while not provider.answering[JUDGE.name]:
            await asyncio.sleep(0)
    return running


async def risk_kept(models: ModelManager) -> RiskState:
    """In the store, and not only in memory."""
    record = await models.journal.session(models._sessions.hash(HERE.caller_id, "evening"))
    assert record is not None
    return record.risk


async def test_who_leaves_while_the_judge_is_asked_was_heard(tmp_path: Path) -> None:
    """The moderate words are in the store, in the log of incidents, and count in the next turn; nothing was asked."""
    async with opened(tmp_path, fault={"kind": "silent"}) as models:
        running = await asking(models, HOPELESS)
        running.cancel()
        await asyncio.wait((running,))
        kept = await risk_kept(models)
        assert (kept.turn, kept.highest) == (1, SafetyLevel.MODERATE)
        assert kept.evidence.amount > 0
        assert (kept.cared_turn, kept.confirming_turn) == (0, 0)
        shown = await models.session_files.export(models._sessions.hash(HERE.caller_id, "evening"))
        assert [entry.incident.level for entry in shown.incidents] == [SafetyLevel.MODERATE]


async def test_a_judge_s_answer_counts_the_turn_once(tmp_path: Path) -> None:
    """What was kept before and after it is one turn of one weight; there is one incident of it."""
    async with opened(tmp_path / "judged", text="low") as models:
        await told(models, asked(HOPELESS), HERE)
        await models._sessions.writer.write()
        judged = await risk_kept(models)
        shown = await models.session_files.export(models._sessions.hash(HERE.caller_id, "evening"))
        assert len(shown.incidents) == 1
    async with opened(tmp_path / "alone", text="low") as models:
        models._care._parts = replace(models._care._parts, judge=None)
        await told(models, asked(HOPELESS), HERE)
        await models._sessions.writer.write()
        alone = await risk_kept(models)
    assert (judged.turn, judged.evidence.amount, judged.stage) == (1, alone.evidence.amount, alone.stage)
    assert (judged.cared_turn, judged.highest) == (alone.cared_turn, alone.highest)


async def test_an_alarm_beside_the_judge_ends_the_turn(tmp_path: Path) -> None:
    """The session's other turn is in danger while this one waits for an opinion: no model is asked."""
    async with opened(tmp_path, text="low", delay_s=1) as models:
        provider, may_answer = models.provider_of(JUDGE), asyncio.Event()
        assert isinstance(provider, ScriptedProvider)

        async def until_it_may(_: float) -> None:
            await may_answer.wait()

        provider._sleep = until_it_may
        running = await asking(models, HOPELESS)
        assert (await told(models, asked(DANGER), HERE)).finished.stage is RiskStage.SAFETY
        may_answer.set()
        turn = await running
    assert turn.text.startswith(reply("safety", "en").text[:80])
    assert turn.finished.attempts == ()
