"""In which language a person writes: by script, by words, and by letters that few languages have. None when not sure.

Most messages are short, so a few words have to do. Languages that Segue does not speak are known as well, so that none
of them is taken for one that it speaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import Final

from segue.domain.languages import OTHER_LANGUAGE
from segue.selection.word_points import (
    BEFORE,
    CODES,
    FIRST_POINTS,
    LETTERS_OF_FEW,
    POINTS,
    POINTS_OF_LETTER,
    POINTS_OF_WORD,
    SPOKEN,
    points_of_letters,
    threes,
)

_SCRIPTS: Final = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("th", re.compile(r"[\u0e01-\u0e5b]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u05d0-\u05ea]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0531-\u058f]")),
    ("ta", re.compile(r"[\u0b80-\u0bff]")),
    ("te", re.compile(r"[\u0c00-\u0c7f]")),
    ("kn", re.compile(r"[\u0c80-\u0cff]")),
    ("ml", re.compile(r"[\u0d00-\u0d7f]")),
    ("gu", re.compile(r"[\u0a80-\u0aff]")),
    ("km", re.compile(r"[\u1780-\u17ff]")),
    # Scripts that several languages share: only letters that tell them apart count.
    ("uk", re.compile(r"[іїєґІЇЄҐ]")),
    ("ru", re.compile(r"[ыэёЫЭЁ]")),
    ("fa", re.compile(r"[\u067e\u0686\u0698\u06af]")),
    ("ar", re.compile(r"\u0629|\b\u0627\u0644")),
)
"""Tried in this order: Japanese before Chinese, because both use Han characters and only one uses kana."""

_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
_ARABIC: Final = re.compile(r"[\u0600-\u06ff]")
_SHARED: Final = {"uk": _CYRILLIC, "ru": _CYRILLIC, "fa": _ARABIC, "ar": _ARABIC}
_LETTERS: Final = re.compile(r"[^\W\d_]")
_NOT_LATIN: Final = re.compile(r"[\u0370-\u1cff\u2c80-\ua6ff\ua840-\uab2f\uabc0-\ufaff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Letters of other scripts. Latin ones in the shapes of fancy type are none of these."""

_FEW_WORDS: Final = 12
_MANY_WORDS: Final = 36
_ENOUGH_WORDS: Final = 18
"""Of a text of more words than many, so many are read, all over it, or some more."""
_SENTENCE_WORDS: Final = 4
"""From so many words on a text is one of a language, and no answer that could be of any."""

_SPOKEN: Final = len(SPOKEN)
_SURE: Final = (12, 10, 10, 8)
"""Points by which one of the spoken languages must lead, in a text of one word, of two, of three, of more."""
_SURE_OTHER: Final = 4
"""Points by which another language must lead all spoken ones: fewer, since whoever is taken for speaking one of these
is scored as if it were known."""
_SURE_BY_LETTERS: Final = 12
_SURE_OTHER_BY_LETTERS: Final = 6
"""The same where three letters of words that are not known speak as well."""
_MOST_BY_LETTERS: Final = 20
"""Words of a text whose letters are read; a longer one has function words."""
_LIKELIEST_WORDS: Final = 2
"""Words that a text must have for a language to be the likeliest."""
_AGAINST: Final = 10
"""Points by which the best language must lead one that is presumed, so that it is given up."""
_LEAST: Final = 8
"""Points that a language must have by its words."""
_LEAST_A_WORD: Final = 4
"""The same, a word, in a sentence: a quarter of its words must be known, or twice as many where letters say nothing."""
_SCRIPT_SHARE: Final = 0.3
"""Letters of the script among all letters: names and quotations in another script do not make a language."""


def language_of(text: str, words: Sequence[str]) -> str | None:
    """The language of a text as ISO 639-1, or OTHER_LANGUAGE; `words` are its words in lower case.

    None when it is not sure: the text is short, or could be of several.
    """
    if not text.isascii() and _NOT_LATIN.search(text) is not None and (code := _by_script(text)) is not None:
        return code
    return _by_words(text, words) if words else None


def _by_script(text: str) -> str | None:
    letters = len(_LETTERS.findall(text))
    for code, telling in _SCRIPTS:
        if telling.search(text) is None:
            continue
        script = _SHARED.get(code, telling)
        if len(script.findall(text)) >= _SCRIPT_SHARE * letters:
            return code
    return OTHER_LANGUAGE if 2 * len(_NOT_LATIN.findall(text)) > letters else None


def could_be(language: str, text: str, words: Sequence[str]) -> bool:
    """Whether nothing in a text that is not sure speaks against a language; True of one that is not known by words."""
    if language not in CODES:
        return True
    points = _each(_points(text, words[:_MANY_WORDS]))
    return points[CODES.index(language)] + _AGAINST > max(points)


def likeliest(text: str, words: Sequence[str]) -> str | None:
    """The spoken language whose words these are, so that English is left behind and no other leads; perhaps one of two
    alike. None where English may be it, and of a single word, which may be a name: enough to speak to somebody, and
    too little to score by."""
    words = tuple(dict.fromkeys(words[:_MANY_WORDS]))
    if len(words) < _LIKELIEST_WORDS:
        return None
    points = _each(_points(text, words))
    best = max(points)
    place = points.index(best)
    return CODES[place] if 0 < place < _SPOKEN and best >= points[0] + _AGAINST else None


def _points(text: str, words: Sequence[str]) -> int:
    """The points of each language by words, and by letters that few languages have."""
    together = sum(filter(None, map(POINTS_OF_WORD.get, words)), FIRST_POINTS)
    if "'" in text or "’" in text:
        parts = _parts(words)[:_MANY_WORDS]
        together += sum(filter(None, map(POINTS_OF_WORD.get, parts)))
    if not text.isascii() and (letters := LETTERS_OF_FEW.findall(text)):
        together += sum(map(POINTS_OF_LETTER.__getitem__, set(letters)))
    return together


def _each(together: int) -> tuple[int, ...]:
    """Those of each language, in the order of CODES."""
    return POINTS.unpack(together.to_bytes(POINTS.size, "little"))


def _by_words(text: str, words: Sequence[str]) -> str | None:
    if len(words) <= _FEW_WORDS:
        words = tuple(dict.fromkeys(words))  # "no, no, no" is one sign
    elif len(words) > _MANY_WORDS:
        words = words[:: len(words) // _ENOUGH_WORDS]
    by_words = _points(text, words)
    said = _each(by_words)
    in_sentence = len(words) if len(words) >= _SENTENCE_WORDS else 0
    least, sure = max(_LEAST, _LEAST_A_WORD * in_sentence), _SURE[min(len(words), _SENTENCE_WORDS) - 1]
    many = 2 * least if in_sentence else least
    if code := _leading(said, said, least=many, sure=sure, sure_other=_SURE_OTHER):
        return code
    if len(words) <= _MOST_BY_LETTERS:
        of_letters = points_of_letters()
        unknown = [word for word in words if word not in POINTS_OF_WORD]
        by_letters = sum(filter(None, map(of_letters.get, chain.from_iterable(map(threes, unknown)))))
        points = _each(by_words + by_letters)
        if code := _leading(points, said, least=least, sure=_SURE_BY_LETTERS, sure_other=_SURE_OTHER_BY_LETTERS):
            return code
    is_known = not in_sentence or max(said[:_SPOKEN]) - BEFORE[0] >= least
    return None if is_known else OTHER_LANGUAGE


def _leading(points: tuple[int, ...], said: tuple[int, ...], *, least: int, sure: int, sure_other: int) -> str | None:
    """The language that leads by enough, where it has `least` points by its words (`said`)."""
    best, other = max(points[:_SPOKEN]), max(points[_SPOKEN:])
    if other > best:
        place = points.index(other, _SPOKEN)
        is_other = other - best >= sure_other and said[place] - BEFORE[place] >= _LEAST
        return CODES[place] if is_other else None
    place = points.index(best)
    lead = best - max(other, *points[:place], *points[place + 1 : _SPOKEN])
    return CODES[place] if lead >= sure and said[place] - BEFORE[place] >= least else None


def _parts(words: Sequence[str]) -> list[str]:
    """What stands around the apostrophes of words that are not known: `l'hôtel` has an article and a noun."""
    return [part for word in words if "'" in word and word not in POINTS_OF_WORD for part in word.split("'")]
