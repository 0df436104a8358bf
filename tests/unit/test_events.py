"""The broadcast: the path tells and goes on, whatever happens to those who listen."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from typing_extensions import override

from segue.domain.models import ModelRef
from segue.events import Broadcast, Event, ModelStateChanged, Observer

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def event(number: int) -> Event:
    return ModelStateChanged(ModelRef("p", f"m{number}"), "loaded", NOW)


EVENTS = [event(number) for number in range(5)]


class Listener(Observer):
    """Remembers what it was told."""

    def __init__(self, name: str = "listener") -> None:
        self.name = name
        self.heard: list[Event] = []

    @override
    async def observe(self, events: Sequence[Event]) -> None:
        self.heard.extend(events)


class Broken(Observer):
    """Fails at every batch."""

    name = "broken"

    @override
    async def observe(self, events: Sequence[Event]) -> None:
        raise RuntimeError("observer")


class Stuck(Observer):
    """Never comes back."""

    name = "stuck"

    @override
    async def observe(self, events: Sequence[Event]) -> None:
        await asyncio.Event().wait()


async def test_every_observer_hears_every_event_in_order() -> None:
    """Metrics and journal see the same turns in the same order."""
    one, two = Listener("one"), Listener("two")
    async with Broadcast([one, two]) as broadcast:
        for told in EVENTS:
            broadcast.tell(told)
        await broadcast.settled()

        assert one.heard == two.heard == EVENTS


async def test_leaving_delivers_what_is_queued() -> None:
    """The last turns before a stop are recorded too."""
    listener = Listener()
    async with Broadcast([listener]) as broadcast:
        for told in EVENTS:
            broadcast.tell(told)

    assert listener.heard == EVENTS
    assert broadcast.dropped == 0


async def test_a_full_queue_drops_the_newest_and_counts_it() -> None:
    """When observers cannot keep up, a turn does not wait for them, and what was lost is known."""
    listener = Listener()
    broadcast = Broadcast([listener], capacity=3)
    for told in EVENTS:
        broadcast.tell(told)

    async with broadcast:
        await broadcast.settled()

    assert listener.heard == EVENTS[:3]
    assert broadcast.dropped == 2


async def test_an_observer_that_fails_is_counted_and_does_not_stop_the_others() -> None:
    """A broken plug-in costs its own view of a turn, nobody else's."""
    listener = Listener()
    async with Broadcast([Broken(), listener]) as broadcast:
        for told in EVENTS:
            broadcast.tell(told)
            await broadcast.settled()

    assert listener.heard == EVENTS
    assert broadcast.failures == {"broken": 5, "listener": 0}


async def test_an_observer_that_hangs_is_left_behind_and_counted() -> None:
    """An observer that waits for ever does not keep the others from hearing."""
    listener = Listener()
    async with Broadcast([Stuck(), listener], observe_s=0.2) as broadcast:
        broadcast.tell(EVENTS[0])
        await broadcast.settled()

    assert listener.heard == EVENTS[:1]
    assert broadcast.failures == {"stuck": 1, "listener": 0}


async def test_leaving_ends_in_time_and_counts_what_was_not_delivered() -> None:
    """A stop does not hang on an observer, and does not hide what it lost."""
    async with Broadcast([Stuck()], drain_s=0.01) as broadcast:
        broadcast.tell(EVENTS[0])
        await asyncio.sleep(0)
        for told in EVENTS[1:]:
            broadcast.tell(told)

    assert broadcast.dropped == 5


async def test_leaving_under_cancellation_leaves_no_task() -> None:
    """A program that is cancelled while it closes ends cleanly, and stays cancelled."""
    entered = asyncio.Event()

    async def program() -> None:
        async with Broadcast([Stuck()]) as broadcast:
            broadcast.tell(EVENTS[0])
            entered.set()

    task = asyncio.create_task(program())
    await entered.wait()
    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task
