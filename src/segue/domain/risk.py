"""Risk over the turns of a session: its stage, the evidence, what was asked and answered. Codes and numbers, no words.

Replicas know one session differently, so a state is made of parts that only grow, and two of them are joined part by
part. A stage is a latch: it is open while something raised it that nobody has settled. Settling names what it settles,
so that it never covers a danger which whoever settled had not seen.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from typing import Final

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel

TURN_HALF_LIFE: Final = 6.0
"""Turns after which evidence counts half: a hint of ten minutes ago still matters, one of an hour's talk ago hardly.
Ours, to be revised with clinical advice; so are the next two."""
HOUR_HALF_LIFE: Final = 12.0
"""Hours after which it counts half as well: turns alone would keep a bad night's evidence for a week without a talk,
hours alone would forget nothing within one."""
LATELY_HALF_LIFE: Final = 2.0
"""Turns of the short memory that the slope compares with the long one."""
_HOUR_US: Final = 3_600_000_000
_SCREENED: Final = "screen"
"""How codes begin of what the screener's questions brought; they are about suicide."""


class RiskStage(StrEnum):
    """Where a conversation stands."""

    OBSERVE = "observe"
    """Signs are counted; nothing is said."""
    CHECK_IN = "check_in"
    """A caring question was asked, and there is no clear answer yet."""
    SCREEN = "screen"
    """The person is asked directly, one question a turn."""
    SAFETY = "safety"
    """Latched: every turn is answered with safety words, until the person confirms or a clinician releases."""
    FOLLOW_UP = "follow_up"
    """The danger is over as far as anybody knows; signs count sooner."""

    @property
    def gravity(self) -> int:
        """0 (observe) to 4 (safety), for comparison; following up stands between a check-in and the screening."""
        return _GRAVITY[self]


_OBSERVE: Final = RiskStage.OBSERVE
"""Looked up once: it is asked for twice in a turn."""


_GRAVITY: Final = {
    RiskStage.OBSERVE: 0,
    RiskStage.CHECK_IN: 1,
    RiskStage.FOLLOW_UP: 2,
    RiskStage.SCREEN: 3,
    RiskStage.SAFETY: 4,
}
STAGES: Final = tuple(_GRAVITY)
"""By gravity."""


class Answer(IntEnum):
    """What a person's words say to a question; the higher one counts where two differ."""

    NONE = 0
    """The question was not asked, or not answered yet."""
    NO = 1
    UNCLEAR = 2
    """Counts as not a no."""
    YES = 3


class Question(IntEnum):
    """The questions of the screener, in its order. Source: Columbia-Suicide Severity Rating Scale, screener version
    (Posner et al., American Journal of Psychiatry 168 (2011), 1266-1277)."""

    WISH = 1
    """To be dead, or not to wake up."""
    THOUGHTS = 2
    """Of killing oneself."""
    METHOD = 3
    """How it might be done."""
    INTENT = 4
    """Some intention to act."""
    PLAN = 5
    """Details worked out, with intent."""
    BEHAVIOUR = 6
    """Anything done, begun or prepared, ever."""
    RECENT = 7
    """The same within three months."""


@dataclass(frozen=True, slots=True)
class Latch:
    """Whether a stage is on. Moments are microseconds since 1970, moved on where a clock stands or goes back."""

    raised_us: int = 0
    settled_us: int = 0
    """The raise that was settled last."""

    @property
    def is_open(self) -> bool:
        """True when something raised it that was not settled."""
        return self.raised_us > self.settled_us

    def raised(self, moment_us: int) -> Latch:
        """The same, raised at a moment."""
        return Latch(max(self.raised_us, moment_us), self.settled_us)

    @property
    def settled(self) -> Latch:
        """The same, with all that raised it so far settled."""
        return Latch(self.raised_us, max(self.raised_us, self.settled_us))

    def unsettled(self, before: Latch) -> Latch:
        """The same, with no more settled than before."""
        return Latch(self.raised_us, before.settled_us)

    def joined(self, other: Latch) -> Latch:
        """What both know of it."""
        return Latch(max(self.raised_us, other.raised_us), max(self.settled_us, other.settled_us))


@dataclass(frozen=True, slots=True, order=True)
class Trace:
    """A sum of evidence that decays by turns and by hours; kept as it was when something was added last."""

    amount: float = 0.0
    turn: int = 0
    at_us: int = 0

    def at(self, turn: int, at_us: int, *, half_life_turns: float = TURN_HALF_LIFE) -> float:
        """What is left of it at a turn and a moment; before it was updated it is whole."""
        hours = max(0, at_us - self.at_us) / _HOUR_US
        halvings = max(0, turn - self.turn) / half_life_turns + hours / HOUR_HALF_LIFE
        return self.amount * math.exp2(-halvings)

    def joined(self, other: Trace, *, half_life_turns: float = TURN_HALF_LIFE) -> Trace:
        """The one of which more is left at any later moment."""
        return max(self, other, key=lambda trace: (trace.strength(half_life_turns), trace))

    def strength(self, half_life_turns: float) -> float:
        """Grows with what is left of it; decay alone does not change it."""
        if self.amount <= 0:
            return -math.inf
        return math.log2(self.amount) + self.turn / half_life_turns + self.at_us / _HOUR_US / HOUR_HALF_LIFE


@dataclass(frozen=True, slots=True)
class Screener:
    """How far the questions of one screening are."""

    began_us: int = 0
    asked: int = 0
    """The question that was asked last, as Question; 0: none."""
    times: int = 0
    """How often it was asked; a second time when the answer was unclear."""
    answers: tuple[int, ...] = (0,) * len(Question)
    """One Answer a question, in their order."""

    def answer(self, question: Question) -> Answer:
        """What was answered to a question."""
        return Answer(self.answers[question - 1])

    def joined(self, other: Screener) -> Screener:
        """The later screening; of one, the later question and the graver answers."""
        if self.began_us != other.began_us:
            return max(self, other, key=lambda screener: screener.began_us)
        asked, times = max((self.asked, self.times), (other.asked, other.times))
        return Screener(self.began_us, asked, times, tuple(map(max, self.answers, other.answers)))


@dataclass(frozen=True, slots=True, order=True)
class Release:
    """A clinician's word that the safety protocol may end."""

    at_us: int
    by: str
    """An opaque id; who that is, the incident log's reader knows."""


@dataclass(frozen=True, slots=True)
class RiskState:
    """All that is kept of a session's risk. Turns are the person's, counted from the first sign on."""

    turn: int = 0
    evidence: Trace = Trace()
    lately: Trace = Trace()
    """The same evidence in a shorter memory."""
    check_in: Latch = Latch()
    screen: Latch = Latch()
    safety: Latch = Latch()
    follow_up: Latch = Latch()
    disclosed: frozenset[str] = frozenset()
    """What the person told of themselves, as `suicide:plan` or `screen:behaviour`; it stays known."""
    highest: SafetyLevel = SafetyLevel.NONE
    """Highest level of what they said of themselves; it never falls."""
    screener: Screener = Screener()
    cared_turn: int = 0
    """When a caring question was asked last; 0: never. So it is with the next four."""
    place_turn: int = 0
    """When "are you safe where you are?" was asked last, of somebody who told of violence."""
    declined_turn: int = 0
    """When one was answered "no" last, or a whole screening."""
    uneasy_turn: int = 0
    """The last turn that was not calm, or one later for each since that said nothing."""
    confirming_turn: int = 0
    """When "are you safe now?" was asked last, to end the protocol."""
    release: Release | None = None
    """The last one by a clinician."""

    @property
    def is_quiet(self) -> bool:
        """True while nothing was ever found."""
        return self is QUIET or self == QUIET

    @property
    def stage(self) -> RiskStage:
        """The gravest that is on."""
        if self is QUIET:  # nearly every turn: it is asked twice in each
            return _OBSERVE
        if self.safety.is_open:
            return RiskStage.SAFETY
        if self.screen.is_open:
            return RiskStage.SCREEN
        if self.follow_up.is_open:
            return RiskStage.FOLLOW_UP
        return RiskStage.CHECK_IN if self.check_in.is_open else RiskStage.OBSERVE

    @property
    def about(self) -> Category | None:
        """The danger that they told of, the gravest kind first; None where that is not known."""
        told = {code.partition(":")[0] for code in self.disclosed}
        if _SCREENED in told:
            return Category.SUICIDE
        return next((category for category in Category if category in told), None)

    @property
    def calm_turns(self) -> int:
        """Calm turns since the last one that was not; those that said nothing do not count."""
        return self.turn - self.uneasy_turn

    @property
    def last_us(self) -> int:
        """The latest moment at which a stage was raised."""
        return max(latch.raised_us for latch in (self.check_in, self.screen, self.safety, self.follow_up))

    def moment_us(self, now_us: int) -> int:
        """The moment under which something new is raised: now, and after all that is known here."""
        return max(now_us, self.last_us + 1)

    def slope(self, now_us: int) -> float:
        """How evidence changes: the mean of the last few turns less that of a longer while. Above 0 it rises."""
        short = self.lately.at(self.turn, now_us, half_life_turns=LATELY_HALF_LIFE)
        return short * _mean(LATELY_HALF_LIFE) - self.evidence.at(self.turn, now_us) * _mean(TURN_HALF_LIFE)


def _mean(half_life_turns: float) -> float:
    """What turns a decayed sum into a mean a turn."""
    return 1.0 - math.exp2(-1.0 / half_life_turns)


QUIET: Final = RiskState()
"""Nothing was ever found."""


def joined(a: RiskState, b: RiskState) -> RiskState:
    """What two know of one session, in whatever order and however often: no risk that either saw is lost.

    A stage that one has open is open, unless the other has settled what raised it.
    """
    return RiskState(
        turn=max(a.turn, b.turn),
        evidence=a.evidence.joined(b.evidence),
        lately=a.lately.joined(b.lately, half_life_turns=LATELY_HALF_LIFE),
        check_in=a.check_in.joined(b.check_in),
        screen=a.screen.joined(b.screen),
        safety=a.safety.joined(b.safety),
        follow_up=a.follow_up.joined(b.follow_up),
        disclosed=a.disclosed | b.disclosed,
        highest=max(a.highest, b.highest, key=lambda level: level.rank),
        screener=a.screener.joined(b.screener),
        cared_turn=max(a.cared_turn, b.cared_turn),
        place_turn=max(a.place_turn, b.place_turn),
        declined_turn=max(a.declined_turn, b.declined_turn),
        uneasy_turn=max(a.uneasy_turn, b.uneasy_turn),
        confirming_turn=max(a.confirming_turn, b.confirming_turn),
        release=max(filter(None, (a.release, b.release)), default=None),
    )


def only_heard(before: RiskState, after: RiskState) -> RiskState:
    """Of a turn from `before` to `after` what the person said, and nothing that is said to them because of it.

    What was raised is, nothing is settled, and no question is asked.
    """
    return replace(
        after,
        check_in=after.check_in.unsettled(before.check_in),
        screen=after.screen.unsettled(before.screen),
        safety=after.safety.unsettled(before.safety),
        follow_up=after.follow_up.unsettled(before.follow_up),
        cared_turn=before.cared_turn,
        place_turn=before.place_turn,
        declined_turn=before.declined_turn,
        confirming_turn=before.confirming_turn,
    )


def is_rise(before: RiskState, after: RiskState) -> bool:
    """Whether more danger is known than before: a graver stage, one that was raised again, something disclosed."""
    return (
        after.stage.gravity > before.stage.gravity
        or (after.stage.gravity == before.stage.gravity and after.last_us > before.last_us)
        or not after.disclosed <= before.disclosed
        or after.highest.rank > before.highest.rank
    )
