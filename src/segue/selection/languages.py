"""In which language a person writes: by script, or by the commonest words. None when it is not sure.

The word lists are common function words of each language, chosen by hand; a word that several of these languages share
counts less for each of them. Italian and Dutch are here because they would else be taken for Spanish and German.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import lcm
from struct import Struct
from typing import Final

_FUNCTION_WORDS: Final = {
    "en": "the and to of i you that it is was for with my are have not this but be what me so do they we don't can't"
    " i'm it's don can just feel would how when your am been about want know no"
    " up out there she myself i'll",
    "es": "el los las que y en un una por con para mi me se lo su es está estoy tengo pero muy como qué más yo cuando"
    " siento nada todo quiero hay sin porque ya eso esto esta soy del al no",
    "fr": "le les des et je tu il elle nous vous que qui dans pour pas une un est suis mais avec ne ce c'est j'ai mon"
    " ma mes sur plus très tout quand même sens rien au aux du de la",
    "de": "der die das und ich nicht ist zu den mit ein eine es mich mir auf für von habe bin dass aber so wie was wenn"
    " auch nur noch mehr sich im dem kann fühle mein meine nichts er sie wir",
    "pt": "o os as que e em um uma não por com para me se eu meu minha mas muito como mais está estou tenho quando"
    " sinto nada tudo quero há sem porque isso isto você ele ela do da dos das no na ao",
    "it": "il lo gli che e di un una per con non mi si è sono ho ma molto come più io quando sento niente tutto voglio"
    " della del alla questo anche perché cosa mio mia le la no",
    "nl": "de het een en van ik niet is dat met op te zijn voor maar heb ben mijn mij er als ook nog meer wat hoe je"
    " jij hij zij wij naar kan niets alles voel om aan",
}
_LANGUAGES_OF_WORD: Final[dict[str, tuple[str, ...]]] = {
    word: tuple(code for code, words in _FUNCTION_WORDS.items() if word in words.split())
    for words in _FUNCTION_WORDS.values()
    for word in words.split()
}
_CODES: Final = tuple(_FUNCTION_WORDS)
_PLACE: Final = {code: place for place, code in enumerate(_CODES)}
_UNIT: Final = lcm(*map(len, _LANGUAGES_OF_WORD.values()))
"""A point, in parts that can be shared by as many languages as share a word."""
_POINTS: Final = Struct(f"<{len(_PLACE)}I")
"""The points of all languages in one number, so that a text's are one sum: word by word it was a fortieth of a turn."""
_POINTS_OF_WORD: Final = {
    word: sum(_UNIT // len(codes) << 32 * _PLACE[code] for code in codes) for word, codes in _LANGUAGES_OF_WORD.items()
}
_FEW_WORDS: Final = 6
_TELLING: Final = {
    word: code
    for code, words in {
        "en": "thank i'm i'll don't",
        "es": "sí quiero estoy siento también",
        "fr": "oui j'ai suis",
        "de": "nein ich nicht mich",
        "pt": "não estou você quero",
    }.items()
    for word in words.split()
}
"""Words that tell their language alone in a text of few words. None that people borrow, as *merci*, is among them."""
_MARKS: Final = {"¿": "es", "¡": "es", "ñ": "es", "ß": "de", "ã": "pt", "õ": "pt", "œ": "fr"}
"""Characters that speak for one of these languages; each counts as one word of it."""

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

_SURE_POINTS: Final = 1.5
_SURE_RATIO: Final = 1.5
"""The best language must have this many times the points of the next one."""
_SURE_SHARE: Final = 0.15
"""Points a word: function words make up about half of running text, and a third language shares only a few."""
_SCRIPT_SHARE: Final = 0.3
"""Letters of the script among all letters: names and quotations in another script do not make a language."""


def language_of(text: str, words: Sequence[str]) -> str | None:
    """The language of a text as ISO 639-1; `words` are its words in lower case. None when it is not sure."""
    if not text.isascii() and (code := _by_script(text)) is not None:
        return code
    return _by_words(text, words)


def _by_script(text: str) -> str | None:
    letters = len(_LETTERS.findall(text))
    for code, telling in _SCRIPTS:
        if telling.search(text) is None:
            continue
        script = _SHARED.get(code, telling)
        if len(script.findall(text)) >= _SCRIPT_SHARE * letters:
            return code
    return None


def _by_words(text: str, words: Sequence[str]) -> str | None:
    if is_short := len(words) <= _FEW_WORDS:
        words = tuple(dict.fromkeys(words))  # "no, no, no" is one sign
    together = sum(filter(None, map(_POINTS_OF_WORD.get, words)))
    points = [*_POINTS.unpack(together.to_bytes(_POINTS.size, "little"))]
    for telling in filter(None, map(_TELLING.get, words)) if is_short else ():
        points[_PLACE[telling]] += int(_SURE_POINTS * _UNIT)
    if not text.isascii():
        for mark, code in _MARKS.items():
            if mark in text:
                points[_PLACE[code]] += _UNIT
    *_, second, most = sorted(points)
    if most < _UNIT * max(_SURE_POINTS, _SURE_SHARE * len(words)) or most < _SURE_RATIO * second:
        return None
    return _CODES[points.index(most)]
