"""Laws of continuation: whatever the text, its pieces and the places where it breaks, the text comes once and whole."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

import segue
from segue.app import ModelManager
from segue.domain.findings import Action
from segue.safety.contract import CHECKS
from segue.safety.policy import TherapeuticSafetyValidator
from tests.support.continuing import Manner
from tests.support.stage import Play, StageProvider
from tests.support.story import story
from tests.support.talk import Told, asked, scripted, settings_of, told

ROUTES = {
    "prefill": {"models": ["stage:first", "stage:prefill", "stage:second_prefill"]},
    "word": {"models": ["stage:first", "stage:second", "stage:third"]},
    "alone": {"models": ["stage:prefill"]},
}
"""Who goes on: models that take a prefill, models that have to be told, or the one that broke off itself."""
SCREENING = TherapeuticSafetyValidator([CHECKS.load(name)() for name in CHECKS.names])


@dataclass(frozen=True, slots=True)
class Stage:
    """Models in this process, in a loop of their own: opened once for all examples."""

    runner: asyncio.Runner
    models: ModelManager
    provider: StageProvider

    def told(self, play: Play, *, model: str, stream: bool) -> Told:
        """One turn of a play."""
        self.provider.play = play
        return self.runner.run(told(self.models, asked("What happened then?", model=model, stream=stream)))


@pytest.fixture(scope="module", params=["rolling", "sentence"])
def stage(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A manager whose models never rest, however often they break off."""
    prefill = {"text": "", "capabilities": ["prefill"]}
    plain = {"text": ""}
    settings = settings_of(
        scripted(
            stage={"first": plain, "second": plain, "third": plain, "prefill": prefill, "second_prefill": prefill}
        ),
        routes=ROUTES,
        breakers={"failures": 1000, "rest_s": 0.001, "longest_rest_s": 0.001},
        fallback={"retry_share": 1},
        safety={"streaming": request.param},
    )
    models = segue.open(settings, home=tmp_path_factory.mktemp("home"))
    provider = models._providers["stage"]
    provider.__class__ = StageProvider
    assert isinstance(provider, StageProvider)
    with asyncio.Runner() as runner:
        runner.run(models.__aenter__())
        yield Stage(runner, models, provider)
        runner.run(models.__aexit__())


SHOWN = "The boat left at noon. " * 17
"""Words enough for a part of them to be shown, so that what follows has to be continued."""
PIECES = st.lists(st.integers(1, 60), min_size=1, max_size=8)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]) | st.sampled_from(" \n\t.,"), min_size=1)
PROSE = st.builds(
    lambda number, sentences: story(number, sentences=sentences), st.integers(0, 10_000), st.integers(1, 12)
)
BREAKS = st.lists(st.integers(0, 1000), min_size=1, max_size=2)


@given(unit=ANY_TEXT, times=st.integers(1, 30), pieces=PIECES, breaks=BREAKS, stream=st.booleans())
@example(unit="Breathe in slowly, and out. ", times=21, pieces=[7], breaks=[290], stream=True)
@example(
    unit="\u6162\u6162\u5438\u6c14\uff0c\u518d\u547c\u51fa\u3002", times=30, pieces=[3], breaks=[150, 90], stream=True
)
@example(unit="1. One thing\n2. Two things\n3. Three things\n\n", times=12, pieces=[7], breaks=[290], stream=True)
@example(unit=f"{SHOWN}{' ' * 500}upon a time.", times=1, pieces=[7], breaks=[600], stream=True)
@example(unit=SHOWN + "\n \n" * 100 + "upon a time.", times=1, pieces=[7], breaks=[500, 60], stream=True)
@example(unit=f"{SHOWN}{'z' * 300}  upon", times=1, pieces=[1], breaks=[703], stream=True)
@example(unit="".join(map(chr, range(0x4E00, 0x4E00 + 600))), times=1, pieces=[11], breaks=[400], stream=True)
def test_any_text_continued_by_prefill_comes_once_and_whole(
    stage: Stage, unit: str, times: int, pieces: list[int], breaks: list[int], stream: bool
) -> None:
    """Where models go on exactly, what is released is the intended text, be it as repetitive or odd as can be.
    Covers R5.2."""
    text = unit * times
    assume(SCREENING.screen_output(text, language=None).action is Action.PASS)
    play = Play(text, breaks, pieces)
    turn = stage.told(play, model="prefill", stream=stream)
    assume(not play.is_ambiguous)  # all that was said, once, and then it follows once more: an echo reads the same
    assert (turn.text, turn.finished.reason) == (text, "stop")
    assert "instruction" not in play.ways


@given(
    text=PROSE,
    pieces=PIECES,
    breaks=BREAKS,
    manner=st.sampled_from(get_args(Manner)),
    stream=st.booleans(),
)
def test_prose_continued_by_instruction_comes_once_and_whole(
    stage: Stage, text: str, pieces: list[int], breaks: list[int], manner: Manner, stream: bool
) -> None:
    """Where models are told to go on and say some of it again, or all, what is released is the intended text.
    Covers R5.2."""
    play = Play(text, breaks, pieces, manner)
    turn = stage.told(play, model="word", stream=stream)
    assert (turn.text, turn.finished.reason) == (text, "stop")
    assert "prefill" not in play.ways


@given(
    refrain=st.builds(
        lambda number, sentences: story(number, sentences=sentences), st.integers(0, 99), st.integers(1, 3)
    ),
    times=st.integers(3, 12),
    pieces=PIECES,
    breaks=BREAKS,
    stream=st.booleans(),
)
@example(refrain="Breathe in slowly, and out.", times=20, pieces=[7], breaks=[290], stream=True)
def test_refrain_continued_by_instruction_loses_nothing(
    stage: Stage, refrain: str, times: int, pieces: list[int], breaks: list[int], stream: bool
) -> None:
    """What a text itself says three times in a row or more is no model's repetition, wherever it breaks. Twice in a
    row nobody can tell from it, and then it is said once. Covers R5.2."""
    text = f"Sit down. {' '.join([refrain] * times)} Now open your eyes."
    turn = stage.told(Play(text, breaks, pieces), model="word", stream=stream)
    assert turn.text == text


@given(text=PROSE, pieces=PIECES, at=st.integers(400, 1200))
def test_model_that_goes_on_itself_loses_nothing(stage: Stage, text: str, pieces: list[int], at: int) -> None:
    """The only model breaks off after words were shown and goes on with its own words. Covers R5.2."""
    assume(at < len(text))
    turn = stage.told(Play(text, [at], pieces), model="alone", stream=True)
    assert turn.text == text
