"""Answers with one harmful sentence each, over the whole path: nothing of it is shown, however the answer comes."""

import random
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

import segue
from segue.app import ModelManager
from segue.domain.chat import TextDelta
from segue.domain.findings import Action
from segue.domain.models import SafetyLevel
from segue.safety.policy import TherapeuticSafetyValidator
from tests.support.harm import HARMFUL, HarmfulAnswer, harmful_answer
from tests.support.stage import Play, StageProvider
from tests.support.talk import Told, asked, scripted, settings_of, told

ANSWERS = 600
SCREENING = TherapeuticSafetyValidator()


@pytest_asyncio.fixture(params=["sentence", "rolling"])
async def models(request: pytest.FixtureRequest) -> AsyncIterator[ModelManager]:
    """A manager whose one model says what it is told to."""
    settings = settings_of(scripted(stage={"any": {"text": ""}}), safety={"streaming": request.param})
    manager = segue.open(settings)
    manager._providers["stage"].__class__ = StageProvider
    async with manager:
        yield manager


async def said(models: ModelManager, answer: HarmfulAnswer) -> Told:
    stage = models.provider_of(models.cards()[0].ref)
    assert isinstance(stage, StageProvider)
    stage.play = Play(answer.text, chunk_chars=answer.chunk_chars)
    return await told(models, asked("What happened then?"))


def shown(turn: Told) -> str:
    """What was shown of the model's answer: all but the written words at the end."""
    words = [piece.text for piece in turn.pieces if isinstance(piece, TextDelta)]
    return "".join(words[:-1])


async def test_of_600_answers_no_character_of_harm_is_shown(models: ModelManager) -> None:
    """Whole sentences: none of the harmful one. As they are read: none of what the rules find. The verdict is that of
    the answer in one piece. Covers acceptance 4 of therapeutic
    safety."""
    is_sentences = models.settings.safety.streaming == "sentence"
    leaks, verdicts, partly = [], [], 0
    for number in range(ANSWERS):
        answer = harmful_answer(number)
        whole, turn = SCREENING.screen_output(answer.text), await said(models, answer)
        words = shown(turn)
        grave = min(found.start for found in whole.findings if found.level.rank >= SafetyLevel.HIGH.rank)
        if not answer.text.startswith(words) or len(words) > (answer.harm_start if is_sentences else grave):
            leaks.append(number)
        if (turn.finished.verdict.action, turn.finished.verdict.level) != (whole.action, whole.level):
            verdicts.append(number)
        partly += bool(words)
    assert (leaks, verdicts) == ([], [])
    assert partly > ANSWERS / 4, "the guard shows what is harmless"


async def test_calm_answers_come_whole_and_the_same(models: ModelManager) -> None:
    """Nothing is lost where nothing is wrong."""
    dice = random.Random(4)
    for number in range(40):
        text = harmful_answer(number).text
        for harmful in HARMFUL:
            text = text.replace(harmful, "It rained.")
        turn = await said(models, HarmfulAnswer(text, 0, tuple(dice.randint(1, 90) for _ in range(5))))
        assert (turn.text, turn.finished.verdict.action) == (text, Action.PASS)
