"""OpenAI's chat protocol over a wire: what every provider that speaks it is made of, remote or in a worker.

An answer under way is the same for every protocol of this kind, and is here for the others as well.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Protocol

import msgspec
from typing_extensions import override

from segue.domain.chat import ChatRequest, Delta, Finished, ProviderPiece, Role, TextDelta, Working
from segue.domain.models import ModelRef
from segue.errors import BadAnswer, RequestRefused, StreamCut
from segue.providers.contract import Answer
from segue.providers.joining import joined
from segue.providers.openai_answers import AnswerReader
from segue.providers.openai_errors import refusal, retry_after_s
from segue.providers.openai_json import PLAIN, Dialect, encode_request
from segue.providers.wire import Wire, WireAnswer

_PATH = "chat/completions"
AFTERWORD_S = 1.0
"""How long usage and `[DONE]` may take once the answer said why it ended; then it counts as finished without them."""
_STREAMS = frozenset({"text/event-stream", "text/plain", ""})
"""What servers call a stream of events."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class OpenAIProtocol:
    """Asks models at one address. The wire belongs to whoever made it, who opens and closes it.

    async with Wire("http://127.0.0.1:8000/v1") as wire:
        protocol = OpenAIProtocol(wire)
        async with protocol.answer(request, ModelRef("here", "small")) as pieces:
            async for piece in pieces: ...
    """

    def __init__(
        self, wire: Wire, *, dialect: Dialect = PLAIN, key_hint: str = "", now: Callable[[], datetime] = _utc_now
    ) -> None:
        self._wire = wire
        self._dialect = dialect
        self._key_hint = key_hint
        """What to do when the key is refused."""
        self._now = now

    def answer(
        self,
        request: ChatRequest,
        model: ModelRef,
        *,
        named: str | None = None,
        passes_fields: frozenset[str] = frozenset(),
        reader: AnswerReader | None = None,
    ) -> Answer:
        """Ask a model; streamed or whole, as the request says. `named`: its name at the server, when it is another;
        `reader`: one of `reader`, for whoever wants to know of it afterwards."""
        dialect = self._dialect
        return AnswerUnderWay(
            partial(self._send, request, model, named or model.name, passes_fields),
            partial(self._check, model),
            model,
            reader or self.reader(model),
            repeated=_prefill(request) if dialect.repeats_prefill else "",
        )

    def reader(self, model: ModelRef) -> AnswerReader:
        """What reads one answer of a model."""
        dialect = self._dialect
        return AnswerReader(
            model, tells_progress=dialect.tells_progress, tells_cost=dialect.tells_cost, key_hint=self._key_hint
        )

    def _send(self, request: ChatRequest, model: ModelRef, name: str, passes_fields: frozenset[str]) -> WireAnswer:
        """The request on its way, not yet entered."""
        try:
            body = encode_request(request, name, dialect=self._dialect, passes_fields=passes_fields)
            return self._wire.post(_PATH, body, model=model)
        except (TypeError, ValueError, msgspec.MsgspecError, RecursionError) as error:
            raise RequestRefused("The request cannot be written as JSON.", model=model) from error

    async def _check(self, model: ModelRef, answer: WireAnswer) -> None:
        await check_status(answer, model, self._now(), key_hint=self._key_hint)


async def check_status(answer: WireAnswer, model: ModelRef, now: datetime, *, key_hint: str = "") -> None:
    """Raise what a bad status means."""
    if 200 <= answer.status < 300:
        return
    head = {name: answer.header(name) for name in ("retry-after-ms", "retry-after", "date", "x-ratelimit-reset")}
    wait_s = retry_after_s(head, now)
    body = await answer.refusal()
    raise refusal(answer.status, body, model, retry_after_s=wait_s, key_hint=key_hint)


class Reader(Protocol):
    """Turns what a server sends into the pieces of one answer: see `AnswerReader`."""

    is_done: bool
    """True after the last event; what follows it is not read."""

    @property
    def is_whole(self) -> bool:
        """True once the answer said why it ended."""
        ...

    def read(self, event: bytes) -> Sequence[Delta | Working]:
        """The deltas of one event of a stream."""
        ...

    def end(self) -> Finished:
        """The last piece, when the stream is over."""
        ...

    def whole(self, body: bytes) -> Sequence[ProviderPiece]:
        """Every piece of an answer that was not streamed."""
        ...


def _prefill(request: ChatRequest) -> str:
    """The words with which the answer has begun already: the last message, where the assistant says it."""
    last = request.messages[-1] if request.messages else None
    return last.text if last is not None and last.role is Role.ASSISTANT else ""


class AnswerUnderWay(Answer):
    """One answer under way, in any protocol of events: what is sent and how it is read are given."""

    def __init__(
        self,
        send: Callable[[], WireAnswer],
        check: Callable[[WireAnswer], Awaitable[None]],
        model: ModelRef,
        reader: Reader,
        *,
        repeated: str = "",
    ) -> None:
        self._send = send
        self._check = check
        self._model = model
        self._reader = reader
        self._repeated = repeated
        """What a whole answer repeats before it goes on; empty: nothing."""
        self._answer: WireAnswer | None = None
        self._pieces: AsyncGenerator[ProviderPiece, None] | _Whole | None = None

    @override
    async def __aenter__(self) -> AsyncIterator[ProviderPiece]:
        answer = self._send()
        await answer.__aenter__()
        self._answer = answer
        try:
            if not 200 <= answer.status < 300:
                await self._check(answer)
            self._pieces = self._read(answer)
        except BaseException:
            answer.close()
            raise
        return self._pieces

    @override
    async def __aexit__(self, *_: object) -> None:
        assert self._answer is not None
        assert self._pieces is not None
        try:
            if not isinstance(self._pieces, _Whole):  # whose body was read in one go: nothing is left to be closed
                await self._pieces.aclose()
            if self._reader.is_done:
                await self._answer.drain()
        finally:
            self._answer.close()

    def _read(self, answer: WireAnswer) -> AsyncGenerator[ProviderPiece, None] | _Whole:
        """What the server sends decides how it is read: some stream unasked, some never do."""
        kind = answer.content_type
        if kind.endswith("json"):
            return _Whole(answer, self._reader, repeated=self._repeated)
        if kind in _STREAMS:
            return self._streamed(answer)
        hint = "Is `base_url` the address of an API? A page was sent." if kind == "text/html" else ""
        message = "Its answer is neither JSON nor a stream of events."
        raise BadAnswer(message, model=self._model, status=answer.status, hint=hint)

    async def _streamed(self, answer: WireAnswer) -> AsyncGenerator[ProviderPiece, None]:
        reader = self._reader
        while not reader.is_done and (events := await self._next(answer)):
            for piece in joined(delta for event in events for delta in self._deltas(event, answer)):
                yield piece
        yield reader.end()

    async def _next(self, answer: WireAnswer) -> list[bytes]:
        """The next events; none at the end of the stream."""
        if not self._reader.is_whole:
            return await answer.events()
        try:
            async with asyncio.timeout(AFTERWORD_S):
                return await answer.events()
        except (TimeoutError, StreamCut):  # the answer is whole all the same
            return []

    def _deltas(self, event: bytes, answer: WireAnswer) -> Sequence[Delta | Working]:
        try:
            return self._reader.read(event)
        except BadAnswer as error:
            if answer.is_over:
                raise StreamCut("Its stream ended within an event.", model=self._model) from error
            raise


class _Whole(AsyncIterator[ProviderPiece]):
    """The pieces of an answer that is not streamed. A plain iterator: the loop keeps a list of its generators."""

    def __init__(self, answer: WireAnswer, reader: Reader, *, repeated: str) -> None:
        self._answer = answer
        self._reader = reader
        self._repeated = repeated
        self._pieces: Iterator[ProviderPiece] | None = None

    @override
    async def __anext__(self) -> ProviderPiece:
        if self._pieces is None:
            self._pieces = self._without_repeated(self._reader.whole(await self._answer.body()))
        for piece in self._pieces:
            return piece
        raise StopAsyncIteration

    def _without_repeated(self, pieces: Sequence[ProviderPiece]) -> Iterator[ProviderPiece]:
        if not self._repeated:
            return iter(pieces)
        shortened = (_shortened(piece, self._repeated) for piece in pieces)
        return (piece for piece in shortened if type(piece) is not TextDelta or piece.text)


def _shortened(piece: ProviderPiece, repeated: str) -> ProviderPiece:
    """A piece of words without those that it repeats."""
    return TextDelta(piece.text.removeprefix(repeated)) if type(piece) is TextDelta else piece
