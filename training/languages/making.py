"""From lists of words to two tables: which languages a word speaks for, and which three letters, and how much.

`words/CODE.txt` holds two paragraphs: function words, then everyday ones. They were written down by hand, for five
languages at length, and for others so that these are not taken for one of the five. Behind them stand the words of the
project's own sentences. Words that are at home everywhere (`everywhere.txt`) tell nothing; those that people borrow
(`borrowed.txt`) tell little.
"""

from __future__ import annotations

import json
import math
import statistics
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from segue.selection.analysis import words_of
from segue.selection.word_points import CODES, SPOKEN, Strength, threes

LISTS: Final = Path(__file__).parent / "words"
SENTENCES: Final = (LISTS.parents[1] / "sentences", LISTS.parents[1] / "answers" / "sentences")
SMOOTHING: Final = 90.0
"""Three letters that each language is taken to have been seen with, as often as they are usual."""
LETTER_SHARE: Final = 0.6
"""How much of what letters say counts: those of a word say much the same thing three times."""
LETTERS_KEPT: Final = 4_500
"""How many, those that tell most of the words that were seen."""

_BARE: Final = str.maketrans({"ß": "ss", "ł": "l", "ı": "i", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d"})
_UMLAUTS: Final = str.maketrans({"ß": "ss", "ä": "ae", "ö": "oe", "ü": "ue"})


def words_table() -> str:
    """What ships as `selection/word_points.txt`: a line for each set of languages, with the words of that set."""
    strengths = _strengths()
    together: dict[str, list[str]] = defaultdict(list)
    for word, of in strengths.items():
        together[" ".join(f"{code}{strength}" for code, strength in sorted(of.items()))].append(word)
    return "".join(f"{of}\t{' '.join(sorted(words))}\n" for of, words in sorted(together.items()))


def letters_table() -> str:
    """What ships as `selection/letter_points.txt`: three letters, and a digit a language in the order of CODES."""
    seen = {code: Counter[str]() for code in CODES}
    for word, of in _strengths().items():
        for code in of:
            seen[code].update(threes(word))
    sizes = {code: seen[code].total() for code in CODES}
    words_with = Counter(three for word, of in _strengths().items() if of for three in set(threes(word)))
    rows = []
    for three, words in words_with.items():
        usual = sum(seen[code][three] / sizes[code] for code in CODES) / len(CODES)
        likely = [math.log((seen[code][three] / usual + SMOOTHING) / (sizes[code] + SMOOTHING)) for code in CODES]
        telling = math.sqrt(words) * (max(likely) - statistics.median(likely))
        points = [round(LETTER_SHARE * 4 * one) for one in likely]
        rows.append((-telling, three, "".join(f"{min(15, one - min(points)):x}" for one in points)))
    return "".join(f"{three}{points}\n" for three, points in sorted(row[1:] for row in sorted(rows)[:LETTERS_KEPT]))


@lru_cache(maxsize=1)
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
    for code in SPOKEN:
        note(_said(code), code, Strength.SEEN)
    for word, of in list(found.items()):  # people leave marks out
        for code in of:
            note(_plain(word, code), code, Strength.SEEN)
    for word in _listed("borrowed"):
        found[word] = dict.fromkeys(found.get(word, ()), Strength.BORROWED)
    for word in _listed("everywhere"):
        found[word] = {}
    return found


def _listed(name: str) -> list[str]:
    return (LISTS / f"{name}.txt").read_text("utf-8").split()


def _said(code: str) -> set[str]:
    """The words of the project's own sentences."""
    lines = (line for folder in SENTENCES for line in (folder / f"{code}.jsonl").read_text("utf-8").splitlines())
    return {word for line in lines for word in words_of(json.loads(line)["text"]).ordered}


def _plain(word: str, code: str) -> Iterator[str]:
    """The word as it is typed without its marks; a German one also with an e for them."""
    if word.isascii():
        return
    apart = unicodedata.normalize("NFD", word.translate(_BARE))
    yield "".join(char for char in apart if not unicodedata.combining(char))
    if code == "de":
        yield word.translate(_UMLAUTS)
