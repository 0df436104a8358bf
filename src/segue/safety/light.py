"""Turns that are neither calm nor a danger: they make light of what was said before, or say nothing of their own.

A laugh, a "whatever" or a sign alone tells nothing about how somebody is, so it counts for nothing on the way out of
danger. In five languages, all at once.
"""

from __future__ import annotations

import re
from typing import Final

from segue.domain.late_patterns import late_pattern
from segue.safety.reading.short import any_of, plain
from segue.safety.rows import light as rows

MOST_CHARS: Final = 4_000
"""Of a longer text the end is read."""
SHORT_WORDS: Final = 8
"""Most words of a turn that a single word of joking is the sense of."""
LAUGHING_WORDS: Final = 6
"""Most words beside a laugh that the laugh is the sense of."""
_NEVER_SHORT_CHARS: Final = 300


def takes_back(text: str) -> bool:
    """Whether the words make light of what was said before, as "just kidding" does. That clears nothing."""
    said = plain(text[-MOST_CHARS:])
    if _TAKEN_BACK.search(said) is not None:
        return True
    return _is_short(text, said) and _SHORTLY.search(said) is not None


def makes_light(text: str) -> bool:
    """Whether they are taken back, or played down as "no big deal" does: no answer is made less of by the latter."""
    said = plain(text[-MOST_CHARS:])
    return takes_back(text) or (_is_short(text, said) and _PLAYED_DOWN.search(said) is not None)


def says_nothing(text: str) -> bool:
    """Whether a turn has no content of its own: empty, signs, interjections, a laugh with hardly a word beside it."""
    if len(text) > _NEVER_SHORT_CHARS:
        return False
    words = _WORD.findall(_FACES.sub(" ", plain(text)))
    if any(map(_LAUGH.fullmatch, words)):
        return sum(_LAUGH.fullmatch(word) is None for word in words) <= LAUGHING_WORDS
    return len(words) <= SHORT_WORDS and _NOTHING.fullmatch(" ".join(words)) is not None


def _is_short(text: str, said: str) -> bool:
    if len(text) > _NEVER_SHORT_CHARS:
        return False
    return sum(_LAUGH.fullmatch(word) is None for word in _WORD.findall(said)) <= SHORT_WORDS


_WORD: Final = re.compile(r"\w+(?:['/-]\w+)*")
_FACES: Final = re.compile(r"(?<!\w)[:;=x][-'^]?[()\[\]dpos3/|*]+(?!\w)|<3+")
_LAUGH: Final = late_pattern(any_of(rows.LAUGHTER))
_NOTHING: Final = late_pattern(rf"(?:{any_of(rows.FILLERS)}(?: |$))*")
_TAKEN_BACK: Final = late_pattern(rf"\b{any_of(rows.TAKEN_BACK)}\b")
_SHORTLY: Final = late_pattern(rf"\b{any_of(rows.TAKEN_BACK_SHORTLY)}(?!\w)")
_PLAYED_DOWN: Final = late_pattern(rf"\b{any_of(rows.PLAYED_DOWN)}(?!\w)")
