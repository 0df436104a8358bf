"""Where an answer is cut and joined: every word once, whatever the second model repeats."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.pipeline.seam import CannotBeJoined, Seam, end_of_first_part

STORY = (
    "The lighthouse keeper climbed the stairs. She counted them, as always, and lost count at ninety.\n\n"
    "Below her the sea was grey.  A boat without a name came round the cape, and nobody stood at its helm! "
    'Still it steered. "Come in," she said to the fog. It did; so did the cold, and a smell of oranges.'
)


def joined(said: str, pieces: list[str], *, from_anywhere: bool = True) -> str:
    seam = Seam(said, from_anywhere=from_anywhere)
    return said + "".join([seam.take(piece) for piece in pieces]) + seam.end()


def cut(text: str, places: list[int]) -> list[str]:
    edges = [0, *sorted(place % (len(text) + 1) for place in places), len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


@pytest.mark.parametrize(
    ("text", "shown_chars", "kept"),
    [
        ("One. Two three. Four fi", 5, "One. Two three. "),
        ("One. Two three four fi", 8, "One. Two three four "),
        ("One. Two", 4, "One. "),
        ("One. Two", 5, "One. "),
        ("One. Two thr", 6, "One. Two "),
        ("One.  \n\nTwo thr", 5, "One.  \n\n"),
        ("One two. ", 2, "One "),
        ('"Wait!" she said. "No', 3, '"Wait!" she said. '),
        ("春が来た。花が咲", 2, "春が来た。花が咲"),
        ("whole", 5, "whole"),
    ],
)
def test_the_first_part_ends_with_a_whole_sentence_or_word(text: str, shown_chars: int, kept: str) -> None:
    """What was shown stays; of what waited only whole sentences, else whole words, are kept."""
    assert text[: end_of_first_part(text, shown_chars=shown_chars)] == kept


@given(st.text(alphabet="ab .!?\n\u00e9", max_size=60), st.integers(0, 60))
def test_the_cut_is_never_within_what_was_shown(text: str, shown_chars: int) -> None:
    """A person never sees a word taken back."""
    shown_chars = min(shown_chars, len(text))
    assert shown_chars <= end_of_first_part(text, shown_chars=shown_chars) <= len(text)


@given(shown=st.integers(1, len(STORY)), received=st.integers(0, 200), places=st.lists(st.integers(0, 500), max_size=8))
def test_a_model_that_simply_goes_on_is_joined_byte_for_byte(shown: int, received: int, places: list[int]) -> None:
    """Nothing is lost or doubled wherever it broke off and in whatever pieces the rest comes. Covers R5.2."""
    came = STORY[: shown + received]
    said = came[: end_of_first_part(came, shown_chars=shown)]
    rest = STORY[len(said.rstrip()) :]  # what a model says behind words that end without white space
    assert joined(said, cut(rest, places)) == STORY
    assert joined(said, cut(rest, places), from_anywhere=False) == STORY


@given(
    shown=st.integers(60, len(STORY) - 60),
    tail=st.integers(24, 59),
    places=st.lists(st.integers(0, 500), max_size=8),
)
def test_a_model_that_repeats_its_last_words_is_joined_byte_for_byte(shown: int, tail: int, places: list[int]) -> None:
    """The words that it says again are left out. Covers R5.2."""
    said = STORY[: end_of_first_part(STORY[: shown + 50], shown_chars=shown)]
    begin = STORY.rindex(" ", 0, len(said.rstrip()) - tail) + 1
    assert joined(said, cut(STORY[begin:], places)) == STORY


@given(shown=st.integers(1, len(STORY)), places=st.lists(st.integers(0, 500), max_size=8), anywhere=st.booleans())
def test_a_model_that_begins_again_is_joined_byte_for_byte(shown: int, places: list[int], anywhere: bool) -> None:
    """An answer that comes whole once more, or a server that echoes it, adds only its rest. Covers R5.2."""
    said = STORY[: end_of_first_part(STORY[: shown + 50], shown_chars=shown)]
    assert joined(said, cut(STORY, places), from_anywhere=anywhere) == STORY


def test_other_white_space_in_the_repeated_words_does_not_matter() -> None:
    """A model may break its lines elsewhere when it says its last words again."""
    said = "She counted them, as always, and lost count. "
    again = "She counted them,\nas always,  and lost count. Below her was the sea."
    assert joined(said, [again]) == "She counted them, as always, and lost count. Below her was the sea."


def test_short_words_that_come_twice_by_chance_stay() -> None:
    """A refrain is no repetition."""
    assert joined("Again and again ", ["again and again ", "she fell."]) == "Again and again again and again she fell."


def test_another_story_is_not_joined() -> None:
    """A model that tells it anew in other words has failed; its words are not put behind the first ones."""
    seam = Seam(STORY, from_anywhere=True)
    with pytest.raises(CannotBeJoined):
        seam.take(STORY[:120] + " Then everything was different, and nobody knew why.")
