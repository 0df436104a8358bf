"""The classifier beside the event loop: in line, stuck, raising, and back again."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from typing_extensions import override

from segue.domain.findings import Finding, RiskScore
from segue.domain.models import SafetyLevel
from segue.errors import PartMissing, SegueError
from segue.pipeline.screening.classifier_line import BATCH_CHARS, PASSES
from segue.pipeline.screening.classifying import ClassifierThread
from segue.pipeline.screening.processor_clock import processor_clock
from segue.pipeline.upkeep.health import screening_health
from segue.safety.contract import AnswerClassifier, Heard


@dataclass
class Moody:
    """A classifier that waits at `stuck` until it is let go, and fails at `fails`."""

    version: str = "moody-1"
    languages: frozenset[str] = frozenset({"en"})
    began: threading.Event = field(default_factory=threading.Event)
    go_on: threading.Event = field(default_factory=threading.Event)

    def score(self, text: str, findings: Sequence[Finding], *, language: str | None) -> RiskScore:
        if text == "stuck":
            self.began.set()
            self.go_on.wait(10)
        if text == "fails":
            raise RuntimeError(text)
        return RiskScore(len(text) / 100, SafetyLevel.LOW, is_calibrated=language == "en", version=self.version)


@asynccontextmanager
async def working(moody: Moody, *, own_s: float = 12.0, **clocks: Any) -> AsyncIterator[ClassifierThread]:
    """A thread whose classifier is loaded, and late only where `own_s` says so."""
    async with ClassifierThread(lambda: moody, own_s=own_s, longest_s=own_s * 5, start_s=0, **clocks) as thread:
        await thread.is_loaded.wait()
        yield thread


async def test_messages_are_scored_in_line() -> None:
    """Many messages at once each get their own score."""
    async with working(Moody()) as thread:
        scores = [asyncio.create_task(thread.score("a" * n, (), language="en")) for n in range(50)]
        assert [round((await score).probability * 100) for score in scores] == list(range(50))  # type: ignore[union-attr]
        assert (thread.late, thread.failed) == (0, 0)


async def test_a_classifier_that_raises_gives_no_score_and_goes_on() -> None:
    """A message at which it fails has no score; the next one has."""
    async with working(Moody()) as thread:
        assert await thread.score("fails", (), language=None) is None
        assert await thread.score("fine", (), language=None) is not None
        assert thread.failed == 1


async def test_nobody_waits_for_a_classifier_that_is_stuck_and_it_is_asked_again_afterwards() -> None:
    """The stuck message, one in line behind it and one that comes later go on; once it is back, scores come again."""
    moody = Moody()
    async with working(moody, own_s=0.02) as thread:
        stuck, behind = (asyncio.create_task(thread.score(text, (), language="en")) for text in ("stuck", "behind"))
        assert await stuck is None
        assert await behind is None
        assert await thread.score("later", (), language="en") is None
        assert thread.late == 3
        moody.go_on.set()
        while await thread.score("again", (), language="en") is None:
            await asyncio.sleep(0)


async def test_a_waiter_that_leaves_takes_its_message_along() -> None:
    """A client that left while its message stood in line costs no work, and no error."""
    moody = Moody()
    async with working(moody) as thread:
        first = asyncio.create_task(thread.score("stuck", (), language="en"))
        second = asyncio.create_task(thread.score("fails", (), language="en"))
        await asyncio.to_thread(moody.began.wait, 10)
        second.cancel()
        await asyncio.wait((second,))
        moody.go_on.set()
        assert await first is not None
        assert await thread.score("fine", (), language="en") is not None
        assert thread.failed == 0


async def test_messages_that_come_while_it_loads_wait_for_it() -> None:
    """In the first moments of a process a message waits a while."""
    go_on = threading.Event()

    def load() -> Moody:
        go_on.wait(10)
        return Moody()

    async with ClassifierThread(load, start_s=0) as thread:
        early = asyncio.create_task(thread.score("early", (), language="en"))
        await asyncio.sleep(0)
        assert not thread.is_well
        go_on.set()
        assert await early is not None
        assert thread.is_well


async def test_one_that_takes_too_long_to_load_is_gone_on_without() -> None:
    """Nobody waits for ever: the message is screened by rules alone, and that is counted."""
    go_on = threading.Event()

    def load() -> Moody:
        go_on.wait(10)
        return Moody()

    async with ClassifierThread(load, load_s=0.01, start_s=0) as thread:
        assert await thread.score("early", (), language="en") is None
        assert thread.late == 1
        go_on.set()


async def test_who_comes_late_does_not_wait_for_a_load_that_hangs() -> None:
    """The wait is counted from the beginning of the loading; until then it is at hand."""
    begun, go_on, now_s = threading.Event(), threading.Event(), 0.0

    def load() -> Moody:
        begun.set()
        go_on.wait(10)
        return Moody()

    async with ClassifierThread(load, load_s=30, start_s=0, clock=lambda: now_s) as thread:
        await asyncio.to_thread(begun.wait)
        assert (thread.is_well, thread.is_at_hand) == (False, True)
        assert screening_health(thread).state == "ok", "no message is screened without it"
        now_s = 30.0
        assert not thread.is_at_hand
        assert "takes too long" in screening_health(thread).found
        async with asyncio.timeout(5):
            assert await thread.score("late", (), language="en") is None
        go_on.set()


async def test_leaving_waits_for_a_load_under_way() -> None:
    """A process that ended while its thread is in C++ would be aborted; what is not needed any more is not begun."""
    begun, go_on, answers = threading.Event(), threading.Event(), list[str]()

    def load() -> Moody:
        begun.set()
        go_on.wait(10)
        return Moody()

    def load_answers() -> AnswerClassifier:
        answers.append("loaded")
        raise AssertionError("nobody is left to need it")

    thread = ClassifierThread(load, load_answers=load_answers, start_s=0)
    async with thread:
        await asyncio.to_thread(begun.wait)
        asyncio.get_running_loop().call_later(0.05, go_on.set)
    assert go_on.is_set(), "it was waited for"
    assert answers == []


async def test_leaving_does_not_wait_for_a_load_that_never_ends() -> None:
    """The program ends all the same."""
    go_on = threading.Event()

    def load() -> Moody:
        go_on.wait(10)
        return Moody()

    async with ClassifierThread(load, start_s=0, end_s=0.01):
        pass
    assert not go_on.is_set()
    go_on.set()


@pytest.mark.parametrize("error", [PartMissing("It is not here.", hint="Install it."), MemoryError("no room")])
async def test_one_that_cannot_be_loaded_says_why(error: Exception) -> None:
    """Every message goes without a score, and the reason is there for whoever looks."""

    def load() -> Moody:
        raise error

    async with ClassifierThread(load, start_s=0) as thread:
        await thread.is_loaded.wait()
        assert await thread.score("words", (), language="en") is None
        assert isinstance(thread.missing, SegueError)
        assert thread.missing.hint
        assert thread.late == 0


@dataclass
class Together(Moody):
    """One that reads several messages at once, and remembers how many they were."""

    batches: list[int] = field(default_factory=list)

    def scores(self, messages: Sequence[Heard]) -> list[RiskScore]:
        """Of each, as it would get alone."""
        self.batches.append(len(messages))
        return [self.score(heard.text, heard.findings, language=heard.language) for heard in messages]


async def test_messages_that_wait_are_read_together_up_to_a_length() -> None:
    """Those behind one that takes its time: as many as fit, each with its own score, and one that is too long alone."""
    moody = Together()
    async with working(moody, own_s=10) as thread:
        first = asyncio.create_task(thread.score("stuck", (), language="en"))
        await asyncio.to_thread(moody.began.wait)
        lengths = [3, 5, BATCH_CHARS - 9, 7, BATCH_CHARS * 2, 2]
        others = [asyncio.create_task(thread.score("a" * n, (), language="en")) for n in lengths]
        await asyncio.sleep(0)
        moody.go_on.set()
        found = [await score for score in others]
        assert [round(score.probability * 100) for score in found if score] == lengths
        assert moody.batches == [3, 2]
        assert await first is not None


async def test_one_that_cannot_be_read_costs_the_others_nothing() -> None:
    """Of three that were read together the one at which it fails has no score."""
    moody = Together()
    async with working(moody, own_s=10) as thread:
        first = asyncio.create_task(thread.score("stuck", (), language="en"))
        await asyncio.to_thread(moody.began.wait)
        others = [asyncio.create_task(thread.score(text, (), language="en")) for text in ("a", "fails", "bb")]
        await asyncio.sleep(0)
        moody.go_on.set()
        found = [await score for score in others]
        assert [score is None for score in found] == [False, True, False]
        assert (thread.failed, moody.batches) == (1, [3])
        assert await first is not None


async def test_a_busy_machine_does_not_make_it_stuck() -> None:
    """Only its own processor time counts, and the clock on the wall once that takes far too long."""
    moody, wall_s, own_s = Moody(), 0.0, 0.0
    async with working(moody, own_s=0.2, clock=lambda: wall_s, clock_of_thread=lambda: lambda: own_s) as thread:
        first = asyncio.create_task(thread.score("stuck", (), language="en"))
        await asyncio.to_thread(moody.began.wait)
        wall_s, own_s = 0.9, 0.19
        assert thread.is_well
        wall_s, own_s = 0.9, 0.2
        assert not thread.is_well
        wall_s, own_s = 1.0, 0.0
        assert not thread.is_well, "it waits for something that does not come"
        wall_s = 0.9
        moody.go_on.set()
        assert await first is not None
        assert thread.late == 0


def test_the_clock_of_a_thread_tells_its_work_and_nobody_else_s() -> None:
    """Read from another thread, it stands still while that one waits."""
    made, go_on = threading.Event(), threading.Event()
    clocks: list[Callable[[], float]] = []

    def work() -> None:
        clocks.append(processor_clock())
        made.set()
        go_on.wait(10)

    thread = threading.Thread(target=work)
    thread.start()
    made.wait(10)
    before_s, mine_s = clocks[0](), time.thread_time()
    while time.thread_time() - mine_s < 0.05:
        pass
    assert clocks[0]() - before_s < 0.04
    go_on.set()
    thread.join()


@dataclass
class Listed(Moody):
    """One that remembers in which order it read."""

    read: list[int] = field(default_factory=list)

    @override
    def score(self, text: str, findings: Sequence[Finding], *, language: str | None) -> RiskScore:
        """As ever; the length stands for the message."""
        self.read.append(len(text))
        return Moody.score(self, text, findings, language=language)


async def test_short_messages_pass_a_long_one_and_it_has_its_turn_all_the_same() -> None:
    """Somebody's long letter holds up nobody, and others' short messages hold it up for a few of them only."""
    moody, letter = Listed(), BATCH_CHARS + 1
    async with working(moody, own_s=10) as thread:
        first = asyncio.create_task(thread.score("stuck", (), language="en"))
        await asyncio.to_thread(moody.began.wait)
        lengths = [letter, letter + 1, *range(1, PASSES + 3)]
        others = [asyncio.create_task(thread.score("a" * n, (), language="en")) for n in lengths]
        await asyncio.sleep(0)
        moody.go_on.set()
        await asyncio.gather(first, *others)
    passing = list(range(1, PASSES + 1))
    assert moody.read == [5, *passing, letter, PASSES + 1, PASSES + 2, letter + 1]


@dataclass
class Short(Together):
    """One that loses a score."""

    @override
    def scores(self, messages: Sequence[Heard]) -> list[RiskScore]:
        """One too few."""
        return super().scores(messages)[1:]


async def test_nobody_waits_for_a_score_that_a_batch_lost() -> None:
    """Messages whose batch came back with too few scores are read one after the other."""
    moody = Short()
    async with working(moody, own_s=10) as thread:
        first = asyncio.create_task(thread.score("stuck", (), language="en"))
        await asyncio.to_thread(moody.began.wait)
        others = [asyncio.create_task(thread.score(text, (), language="en")) for text in ("a", "bb")]
        await asyncio.sleep(0)
        moody.go_on.set()
        found = [await score for score in others]
        assert [round(score.probability * 100) for score in found if score] == [1, 2]
        assert await first is not None
