"""What is done for whoever may be in danger within a turn: their words are screened and judged, weighed over the turns
of their session, kept, told to a human, and answered or followed by written words.

Screening decides by itself what a turn calls for; the session's state decides what it calls for after all that was said
before. Both come before a model is asked, and what has to be kept is kept before a word is said.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from segue.config.settings import Settings
from segue.domain.chat import INTERNAL, TOOL, ChatRequest, Message, Role
from segue.domain.choice import TaskProfile
from segue.domain.conversation import is_system
from segue.domain.findings import PASS, Action, Category, Finding, Measure, Subject, Verdict
from segue.domain.handoffs import hands_over, new_handoff
from segue.domain.late_patterns import compile_late_patterns
from segue.domain.models import Privacy, SafetyLevel
from segue.domain.resources import WrittenReply
from segue.domain.risk import QUIET, RiskStage, RiskState, only_heard
from segue.events import ScreeningDone, Teller
from segue.pipeline.care.allowed import allowed_models
from segue.pipeline.care.judging import Judge, privacy_for_judging
from segue.pipeline.care.talk_context import limits_of
from segue.pipeline.handoff.handoff import HandoffDesk
from segue.pipeline.request.fields import checked_language
from segue.pipeline.screening.answer_hearing import heard_whole
from segue.pipeline.screening.classifying import ClassifierThread
from segue.pipeline.screening.screening import screen_answer, screen_person
from segue.pipeline.screening.spoken import SpokenLanguages
from segue.pipeline.sessions.games import Games
from segue.pipeline.sessions.sessions import SessionBook
from segue.pipeline.turn.audience import unheard
from segue.pipeline.turn.record import TurnRecord
from segue.safety import conversation, disclosure
from segue.safety.by_stage import SESSION, answered_by_stage, with_what_is_asked
from segue.safety.contract import INPUT, OUTPUT, Direction
from segue.safety.conversation import Step, advance, is_nothing, replayed
from segue.safety.handed_over import handoff_words
from segue.safety.judging import CRISIS, paused
from segue.safety.policy import Reading, TherapeuticSafetyValidator
from segue.safety.policy_table import Setting, setting_of
from segue.safety.replies import reply
from segue.selection.analysis import (
    analyze,
    likeliest_language,
    newest_language,
    newest_words,
    presumed_language,
)
from segue.selection.cues import Words
from segue.selection.word_points import points_of_letters

KEPT_WITHIN_S: Final = 0.05
"""How long written words wait for a hand-off to outlive this process, as for a rise in risk."""
ACKNOWLEDGED_WITHIN_S: Final = 0.15
"""How long they wait for somebody to acknowledge it: a crisis turn is answered within 0.3 s."""


@dataclass(frozen=True, slots=True)
class CareParts:
    """What caring works with; `app` puts it together."""

    settings: Settings
    validator: TherapeuticSafetyValidator
    sessions: SessionBook
    desk: HandoffDesk
    teller: Teller
    classifier: ClassifierThread | None = None
    judge: Judge | None = None


class Care:
    """One object serves all turns; it keeps no state of any but its session's language and game."""

    def __init__(self, parts: CareParts) -> None:
        self._parts = parts
        self._spoken = SpokenLanguages(sessions=parts.settings.sessions.memory_entries)
        self._games = Games(sessions=parts.settings.sessions.memory_entries)

    def prepare(self) -> Iterator[None]:
        """Read what tells languages, and compile what words are read with: behind the start, and not in first turns."""
        points_of_letters()
        yield from compile_late_patterns()
        yield from self._parts.validator.prepare()
        conversation.prepare()
        disclosure.prepare()

    @property
    def classifier(self) -> ClassifierThread | None:
        """Reads messages, and answers that are shown by whole sentences; None: nobody does."""
        return self._parts.classifier

    @property
    def is_degraded(self) -> bool:
        """True while only rules screen."""
        classifier = self._parts.classifier
        return classifier is None or not classifier.is_well

    async def screen(self, request: ChatRequest, *, language: str | None = None, is_known: bool = False) -> Verdict:
        """What screening says of the person's words. `is_known`: what was said before is weighed by a session's state.

        With REPLACE no model is asked: written words answer.
        """
        code = _checked(language)
        return (await self._read(request, newest_words(request), None, language=code, is_known=is_known))[0]

    async def screen_answer(self, request: ChatRequest, *, language: str | None = None) -> Verdict:
        """What screening says of the newest words of a model, as in a therapeutic turn."""
        messages = (said for said in reversed(request.messages) if said.role is Role.ASSISTANT)
        said, validator = next(messages, Message(Role.ASSISTANT)), self._parts.validator
        verdict = await screen_answer(validator, said, language=_checked(language))
        if self.classifier is None:
            return verdict
        if verdict.action is not PASS:  # rules decided: nobody has to be asked
            return replace(verdict, is_degraded=not self.classifier.is_at_hand)
        return await heard_whole(said, self.classifier, validator, verdict)

    async def listen(self, turn: TurnRecord, *, rule: Callable[[], Privacy | None]) -> None:
        """Screen a turn's words and keep what they mean for the session; a human is told where that is called for.

        `rule` gives the turn's privacy rule; it is asked only where a judge is.
        """
        before_s, parts = time.monotonic(), self._parts
        state = turn.session.risk if turn.session is not None else QUIET
        session = turn.session.session if turn.session is not None else None
        turn.newest = newest = newest_words(turn.request)
        verdict, reading, told = await self._read(turn.request, newest, session, is_known=not state.is_quiet)
        spoken = self._spoken.spoken(told, turn.request, reading, session, newest)
        presumed = None if spoken else self._presumed(turn.request, newest)
        guessed = None if spoken or presumed or told else likeliest_language(turn.request, newest)
        turn.language = spoken or presumed or guessed or told
        if session is not None and turn.request.audience != INTERNAL:  # the person has spoken
            self._spoken.note(session, told, spoken=spoken or guessed)
        try:
            judge = parts.judge if verdict.action is PASS else None
            if judge is not None and judge.is_wanted(verdict, reading.newest):
                verdict = await self._judged(turn, judge, verdict, reading, state, rule())
            step = self._note(turn, verdict, reading, state)
        finally:
            if turn.step is not None:  # whoever leaves while the judge is asked was heard
                self.tell(turn, INPUT, turn.verdict, took_s=time.monotonic() - before_s)
        self._hand_over_if_needed(turn, step)
        if turn.session is not None:
            await self._keep(turn, state, step.state)

    def _note(self, turn: TurnRecord, verdict: Verdict, reading: Reading, state: RiskState) -> Step:
        """Note what the words mean for the turn; a second verdict on them takes the place of the first."""
        if turn.session is not None and not turn.session.is_read:  # nobody knows what was said before
            verdict = replace(verdict, is_degraded=True)
        turn.said_verdict = verdict
        turn.step = step = self._advanced(state, turn, reading)
        turn.verdict = answered_by_stage(verdict, step) if step.is_instead else with_what_is_asked(verdict, step)
        return step

    async def _judged(
        self, turn: TurnRecord, judge: Judge, verdict: Verdict, reading: Reading, state: RiskState, rule: Privacy | None
    ) -> Verdict:
        """The verdict with a second opinion. What was heard is kept before it is asked for: the person may leave, and
        what the judge is asked about is no less than moderate, or near to it."""
        step = self._note(turn, verdict, reading, state)
        self._hand_over_if_needed(turn, step)
        await self._keep(turn, state, only_heard(state, step.state))
        privacy = privacy_for_judging(rule, self._parts.settings.privacy)
        judged = await judge.judged(verdict, reading.newest, privacy=privacy)
        session = turn.session.session if turn.session is not None else None
        return self._decided(judged, turn.request, session) if judged is not verdict else verdict

    def _hand_over_if_needed(self, turn: TurnRecord, step: Step) -> None:
        if turn.ticket is None and (hands_over(turn.said_verdict) or step.hands_over):
            self._hand_over(turn)

    async def _read(
        self,
        request: ChatRequest,
        newest: Words,
        session: str | None,
        *,
        language: str | None = None,
        is_known: bool = False,
    ) -> tuple[Verdict, Reading, str | None]:
        """The verdict, what was read, and in which language the person speaks; None where no word of theirs tells."""
        parts, sure = self._parts, language or newest_language(request, newest)

        def told(reading: Reading) -> str | None:
            return sure or self._spoken.told(request, reading, session)

        def spoken(reading: Reading) -> str | None:
            return told(reading) or self._presumed(request, newest)

        verdict, reading = await screen_person(
            parts.validator,
            request.messages,
            classifier=parts.classifier,
            language=sure,
            spoken=spoken,
            is_known=is_known,
        )
        return self._decided(verdict, request, session), reading, told(reading)

    def _presumed(self, request: ChatRequest, newest: Words) -> str | None:
        return presumed_language(request, newest, self._parts.settings.safety.language)

    def _decided(self, verdict: Verdict, request: ChatRequest, session: str | None) -> Verdict:
        """The verdict once it is known what the talk is for: a story is paused, and who may answer it is asked."""
        is_in_game = self._games.is_in_game(session, request.mode)
        if not verdict.findings:
            return verdict
        decided = self._decided_in(setting_of(analyze(request)), verdict)
        return paused(decided, self._parts.validator.in_setting(verdict, Setting.STORY)) if is_in_game else decided

    def _decided_in(self, setting: Setting, verdict: Verdict) -> Verdict:
        if not verdict.findings:
            return verdict
        verdict = self._parts.validator.in_setting(verdict, setting)
        is_guarded = allowed_models(self._parts.settings.safety) is None
        return self._parts.validator.guarded(verdict) if is_guarded else verdict

    def _advanced(self, state: RiskState, turn: TurnRecord, reading: Reading) -> Step:
        """What the session's state makes of the words; where nothing is kept, of those that the request brings."""
        is_grave = turn.said_verdict.level.is_serious
        # A tool's result or an internal call is no answer of the person's, and silence no calm: they count nothing.
        is_theirs = not (turn.request.audience == INTERNAL or _is_tools_turn(turn.request))
        if not reading.newest.strip() or not (is_theirs or is_grave):
            return Step(state, ("safety",), is_instead=True) if _is_under_way(state) else Step(state)
        brings_signs = bool(reading.earlier) and any(found for _, found in reading.earlier)
        if state is QUIET and not brings_signs and is_nothing(turn.said_verdict):
            return Step(state)  # most turns
        now = datetime.now(UTC)
        if brings_signs and state.is_quiet:
            setting, earlier = setting_of(analyze(turn.request)), self._parts.validator.earlier(reading)
            state = replayed(((self._decided_in(setting, said), text) for said, text in earlier), now=now)
        limits = limits_of(state, turn.request, turn.said_verdict)
        step = advance(state, turn.said_verdict, text=reading.newest, now=now, limits=limits)
        return unheard(state, step) if turn.request.audience == INTERNAL else step

    async def _keep(self, turn: TurnRecord, before: RiskState, state: RiskState) -> None:
        if turn.session is None:
            return
        if state is not before and state != before:
            await self._parts.sessions.keep_risk_state(turn.session.session, state, now=datetime.now(UTC))
        await self.keep_risk(turn)

    async def keep_risk(self, turn: TurnRecord) -> None:
        """A rise in risk is kept before anything is said, so that leaving, or every model failing, cannot lose it."""
        if turn.session is not None:
            await self._parts.sessions.raise_risk(turn.session.session, turn.verdict.level, now=datetime.now(UTC))

    def _hand_over(self, turn: TurnRecord) -> None:
        turn.ticket = self._parts.desk.start(
            new_handoff(
                turn.said_verdict,
                at=datetime.now(UTC),
                state=turn.step.state if turn.step else QUIET,
                answers=turn.step.codes if turn.step else (),
                session=turn.session.session if turn.session else None,
                country=self._country(turn),
                ref=turn.request.handoff_ref,
            )
        )

    async def written(self, turn: TurnRecord, language: str | None) -> WrittenReply | None:
        """The words that stand in for an answer; None where a model may speak."""
        if turn.verdict.action is not Action.REPLACE:
            return None
        verdict, over_turns = turn.said_verdict, self._over_turns(turn, language)
        if verdict.action is not Action.REPLACE:
            said = over_turns
        elif verdict.level.rank > SafetyLevel.MODERATE.rank:
            said = [self.words(turn, verdict, language), *over_turns]
        else:  # soft words ask by themselves how the person is: one question at a time
            is_asked = turn.step is not None and turn.step.is_instead and over_turns
            said = over_turns if is_asked else [self.words(turn, verdict, language)]
        if turn.ticket is not None:
            await turn.ticket.kept_within(KEPT_WITHIN_S)
            await turn.ticket.acknowledged_within(ACKNOWLEDGED_WITHIN_S)
            if (code := handoff_words(turn.ticket.state)) is not None:
                said.append(reply(code, language))
        return _together(said)

    def words(self, turn: TurnRecord, verdict: Verdict, language: str | None) -> WrittenReply:
        """The words of a verdict that does not pass, with the places of help that are near the person."""
        return self._parts.validator.reply_for(verdict, language, self._country(turn), datetime.now(UTC))

    def unread(self, turn: TurnRecord, language: str | None) -> str:
        """The words for a person who is refused while nobody knows what they said: how to find help. Empty where a
        classifier read it, in a language that it knows well, or no person has spoken."""
        if turn.request.audience == INTERNAL or not turn.said_verdict.is_degraded:
            return ""
        validator = self._parts.validator
        unknown = replace(turn.said_verdict, category=Category.SUICIDE, measures=(Measure.RESOURCES,))
        help_ = validator.additions(unknown, language, self._country(turn), datetime.now(UTC))
        return "\n\n".join(said.text for said in (validator.check_in(language), *help_))

    def overtaken(self, turn: TurnRecord, language: str | None) -> WrittenReply:
        """The words that end a turn, whatever it was about, because another turn of its session heard of danger."""
        assert turn.session is not None, "only a session has other turns"
        now, said = datetime.now(UTC), turn.said_verdict
        state = self._parts.sessions.risk(turn.session.session, now=now)
        found = Finding(SESSION, state.about or Category.SUICIDE, SafetyLevel.HIGH, f"{SESSION}.in_danger")
        turn.verdict = replace(
            said,
            level=SafetyLevel.HIGH,
            action=Action.STOP if turn.is_started else Action.REPLACE,
            findings=(found,),
            category=found.category,
            subject=Subject.SELF,
        )
        turn.step = Step(state, ("safety",), is_instead=True)
        self.tell(turn, OUTPUT, turn.verdict, took_s=turn.output_screened_s)
        return self._parts.validator.over_turns("safety", turn.verdict, language, self._country(turn), now)

    def _over_turns(self, turn: TurnRecord, language: str | None) -> list[WrittenReply]:
        if turn.step is None or not turn.step.replies:
            return []
        validator, country, now = self._parts.validator, self._country(turn), datetime.now(UTC)
        said, known = turn.said_verdict, turn.step.state.about
        about = replace(said, category=known) if said.category is None else said
        return [validator.over_turns(code, about, language, country, now) for code in turn.step.replies]

    def help_near(self, turn: TurnRecord, language: str | None) -> str:
        """The words that say where somebody who may be in danger finds help, near them, when no model speaks."""
        verdict, validator = turn.said_verdict, self._parts.validator
        known = turn.step.state.about if turn.step is not None else None
        about = verdict if verdict.category in CRISIS else replace(verdict, category=known or Category.SUICIDE)
        passing = replace(about, action=PASS, measures=(Measure.RESOURCES,))
        said = validator.additions(passing, language, self._country(turn), datetime.now(UTC))
        return "\n\n".join(each.text for each in said)

    def behind(self, turn: TurnRecord, task: TaskProfile) -> str:
        """The lines behind a model's answer in words; empty where nothing is to be said.

        Whether a caring question is asked is the session's matter: it was perhaps asked, and declined, just now. While
        only rules screen, a therapeutic answer ends with one that names help in any case; where a classifier read the
        words and their language alone is in doubt, now and then.
        """
        if turn.request.audience == INTERNAL:
            return ""
        validator, language, verdict = self._parts.validator, task.language, turn.said_verdict
        said = self._over_turns(turn, language)
        if not said and self._names_help(turn, task):
            said.append(validator.check_in(language))
        if verdict.measures:
            calm = replace(verdict, measures=tuple(m for m in verdict.measures if m is not Measure.ASK))
            said += validator.additions(calm, language, self._country(turn), datetime.now(UTC))
        return "\n\n".join([each.text for each in said])

    def _names_help(self, turn: TurnRecord, task: TaskProfile) -> bool:
        if not turn.needs_check_in(task):
            return False
        is_read = turn.session is None or turn.session.is_read
        is_language_alone = is_read and turn.said_verdict.score is not None
        return not is_language_alone or self._spoken.is_time_to_say(turn.request, turn.session)

    def tell(self, turn: TurnRecord, direction: Direction, verdict: Verdict, *, took_s: float) -> None:
        """Let observers know what was found."""
        session = turn.session.session if turn.session else None
        stage = turn.step.state.stage if turn.step is not None and direction is INPUT else None
        self._parts.teller.tell(ScreeningDone(turn.id, session, direction, verdict, datetime.now(UTC), took_s, stage))

    def _country(self, turn: TurnRecord) -> str | None:
        of_session = turn.session.country if turn.session else None
        return turn.request.country or of_session or self._parts.settings.safety.country


def _checked(language: str | None) -> str | None:
    return None if language is None else checked_language(language, param="language")


def _is_tools_turn(request: ChatRequest) -> bool:
    """Whether a tool's call or result is the newest, system words aside: the person's words were counted before it."""
    for message in reversed(request.messages):
        if not is_system(message):
            return message.role is TOOL or bool(message.tool_calls)
    return False


def _is_under_way(state: RiskState) -> bool:
    """Whether written words answer every turn until the person is out of it."""
    return state.stage in {RiskStage.SCREEN, RiskStage.SAFETY}


def _together(replies: Iterable[WrittenReply]) -> WrittenReply | None:
    """Several written replies as one, by the name of the first; reviewed where each of them is."""
    said = tuple(replies)
    if not said:
        return None
    unsigned = next((each for each in said if not each.is_reviewed), said[0])
    return replace(
        said[0],
        text="\n\n".join(each.text for each in said),
        reviewed_by=unsigned.reviewed_by,
        reviewed_at=unsigned.reviewed_at,
    )
