"""Answers are cut into sayings: nothing is lost, nothing is read out of its place."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from segue.safety.learned.sayings import LEAST_CHARS, MOST_CHARS, sayings

TEXTS = st.text(alphabet=st.sampled_from('ab .!?\n"*1é—。'), max_size=700)


def test_a_sentence_is_read_with_the_words_before_it() -> None:
    """Its own words, and those that lead to it, also from what was said earlier."""
    said = sayings("The lamp is lit in the hall. Who comes up the stairs at night?", "It rains.")
    assert [saying.text for saying in said] == ["The lamp is lit in the hall.", "Who comes up the stairs at night?"]
    assert [saying.before for saying in said] == ["It rains.", "It rains. The lamp is lit in the hall."]


def test_words_one_a_line_are_read_together() -> None:
    """A line of one word says nothing by itself."""
    assert [saying.text for saying in sayings("one\ntwo\nthree\nfour\nfive\nsix\nseven\n")] == [
        "one\ntwo\nthree\nfour\nfive\nsix",
        "seven",
    ]


@given(TEXTS)
def test_every_letter_is_in_one_saying(text: str) -> None:
    """In order, without overlap; none is longer than the longest."""
    said = sayings(text)
    assert all(said_before.end <= after.start for said_before, after in pairwise(said))
    covered = {place for saying in said for place in range(saying.start, saying.end)}
    assert all(place in covered for place, char in enumerate(text) if char.isalpha())
    assert all(saying.end - saying.start <= MOST_CHARS + LEAST_CHARS + len(text) // 2 for saying in said)
    assert all(text[saying.start : saying.end].strip() == saying.text for saying in said)
