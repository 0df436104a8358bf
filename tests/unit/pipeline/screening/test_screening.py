"""Screening on the path: long texts, escapes, and nothing left out."""

import json
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.domain.chat import Message, Role
from segue.domain.findings import Action
from segue.domain.models import SafetyLevel
from segue.pipeline.screening.classifying import ClassifierThread
from segue.pipeline.screening.screening import OVERLAP_CHARS, WINDOW_CHARS, screen_json, screen_person, windows
from segue.safety.policy import TherapeuticSafetyValidator
from tests.support.classifiers import Calm, missing

CRISIS = "I want to kill myself tonight."
HARMFUL = "you should kill yourself"


@pytest.fixture(scope="module")
def validator() -> TherapeuticSafetyValidator:
    return TherapeuticSafetyValidator()


@pytest.mark.parametrize("place", [0, 15_990, 200_000, 399_000])
async def test_a_crisis_is_found_wherever_it_stands_in_a_long_message(
    validator: TherapeuticSafetyValidator, place: int
) -> None:
    """No place in a long message escapes the check."""
    calm = "The tide is low. " * 25_000
    text = f"{calm[:place]} {CRISIS} {calm[place:400_000]}"
    verdict, _ = await screen_person(validator, (Message(Role.USER, text),))
    assert verdict.action is Action.REPLACE


async def test_words_that_rules_decide_on_wait_for_no_classifier_and_are_not_degraded(
    validator: TherapeuticSafetyValidator,
) -> None:
    """While it loads, the first words of a crisis are answered at once; what nobody can ask later is degraded."""
    go_on, said = threading.Event(), (Message(Role.USER, CRISIS),)

    def load() -> Calm:
        go_on.wait(10)
        return Calm()

    async with ClassifierThread(load, start_s=0) as loading:
        verdict, _ = await screen_person(validator, said, classifier=loading)
        assert (verdict.level, verdict.score, verdict.is_degraded) == (SafetyLevel.IMMINENT, None, False)
        assert not loading.is_loaded.is_set()
        go_on.set()
    async with ClassifierThread(missing, start_s=0) as nobody:
        await nobody.loaded()
        assert (await screen_person(validator, said, classifier=nobody))[0].is_degraded


async def test_a_crisis_over_many_short_messages_is_found(validator: TherapeuticSafetyValidator) -> None:
    """Thousands of short messages without an answer are all read."""
    messages = [Message(Role.USER, "The tide is low, and nobody is here.")] * 2_000
    messages[700] = Message(Role.USER, CRISIS)
    assert (await screen_person(validator, messages))[0].action is Action.REPLACE


@given(st.integers(min_value=0, max_value=5 * WINDOW_CHARS), st.integers(min_value=0))
def test_every_short_stretch_is_whole_in_some_window(length: int, start: int) -> None:
    """Wherever a stretch of the overlap's length begins, one window holds all of it."""
    text = "".join(chr(0x4E00 + number % 20_000) for number in range(length))
    stretch = text[start % (length + 1) :][:OVERLAP_CHARS]
    assert any(stretch in window for window in windows(text)) or not stretch


def test_escapes_hide_nothing_in_json(validator: TherapeuticSafetyValidator) -> None:
    """A harmful sentence written in escapes is found as it will be read."""
    hidden = '{"line": "' + "".join(f"\\u{ord(char):04x}" for char in HARMFUL) + '"}'
    assert json.loads(hidden) == {"line": HARMFUL}
    assert screen_json(validator, hidden, language="en").action is Action.STOP


def test_what_is_no_json_is_read_as_it_stands(validator: TherapeuticSafetyValidator) -> None:
    """A backslash in ordinary text is no error."""
    assert screen_json(validator, "C:\\harbour {", language=None).action is Action.PASS


ESCAPED = "".join(f"\\u{ord(char):04x}" for char in HARMFUL)


@pytest.mark.parametrize(
    "text",
    [
        f'{{"a": "{ESCAPED}\\ud800"}}',
        f'{{"a": NaN, "b": "{ESCAPED}"}}',
        f'{{"a": 1, "a": "{ESCAPED}"}}',
        f'```json\n{{"a": "{ESCAPED}"}}\n```',
        f'{{"a": "{ESCAPED}',
        ESCAPED,
        json.dumps({"a": json.dumps({"b": json.dumps(HARMFUL)})}),
        json.dumps(json.dumps(json.dumps({"x": "kill", "y": "yourself"}))),
        '{"x": "kill", "y": "yourself"}',
        '["kill", "yourself"]',
        '{"kill": "yourself"}',
        json.dumps({"a": "\U0001d424\U0001d422\U0001d425\U0001d425 yourself"}),
        '{"a": "kill \\n\\t yourself"}',
    ],
)
def test_neither_broken_nor_nested_json_hides_a_sentence(validator: TherapeuticSafetyValidator, text: str) -> None:
    """What no parser would read is read all the same, and so are strings within strings."""
    assert screen_json(validator, text, language="en").action is Action.STOP


def test_ordinary_json_passes(validator: TherapeuticSafetyValidator) -> None:
    """Paths, line breaks and names of fields set off nothing."""
    text = json.dumps({"path": "C:\\new\\temp", "lines": ["How are you?", "A\n\tquiet \u00e9vening"], "n": {"die": 6}})
    assert screen_json(validator, text, language=None).action is Action.PASS


async def test_the_gravest_window_of_a_long_message_decides(validator: TherapeuticSafetyValidator) -> None:
    """An overdose late in a long message is not hidden by a wish at its start."""
    text = "I want to die. " + "The tide is low. " * 3_000 + "I just took a whole bottle of sleeping pills."
    assert (await screen_person(validator, (Message(Role.USER, text),)))[0].level is SafetyLevel.IMMINENT


@pytest.mark.parametrize(
    "text", ['{"You":1,"should":1,"kill":1,"yourself":1}', '{"a":{"You should":["kill"]},"yourself":2}']
)
def test_the_names_of_fields_are_words_too(validator: TherapeuticSafetyValidator, text: str) -> None:
    """What nobody may say is no better said in names."""
    assert screen_json(validator, text, language="en").action is Action.STOP
