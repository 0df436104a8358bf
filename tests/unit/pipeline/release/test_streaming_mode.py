"""How an answer is shown while it comes."""

from itertools import product
from typing import get_args

import pytest

from segue.config.safety_settings import SafetySettings
from segue.domain.choice import Sensitivity
from segue.domain.findings import CLEAR
from segue.domain.models import SafetyLevel
from segue.pipeline.release.sentence_guard import SentenceGuard
from segue.pipeline.release.streaming_mode import StreamingMode, StreamingSetting, guard_for, streaming_mode

SETTINGS: tuple[StreamingSetting, ...] = get_args(StreamingSetting)


def mode(
    setting: StreamingSetting = "auto",
    *,
    sensitivity: Sensitivity = Sensitivity.ORDINARY,
    said_level: SafetyLevel = SafetyLevel.NONE,
    session_level: SafetyLevel = SafetyLevel.NONE,
    is_guarded: bool = False,
    in_json: bool = False,
) -> StreamingMode:
    return streaming_mode(
        setting,
        sensitivity=sensitivity,
        said_level=said_level,
        session_level=session_level,
        is_guarded=is_guarded,
        in_json=in_json,
    )


def test_ordinary_words_are_shown_as_they_are_read() -> None:
    """Nobody waits for a sentence's end where nothing is at stake."""
    assert (mode(), mode(said_level=SafetyLevel.LOW), mode("rolling")) == (StreamingMode.ROLLING,) * 3


@pytest.mark.parametrize("setting", SETTINGS)
def test_no_setting_makes_a_therapeutic_turn_less_careful(setting: StreamingSetting) -> None:
    """Whole sentences, whatever is configured, for therapeutic turns and after words of moderate risk."""
    assert mode(setting, sensitivity=Sensitivity.THERAPEUTIC) is StreamingMode.SENTENCE
    assert mode(setting, said_level=SafetyLevel.MODERATE) is StreamingMode.SENTENCE


def test_a_session_that_was_grave_stays_with_sentences() -> None:
    """Risk is not forgotten with the next message, unless an operator wants words as soon as can be."""
    assert mode(session_level=SafetyLevel.HIGH) is StreamingMode.SENTENCE
    assert mode("rolling", session_level=SafetyLevel.HIGH) is StreamingMode.ROLLING


def test_an_operator_may_want_sentences_everywhere() -> None:
    """`sentence` holds for every turn."""
    assert mode("sentence") is StreamingMode.SENTENCE


@pytest.mark.parametrize(("setting", "sensitivity"), [*product(SETTINGS, Sensitivity)])
def test_guarded_turns_and_json_are_shown_whole(setting: StreamingSetting, sensitivity: Sensitivity) -> None:
    """What may not be shown in part waits for its end, in every setting."""
    assert mode(setting, sensitivity=sensitivity, is_guarded=True) is StreamingMode.WHOLE
    assert mode(setting, sensitivity=sensitivity, in_json=True) is StreamingMode.WHOLE


@pytest.mark.parametrize("kind", StreamingMode)
def test_every_mode_has_its_guard(kind: StreamingMode) -> None:
    """Sentences have a guard of their own; an answer held whole shows nothing before its end."""
    guard = guard_for(kind, lambda _: CLEAR, hold_back_chars=40)
    assert isinstance(guard, SentenceGuard) is (kind is StreamingMode.SENTENCE)
    assert bool(guard.feed("It rains. " * 20).text) is (kind is not StreamingMode.WHOLE)


def test_the_setting_knows_the_same_words() -> None:
    """What may be configured is what is read."""
    assert get_args(SafetySettings.model_fields["streaming"].annotation) == SETTINGS
