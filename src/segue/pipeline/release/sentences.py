"""Where sentences end, in text that may go on: words are shown, and continued, sentence by sentence. Pure.

Languages with capitals and a full stop, with CJK stops, Arabic or Hindi ones. Where it is doubtful whether a sentence
ends (an abbreviation, a number, a small letter that follows), it goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST_CHARS = 300
"""A sentence that grows so long is not waited for any more (acceptance 4 of therapeutic safety)."""
LONGEST_END_CHARS = 6
"""Of a sentence's end, before its white space."""

_CLOSERS = r"[\"'”’»)\]*_」』）】》〉]"
SENTENCE_END = re.compile(
    rf"[.!?…؟।](?:[ \u00a0\u202f]?»|{_CLOSERS}|[“«‹›]){{0,4}}\s+(?=\S)"
    rf"|[。！？｡]++{_CLOSERS}{{0,4}}+\s*(?=\S)"  # no space follows; possessive, for a closer is no next sentence
    r"|\n\s*(?=\S)"
)
"""What looks like the end of a sentence or a line, with the white space behind it; `leads_on` knows exceptions."""
BETWEEN_WORDS = re.compile(r"\s+(?=\S)")

_NO_WORDS_YET = re.compile(r"[\W_]*(?:(?:\d[\d.]{0,6}|[^\W_])[.)][\W_]*)?")
"""A line that holds only what a list, a heading or a quotation begins with: "3.", "a)", "- [ ]", "##", ">"."""
_ABBREVIATION = re.compile(
    r"(?<!\w)(?:[^\W\d_]|Dra?|Mrs?|Ms|Mx|Prof|Sra?|Srta|Mme|Mlle|Hr|Fr|Ste?|Jr|Nr|Uds?|vs|ca|cf|ex|etc|usw|bzw|vgl|ggf"
    r"|evtl|inkl|exkl|bspw|Abs|Art|Bd|Tel|Inc|Ltd|Vol|Fig|approx|dept|Gen|Col|págs?|núm|avda?|apdo|Exma?)\.\Z",
    re.IGNORECASE,
)
"""Behind which no sentence ends; a single letter is one, as in "e.g.", "z. B.", "J. S. Bach"."""
_LONGEST_ABBREVIATION_CHARS = 8
_LINE_CHARS = 200
"""How much of a line is read to tell what its end means."""
_SMALL_NUMBER = re.compile(r"(?<![\w.,])\d{1,2}\.\Z")
"""Perhaps a day or a place in an order: "am 3. Mai", "le 2. étage"."""
_OPENERS = re.compile(r"[\"'“„‘‚«»‹›¿¡(\[*_~`\s\-–—]*")
"""What may stand before the first letter of a sentence, and before a word with which the last one goes on."""
_BULLETS = "-*•·–—#>"


def complete_sentences(text: str, start: int = 0) -> int:
    """How much of `text` is whole sentences, the white space behind them too: their length from the text's start.

    `start` when none ends behind it. The end of the text ends none: more may come.
    """
    return max(sentence_ends(text, start), default=start)


def sentence_ends(text: str, start: int = 0) -> Iterator[int]:
    """Every place behind `start` at which a new sentence begins for certain, in order."""
    said = text.rstrip()  # so that no white space is read twice
    for found in SENTENCE_END.finditer(said, max(0, start - LONGEST_END_CHARS)):
        place = found.end()
        if place > start and _begins_anew(said, place, found.group()) and not leads_on(said, place):
            yield place


def leads_on(text: str, place: int) -> bool:
    """True behind what belongs to the next word: a list's number, an abbreviation."""
    read = text[max(0, place - _LINE_CHARS) : place]
    before = read.rstrip()
    line = _last_line(before)
    is_whole_line = len(line) < len(before) or place <= _LINE_CHARS
    if is_whole_line and "\n" not in read[len(before) :] and _NO_WORDS_YET.fullmatch(line):
        return True
    return bool(_ABBREVIATION.search(line, max(0, len(line) - _LONGEST_ABBREVIATION_CHARS)))


def cut_of_long(text: str, most_chars: int) -> int:
    """Where to cut a sentence that is too long to wait for: behind what might be a sentence, else behind a word.

    At most `most_chars`; exactly these where there is no gap between words.
    """
    start = max(0, most_chars - LONGEST_CHARS)
    for ends in (SENTENCE_END, BETWEEN_WORDS):
        places = [found.end() for found in ends.finditer(text[start : most_chars + 1].rstrip())]
        if places:
            return start + places[-1]
    return most_chars


def _begins_anew(text: str, place: int, end: str) -> bool:
    """Whether what follows an end begins a sentence: no small letter, which would go on with the one before."""
    lines = end.count("\n")
    if lines > 1 or (lines and text[place] in _BULLETS):
        return True
    letter = _OPENERS.match(text, place)
    assert letter is not None
    if letter.end() == len(text) or text[letter.end()].islower():
        return False
    return bool(lines) or _SMALL_NUMBER.search(_last_line(text[max(0, place - 8) : place].rstrip())) is None


def _last_line(text: str) -> str:
    return text[text.rfind("\n") + 1 :]
