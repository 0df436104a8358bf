"""Models in this process that break off where they are told to and go on as they are asked: quick, for laws."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from typing_extensions import override

from segue.domain.chat import ChatRequest, Finished, ProviderPiece, TextDelta
from segue.domain.models import ModelRef
from segue.errors import StreamCut
from segue.providers.contract import Answer
from segue.providers.scripted import ScriptedProvider
from tests.support.continuing import Manner, Way, gone_on, is_undecidable, wanted


@dataclass
class Play:
    """What the models mean to say, and how it is said."""

    text: str
    breaks: Sequence[int] = ()
    """After how many characters the first answers break off, one each; those that follow are whole."""
    chunk_chars: Sequence[int] = (7,)
    """Lengths of the pieces, again and again."""
    manner: Manner = "exactly"
    ways: list[Way] = field(default_factory=list)
    """How each answer was asked for, as it came."""
    is_ambiguous: bool = False
    """True when a model was to go on where nobody can tell its words from an echo of all that was said."""

    def said(self, messages: Sequence[tuple[str, str]]) -> tuple[str, bool]:
        """What is said to these messages, and whether it is whole."""
        want = wanted(messages, self.text)
        says, place = gone_on(self.text, want, self.manner), len(self.ways)
        self.ways.append(want.way)
        self.is_ambiguous = self.is_ambiguous or is_undecidable(self.text, want.said)
        return (says[: self.breaks[place]], False) if place < len(self.breaks) else (says, True)

    def pieces(self, says: str) -> Iterator[str]:
        """What is said, cut as it comes."""
        at = 0
        for chars in itertools.cycle(self.chunk_chars):
            if at >= len(says):
                return
            yield says[at : at + chars]
            at += chars


class StageProvider(ScriptedProvider):
    """Says what is in the play; every model of it does."""

    play: Play = Play("")

    @override
    def answer(self, request: ChatRequest, model: str) -> Answer:
        return self._performed(request, ModelRef(self.name, model))

    @asynccontextmanager
    async def _performed(self, request: ChatRequest, model: ModelRef) -> AsyncIterator[AsyncIterator[ProviderPiece]]:
        says, is_whole = self.play.said([(message.role, message.text) for message in request.messages])
        yield self._spoken(says, model, is_whole=is_whole)

    async def _spoken(self, says: str, model: ModelRef, *, is_whole: bool) -> AsyncIterator[ProviderPiece]:
        for piece in self.play.pieces(says):
            yield TextDelta(piece)
        if not is_whole:
            raise StreamCut("The play says so.", model=model)
        yield Finished("stop")
