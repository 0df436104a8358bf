"""Anthropic's Messages protocol over a wire: asks a model, and keeps what it thought before it called a tool."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

import msgspec

from segue.domain.chat import ChatRequest
from segue.domain.models import ModelRef
from segue.errors import RequestRefused
from segue.providers.anthropic.answers import MessageReader
from segue.providers.anthropic.asking import Manner, encode_request
from segue.providers.anthropic.thinking import KEPT_S, Layout, Thoughts
from segue.providers.contract import Answer
from segue.providers.openai_protocol import AnswerUnderWay, check_status
from segue.providers.wire import Wire, WireAnswer

VERSION = "2023-06-01"
"""The version of the protocol, which each request names (platform.claude.com/docs, "Versions", 2026-11)."""
_PATH = "messages"


def _utc_now() -> datetime:
    return datetime.now(UTC)


class MessagesProtocol:
    """Asks models at one address. The wire belongs to whoever made it, who opens and closes it."""

    def __init__(
        self, wire: Wire, *, key_hint: str = "", now: Callable[[], datetime] = _utc_now, kept_s: float = KEPT_S
    ) -> None:
        self._wire, self._key_hint, self._now = wire, key_hint, now
        self.thoughts = Thoughts(kept_s=kept_s)
        """What models thought before they called tools."""

    def answer(self, request: ChatRequest, model: ModelRef, manner: Manner) -> Answer:
        """Ask a model; streamed or whole, as the request says."""
        asked_by: list[Callable[[], bytes]] = []

        def keep(layout: Layout) -> None:
            if layout.calls and layout.has_thoughts:
                self.thoughts.keep(asked_by[0](), layout)
                asyncio.get_running_loop().call_later(self.thoughts.kept_s, self.thoughts.forget_old)

        def send() -> WireAnswer:
            try:
                asked = encode_request(request, model, manner, self.thoughts)
            except (TypeError, ValueError, msgspec.MsgspecError, RecursionError) as error:
                raise RequestRefused("The request cannot be written as JSON.", model=model) from error
            asked_by.append(asked.key)
            reader.begins_cut = asked.cut
            return self._wire.post(_PATH, asked.body, model=model)

        async def check(answer: WireAnswer) -> None:
            await check_status(answer, model, self._now(), key_hint=self._key_hint)

        reader = MessageReader(model, key_hint=self._key_hint, keep=keep)
        return AnswerUnderWay(send, check, model, reader)
