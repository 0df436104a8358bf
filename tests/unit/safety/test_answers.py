"""A yes and a no in five languages; whatever is neither is unclear."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.domain.risk import Answer, Screener
from segue.safety.admissions import admits, denies
from segue.safety.answers import answer_in
from segue.safety.light import takes_back
from segue.safety.screener import answered

YES = """
yes|Yes.|YES!!|yeah|yep, I do|Yes, I'm safe now.|yes im safe|I am safe|I do|yes I have thought about it|of course|oh yes
Sí|si|sí, lo he pensado|Claro que sí.|estoy a salvo|Sí. Estoy segura.
oui|Oui !|Oui, maintenant.|Oui, je suis en sécurité.|bien sûr|ouais
Ja.|ja, ich habe daran gedacht|Ich bin in Sicherheit|Auf jeden Fall!|natürlich
sim|Sim, estou em segurança.|com certeza|Claro que sim
yes, thanks|ｙｅｓ
"""
NO = """
no|No.|nope, never|No!!!|not at all|I'm not|No, I don't.|never|no, thank you|No.
no, gracias|nunca|Claro que no.|No, para nada.
non|Non, jamais.|pas du tout|Non merci
nein|Nein, gar nicht.|nie|Auf keinen Fall.|Überhaupt nicht
não|Não, nunca.|de jeito nenhum|nao
"""
UNCLEAR = """
|🙂|maybe|I don't know|yes and no|no but sometimes|yeah I guess|well|no idea|no one cares|not really|yes. no.|no, yes
yes I don't want to live|I can't say no|what do you mean?|The door opens.|no more of this|yeah right, as if
no quiero vivir|si me muero, nadie llora|quizás|a veces|no sé|sí, pero no siempre
peut-être|si je meurs|je ne sais pas|oui mais non
vielleicht|jein|ja, aber|weiß nicht|doch|nein, eigentlich schon
talvez|às vezes|não sei|sim, mas
no lol|haha yes|just kidding, no
"""
JOKES = """
just kidding|I was only joking|jk|that was just a joke|I didn't mean it|never mind|forget it
era broma|estoy bromeando|je plaisante|c'était une blague|war nur Spaß
das war ein Scherz|foi brincadeira|estou brincando
"""


def every(rows: str) -> list[str]:
    return [text for row in rows.strip("\n").split("\n") for text in row.split("|")]


@pytest.mark.parametrize("text", every(YES))
def test_a_yes_is_heard(text: str) -> None:
    """In its own words, politely, and in any of the languages."""
    assert answer_in(text) is Answer.YES


@pytest.mark.parametrize("text", every(NO))
def test_a_no_is_heard(text: str) -> None:
    """In its own words, politely, and in any of the languages."""
    assert answer_in(text) is Answer.NO


@pytest.mark.parametrize("text", [*every(UNCLEAR), *every(JOKES)])
def test_what_is_neither_is_unclear(text: str) -> None:
    """Doubt, both at once, a joke, an "if" and a "no" that begins another sentence are no answer."""
    assert answer_in(text) is Answer.UNCLEAR


@pytest.mark.parametrize("text", every(JOKES))
def test_making_light_of_it_is_noticed(text: str) -> None:
    """In every language; a laugh alone is none."""
    assert takes_back(f"Oh, {text}.")
    assert not takes_back("haha, the soup is good")


ADMITTED = """
Sometimes, yes.|there are|Every day|kind of|yes, but rarely|honestly, yeah|at night, yes|I have them
SOMETIMES 😔|yes and no
a veces sí|Sí, a veces.|hay días|casi todas las noches|sí, pero no siempre|últimamente|sip
parfois oui|Oui, souvent|il y en a|presque chaque soir|oui mais pas tous les jours|de plus en plus|mouais
Manchmal schon.|Ja, manchmal.|gibt es|phasenweise|mängisch|ja leider|Ja, ne?
às vezes sim|há|Sim, né|tem dias|de vez em quando|por vezes, sim|pois
"""
NOT_SAFE = """
not really|I don't think so|no lol|nah not really|idk, not really|I don't feel safe|not always
no creo|qué va|la verdad no|creo que no mucho|nada segura
nan|pas vraiment|je crois pas|bof, non|pas trop en sécurité
glaub nicht|Ne|eher nicht|naa|nicht unbedingt|ned wirklich
acho que não|nem por isso|não muito|acho que n
"""
NEITHER = """
The door opens.|Let's go on.|The old hunter often sings|not bad, thanks
no problem, I'm safe|just kidding|yes no
"""


@pytest.mark.parametrize("text", every(ADMITTED))
def test_an_admission_is_heard(text: str) -> None:
    """Asked about dark thoughts, "sometimes" is a yes."""
    assert admits(text)


@pytest.mark.parametrize("text", ["maybe", "I don't know", "no sé", "peut-être", "weiß nicht", "sei lá"])
def test_not_knowing_is_an_admission_only_where_it_may_be(text: str) -> None:
    """It is no yes to a direct question, and no reason to go on as if nothing were."""
    assert (admits(text), admits(text, perhaps=True), denies(text)) == (False, True, False)


@pytest.mark.parametrize("text", every(NOT_SAFE))
def test_a_spoken_no_to_being_safe_is_heard(text: str) -> None:
    """Half a "no" is enough there, and no language has but one."""
    assert denies(text)


@pytest.mark.parametrize("text", [*every(NEITHER), *every(NO), *every(JOKES)])
def test_a_no_and_a_story_admit_nothing(text: str) -> None:
    """Nobody is questioned because they went on with the story, or said no."""
    assert not admits(text, perhaps=True)
    assert not denies(text) or answer_in(text) is Answer.NO


@pytest.mark.parametrize("text", ["Na ja.", "yeah right", "Ja, geht so", "oui non", "Yes, mostly."])
def test_half_a_yes_is_none_to_being_safe(text: str) -> None:
    """Words that end a protocol of safety have to be clear."""
    assert answer_in(text) is Answer.UNCLEAR


@pytest.mark.parametrize("text", ["nah na nop n nah nop na x", "nop nah " * 19 + "x", "schon so " * 15 + "x"])
def test_no_answer_takes_long_to_read(text: str) -> None:
    """Words that could be taken in many ways are not tried in all of them."""
    began_s = time.process_time()
    assert not admits(text)
    assert not denies(text)
    assert time.process_time() - began_s < 0.2


@given(text=st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    """No text breaks the reading, and an empty one answers nothing."""
    assert answer_in(text) in (Answer.YES, Answer.NO, Answer.UNCLEAR)
    assert answer_in(" " * len(text)) is Answer.UNCLEAR


def test_a_long_story_is_no_answer() -> None:
    """A "no" in front of a story may be about anything in it."""
    assert answer_in("No. " + "The tide is low and the door opens again. " * 5) is Answer.UNCLEAR
    assert answer_in("yes" + " " * 5_000 + "never") is Answer.UNCLEAR
    assert takes_back("The tide is low. " * 1_000 + "Just kidding.")


def test_a_screening_that_asked_nothing_has_no_answer() -> None:
    """Whoever reads an answer has asked before."""
    with pytest.raises(ValueError, match="No question was asked"):
        answered(Screener(), Answer.NO, times=2)
