"""What a model thinks aloud at the beginning of its answer is taken off, wherever the words are cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.providers.thinking_aloud import SpokenWords


def heard(*pieces: str) -> str:
    """What is left of an answer that comes in these pieces."""
    spoken = SpokenWords()
    return "".join([*(spoken.feed(piece) for piece in pieces), spoken.end()])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<think>planted</think>\n\nThe door.", "The door."),
        ("\n<think>\n</think>The <think>door</think>.", "The <think>door</think>."),
        (" The door.", " The door."),
        ("<thinking of you>", "<thinking of you>"),
        ("<thi", "<thi"),
        ("\n ", "\n "),
        ("<think>planted without an end", ""),
        ("<think>a</thin</think>b", "b"),
        ("", ""),
    ],
)
def test_only_thoughts_at_the_beginning_are_taken_off(text: str, left: str) -> None:
    """Words stay as they are, white space included; a thought without an end leaves nothing."""
    assert heard(text) == heard(*text) == left


@given(st.lists(st.sampled_from(["<think>", "</think>", "<", "th", "ink>", "</", "a", " ", "\n"]), max_size=12))
def test_where_the_words_are_cut_changes_nothing(pieces: list[str]) -> None:
    """A stream says what the whole answer says."""
    assert heard(*pieces) == heard("".join(pieces)) == heard(*"".join(pieces))
