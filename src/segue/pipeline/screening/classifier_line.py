"""Messages that wait for the classifier: which of them it reads next, and which of them together."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Final, TypeAlias

from segue.domain.findings import AnswerScore, RiskScore
from segue.safety.contract import Heard
from segue.safety.learned.sayings import Said

BATCH_CHARS: Final = 1_500
"""Length of the messages that are read together, where the classifier can: some 25 ms of work. With eight ordinary ones
each takes two thirds of its own time; with more, no less. A longer message takes some 60 to 175 ms by itself: shorter
ones pass it."""
PASSES: Final = 4
"""Batches of shorter messages that pass a longer one before it is its turn."""


Scored: TypeAlias = "RiskScore | Sequence[AnswerScore] | None"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody's words on their way to the classifier, and where the score is awaited."""

    heard: Heard
    score: asyncio.Future[Scored]
    said: Sequence[Said] = ()
    """A model's words, where it is these that are to be scored: `heard` is empty then."""


MessageQueue: TypeAlias = "SimpleQueue[Waiting | None]"
"""None closes the line."""


class ClassifierLine:
    """Takes messages from a queue, in one thread: short and long ones each in their order, short ones mostly first."""

    def __init__(self, queue: MessageQueue, *, is_batched: bool) -> None:
        self._queue = queue
        self._most_chars = BATCH_CHARS if is_batched else 0
        self._short: deque[Waiting] = deque()
        self._long: deque[Waiting] = deque()
        self._passes = 0
        self._is_closed = False

    def next(self) -> list[Waiting]:
        """The messages to read now, of which somebody waits for each; empty once the line is closed."""
        while not self._is_closed:
            self._take(waits=not (self._short or self._long))
            messages = self._chosen()
            if messages:
                return messages
        return []

    def _chosen(self) -> list[Waiting]:
        _drop_left(self._long)
        if self._long and self._passes >= PASSES:
            self._passes = 0
            return [self._long.popleft()]
        if batch := self._batch():
            self._passes += bool(self._long)
            return batch
        self._passes = 0
        return [self._long.popleft()] if self._long else []

    def _batch(self) -> list[Waiting]:
        batch: list[Waiting] = []
        chars = 0
        while _drop_left(self._short):
            chars += len(self._short[0].heard.text)
            if batch and chars > self._most_chars:
                break
            batch.append(self._short.popleft())
        return batch

    def _take(self, *, waits: bool) -> None:
        """All that has come, once there is something."""
        while True:
            try:
                message = self._queue.get(block=waits)
            except Empty:
                return
            if message is None:
                self._is_closed = True
                return
            waits = False
            is_long = message.said or len(message.heard.text) > BATCH_CHARS  # answers are never read with messages
            (self._long if is_long else self._short).append(message)


def _drop_left(line: deque[Waiting]) -> bool:
    """Take those out in front for whom nobody waits any more; whether somebody is left."""
    while line and line[0].score.cancelled():
        line.popleft()
    return bool(line)
