"""Work that a start does not wait for."""

import threading

from segue.pipeline.warming import Warming

LONG_S = 60.0


def test_work_waits_until_the_program_serves() -> None:
    """It begins when it is told to, in a thread of its own."""
    done = threading.Event()
    with Warming(done.set, name="warming", start_s=LONG_S) as warming:
        assert not done.is_set()
        warming.begin()
        assert done.wait(LONG_S)


def test_work_begins_by_itself_where_nobody_says_that_the_program_serves() -> None:
    """Programs that ask a model manager of their own need say nothing."""
    done = threading.Event()
    with Warming(done.set, name="warming", start_s=0.001):
        assert done.wait(LONG_S)


def test_a_program_that_ends_before_begins_no_work() -> None:
    """Its thread ends with it."""
    done = threading.Event()
    with Warming(done.set, name="warming-that-ends", start_s=LONG_S):
        (thread,) = (each for each in threading.enumerate() if each.name == "warming-that-ends")
    thread.join(LONG_S)
    assert (thread.is_alive(), done.is_set()) == (False, False)
