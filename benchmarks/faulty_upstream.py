"""A scripted provider that fails as `faults.py` says, in the process of the program that asks: one clock for both.

`fine` says the text of `talk`; where the conversation ends with the beginning of that text as the assistant's words,
it goes on behind them, as a model does that is asked to continue.
"""

import asyncio
import re
import socket
from collections.abc import Sequence
from contextlib import AsyncExitStack
from time import perf_counter
from typing import Self

import msgspec
from typing_extensions import override

import talk
from faults import BREAKS_AFTER, FINE
from mock_upstream import END, Provider, error, frames, whole

_TURN = re.compile(rb"\[turn (\d+)\]")
_BREAKING = frozenset({"cut", "error-event", "ended", "stalled"})
_ERROR_EVENT = (
    b'data: {"error":{"message":"The scripted provider fails, as it was told to.","type":"server_error"}}\n\n'
)
_ERRORS = {"error-500": b"500 Internal Server Error", "error-503": b"503 Service Unavailable"}


def question(turn: int) -> str:
    """What the client asks in this turn; whatever a gateway makes of it, the number stays readable."""
    return f"{talk.QUESTION} [turn {turn}]"


class _Message(msgspec.Struct):
    role: str
    content: object = None


class _Conversation(msgspec.Struct):
    model: str
    messages: list[_Message]
    stream: bool = False

    def said(self) -> str:
        """How much of the text the assistant is made to have said already."""
        last = next((each.content for each in reversed(self.messages) if each.role == "assistant"), "")
        return last if isinstance(last, str) and talk.TEXT.startswith(last) else ""


_DECODER = msgspec.json.Decoder(_Conversation)


class FaultyUpstream:
    """The provider: `async with FaultyUpstream() as upstream`."""

    def __init__(self) -> None:
        self.calls: dict[int, int] = {}
        """How many requests came, by turn. Those to `refused` find nobody who could count them."""
        self.broke_at_s: dict[int, float] = {}
        """When a model broke off in its answer, by turn, on the clock of `time.perf_counter`."""
        self._stack = AsyncExitStack()
        self._closed = socket.socket()
        self._port = 0

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: _Faulty(loop, self), "127.0.0.1", 0, backlog=1024)
        self._port = server.sockets[0].getsockname()[1]
        self._stack.callback(server.close)
        self._closed.bind(("127.0.0.1", 0))  # taken, so that nobody else can listen there, and not listening
        self._stack.callback(self._closed.close)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    def base_url(self, model: str) -> str:
        """Where this model is asked."""
        port = self._closed.getsockname()[1] if model == "refused" else self._port
        return f"http://127.0.0.1:{port}/v1"

    def without_ports(self, text: str) -> str:
        """A text of settings as it may be kept: the same in every run."""
        closed = self._closed.getsockname()[1]
        return text.replace(f":{self._port}/", ":PORT/").replace(f":{closed}/", ":CLOSED/")


class _Faulty(Provider):
    """One connection to it."""

    def __init__(self, loop: asyncio.AbstractEventLoop, upstream: FaultyUpstream) -> None:
        super().__init__(loop)
        self._upstream = upstream

    @override
    def answer(self, body: bytes) -> None:
        found = _TURN.search(body)
        turn = int(found[1]) if found else 0
        self._upstream.calls[turn] = self._upstream.calls.get(turn, 0) + 1
        asked = _DECODER.decode(body)
        if asked.model == FINE:
            self._go_on(asked)
        elif asked.model in _ERRORS:
            self.write(error(_ERRORS[asked.model], "The scripted provider fails, as it was told to.", "server_error"))
        elif asked.model in _BREAKING:
            self._break_off(asked, turn)
        # The silent ones never say anything.

    def _go_on(self, asked: _Conversation) -> None:
        rest = talk.TEXT.removeprefix(asked.said())
        if asked.stream:
            pieces = talk.words_of(rest) if rest else ()
            self.send_next(frames(talk.stream_events(FINE, with_usage=False, pieces=pieces)), 0)
        else:
            self.write(whole(b"200 OK", talk.plain_body(FINE, rest)))

    def _break_off(self, asked: _Conversation, turn: int) -> None:
        """Words at an ordinary speed, and then the fault. A whole answer breaks off in its middle, at once."""
        if asked.stream:
            events = talk.stream_events(asked.model, with_usage=False, pieces=talk.PIECES[:BREAKS_AFTER])
            begun = events[:-2]  # without the reason why it ends, and without the end mark
            writes = list(frames([*begun, _ERROR_EVENT] if asked.model == "error-event" else begun))
            if asked.model in ("cut", "stalled"):
                writes[-1] = writes[-1].removesuffix(END)
        else:
            answer = whole(b"200 OK", talk.plain_body(asked.model))
            writes = [answer[: len(answer) * 2 // 3]]
        self._send_and_break(writes, 0, asked.model, turn)

    def _send_and_break(self, writes: Sequence[bytes], index: int, model: str, turn: int) -> None:
        if not self.write(writes[index]):
            return
        if index + 1 < len(writes):
            self._loop.call_later(talk.PERIOD_S, self._send_and_break, writes, index + 1, model, turn)
            return
        self._upstream.broke_at_s[turn] = perf_counter()
        if model == "cut" and self._transport is not None:
            self._transport.close()
