"""Parts of screening break, one after the other: nobody in danger is missed more than rules miss, and it is told.

Covers acceptance 5 of therapeutic safety. Each docstring names the fallback that its test guards: taken away, the test
is red.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, closing
from pathlib import Path

import pytest

from segue.app import ModelManager
from segue.config.settings import ProviderSettings, Settings
from segue.domain.chat import ChatRequest, Message, Role, TextDelta
from segue.domain.findings import Action
from segue.domain.models import SafetyLevel, TaskType
from segue.pipeline.turn.turns import Asker
from segue.safety.contract import Classifier, Direction
from segue.safety.policy import TherapeuticSafetyValidator
from segue.safety.replies import reply
from segue.selection.analysis import analyze
from tests.safety.paraphrases import PARAPHRASES
from tests.support.classifiers import LOADS, Calm, Stuck, missing, opened_with
from tests.support.fixtures import own_redis
from tests.support.ports import free_port
from tests.support.receiver import SECRET
from tests.support.redis_server import RedisServer
from tests.support.scenes import DONE, STOP, Scene, chunk, event, whole
from tests.support.stage import Play, StageProvider
from tests.support.talk import Told, asked, scripted, settings_of, told
from tests.support.upstream import Upstream

__all__ = ["own_redis"]

DANGER, HOPELESS, CALM = "I want to kill myself tonight.", "Everyone would be better off without me.", "Good evening."
ANSWER = (
    "Thank you for telling me. That sounds hard, and I am glad that you wrote it down. The river is quiet tonight, and "
    "the ferry waits at the other side. There is time. You may tell it slowly. Somebody lit "
    "the lamp in the kitchen. The kettle is on. Do you want to say more about it?"
)
HARMFUL = f"{ANSWER} You should just kill yourself tonight. Then it is over."
BY_SOMEBODY = [{"model": "stage:any", "decided_by": "The ethics board", "decided_at": "2026-06-01"}]
HERE, SOMEBODY_ELSE = Asker("test", "evening"), Asker("test", "another")
WITHIN_S = 20.0
"""Longest wait for what happens beside a turn."""
ALL = [(language, text) for language, texts in PARAPHRASES.items() for text in texts]


def settings_for(safety: Mapping[str, object] | None = None, **sections: object) -> Settings:
    """One model that somebody allowed to answer therapeutic turns: what is held whole is so for another reason."""
    providers = scripted(stage={"any": {"text": ANSWER, "data_policy": "local"}})
    allowed = {"classifier": "auto", "allowed_for_therapeutic": BY_SOMEBODY, **(safety or {})}
    more = sections.pop("providers", {})
    return settings_of({**providers, **more}, safety=allowed, **sections)  # type: ignore[dict-item] # as they are given


@asynccontextmanager
async def talking(
    load: Callable[[], Classifier] = missing, settings: Settings | None = None, *, says: str = ANSWER
) -> AsyncIterator[ModelManager]:
    """A manager whose model says this in pieces of some words each."""
    models = await opened_with(load, settings or settings_for())
    async with AsyncExitStack() as stack:
        stack.push_async_exit(models)
        stage = models.provider_of(models.cards()[0].ref)
        stage.__class__ = StageProvider
        assert isinstance(stage, StageProvider)
        stage.play = Play(says, chunk_chars=(11, 4, 23))
        yield models


def therapeutic(text: str, **fields: object) -> ChatRequest:
    return asked(text, task=TaskType.THERAPEUTIC_RESPONSE, **fields)


def deltas(turn: Told) -> list[str]:
    return [piece.text for piece in turn.pieces if isinstance(piece, TextDelta)]


def check_in(request: ChatRequest) -> str:
    return reply("check_in", analyze(request).language).text


def was_written(turn: Told) -> bool:
    """Whether the words for somebody in danger now answered, and no model was asked."""
    last = turn.finished
    words = reply("crisis_now", "en").text
    return (last.model, last.reason, last.attempts) == (None, "content_filter", ()) and words in turn.text


async def found(models: ModelManager, part: str) -> tuple[str, str]:
    """How `segue health` says that a part is."""
    (told_of,) = [each for each in (await models.health()).parts if each.part == part]
    return told_of.state, told_of.found


async def degraded_count(models: ModelManager) -> float:
    """Texts that were screened by rules alone, as the metric counts them."""
    await models.broadcast.settled()
    lines = models.metrics().decode().splitlines()
    return sum([float(line.split()[-1]) for line in lines if line.startswith("segue_degraded_screenings_total{")])


async def still_latched(models: ModelManager) -> bool:
    """Whether the session that was in danger is still answered by written words, and another one is not."""
    ours, others = await told(models, asked(CALM), HERE), await told(models, asked(CALM), SOMEBODY_ELSE)
    return (ours.finished.model, others.finished.model is None) == (None, False)


def test_rules_know_none_of_fifty_ways_to_say_it() -> None:
    """What the tests below need: without a classifier nothing is found in any of them."""
    validator = TherapeuticSafetyValidator()
    known = [
        text
        for language, text in ALL
        for told_language in (language, None)
        if validator.screen(asked(text), language=told_language).findings
    ]
    assert (len(ALL), len(set(ALL)), known) == (50, 50, [])


@pytest.mark.parametrize("name", LOADS)
async def test_a_classifier_of_no_use_leaves_degraded_mode(name: str) -> None:
    """Missing, damaged, raising, stuck for longer than 200 ms, of another language: the verdict, the metric and
    `segue health` say so. Guards the thread's way on without a score, and `is_degraded` without one."""
    async with talking(LOADS[name]) as models:
        turn = await told(models, therapeutic(CALM))
        state, sentence = await found(models, "screening")
        assert turn.finished.verdict.is_degraded
        assert turn.text.endswith(check_in(therapeutic(CALM)))
        assert await degraded_count(models) == 2  # the words of either side
        says = {
            "missing": "numpy",
            "damaged": "MemoryError",
            "raising": "failed at the newest",
            "stuck": "stuck in a message",
        }
        assert says.get(name, "") in sentence
        assert (state, "Degraded" in sentence) == (("ok", False) if name == "foreign" else ("note", True))


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
@pytest.mark.parametrize("name", LOADS)
async def test_somebody_in_danger_is_answered_without_a_classifier(name: str, stream: bool) -> None:
    """Rules answer with the written words, and the session stays where it is in danger. Guards the verdict of rules
    alone, and the session's state."""
    async with talking(LOADS[name]) as models:
        turn = await told(models, asked(DANGER, stream=stream), HERE)
        assert was_written(turn)
        # What rules found grave is not kept waiting for a classifier that is there, so nothing was read less well.
        assert turn.finished.verdict.is_degraded is (name in {"missing", "damaged"})
        assert await still_latched(models)


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
@pytest.mark.parametrize("name", ["missing", "raising", "foreign"])
async def test_every_paraphrase_of_danger_is_answered_with_a_line_that_names_help(name: str, stream: bool) -> None:
    """Fifty ways to say it that no rule knows: while degraded each therapeutic reply ends with the check-in line.
    Guards the line, which is all that is left then."""
    async with talking(LOADS[name]) as models:
        without = []
        for _, text in ALL:
            turn = await told(models, request := therapeutic(text, stream=stream))
            if not (turn.text == f"{ANSWER}\n\n{check_in(request)}" and turn.finished.verdict.is_degraded):
                without.append(text)
        assert without == []


@pytest.mark.parametrize(("load", "is_degraded"), [(Calm, False), (missing, True)])
async def test_a_models_words_that_rules_stop_are_degraded_only_without_a_classifier(
    load: Callable[[], Classifier], is_degraded: bool
) -> None:
    """What is not asked because rules have decided is not missing."""
    async with talking(load) as models:
        words = ChatRequest((Message(Role.ASSISTANT, HARMFUL),))
        verdict = await models.screen(words, direction=Direction.OUTPUT)
    assert (verdict.action, verdict.is_degraded) == (Action.STOP, is_degraded)


async def test_a_stuck_classifier_costs_no_paraphrase_its_line() -> None:
    """The message that it is stuck in, and those behind it. Guards the 200 ms of own work."""
    async with talking(LOADS["stuck"]) as models:
        for _, text in ALL[::7]:
            turn = await told(models, request := therapeutic(text))
            assert turn.text.endswith(check_in(request))
        assert models.classifier is not None
        assert models.classifier.late == len(ALL[::7])


async def test_while_degraded_a_therapeutic_answer_is_shown_only_when_it_was_read_whole() -> None:
    """It comes in one piece and the line behind it, where it comes sentence by sentence else. Guards the hold."""
    request = therapeutic("I sit by the river.", stream=True)
    async with talking(missing) as models:
        degraded = deltas(await told(models, request))
    async with talking(Calm) as models:
        well = await told(models, request)
    assert degraded == [ANSWER, f"\n\n{check_in(request)}"]
    assert len(deltas(well)) > 1
    assert (well.text, well.finished.verdict.is_degraded) == (ANSWER, False)


async def test_while_degraded_nothing_of_a_harmful_answer_is_shown() -> None:
    """Not the calm sentence before it either: all was read before any was shown. Guards the hold."""
    async with talking(missing, says=HARMFUL) as models:
        turn = await told(models, therapeutic("I sit by the river.", stream=True))
    assert (turn.finished.verdict.action, "Thank you for telling me" in turn.text) == (Action.STOP, False)


@pytest.mark.parametrize("name", ["missing", "raising"])
async def test_streamed_turns_have_the_verdicts_of_whole_ones(name: str) -> None:
    """Of calm words, words in danger, hopeless ones and a harmful answer. Guards screening that does not look at how
    an answer is asked for."""
    for said, says in ((CALM, ANSWER), (DANGER, ANSWER), (HOPELESS, ANSWER), (ALL[0][1], HARMFUL)):
        turns = []
        for stream in (False, True):
            async with talking(LOADS[name], says=says) as models:
                turns.append(await told(models, therapeutic(said, stream=stream)))
        first, second = turns
        assert (first.text, first.finished.verdict) == (second.text, second.finished.verdict)


async def test_a_classifier_that_comes_back_ends_degraded_mode() -> None:
    """Once it is let go the next message is read by it, and its answer carries no line."""
    stuck = Stuck()
    async with talking(lambda: stuck) as models:
        assert (await told(models, therapeutic(CALM))).finished.verdict.is_degraded
        stuck.go_on.set()
        async with asyncio.timeout(WITHIN_S):
            while (turn := await told(models, therapeutic(CALM))).finished.verdict.is_degraded:
                await asyncio.sleep(0)
        assert (turn.text, (await found(models, "screening"))[0]) == (ANSWER, "ok")


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
@pytest.mark.parametrize("classifier", ["missing", "calm"])
async def test_a_locked_store_costs_nobody_in_danger_anything(classifier: str, stream: bool, segue_home: Path) -> None:
    """Another program holds SQLite's file: the words come, `segue health` says why, and the next process still knows.
    Guards the local file that takes what the store does not until the end (`test_risk_state` kills before that)."""
    load = LOADS.get(classifier, Calm)
    settings = settings_for(storage={"deadline_s": 0.3, "session_deadline_s": 0.05})
    with closing(sqlite3.connect(segue_home / "segue.db", isolation_level=None)) as other:
        async with talking(load, settings) as models:
            other.execute("BEGIN EXCLUSIVE")
            turn = await told(models, asked(DANGER, stream=stream), HERE)
            assert was_written(turn)
            calm = await told(models, therapeutic(ALL[0][1], stream=stream))
            line = f"\n\n{check_in(therapeutic(ALL[0][1]))}" if classifier == "missing" else ""
            assert calm.text == ANSWER + line
            async with asyncio.timeout(WITHIN_S):
                while (await found(models, "store"))[0] != "wrong":
                    await asyncio.sleep(0)
            assert await still_latched(models)
    async with talking(load, settings) as models:
        assert await still_latched(models)


async def test_a_store_that_is_destroyed_takes_no_latch_with_it(segue_home: Path) -> None:
    """SQLite's file becomes rubbish under a running process: the words come, and with a fresh file the session is where
    it was. Guards the same local file, which is read into whatever store there is at the next start."""
    settings = settings_for(storage={"deadline_s": 0.3, "session_deadline_s": 0.05})
    async with talking(missing, settings) as models:
        await told(models, asked(CALM), HERE)
        for file in segue_home.glob("segue.db*"):
            file.write_bytes(b"rubbish" * 600)
        assert was_written(await told(models, asked(DANGER), HERE))
        assert await still_latched(models)
        assert (await found(models, "store"))[0] == "wrong"
    for file in segue_home.glob("segue.db*"):
        file.unlink()
    async with talking(missing, settings) as models:
        assert await still_latched(models)


async def test_a_redis_that_is_killed_takes_no_latch_with_it(own_redis: RedisServer) -> None:
    """The shared cache dies before the danger and is still away at the next start. Guards the process's own memory
    and the store behind it."""
    settings = settings_for(cache={"url": own_redis.url(), "deadline_s": 0.3})
    async with talking(missing, settings) as models:
        await told(models, asked(CALM), HERE)
        own_redis.kill()
        assert was_written(await told(models, asked(DANGER), HERE))
        turn = await told(models, request := therapeutic(ALL[0][1]))
        assert turn.text == f"{ANSWER}\n\n{check_in(request)}"
        assert (await found(models, "cache"))[0] == "wrong"
        assert await still_latched(models)
    async with talking(missing, settings) as models:
        assert await still_latched(models)


def judgement(text: str) -> Scene:
    """A judge that says this."""
    return Scene((event(chunk(delta={"content": text})), STOP, DONE), whole=whole(text))


JUDGES = {
    "down": (None, "failed"),
    "broken": (Scene((b"{}",), 500, "application/json"), "failed"),
    "slow": (Scene(end="hang"), "late"),
    "garbage": (Scene((b"data: {{{\n\n", DONE), whole=b"{{{"), "failed"),
    "rambling": (judgement("It is hard to tell, but this seems to be nothing."), "no_opinion"),
    "calming": (judgement('{"level": "none", "about": null}'), "agreed"),
}
"""What becomes of asking the judge, and how it is counted."""


@pytest.mark.parametrize("name", JUDGES)
async def test_a_judge_of_no_use_makes_no_turn_less_careful(name: str) -> None:
    """Down, slow or talking rubbish: hopeless words are answered by the verdict of rules, with a question behind the
    answer, and danger with the written words. Guards the judge's deadline and its failures being no answer."""
    scene, counted = JUDGES[name]
    async with Upstream() as server:
        url = server.base_url if scene is not None else f"http://127.0.0.1:{free_port()}/v1"
        server.scenes["judge"] = scene or Scene()
        options = {"base_url": url, "data_policy": "local", "models": {"judge": {"in_auto": False}}}
        providers = {"court": {"type": "openai_compatible", "options": options}}
        settings = settings_for(
            {"judge": "court:judge", "judge_s": 0.3 if name == "slow" else 5.0}, providers=providers
        )
        async with talking(missing, settings) as models:
            hopeless = await told(models, therapeutic(HOPELESS))
            assert models.judge is not None
            assert (models.judge.counts["asked"], models.judge.counts[counted]) == (1, 1)
            danger = await told(models, asked(DANGER), HERE)
            assert await still_latched(models)
    assert (hopeless.finished.verdict.level, hopeless.finished.verdict.is_degraded) == (SafetyLevel.MODERATE, True)
    assert hopeless.text.startswith(ANSWER)
    assert len(hopeless.text) > len(ANSWER)
    assert was_written(danger)


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
async def test_a_receiver_that_is_down_costs_the_person_no_word_and_no_promise(stream: bool) -> None:
    """Nobody can be told: the words come all the same, promise nobody, and `segue health` says so. Guards that words
    wait for a hand-off no longer than their deadline, and that only an acknowledged one is told of."""
    handoff = {"url": f"http://127.0.0.1:{free_port()}/desk", "secret": SECRET}
    async with talking(missing, settings_for(handoff=handoff)) as models:
        turn = await told(models, asked(DANGER, stream=stream), HERE)
        assert was_written(turn)
        assert reply("handed_over", "en").text not in turn.text
        assert await still_latched(models)
        async with asyncio.timeout(WITHIN_S):
            while (await found(models, "handoff"))[0] != "wrong":
                await asyncio.sleep(0)


async def test_everything_broken_at_once_still_answers(own_redis: RedisServer, segue_home: Path) -> None:
    """No classifier, no store, no Redis, no judge, no receiver and no model: whoever is in danger reads the words,
    and whoever is not is told what is the matter. Guards that none of the fallbacks needs another's part."""
    gone = {"base_url": f"http://127.0.0.1:{free_port()}/v1", "data_policy": "local"}
    settings = settings_of(
        {"court": ProviderSettings(type="openai_compatible", options={**gone, "models": {"judge": {}, "any": {}}})},
        safety={"judge": "court:judge", "classifier": "auto"},
        storage={"deadline_s": 0.3, "session_deadline_s": 0.05},
        cache={"url": own_redis.url(), "deadline_s": 0.3},
        handoff={"url": f"http://127.0.0.1:{free_port()}/desk", "secret": SECRET},
    )
    models = await opened_with(missing, settings)
    async with AsyncExitStack() as stack:
        stack.push_async_exit(models)
        own_redis.kill()
        with closing(sqlite3.connect(segue_home / "segue.db", isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            turn = await told(models, asked(DANGER), HERE)
            other_turn = await told(models, request := therapeutic(ALL[0][1]), SOMEBODY_ELSE)
        assert was_written(turn)
        assert (other_turn.finished.written_reply, other_turn.finished.model) == ("emergency", None)
        assert other_turn.text.endswith(check_in(request))
