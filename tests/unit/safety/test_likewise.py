"""A danger that is told of a figure or of somebody else and of the writer too, and dangers that five languages weigh
alike."""

from __future__ import annotations

import pytest

from segue.domain.findings import Subject
from segue.domain.models import SafetyLevel
from segue.safety.crisis import Crisis

_CRISIS = Crisis()
_TOO = {
    "en": (
        ("My character wants to die", "My wizard wants to kill herself", "my brother wants to die", "She is suicidal"),
        (". Same here.", ", me too", " and honestly so do I", ". That's me btw", ", just like me", ". I do too"),
    ),
    "es": (
        ("Mi personaje quiere matarse", "Mi hermano se quiere morir", "La guerrera ya no quiere vivir"),
        (" y yo también", ". A mí también me pasa.", ", igual que yo", ", como yo", ". Yo tmb la verdad"),
    ),
    "fr": (
        ("Mon personnage veut mourir", "Ma soeur veut se tuer", "Le mage pense au suicide"),
        (". Moi aussi.", ", moi pareil", ". C'est pareil pour moi", " comme moi", " et moi aussi franchement"),
    ),
    "de": (
        ("Mein Ritter will sterben", "Mein Bruder will sich umbringen", "Meine Elfe will nicht mehr leben"),
        (". Ich auch, ehrlich.", ", mir geht es genauso", " und ich ehrlich gesagt auch", ", genau wie ich", ". I au."),
    ),
    "pt": (
        ("Minha personagem quer morrer", "O meu irmão quer matar-se", "A elfa não quer mais viver"),
        (". Eu também.", ", como eu", ". Igual a mim", ", eu tbm", ". Comigo é igual"),
    ),
}
_NOT_TOO = (
    "My character wants to die. Not me.",
    '"My brother wants to die." "Me too," said the elf.',
    "My character wants to kill the dragon. Me too.",
    "My friend wants to die of embarrassment. Same.",
    "My wizard jumps off the tower onto the dragon. Me too.",
    "My sister cuts her hair herself, me too",
    "My friend likes me too",
    "Mi amiga quiere morirse de vergüenza y yo también",
    "Mon amie veut mourir de rire, moi aussi",
    "Mein Freund will vor Lachen sterben, ich auch",
    "Minha amiga quer morrer de rir, eu também",
)
_GRAVE = (
    "My husband choked me",
    "Mein Mann hat mich gewürgt",
    "Mi marido me estranguló",
    "Mon mari m'a étranglée",
    "O meu marido estrangulou-me",
    "my husband threatened me with a knife",
    "mein Mann hat mich mit einem Messer bedroht",
    "Mi marido me amenazó con un cuchillo",
    "Mon mari m'a menacée avec un couteau",
    "Meu marido me ameaçou com uma faca",
    "My stepfather comes to my bed at night",
    "Mein Stiefvater kommt nachts in mein Bett",
    "Mi padrastro viene a mi cama por la noche",
    "Mon beau-père vient dans mon lit la nuit",
    "Meu padrasto vem à minha cama à noite",
    "My stepdad touches me",
    "Mein Stiefvater fasst mich an",
    "Mi padrastro me toca",
    "Mon beau-père me touche",
    "O meu padrasto toca-me",
)
_PRESCRIBED = (
    "I took all my pills this morning, my doctor will be proud",
    "I took all my pills this morning as the doctor said",
    "Me tomé todas mis pastillas esta mañana como dijo el médico",
    "J'ai pris tous mes comprimés ce matin comme le médecin l'a dit",
    "Tomei todos os meus comprimidos esta manhã como o médico disse",
    "Ich habe heute Morgen alle meine Tabletten genommen, wie der Arzt gesagt hat",
)
_IN_THE_MORNING = (
    "I took all my pills this morning",
    "Me tomé todas mis pastillas esta mañana",
    "J'ai pris tous mes comprimés ce matin",
    "Tomei todos os meus comprimidos esta manhã",
    "Ich habe heute Morgen alle meine Tabletten genommen",
)
_FAR_TOO_MANY = (
    "I took a whole bottle of pills this morning, my doctor will be proud",
    "Me tomé un frasco de pastillas como dijo el médico",
    "J'ai pris une boîte entière de cachets ce matin comme le médecin l'a dit",
    "Tomei um frasco inteiro de comprimidos como o médico disse",
    "Ich habe heute früh zu viele Tabletten genommen",
)


@pytest.mark.parametrize("language", _TOO)
def test_a_danger_that_the_writer_shares_is_theirs(language: str) -> None:
    """Whoever says "me too" behind another's wish to die says it of themselves."""
    dangers, likewise = _TOO[language]
    said = [danger + too for danger in dangers for too in likewise]
    assert [text for text in said if _own(text).rank < SafetyLevel.HIGH.rank] == []


def test_a_shared_danger_weighs_what_it_is() -> None:
    """A near time beside it, an overdose, cutting: as grave as of the writer alone."""
    levels = {
        "My wizard is going to jump off the tower tonight. So am I, for real.": SafetyLevel.IMMINENT,
        "Mein Magier springt heute Nacht vom Turm. Ich auch, wirklich.": SafetyLevel.IMMINENT,
        "My character swallowed a whole bottle of pills. So did I.": SafetyLevel.IMMINENT,
        "Mi personaje se corta. Yo también.": SafetyLevel.MODERATE,
        "My knight wants to kill his father. So do I.": SafetyLevel.MODERATE,
    }
    assert {text: _own(text) for text in levels} == levels


def test_what_a_figure_answers_and_what_is_no_danger_is_not_the_writers() -> None:
    """Other wishes, figures of speech and a dialogue of figures stay what they are."""
    assert [text for text in _NOT_TOO if _own(text) is not SafetyLevel.NONE] == []


def test_a_figure_tired_of_living_is_a_figure() -> None:
    """The writer is not asked about it, unless they say it of themselves."""
    found = _CRISIS.find("My elf is tired of living and walks into the sea.", language="en")
    assert {finding.subject for finding in found} == {Subject.CHARACTER}
    assert _own("My elf is weak, I want to die") is SafetyLevel.HIGH


def test_violence_is_as_grave_in_every_language() -> None:
    """Choking, a weapon and a relative who comes to the bed are high in all five."""
    assert [text for text in _GRAVE if _own(text) is not SafetyLevel.HIGH] == []


def test_what_a_doctor_ordered_is_no_emergency() -> None:
    """All the pills of the morning are moderate, none where a doctor's word stands by them; too many always count."""
    assert [text for text in _PRESCRIBED if _own(text) is not SafetyLevel.NONE] == []
    assert [text for text in _IN_THE_MORNING if _own(text) is not SafetyLevel.MODERATE] == []
    assert [text for text in _FAR_TOO_MANY if _own(text) is not SafetyLevel.IMMINENT] == []


def test_dying_of_shame_is_a_figure_of_speech_with_and_without_an_article() -> None:
    """But shame that is spelt out is none."""
    figures = ("Me quiero morir de la vergüenza", "Je veux mourir de la honte", "Quero morrer da vergonha")
    assert [text for text in figures if _own(text) is not SafetyLevel.NONE] == []
    assert _own("Me quiero morir de la vergüenza que siento por existir") is SafetyLevel.HIGH


def _own(text: str) -> SafetyLevel:
    """The gravest level that is the writer's own."""
    own = [finding.level for finding in _CRISIS.find(text, language=None) if finding.subject is Subject.SELF]
    return max(own, key=lambda level: level.rank, default=SafetyLevel.NONE)
