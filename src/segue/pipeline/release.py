"""A model's answer on its way to the person: words through the guard, tool calls held until they are whole."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from typing import TypeAlias

import msgspec

from segue.domain.chat import Finished, ProviderPiece, TextDelta, ToolCallDelta
from segue.domain.findings import Action, Verdict
from segue.pipeline.streaming import StreamGuard

SAID_CHARS = 300
"""How much of the end of what was said is read together with tool calls."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """Screening ended the answer; what was shown before stays."""

    verdict: Verdict


Shown: TypeAlias = TextDelta | ToolCallDelta | Finished | Stopped
"""What may be shown: deltas, then one Finished or one Stopped."""


@dataclass(slots=True)
class ToolCallAssembly:
    """Joins the pieces of tool calls, so that a call is screened whole before anybody can act on it."""

    calls: dict[int, ToolCallDelta] = field(default_factory=dict)

    def add(self, piece: ToolCallDelta) -> None:
        """Append a piece to its call."""
        known = self.calls.get(piece.index)
        if known is None:
            self.calls[piece.index] = piece
            return
        self.calls[piece.index] = replace(
            known,
            id=known.id or piece.id,
            name=known.name or piece.name,
            arguments=known.arguments + piece.arguments,
        )

    def gravest(self, screen: Callable[[str], Verdict], *, said: str = "") -> Verdict | None:
        """The verdict that stops a call; None when all of them may be made.

        Each part is read alone, and all arguments together behind the end of what was `said`: a sentence may be split.
        """
        calls = self.in_order()
        if not calls:
            return None
        arguments = " ".join(call.arguments for call in calls)
        texts = [text for call in calls for text in (call.name, call.id, call.arguments) if text]
        texts.append(arguments)
        if said and screen(said).action is Action.PASS:  # its beginning was cut off, and a denial perhaps with it
            texts.append(f"{msgspec.json.encode(said).decode()} {arguments}")
        verdicts = (screen(text) for text in texts)
        return next((verdict for verdict in verdicts if verdict.action is not Action.PASS), None)

    def in_order(self) -> tuple[ToolCallDelta, ...]:
        """One whole delta a call, by index."""
        return tuple(self.calls[index] for index in sorted(self.calls))


async def released(
    pieces: AsyncIterator[ProviderPiece],
    guard: StreamGuard,
    screen_call: Callable[[str], Verdict],
    *,
    last_line: str = "",
) -> AsyncGenerator[Shown]:
    """Pass on what the guard lets pass. `last_line` is added to an answer in words (the check-in of degraded mode)."""
    calls = ToolCallAssembly()
    said = ""
    async with aclosing(pieces):  # type: ignore[type-var]
        async for piece in pieces:
            if isinstance(piece, ToolCallDelta):
                calls.add(piece)
                continue
            step = guard.feed(piece.text) if isinstance(piece, TextDelta) else guard.finish()
            if step.text:
                said = (said + step.text)[-SAID_CHARS:]
                yield TextDelta(step.text)
            if step.stopped is not None:
                yield Stopped(step.stopped)
                return
            if isinstance(piece, TextDelta):
                continue
            if (verdict := calls.gravest(screen_call, said=said)) is not None:
                yield Stopped(verdict)
                return
            for call in calls.in_order():
                yield call
            if last_line and said and not calls.calls:
                yield TextDelta(f"\n\n{last_line}")
            yield piece
