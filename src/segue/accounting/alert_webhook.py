"""Tells a receiver of alerts by signed messages, behind the path: of budgets, and of what is short on this machine.

A message that is not taken (HTTP 2xx) is sent again with longer and longer pauses, TRIES times; then a line in the log
is all. Replicas that reach the same share send the same `webhook-id`, so that a receiver takes it once.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final, Self, TypeAlias

from segue.accounting.alert_messages import message
from segue.events import BudgetReached, ResourceAlert
from segue.providers.signed_posts import answered
from segue.providers.webhook import Webhook

Sleep: TypeAlias = Callable[[float], Awaitable[None]]

ANSWER_S: Final = 10.0
"""Longest wait for an answer."""
TRIES: Final = 6
FIRST_PAUSE_S: Final = 2.0
"""Pause after the first try; each further one is four times as long: half an hour together."""
MOST_WAITING: Final = 1_000
END_S: Final = 3.0
"""How long the end of the program waits for messages that are on their way."""

_log = logging.getLogger(__name__)


class AlertWebhook:
    """One receiver. An async context manager."""

    def __init__(self, webhook: Webhook, *, secret: str, sleep: Sleep = asyncio.sleep) -> None:
        self._webhook = webhook
        self._secret = secret
        self._sleep = sleep
        self._waiting: asyncio.Queue[tuple[str, BudgetReached | ResourceAlert]] = asyncio.Queue(MOST_WAITING)
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        await self._webhook.__aenter__()
        self._task = asyncio.create_task(self._send_on(), name="segue-alerts")
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._task is not None
        with suppress(TimeoutError):
            async with asyncio.timeout(END_S):
                await self._waiting.join()
        self._task.cancel()
        await asyncio.wait([self._task])
        await self._webhook.__aexit__()

    def tell(self, message_id: str, event: BudgetReached | ResourceAlert) -> None:
        """Have it sent; returns at once."""
        try:
            self._waiting.put_nowait((message_id, event))
        except asyncio.QueueFull:
            _log.warning("The receiver of alerts is too slow; one was left out.")

    async def _send_on(self) -> None:
        while True:
            message_id, event = await self._waiting.get()
            try:
                await self._send(message_id, message(message_id, event))
            finally:
                self._waiting.task_done()

    async def _send(self, message_id: str, body: bytes) -> None:
        why, pause_s = "", FIRST_PAUSE_S
        for tries_left in reversed(range(TRIES)):
            why = await self._refused(message_id, body)
            if not why:
                return
            if tries_left:
                await self._sleep(pause_s)
                pause_s *= 4
        _log.warning("The receiver of alerts did not take one (%s); it is given up.", why)

    async def _refused(self, message_id: str, body: bytes) -> str:
        """Why a message was not taken; empty where it was."""
        at_s, post = int(time.time()), self._webhook.post
        said = await answered(post, message_id, body, secret=self._secret, at_s=at_s, answer_s=ANSWER_S)
        if isinstance(said, str):
            return said
        return "" if 200 <= said[0] < 300 else f"status {said[0]}"
