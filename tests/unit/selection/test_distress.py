"""A person who tells of distress is heard in five languages, however much they stress it."""

import pytest

from segue.domain.chat import ChatRequest, Message, Role
from segue.domain.choice import Sensitivity
from segue.selection.analysis import analyze

TOLD = """
I feel so sad. / I am so sad. / I'm really sad today. / I'm just so lonely. / I am very afraid. / I feel hopeless.
I just can't go on. / I can't really go on. / I am so empty. / I'm deeply ashamed. / I've been so unhappy. / Im so sad
Ich bin so traurig. / Heute bin ich sehr traurig. / Ich bin wirklich einsam. / Ich habe solche Angst.
Ich bin ganz hoffnungslos. / Ich habe einfach keine Hoffnung mehr. / Ich kann einfach nicht mehr.
Ich weiß nicht mehr weiter. / Ich bin innen so leer, ich bin total leer. / Ich schäme mich so. / Ich bin völlig am Ende.
Ich bin immer allein. / Weil ich mich so allein fühle, weil ich mich fühle wie nichts. / Ich fühl mich leer.
Je suis si triste. / Je suis tellement triste aujourd’hui. / Je suis toute seule. / J’ai très peur.
J'ai tellement peur.
Je suis complètement désespérée. / Je n’ai plus d’espoir. / Je n’en peux vraiment plus. / Je n’y arrive plus.
Je suis vide. / J’ai tellement honte. / Je suis vraiment malheureuse.
Estoy muy triste. / Hoy estoy tan triste. / Me siento muy sola. / Estoy tan sola. / Tengo mucho miedo.
Ya no tengo esperanza. / Estoy sin esperanza. / No puedo más. / Ya no puedo seguir. / Estoy completamente vacío.
Me da mucha vergüenza. / Estoy muy avergonzada. / Estoy tan asustado.
Estou muito triste. / Estou tão triste hoje. / Hoje estou bem triste. / Estou muito sozinha. / Tenho muito medo.
Estou com muito medo. / Estou sem esperança. / Não aguento mais. / Não consigo mais continuar. / Estou tão vazio.
Tenho muita vergonha. / Estou muito envergonhado. / Me sinto tão só.
"""

NOT_TOLD = """
The king is sad because his crown is gone. / Write a very sad song. / So what is next, then?
Der König ist sehr traurig. / Schreibe ein trauriges Lied. / Ich bin heute in Lissabon.
Raconte une histoire triste. / Je suis si content. / Estoy muy contento. / Cuenta un cuento triste.
Estou muito feliz. / Conte uma história triste. / O cavaleiro é muito valente.
"""


def is_therapeutic(text: str) -> bool:
    return analyze(ChatRequest((Message(Role.USER, text),))).sensitivity is Sensitivity.THERAPEUTIC


def sentences(lines: str) -> list[str]:
    return [sentence.strip() for line in lines.strip().splitlines() for sentence in line.split(" / ")]


@pytest.mark.parametrize("text", sentences(TOLD))
def test_plain_words_of_distress_make_the_turn_therapeutic(text: str) -> None:
    """Sadness, loneliness, fear, shame, emptiness and despair are heard, with and without "so" or "very"."""
    assert is_therapeutic(text)


@pytest.mark.parametrize("text", sentences(NOT_TOLD))
def test_sadness_in_a_story_is_not_the_persons_own(text: str) -> None:
    """A sad king or a happy person does not make a turn therapeutic."""
    assert not is_therapeutic(text)
