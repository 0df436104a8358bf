"""What counts as prose is read as it stands; so none of it may have another reading."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from string import printable

import pytest

from segue.safety.reading.folding import Folded, fold
from segue.safety.reading.normalize import _looked_through, readings
from segue.safety.reading.prose import is_prose

PROSE = "I walk down to the river, and a ferry waits: is it mine? It's late. Nobody else came in 1990!"


@pytest.mark.parametrize(
    "text", [PROSE, "Yes", "go on", "I am a bit tired, and I want to go home", "A well-known inn."]
)
def test_ordinary_words_are_prose(text: str) -> None:
    """What most people write is told in one pass."""
    assert is_prose(text)
    assert readings(text) == (fold(text),)


@pytest.mark.parametrize(
    "text",
    [
        *("k i l l", "is a. I b", "so a I go", "k1ll", "sooo sad", "SoOo sad", "go!now", "l want it", "1 want it"),
        *("a -- b", "he said, (no)", "well , no", "it.is", "It is. so be it", "It is. NO way", "It is. Yes. Go on"),
        *("'tis", "the cats' home", "l'm here", "a'b'c", "a\nb", "a_b", "go *on*", "50% of", "caf\u00e9", "a  b", " a"),
    ],
)
def test_what_may_be_read_otherwise_is_no_prose(text: str) -> None:
    """Spelled, stretched, numbered and laid out words are looked at more closely, and odd ends of sentences."""
    assert not is_prose(text)


def _texts() -> Iterator[str]:
    for signs, chars in (("aIb .'1", 5), ("Ab. !l-,", 4), ("k i.", 6)):
        yield from map("".join, product(signs, repeat=chars))
    for place in range(len(PROSE)):
        yield from (f"{PROSE[:place]}{sign}{PROSE[place + cut :]}" for sign in printable for cut in (0, 1))
        yield from (PROSE[place:], PROSE[:place])


def test_prose_has_no_other_reading() -> None:
    """Whatever else is looked for in it is not there: every short text of tricky signs, and prose with one wrong."""
    found = [
        text for text in _texts() if is_prose(text) and _looked_through(text) != ((Folded(fold(text).text),), True)
    ]
    assert found == []
