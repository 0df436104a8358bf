"""A turn that was read to its end."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, field

from segue.domain.chat import TextDelta, ToolCallDelta
from segue.pipeline.turn.turns import TurnFinished, TurnPiece


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole answer."""

    text: str = field(repr=False)
    tool_calls: tuple[ToolCallDelta, ...]
    finished: TurnFinished
    chunks: int
    """Pieces in which the words came."""


async def whole(pieces: AsyncGenerator[TurnPiece]) -> Reply:
    """Read a turn to its end. Raises the error of a turn that broke off after its first words."""
    texts: list[str] = []
    calls: list[ToolCallDelta] = []
    finished: TurnFinished | None = None
    async with aclosing(pieces):
        async for piece in pieces:
            if isinstance(piece, TextDelta):
                texts.append(piece.text)
            elif isinstance(piece, ToolCallDelta):
                calls.append(piece)
            elif isinstance(piece, TurnFinished):
                finished = piece
    assert finished is not None, "a turn that does not raise ends with TurnFinished"
    if finished.reason == "error" and finished.error is not None:
        raise finished.error
    return Reply("".join(texts), tuple(calls), finished, len(texts))
