"""What happened on the request path: frozen records, and the broadcast that carries them to observers.

The path tells and goes on: `Broadcast.tell` never waits and never fails. A full queue drops the newest record and
counts it; an observer that fails is counted and does not stop the others. No record holds a word of talk or a key.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeAlias

from typing_extensions import override

from segue.domain.chat import Usage
from segue.domain.findings import Verdict
from segue.domain.models import ModelRef, TaskType
from segue.domain.values import made_often


@made_often
@dataclass(frozen=True, slots=True)
class AttemptEnded:
    """One model was asked; `error_code` is None when it answered."""

    turn_id: str
    number: int
    """1 for the turn's first attempt."""
    model: ModelRef
    at: datetime
    duration_s: float
    first_token_s: float | None
    usage: Usage | None
    error_code: str | None
    cost_micro_usd: int | None
    """Millionths of a dollar; None where the price is unknown."""


@made_often
@dataclass(frozen=True, slots=True)
class TurnEnded:
    """A turn is over, answered or not."""

    turn_id: str
    session: str | None
    """Keyed hash."""
    caller_id: str
    task: TaskType
    model: ModelRef | None
    """Who answered; None for written replies and failures."""
    at: datetime
    duration_s: float
    first_token_s: float | None
    """From the request's arrival to the first text released to the caller."""
    attempts: int
    outcome: str
    """`answered`, `replaced`, `stopped`, `cancelled`, or an error's code."""
    usage: Usage | None
    cost_micro_usd: int | None
    streamed: bool
    tags: tuple[str, ...] = ()
    """What the caller counts it under."""


@made_often
@dataclass(frozen=True, slots=True)
class ScreeningDone:
    """A text was screened."""

    turn_id: str
    session: str | None
    direction: str
    """`input` or `output`."""
    verdict: Verdict
    at: datetime
    duration_s: float
    stage: str | None = None
    """Where the talk stands after a person's words: they may call for less than all that was said."""


@dataclass(frozen=True, slots=True)
class ModelStateChanged:
    """A local model was loaded or not, unloaded, or its process died."""

    model: ModelRef
    state: str
    """`loading`, `loaded`, `unloaded`, `died`; `refused`: there is no room for it; `failed`: it could not be loaded."""
    at: datetime
    detail: str = ""


@dataclass(frozen=True, slots=True)
class BreakerChanged:
    """A model, or a provider's key, rests after failures, is tried again, or is asked as usual."""

    name: str
    """`model:PROVIDER:NAME`, or `key:PROVIDER` for all models of a provider."""
    state: str
    """`open`, `half_open`, `closed`."""
    until: datetime | None
    """When its rest is over (aware, UTC); None once it is closed."""
    error_code: str | None
    """What it failed with last; None once it is closed, and where another replica told of it."""
    at: datetime


@dataclass(frozen=True, slots=True)
class SessionMoved:
    """A session is with another model than before: it had to leave, or went back to its own."""

    session: str
    """Keyed hash."""
    turn_id: str
    before: ModelRef
    after: ModelRef
    is_home: bool
    """True when it is back with the model that it began with."""
    at: datetime


@dataclass(frozen=True, slots=True)
class BudgetReached:
    """A share of a budget is spent; told once a period and share."""

    budget: str
    """Its words, as `provider openrouter, month`; never whose session it is."""
    share: float
    """Which of its `alert_at`; 1 where it turns away."""
    limit_micro_usd: int
    spent_micro_usd: int
    is_hard: bool
    at: datetime
    turns_away: bool = False
    """True for what is lent to people in danger, when it did not suffice for one of them: written words answer."""
    whose: str = ""
    """Which provider, model or caller, of a budget that each of them has; empty where its words say it, and of sessions
    and tags, which may stand for a person."""


@dataclass(frozen=True, slots=True)
class PressureStep:
    """Memory is short and something more is done about it, or it is enough and a step is taken back."""

    step: str
    """What holds from now on, with all before it: `none`, `no_loads`, `short_context`, `unload_idle`, `elsewhere`."""
    number: int
    """The same as 0 to 4."""
    is_taken_back: bool
    reason: str
    """In words, with the figures."""
    at: datetime


@dataclass(frozen=True, slots=True)
class ResourceAlert:
    """Something of this machine is short, or no longer is; told once each time."""

    resource: str
    """`memory`, `gpu_memory`, `disk`, `swap`, `pressure`."""
    is_over: bool
    """True: it is no longer short."""
    words: str
    """One sentence with the figures."""
    measured: float
    """What was measured, as `level`: the free share of `memory` and `gpu_memory`, free bytes of `disk`, the used share
    of `swap`, and for `pressure` the share of the last ten seconds in which a program stood still."""
    level: float
    """The level of the settings that was passed (`resources.alerts`)."""
    at: datetime
    gpu: int | None = None
    """Which graphics processor, counted from 0."""


Event: TypeAlias = (
    AttemptEnded
    | TurnEnded
    | ScreeningDone
    | ModelStateChanged
    | BreakerChanged
    | SessionMoved
    | BudgetReached
    | PressureStep
    | ResourceAlert
)


class Observer(Protocol):
    """Somebody who is told of events, in order, in batches, outside the request path."""

    name: str

    async def observe(self, events: Sequence[Event]) -> None:
        """Take a batch. An exception, or taking too long, is counted against this observer and ends there."""
        ...


class Teller(Protocol):
    """The side of the broadcast that the path sees."""

    def tell(self, event: Event) -> None:
        """Hand over a record; returns at once and never raises."""
        ...


GATHER_S = 0.005
"""How long events are gathered for one batch, which costs its observers as much as several events."""
_BATCH = 500
"""Most events in one batch."""


class Broadcast(Teller):
    """Carries events from the path to observers through one bounded queue.

    Use it as an async context manager: leaving it delivers what is queued, within `drain_s`.
    """

    def __init__(
        self, observers: Sequence[Observer], *, capacity: int = 10_000, observe_s: float = 10.0, drain_s: float = 5.0
    ) -> None:
        self._observers = tuple(observers)
        self._capacity = capacity
        self._waiting: deque[Event] = deque()
        self._in_hand = 0
        self._something = asyncio.Event()
        self._delivered = asyncio.Event()
        self._observe_s = observe_s
        self._drain_s = drain_s
        self._task: asyncio.Task[None] | None = None
        self.dropped = 0
        """Events lost because the queue was full, or not delivered in time at the end."""
        self.failures = {observer.name: 0 for observer in observers}
        """Batches that an observer failed to take."""

    @override
    def tell(self, event: Event) -> None:
        if len(self._waiting) >= self._capacity:
            self.dropped += 1
            return
        if not self._waiting:  # else it was set, and whoever waits for it has not taken the others yet
            self._something.set()
        self._waiting.append(event)

    async def __aenter__(self) -> Broadcast:
        self._task = asyncio.create_task(self._deliver_on(), name="segue-broadcast")
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._task is not None
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(self._drain_s):
                    await self.settled()
        finally:
            self._task.cancel()
        await asyncio.wait([self._task])
        self.dropped += self._in_hand + len(self._waiting)

    async def settled(self) -> None:
        """Wait until everything told so far was delivered; for tests and for reading one's own writes."""
        while self._waiting or self._in_hand:
            self._delivered.clear()
            await self._delivered.wait()

    async def _deliver_on(self) -> None:
        while True:
            await self._something.wait()
            await asyncio.sleep(GATHER_S)
            self._something.clear()
            while self._waiting:
                batch = [self._waiting.popleft() for _ in range(min(_BATCH, len(self._waiting)))]
                self._in_hand = len(batch)
                await self._deliver(batch)
                self._in_hand = 0
            self._delivered.set()

    async def _deliver(self, batch: Sequence[Event]) -> None:
        for observer in self._observers:
            try:
                async with asyncio.timeout(self._observe_s):
                    await observer.observe(batch)
            except Exception:  # noqa: BLE001 - an observer is third-party code; it must not reach the path
                self.failures[observer.name] += 1
