"""Every way in which a text is read, so that rules match what is meant and not how it is typed.

It is folded to plain small letters first. Words in disguise (`k1ll`, `d i e`, `dieee`) and words with signs between
them (`kill... *yourself*`) are read again, undisguised and without the signs, and words laid out in lists, links and
notes in one row; ordinary text is read once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from string import ascii_lowercase, digits
from typing import Self

from ahocorasick_rs import BytesAhoCorasick

from segue.safety.reading.disguises import NO_SIGNS, is_disguised, undisguised
from segue.safety.reading.folding import Folded, fold, outline
from segue.safety.reading.gaps import needs_opening, opened, reach, turned, uncoded
from segue.safety.reading.layout import laid_out
from segue.safety.reading.prose import is_prose

__all__ = ["Folded", "Utterance", "fold", "readings"]

_SHAPES = outline({" ": ' .,:;"()-*+/', "a": f"{ascii_lowercase}{digits}@$!|"})
"""In it ` a a `, ` a  a ` and ` a   a ` are two single letters in a row: within every spelled word, whatever stands
before it."""
_UNUSUAL = BytesAhoCorasick(
    [letter.encode() * 3 for letter in ascii_lowercase]
    + [b" 1 ", b" l ", b" | ", b"1'", b"l'm", b"l'll", b"l've", b"l'd ", b"|'"]
)
"""A letter three times over, and signs alone that may be the word `I`."""
_I_ALONE = re.compile(
    r"(?<![\w'])[1l|](?='(?:m|ll|ve|d)\b| (?:w[a4]nt|w[a4]nn[a4]|w[i1]sh|will|would|[a4]m|was|have|had|need|feel|"
    r"think|thought|hate|just|really|still|do|don't|dont|can|can't|cant|could|should|keep|cut|hurt|hit|took|take|"
    r"tried|try|plan|bought|got|hope|might|may|must|never|always|only|deserve|starve|hear|see|said|told)\b)"
)
_NARROWLY = r"(?:[a-z0-9@$!|][ .\-*+/]{1,2}){3,}[a-z0-9@$!|]"
_WIDELY = r"(?:[a-z0-9@$!|][ .,:;\"()\-*+/]{1,9}){4,}[a-z0-9@$!|]"
_SPELLED = re.compile(rf"(?<![\w']){_NARROWLY}(?!\w)")
_SPELLED_WIDELY = re.compile(rf"(?<![\w'])(?:{_WIDELY}|{_NARROWLY})(?!\w)")
"""Whatever stands between letters here parts no words: `s e l   f`. Finds all that `_SPELLED` does."""
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_SEPARATORS = re.compile(r"[ .,:;\"()\-*+/]+")


class Utterance(str):
    """A text that is made ready once, however many checks read it: `readings` remembers what it comes to."""

    __slots__ = ("_is_plain", "_readings")
    _readings: tuple[Folded, ...] | None
    _is_plain: bool
    """True once it is known that every character stands for itself, and nothing but plain gaps between words."""

    def __new__(cls, text: str) -> Self:
        """Not read yet."""
        made = super().__new__(cls, text)
        made._readings, made._is_plain = None, False
        return made

    @property
    def readings(self) -> tuple[Folded, ...]:
        """As the function `readings` gives them."""
        if self._readings is None:
            self._readings, self._is_plain = _read(self)
        return self._readings

    def reach(self, chars: int) -> int:
        """As `gaps.reach`; a plain text that was read is not read for it once more."""
        return max(0, len(self) - chars) if self._is_plain else reach(self, chars)


def readings(text: str) -> tuple[Folded, ...]:
    """Every way in which `text` is to be read: as it stands, and undisguised where something looks disguised."""
    return text.readings if isinstance(text, Utterance) else _read(text)[0]


def _read(text: str) -> tuple[tuple[Folded, ...], bool]:
    """Its readings, and whether it is plain."""
    return ((fold(text),), True) if is_prose(text) else _looked_through(text)


def _looked_through(text: str) -> tuple[tuple[Folded, ...], bool]:
    """The same, by every look at it."""
    found, is_plain = _as_it_runs(text)
    if "\n" in text or "[" in text or "<" in text or not text.isascii():
        for bare, places in laid_out(text):
            found += tuple(way.moved(places) for way in _as_it_runs(bare)[0])
            is_plain = False
    ways = found if len(found) == 1 else tuple({way.text: way for way in reversed(found)}.values())[::-1]
    return ways, is_plain


def _as_it_runs(text: str) -> tuple[tuple[Folded, ...], bool]:
    """Its readings without a look at its layout, and whether it is plain."""
    plain = fold(text)
    found = _undisguised(_from_its_first_word(plain) if plain.text[:1] == " " else plain)
    if is_opened := needs_opening(plain, text):
        # Signs that stand for letters are letters only before what stands between words is taken away, and digits of
        # a code (`%20`) stand for no letters.
        if (bare := uncoded(plain)) is not plain:
            found += _undisguised(bare)
        found += tuple(way for first in found for bare in opened(first, text) for way in _undisguised(bare))
    if "\u202e" in text:
        found += _undisguised(turned(plain, text))
    return found, plain.origins is None and not is_opened


def _from_its_first_word(folded: Folded) -> Folded:
    """`folded` without the spaces that it begins with: some rules are about the whole of what is said."""
    start = len(folded.text) - len(folded.text.lstrip(" "))
    places = range(start, len(folded.text)) if folded.origins is None else folded.origins[start:]
    return Folded(folded.text[start:], places, folded.is_dense)


def _undisguised(plain: Folded) -> tuple[Folded, ...]:
    """`plain`, and what it says when spelled, stretched and numbered letters are read as words."""
    # The first of each pair is a fraction of the second's cost, and on most texts the answer already; on bytes, which
    # take a fifth of the time of a search. Whatever is not ASCII is none of these signs: it becomes a question mark.
    raw = plain.text.encode("ascii", "replace")
    shape = raw.translate(_SHAPES)
    # `find` and not `in`, which for bytes first makes an error of what it is given being no number.
    is_spelled = (
        shape.find(b" a a ") >= 0 or shape.find(b" a  a ") >= 0 or shape.find(b" a   a ") >= 0
    ) and _SPELLED_WIDELY.search(plain.text) is not None
    is_leet = bool(raw.translate(None, NO_SIGNS)) and is_disguised(plain.text)
    is_unusual = bool(_UNUSUAL.find_matches_as_indexes(raw)) or raw.startswith((b"1 ", b"l ", b"| "))
    if not is_spelled and not is_leet and not is_unusual:
        return (plain,)
    base = Folded(_I_ALONE.sub("i", plain.text), plain.origins, plain.is_dense) if is_unusual else plain
    joined = [_rewritten(base, pattern, _joined) for pattern in (_SPELLED_WIDELY, _SPELLED)] if is_spelled else [base]
    if is_spelled and joined[0].text == joined[1].text:
        del joined[0]
    found = [plain]
    for each in joined:
        bare = _rewritten(Folded(each.text, each.origins, is_dense=is_spelled or plain.is_dense), _STRETCHED, _squeezed)
        found += undisguised(bare) if is_leet or is_disguised(bare.text) else (bare,)
    return tuple(found)


def _joined(match: re.Match[str]) -> list[int]:
    """The places of the letters of a spelled word, without what stands between them."""
    return [place for place in range(match.start(), match.end()) if not _SEPARATORS.match(match.string, place)]


def _squeezed(match: re.Match[str]) -> range:
    """One letter of a stretched row; two of an `l`, which English doubles in the words that matter."""
    return range(match.start(), match.start() + (2 if match.group(1) == "l" else 1))


def _rewritten(folded: Folded, pattern: re.Pattern[str], kept: Callable[[re.Match[str]], Sequence[int]]) -> Folded:
    """`folded` with each match of `pattern` cut down to the places that `kept` names."""
    places: list[int] = []
    last = 0
    for match in pattern.finditer(folded.text):
        places += range(last, match.start())
        places += kept(match)
        last = match.end()
    places += range(last, len(folded.text))
    origins = [folded.origins[p] for p in places] if folded.origins is not None else places
    return Folded("".join([folded.text[p] for p in places]), origins, folded.is_dense)
