"""From tokens to words as they come: nothing half is shown, neither a character nor the beginning of a stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transformers import PreTrainedTokenizerBase

_BEFORE_TOKENS = 6
"""Tokens before the answer that are read along where it goes on in the middle: some tokenizers drop a first space."""
_HELD_TOKENS = 8
"""After so many tokens that make no character it is none: the longest takes four bytes."""
_HALF = "\ufffd"
"""What half a character is decoded to."""


class Words:
    """The words of one answer."""

    def __init__(self, tokenizer: PreTrainedTokenizerBase, *, stops: Sequence[str], before: Sequence[int] = ()) -> None:
        self._tokenizer = tokenizer
        self._stops = stops
        self._tokens = list(before[-_BEFORE_TOKENS:])
        self._from, self._shown = 0, len(self._tokens)
        self._held = ""
        self.is_stopped = False
        """True once a stop was said; the answer ends before it."""

    def feed(self, token: int) -> str:
        """What can be shown after one more token; often one word, sometimes nothing."""
        self._tokens.append(token)
        return self._released(self._decoded(at_end=False))

    def end(self) -> str:
        """What was held back, at the end."""
        rest = self._released(self._decoded(at_end=True))
        if self.is_stopped:
            return rest
        rest, self._held = rest + self._held, ""
        return rest

    def _decoded(self, *, at_end: bool) -> str:
        """New whole characters. A token's text may depend on those before it, so that two texts are compared."""
        before = self._text(self._tokens[self._from : self._shown])
        now = self._text(self._tokens[self._from :])
        is_half = now.endswith(_HALF) and len(self._tokens) - self._shown <= _HELD_TOKENS
        if len(now) <= len(before) or (is_half and not at_end):
            return ""
        self._from, self._shown = self._shown, len(self._tokens)
        return now[len(before) :]

    def _text(self, tokens: Sequence[int]) -> str:
        return str(self._tokenizer.decode(tokens, skip_special_tokens=True, clean_up_tokenization_spaces=False))

    def _released(self, text: str) -> str:
        if not self._stops or self.is_stopped:
            return "" if self.is_stopped else text
        text = self._held + text
        found = [place for stop in self._stops if (place := text.find(stop)) >= 0]
        if found:
            self.is_stopped, self._held = True, ""
            return text[: min(found)]
        kept = max(_overlap(text, stop) for stop in self._stops)
        shown = len(text) - kept
        self._held = text[shown:]
        return text[:shown]


def _overlap(text: str, stop: str) -> int:
    """How many characters at the end of a text may be the beginning of a stop."""
    return next((size for size in range(min(len(stop) - 1, len(text)), 0, -1) if text.endswith(stop[:size])), 0)
