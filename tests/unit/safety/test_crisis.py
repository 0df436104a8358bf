"""What the crisis check makes of surroundings and of several signs together."""

import pytest

from segue.domain.models import SafetyLevel
from segue.safety.crisis import Crisis

CRISIS = Crisis()
NONE, LOW, MODERATE, HIGH, IMMINENT = SafetyLevel


def level_of(text: str) -> SafetyLevel:
    return max((f.level for f in CRISIS.find(text, language=None)), key=lambda level: level.rank, default=NONE)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("I'm going to kill myself tonight", IMMINENT),
        ("Voy a suicidarme esta noche", IMMINENT),
        ("Ich werde mich heute Nacht umbringen", IMMINENT),
        ("I want to kill myself. The pills are here in front of me and tonight nobody is home.", IMMINENT),
        ("I'm going to kill myself", HIGH),
        ("I bought a rope", LOW),
        ("I bought a rope and I don't want to wake up anymore", HIGH),
        ("I don't want to wake up", MODERATE),
        ("I don't want to wake up and everyone would be better off without me", HIGH),
    ],
)
def test_signs_are_weighed_together(text: str, level: SafetyLevel) -> None:
    """A way and a time make danger now; two soft signs make a hard one."""
    assert level_of(text) is level


@pytest.mark.parametrize(
    "text",
    [
        "I am not going to kill myself",
        "My character says: I want to die",
        "In my novel the hero writes 'I wrote my suicide note'",
        "My friend told me: I want to die",
        "When I was 15 I wanted to die",
        "I wanted to kill myself years ago",
        "My brother is suicidal",
        "Mi personaje dice: quiero morir",
        "Mon personnage dit : je veux mourir",
        "Früher wollte ich sterben",
        "Nunca voy a suicidarme",
        "Eu não quero me matar",
        "Je ne vais pas me suicider",
    ],
)
def test_a_denial_a_story_another_person_and_the_past_are_low(text: str) -> None:
    """They are noted and alarm nobody."""
    assert level_of(text).rank <= LOW.rank


@pytest.mark.parametrize(
    "text",
    [
        "I can't stop thinking about killing myself",
        "I don't want to live anymore",
        "The hero of my story is happy, but I want to die",
        "My friend is happy. I want to die.",
        "I never thought I would say this. I want to kill myself.",
    ],
)
def test_a_negation_or_a_story_nearby_does_not_hide_a_crisis(text: str) -> None:
    """What only looks like a denial is none."""
    assert level_of(text) is HIGH


@pytest.mark.parametrize(
    "text",
    [
        "I w@nt to k1ll mys3lf",
        "i w a n t t o d i e",
        "I want to d\u200bie",
        "I wanna dieeee",
        "ＩＷＡＮＴ to die".replace("ＩＷＡＮＴ", "Ｉ ＷＡＮＴ"),
    ],
)
def test_a_disguise_does_not_hide_a_crisis(text: str) -> None:
    """Signs for letters, spaced letters, invisible characters and stretched words are read through."""
    assert level_of(text) is HIGH


def test_a_finding_points_at_what_was_typed() -> None:
    """Its place is a place in the original text."""
    text = "Über alles: i w a n t t o d i e"
    (finding,) = CRISIS.find(text, language=None)
    assert text[finding.start : finding.end] == "i w a n t t o d i e"


@pytest.mark.parametrize(
    ("text", "language", "is_denied"),
    [
        ("No, quiero morirme.", "es", False),
        ("Não, quero morrer.", "pt", False),
        ("No quiero morirme.", "es", True),
        ("Não quero morrer.", "pt", True),
        ("No tengo ideas de suicidio.", "es", True),
        ("Nunca he tenido ideas suicidas.", "es", True),
        ("Não tenho pensamentos de suicídio.", "pt", True),
    ],
)
def test_a_no_that_answers_somebody_denies_nothing(text: str, language: str, is_denied: bool) -> None:
    """Where a comma stands behind it, what follows is meant as it is said."""
    levels = {finding.level for finding in CRISIS.find(text, language=language)}
    assert levels == {LOW if is_denied else HIGH}
