"""In which language somebody is spoken to whose first words are too few to be sure by."""

import pytest

from segue.selection.analysis import words_of
from segue.selection.first_words import language_of_first_words
from segue.selection.languages import likeliest

FIRST = {
    "es": ("Hola", "hola!", "HOLAAA", "Buenas tardes", "que tal", "¿Qué tal?", "hola Ana", "suicidarme"),
    "fr": ("Salut", "slt", "Coucou", "Bonsoir !", "ça va ?", "Je me tue", "salut Léa"),
    "de": ("Hallo", "halloo", "Grüezi", "Servus", "Guten Tag", "Suizid", "sterben", "Hallo Segue"),
    "pt": ("Oi", "oiii", "Olá", "Boa noite", "e aí?", "matar-me", "oi, tudo bem?"),
    None: ("Hi", "hey", "ok", "Hello", "oi mate", "", "no", "Hallo, I need some help with my homework", "42"),
}


@pytest.mark.parametrize(("language", "texts"), FIRST.items(), ids=str)
def test_a_greeting_or_a_word_of_danger_tells_the_language_that_it_is_of(
    language: str | None, texts: tuple[str, ...]
) -> None:
    """One that is said in several, or stands in a sentence, tells nothing."""
    assert [language_of_first_words(words_of(text).ordered) for text in texts] == [language] * len(texts)


def test_words_that_are_hardly_english_are_of_the_likeliest_language() -> None:
    """Enough to speak to somebody, where nothing else is known; other languages, and English, are none of them."""
    likely = {
        "me mato": "es",
        "le mort": "fr",
        "ok": None,
        "help me": None,
        "ciao bella": None,
        "Maria": None,
        "": None,
    }
    assert {text: likeliest(text, words_of(text).ordered) for text in likely} == likely
