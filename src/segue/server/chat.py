"""`POST /v1/chat/completions`: one turn over HTTP, streamed or whole; it ends when the client leaves."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from urllib.parse import quote

from segue.domain.chat import TextDelta, ToolCallDelta
from segue.domain.findings import Verdict
from segue.domain.models import ModelRef
from segue.pipeline.turns import Asker, TurnFinished, TurnPiece, TurnStarted
from segue.server.access import CHATS, Door
from segue.server.answer_json import Gathered, StreamJson, answer_json
from segue.server.chat_json import Asked, read_chat
from segue.server.contract import TurnTaker
from segue.server.wire import (
    JSON_TYPE,
    STREAM_TYPE,
    Header,
    Incoming,
    check_media_type,
    read_body,
    respond,
    start,
    until_gone,
)

_STREAM_HEADERS: tuple[Header, ...] = (
    STREAM_TYPE,
    (b"cache-control", b"no-cache"),
    (b"x-accel-buffering", b"no"),  # nginx would gather chunks
)


class ChatRoute:
    """Takes turns for HTTP clients."""

    def __init__(self, turns: TurnTaker, door: Door) -> None:
        self._turns = turns
        self._door = door

    async def answer(self, request: Incoming) -> None:
        """Carry out a request. Errors before the response's head are raised; ClientGone when nobody is left."""
        who = await self._door.admit(request.headers, CHATS)
        check_media_type(request)
        limits = self._turns.settings.server
        asked = read_chat(
            await read_body(request, max_bytes=limits.max_body_bytes),
            limits=limits,
            session_header=request.header(b"x-segue-session"),
        )
        turn = self._turns.turn(asked.request, Asker(who.caller_id, asked.session_id))
        send = _streamed if asked.request.stream else _whole
        try:
            async with asyncio.TaskGroup() as group:
                watch = group.create_task(until_gone(request.receive))
                try:
                    async with aclosing(turn):
                        await send(turn, asked, request)
                finally:
                    watch.cancel()
        except BaseExceptionGroup as group_error:
            raise _the_one(group_error) from None


def _the_one(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """The error that ended the turn: it was the only one, or the others came of it."""
    error: BaseException = group
    while isinstance(error, BaseExceptionGroup) and type(error) in {ExceptionGroup, BaseExceptionGroup}:
        error = error.exceptions[0]
    return error


async def _streamed(turn: AsyncGenerator[TurnPiece], asked: Asked, request: Incoming) -> None:
    send = request.send
    started = await _start_of(turn)
    json = StreamJson(
        started, model=asked.request.model, created_at_s=int(time.time()), include_usage=asked.include_usage
    )
    headers = _turn_headers(started.turn_id, started.model, started.verdict)
    await start(send, 200, (*_STREAM_HEADERS, *headers))
    await send({"type": "http.response.body", "body": json.first(), "more_body": True})
    async for piece in turn:
        if type(piece) is TextDelta:
            chunk = json.text(piece.text)
        elif type(piece) is ToolCallDelta:
            chunk = json.tool_call(piece)
        else:
            assert isinstance(piece, TurnFinished)
            await send({"type": "http.response.body", "body": json.last(piece), "more_body": False})
            return
        await send({"type": "http.response.body", "body": chunk, "more_body": True})


async def _whole(turn: AsyncGenerator[TurnPiece], asked: Asked, request: Incoming) -> None:
    started = await _start_of(turn)
    gathered = Gathered()
    finished = await _gather(turn, gathered)
    if finished.reason == "error" and finished.error is not None:
        raise finished.error
    body = answer_json(gathered, started, finished, model=asked.request.model, created_at_s=int(time.time()))
    headers = _turn_headers(started.turn_id, finished.model, finished.verdict)
    await respond(request.send, body, headers=(JSON_TYPE, *headers))


async def _start_of(turn: AsyncGenerator[TurnPiece]) -> TurnStarted:
    started = await anext(turn)
    assert isinstance(started, TurnStarted)
    return started


async def _gather(turn: AsyncGenerator[TurnPiece], gathered: Gathered) -> TurnFinished:
    async for piece in turn:
        if isinstance(piece, TextDelta):
            gathered.texts.append(piece.text)
        elif isinstance(piece, ToolCallDelta):
            gathered.add_call(piece)
        elif isinstance(piece, TurnFinished):
            return piece
    raise AssertionError("a turn that was started has one TurnFinished")


def _turn_headers(turn_id: str, model: ModelRef | None, verdict: Verdict) -> tuple[Header, ...]:
    safety = (b"x-segue-safety", verdict.header.encode())
    turn = (b"x-segue-turn", turn_id.encode())
    if model is None:
        return turn, safety
    # names may hold any character; a header may not
    return turn, safety, (b"x-segue-model", quote(str(model), safe=":/.@+, ~!#$&'*^`|").encode())
