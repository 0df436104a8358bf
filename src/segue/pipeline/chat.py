"""The request path on one screen: screen, analyse, choose, ask, release, account, tell."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from segue.catalog.known_models import KnownModels
from segue.catalog.registry import ModelRegistry, Wanted
from segue.config.settings import Settings
from segue.domain.callers import NO_SCOPE, CallerScope
from segue.domain.chat import INTERNAL, ChatRequest, Finished
from segue.domain.choice import Evidence, Ranking
from segue.domain.findings import CLEAR, PASS, REPLACE, Action, Verdict
from segue.domain.models import NO_RISK, ModelCard, ModelRef, Privacy, narrowest
from segue.domain.resources import WrittenReply
from segue.domain.risk import RiskStage
from segue.domain.sessions import SessionRecord
from segue.errors import RequestError, SegueError
from segue.events import SessionMoved, Teller
from segue.pipeline.breakers.breakers import Breakers
from segue.pipeline.care.allowed import only_allowed
from segue.pipeline.care.care import Care
from segue.pipeline.care.limited_screening import screened_within
from segue.pipeline.care.notice import Notices
from segue.pipeline.care.releasing import Releases, hearing_of, line_behind, mode_of
from segue.pipeline.care.talk_context import in_context, preferred_models
from segue.pipeline.fallback.attempts import FallbackHandler
from segue.pipeline.fallback.continuation import Narration
from segue.pipeline.fallback.emergency import answers_with_words, emergency_reply, is_unknown
from segue.pipeline.fallback.leaving import Leaving
from segue.pipeline.limits.late_bills import LateBills
from segue.pipeline.limits.limiting import TurnLimits, in_danger
from segue.pipeline.limits.paying import payer_of
from segue.pipeline.release.release import Stopped
from segue.pipeline.release.streaming_mode import WHOLE
from segue.pipeline.request.caller_scope import check_named, resolved, within_scope
from segue.pipeline.sessions.sessions import SessionBook
from segue.pipeline.timing.deadline import Deadline
from segue.pipeline.turn import plan
from segue.pipeline.turn.asking import Asking
from segue.pipeline.turn.audience import check_audience
from segue.pipeline.turn.line_news import line_of, waiting
from segue.pipeline.turn.lineup import Lineup
from segue.pipeline.turn.record import TurnRecord
from segue.pipeline.turn.turns import Asker, TurnFinished, TurnPiece
from segue.pipeline.upkeep.pressure import PressureWatch
from segue.safety.contract import INPUT, OUTPUT, Direction
from segue.safety.policy import TherapeuticSafetyValidator
from segue.safety.replies import reply
from segue.selection.analysis import analyze, spoken_language
from segue.selection.cues import Words
from segue.selection.selector import ModelSelector

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Parts:
    """What the path works with; `app` puts it together."""

    settings: Settings
    registry: ModelRegistry
    evidence: Callable[[], Evidence]
    selector: ModelSelector
    validator: TherapeuticSafetyValidator
    care: Care
    sessions: SessionBook
    fallback: FallbackHandler
    breakers: Breakers
    limits: TurnLimits
    pressure: PressureWatch
    teller: Teller


class ChatPath:
    """Takes a turn from request to screened answer. It keeps of none but when its session was told who answers."""

    def __init__(self, parts: Parts) -> None:
        self._parts, settings = parts, parts.settings
        self._notices = Notices(settings.disclosure, sessions=settings.sessions.memory_entries)
        # Looked up once: to read a field of the settings takes 500 instructions, and each turn needs all of these.
        self._routes, self._safety, self._rescues = settings.routes, settings.safety, settings.fallback.rescues
        self._turn_s, self._rule = settings.time.turn_s, settings.privacy.default
        self._hold_back_chars = max(settings.safety.hold_back_chars, parts.validator.span_chars)
        self._therapeutic_rule = Privacy.ANY if self._rule else settings.privacy.therapeutic

    @property
    def leaving(self) -> Leaving:
        """Models that are being left behind the path; to be entered by whoever opens this."""
        return self._parts.fallback.leaving

    @property
    def bills(self) -> LateBills:
        """Answers that are counted behind the path; likewise, before `leaving`."""
        return self._parts.fallback.bills

    async def turn(self, turn: TurnRecord) -> AsyncGenerator[TurnPiece]:
        """The pieces of `TurnPiece`; an error before TurnStarted is raised. Closing it ends the turn."""
        if not turn.request.messages:
            raise RequestError("A turn needs at least one message.", param="messages", hint="Add one of role 'user'.")
        check_audience(turn.request, turn.asker)
        parts = self._parts
        try:
            if turn.asker.session_id is not None:
                await self._join_session(turn, turn.asker.session_id)
            await parts.limits.enter(turn)
            await parts.care.listen(turn, rule=lambda: self._privacy(turn))
            if turn.over_limit is not None:
                await parts.limits.let_pass(turn, unread=lambda: parts.care.unread(turn, self._language(turn)))
            if (written := await self._written(turn)) is not None:  # no model, no budget and no store is needed
                for words in turn.in_words(written):
                    yield words
                yield await self._end(turn, turn.finished("content_filter"))
                return
            async with self._narration(turn) as narration:
                if (line := line_of(turn)) is not None:
                    async with waiting(turn, line, narration.begin) as places:
                        async for place in places:
                            yield place
                while (piece := await narration.next()) is not None:
                    if turn.alarm.is_raised:
                        for words in turn.in_words(self._overtaken(turn, narration.card)):
                            yield words
                        yield await self._end(turn, turn.finished("content_filter"))
                        return
                    if not turn.is_started:
                        for beginning in self._notices.opening(turn, narration.card, piece):
                            yield beginning
                    if isinstance(piece, Finished):
                        self._passed(turn, narration)
                        yield await self._end(turn, turn.finished(piece.reason))
                    elif isinstance(piece, Stopped):
                        for words in turn.in_words(self._stopped(turn, narration, piece.verdict)):
                            yield words
                        yield await self._end(turn, turn.finished("content_filter"))
                    else:
                        turn.has_words = True
                        yield piece
        except asyncio.CancelledError:
            if turn.step is None:  # before that they were not heard
                self.leaving.start(self._hear(TurnRecord(turn.request, turn.asker, id=turn.id)))
            raise
        except SegueError as error:
            turn.outcome = error.code
            if (reply := self._reply_in_place_of(error, turn)) is not None:
                for words in turn.in_words(reply):
                    yield words
                yield await self._end(turn, turn.finished("content_filter", error=error))
            elif turn.is_started:
                yield await self._end(turn, turn.finished("error", error=error))
            else:
                raise
        finally:
            if turn.session is not None:
                parts.sessions.alarms.end(turn.session.session, turn.alarm)
            parts.limits.leave(turn)
            parts.teller.tell(turn.ended(at=datetime.now(UTC)))

    async def _hear(self, turn: TurnRecord) -> None:
        """Hear what somebody has said who left at once: they forgo the answer, and not that their danger is known."""
        parts = self._parts
        try:
            if turn.asker.session_id is not None:
                await self._join_session(turn, turn.asker.session_id)
            await parts.care.listen(turn, rule=lambda: self._privacy(turn))
        except SegueError as error:
            _log.error("Words of somebody who left were not heard: %s.", error.code)
        finally:
            if turn.session is not None:
                parts.sessions.alarms.end(turn.session.session, turn.alarm)

    async def screen(
        self,
        request: ChatRequest,
        *,
        direction: Direction = INPUT,
        language: str | None = None,
        asker: Asker | None = None,
    ) -> Verdict:
        """What screening says of the person's words, or of the newest words of a model; within the limits of `asker`.

        With REPLACE no model is asked: written words answer.
        """
        care, limits = self._parts.care, self._parts.limits
        screen = care.screen if direction is INPUT else care.screen_answer
        if asker is None:
            return await screen(request, language=language)
        return await screened_within(limits, care, request, asker, screen, language=language)

    def explain(
        self,
        request: ChatRequest,
        session: SessionRecord | None = None,
        *,
        verdict: Verdict = CLEAR,
        language: str | None = None,
        stage: RiskStage | None = None,
        newest: Words | None = None,
        scope: CallerScope = NO_SCOPE,
    ) -> Ranking:
        """Which models would be asked for a request that passes screening, and why; nothing is asked.

        `language`: the talk's, where it is known; `stage`: where its session stands; `newest`: `analysis.newest_words`;
        `scope`: of the caller's key.
        """
        parts, safety = self._parts, self._safety
        known = parts.registry.now()
        wanted, rule = self._wanted(known, request, session, scope)
        route = self._routes[wanted.route] if wanted.route else None
        task = analyze(
            request if request.task or not wanted.task else replace(request, task=wanted.task),
            privacy=rule or Privacy.ANY,
            therapeutic_privacy=self._therapeutic_rule,
            named=wanted.first,
            only_named=wanted.only_first,
            max_cost_usd=route.max_cost_usd if route else None,
            language=language,
            newest=newest,
        )
        if verdict.level.is_serious:
            task = plan.as_therapeutic(task, self._therapeutic_rule)
        task = within_scope(only_allowed(task, safety), scope, known.cards)
        task = in_context(task, request, session, stage)
        preferred, suits = preferred_models(task, safety)
        own = f"preferred for {suits}, then the session's own" if preferred else "the session's own"
        return parts.selector.rank(
            known.cards,
            task,
            parts.evidence(),
            first=wanted.first or tuple(dict.fromkeys((*preferred, *self._first_of_session(session)))),
            first_because="asked for" if wanted.first else own,
        )

    def _ranked(self, turn: TurnRecord) -> Ranking:
        return self.explain(
            turn.request,
            turn.session,
            verdict=turn.verdict,
            language=turn.language,
            stage=turn.stage(),
            newest=turn.newest,
            scope=turn.asker.scope,
        )

    def _wanted(
        self, known: KnownModels, request: ChatRequest, session: SessionRecord | None, scope: CallerScope
    ) -> tuple[Wanted, Privacy | None]:
        """The models that the request means, and its privacy rule. Raises ModelNotFound and NotAllowed."""
        wanted = plan.with_fallbacks(resolved(known, request, scope), request, known)
        first = known.card(wanted.first[0]) if wanted.first else None
        names_local = first is not None and first.is_local
        check_named(wanted, scope, asked_for=request.model)
        operator = (self._routes[wanted.route].privacy if wanted.route else None) or self._rule
        rule = plan.privacy_of(request, session, operator=operator, names_local=names_local)
        return wanted, narrowest(rule, scope.privacy)

    def _privacy(self, turn: TurnRecord) -> Privacy | None:
        """A turn's privacy rule; the narrowest where the request names no model that is there, which is told later."""
        try:
            return self._wanted(self._parts.registry.now(), turn.request, turn.session, turn.asker.scope)[1]
        except RequestError:
            return Privacy.LOCAL_ONLY

    def _first_of_session(self, session: SessionRecord | None) -> tuple[ModelRef, ...]:
        """The model that a session began with, and the one that it had to move to, in the order that holds now."""
        if session is None:
            return ()
        parts, return_after_s = self._parts, self._parts.settings.sessions.return_after_s
        first = plan.of_session(session, healthy_for_s=parts.breakers.healthy_for_s, return_after_s=return_after_s)
        return (*first, *parts.registry.fallbacks_of(first[0])) if first else ()

    async def _join_session(self, turn: TurnRecord, session_id: str) -> None:
        """Recall the turn's session, and listen for what other turns of it hear."""
        sessions = self._parts.sessions
        session = sessions.hash(turn.asker.caller_id, session_id)
        now = datetime.now(UTC)
        turn.session = await sessions.recall(session, now=now)
        turn.alarm = sessions.alarms.begin(session)  # nothing is awaited in between: what is heard later raises it
        if turn.request.country is not None:
            sessions.note_country(session, turn.request.country, now=now)
        if turn.request.privacy is not None:  # a rule that a person set for one turn holds for the rest as well
            await sessions.limit_privacy(session, turn.request.privacy, now=now)

    def _narration(self, turn: TurnRecord) -> Narration:
        """The answer to a turn, ready to be read. Raises NoModelFits and other errors of choosing."""
        parts, request = self._parts, turn.request
        turn.ranking = ranking = self._ranked(turn)
        able = plan.able(ranking, request, switched_off=parts.registry.switched_off)
        eased, task = parts.pressure.eased, ranking.task
        candidates = (*eased(able, task), *eased(plan.adaptable(ranking, request), task))
        route = self._routes.get(request.model)
        turn_s = (route.turn_s if route else None) or self._turn_s
        asking = Asking(
            request,
            ranking.task,
            # Whoever could be replaced has to stream: a whole answer at work cannot be told from silence.
            request.stream or len(candidates) > 1,
            parts.fallback.refuses_prefill,
        )
        mode = mode_of(turn, ranking.task, self._safety)
        shows_early = mode is not WHOLE
        turn.lineup = lineup = Lineup.of(turn.id, candidates, asking, Deadline.after(turn_s), shows_early=shows_early)
        lineup.is_in_danger, lineup.doubt = parts.limits.may_exceed(turn), parts.limits.doubt(turn)
        if parts.fallback.purse.concern(turn.asker.scope.budget):
            lineup.payer = payer_of(turn)
        for card, before in plan.resting(ranking):
            lineup.rests(parts.breakers.resting_error(card.ref), behind=before)
        last_line = line_behind(turn, ranking.task, parts.care)
        release = Releases(turn, ranking.task, mode, last_line, parts.validator, self._hold_back_chars)
        turn.hearing = hearing_of(
            turn, ranking.task, last_line=last_line, validator=parts.validator, care=parts.care, safety=self._safety
        )
        return Narration(parts.fallback, lineup, release, self._rescues, turn_s, turn.hearing)

    def _passed(self, turn: TurnRecord, narration: Narration) -> None:
        """The answer is whole, and screening let all of it pass."""
        turn.card, turn.outcome = narration.card, "answered"
        is_degraded = turn.verdict.is_degraded or (turn.hearing is not None and turn.hearing.missed)
        passed = Verdict(NO_RISK, PASS, is_degraded=is_degraded, policy=turn.verdict.policy)
        self._parts.care.tell(turn, OUTPUT, passed, took_s=turn.answer_screened_s())

    def _stopped(self, turn: TurnRecord, narration: Narration, verdict: Verdict) -> WrittenReply:
        """The words that follow what was shown before a check stopped the answer."""
        measures = dict.fromkeys((*turn.said_verdict.measures, *verdict.measures))  # the person's words still count
        turn.card, turn.outcome = narration.card, "stopped"
        turn.verdict = replace(verdict, measures=tuple(measures))
        self._parts.care.tell(turn, OUTPUT, verdict, took_s=turn.answer_screened_s())
        return self._parts.care.words(turn, verdict, self._language(turn))

    def _overtaken(self, turn: TurnRecord, card: ModelCard | None) -> WrittenReply:
        """The words that end a turn because another one of the session heard of danger."""
        turn.card, turn.outcome = card, "stopped" if turn.is_started else "replaced"
        return self._parts.care.overtaken(turn, self._language(turn))

    async def _written(self, turn: TurnRecord) -> WrittenReply | None:
        """The words that stand in for an answer: for a person in danger, or where no therapeutic turn may be taken."""
        care, is_replaced = self._parts.care, turn.verdict.action is REPLACE
        if is_replaced and (written := await care.written(turn, self._language(turn))) is not None:
            turn.outcome = "replaced"
            return written
        if turn.alarm.is_raised:
            return self._overtaken(turn, None)
        if self._parts.settings.disclosure.therapeutic:
            return None
        turn.ranking = self._ranked(turn)
        if not turn.ranking.task.sensitivity.is_therapeutic:
            return None
        turn.outcome, turn.verdict = "replaced", replace(turn.verdict, action=Action.REPLACE)
        return reply("not_offered", self._language(turn))

    def _reply_in_place_of(self, error: SegueError, turn: TurnRecord) -> WrittenReply | None:
        """The words that say that every model failed, and keep the person's place; None where the error is told."""
        if turn.alarm.is_raised:
            return self._overtaken(turn, turn.card)
        setting, asked = self._parts.settings.fallback.emergency, turn.request.on_failure
        if turn.request.audience == INTERNAL and asked is None:  # nobody would read them
            return None
        if not answers_with_words(error, setting, on_failure=asked, has_session=turn.session is not None):
            return None
        language = self._language(turn)
        return emergency_reply(
            error,
            language=language,
            verdict=turn.said_verdict,
            sensitivity=turn.task.sensitivity if turn.task else None,
            was_shown=turn.has_words,
            help_near=self._parts.care.help_near(turn, language) if in_danger(turn) or is_unknown(error) else "",
        )

    async def _end(self, turn: TurnRecord, last: TurnFinished) -> TurnFinished:
        """The last piece, once the session knows what it has to before the reply ends: its risk, and who answered."""
        if turn.session is None:
            return last
        self._notices.owe(turn)
        await self._parts.care.keep_risk(turn)
        sessions, now = self._parts.sessions, datetime.now(UTC)
        # Written words are a turn as well: the session's rule and risk live on from it. An internal call is none.
        if turn.card is None or turn.request.audience == INTERNAL:
            sessions.touch(turn.session.session, now=now)
        else:
            was_with = await sessions.note_answer(
                turn.session.session,
                model=turn.card.ref,
                is_local=turn.card.is_local,
                # A model that was named for one turn does not become the session's.
                pins=turn.session.pinned is None or not (turn.task and turn.task.requirements.named),
                now=now,
            )
            if was_with is not None:
                is_home, session = turn.card.ref == turn.session.pinned, turn.session.session
                self._parts.teller.tell(SessionMoved(session, turn.id, was_with, turn.card.ref, is_home, now))
        return last

    def _language(self, turn: TurnRecord) -> str | None:
        return turn.language or spoken_language(turn.request)
