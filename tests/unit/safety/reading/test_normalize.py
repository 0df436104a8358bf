"""How text is folded for matching, and that every place leads back to the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.safety.reading.normalize import Utterance, fold, readings


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("I WANT\tthis\n", "i want this "),
        ("don’t", "don't"),
        ("Größe, ça, mañana", "grosse, ca, manana"),
        ("e\u0301te\u0301", "ete"),
        ("su\u200bi\u00adcide", "suicide"),
        ("ｆｕｌｌ　ｗｉｄｔｈ", "full width"),
        ("ѕuісіdе", "suicide"),
        ("ﬁne", "fine"),
        ("one\u00a0two", "one two"),
    ],
)
def test_text_is_folded_to_plain_small_letters(typed: str, meant: str) -> None:
    """Accents, case, look-alikes and invisible characters do not hide a word."""
    assert fold(typed).text == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("k1ll mys3lf", "kill myself"),
        ("$uicide", "suicide"),
        ("ki11 myse1f", "kill myself"),
        ("d i e", "d i e"),
        ("s u i c i d e now", "suicide now"),
        ("k.i.l.l me", "kill me"),
        ("dieeee", "die"),
        ("killlll", "kill"),
    ],
)
def test_a_disguised_word_is_read_undisguised_as_well(typed: str, meant: str) -> None:
    """Signs for letters, letters spaced apart and stretched words are read as what they stand for."""
    assert meant in [reading.text for reading in readings(typed)]


@pytest.mark.parametrize(
    "text", ["I have 50 mg left, at 5 pm.", "A quiet day.", "Über 100 Euro", "It's 3 a.m., I think."]
)
def test_ordinary_text_is_read_once(text: str) -> None:
    """Numbers and abbreviations cost no second reading."""
    assert len(readings(text)) == 1


def test_places_lead_back_to_what_was_typed() -> None:
    """A finding points at the characters of the original, invisible ones included."""
    text = "ßß k\u200bill"
    folded = fold(text)
    start = folded.text.index("kill")
    assert text[slice(*folded.span(start, start + 4))] == "k\u200bill"


@given(st.text(max_size=60))
def test_every_reading_of_any_text_keeps_its_places_in_order(text: str) -> None:
    """Whatever somebody types, every folded character came from a place in it, and places never run backwards."""
    for reading in readings(text):
        places = range(len(text)) if reading.origins is None else reading.origins
        assert len(places) == len(reading.text)
        assert sorted(places) == list(places) or "\u202e" in text
        assert all(0 <= place < len(text) for place in places)


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=60))
def test_ascii_text_keeps_every_place(text: str) -> None:
    """The usual case needs no map."""
    assert fold(text).origins is None
    assert len(fold(text).text) == len(text)


def test_what_was_folded_does_not_show_in_a_repr() -> None:
    """Words of a conversation never reach a log by way of a repr."""
    assert "secret" not in repr(fold("secret"))


@given(st.text(max_size=60))
def test_text_that_several_checks_read_is_made_ready_once(text: str) -> None:
    """Whoever is handed an utterance gets what the text itself would give, from one reading."""
    said = Utterance(text)
    assert readings(said) == readings(text)
    assert readings(said) is readings(said)
