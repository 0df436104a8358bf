"""Reads a text without its layout: words one a line in numbered lists, texts of links and pictures, notes at the foot.

What is numbered, linked or noted is read as one sentence, as a person reads it. Most texts have no such layout, which a
look for a few signs tells; those are not read again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

Laid: TypeAlias = tuple[str, list[int]]
"""A text, and for each character of it the place that it had before."""

_NUMBER = r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.):\]]|\d{1,3}(?:\ufe0f?\u20e3|[ \t])"
_MARK = rf"(?:[ \t>|]{{0,8}}(?:[-*+•·–—][ \t]{{1,4}})?(?:\[[ xX]\]|{_NUMBER})[*_ \t|]{{0,4}}){{1,3}}"
_NUMBERED: Final = re.compile(rf"\n{_MARK}")
"""A line that begins with a number, a letter or a box to tick."""
_MARKS: Final = re.compile(rf"(?:\A|(?<=\n)){_MARK}|(?<=\w)[-\u00ad]\n(?=\w)")
_ADDRESS = r"(?:<[^<>\n]{0,300}>|[^()\s]{0,300})"
_TITLE = r"(?:\s{1,4}[\"'(](?P<title>[^\"'()\n]{0,200})[\"')])?"
_LINKS: Final = re.compile(
    rf"!?\[(?P<text>[^\[\]\n]{{0,200}})\](?:\(\s{{0,4}}{_ADDRESS}{_TITLE}\s{{0,4}}\)|\[[^\[\]\n]{{0,60}}\])"
    r"|!?\[(?P<begun>[^\[\]\n]{0,200})\]\([^()\n]{0,300}\Z"  # the next piece of a stream may end it
)
_RAISED: Final = "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079"
_NOTES: Final = re.compile(rf"\[\^[^\]\s]{{1,20}}\](?!:)|<sup>[^<>]{{1,20}}</sup>|[{_RAISED}]{{1,3}}")
_FOOT: Final = re.compile(r"(?:\A|(?<=\n))[ \t]{0,4}(?P<name>\[\^[^\]\s]{1,20}\]):[ \t]{0,4}")
_FOOT_LINE: Final = re.compile(_FOOT.pattern + r"(?P<text>[^\n]{0,300})\n?")
_ATTRIBUTES: Final = re.compile(
    r"<[a-z]{1,10}\b[^<>]{0,300}?\b(?:alt|title|aria-label)\s?=\s?[\"'](?P<text>[^\"'<>]{0,200})[\"'][^<>]{0,300}>",
    re.IGNORECASE,
)


def laid_out(text: str) -> list[Laid]:
    """`text` without its layout; a second time with each note where it is referred to. Nothing for most texts."""
    has_links = "](" in text or "][" in text
    has_notes = "[^" in text or "<sup>" in text or (not text.isascii() and any(sign in text for sign in _RAISED))
    has_lines = "-\n" in text or "\u00ad\n" in text or ("\n" in text and _NUMBERED.search(text) is not None)
    has_attributes = "<" in text and "=" in text and _ATTRIBUTES.search(text) is not None
    if not (has_links or has_notes or has_lines or has_attributes):
        return []
    laid: Laid = text, list(range(len(text)))
    if has_attributes:
        laid = _rewritten(laid, _ATTRIBUTES, _kept)
    for _ in range(2 if has_links else 0):  # a picture may stand in a link
        laid = _rewritten(laid, _LINKS, _kept)
    noted = _noted(laid) if has_notes and _FOOT.search(laid[0]) is not None else None
    found = [laid] if noted is None else [laid, noted]
    found = [_rewritten(_rewritten(each, _FOOT, _nothing), _NOTES, _nothing) if has_notes else each for each in found]
    found = [_rewritten(each, _MARKS, _nothing) for each in found]
    return [each for each in found if each[0] != text]


def _noted(laid: Laid) -> Laid:
    """Every note in the place of what refers to it."""
    text, places = laid
    notes = {match["name"]: match.span("text") for match in _FOOT_LINE.finditer(text)}
    above = _rewritten(laid, _FOOT_LINE, _nothing)
    parts, kept, last = list[str](), list[int](), 0
    for match in _NOTES.finditer(above[0]):
        start, end = notes.get(match.group(), (0, 0))
        parts += (above[0][last : match.start()], " ", text[start:end], " ")
        kept += above[1][last : match.start()]
        before = above[1][max(0, match.start() - 1)]
        kept += [before, *places[start:end], before]
        last = match.end()
    return "".join([*parts, above[0][last:]]), kept + above[1][last:]


def _kept(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The words of a link, a picture or an element, and of its title."""
    yield from (match.span(name) for name, words in match.groupdict().items() if words)


def _nothing(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    del match
    return iter(())


def _rewritten(
    laid: Laid, pattern: re.Pattern[str], kept: Callable[[re.Match[str]], Iterator[tuple[int, int]]]
) -> Laid:
    """Each match cut down to the stretches that `kept` names, with a gap behind each."""
    text, places = laid
    parts, at, last = list[str](), list[int](), 0
    for match in pattern.finditer(text):
        parts.append(text[last : match.start()])
        at += places[last : match.start()]
        for start, end in kept(match):
            parts += (text[start:end], " ")
            at += (*places[start:end], places[end - 1])
        last = match.end()
    return ("".join([*parts, text[last:]]), at + places[last:]) if last else laid
