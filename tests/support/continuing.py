"""How a model goes on with an answer that another began: what it was asked, and what it says then. Pure.

Two ways of asking are known. By prefill the last message is the assistant's, with what was said so far, and the model
answers with the rest. By instruction a message follows it that says so; then a model may repeat a little first, or
begin anew, whatever it was told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

Way: TypeAlias = Literal["anew", "prefill", "instruction"]
"""How an answer was asked for."""
Manner: TypeAlias = Literal[
    "exactly",
    "repeats_sentence",
    "repeats_words",
    "repeats_with_other_quotes",
    "repeats_behind_preamble",
    "starts_over",
]
"""What a model does when it is told to go on; after a prefill every model goes on exactly."""

TAIL_WORDS = 8
"""How many words `repeats_words` says again."""
PREAMBLE = "Of course! Here is the rest of the story:\n\n"
"""What `repeats_behind_preamble` says first, before the last sentence."""
TYPEWRITER = str.maketrans("“”‘’—", "\"\"''-")
"""How `repeats_with_other_quotes` writes the last sentence."""
_SENTENCE_END = re.compile(r"[.!?]\u201d?\s+")
_WORD_START = re.compile(r"(?<!\S)\S")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a model is asked for."""

    way: Way
    said: str = ""
    """What was said of the answer before; empty: it is asked for anew."""


def wanted(messages: Sequence[tuple[str, str]], text: str) -> Wanted:
    """What messages (role and words each) ask of a model that means to say `text`."""
    role, words = messages[-1]
    if role == "assistant":
        return Wanted("prefill", words)
    before, said = messages[-2] if len(messages) > 1 else ("", "")
    if before == "assistant" and said and text.startswith(said):
        return Wanted("instruction", said)
    return Wanted("anew")


def gone_on(text: str, asked: Wanted, manner: Manner = "exactly") -> str:
    """What a model says that means to say `text`."""
    at = len(asked.said)
    if asked.way != "instruction" or manner == "exactly":
        return text[at:]
    if manner == "starts_over":
        return text
    if manner == "repeats_words":
        return text[_word_starts(asked.said) :]
    sentence, rest = text[_starts(asked.said, _SENTENCE_END) : at], text[at:]
    if manner == "repeats_with_other_quotes":
        return sentence.translate(TYPEWRITER) + rest
    return (PREAMBLE if manner == "repeats_behind_preamble" else "") + sentence + rest


def is_undecidable(text: str, said: str) -> bool:
    """True when what is meant to follow begins like all that was said, once: nobody can tell that from an echo.

    Where words were said twice in a row they are the text's own, and so they are where they follow twice.
    """
    said, rest = " ".join(said.split()), " ".join(text[len(said) :].split())
    is_said_twice = any(said[chars:] == said[:-chars] for chars in range(1, (len(said) + 1) // 2 + 1))
    follows_twice = rest.startswith((said + said, f"{said} {said}"))
    return bool(said) and rest.startswith(said) and not (is_said_twice or follows_twice)


def _starts(said: str, end: re.Pattern[str]) -> int:
    """Where the last sentence of what was said begins."""
    return max((found.end() for found in end.finditer(said) if found.end() < len(said)), default=0)


def _word_starts(said: str) -> int:
    """Where the last words of what was said begin."""
    starts = [found.start() for found in _WORD_START.finditer(said)]
    return starts[-TAIL_WORDS] if len(starts) > TAIL_WORDS else 0
