"""Turns that make light of what was said, or say nothing, and those that are only calm."""

import pytest

from segue.domain.risk import Answer
from segue.safety.answers import answer_in
from segue.safety.light import makes_light, says_nothing, takes_back
from tests.unit.safety.test_answers import every

TAKEN_BACK = """
not serious lol|lmao no im not serious|haha got u good
LOL YOU BELIEVED IT|bro chill its a joke|u thought i was being for real??
Scherz!|alles nur Quatsch|war nicht ernst gemeint
nöd ernst gmeint|hahaha reingelegt|isch nur en witz gsi|war net ernst
es coña|no iba en serio|era un chiste|te estaba vacilando|te lo creíste jaja|no mames era joda|nomás estaba jugando
mdr je déconne|je déconnais|je rigole
c'était pas sérieux|nan mais jrigole|ptdr tu m'as cru|c'était juste pour niaiser
tô zoando|kkk brincadeira|kkk tava a brincar|não era a sério|tava só a gozar contigo|não tava falando sério
"""
NOTHING = """
|🙂|💀💀|...|xD|:)|k|ok|kk|lol|nvm
whatever bro|hm|caiu kkk|hihi|na ja egal|bof peu importe|bah da igual|sei lá né|JAJAJ|mdrrr|rsrs
"""
CALM = """
The door opens.|My sister is here.|yes|no|thanks|I locked the tablets away|1, 2, 3|I am trying to relax
Ich trinke Tee|mein Bruder sitzt neben mir|estoy más tranquila|He dejado las pastillas en casa de mi tía
je regarde un film|merci, ça va un peu mieux|minha mãe chegou|dei os comprimidos à minha irmã
"""


@pytest.mark.parametrize("text", every(TAKEN_BACK))
def test_taking_it_back_is_heard_as_people_write_it(text: str) -> None:
    """In five languages, of teenagers and of other countries."""
    assert takes_back(text)


@pytest.mark.parametrize(
    "text", ["No, don't worry.", "No, no pasa nada", "Non, t'inquiète", "Nein, keine Sorge", "não é nada"]
)
def test_playing_it_down_makes_light_of_it_and_takes_no_answer_back(text: str) -> None:
    """A no beside it stays a no."""
    assert makes_light(text)
    assert answer_in(text) is not Answer.YES
    assert (answer_in(text) is Answer.NO) is text.startswith("N")


@pytest.mark.parametrize("text", every(NOTHING))
def test_a_turn_without_content_says_nothing(text: str) -> None:
    """Laughter, interjections, signs and an empty turn; nothing is taken back by them."""
    assert says_nothing(text)


@pytest.mark.parametrize("text", every(CALM))
def test_words_of_ones_own_are_neither(text: str) -> None:
    """Who tells what they do says something, and so does a yes."""
    assert not makes_light(text)
    assert not says_nothing(text)


def test_one_word_of_a_joke_in_a_long_text_takes_nothing_back() -> None:
    """There it may be about anything; so may a laugh."""
    story = "In the tale the fool told a joke to the old king and the court went home without a word. "
    assert not takes_back(story)
    assert not says_nothing(f"haha {story * 8}")
