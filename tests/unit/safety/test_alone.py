"""`from segue.safety import screen_text`: one message, without anything else."""

import subprocess
import sys

import pytest

from segue.domain.models import SafetyLevel
from segue.errors import RequestError
from segue.safety import screen_text
from segue.safety.policy import screen_by_rules

IMPLIED = "Nothing is planned beyond Sunday, because beyond Sunday there won't be a me."


@pytest.mark.classifier
def test_one_text_is_read_by_the_classifier_too() -> None:
    """What is only implied is found, as in a turn; the verdict is whole where the language was calibrated."""
    assert screen_by_rules(IMPLIED, language="en").level is SafetyLevel.NONE
    found = screen_text(IMPLIED, language="en")
    assert found.level.rank >= SafetyLevel.MODERATE.rank
    assert not found.is_degraded


def test_without_the_extra_rules_look_alone_and_the_verdict_says_so() -> None:
    """numpy cannot be imported in this process."""
    code = (
        "import sys; sys.modules['numpy'] = None\n"
        "from segue.safety import screen_text\n"
        "verdict = screen_text('I want to die', language='en')\n"
        "print(verdict.level, verdict.is_degraded)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=150)
    assert ran.stdout == "high True\n"


def test_a_language_that_there_is_not_is_refused_by_its_field() -> None:
    """Before anything is loaded."""
    with pytest.raises(RequestError, match="language: there is no such language") as refused:
        screen_text("I am fine.", language="english")
    assert refused.value.param == "language"
