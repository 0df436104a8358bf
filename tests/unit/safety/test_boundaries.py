"""What no helper says, who may say it in a story, and which numbers may be named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.domain.findings import Action, Category
from segue.domain.models import SafetyLevel
from segue.safety.boundaries import Boundaries
from segue.safety.helplines import Helplines
from segue.safety.numbers import digits_of
from segue.safety.policy import TherapeuticSafetyValidator
from tests.safety import boundaries

CHECK = Boundaries()
VALIDATOR = TherapeuticSafetyValidator()


@pytest.mark.parametrize("text", boundaries.HARMLESS)
def test_what_only_sounds_like_it_is_not_found(text: str) -> None:
    """Warnings, denials, story treasure, prices and dates."""
    assert list(CHECK.find(text, language="en")) == []


@pytest.mark.parametrize("text", boundaries.NUMBERS)
def test_a_number_for_help_that_nobody_verified_stops_the_answer(text: str) -> None:
    """A made-up helpline is worse than none."""
    assert [f.category for f in CHECK.find(text, language=None)] == [Category.UNVERIFIED_NUMBER]
    nobody_verified = TherapeuticSafetyValidator(helplines=Helplines("none", ()))
    assert nobody_verified.screen_output(text).action is Action.STOP


@pytest.mark.parametrize(
    "text", ["You can call 116 123, day or night.", "Dial +44 116-123.", "The helpline is (0044) 116 123."]
)
def test_a_verified_number_may_be_named(text: str) -> None:
    """However it is written."""
    check = Boundaries(frozenset({"116123", "44116123"}))
    assert list(check.find(text, language=None)) == []


@given(st.text(alphabet="0123456789+-() ", max_size=20))
def test_how_a_number_is_written_does_not_change_its_digits(number: str) -> None:
    """Only digits are compared."""
    assert digits_of(number) == digits_of(number.replace("-", " ").replace("(", "")) == digits_of(digits_of(number))


def test_a_number_to_call_that_is_no_helpline_is_moderate() -> None:
    """Pizza has a telephone too."""
    (finding,) = CHECK.find("Call 555 0199 77 for pizza", language=None)
    assert (finding.level, finding.code) == (SafetyLevel.MODERATE, "unverified_number.to_call")


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("Help is on the way.", SafetyLevel.HIGH),
        ('The knight shouts: "Help is on the way!"', SafetyLevel.MODERATE),
        ("The knight shouts: “Help is on the way!”", SafetyLevel.MODERATE),
        ('"Rest," she said. Help is on the way.', SafetyLevel.HIGH),
        ('The witch says: "This stays between us."', SafetyLevel.LOW),
        ('The witch says: "You should stop taking your medication."', SafetyLevel.HIGH),
    ],
)
def test_a_figure_of_a_story_may_say_more(said: str, level: SafetyLevel) -> None:
    """Between quotation marks most of it weighs a level less; advice on medicines does not."""
    assert [finding.level for finding in CHECK.find(said, language=None)] == [level]


def test_sexual_content_is_left_to_the_policy() -> None:
    """It is named, and stops an answer unless the person is known to be of age, in an ordinary turn."""
    (finding,) = CHECK.find("I want to undress you.", language=None)
    assert (finding.category, finding.level) == (Category.SEXUAL_CONTENT, SafetyLevel.MODERATE)
    assert VALIDATOR.screen_output("I want to undress you.").action is Action.STOP
    assert VALIDATOR.screen_output("I want to undress you.", is_adult=True).action is Action.PASS
    assert VALIDATOR.screen_output("I want to undress you.", is_adult=True, therapeutic=True).action is Action.STOP


def test_a_sexualised_child_stops_an_answer_between_quotation_marks_too() -> None:
    """No story allows it."""
    assert VALIDATOR.screen_output('He wrote: "The little girl moaned"').action is Action.STOP
