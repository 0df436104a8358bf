"""Where sentences end in text that may go on."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.pipeline.release.sentences import complete_sentences, cut_of_long, sentence_ends
from tests.support.harm import HARMFUL

WHOLE = {
    "English": ["Mr. Brown went home. ", "He came at 7.30, i.e. late! ", '"Is it you?" ', "Nobody spoke. ", "So "],
    "Spanish": ["El Sr. Gil llega a las 7.30. ", "¿Quién es? ", "«Pasa». ", "La Sra. Ruiz vive en la pág. 3"],
    "French": ["M. Petit et Mme Roux dansent. ", "« Venez ! » ", "Ils rient, cf. p. 314. ", "Ça va ? ", "Oui"],
    "German": ["Am 3. Mai, d. h. bald, geht es los. ", "»Komm!« ", "„Gern!“ ", "Dr. Moos kam z. B. zu Fuß. ", "»Und"],
    "Portuguese": ["A Sra. Dias e o Dr. Melo saíram. ", "Que dia! ", "São 2.500 passos... ", "E depois? ", "Nada"],
    "Chinese": ["海很平静。", "“灯塔还亮着。”", "他笑了！", "好"],
    "lists": ["Three things:\n", "1. Take a walk\n", "2. Drink tea\n\n", "- rest\n", "- sleep\n", "So"],
    "ellipsis": ["Well... maybe … not. ", "And so it went on… ", "Then "],
    "quoted speech": ['"Stop!" she said – "now!" ', "He stopped. ", "A"],
    "lines": ["A line that\ngoes on in the next one.\n", "Another\n\n", "and a last"],
    "markdown": ["**It is late.** ", "_So what?_ ", "[A link.](x) goes"],
}  # fmt: skip
"""Texts as their sentences, the last of which is not whole."""


@pytest.mark.parametrize("sentences", WHOLE.values(), ids=WHOLE)
def test_sentences_end_where_a_reader_says(sentences: list[str]) -> None:
    """Abbreviations, numbers, quotations and broken lines do not end a sentence."""
    text = "".join(sentences)
    parts = [0, *sentence_ends(text), len(text)]
    assert [text[a:b] for a, b in pairwise(parts)] == sentences


@pytest.mark.parametrize("text", ["", "   ", "no end", "An end.", "An end. ", 'An end. "', "An end.\n", "好。"])
def test_the_end_of_the_text_ends_no_sentence(text: str) -> None:
    """More may come: a closing quote, or a small letter with which the sentence goes on."""
    assert complete_sentences(text) == 0


def test_text_without_capitals_is_one_sentence() -> None:
    """A poem in small letters is shown by its length."""
    assert complete_sentences("the rain came. it stayed! and then it went") == 0


@pytest.mark.parametrize("harmful", HARMFUL)
def test_a_harmful_sentence_of_the_tests_is_one_sentence(harmful: str) -> None:
    """What the streaming tests call a sentence is one here."""
    assert [*sentence_ends(f"It rains. {harmful} Then it rained.")] == [10, 11 + len(harmful)]


@pytest.mark.parametrize(
    ("text", "most_chars", "cut"),
    [("it came. it went on and on", 20, 9), ("it went on and on", 13, 11), ("looooooooong", 5, 5)],
)
def test_a_sentence_too_long_to_wait_for_is_cut_as_well_as_can_be(text: str, most_chars: int, cut: int) -> None:
    """Behind a small stop, else behind a word, else anywhere."""
    assert cut_of_long(text, most_chars) == cut


SCRAPS = st.sampled_from(["A", "b ", ". ", "! ", "\n", "Dr. ", "3. ", "“", "”", "。", "- ", "… ", "» ", "é", " "])


@given(st.lists(SCRAPS, max_size=30).map("".join), st.lists(SCRAPS, max_size=8).map("".join))
def test_an_end_stays_one_whatever_follows(text: str, more: str) -> None:
    """What was shown as a whole sentence never turns out to go on."""
    assert {*sentence_ends(text)} <= {*sentence_ends(text + more)}
