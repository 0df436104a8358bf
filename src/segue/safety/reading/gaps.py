"""What stands between words: runs of signs, emoji and markup are read as one space, and seldom as nothing.

People write `kill... myself`, models `**kill** <b>yourself</b>`; codes such as `\\u006b` and `&nbsp;` are characters.
The end of a sentence stays one where it looks like one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import unescape
from string import ascii_lowercase, ascii_uppercase, digits

from segue.safety.packaged_rules import packaged_words
from segue.safety.reading.folding import Folded, fold, outline
from segue.safety.reading.layout import laid_out

RUN_PARTS = 100
"""Most signs or tags that count as one gap; two words further apart than three such gaps are not read together."""

_NAMES = (
    r"[a-z]|h[1-6]|em|strong|span|font|small|big|mark|sub|sup|del|ins|code|pre|kbd|br|hr|div|li|ul|ol|td|tr|th|table|"
    r"img|tt|center|blockquote|cite|section|details|summary|label|svg|style|strike|article|main|body|html|wbr|var|"
    r"samp|abbr"
)
_TAG_REST = rf"(?:/[a-z][\w\-]{{0,15}}|(?:{_NAMES})(?=[\s/>])|!--)[^<>]{{0,200}}>"
_PART = rf"(?:<{_TAG_REST}|(?<!\w)'|'(?!\w)|[^\w'])"
_RUN = re.compile(rf"[^\w ,\-](?:(?<!')|(?!\w)|(?<!\w'))(?:(?<=<){_TAG_REST})?{_PART}{{0,{RUN_PARTS}}}")
"""What stands between two words from its first sign on; apostrophes within words are none."""
_LONG = re.compile(rf"[ ,:;\"()\-]{{4,{RUN_PARTS}}}")
_MARKS_WITHIN = re.compile(rf"(?:<{_TAG_REST}|[*~])+")
"""Markup that does not part a word: `k**i**ll`."""
_PARTED_BEFORE = re.compile(r"(?:[a-z]{1,9}[^\w\s]){0,9}[a-z]{1,12}\Z")
_PARTED_AFTER = re.compile(r"[a-z]{1,12}(?:[^\w\s][a-z]{1,12}){0,9}")
_PARTED_CHARS = 24
_PARTED_LETTERS = 5
"""A word of fewer may be two: `he/art`, `so/me`."""
_ESCAPE = r"\\{1,16}"
"""Escapes of escapes read the same, however deep."""
_CODED = re.compile(
    rf"{_ESCAPE}ud[89ab][0-9a-f]{{2}}{_ESCAPE}ud[c-f][0-9a-f]{{2}}|"
    rf"{_ESCAPE}(?:u0000[0-9a-f]{{4}}|u[0-9a-f]{{4}}|u\{{[0-9a-f]{{1,6}}\}}|x[0-9a-f]{{2}}|[nrtbf\"/])|"
    r"&(?:#\d{2,7}|#x[0-9a-f]{2,6}|[a-z]{2,8});|%[0-9a-f]{2}"
)
"""Characters written as codes: in JSON and program text, HTML and addresses."""
_HEX = re.compile(r"u\{?([0-9a-f]+)|x([0-9a-f]{2})")
_UNFINISHED = re.compile(r"(?:<[^<>]{0,200}|\\{1,16}[ux]?\{?[0-9a-f]{0,7}|&#?\w{0,8}|%[0-9a-f]?)\Z")
"""A tag or a code that the next piece of a stream may end."""

_SIGN = r"[,:;\"()\-]"
_GAP = r"[ ,:;\"()\-]"
_ODD = re.compile(
    r"[^\w ](?:(?<![,.!?:;\"()\-'])|(?<=')(?:(?!\w)|(?<!\w'))"
    rf"|(?<={_SIGN})(?:(?={_GAP}{{3}})|(?<={_GAP}{_SIGN})(?={_GAP}{{2}})|(?<={_GAP}{{2}}{_SIGN})(?={_GAP})"
    rf"|(?<={_GAP}{{3}}{_SIGN})))"
)
"""A sign that rules do not read over, or four that they do."""
_SHAPES = outline({"a": f"{ascii_lowercase}{digits}_", " ": ' ,:;"()-', ".": ".!?", "'": "'"})
_STOPS = frozenset(".!?")
_STOP = re.compile(
    r"[.!?](?:(?=[^\W\d]{3})|(?<!\b\w\.)(?:(?![\"')]?\s+[A-Z](?![A-Z])|[\"')]?\s*\Z|\d)|(?=\s+[\w']+[.!?])))"
)
"""A stop that may not end its sentence: a word right behind it, no capital after it, or a sentence of one word.

Not in `a.m.`.
"""
_STOP_SHAPES = outline({"a": f"{ascii_lowercase}_", "A": ascii_uppercase, "0": digits, "'": "'", " ": " ", ".": ".!?"})
_WORD_SHAPES = b"aA0'"
"""Of what a word may be made of."""
_ONE_WORD = re.compile(r"[\w']+ ?[.!?]")
_SENTENCE_END = re.compile(r"[\"')\]*~]{0,4}[.!?]{1,3}[\"')\]*~]{0,4} ")


def needs_opening(plain: Folded, text: str) -> bool:
    """True when more than commas, hyphens, spaces and ends of sentences stands between words. Cheap: no for prose."""
    folded = plain.text
    if (_looks_odd(folded) and ("    " in folded or _ODD.search(folded) is not None)) or _stops_within(text):
        return True
    # A stop of another script is one only once it is folded.
    return not text.isascii() and any(folded.count(stop) != text.count(stop) for stop in ".!?")


def _stops_within(text: str) -> bool:
    """Whether `_STOP` finds something. It is asked at each stop alone, and only of a text that is not laid out as prose
    is: a search looks at every character, which was a fiftieth of a turn."""
    if text.isascii() and _ends_sentences_only(text):
        return False
    for stop in ".!?":
        at = text.find(stop)
        while at >= 0:
            if _STOP.match(text, at) is not None:
                return True
            at = text.find(stop, at + 1)
    return False


def _ends_sentences_only(text: str) -> bool:
    """True for ASCII text in which a space and a capital follow every stop but the last, and no sentence has but one
    word: then no stop is within one."""
    shape = text.encode().translate(_STOP_SHAPES)
    if shape.count(b". A") + shape.endswith(b".") != shape.count(b".") or shape.find(b". AA") >= 0:
        return False
    return shape.translate(None, _WORD_SHAPES).find(b". .") < 0


def _looks_odd(folded: str) -> bool:
    """False for most prose in ASCII: nothing that `_ODD` finds is there. A twentieth of the cost of that search."""
    if not folded.isascii():
        return True
    shape = folded.encode().translate(_SHAPES)
    # `find` and not `in`, which for bytes first makes an error of what it is given being no number.
    if shape.find(b"#") >= 0 or shape.find(b"    ") >= 0:
        return True
    return shape.find(b"'") >= 0 and shape.count(b"'") != shape.count(b"a'a")


def uncoded(folded: Folded) -> Folded:
    """`folded` with characters for the codes in it, also for codes of codes; itself where nothing looks like one."""
    if "\\" not in folded.text and "&" not in folded.text and "%" not in folded.text:
        return folded
    return _replaced(_replaced(folded, _CODED, _decoded), _CODED, _decoded)


def opened(folded: Folded, text: str) -> tuple[Folded, ...]:
    """`folded`, made from `text`, with each run of signs and markup between words read as one space.

    Where markup touches letters on both sides (`k**i**ll`) a second reading, the last, leaves it out.
    """
    folded = uncoded(folded)
    if _LONG.search(folded.text) is not None:
        folded = _replaced(folded, _LONG, lambda _: " ")
    gaps = _Gaps(folded, text)
    spans = [(match.span(), gaps.between(match)) for match in _RUN.finditer(folded.text)]
    spaced = _with_instead(folded, spans)
    if not gaps.marks_within:
        return (spaced,)
    joined = _with_instead(folded, [(span, "" if span[0] in gaps.marks_within else gap) for span, gap in spans])
    return spaced, Folded(joined.text, joined.origins, is_dense=True)


def reach(text: str, chars: int) -> int:
    """Where the last `chars` characters of `text` begin, when a run of signs or markup counts as one."""
    if len(text) <= chars and text.isascii():
        return 0  # all of it: the guard of a short answer reads it no second time
    if laid := laid_out(text):
        bare, places = laid[0]
        place = _reach(bare, chars)
        return min(_reach(text, chars), places[place] if 0 < place < len(places) else 0 if not place else len(text))
    return _reach(text, chars)


def _reach(text: str, chars: int) -> int:
    plain = fold(text)
    if plain.origins is None and not needs_opening(plain, text):
        return max(0, len(text) - chars)
    if (cut := _UNFINISHED.search(plain.text)) is not None and cut.start():
        plain = Folded(plain.text[: cut.start() + 1], plain.origins and plain.origins[: cut.start() + 1])
    bare = opened(plain, text)[-1]
    return bare.place(len(bare.text) - chars) if chars < len(bare.text) else 0


def counted(text: str) -> int:
    """How many characters of `text` count, when a run of signs or markup is one."""
    plain = fold(text)
    return len(opened(plain, text)[-1].text if needs_opening(plain, text) else plain.text)


def turned(folded: Folded, text: str) -> Folded:
    """`folded` with what follows a right-to-left override read backwards, as it is shown; so its places run."""
    start, end = text.index("\u202e"), text.find("\u202c", text.index("\u202e"))
    end = len(text) if end < 0 else end
    shown = [(folded.place(at), char) for at, char in enumerate(folded.text)]
    before, after = [pair for pair in shown if pair[0] < start], [pair for pair in shown if pair[0] >= end]
    shown = before + [pair for pair in shown if start <= pair[0] < end][::-1] + after
    return Folded("".join(char for _, char in shown), [place for place, _ in shown])


class _Gaps:
    """Reads the runs of one text from left to right."""

    __slots__ = ("_after_stop", "_folded", "_last", "_text", "marks_within")

    def __init__(self, folded: Folded, text: str) -> None:
        self._folded = folded
        self._text = text
        self._last = 0
        self._after_stop = True
        self.marks_within: set[int] = set()
        """Where markup began that touched letters on both sides."""

    def between(self, match: re.Match[str]) -> str:
        """What a run stands for: nothing, a space, or the end of a sentence."""
        whole, (start, end) = match.string, match.span()
        run, last, after_stop = match.group(), self._last, self._after_stop
        self._last, self._after_stop = end, not _STOPS.isdisjoint(run)
        if not start or end == len(whole):
            return "." if start and self._after_stop else ""
        is_markup = run[0] in "<*~" and _MARKS_WITHIN.fullmatch(run) is not None
        if whole[start - 1].isalnum() and (is_markup or _is_within_a_word(match)):
            self.marks_within.add(start)
            return " "
        if len(run) == 1 and whole[start - 1].isdigit() and whole[end].isdigit():
            return run
        gap = "" if whole[start - 1] in " ,-" else " "
        if not self._after_stop or _SENTENCE_END.match(run) is None:
            return gap
        is_one_word = (after_stop and " " not in whole[last:start]) or _ONE_WORD.match(whole, end) is not None
        place = self._folded.place(end)
        is_capital = self._text[place].isupper() and not self._text[place + 1 : place + 2].isupper()
        return ". " if is_capital and not is_one_word and ".." not in run else gap


def _is_within_a_word(match: re.Match[str]) -> bool:
    """Whether a single sign stands between letters that come to a word of the rules: `sui/cide`."""
    whole, (start, end) = match.string, match.span()
    is_single = end - start == 1 and whole[start - 1].isalpha() and whole[end].isalpha()
    if not is_single or not (whole[start - 2 : start].isalpha() or whole[end : end + 2].isalpha()):
        return False  # between letters on their own it is a spelled word, which is read elsewhere
    before = _PARTED_BEFORE.search(whole[max(0, start - _PARTED_CHARS) : start])
    after = _PARTED_AFTER.match(whole[end : end + _PARTED_CHARS])
    letters = [char for side in (before, after) if side for char in side.group() if char.isalpha()]
    return len(letters) >= _PARTED_LETTERS and "".join(letters) in packaged_words()


def _decoded(match: re.Match[str]) -> str:
    """The characters that a code stands for; a space where it stands for none."""
    code = match.group()
    if code.startswith("&"):
        meant = unescape(code)
        return fold(meant).text if meant != code else " "
    if code.startswith("%"):
        return _fold_code(int(code[1:], 16)) if code < "%80" else " "
    points = [int(point or byte, 16) for point, byte in _HEX.findall(code)]
    if len(points) == 2:
        return _fold_code(0x10000 + ((points[0] - 0xD800) << 10) + points[1] - 0xDC00)
    return _fold_code(points[0]) if points else " "


def _fold_code(point: int) -> str:
    return fold(chr(point)).text if 32 <= point <= 0x10FFFF and not 0xD800 <= point < 0xE000 else " "


def _replaced(folded: Folded, pattern: re.Pattern[str], becomes: Callable[[re.Match[str]], str]) -> Folded:
    """`folded` with each match of `pattern` replaced."""
    return _with_instead(folded, [(match.span(), becomes(match)) for match in pattern.finditer(folded.text)])


def _with_instead(folded: Folded, spans: Sequence[tuple[tuple[int, int], str]]) -> Folded:
    """`folded` with other words in place of these stretches; they came from where the stretch began."""
    if not spans:
        return folded
    text, parts, places, last = folded.text, list[str](), list[int](), 0
    for (start, end), instead in spans:
        parts += (text[last:start], instead)
        places += range(last, start)
        places += [start] * len(instead)
        last = end
    places += range(last, len(text))
    parts.append(text[last:])
    origins = places if folded.origins is None else [folded.origins[place] for place in places]
    return Folded("".join(parts), origins, folded.is_dense)
