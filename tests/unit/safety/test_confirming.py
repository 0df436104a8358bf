"""A yes that says plainly that the person is safe, and the many that do not."""

from collections.abc import Sequence

import pytest

from segue.domain.chat import Message, Role
from segue.domain.findings import Finding, RiskScore
from segue.domain.models import SafetyLevel
from segue.safety.confirming import confirms_safety, only_says_safe
from segue.safety.policy import TherapeuticSafetyValidator
from tests.unit.safety.test_answers import every

SAFE = """
yes|Yes, I am.|yes 👍🏽|yes thanks
Yes, I promise|Yes, I'm safe now.|yep, safe here at home|I am safe and I'll stay safe.
Sí|Claro que sí.|sí, me siento segura y seguiré así|Sí, estoy a salvo y lo seguiré estando.
oui|Oui, je suis en sécurité maintenant et je vais le rester|Je suis en sécurité.
ja|jo|Ja, ich bin in Sicherheit und das bleibt so.|Ja, auch in den nächsten Stunden bin ich sicher.
sim|Sim, tou em segurança|Estou a salvo e vou continuar.|Sim, sinto-me segura
"""
UNSURE = """
Yes, I'll be safe when it's over.|yes, once I'm gone|yes soon
yes, in the next hours|yes 💀|Yes I have.|yes and goodbye
yes, I will be safe|yes, nobody can hurt me after tonight|yes lol|no|k
maybe||yes, don't worry|I'm not safe|yes I am and I won't
Ja, bald hab ich meine Ruhe.|ja, da wo ich hingehe bin ich sicher|ja, ich werde sicher sein
ja, für immer|Es bleibt immer so.
sí, pronto estaré en paz|sí, estaré segura allá arriba|sí, en unas horas|si me muero estoy a salvo
oui, quand tout sera fini|oui je serai en sécurité là-haut|oui, pour toujours
sim, logo descanso|sim, em breve|sim, lá em cima estarei segura
"""


@pytest.mark.parametrize("text", every(SAFE))
def test_a_plain_yes_confirms(text: str) -> None:
    """Alone, politely, or in the words of the question."""
    assert confirms_safety(text)


@pytest.mark.parametrize("text", every(UNSURE))
def test_a_yes_with_other_words_confirms_nothing(text: str) -> None:
    """They may speak of death as of a safe place; and what is no yes, hedges or laughs is none either."""
    assert not confirms_safety(text)


def test_repeated_words_are_read_in_no_time() -> None:
    """However often they come, they are read one way."""
    assert not confirms_safety("yes " + "i am safe and will stay safe " * 5 + "elsewhere")
    assert not confirms_safety("yes " * 5_000)


class Hears:
    """A classifier that hears the same in every message."""

    version = "test"
    languages = frozenset({"es"})

    def __init__(self, level: SafetyLevel) -> None:
        self.level = level

    def score(self, text: str, findings: Sequence[Finding], *, language: str | None) -> RiskScore:
        return RiskScore(0.88, self.level, is_calibrated=True, version=self.version)


@pytest.mark.parametrize(
    ("text", "heard", "level"),
    [
        ("Sí, estoy a salvo y lo seguiré estando.", SafetyLevel.MODERATE, SafetyLevel.NONE),
        ("Sí, estoy a salvo y lo seguiré estando.", SafetyLevel.HIGH, SafetyLevel.HIGH),
        ("Sí, pronto estaré en paz.", SafetyLevel.MODERATE, SafetyLevel.MODERATE),
        ("Sí.", SafetyLevel.MODERATE, SafetyLevel.MODERATE),
    ],
)
def test_the_words_of_the_question_are_no_new_danger(text: str, heard: SafetyLevel, level: SafetyLevel) -> None:
    """A soft score of them hears the topic alone; a grave one stands, and so does any of other words."""
    judge = TherapeuticSafetyValidator(classifier=Hears(heard))
    assert judge.screen((Message(Role.USER, text),), language="es").level is level


@pytest.mark.parametrize(
    "text", ["Es bleibt immer so.", "Sigo así.", "Ich bin ganz sicher.", "Estoy segura.", "Je reste."]
)
def test_what_may_mean_something_else_is_not_taken_for_it(text: str) -> None:
    """Being sure is not being safe, and what stays as it is may be despair."""
    assert not only_says_safe(text)


def test_what_a_rule_finds_stands_whatever_else_is_said() -> None:
    """Only a score is made less of."""
    assert not only_says_safe("Sí, estoy a salvo y quiero morir.")
    judge = TherapeuticSafetyValidator(classifier=Hears(SafetyLevel.MODERATE))
    said = judge.screen((Message(Role.USER, "Estoy a salvo. Quiero morir."),), language="es")
    assert said.level.rank >= SafetyLevel.HIGH.rank
