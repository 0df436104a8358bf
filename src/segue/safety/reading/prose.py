"""Tells ordinary prose, most of what is said, in one pass: it is read as it stands, and nothing else is looked for.

What is no prose here may still be: then its readings are worked out, which costs three times as much.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from string import ascii_letters, ascii_lowercase, digits
from typing import Final

from ahocorasick_rs import BytesAhoCorasick, Implementation

from segue.safety.reading.folding import outline

_LETTERS = {letter: letter for letter in ascii_letters}
_SHAPES: Final = outline({**_LETTERS, " ": " ", ",": ',:;"()-', ".": ".!?", "'": "'", "0": digits})
"""Letters stay; every sign that prose has none of, a line's end too, becomes `#`."""
_MAY_STAND_ALONE: Final = "aAiI"
"""Words of one letter, of which prose has never two in a row."""
_ODD_STOP: Final = re.compile(rb"\.(?! (?:\Z|[A-Z](?![A-Z])[A-Za-z0']*[ ,]))")
"""One that no sentence of two words or more follows."""


def is_prose(text: str) -> bool:
    """True only where `normalize.readings` would come to nothing but the folded text, each character standing for
    itself. It takes a quarter of the time of the looks that it spares."""
    if not text.isascii():
        return False
    shape = b" %b " % text.encode().translate(_SHAPES)
    return not _UNLIKE_PROSE.find_matches_as_indexes(shape) and _ODD_STOP.search(shape) is None


def _unlike_prose() -> Iterator[str]:
    yield "#"
    yield from _of_gaps()
    yield from (f"{letter}0" for letter in ascii_letters)  # a digit may be a letter
    yield from _any_case(letter * 3 for letter in ascii_lowercase)
    alone = sorted({*ascii_letters, "0"} - {*_MAY_STAND_ALONE})
    yield from map("".join, product(" ,", alone, " ,."))
    yield from map("".join, product(" ,", _MAY_STAND_ALONE, (" ", ",", ", ", ". "), _MAY_STAND_ALONE, " ,."))


def _of_gaps() -> Iterator[str]:
    """More between two words than a space, a sign or a sign and a space; an apostrophe at the edge of a word, or where
    `l` and `1` may be the word `I`."""
    yield from ("  ", ",,", " ,", " .", ",.")
    yield from (" '", ",'", ".'", "' ", "',", "'.", "''", "l'", "L'", "0'")
    yield from (f"'{letter}'" for letter in (*ascii_letters, "0"))


def _any_case(rows: Iterable[str]) -> Iterator[str]:
    for row in rows:
        yield from map("".join, product(*((letter, letter.upper()) for letter in row)))


_UNLIKE_PROSE: Final = BytesAhoCorasick([sign.encode() for sign in _unlike_prose()], implementation=Implementation.DFA)
