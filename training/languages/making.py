"""From lists of words to two tables: which languages a word speaks for, and which three letters, and how much.

`words/CODE.txt` holds two paragraphs: function words, then everyday ones. They were written down by hand, for five
languages at length, and for others so that these are not taken for one of the five. Behind them stand the words of the
project's own sentences. Words that are at home everywhere (`everywhere.txt`) tell nothing; those that people borrow
(`borrowed.txt`) tell little.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Final

import numpy as np

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
    words_with: Counter[str] = Counter()
    seen = {code: Counter[str]() for code in CODES}
    for word, of in _strengths().items():
        found = threes(word)
        words_with.update(set(found) if of else ())
        for code in of:
            seen[code].update(found)
    known = sorted(words_with)
    counts = np.array([[seen[code][three] for code in CODES] for three in known], dtype=np.float64)
    sizes = counts.sum(axis=0)
    usual = (counts / sizes).mean(axis=1, keepdims=True)
    likely = np.log((counts / usual + SMOOTHING) / (sizes + SMOOTHING))
    lead = likely.max(axis=1) - np.median(likely, axis=1)
    kept = np.argsort(-np.sqrt([words_with[three] for three in known]) * lead, kind="stable")[:LETTERS_KEPT]
    points = np.rint(LETTER_SHARE * 4 * likely).astype(int)
    points = np.minimum(15, points - points.min(axis=1, keepdims=True))
    return "".join(f"{known[row]}{''.join(f'{one:x}' for one in points[row])}\n" for row in sorted(kept))


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
    """The words of the project's own sentences; what stands in one alone may be a name or a slip."""
    lines = (line for folder in SENTENCES for line in (folder / f"{code}.jsonl").read_text("utf-8").splitlines())
    times = Counter(chain.from_iterable(set(words_of(json.loads(line)["text"]).ordered) for line in lines))
    return {word for word, many in times.items() if many > 1}


def _plain(word: str, code: str) -> Iterator[str]:
    """The word as it is typed without its marks; a German one also with an e for them."""
    if word.isascii():
        return
    apart = unicodedata.normalize("NFD", word.translate(_BARE))
    yield "".join(char for char in apart if not unicodedata.combining(char))
    if code == "de":
        yield word.translate(_UMLAUTS)
