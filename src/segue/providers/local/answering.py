"""One answer of a local model: its turn in line, the load, the words, and whose fault it was if they break off."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import ExitStack, aclosing, suppress
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from segue.domain.chat import ChatRequest, Finished, ProviderPiece, TextDelta, Working
from segue.domain.models import ModelStatus
from segue.errors import ConnectionLost, StreamCut, Unreachable
from segue.providers.contract import Answer
from segue.providers.local.line import Ticket

if TYPE_CHECKING:
    from segue.providers.local.keeper import ModelKeeper
    from segue.providers.local.loaded import Loaded
    from segue.providers.local.timings import TimedReader

PASSES_FIELDS = frozenset(
    {"top_k", "min_p", "typical_p", "repeat_penalty", "repeat_last_n", "logit_bias", "ignore_eos"}
)
"""Request fields that llama.cpp's server understands beyond OpenAI's (its tools/server/README, 2026-10)."""
_SLOT = "id_slot"
"""llama.cpp's field for the slot that answers, and so for whose words it need not read again (its README)."""
_OWN_FIELDS = PASSES_FIELDS | {_SLOT}
_BROKEN = (StreamCut, ConnectionLost, Unreachable)
"""What an answer ends with when its worker dies."""
_STEP_S = 1.0
"""How often somebody who waits is told the place, or that the model is being loaded."""
_LONG_IDLE_S = 0.1
"""After so long without a word the worker is asked whether it is well before it is asked anything else: that takes it
a millisecond, and one that was stopped meanwhile costs a load then and no error."""
_CHARS_A_TOKEN = 3
"""Most tokenizers make a token of four letters of English; of other languages' fewer. Our choice."""
QUIET_S = 2.0
"""How long a worker with answers under way may say nothing before it is asked whether it is well."""


class AnswerInLine:
    """Begun once, closed once."""

    def __init__(self, keeper: ModelKeeper, request: ChatRequest, ticket: Ticket) -> None:
        self._keeper, self._request, self._ticket = keeper, request, ticket
        self._held = ExitStack()
        """Keeps the worker in use."""
        self._asked: Answer | None = None
        self._pieces: AsyncGenerator[ProviderPiece, None] | None = None

    async def begin(self) -> AsyncIterator[ProviderPiece]:
        """The pieces. A loaded model with a free slot is asked here already; others load or wait within."""
        has_to_wait = self._ticket.slot is None or self._keeper.alive() is None
        self._pieces = self._in_turn() if has_to_wait else await self._ask()
        return self._pieces

    async def aclose(self) -> None:
        """Leave the answer, whatever it is at."""
        try:
            if self._pieces is not None:
                await self._pieces.aclose()
        finally:
            await self._leave()

    async def _in_turn(self) -> AsyncGenerator[ProviderPiece, None]:
        """The load, the line, and then the answer."""
        async with aclosing(self._loading()) as loading:
            async for waits in loading:
                yield waits
        async with aclosing(self._in_line()) as in_line:
            async for waits in in_line:
                yield waits
        yield Working()
        pieces = await self._ask()
        try:
            async for piece in pieces:
                yield piece
        finally:
            await pieces.aclose()

    async def _loading(self) -> AsyncGenerator[Working, None]:
        keeper, ticket = self._keeper, self._ticket
        while keeper.alive() is None:
            place = keeper.line.place(ticket) if ticket.slot is None else None
            yield Working(place_in_line=place, is_sign=keeper.status is not ModelStatus.WAITING, is_loading=True)
            with suppress(TimeoutError):
                async with asyncio.timeout(_STEP_S):
                    await keeper.ensure_loaded()

    async def _in_line(self) -> AsyncGenerator[Working, None]:
        since_s, ticket, line = monotonic(), self._ticket, self._keeper.line
        while ticket.slot is None:
            is_sign = monotonic() - since_s < self._keeper.rules.queue_s  # later others are asked as well
            yield Working(place_in_line=line.place(ticket), is_sign=is_sign)
            if ticket.slot is not None:
                break
            await ticket.moved(_STEP_S)

    async def _ask(self) -> AsyncGenerator[ProviderPiece, None]:
        loaded = await self._well()
        await self._keeper.admit_prompt(_most_tokens(self._request))
        self._held.enter_context(loaded.in_use())
        self._held.callback(_look_at_silence, loaded)
        # Always as a stream, which alone tells its progress and does not repeat what it goes on with.
        asked, reader = loaded.ask(self._for_worker(loaded), self._keeper.spec.model, _OWN_FIELDS)
        try:
            pieces = await asked.__aenter__()
        except _BROKEN as error:
            raise await self._keeper.blame(error, loaded) from error
        self._asked = asked
        return self._told(pieces if self._request.stream else _in_one_piece(pieces), loaded, reader)

    async def _well(self) -> Loaded:
        """A worker that answers; one that hangs since it was last asked is ended, and loaded again."""
        keeper = self._keeper
        loaded = await keeper.ensure_loaded()
        while not loaded.answers and (loaded.is_suspect or loaded.silent_s > _LONG_IDLE_S):
            if await loaded.is_well(keeper.rules.hang_s):
                loaded.heard()
            else:
                loaded.end_hung(keeper.rules.hang_s)
                await loaded.worker.wait_dead()
            loaded = await keeper.ensure_loaded()
        return loaded

    def _for_worker(self, loaded: Loaded) -> ChatRequest:
        """The request with what is between us and our worker."""
        extra = {name: value for name, value in self._request.extra.items() if name in PASSES_FIELDS}
        if loaded.worker.spec.backend == "llama_cpp":
            extra[_SLOT] = self._ticket.slot
        return replace(self._request, stream=True, extra=extra)

    async def _told(
        self, pieces: AsyncIterator[ProviderPiece], loaded: Loaded, reader: TimedReader
    ) -> AsyncGenerator[ProviderPiece, None]:
        try:
            async for piece in pieces:
                loaded.heard()
                if type(piece) is Finished:
                    loaded.timings = reader.timings or loaded.timings
                    self._keeper.succeeded()
                yield piece
        except _BROKEN as error:
            raise await self._keeper.blame(error, loaded) from error

    async def _leave(self) -> None:
        asked, self._asked = self._asked, None
        try:
            if asked is not None:
                await asked.__aexit__(None, None, None)
        finally:
            self._held.close()


def _most_tokens(request: ChatRequest) -> int:
    """Tokens of prompt and answer, on the high side."""
    chars = sum(len(message.text) for message in request.messages)
    return chars // _CHARS_A_TOKEN + (request.max_tokens or 0)


def _look_at_silence(loaded: Loaded) -> None:
    """An answer was left: perhaps because nothing came any more."""
    loaded.is_suspect = loaded.is_suspect or loaded.silent_s > QUIET_S / 2


async def _in_one_piece(pieces: AsyncIterator[ProviderPiece]) -> AsyncGenerator[ProviderPiece]:
    """The same answer for somebody who did not ask for a stream: all its words as one delta."""
    words: list[str] = []
    async for piece in pieces:
        if isinstance(piece, TextDelta):
            words.append(piece.text)
            continue
        if words:
            yield TextDelta("".join(words))
            words.clear()
        yield piece
