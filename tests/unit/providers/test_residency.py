"""What counts as loading, and for how long."""

from __future__ import annotations

from segue.domain.models import ModelStatus
from segue.providers.residency import Residency


class Clock:
    """A clock that stands still until it is set."""

    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def test_model_is_loadable_until_it_is_held() -> None:
    """A model that is not in memory can be loaded, one that spoke is ready."""
    residency = Residency(load_s=10)
    assert residency.status("a") is ModelStatus.LOADABLE
    residency.told({"a"})
    assert (residency.status("a"), residency.status("b")) == (ModelStatus.READY, ModelStatus.LOADABLE)
    residency.note_held("b")
    assert residency.status("b") is ModelStatus.READY


def test_server_that_does_not_say_gets_no_grace() -> None:
    """Silence of a server that cannot say what it holds is silence."""
    residency = Residency(load_s=10)
    residency.told(None)
    residency.note_held("a")
    assert (residency.status("a"), residency.holds("a")) == (ModelStatus.READY, None)


def test_load_counts_until_its_last_answer_ends_or_its_time_is_up() -> None:
    """Two answers may wait for one load; neither waits for ever."""
    clock = Clock()
    residency = Residency(load_s=10, now_s=clock)
    first, clock.now_s = residency.begin("a"), 4.0
    second = residency.begin("a")
    assert residency.status("a") is ModelStatus.LOADING
    clock.now_s = 10.0
    assert residency.status("a") is ModelStatus.READY
    residency.end("a", first)
    assert residency.status("a") is ModelStatus.LOADING
    residency.end("a", second)
    residency.end("a", second)
    assert residency.status("a") is ModelStatus.LOADABLE
