"""Waiting for a model that rests for a moment, or is being tried."""

import asyncio
from dataclasses import dataclass, field

import pytest

from segue.config.settings import BreakerSettings
from segue.domain.models import ModelRef
from segue.errors import KeyRejected, Overloaded, RateLimited
from segue.events import Broadcast
from segue.pipeline.breakers.breaker import Number
from segue.pipeline.breakers.breakers import NOT_ADMITTED, Breakers
from segue.pipeline.timing.waiting import until_set
from segue.storage.memory import MemoryCache

TALE = ModelRef("house", "tale")
LONG_S = 1000.0


@dataclass
class Time:
    """Time that passes when somebody waits for it, and only then."""

    now_s: float = 1_764_000_000.0
    pauses_s: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now_s

    async def pass_by(self, _: asyncio.Event, longest_s: float) -> None:
        self.pauses_s.append(longest_s)
        self.now_s += longest_s


@pytest.fixture
def time() -> Time:
    return Time()


def made(time: Time, *, passes: bool = True) -> Breakers:
    """Breakers whose waits are over at once, as if the time had passed; or last until something changes."""
    pause = time.pass_by if passes else until_set
    return Breakers(
        BreakerSettings(),
        MemoryCache(),
        Broadcast([]),
        refs=lambda: (TALE,),
        now=time,
        jitter=lambda: 0.0,
        pause=pause,
    )


def rest(breakers: Breakers, rest_s: float) -> None:
    number = breakers.admits(TALE)
    breakers.note(TALE, RateLimited("It failed.", model=TALE, retry_after_s=rest_s), number)


async def waiting(breakers: Breakers, within_s: float) -> asyncio.Task[Number]:
    """Somebody who waits, and has begun to."""
    task = asyncio.create_task(breakers.admitted_within(TALE, within_s))
    await asyncio.sleep(0)
    assert not task.done()
    return task


async def heard(task: asyncio.Task[Number]) -> Number:
    async with asyncio.timeout(60):
        return await task


async def test_who_may_ask_at_once_does_not_wait(time: Time) -> None:
    """With nothing wrong it is `admits`."""
    assert await made(time).admitted_within(TALE, LONG_S)
    assert time.pauses_s == []


@pytest.mark.parametrize("within_s", [1.0, 30.0])
async def test_a_rest_that_ends_in_time_is_waited_for(time: Time, within_s: float) -> None:
    """A Retry-After of a second costs the last model of a turn a second, not the turn."""
    breakers = made(time)
    rest(breakers, 1.0)
    assert await breakers.admitted_within(TALE, within_s)
    assert time.pauses_s == [1.0]
    assert breakers.admits(TALE) == NOT_ADMITTED, "it is the one that tries"


async def test_a_rest_that_is_longer_is_not_waited_for(time: Time) -> None:
    """Nobody waits for what is known to be in vain."""
    breakers = made(time)
    rest(breakers, 30.0)
    assert await breakers.admitted_within(TALE, 29.9) == NOT_ADMITTED
    assert time.pauses_s == []


async def test_a_try_that_takes_too_long_is_not_waited_for_any_more(time: Time) -> None:
    """The wait ends with its time."""
    breakers = made(time)
    rest(breakers, 1.0)
    time.now_s += 1.0
    assert breakers.admits(TALE)
    assert await breakers.admitted_within(TALE, 2.0) == NOT_ADMITTED
    assert time.pauses_s == [2.0]


async def test_a_try_that_is_given_up_lets_the_next_one_try(time: Time) -> None:
    """Whoever has the time gets its turn after the minute that a try may take."""
    breakers = made(time)
    rest(breakers, 1.0)
    time.now_s += 1.0
    assert breakers.admits(TALE)
    assert await breakers.admitted_within(TALE, LONG_S)
    assert time.pauses_s == [60.0]


async def test_the_answer_to_a_try_lets_everybody_in_who_waits(time: Time) -> None:
    """They are woken by it, and need not look again and again."""
    breakers = made(time, passes=False)
    rest(breakers, 1.0)
    time.now_s += 1.0
    number = breakers.admits(TALE)
    two, three = await waiting(breakers, LONG_S), await waiting(breakers, LONG_S)
    breakers.note(TALE, None, number)
    assert await heard(two)
    assert await heard(three)


async def test_a_try_that_says_nothing_lets_one_in_who_waits(time: Time) -> None:
    """The others go on waiting, for that one."""
    breakers = made(time, passes=False)
    rest(breakers, 1.0)
    time.now_s += 1.0
    number = breakers.admits(TALE)
    two, three = await waiting(breakers, LONG_S), await waiting(breakers, LONG_S)
    breakers.release(TALE, number)
    second = await heard(two)
    assert second
    assert not three.done()
    breakers.note(TALE, None, second)
    assert await heard(three)


@pytest.mark.parametrize(("within_s", "is_over"), [(9.9, True), (10.0, False)])
async def test_a_try_that_fails_ends_the_wait_where_the_next_rest_is_longer(
    time: Time, within_s: float, is_over: bool
) -> None:
    """Who has time for the next rest too goes on waiting; who has not learns it at once."""
    breakers = made(time, passes=False)
    for _ in range(3):
        breakers.note(TALE, Overloaded("It failed.", model=TALE), breakers.admits(TALE))
    time.now_s += 5.0
    number = breakers.admits(TALE)
    task = await waiting(breakers, within_s)
    breakers.note(TALE, Overloaded("It failed.", model=TALE), number)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert task.done() is is_over
    breakers.reset()
    assert bool(await heard(task)) is not is_over


async def test_a_reset_ends_a_rest_that_is_waited_for(time: Time) -> None:
    """An operator who mended something helps those who wait, too."""
    breakers = made(time, passes=False)
    breakers.note(TALE, KeyRejected("It failed.", model=TALE), breakers.admits(TALE))
    task = await waiting(breakers, LONG_S)
    breakers.reset()
    assert await heard(task)


async def test_what_another_replica_tells_ends_a_wait(time: Time) -> None:
    """Its success lets those in who wait here."""
    breakers = made(time, passes=False)
    rest(breakers, 1.0)
    time.now_s += 1.0
    breakers.hear_tried("model:house:tale", time.now_s + 3.0)
    task = await waiting(breakers, LONG_S)
    breakers.hear_well("model:house:tale", time.now_s)
    assert await heard(task)


async def test_who_is_cancelled_while_waiting_was_not_admitted(time: Time) -> None:
    """The try is left to somebody else."""
    breakers = made(time, passes=False)
    rest(breakers, 1.0)
    task = await waiting(breakers, LONG_S)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await heard(task)
    time.now_s += 1.0
    assert breakers.admits(TALE)


async def test_waiting_takes_its_time_by_the_clock() -> None:
    """With the clocks of a gateway the rest is over when the wait is."""
    breakers = Breakers(BreakerSettings(), MemoryCache(), Broadcast([]), refs=lambda: (TALE,))
    rest(breakers, 0.02)
    async with asyncio.timeout(60):
        assert await breakers.admitted_within(TALE, 5.0)
