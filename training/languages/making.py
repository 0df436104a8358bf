"""From lists of words to one table: which languages a word speaks for, and how much.

`words/CODE.txt` holds two paragraphs: function words, then everyday ones. Chosen by hand from what every grammar and
phrase book lists, for five languages at length and for others so that these are not taken for one of the five. The words of the
project's own sentences stand behind them. Words that are at home everywhere (`everywhere.txt`) tell nothing; those that
people borrow (`borrowed.txt`) tell little.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from segue.selection.analysis import words_of
from segue.selection.word_points import Strength

LISTS: Final = Path(__file__).parent / "words"
SENTENCES: Final = (LISTS.parents[1] / "sentences", LISTS.parents[1] / "answers" / "sentences")
FIRST: Final = ("en", "es", "fr", "de", "pt")
"""The languages that Segue speaks: their lists are the longest, and their own sentences are read."""

_BARE: Final = str.maketrans({"ß": "ss", "ł": "l", "ı": "i", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d"})
_UMLAUTS: Final = str.maketrans({"ß": "ss", "ä": "ae", "ö": "oe", "ü": "ue"})


def table() -> str:
    """What ships as `selection/word_points.txt`: a line for each set of languages, with the words of that set."""
    strengths = _strengths()
    together: dict[str, list[str]] = defaultdict(list)
    for word, of in strengths.items():
        together[" ".join(f"{code}{strength}" for code, strength in sorted(of.items()))].append(word)
    return "".join(f"{of}\t{' '.join(sorted(words))}\n" for of, words in sorted(together.items()))


def _strengths() -> Mapping[str, Mapping[str, int]]:
    found: dict[str, dict[str, int]] = defaultdict(dict)

    def note(words: Iterable[str], code: str, strength: Strength) -> None:
        for word in words:
            found[word][code] = max(strength, found[word].get(code, 0))

    for file in sorted(LISTS.glob("??.txt")):
        for part, strength in zip(
            file.read_text("utf-8").split("\n\n"), (Strength.FUNCTION, Strength.EVERYDAY), strict=False
        ):
            note(part.split(), file.stem, strength)
    for code in FIRST:
        note(_said(code), code, Strength.SEEN)
    for word, of in list(found.items()):  # people leave marks out
        for code in of:
            note(_plain(word, code), code, Strength.SEEN)
    for word in _listed("borrowed"):
        found[word] = dict.fromkeys(found.get(word, ()), Strength.BORROWED)
    for word in _listed("everywhere"):
        found.pop(word, None)
    return {word: of for word, of in found.items() if of}


def _listed(name: str) -> list[str]:
    return (LISTS / f"{name}.txt").read_text("utf-8").split()


def _said(code: str) -> Iterator[str]:
    """The words of the project's own sentences, in the order of their number."""
    counted: Counter[str] = Counter()
    for folder in SENTENCES:
        for line in (folder / f"{code}.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["split"] == "train":
                counted.update(words_of(row["text"]).ordered)
    return iter(counted)


def _plain(word: str, code: str) -> Iterator[str]:
    """The word as it is typed without its marks; a German one also with an e for them."""
    if word.isascii():
        return
    apart = unicodedata.normalize("NFD", word.translate(_BARE))
    yield "".join(char for char in apart if not unicodedata.combining(char))
    if code == "de":
        yield word.translate(_UMLAUTS)
