"""The classifier of answers missing, slow or raising: rules go on, and where nothing may be shown unread nothing is."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager

import pytest

from segue.app import ModelManager
from segue.domain.chat import ChatRequest, Message, Role
from segue.domain.findings import Action, Category
from segue.domain.models import TaskType
from segue.safety.contract import AnswerClassifier, Direction
from segue.safety.replies import reply
from tests.support.classifiers import Calm, opened_with
from tests.support.hearing import BROKEN_EARS, Ravens, missing_ears
from tests.support.stage import Play, StageProvider
from tests.support.talk import Told, asked, scripted, settings_of, told

CALM = "Good evening."
ANSWER = (
    "Thank you for telling me. That sounds hard, and I am glad that you wrote it down. The river is quiet tonight, and "
    "the ferry waits at the other side. There is time. You may tell it slowly. Somebody lit "
    "the lamp in the kitchen. The kettle is on. Do you want to say more about it?"
)
GRIM = f"{ANSWER} Listen to the raven at the window. Then it is over."
HARMFUL = f"{ANSWER} You should just kill yourself tonight. Then it is over."
BY_SOMEBODY = [{"model": "stage:any", "decided_by": "The ethics board", "decided_at": "2026-06-01"}]
GUARDED: Mapping[str, object] = {"allowed_for_therapeutic": []}
CHECK_IN = reply("check_in", "en").text


@asynccontextmanager
async def talking(
    ears: Callable[[], AnswerClassifier], *, says: str, safety: Mapping[str, object] | None = None
) -> AsyncIterator[ModelManager]:
    """A manager whose model says this in pieces of some words each, and whose answers these ears hear."""
    allowed = {"classifier": "auto", "allowed_for_therapeutic": BY_SOMEBODY, **(safety or {})}
    settings = settings_of(scripted(stage={"any": {"text": ANSWER, "data_policy": "local"}}), safety=allowed)
    models = await opened_with(Calm, settings, load_answers=ears)
    try:
        stage = models.provider_of(models.cards()[0].ref)
        stage.__class__ = StageProvider
        assert isinstance(stage, StageProvider)
        stage.play = Play(says, chunk_chars=(11, 4, 23))
        yield models
    finally:
        await models.__aexit__(None, None, None)


async def therapeutic(
    models: ModelManager, *, stream: bool = True, task: TaskType = TaskType.THERAPEUTIC_RESPONSE
) -> Told:
    """A calm message's turn."""
    return await told(models, asked(CALM, task=task, stream=stream))


@pytest.mark.parametrize("safety", [{}, GUARDED], ids=["allowed", "guarded"])
@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
async def test_harm_that_no_rule_knows_is_not_shown(stream: bool, safety: Mapping[str, object]) -> None:
    """What stood before it stays where words are shown as sentences, and nothing where all is held; the verdict names
    kind, source and version."""
    async with talking(Ravens, says=GRIM, safety=safety) as models:
        turn = await therapeutic(models, stream=stream)
    verdict = turn.finished.verdict
    assert (verdict.action, verdict.category, turn.finished.reason) == (
        Action.STOP,
        Category.ENCOURAGEMENT,
        "content_filter",
    )
    assert [(found.check, found.code) for found in verdict.findings] == [("classifier", "classifier.encouragement")]
    assert verdict.score is not None
    assert verdict.score.version == "ravens-1"
    assert "raven" not in turn.text
    assert reply("output_stopped", "en").text in turn.text
    assert turn.text.startswith("Thank you for telling me.") is (safety is not GUARDED)


async def test_a_plain_turn_is_not_heard() -> None:
    """Its words are shown as they are read by rules, as quick as ever: no classifier waits in between."""
    ravens = Ravens()
    async with talking(lambda: ravens, says=GRIM) as models:
        turn = await therapeutic(models, task=TaskType.WORLD_BUILDING)
    assert (turn.text, ravens.heard) == (GRIM, [])


@pytest.mark.parametrize("name", BROKEN_EARS)
async def test_without_a_score_rules_go_on_and_help_is_named(name: str) -> None:
    """A model that somebody allowed: the answer is held to its end, read whole by rules, and ends with the line."""
    async with talking(BROKEN_EARS[name], says=ANSWER) as models:
        turn = await therapeutic(models)
        (screening,) = [part for part in (await models.health()).parts if part.part == "screening"]
        calm = [piece for piece in turn.text.split("\n\n") if piece]
    assert calm == [ANSWER, CHECK_IN]
    assert screening.state == "note"
    assert turn.finished.reason == "stop"


@pytest.mark.parametrize("name", BROKEN_EARS)
async def test_without_a_score_rules_still_stop(name: str) -> None:
    """Of the harmful sentence nothing is shown."""
    async with talking(BROKEN_EARS[name], says=HARMFUL) as models:
        turn = await therapeutic(models)
    assert (turn.finished.verdict.action, "kill" in turn.text) == (Action.STOP, False)


@pytest.mark.parametrize("name", BROKEN_EARS)
async def test_without_a_score_nothing_is_shown_where_nobody_decided_who_may_answer(name: str) -> None:
    """It counts as found: written words stand in for the answer."""
    async with talking(BROKEN_EARS[name], says=ANSWER, safety=GUARDED) as models:
        turn = await therapeutic(models)
    assert turn.finished.verdict.category is Category.SCREENING_FAILED
    assert (turn.finished.reason, "ferry" in turn.text) == ("content_filter", False)


async def test_weights_that_are_gone_leave_degraded_mode() -> None:
    """Screening says so, and every therapeutic answer names help, as without any classifier."""
    async with talking(missing_ears, says=ANSWER, safety=GUARDED) as models:
        turn = await therapeutic(models)
        assert (await models.health()).parts
    assert turn.finished.verdict.is_degraded
    assert turn.text == f"{ANSWER}\n\n{CHECK_IN}"


def answered(text: str) -> ChatRequest:
    """A talk that ends with a model's words."""
    return ChatRequest((Message(Role.USER, CALM), Message(Role.ASSISTANT, text)))


async def test_words_that_are_screened_without_a_turn_are_heard_as_in_one() -> None:
    """`POST /v1/safety/screen` and `segue safety test --answer` say what a therapeutic turn does with them."""
    async with talking(Ravens, says=ANSWER) as models:
        grim = await models.screen(answered(GRIM), direction=Direction.OUTPUT)
        calm = await models.screen(answered(ANSWER), direction=Direction.OUTPUT)
    assert (grim.action, grim.is_degraded) == (Action.STOP, False)
    assert [GRIM[found.start : found.end].strip()[:16] for found in grim.findings] == ["Listen to the ra"]
    assert (calm.action, calm.is_degraded) == (Action.PASS, False)


@pytest.mark.parametrize("ears", BROKEN_EARS.values(), ids=BROKEN_EARS)
async def test_words_that_nobody_could_hear_are_told_as_degraded(ears: Callable[[], AnswerClassifier]) -> None:
    """What rules know of is stopped all the same."""
    async with talking(ears, says=ANSWER) as models:
        calm = await models.screen(answered(ANSWER), direction=Direction.OUTPUT)
        harm = await models.screen(answered(HARMFUL), direction=Direction.OUTPUT)
    assert (calm.action, calm.is_degraded) == (Action.PASS, True)
    assert harm.action is Action.STOP
