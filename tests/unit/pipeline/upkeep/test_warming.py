"""Work that a start does not wait for."""

import threading
from collections.abc import Iterator

from segue.pipeline.upkeep.warming import Warming

LONG_S = 60.0


class Work:
    """Two steps; the second one waits until it is let go."""

    def __init__(self) -> None:
        self.began, self.go_on, self.done = threading.Event(), threading.Event(), threading.Event()

    def steps(self) -> Iterator[None]:
        self.began.set()
        self.go_on.wait(LONG_S)
        yield
        self.done.set()
        yield


def test_work_waits_until_the_program_serves() -> None:
    """It begins when it is told to, in a thread of its own, and goes on step by step."""
    work = Work()
    with Warming(work.steps, name="warming", start_s=LONG_S) as warming:
        assert not work.began.is_set()
        warming.begin()
        assert work.began.wait(LONG_S)
        work.go_on.set()
        assert work.done.wait(LONG_S)


def test_work_begins_by_itself_where_nobody_says_that_the_program_serves() -> None:
    """Programs that ask a model manager of their own need say nothing."""
    work = Work()
    work.go_on.set()
    with Warming(work.steps, name="warming", start_s=0.001):
        assert work.done.wait(LONG_S)


def test_a_program_that_ends_before_begins_no_work() -> None:
    """Its thread ends with it."""
    work = Work()
    with Warming(work.steps, name="warming-that-ends", start_s=LONG_S):
        thread = named("warming-that-ends")
    thread.join(LONG_S)
    assert (thread.is_alive(), work.began.is_set()) == (False, False)


def test_a_program_that_ends_in_the_middle_takes_no_further_step() -> None:
    """The step that is under way ends, and the thread with it."""
    work = Work()
    with Warming(work.steps, name="warming-that-is-left", start_s=0.0):
        thread = named("warming-that-is-left")
        assert work.began.wait(LONG_S)
    work.go_on.set()
    thread.join(LONG_S)
    assert (thread.is_alive(), work.done.is_set()) == (False, False)


def named(name: str) -> threading.Thread:
    """The thread of that name."""
    (thread,) = (each for each in threading.enumerate() if each.name == name)
    return thread
