"""Hair, knives, bridges, pills and holidays of an ordinary day, and the short words of danger beside them."""

import pytest

from segue.domain.models import SafetyLevel
from segue.safety.policy import screen_by_rules
from tests.safety.ordinary import ORDINARY


@pytest.mark.parametrize("language", ORDINARY)
def test_an_ordinary_day_alarms_nobody(language: str) -> None:
    """Somebody who sharpens the kitchen knives, leaves for the sea or dies of laughter is in no danger."""
    lines = ORDINARY[language].replace("|", "\n").strip().splitlines()
    assert [line for line in lines if screen_by_rules(line, language=language).level.is_serious] == []


@pytest.mark.parametrize(
    ("text", "language", "least"),
    [
        ("Adeus mundo, cansei.", "pt", SafetyLevel.HIGH),
        ("Lames de rasoir, encore, comme chaque soir.", "fr", SafetyLevel.MODERATE),
        ("Mis brazos sangran otra vez.", "es", SafetyLevel.MODERATE),
        ("Lebt wohl", "de", SafetyLevel.MODERATE),
        ("quiero desaparecer", "es", SafetyLevel.MODERATE),
        ("quero sumir pra sempre", "pt", SafetyLevel.MODERATE),
        ("j'ai envie de disparaître pour de bon", "fr", SafetyLevel.MODERATE),
        ("I want to sleep forever", "en", SafetyLevel.MODERATE),
        ("mi marido me pegó otra vez", "es", SafetyLevel.MODERATE),
    ],
)
def test_few_plain_words_of_danger_are_heard(text: str, language: str, least: SafetyLevel) -> None:
    """A farewell or a wound needs no long sentence; and what a holiday makes of a wish is not made of the bare wish."""
    assert screen_by_rules(text, language=language).level.rank >= least.rank
