"""Runs the classifier beside the event loop, messages that wait together, and goes on without one that takes too long.

It is loaded there as well, which takes a second. Standing in line is no reason to go on without it (design.md §6.4):
only the classifier's own work on a message counts, in processor time: another program that keeps the machine busy is no
reason either. While it is stuck in one, nobody waits for it; once it comes back,
it is asked again.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from queue import SimpleQueue
from typing import Final, Self

from segue.domain.findings import AnswerScore, Finding, RiskScore
from segue.errors import SegueError
from segue.pipeline.screening.classifier_line import ClassifierLine, MessageQueue, Scored, Waiting
from segue.pipeline.screening.processor_clock import processor_clock
from segue.pipeline.timing.waiting import until_set
from segue.safety.contract import AnswerClassifier, BatchClassifier, Classifier, Heard
from segue.safety.learned.sayings import Said

LOAD_S: Final = 30.0
"""Longest wait for it to load, from the beginning of its loading: nobody who comes later waits for one that hangs. It
takes about one second; on two cores at a load of 11 it took more than ten (2026-11)."""
START_S: Final = 0.5
"""How long loading waits for a program to be ready first, which it would hold up; the first message ends that wait."""
END_S: Final = 10.0
"""Longest wait, at the end, for what it is in the middle of: a process that ends while one of its threads is in C++ is
aborted, whatever it had achieved. Ten times what loading takes."""
OWN_S: Final = 0.2
"""Longest own work on one message (design.md §6.4): some thirty times what an ordinary one takes."""
LONGEST_S: Final = 1.0
"""Longest time on one message by the clock on the wall: a machine that is busy with others makes it several times as
long, and one that does not come back takes no processor time at all."""

_HINT = "Install Segue anew; `segue doctor` says whether it is well then."


class ClassifierThread:
    """One classifier in a thread of its own. An async context manager; the loop that enters it is the one that asks."""

    def __init__(
        self,
        load: Callable[[], Classifier],
        *,
        load_answers: Callable[[], AnswerClassifier] | None = None,
        own_s: float = OWN_S,
        longest_s: float = LONGEST_S,
        load_s: float = LOAD_S,
        start_s: float = START_S,
        end_s: float = END_S,
        clock: Callable[[], float] = time.monotonic,
        clock_of_thread: Callable[[], Callable[[], float]] = processor_clock,
    ) -> None:
        """`load` may take its time, and may raise: then there is none, and `missing` says why.
        `load_answers`, likewise, gives the one that reads models' words; None: nobody does.

        `clock_of_thread`, called in the classifier's thread, gives a clock that tells that thread's own work to others.
        """
        self._load, self._load_answers = load, load_answers
        self._answers: AnswerClassifier | None = None
        self._load_s = load_s
        self._load_began_s: float | None = None
        self._start_s, self._end_s = start_s, end_s
        self._own_s, self._longest_s = own_s, longest_s
        self.is_loaded = asyncio.Event()
        """Set once it can be asked, or cannot be loaded at all."""
        self.missing: SegueError | None = None
        """Why it could not be loaded."""
        self._waiting: MessageQueue = SimpleQueue()
        self._clock, self._clock_of_thread = clock, clock_of_thread
        self._own_clock: Callable[[], float] = clock
        self._began: tuple[float, float] | None = None
        """When the work on the messages in hand began, by the wall and by the thread's own clock; None while there is
        none."""
        self._loop: asyncio.AbstractEventLoop | None = None
        self._is_ready = False
        self._is_wanted = threading.Event()
        self._thread: threading.Thread | None = None
        self.late = 0
        """Messages that were gone on with before there was a score."""
        self.fails = False
        """True when it raised at the newest message that it read."""
        self.fails_at_answers = False
        """True when the classifier of answers raised at the newest that it read."""
        self.failed = 0
        """Messages at which the classifier raised."""

    async def __aenter__(self) -> Self:
        self._loop = asyncio.get_running_loop()
        # A daemon: a classifier that never comes back must not keep the process from ending.
        self._thread = threading.Thread(target=self._work, name="segue-classifier", daemon=True)
        self._thread.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._loop = None
        self._is_wanted.set()
        self._waiting.put(None)
        if self._thread is not None:
            await asyncio.to_thread(self._thread.join, self._end_s)

    async def score(self, text: str, findings: Sequence[Finding], *, language: str | None) -> RiskScore | None:
        """What the classifier makes of a message; None when it raised, or is stuck in this or an earlier one.

        While it loads it is waited for.
        """
        score = await self._scored(Heard(text, findings, language))
        return score if isinstance(score, RiskScore) else None

    async def score_answer(self, said: Sequence[Said]) -> Sequence[AnswerScore] | None:
        """What the classifier of answers makes of a model's words, one score a saying; None as for a message.

        They are read in one go: few at a time, or messages of people wait long.
        """
        if not said:
            return ()
        scores = await self._scored(Heard(""), said)
        return None if isinstance(scores, RiskScore) else scores

    async def _scored(self, heard: Heard, said: Sequence[Said] = ()) -> Scored:
        await self.loaded()
        if not self.is_well:
            self.late += self.missing is None and not said
            return None
        score: asyncio.Future[Scored] = asyncio.get_running_loop().create_future()
        self._waiting.put(Waiting(heard, score, said))
        try:
            while not score.done():
                await asyncio.wait((score,), timeout=self._own_s)
                if not score.done() and self._is_stuck():
                    self.late += not said
                    return None
            return score.result()
        finally:
            score.cancel()  # whoever left takes the message out of the line; one that has its score stays as it is

    async def loaded(self) -> None:
        """Have it loaded at once; returns when it is, or cannot be, or takes too long."""
        if not self.is_loaded.is_set():
            self._is_wanted.set()
            await until_set(self.is_loaded, self._load_left_s())

    @property
    def is_well(self) -> bool:
        """Whether a message that came now would be read by it."""
        return self._is_ready and not self._is_stuck()

    @property
    def is_at_hand(self) -> bool:
        """Whether a message that came now would be read by it, or would wait for it to load."""
        return self.is_well or (not self.is_loaded.is_set() and self._loop is not None and self._load_left_s() > 0)

    def _load_left_s(self) -> float:
        began_s = self._load_began_s
        return self._load_s if began_s is None else max(0.0, began_s + self._load_s - self._clock())

    def _is_stuck(self) -> bool:
        if self._loop is None:
            return True
        if (began := self._began) is None or (wall_s := self._clock() - began[0]) < self._own_s:
            return False
        return wall_s >= self._longest_s or self._own_clock() - began[1] >= self._own_s

    def _work(self) -> None:
        classifier: Classifier | None = None
        self._is_wanted.wait(self._start_s)
        if self._loop is None:
            return
        self._load_began_s = self._clock()
        try:
            classifier = self._load()
            if self._loop is None:
                return
            self._answers = self._load_answers() if self._load_answers is not None else None
            self._is_ready = True
        except SegueError as error:
            self.missing = error
        except Exception as error:  # noqa: BLE001 - whatever it is, screening goes on without it and says so
            self.missing = SegueError(f"The classifier failed to load ({type(error).__name__}).", hint=_HINT)
        self._call(self.is_loaded.set)
        if classifier is not None and self._is_ready:
            self._answer_with(classifier)

    def _answer_with(self, classifier: Classifier) -> None:
        line = ClassifierLine(self._waiting, is_batched=isinstance(classifier, BatchClassifier))
        self._own_clock = self._clock_of_thread()
        while messages := line.next():
            self._began = self._clock(), self._own_clock()
            scores = self._scores(classifier, messages)
            self._began = None
            self._call(partial(_give, messages, scores))

    def _scores(self, classifier: Classifier, messages: Sequence[Waiting]) -> Sequence[Scored]:
        scores: Sequence[Scored]
        try:
            if len(messages) > 1 and isinstance(classifier, BatchClassifier):
                scores = _batch(classifier, messages)
            else:
                scores = [self._score(classifier, message) for message in messages]
            self._note(messages[0], fails=False)
        except Exception:  # noqa: BLE001 - whatever it is, the message goes on without a score, as degraded
            if len(messages) > 1:  # one that it cannot read must not cost the others their score
                return [self._scores(classifier, (message,))[0] for message in messages]
            self._note(messages[0], fails=True)
            return (None,)
        return scores

    def _note(self, message: Waiting, *, fails: bool) -> None:
        if message.said:
            self.fails_at_answers = fails
        else:
            self.fails = fails
            self.failed += fails

    def _score(self, classifier: Classifier, message: Waiting) -> Scored:
        if message.said:
            return self._answers.scores(message.said) if self._answers is not None else None
        return classifier.score(message.heard.text, message.heard.findings, language=message.heard.language)

    def _call(self, deed: Callable[[], None]) -> None:
        """Have the loop do something, unless it has ended meanwhile."""
        if (loop := self._loop) is not None:
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(deed)


def _batch(classifier: BatchClassifier, messages: Sequence[Waiting]) -> Sequence[RiskScore]:
    """The scores of messages that are read together. Raises ValueError where a plug-in lost one."""
    scores = classifier.scores([message.heard for message in messages])
    if len(scores) != len(messages):
        raise ValueError("Another number of scores than of messages.")
    return scores


def _give(messages: Sequence[Waiting], scores: Sequence[Scored]) -> None:
    for message, score in zip(messages, scores, strict=True):
        if not message.score.done():
            message.score.set_result(score)
