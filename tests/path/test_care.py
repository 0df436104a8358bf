"""What is done for somebody in danger, over real turns: words, questions, a human who is told, and no model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import segue
from segue.app import ModelManager
from segue.config.settings import Settings
from segue.domain.callers import LOOPBACK_CALLER
from segue.domain.chat import ChatRequest, Message, Role, ToolCall
from segue.domain.findings import Action, Category, Measure
from segue.domain.incidents import ChainedIncident, SeenIncident
from segue.domain.models import SafetyLevel
from segue.domain.risk import RiskStage
from segue.domain.therapy import Mode
from segue.observe.incident_spool import IncidentSpool
from segue.observe.incidents import FILE_NAME
from segue.pipeline.turn.turns import Asker
from segue.safety.replies import reply
from tests.support.receiver import BROKEN, KNOWS, SECRET, SILENT, TAKES, Receiver
from tests.support.scenes import Scene
from tests.support.talk import Told, asked, scripted, settings_of, told

SAYS = "The river rose, and the ferry waited."
CARES = "Thank you for telling me. That sounds really hard. Do you want to say more about it?"
DANGER = "I want to kill myself tonight."
HOPELESS = "Everyone would be better off without me."
HERE = Asker("test", "evening")
BY_MANY = [{"model": "one:a", "decided_by": "The ethics board", "decided_at": "2026-06-01"}]


def settings(text: str = SAYS, *, allowed: bool = False, **sections: object) -> Settings:
    """One model that says this; with `allowed` somebody has decided that it may answer therapeutic turns."""
    safety = {"allowed_for_therapeutic": BY_MANY if allowed else []}
    return settings_of(scripted(one={"a": {"text": text, "data_policy": "local"}}), safety=safety, **sections)


def opened(home: Path, text: str = SAYS, *, allowed: bool = False, **sections: object) -> ModelManager:
    return segue.open(settings(text, allowed=allowed, **sections), home=home)


async def said(models: ModelManager, text: str, asker: Asker = HERE) -> Told:
    """One turn of the session."""
    return await told(models, asked(text), asker)


def was_written(turn: Told) -> bool:
    """Whether no model was asked."""
    return turn.finished.model is None and turn.finished.reason == "content_filter" and not turn.finished.attempts


async def test_danger_is_answered_until_the_person_is_safe_and_says_so(tmp_path: Path) -> None:
    """From a crisis on no model speaks; making light of it changes nothing; calm turns and a yes end it."""
    async with opened(tmp_path) as models:
        first = await said(models, DANGER)
        assert was_written(first)
        assert first.finished.written_reply == "crisis_now"
        joking = await said(models, "haha, just kidding")
        assert was_written(joking)
        for _ in range(12):
            turn = await said(models, "I am drinking tea and looking out of the window.")
            assert was_written(turn)
            if turn.finished.written_reply == "safe_now":
                break
        else:
            pytest.fail("nobody asked whether the person is safe")
        confirmed = await said(models, "yes")
        assert confirmed.finished.written_reply == "follow_up"
        assert (await said(models, "Let us go on with the story.")).text.startswith(SAYS)


async def test_the_log_tells_that_a_session_s_stage_replaced_an_answer(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Calm words in the protocol are no risk: the line names the stage instead."""
    caplog.set_level("INFO", logger="segue.observe.event_log")
    async with opened(tmp_path) as models:
        await said(models, DANGER)
        await said(models, "I am drinking tea.")
    written = [record.getMessage() for record in caplog.records if "Written words" in record.getMessage()]
    assert written == [
        "Written words replaced an answer: imminent risk in its input, stage safety.",
        "Written words replaced an answer: none risk in its input, stage safety.",
    ]


async def test_a_restart_does_not_forget_the_danger(tmp_path: Path) -> None:
    """The session's state is kept: the next process still answers with words for somebody in danger."""
    async with opened(tmp_path) as models:
        await said(models, DANGER)
    async with opened(tmp_path) as models:
        assert was_written(await said(models, "Tell me about the ferry."))
        assert not was_written(await said(models, "Tell me about the ferry.", Asker("test", "somebody else")))


async def test_without_a_session_the_requests_own_history_counts() -> None:
    """Somebody whose conversation brings a danger is not talked with as if nothing had been said."""
    history = (Message(Role.USER, DANGER), Message(Role.ASSISTANT, "I hear you."), Message(Role.USER, "never mind"))
    async with segue.open(settings()) as models:
        turn = await told(models, ChatRequest(history))
    assert was_written(turn)


async def test_hopeless_words_are_answered_with_care_by_whoever_may(tmp_path: Path) -> None:
    """Where nobody decided who may answer, written words do; else the model does, and a question or help follows."""
    async with opened(tmp_path / "guarded") as models:
        guarded = await said(models, HOPELESS)
    async with opened(tmp_path / "decided", CARES, allowed=True) as models:
        decided = await said(models, HOPELESS)
    assert was_written(guarded)
    assert decided.text.startswith(CARES)
    assert len(decided.text) > len(CARES)
    assert decided.finished.verdict.level is SafetyLevel.MODERATE


async def test_an_answer_without_care_to_somebody_at_risk_is_not_shown(tmp_path: Path) -> None:
    """It neither acknowledges, nor asks, nor names help: written words stand in its place."""
    async with opened(tmp_path, allowed=True) as models:
        turn = await said(models, HOPELESS)
    assert SAYS not in turn.text
    assert (turn.finished.written_reply, turn.finished.verdict.action) == ("caring", Action.STOP)
    assert Measure.ASK in turn.finished.verdict.measures, "what the person said is not forgotten over the answer"


async def test_what_was_said_earlier_asks_no_further_answer_for_care(tmp_path: Path) -> None:
    """Once the danger is over the story goes on, also for clients that send the whole conversation each time."""
    history = (Message(Role.USER, DANGER), Message(Role.ASSISTANT, "I hear you."), Message(Role.USER, "Go on."))
    async with opened(tmp_path, allowed=True) as models:
        session = await models.session_files.hash("evening")
        await told(models, ChatRequest(history[:1]), Asker(LOOPBACK_CALLER, "evening"))
        await models.session_files.release(session, by="clinician-1", now=datetime.now(UTC))
        turn = await told(models, ChatRequest(history), Asker(LOOPBACK_CALLER, "evening"))
    assert turn.text.startswith(SAYS)
    assert turn.finished.verdict.action is Action.PASS


async def test_an_export_shows_incidents_that_the_log_did_not_take_yet(tmp_path: Path) -> None:
    """What waits in the local file is kept of a session as well."""
    async with opened(tmp_path) as models:
        await said(models, DANGER, Asker(LOOPBACK_CALLER, "evening"))
        await models.broadcast.settled()
        await models.incidents.flush()
        session = await models.session_files.hash("evening")
        (own,) = (await models.session_files.export(session)).incidents
        late = SeenIncident(replace(own.incident, id="5e" * 16, session=None), session, "t2")
        others = replace(late, session="0" * 64)
        await IncidentSpool(tmp_path / FILE_NAME, models.incidents._vault).append([late, others])
        exported = await models.session_files.export(session)
    assert exported.incidents == (own,)
    assert [one.id for one in exported.incidents_waiting] == ["5e" * 16]


PREFILLED = (Message(Role.USER, DANGER), Message(Role.ASSISTANT, "Sure,"))
_CALL = ToolCall("call_1", "look", "{}")
IN_A_TOOL_LOOP = (
    Message(Role.USER, DANGER), Message(Role.ASSISTANT, None, tool_calls=(_CALL,)),
    Message(Role.TOOL, "the sea", tool_call_id="call_1"),
)  # fmt: skip


@pytest.mark.parametrize("messages", [PREFILLED, IN_A_TOOL_LOOP], ids=["prefill", "tool"])
async def test_what_stands_behind_the_persons_words_hides_no_danger(
    tmp_path: Path, messages: tuple[Message, ...]
) -> None:
    """A client that ends its request with words of the model, or with a tool's, has a session in danger like any."""
    async with opened(tmp_path) as models:
        first = await told(models, ChatRequest(messages), HERE)
        assert was_written(first)
        assert first.finished.stage is RiskStage.SAFETY
        assert was_written(await said(models, "Tell me about soup."))


async def test_silence_is_no_calm(tmp_path: Path) -> None:
    """Empty messages do not bring anybody nearer to the end of the protocol."""
    async with opened(tmp_path) as models:
        await said(models, DANGER)
        empty = [await said(models, " ") for _ in range(9)]
        turn = await said(models, "yes")
    assert {each.finished.written_reply for each in empty} == {"safety"}
    assert turn.finished.stage is RiskStage.SAFETY


@pytest.mark.parametrize(
    ("answer", "says_so"),
    [(None, False), (BROKEN, False), (SILENT, False), (TAKES, False), (KNOWS, True)],
    ids=["absent", "broken", "silent", "taken", "acknowledged"],
)
async def test_only_an_acknowledged_hand_off_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: Scene | None, says_so: bool
) -> None:
    """The receiver hears of a crisis, without a word of it; the person hears of the receiver once it knows."""
    if says_so:  # on a busy machine it knows later than the words may wait
        monkeypatch.setattr("segue.pipeline.care.care.ACKNOWLEDGED_WITHIN_S", 20.0)
    async with Receiver() as receiver:
        receiver.then = answer or KNOWS
        handoff: Mapping[str, object] = {} if answer is None else {"url": receiver.url, "secret": SECRET}
        async with opened(tmp_path, handoff=handoff) as models:
            turn = await told(models, asked(DANGER, handoff_ref="case-7"), HERE)
            if answer is not None:
                await receiver.received()
        heard = [message.told for message in receiver.messages]
    assert (reply("handed_over", "en").text in turn.text) is says_so
    assert len(heard) == 0 if answer is None else heard[0]["ref"] == "case-7"
    assert all(DANGER not in str(message) and "kill" not in str(message.get("text", "")) for message in heard)


async def test_who_says_that_they_are_not_safe_is_told_of_as_what_it_is(tmp_path: Path) -> None:
    """A bare "no" reaches the receiver as grave as the talk was, and does not join the alarm before it."""
    async with Receiver() as receiver:
        receiver.then = KNOWS
        async with opened(tmp_path, handoff={"url": receiver.url, "secret": SECRET}) as models:
            await said(models, "I want to kill myself.")
            await receiver.received(1)
            assert (await said(models, "no")).finished.written_reply == "not_safe"
            await receiver.received(2)
            await said(models, "no")
            await models.broadcast.settled()
            await models.incidents.flush()
            entries = await models.session_files.incidents()
        first, second = [message.told for message in receiver.messages]
    assert (second["level"], second["category"], second["subject"]) == (first["level"], "suicide", "self")
    assert second["codes"] == ["protocol:not_safe"]
    logged = [entry.incident for entry in entries if isinstance(entry, ChainedIncident)]
    assert logged[1].codes == ("protocol:not_safe",), "the log says as well why a human was told"
    assert {"resources", "hand_over"} < {*logged[1].measures}


@pytest.mark.parametrize("session", ["evening", None])
async def test_a_no_to_whether_they_are_safe_at_home_is_danger(tmp_path: Path, session: str | None) -> None:
    """With a session, and from the messages of a request that has none."""
    asker = Asker("test", session)
    async with opened(tmp_path) as models:
        first = await said(models, "He hits me.", asker)
        assert first.finished.written_reply == "abuse"
        messages = (Message(Role.USER, "He hits me."), Message(Role.ASSISTANT, first.text), Message(Role.USER, "no"))
        turn = await told(models, ChatRequest(messages), asker)
    assert turn.finished.written_reply == "not_safe"


async def test_a_judge_that_sees_danger_is_believed(tmp_path: Path) -> None:
    """Doubtful words that a judge model calls grave are answered with written words. Its own answer is never shown."""
    judge = {"text": '{"level": "high", "about": "suicide"}', "data_policy": "local", "in_auto": False}
    providers = scripted(one={"a": {"text": CARES, "data_policy": "local"}}, court={"judge": judge})
    safety = {"allowed_for_therapeutic": BY_MANY, "judge": "court:judge"}
    async with segue.open(settings_of(providers, safety=safety), home=tmp_path) as models:
        turn = await said(models, HOPELESS)
        assert models.judge is not None
        assert models.judge.counts["raised"] == 1
    assert was_written(turn)
    assert turn.finished.verdict.level is SafetyLevel.HIGH


async def test_a_crisis_is_an_incident(tmp_path: Path) -> None:
    """What was found and done is in the log: how grave, what about and which policy decided; no words."""
    async with opened(tmp_path) as models:
        await said(models, DANGER)
        await models.broadcast.settled()
        await models.incidents.flush()
        (entry,) = await models.session_files.incidents()
    assert isinstance(entry, ChainedIncident)
    found = entry.incident
    assert (found.category, found.action, found.direction) == (Category.SUICIDE, Action.REPLACE, "input")
    assert Measure.HAND_OVER in found.measures
    assert found.policy


@pytest.mark.parametrize("turns", [3, 30, 300])
async def test_without_a_session_no_danger_of_the_conversation_is_forgotten(turns: int) -> None:
    """However much was said since, the protocol goes on as long as nobody has confirmed to be safe."""
    calm = (Message(Role.USER, "I am drinking tea by the window."), Message(Role.ASSISTANT, "I'm here."))
    history = (Message(Role.USER, DANGER), Message(Role.ASSISTANT, "I hear you."), *(calm * turns))
    async with segue.open(settings()) as models:
        turn = await told(models, ChatRequest((*history, Message(Role.USER, "Tell me about the ferry."))))
    assert was_written(turn)


async def test_a_game_that_was_said_once_is_paused_by_a_danger(tmp_path: Path) -> None:
    """Whatever the turn's task is taken for; elsewhere nothing is paused."""
    async with opened(tmp_path) as models:
        await told(models, asked("Vamos jogar: sou um cavaleiro.", mode=Mode.GAME), HERE)
        played = await said(models, DANGER)
        elsewhere = await said(models, DANGER, Asker("test", "somebody else"))
    assert Measure.PAUSE_STORY in played.finished.verdict.measures
    assert Measure.PAUSE_STORY not in elsewhere.finished.verdict.measures


async def test_a_caring_question_is_told_of_where_one_was_asked(tmp_path: Path) -> None:
    """Not a second time in a row, although the policy allows for it."""
    async with opened(tmp_path, CARES, allowed=True) as models:
        turns = [await said(models, text) for text in (HOPELESS, "no", HOPELESS)]
    question = reply("caring_question", "en").text
    shown = [question in turn.text for turn in turns]
    assert [Measure.ASK in turn.finished.verdict.measures for turn in turns] == shown == [True, False, False]
