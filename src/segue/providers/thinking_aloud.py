"""Takes off what a model thinks aloud at the beginning of its answer, between `<think>` and `</think>`. Pure.

Servers that have no field of its own for it leave it among the words: Groq unless it is asked for another form
(console.groq.com/docs/reasoning, 2026-11), Together and vLLM for models like DeepSeek R1. It is no part of the answer,
and nobody who is in need shall read it.
"""

from __future__ import annotations

from typing import Final, Literal

_OPEN: Final = "<think>"
_CLOSE: Final = "</think>"


class SpokenWords:
    """Given an answer's words as they come, gives those that are meant to be heard."""

    __slots__ = ("_held", "_state")

    def __init__(self) -> None:
        self._held = ""
        """What cannot be told apart yet: white space, a part of one of the two marks."""
        self._state: Literal["begins", "thinks", "thought", "speaks"] = "begins"

    @property
    def is_done(self) -> bool:
        """True once it speaks: nothing is taken off from then on."""
        return self._state == "speaks"

    def feed(self, text: str) -> str:
        """The words among these that may be heard now; often all of them."""
        if self._state == "begins":
            text = self._held + text
            begin = text.lstrip()
            if _OPEN.startswith(begin[: len(_OPEN)]) and len(begin) < len(_OPEN):
                self._held = text
                return ""
            self._held = ""
            self._state = "thinks" if begin.startswith(_OPEN) else "speaks"
        if self._state == "thinks":
            thought, mark, text = (self._held + text).partition(_CLOSE)
            self._held = "" if mark else thought[1 - len(_CLOSE) :]
            self._state = "thought" if mark else "thinks"
        if self._state == "thought":
            text = text.lstrip()
            self._state = "speaks" if text else "thought"
        return text

    def end(self) -> str:
        """What was held and turned out to be words, when no more come."""
        held, self._held = self._held, ""
        return held if self._state == "begins" else ""
