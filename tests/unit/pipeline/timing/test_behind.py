"""Work behind the path: again and again, once more at the end, and no fault of it is lost."""

import asyncio

import pytest

from segue.pipeline.timing.behind import Behind, repeated


async def test_work_is_done_at_once_again_and_at_the_end() -> None:
    """What is left when everything closes is still done."""
    times, twice = 0, asyncio.Event()

    async def work() -> None:
        nonlocal times
        times += 1
        if times == 2:
            twice.set()

    async with asyncio.timeout(60), Behind(work, every_s=0.001, name="test"):
        await twice.wait()
        before = times
    assert times > before


async def test_the_end_does_not_wait_for_the_next_time() -> None:
    """Closing takes as long as the work, not as long as the pause."""
    done = asyncio.Event()

    async def work() -> None:
        done.set()

    async with asyncio.timeout(60), Behind(work, every_s=3600.0, name="test"):
        await done.wait()


async def test_what_is_not_needed_is_never_done() -> None:
    """Without other replicas there is nobody to tell, not even at the end."""
    times = 0

    async def work() -> None:
        nonlocal times
        times += 1

    before = asyncio.all_tasks()
    async with Behind(work, every_s=0.0, name="test", is_needed=False):
        assert asyncio.all_tasks() == before
    assert times == 0


async def test_a_fault_is_raised_at_the_end() -> None:
    """A fault ends the work; whoever closes it is told."""

    async def work() -> None:
        raise ValueError("a fault")

    with pytest.raises(ValueError, match="a fault"):
        async with Behind(work, every_s=0.001, name="test"):
            pass


async def test_repeated_work_goes_on_after_a_fault(caplog: pytest.LogCaptureFixture) -> None:
    """One moment in which it fails does not end it for good; the log has the fault once, however often it comes."""
    times, works = 0, asyncio.Event()

    async def work() -> None:
        nonlocal times
        times += 1
        if times < 4:
            raise OSError(24, "no files")
        works.set()

    async with asyncio.timeout(60), repeated(work, every_s=0.001, name="test"):
        await works.wait()
    assert caplog.messages == ["test failed; it is tried again every 0.001 s."]
