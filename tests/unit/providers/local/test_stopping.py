"""Work in a thread that would not end by itself can be ended from another one."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from segue.providers.local.transformers.stopping import Stoppable, Stopped


def test_work_without_end_is_ended_and_its_thread_goes_on() -> None:
    """A loop that catches whatever it can is stopped; the same thread then takes other work."""
    began = threading.Event()

    def loop() -> None:
        began.set()
        while True:
            try:
                _ = sum(range(100))
            except Exception:  # noqa: BLE001 - as a template does
                continue

    work = Stoppable(loop)
    with ThreadPoolExecutor(1) as threads:
        running, after = threads.submit(work), threads.submit(threading.get_ident)
        assert began.wait(5)
        work.stop()
        assert isinstance(running.exception(5), Stopped)
        assert after.result(60)


def test_stopping_leaves_alone_what_has_ended_or_not_begun() -> None:
    """Work that has ended gave its result; work that was stopped before does not begin."""
    with ThreadPoolExecutor(1) as threads:
        done = Stoppable(lambda: 1)
        assert threads.submit(done).result(60) == 1
        done.stop()
        assert threads.submit(lambda: 2).result(60) == 2
        never = Stoppable(lambda: 3)
        never.stop()
        with pytest.raises(Stopped):
            threads.submit(never).result(60)
