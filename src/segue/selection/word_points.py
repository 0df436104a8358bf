"""How much each word, and each letter that few languages have, speaks for which language.

`word_points.txt` and `letter_points.txt` are made by `python -m training.languages`. A word's points for all languages
stand in one number, so that a text's are one sum: word by word it was a fortieth of a turn.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import IntEnum
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from struct import Struct
from typing import Final

WORDS: Final[Traversable] = files("segue.selection") / "word_points.txt"
LETTERS: Final[Traversable] = files("segue.selection") / "letter_points.txt"


class Strength(IntEnum):
    """Points of a word: quarters of how many times, as a power of e, it is likelier in its language than elsewhere."""

    BORROWED = 4
    """At home in it, and said in others too: it never tells alone."""
    SEEN = 8
    """It occurs; or a word as it is typed without its marks."""
    EVERYDAY = 14
    FUNCTION = 20


SPOKEN: Final = ("en", "es", "fr", "de", "pt")
"""The languages that Segue has words and numbers for."""
_NEAR: Final = ("it", "nl", "ca", "gl", "ro", "sv", "da", "no", "pl", "cs", "tr")
_FAR: Final = (
    *("af", "cy", "eo", "et", "eu", "fi", "ga", "hi", "hr", "ht", "hu", "id", "is", "la", "lt", "lv", "sk", "sl", "sq"),
    *("sw", "tl", "vi"),
)
CODES: Final = (*SPOKEN, *_NEAR, *_FAR)
"""All languages that are told by words, in the order of the points."""
BEFORE: Final = (*[12] * len(SPOKEN), *[9] * len(_NEAR), *[5] * len(_FAR))
"""Points that a language has before a word is read: rare ones are guessed at more rarely."""
POINTS: Final = Struct(f"<{len(CODES)}H")
"""16 bits a language: 3,000 words of 20 points fit, and far fewer are read."""

_PLACE: Final = {code: 16 * place for place, code in enumerate(CODES)}


def _sum(of: dict[str, int]) -> int:
    return sum(points << _PLACE[code] for code, points in of.items())


def _read() -> dict[str, int]:
    points: dict[str, int] = {}
    with WORDS.open("r", encoding="utf-8") as lines:
        for line in lines:
            of, _, words = line.partition("\t")
            points.update(dict.fromkeys(words.split(), _sum({part[:2]: int(part[2:]) for part in of.split()})))
    return points


POINTS_OF_WORD: Final = _read()
FIRST_POINTS: Final = _sum(dict(zip(CODES, BEFORE, strict=True)))

_LETTER_POINTS: Final = 6
_LETTERS: Final = {
    "¿¡": "es",
    "ñ": "es gl eu tl",
    "ß": "de",
    "äü": "de et",
    "ö": "de sv tr hu fi et is",
    "ãõ": "pt",
    "ç": "fr pt ca tr sq",
    "àè": "fr it ca pt",
    "êô": "fr pt cy vi",
    "ûëœ": "fr",
    "å": "sv da no",
    "øæ": "da no",
    "ä": "sv fi sk",
    "ü": "tr hu",
    "łżńąęć": "pl",
    "ěřů": "cs",
    "ščž": "cs sk sl hr lt lv",
    "ățşţ": "ro",
    "şğı": "tr",
    "őű": "hu",
    "ìò": "it",
    "ėįų": "lt",
    "āēīūķļņģ": "lv",
    "þð": "is",
    "ĉĝĥĵŝŭ": "eo",
    "đơưạảấầẩậắằặẹẻẽếềểệịỉọỏốồổộớờởợụủứừửựỳỷỹ": "vi",
}


def _letters() -> dict[str, int]:
    of: dict[str, set[str]] = {}
    for letters, codes in _LETTERS.items():
        for letter in letters:
            of.setdefault(letter, set()).update(codes.split())
    small = {letter: _sum(dict.fromkeys(codes, _LETTER_POINTS)) for letter, codes in of.items()}
    return small | {letter.upper(): points for letter, points in small.items() if not letter.upper().isascii()}


POINTS_OF_LETTER: Final = _letters()
"""Letters and marks that only some languages write. Each counts once a text."""
LETTERS_OF_FEW: Final = re.compile(f"[{''.join(POINTS_OF_LETTER)}]")
"""Any of them."""


def threes(word: str) -> list[str]:
    """What three letters a word has in a row, its beginning and end counted as letters; of a long one the first."""
    bounded = f"^{word[:_LETTERS_READ]}$"
    return [bounded[place : place + 3] for place in range(len(bounded) - 2)]


_LETTERS_READ: Final = 24


@lru_cache(maxsize=1)
def points_of_letters() -> Mapping[str, int]:
    """Points of three letters, for words that are not known. Read when first asked for: it takes some milliseconds."""
    rows = LETTERS.read_text("utf-8").splitlines()
    return {row[:3]: int("000".join(row[:2:-1]), 16) for row in rows}
