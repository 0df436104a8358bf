"""What a model thought before it called a tool, kept until the tool's answer comes: it wants to have it back unchanged.

Thinking is no part of an answer, so that nobody else has it. It goes back only behind the very same system words, tools
and messages: Anthropic refuses thoughts that were made under others (platform.claude.com/docs, "Preserved thinking",
2026-11). It is in memory alone, for a while, and in no store; where it is gone, the model goes on without it.
"""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

import msgspec

from segue.domain.chat import JsonObject

MOST: Final = 256
"""Answers whose thoughts are kept; the oldest go first."""
KEPT_S: Final = 600.0
"""How long they are kept: a tool that takes longer finds a model without them."""

Place: TypeAlias = JsonObject | str | None
"""A thinking block as it came, the id of a tool call, or None where the words stood."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The order of an answer's parts: what was thought, said and called."""

    places: tuple[Place, ...] = field(repr=False)

    @property
    def calls(self) -> tuple[str, ...]:
        """The ids of its tool calls, in order."""
        return tuple(place for place in self.places if isinstance(place, str))

    @property
    def has_thoughts(self) -> bool:
        """True when there is anything to keep."""
        return any(isinstance(place, dict) for place in self.places)


class Thoughts:
    """Layouts by what was asked and the first tool that was called for it."""

    def __init__(self, *, kept_s: float = KEPT_S, clock: Callable[[], float] = time.monotonic) -> None:
        self.kept_s = kept_s
        """How long they are kept; whoever keeps any calls `forget_old` then."""
        self._clock = clock
        self._kept: OrderedDict[tuple[bytes, str], tuple[float, Layout]] = OrderedDict()

    def keep(self, asked: bytes, layout: Layout) -> None:
        """Keep the thoughts of an answer to `asked` (see `digest`), if it had any and called a tool."""
        self.forget_old()
        if layout.calls and layout.has_thoughts:
            self._kept[asked, layout.calls[0]] = (self._clock(), layout)
            if len(self._kept) > MOST:
                self._kept.popitem(last=False)

    def find(self, asked: bytes, calls: Sequence[str]) -> Layout | None:
        """The layout of the answer to `asked` that made just these calls; None where it is not here."""
        self.forget_old()
        kept = self._kept.get((asked, calls[0])) if calls else None
        return kept[1] if kept is not None and kept[1].calls == tuple(calls) else None

    def clear(self) -> None:
        """Keep nothing any more."""
        self._kept.clear()

    def __len__(self) -> int:
        return len(self._kept)

    def forget_old(self) -> None:
        """Keep nothing that is older than that."""
        now_s = self._clock()
        while self._kept and now_s - next(iter(self._kept.values()))[0] >= self.kept_s:
            self._kept.popitem(last=False)


def digest(model: str, system: object, tools: object, messages: Sequence[object]) -> bytes:
    """What was asked, as short as it can be told apart; nothing of it can be read from it."""
    return hashlib.sha256(msgspec.json.encode((model, system, tools, messages))).digest()
