"""Risk over the turns of a conversation: what a turn changes, and what is said because of it. Pure.

```text
         soft evidence, or words that ask     yes, or a sign while unanswered
   OBSERVE ────────────────▶ CHECK_IN ───────────────────────────────────▶ SCREEN ◀── hard evidence, a sign
      ▲  ▲                      │ no, or calm turns                        │  │  │     in FOLLOW_UP or after danger
      │  └──────────────────────┘                            every no ─────┘  │  └─ danger ──▶ SAFETY ◀── a high sign,
      │                                                                concern│                 │ │ ▲     anywhere
      │            calm turns                                                 ▼                 │ └─┘ each turn
      └─────────────────────────────────────────────────────────────────  FOLLOW_UP ◀───────────┘
                                                           calm turns and "yes, safe now", or a clinician's release
```

Evidence of risk never leads to a less grave stage. Making light of what was said ("just kidding") clears nothing,
and a turn without content ("lol", "k") neither.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Final, TypeAlias, assert_never

from segue.domain.findings import Action, Subject, Verdict
from segue.domain.handoffs import NOT_SAFE, SCREEN_DANGER
from segue.domain.models import NO_RISK, SafetyLevel
from segue.domain.risk import (
    LATELY_HALF_LIFE,
    QUIET,
    TURN_HALF_LIFE,
    Answer,
    Question,
    Release,
    RiskStage,
    RiskState,
    Trace,
)
from segue.domain.values import made_often
from segue.safety.answers import answer_in, says_not_safe
from segue.safety.confirming import confirms_safety
from segue.safety.light import makes_light, says_nothing
from segue.safety.replying import reply_code
from segue.safety.screener import Outcome, answered, begun
from segue.safety.signs import Signs, signs_in
from segue.safety.talk_limits import TALK_LIMITS, TalkLimits

Spoken: TypeAlias = tuple[Verdict, str]
"""One message of the person: what screening said of it alone, and its text."""

QUESTION_CODES: Final = {question: f"ask_{question.name.lower()}" for question in Question}
"""The written reply that asks each question of the screener."""


@made_often
@dataclass(frozen=True, slots=True)
class Step:
    """What a turn came to. Where the verdict itself says REPLACE its words come first, and then these."""

    state: RiskState
    """To be kept with the session before anything is said."""
    replies: tuple[str, ...] = ()
    """Codes of written replies, in the order in which they are shown."""
    is_instead: bool = False
    """True: no model is asked, the written words are the answer. False: they follow the model's answer."""
    hands_over: bool = False
    """True when a human should be told now."""
    codes: tuple[str, ...] = ()
    """What the person's answers came to that no rule names, for the human who is told."""


def advance(state: RiskState, said: Verdict, *, text: str, now: datetime, limits: TalkLimits = TALK_LIMITS) -> Step:
    """One turn of the person: `said` is the verdict on their newest words, `text`."""
    is_new = state.is_quiet
    if is_new and is_nothing(said):
        return Step(state)
    signs = signs_in(said, limits)
    if is_new and signs.is_nothing:
        return Step(state)
    turn = _Turn(state, said, signs, text, _now_us(now), limits)
    return turn.listened_to(_stepped(turn, state, signs, is_new=is_new))


def _stepped(turn: _Turn, state: RiskState, signs: Signs, *, is_new: bool) -> Step:
    if signs.is_hard:
        return turn.into_safety()
    stage = state.stage
    match stage:
        case RiskStage.SAFETY:
            return turn.in_safety()
        case RiskStage.SCREEN:
            return turn.in_screen()
        case RiskStage.FOLLOW_UP:
            return turn.in_follow_up()
        case RiskStage.CHECK_IN:
            return turn.in_check_in()
        case RiskStage.OBSERVE:
            return turn.into_screen() if is_new and signs.was_grave_before else turn.in_observe()
        case _:
            assert_never(stage)


def is_nothing(said: Verdict) -> bool:
    """True for most turns: then there is no sign to look for."""
    return said.level is NO_RISK and not said.findings and said.score is None


def replayed(spoken: Iterable[Spoken], *, now: datetime, limits: TalkLimits = TALK_LIMITS) -> RiskState:
    """The state after a person's earlier messages, oldest first: for a conversation that nothing is kept of."""
    state = QUIET
    for said, text in spoken:
        state = advance(state, said, text=text, now=now, limits=limits).state
    return state


def released(state: RiskState, *, by: str, now: datetime) -> RiskState:
    """The state after a clinician ended the safety protocol. `by` is an opaque id of theirs.

    It covers the dangers known here: one that another replica heard meanwhile, and this state lacks, stays.
    """
    at_us = _now_us(now)
    kept = replace(state, release=max(filter(None, (state.release, Release(at_us, by)))))
    return _followed_up(kept, at_us) if state.stage is RiskStage.SAFETY else kept


def _followed_up(state: RiskState, now_us: int) -> RiskState:
    """Everything that was open is settled, and followed up from here on."""
    return replace(
        state,
        check_in=state.check_in.settled,
        screen=state.screen.settled,
        safety=state.safety.settled,
        follow_up=state.follow_up.raised(state.moment_us(now_us)),
        uneasy_turn=state.turn,
    )


def prepare() -> None:
    """Make ready what reads answers that are no bare yes or no: some 40 ms, for which no start waits."""
    import segue.safety.admissions  # noqa: F401


def _now_us(now: datetime) -> int:
    return int(now.timestamp() * 1_000_000)


class _Turn:
    """One turn in each stage. `before` is the state that the person answered to, `state` has the turn counted."""

    def __init__(
        self,
        before: RiskState,
        said: Verdict,
        signs: Signs,
        text: str,
        now_us: int,
        limits: TalkLimits,
    ) -> None:
        self.before = before
        self.said = said
        self.signs = signs
        answer, self.is_unsafe = answer_in(text), says_not_safe(text)
        self.answer = Answer.YES if signs.is_clear or self.is_unsafe else answer  # a sign of danger beats a no
        self.text = text
        self.now_us = now_us
        self.limits = limits
        self.is_easy = signs.is_calm and not self.is_unsafe and not makes_light(text)
        is_vague = answer is Answer.YES and not self.confirms
        self.is_calm = self.is_easy and not is_vague and not says_nothing(text)
        """An easy turn that is vague or says nothing is no sign either: calm turns before it are kept as they are."""
        self.state = self._counted()

    @cached_property
    def denies_safety(self) -> bool:
        """Where the words before asked whether they are safe, a "no" is the danger. Read in few turns alone."""
        from segue.safety import admissions

        return self.is_unsafe or admissions.denies(self.text)

    @cached_property
    def confirms(self) -> bool:
        """Whether they say plainly that they are safe; a yes with other words behind it may be about anything."""
        return confirms_safety(self.text)

    def _counted(self) -> RiskState:
        before, signs, turn = self.before, self.signs, self.before.turn + 1

        def added(trace: Trace, half_life_turns: float) -> Trace:
            if signs.weight == 0:
                return trace
            left = trace.at(turn, self.now_us, half_life_turns=half_life_turns)
            return Trace(left + signs.weight, turn, max(self.now_us, trace.at_us))

        return replace(
            before,
            turn=turn,
            evidence=added(before.evidence, TURN_HALF_LIFE),
            lately=added(before.lately, LATELY_HALF_LIFE),
            disclosed=before.disclosed | signs.codes,
            highest=max(before.highest, signs.level, key=lambda level: level.rank),
            uneasy_turn=before.uneasy_turn + (not self.is_calm) if self.is_easy else turn,
        )

    def _has_reached(self, threshold: float) -> bool:
        """Only what was said in this turn makes old evidence count."""
        if self.signs.weight == 0:
            return False
        rise = max(0.0, self.state.slope(self.now_us)) * self.limits.look_ahead_turns
        return self.state.evidence.at(self.state.turn, self.now_us) + rise >= threshold

    @property
    def _is_soft(self) -> bool:
        return self._has_reached(self.limits.soft)

    @property
    def _is_hard(self) -> bool:
        return self._has_reached(self.limits.hard)

    @property
    def _is_clear(self) -> bool:
        """Old evidence may suffice for a question; who was asked already must have said something clear since."""
        return self.signs.is_clear and self.signs.weight > 0

    @property
    def _moment_us(self) -> int:
        return self.state.moment_us(self.now_us)

    def _was_asked(self, turn: int) -> bool:
        """Whether the question that was asked last in `turn` is the one that is answered now."""
        return 0 < turn == self.before.turn

    @property
    def _was_cared_for(self) -> bool:
        """Of two questions, whether they are safe counts: a "no" to it is no "no" to the other."""
        return self._was_asked(self.before.cared_turn) and not self._was_asked(self.before.place_turn)

    @property
    def _has_admitted(self) -> bool:
        """The caring question was answered with a yes, "sometimes", or that they don't know."""
        from segue.safety import admissions

        return self._was_cared_for and (self.answer is Answer.YES or admissions.admits(self.text, perhaps=True))

    @property
    def _is_in_danger_there(self) -> bool:
        return self._was_asked(self.before.place_turn) and self.denies_safety

    def listened_to(self, step: Step) -> Step:
        """The verdict's own words may ask as well, before a model would have spoken: then the answer is waited for."""
        if step.is_instead or self.said.action is not Action.REPLACE:
            return step
        code, state = reply_code(self.said), step.state
        if code not in {"caring", "abuse"} or self.said.subject is not Subject.SELF:
            return step
        state = replace(state, check_in=state.check_in.raised(state.moment_us(self.now_us)))
        if code == "abuse":
            return replace(step, state=replace(state, place_turn=state.turn))
        return replace(step, state=replace(state, cared_turn=state.turn))

    def into_safety(self, code: str = "crisis", *codes: str) -> Step:
        """Danger: latched, and a human is told. The verdict's own words suit best where it has some."""
        is_known = self.before.stage is RiskStage.SAFETY
        state = replace(
            self.state,
            safety=self.state.safety.raised(self._moment_us),
            highest=max(self.state.highest, SafetyLevel.HIGH, key=lambda level: level.rank),
            uneasy_turn=self.state.turn,
        )
        replies = () if self.said.action is Action.REPLACE else ("safety" if is_known else code,)
        hands_over = not is_known or self.signs.level is SafetyLevel.IMMINENT
        return Step(state, replies, is_instead=True, hands_over=hands_over, codes=codes)

    def in_safety(self) -> Step:
        """Every turn has safety words; after enough calm ones they ask whether the person is safe now."""
        if self._was_asked(self.before.confirming_turn) and self.is_calm and self.confirms:
            return Step(_followed_up(self.state, self.now_us), ("follow_up",), is_instead=True)
        if self.denies_safety:
            state = replace(self.state, uneasy_turn=self.state.turn)
            words = self._safety_words("not_safe")
            return Step(state, words, is_instead=True, hands_over=True, codes=(NOT_SAFE,))
        limits = self.limits
        needed = limits.calm_turns_degraded if self.said.is_degraded else limits.calm_turns
        if self.state.calm_turns < needed:
            code = "safety_again" if self.state.calm_turns > 1 else "safety"
            return Step(self.state, self._safety_words(code), is_instead=True)
        state = replace(self.state, confirming_turn=self.state.turn)
        return Step(state, ("safe_now",), is_instead=True)

    def _safety_words(self, code: str) -> tuple[str, ...]:
        return () if self.said.action is Action.REPLACE else (code,)

    def into_screen(self) -> Step:
        """The person is asked directly, from the first question on."""
        moment_us = self._moment_us
        state = replace(self.state, screen=self.state.screen.raised(moment_us), screener=begun(moment_us))
        return Step(state, ("screen_start", QUESTION_CODES[Question.WISH]), is_instead=True)

    def in_screen(self) -> Step:
        """The next question, or what the answers came to."""
        from segue.safety import admissions

        if not self.before.screener.asked:
            return self.into_screen()
        if self.is_unsafe:
            return self.into_safety("not_safe", NOT_SAFE)
        answer = Answer.YES if admissions.admits(self.text) else self.answer
        times = self.limits.times
        screener, following = answered(
            self.before.screener, answer, times=times, is_hardly=admissions.hardly(self.text)
        )
        told = {f"screen:{question.name.lower()}" for question in Question if screener.answer(question) is Answer.YES}
        self.state = replace(self.state, screener=screener, disclosed=self.state.disclosed | told)
        if isinstance(following, Question):
            return Step(self.state, (QUESTION_CODES[following],), is_instead=True)
        match following:
            case Outcome.DANGER:
                return self.into_safety("crisis", SCREEN_DANGER)
            case Outcome.CONCERN:
                return Step(_followed_up(self.state, self.now_us), ("screen_concern",), is_instead=True)
            case Outcome.NO_SIGN:
                return Step(self._settled(), ("screen_done",), is_instead=True)
            case _:
                assert_never(following)

    def in_follow_up(self) -> Step:
        """As in any conversation, but a sign is asked about directly."""
        if self._is_in_danger_there:
            return self.into_safety("not_safe", NOT_SAFE)
        if self._is_clear or self._is_hard or self._has_admitted:
            return self.into_screen()
        if self.state.calm_turns >= self.limits.follow_up_turns:
            return Step(replace(self.state, follow_up=self.state.follow_up.settled))
        return Step(self.state)

    def in_check_in(self) -> Step:
        """The answer to what was asked, or what came in its place. Who says that they are safe is let be after calm
        turns, as those are who say nothing."""
        if self._is_in_danger_there:
            return self.into_safety("not_safe", NOT_SAFE)
        if self._is_clear or self._is_hard or self._has_admitted:
            return self.into_screen()
        if self._was_cared_for and self.answer is Answer.NO:
            return Step(self._settled())
        is_over = self.state.calm_turns >= self.limits.check_in_turns
        return Step(replace(self.state, check_in=self.state.check_in.settled) if is_over else self.state)

    def in_observe(self) -> Step:
        """Evidence is weighed: nothing, a caring question, or asking directly."""
        last_no = self.state.declined_turn
        is_let_be = last_no > 0 and self.state.turn - last_no < self.limits.quiet_turns
        was_in_danger = self.state.highest.rank >= SafetyLevel.HIGH.rank
        if self._is_hard or (self._is_soft and was_in_danger and not is_let_be):
            return self.into_screen()
        if not self._has_reached(self.limits.caring) or is_let_be:
            return Step(self.state)
        check_in = self.state.check_in.raised(self._moment_us)
        return Step(replace(self.state, check_in=check_in, cared_turn=self.state.turn), ("caring_question",))

    def _settled(self) -> RiskState:
        """After a clear no: nothing more is asked for a while."""
        return replace(
            self.state,
            check_in=self.state.check_in.settled,
            screen=self.state.screen.settled,
            declined_turn=self.state.turn,
        )
