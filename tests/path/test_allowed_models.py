"""Who may answer therapeutic turns: the operator's decision holds for choice, fallback, hedging and rescue."""

from datetime import date

import pytest

import segue
from segue.config.safety_settings import SafetySettings
from segue.config.settings import Settings
from segue.domain.models import TaskType
from segue.errors import NoModelFits
from segue.pipeline.care.allowed import allowed_models, is_guarded, only_allowed
from segue.selection.analysis import analyze
from tests.support.continuing import Manner
from tests.support.stage import Play, StageProvider
from tests.support.story import story
from tests.support.talk import Told, asked, scripted, settings_of, told

WORDS = "The lighthouse keeper climbed the stairs and counted them, as always."
THERAPY = TaskType.THERAPEUTIC_RESPONSE


def allowing(*models: str) -> dict[str, object]:
    return {
        "allowed_for_therapeutic": [
            {"model": model, "decided_by": "Dr. Sample", "decided_at": date(2026, 6, 1)} for model in models
        ]
    }


def of(*allowed: str, **sections: object) -> Settings:
    """One provider of models that fail in every way, and two that answer; only those named are allowed."""
    models: dict[str, dict[str, object]] = {
        "down": {"text": WORDS, "fault": {"kind": "refused"}},
        "mute": {"text": WORDS, "fault": {"kind": "silent"}},
        "cut": {"text": story(), "fault": {"kind": "cut", "after_chars": 400}},
        "wrong": {"text": WORDS},
        "right": {"text": WORDS},
    }
    return settings_of(scripted(stage=models), safety=allowing(*allowed), **sections)


def asked_models(turn: Told) -> set[str]:
    return {str(report.model) for report in turn.finished.attempts if report.error_code != "left_out"}


async def test_only_allowed_models_are_chosen_for_a_therapeutic_turn() -> None:
    """`auto` asks nobody else; an ordinary turn may be answered by any. Covers R2.1."""
    async with segue.open(of("stage:right")) as models:
        therapeutic = await told(models, asked("Hello.", task=THERAPY))
        ordinary = await told(models, asked("Hello.", task=TaskType.GENERAL_CHAT, model="stage:wrong"))
    assert asked_models(therapeutic) == {"stage:right"}
    assert asked_models(ordinary) == {"stage:wrong"}


@pytest.mark.parametrize("broken", ["down", "mute", "cut"])
@pytest.mark.parametrize("stream", [True, False])
async def test_whoever_stands_in_for_a_failing_model_is_allowed(broken: str, stream: bool) -> None:
    """A model that refuses, is silent or breaks off is followed only by one that is allowed, also where others stand
    before it on the route. Covers R2.3."""
    settings = of(
        f"stage:{broken}",
        "stage:right",
        routes={"all": {"models": [f"stage:{broken}", "stage:wrong", "stage:right"], "then_auto": True}},
        time={"first_token_s": 0.1, "gap_s": 0.2},
        fallback={"retries": 0, "hedge_s": 0.05},
    )
    async with segue.open(settings) as models:
        turn = await told(models, asked("Hello.", model="all", task=THERAPY, stream=stream))
    assert turn.finished.reason == "stop"
    assert asked_models(turn) == {f"stage:{broken}", "stage:right"}
    assert [str(a.model) for a in turn.finished.attempts if a.error_code == "left_out"] == ["stage:wrong"]


@pytest.mark.parametrize("manner", ["exactly", "repeats"])
async def test_a_rescue_in_the_middle_of_an_answer_is_by_an_allowed_model(manner: Manner) -> None:
    """Where an answer broke off after words were shown, nobody goes on with it who may not. Covers R5.2."""
    settings = settings_of(
        scripted(stage={"first": {"text": ""}, "wrong": {"text": ""}, "right": {"text": ""}}),
        safety=allowing("stage:first", "stage:right"),
        routes={"all": {"models": ["stage:first", "stage:wrong", "stage:right"]}},
    )
    models = segue.open(settings)
    provider = models._providers["stage"]
    provider.__class__ = StageProvider
    assert isinstance(provider, StageProvider)
    provider.play = Play(story(), breaks=(600,), manner=manner)
    async with models:
        turn = await told(models, asked("Tell me.", model="all", task=THERAPY))
    assert turn.finished.reason == "stop"
    told_of = [str(report.model) for report in turn.finished.attempts if report.error_code != "left_out"]
    assert told_of == ["stage:first", "stage:right"]


async def test_nobody_answers_a_therapeutic_turn_when_no_allowed_model_can() -> None:
    """The caller is told which decision stands in the way, and no other model is asked. Covers R2.5."""
    async with segue.open(of("stage:down")) as models:
        with pytest.raises(NoModelFits, match=r"safety\.allowed_for_therapeutic"):
            await told(models, asked("Hello.", model="stage:wrong", task=THERAPY, strict=True))


async def test_distress_makes_a_turn_one_that_only_allowed_models_answer() -> None:
    """What the person says decides, not only what the caller calls the task."""
    async with segue.open(of("stage:right")) as models:
        turn = await told(models, asked("I don't want to wake up tomorrow", task=TaskType.NARRATIVE_GENERATION))
    assert asked_models(turn) == {"stage:right"}


async def test_by_default_any_model_may_answer_and_is_guarded() -> None:
    """As long as nobody has decided it, therapeutic turns are guarded; ordinary ones never are."""
    nobody, somebody = SafetySettings(), SafetySettings.model_validate(allowing("stage:right"))
    therapeutic, ordinary = analyze(asked("Hello.", task=THERAPY)), analyze(asked("Hello."))
    assert allowed_models(nobody) is None
    assert only_allowed(therapeutic, nobody) == therapeutic
    assert only_allowed(ordinary, somebody) == ordinary
    assert [is_guarded(task, nobody) for task in (therapeutic, ordinary)] == [True, False]
    assert [is_guarded(task, somebody) for task in (therapeutic, ordinary)] == [False, False]
    async with segue.open(of()) as models:
        assert (await told(models, asked("Hello.", model="stage:wrong", task=THERAPY))).finished.reason == "stop"
