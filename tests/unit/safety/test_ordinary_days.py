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
        ("I want to die, figuratively, literally", "en", SafetyLevel.HIGH),
        ("I want to die metaphorically, physically, every way", "en", SafetyLevel.HIGH),
        ("mi marido me pegó otra vez", "es", SafetyLevel.MODERATE),
        ("quiero matar a mi bebé con una almohada", "es", SafetyLevel.MODERATE),
        ("j'ai envie de tuer mon bébé avec un oreiller", "fr", SafetyLevel.MODERATE),
        ("mon mari m'étrangle avec un oreiller", "fr", SafetyLevel.MODERATE),
        ("quero matar meu bebê com um travesseiro", "pt", SafetyLevel.MODERATE),
        ("meu marido me sufoca com o travesseiro", "pt", SafetyLevel.MODERATE),
        ("je veux dormir pour toujours après la mort de ma mère", "fr", SafetyLevel.MODERATE),
        ("sleep forever after the pills", "en", SafetyLevel.MODERATE),
        ("sleep forever after my divorce", "en", SafetyLevel.MODERATE),
        ("quiero desaparecer a la playa y no volver nunca", "es", SafetyLevel.MODERATE),
        ("I can't do this anymore I'm canceling everything", "en", SafetyLevel.MODERATE),
    ],
)
def test_few_plain_words_of_danger_are_heard(text: str, language: str, least: SafetyLevel) -> None:
    """A farewell or a wound needs no long sentence; what a holiday or a pillow makes of a wish or a blow is no rule for
    whoever will not come back, or would kill."""
    assert screen_by_rules(text, language=language).level.rank >= least.rank
