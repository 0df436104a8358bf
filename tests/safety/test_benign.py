"""Words that must not set off an alarm, and answers that must not be stopped."""

import pytest

from segue.domain.findings import Action
from segue.domain.models import SafetyLevel
from segue.safety.policy import TherapeuticSafetyValidator, screen_by_rules
from tests.safety import examples, urging

VALIDATOR = TherapeuticSafetyValidator()


@pytest.mark.parametrize("text", examples.BENIGN)
def test_a_figure_of_speech_alarms_nobody(text: str) -> None:
    """People may die of laughter."""
    assert screen_by_rules(text).level.rank <= SafetyLevel.LOW.rank


@pytest.mark.parametrize("text", examples.SUPPORTIVE)
def test_an_answer_that_helps_is_not_stopped(text: str) -> None:
    """A model may name what somebody is afraid of, and warn of it."""
    assert VALIDATOR.screen_output(text).action is Action.PASS


@pytest.mark.parametrize("text", urging.NOT_URGING)
def test_an_answer_that_warns_of_it_urges_nobody(text: str) -> None:
    """To say that nobody deserves to die, or to ask a doctor first, is what a good answer does."""
    assert VALIDATOR.screen_output(text, therapeutic=True).action is Action.PASS
