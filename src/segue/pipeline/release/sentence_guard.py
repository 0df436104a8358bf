"""The guard of an answer that is shown sentence by sentence: none before it is whole and was read."""

from __future__ import annotations

from collections.abc import Callable

from typing_extensions import override

from segue.domain.findings import Verdict
from segue.pipeline.release.sentences import LONGEST_CHARS, cut_of_long, sentence_ends
from segue.pipeline.release.streaming import CONTEXT_CHARS, Released, StreamGuard

_WAITS_FOR_CHARS = 4 * LONGEST_CHARS
"""Beyond the hold-back so much waits only where a run of signs or markup counts as one character: no prose."""


class SentenceGuard(StreamGuard):
    """A StreamGuard that releases whole sentences only.

    A sentence is shown when it is whole and the check has read `hold_back_chars` past its end: a finding of up to that
    length may begin in it and end in those that follow, so the sentences that end within that stretch stay held. No
    character of the sentence in which a finding begins is shown. Nothing is shown because time has passed. A sentence
    of LONGEST_CHARS is not waited for: it is read, and shown up to where no finding can begin.

    Text is taken in steps of `hold_back_chars / 2`, wherever its pieces are cut, so that what is shown depends on the
    answer alone. `screen` runs at most once a step, and only where that can release something.
    """

    __slots__ = ("_coming",)

    def __init__(
        self, screen: Callable[[str], Verdict], *, hold_back_chars: int, context_chars: int = CONTEXT_CHARS
    ) -> None:
        super().__init__(screen, hold_back_chars=hold_back_chars, context_chars=context_chars)
        self._coming = ""
        """What came after the last whole step."""

    @property
    @override
    def held(self) -> str:
        return self._held + self._coming

    @override
    def forget_after(self, chars: int) -> None:
        self._take_rest()
        super().forget_after(chars)

    @override
    def feed(self, text: str) -> Released:
        if self._finished or self.is_stopped:
            return super().feed(text)
        came = self._coming + text
        whole_steps = len(came) - len(came) % self._step
        self._coming = came[whole_steps:]
        shown: list[str] = []
        for at in range(0, whole_steps, self._step):
            step = self._taken(came[at : at + self._step])
            shown.append(step.text)
            if step.stopped is not None:
                self._coming = ""
                return Released("".join(shown), step.stopped)
        return Released("".join(shown))

    @override
    def finish(self) -> Released:
        self._take_rest()
        return super().finish()

    def _take_rest(self) -> None:
        if self._coming:
            self._held, self._coming, self._is_read = self._held + self._coming, "", False

    def _taken(self, step: str) -> Released:
        self._cut_tail()
        self._held += step
        self._is_read = False
        most_chars = len(self._held) - self._hold_back
        return self._examine(is_last=False) if most_chars > 0 and self._whole_chars(most_chars) else Released()

    @override
    def _release(self, count: int) -> Released:
        return super()._release(count if self._finished else self._whole_chars(count))

    def _whole_chars(self, most_chars: int) -> int:
        """How much of what waits is whole sentences, at most so much; what may be shown of one that is too long."""
        ends: list[int] = []
        if len(self._held) < self._hold_back + _WAITS_FOR_CHARS:
            start = len(self._tail)
            ends = [end - start for end in sentence_ends(self._tail + self._held, start)]
        if ends or len(self._held) < LONGEST_CHARS:
            return max((end for end in ends if end <= most_chars), default=0)
        return cut_of_long(self._held, most_chars)
