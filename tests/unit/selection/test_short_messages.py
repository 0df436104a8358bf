"""How often the language of a short message is told: written for this project (CC0), a file a language.

The lists of the five spoken languages were written without a look at these; some of the others' were not.
"""

from collections import Counter
from pathlib import Path

import pytest

from segue.selection.analysis import words_of
from segue.selection.languages import language_of
from segue.selection.word_points import LETTERS, SPOKEN, WORDS
from training.languages.making import letters_table, words_table

MESSAGES = Path(__file__).parent / "short_messages"
LANGUAGES = sorted(file.stem for file in MESSAGES.glob("*.txt"))
OTHERS = [code for code in LANGUAGES if code not in SPOKEN]


def told(code: str, *, sentences: bool) -> Counter[str]:
    """How many messages of a language are told `right`, `wrong` or not (`unknown`).

    For one that Segue does not speak, any of those is right.
    """
    counted: Counter[str] = Counter()
    for text in (MESSAGES / f"{code}.txt").read_text("utf-8").splitlines():
        words = words_of(text).ordered
        if (len(words) >= 4) is sentences:
            found = language_of(text, words)
            is_right = found == code if code in SPOKEN else found not in {None, *SPOKEN}
            counted["right" if is_right else "wrong" if found else "unknown"] += 1
    return counted


def all_told(codes: tuple[str, ...] | list[str], *, sentences: bool) -> tuple[float, float]:
    """The shares that are told right, and wrong."""
    counted = sum((told(code, sentences=sentences) for code in codes), Counter[str]())
    return counted["right"] / counted.total(), counted["wrong"] / counted.total()


def test_a_plain_sentence_has_its_language_told() -> None:
    """Of four words or more, in one of the five: in 97 of 100, and in at most one of them another language is told."""
    right, wrong = all_told(SPOKEN, sentences=True)
    assert right >= 0.97
    assert wrong <= 0.01


def test_a_few_words_are_told_or_left_open() -> None:
    """One to three words: most are told, and hardly one is taken for another language's."""
    right, wrong = all_told(SPOKEN, sentences=False)
    assert right >= 0.75
    assert wrong <= 0.02


def test_other_languages_are_not_taken_for_those_that_segue_speaks() -> None:
    """Whoever writes another one would be scored as if their words were known."""
    assert all_told(OTHERS, sentences=True)[1] <= 0.01
    assert all_told(OTHERS, sentences=False)[1] <= 0.02
    assert all_told(OTHERS, sentences=True)[0] >= 0.93


@pytest.mark.parametrize(("file", "table"), [(WORDS, words_table), (LETTERS, letters_table)], ids=["words", "letters"])
def test_the_tables_are_made_of_the_lists(file: Path, table: object) -> None:
    """Whoever changes a list, or the sentences, makes them anew: `python -m training.languages`."""
    assert callable(table)
    assert file.read_text("utf-8") == table()
