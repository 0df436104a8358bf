"""Writes a sentence as people in a hurry do (letters swapped, dropped, `u` for `you`), or among other sentences."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace

from training.rows import Row, fold

_SHORT = {
    "you": "u", "are": "r", "to": "2", "for": "4", "want to": "wanna", "going to": "gonna", "because": "cuz",
    "be": "b", "don't": "dont", "can't": "cant", "i'm": "im", "my": "ma", "the": "da", "with": "w", "and": "n",
    "tonight": "2nite", "tomorrow": "2moro", "anymore": "nemore", "please": "pls", "about": "abt", "myself": "myslf",
    "would": "wud", "could": "cud", "should": "shud", "love": "luv", "every": "evry", "que": "k", "porque": "xq",
    "quiero": "kiero", "para": "pa", "j'ai": "jai", "je": "j", "c'est": "c", "não": "n", "você": "vc", "nicht": "nich",
    "ist": "is", "ich": "i",
}  # fmt: skip
_SIGNS = {"i": "1", "e": "3", "a": "@", "o": "0", "s": "$"}


def noisy(row: Row, chance: random.Random) -> Row:
    """The same row in other letters; its source is `noisy`, its group that of the row."""
    text = row.text.lower()
    for long, short in _SHORT.items():
        if chance.random() < 0.4:
            text = re.sub(rf"\b{re.escape(long)}\b", short, text)
    words = text.split(" ")
    for place in chance.sample(range(len(words)), k=max(1, len(words) // 4)):
        words[place] = _mistyped(words[place], chance)
    text = " ".join(words)
    if chance.random() < 0.15:
        letter = chance.choice(tuple(_SIGNS))
        text = text.replace(letter, _SIGNS[letter], 2)
    return replace(row, text=text, source="noisy")


def among(row: Row, calm: Sequence[Row], chance: random.Random) -> Row:
    """The same row with harmless sentences before or after it; its source is `among`, its group that of the row."""
    fellows = [other for other in calm if fold(other) == fold(row)]  # no text is on both sides of a split
    around = chance.choice(fellows or calm).text[: chance.randrange(80, 300)]
    text = f"{row.text}. {around}" if chance.random() < 0.5 else f"{around}. {row.text}"
    return replace(row, text=text, source="among")


def _mistyped(word: str, chance: random.Random) -> str:
    if len(word) < 4:
        return word
    at = chance.randrange(1, len(word) - 1)
    kind = chance.randrange(3)
    if kind == 0:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == 1:
        return word[:at] + word[at + 1 :]
    return word[:at] + word[at] + word[at:]
