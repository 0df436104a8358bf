"""How fast a model read and spoke, by llama.cpp's own word at the end of each answer."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

import msgspec
from typing_extensions import override

from segue.domain.chat import Delta, Working
from segue.domain.models import ModelRef
from segue.providers.openai_answers import AnswerReader


class Timings(msgspec.Struct, frozen=True):
    """`timings` of an answer (result_timings in llama.cpp's tools/server/server-task.h, 2026-10)."""

    prompt_n: int = 0
    """Tokens of the prompt that were read for this answer."""
    cache_n: int = 0
    """Those that had been read before."""
    prompt_per_second: float | None = None
    predicted_n: int = 0
    predicted_per_second: float | None = None


class _Told(msgspec.Struct):
    timings: Timings | None = None


_DECODER = msgspec.json.Decoder(_Told)
_MARK = b'"timings"'


class TimedReader(AnswerReader):
    """Reads an answer, and what is told of its speed."""

    __slots__ = ("timings",)

    def __init__(self, model: ModelRef, *, tells_progress: bool = False) -> None:
        super().__init__(model, tells_progress=tells_progress)
        self.timings: Timings | None = None
        """None before the end, and where nothing is told."""

    @override
    def read(self, event: bytes) -> Sequence[Delta | Working]:
        if _MARK in event:
            with suppress(msgspec.MsgspecError):  # words that look like it, or figures that are none
                self.timings = _DECODER.decode(event).timings or self.timings
        return super().read(event)
