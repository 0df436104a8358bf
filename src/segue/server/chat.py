"""`POST /v1/chat/completions`: one turn over HTTP, streamed or whole."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator
from functools import lru_cache
from urllib.parse import quote

from segue.domain.chat import TextDelta, ToolCallDelta
from segue.domain.findings import Action, Verdict
from segue.domain.models import ModelRef, SafetyLevel
from segue.pipeline.turn.turns import Asker, TurnFinished, TurnPiece, TurnStarted, TurnWaiting
from segue.server.access import CHATS, Door
from segue.server.answer_json import Gathered, StreamJson, answer_json
from segue.server.chat_json import Asked, read_chat
from segue.server.contract import TurnTaker
from segue.server.limit_headers import limit_headers
from segue.server.waiting_json import waiting_comment, waiting_event
from segue.server.wire import JSON_TYPE, STREAM_TYPE, Header, Incoming, check_media_type, read_body, respond, start

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
        """Carry out a request. Errors before the response's head are raised. The server cancels it when its client
        leaves; ClientGone where that is noticed earlier."""
        who = await self._door.admit(request.headers, CHATS)
        check_media_type(request)
        limits = self._turns.settings.server
        asked = read_chat(
            await read_body(request, max_bytes=limits.max_body_bytes),
            limits=limits,
            session_header=request.header(b"x-segue-session"),
            country_header=request.header(b"x-segue-country"),
            accept_language=request.header(b"accept-language"),
        )
        asker = Asker(who.caller_id, asked.session_id, who.name, who.may_be_internal, who.scope)
        turn = self._turns.turn(asked.request, asker)
        send = _streamed if asked.request.stream else _whole
        try:
            await send(turn, asked, request)
        finally:
            await turn.aclose()


async def _streamed(turn: AsyncGenerator[TurnPiece], asked: Asked, request: Incoming) -> None:
    send = request.send
    started, has_head = await _start_behind_line(turn, asked, request)
    json = StreamJson(
        started, model=asked.request.model, created_at_s=int(time.time()), include_usage=asked.include_usage
    )
    if not has_head:
        headers = _turn_headers(started.turn_id, started.model, started.verdict)
        await start(send, 200, (*_STREAM_HEADERS, *headers, *limit_headers(started.limits)))
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
    await respond(request.send, body, headers=(JSON_TYPE, *headers, *limit_headers(started.limits)))


async def _start_behind_line(
    turn: AsyncGenerator[TurnPiece], asked: Asked, request: Incoming
) -> tuple[TurnStarted, bool]:
    """How the turn starts, and whether the head went out before: it does where there is a place in line to tell."""
    piece, has_head = await anext(turn), False
    while type(piece) is TurnWaiting:
        if not has_head:
            headers = _turn_headers(piece.turn_id, None, piece.verdict)
            await start(request.send, 200, (*_STREAM_HEADERS, *headers, *limit_headers(piece.limits)))
            has_head = True
        told = waiting_event(piece, model=asked.request.model) if asked.waits_in_chunks else waiting_comment(piece)
        await request.send({"type": "http.response.body", "body": told, "more_body": True})
        piece = await anext(turn)
    assert isinstance(piece, TurnStarted)
    return piece, has_head


async def _start_of(turn: AsyncGenerator[TurnPiece]) -> TurnStarted:
    """How the turn starts. Its place in line is not told: a response has one head, and its status is open yet."""
    while type(started := await anext(turn)) is TurnWaiting:
        pass
    assert isinstance(started, TurnStarted)
    return started


async def _gather(turn: AsyncGenerator[TurnPiece], gathered: Gathered) -> TurnFinished:
    async for piece in turn:
        if type(piece) is TextDelta:
            gathered.texts.append(piece.text)
        elif type(piece) is ToolCallDelta:
            gathered.add_call(piece)
        elif type(piece) is TurnFinished:
            return piece
    raise AssertionError("a turn that was started has one TurnFinished")


def _turn_headers(turn_id: str, model: ModelRef | None, verdict: Verdict) -> tuple[Header, ...]:
    safety = _safety_header(verdict.level, verdict.action)
    turn = (b"x-segue-turn", turn_id.encode())
    return (turn, safety) if model is None else (turn, safety, _model_header(model))


@lru_cache(maxsize=64)
def _safety_header(level: SafetyLevel, action: Action) -> Header:
    return b"x-segue-safety", Verdict(level, action).header.encode()


@lru_cache(maxsize=256)
def _model_header(model: ModelRef) -> Header:
    """Names may hold any character; a header may not."""
    return b"x-segue-model", quote(str(model), safe=":/.@+, ~!#$&'*^`|").encode()
