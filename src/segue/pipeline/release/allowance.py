"""How much of a second part may be shown, so that an answer of two parts is no longer than the request allows."""

from __future__ import annotations

from bisect import bisect_right

from segue.selection.tokens import text_tokens


class Allowance:
    """Counts what follows the seam, on the high side as what stands before it was counted.

    A model that goes on by instruction is given room to say all of it again, so that its host's limit bounds the whole
    answer only where it does.
    """

    __slots__ = ("_has_given", "_left_tokens", "host_bounds_whole", "is_spent")

    def __init__(self, tokens: float, *, host_bounds_whole: bool) -> None:
        """`host_bounds_whole`: the limit that the model was asked with is the request's own."""
        self._left_tokens = tokens
        self.host_bounds_whole = host_bounds_whole
        self._has_given = False
        self.is_spent = False
        """True once something did not fit: the answer ends there."""

    def fitting(self, text: str) -> str:
        """What of the next words may follow: all of them, or those up to the last space that fit."""
        tokens = text_tokens(text)
        if tokens <= self._left_tokens:
            self._left_tokens -= tokens
            self._has_given = self._has_given or not text.isspace()
            return text
        self.is_spent = True
        most = bisect_right(range(len(text)), self._left_tokens, key=lambda chars: text_tokens(text[:chars])) - 1
        space = text.rfind(" ", 0, most + 1)
        words = text[:space] if space >= 0 else text[:most]
        return words if words.strip() or self._has_given else text[:most]
