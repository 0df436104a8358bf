"""The limit on each wait within a stream."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from segue.pipeline.timing.patience import Patience


async def counting(pause_s: float = 0.0) -> AsyncIterator[int]:
    for number in range(3):
        await asyncio.sleep(pause_s)
        yield number


async def silent() -> AsyncIterator[int]:
    yield 0
    await asyncio.Event().wait()


async def test_a_flowing_stream_is_never_cut() -> None:
    """Items that come in time all come, and the end is the stream's own."""
    items = counting()
    patience = Patience(5.0)
    assert [await patience.wait(anext(items)) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(StopAsyncIteration):
        await patience.wait(anext(items))
    patience.end()


async def test_a_silent_stream_is_left() -> None:
    """A wait beyond the limit ends as a timeout, and the task goes on."""
    items = silent()
    patience = Patience(0.01)
    assert await patience.wait(anext(items)) == 0
    with pytest.raises(TimeoutError):
        await patience.wait(anext(items))
    await asyncio.sleep(0)  # a cancellation that was left over would surface here


async def test_the_consumers_own_time_does_not_count() -> None:
    """A timer that rings between two waits cancels nobody."""
    items = counting()
    patience = Patience(10.0)
    assert await patience.wait(anext(items)) == 0
    patience._ring()
    assert await patience.wait(anext(items)) == 1
    patience.end()


async def test_a_cancellation_from_outside_stays_one() -> None:
    """Cancelling the task that waits is not mistaken for a timeout."""
    entered = asyncio.Event()

    async def read() -> None:
        items = silent()
        patience = Patience(10.0)
        await patience.wait(anext(items))
        entered.set()
        await patience.wait(anext(items))

    task = asyncio.create_task(read())
    await entered.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_what_is_there_already_takes_no_timer() -> None:
    """The end of an answer that came whole, as leaving a model that has ended, waits for nothing."""

    async def there() -> int:
        return 7

    patience = Patience(5.0)
    assert await patience.wait(there()) == 7
    assert patience._timer is None


async def test_work_that_ends_as_it_is_cancelled_has_its_way() -> None:
    """Whoever is cancelled within its first wait, and comes to something all the same, has come to it."""
    entered = asyncio.Event()

    async def stubborn() -> int:
        entered.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            await asyncio.sleep(0)
        return 3

    async def waiting() -> int:
        return await Patience(5.0).wait(stubborn())

    task = asyncio.create_task(waiting())
    await entered.wait()
    task.cancel()
    assert await task == 3
