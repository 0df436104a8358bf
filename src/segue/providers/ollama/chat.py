"""One answer of Ollama under way: `POST /api/chat`, as a stream of lines or whole."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable
from typing import Literal, TypeAlias

import msgspec
from typing_extensions import override

from segue.domain.chat import ChatRequest, ProviderPiece
from segue.domain.models import ModelRef
from segue.errors import BadAnswer, ModelGone, RequestRefused, StreamCut
from segue.providers.contract import Answer
from segue.providers.joining import joined
from segue.providers.ollama.answers import AnswerReader
from segue.providers.ollama.asking import Manner, encode_request
from segue.providers.ollama.errors import refused
from segue.providers.wire import Wire, WireAnswer

_PATH = "/api/chat"
Noted: TypeAlias = Literal["gone", "elsewhere"]
"""What an answer says of its model: it is not there, or somebody else answers in its place."""


class OllamaAnswer(Answer):
    """Entering asks; leaving before the end closes the connection, and with it Ollama stops."""

    def __init__(
        self,
        wire: Wire,
        request: ChatRequest,
        model: ModelRef,
        manner: Manner,
        *,
        is_local: bool,
        note: Callable[[Noted], None],
    ) -> None:
        self._wire, self._request, self._model, self._manner = wire, request, model, manner
        self._reader = AnswerReader(model, is_local=is_local)
        self._note = note
        self._answer: WireAnswer | None = None
        self._pieces: AsyncGenerator[ProviderPiece, None] | None = None

    @override
    async def __aenter__(self) -> AsyncIterator[ProviderPiece]:
        answer = self._wire.post(_PATH, self._body(), model=self._model)
        await answer.__aenter__()
        try:
            await self._check(answer)
            self._pieces = self._read(answer)
        except BaseException:
            await answer.__aexit__()
            raise
        self._answer = answer
        return self._pieces

    @override
    async def __aexit__(self, *_: object) -> None:
        assert self._answer is not None
        assert self._pieces is not None
        try:
            await self._pieces.aclose()
            if self._reader.is_done:
                await self._answer.drain()
        finally:
            await self._answer.__aexit__()

    async def _check(self, answer: WireAnswer) -> None:
        """Raise what a bad status means."""
        if answer.status >= 300:
            error = refused(answer.status, await answer.refusal(), self._model)
            if isinstance(error, ModelGone):
                self._note("gone")
            raise error

    def _body(self) -> bytes:
        try:
            return encode_request(self._request, self._model, self._manner)
        except (TypeError, ValueError, msgspec.MsgspecError, RecursionError) as error:
            raise RequestRefused("The request cannot be written as JSON.", model=self._model) from error

    def _read(self, answer: WireAnswer) -> AsyncGenerator[ProviderPiece, None]:
        if answer.content_type == "application/x-ndjson":
            answer.by_lines()
            return self._streamed(answer)
        if answer.content_type.endswith("json"):
            return self._whole(answer)
        hint = "Is `base_url` the address of Ollama?"
        raise BadAnswer("Its answer is no JSON.", model=self._model, status=answer.status, hint=hint)

    async def _streamed(self, answer: WireAnswer) -> AsyncGenerator[ProviderPiece, None]:
        reader = self._reader
        while not reader.is_done and (lines := await answer.events()):
            for piece in joined(piece for line in lines for piece in self._pieces_of(line, answer)):
                yield piece
        yield reader.end()

    async def _whole(self, answer: WireAnswer) -> AsyncGenerator[ProviderPiece, None]:
        for piece in self._pieces_of(await answer.body(), answer):
            yield piece
        yield self._reader.end()

    def _pieces_of(self, line: bytes, answer: WireAnswer) -> list[ProviderPiece]:
        try:
            return list(self._reader.read(line))
        except ModelGone:
            self._note("elsewhere" if self._reader.is_elsewhere else "gone")
            raise
        except BadAnswer as error:
            if answer.is_over:
                raise StreamCut("Its stream ended within a line.", model=self._model) from error
            raise
