"""A wait beside which another is started: the first wins, and nothing of the other stays behind."""

import asyncio
from collections.abc import Coroutine

import pytest

from segue.pipeline.timing.overtaking import Overtaken, Overtaking


class Final(Exception):
    """Ends both."""


class Scene:
    """Two waits whose ends the test gives."""

    def __init__(self, *, starts_after_s: float | None = 0.0, deadline_s: float = 20.0) -> None:
        loop = asyncio.get_running_loop()
        self.slow: asyncio.Future[str] = loop.create_future()
        self.other: asyncio.Future[str] = loop.create_future()
        self.started = 0
        self.disposed: list[str] = []
        ends_s = loop.time() + deadline_s
        self.overtaking = Overtaking[str](
            self._start,
            next_s=lambda: starts_after_s,
            left_s=lambda: ends_s - loop.time(),
            is_final=lambda e: isinstance(e, Final),
        )

    def _start(self) -> Coroutine[None, None, str]:
        self.started += 1
        return self._other()

    async def _other(self) -> str:
        return await self.other

    async def wait(self) -> str:
        async def work() -> str:
            return await self.slow

        try:
            return await self.overtaking.wait(work())
        except Overtaken:
            return await self.overtaking.winner()
        finally:
            if (task := self.overtaking.end(self.disposed.append)) is not None:
                await asyncio.wait([task])


async def begun(scene: Scene) -> asyncio.Task[str]:
    task = asyncio.create_task(scene.wait())
    for _ in range(3):
        await asyncio.sleep(0)
    return task


async def test_a_wait_that_is_not_silent_starts_nothing() -> None:
    """Whoever answers in time costs no second call."""
    scene = Scene(starts_after_s=20.0)
    task = await begun(scene)
    scene.slow.set_result("slow")
    assert (await task, scene.started) == ("slow", 0)


async def test_the_other_wins_and_the_slow_one_is_cancelled() -> None:
    """The one that is first decides, the other is left."""
    scene = Scene()
    task = await begun(scene)
    scene.other.set_result("other")
    assert (await task, scene.started, scene.slow.cancelled(), scene.disposed) == ("other", 1, True, [])


async def test_the_slow_one_wins_after_all_and_the_other_is_cancelled() -> None:
    """Nothing of the one that was started beside stays behind."""
    scene = Scene()
    task = await begun(scene)
    scene.slow.set_result("slow")
    assert (await task, scene.other.cancelled()) == ("slow", True)


async def test_both_at_once_leave_nothing_behind() -> None:
    """When both come in the same moment one is taken, and the other is cancelled or disposed of."""
    scene = Scene()
    task = await begun(scene)
    scene.slow.set_result("slow")
    scene.other.set_result("other")
    assert await task in {"slow", "other"}
    assert not scene.overtaking.is_under_way


async def test_the_other_failing_leaves_the_slow_one_its_time() -> None:
    """A second model that fails does not end the first."""
    scene = Scene()
    task = await begun(scene)
    scene.other.set_exception(ValueError("the other"))
    await asyncio.sleep(0)
    assert not scene.overtaking.is_under_way
    scene.slow.set_result("slow")
    assert await task == "slow"


async def test_a_final_failure_of_the_other_ends_both() -> None:
    """What nobody can mend is told at once."""
    scene = Scene()
    task = await begun(scene)
    scene.other.set_exception(Final())
    with pytest.raises(Final):
        await task
    assert scene.slow.cancelled()


async def test_a_failure_of_the_slow_one_is_told_while_the_other_goes_on() -> None:
    """The caller learns of it and may wait for the other."""
    scene = Scene()
    task = await begun(scene)
    scene.slow.set_exception(ValueError("slow"))
    with pytest.raises(ValueError, match="slow"):
        await task


async def test_the_deadline_ends_the_wait() -> None:
    """A wait never goes beyond its deadline."""
    scene = Scene(starts_after_s=None, deadline_s=0.0)
    with pytest.raises(TimeoutError):
        await scene.wait()
    await asyncio.sleep(0)  # a cancellation that was left over would surface here


async def test_a_cancellation_from_outside_ends_both() -> None:
    """When nobody waits any more both are left, and the cancellation stays one."""
    scene = Scene()
    task = await begun(scene)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert scene.slow.cancelled()
    assert scene.other.cancelled()
