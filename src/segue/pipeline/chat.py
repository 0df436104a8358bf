"""The request path on one screen: screen, analyse, choose, ask, release, account, tell."""

from __future__ import annotations

import itertools
import secrets
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from segue.catalog.registry import ModelRegistry
from segue.config.settings import Settings
from segue.domain.chat import ChatRequest, Finished, ProviderPiece, TextDelta
from segue.domain.choice import Evidence, Ranked, Ranking, Sensitivity, TaskProfile
from segue.domain.findings import CLEAR, Action, Verdict
from segue.domain.models import ModelRef, Privacy, SafetyLevel, TaskType
from segue.domain.money import from_micro_usd
from segue.domain.resources import WrittenReply
from segue.domain.sessions import SessionRecord
from segue.errors import ProviderError, RequestError, SegueError
from segue.events import ScreeningDone, Teller, TurnEnded
from segue.pipeline import plan
from segue.pipeline.attempts import Answering, Attempt, Deadline, FallbackHandler, total_cost_micro_usd
from segue.pipeline.release import Shown, Stopped, released
from segue.pipeline.screening import screen_json, screen_person
from segue.pipeline.sessions import SessionBook
from segue.pipeline.streaming import StreamGuard
from segue.pipeline.turns import Asker, AttemptReport, TurnFinished, TurnPiece, TurnStarted
from segue.providers.contract import Provider
from segue.safety.contract import Direction
from segue.safety.policy import TherapeuticSafetyValidator
from segue.selection.analysis import analyze
from segue.selection.selector import ModelSelector

_RUN = secrets.token_hex(6)
_NUMBERS = itertools.count(1)


def new_turn_id() -> str:
    """A name for a turn that no other turn has: random a process, counted within it."""
    return f"{_RUN}{next(_NUMBERS):010x}"


@dataclass(frozen=True, slots=True)
class Parts:
    """What the path works with; `app` puts it together."""

    settings: Settings
    providers: Mapping[str, Provider]
    registry: ModelRegistry
    evidence: Callable[[], Evidence]
    selector: ModelSelector
    validator: TherapeuticSafetyValidator
    sessions: SessionBook
    fallback: FallbackHandler
    teller: Teller


@dataclass(slots=True)
class _Turn:
    """What is known of a turn while it runs; from it the one TurnEnded is told."""

    request: ChatRequest
    asker: Asker
    id: str
    started_s: float
    verdict: Verdict
    session: SessionRecord | None = None
    task: TaskProfile | None = None
    ranking: Ranking | None = None
    answering: Answering[Shown] | None = None
    reports: tuple[AttemptReport, ...] = ()
    attempts: list[Attempt] = field(default_factory=list)
    """Every model that was asked."""
    first_token_s: float | None = None
    output_screened_s: float = 0.0
    """Time that the checks took over the answer, all attempts together."""
    outcome: str = "cancelled"

    @property
    def model(self) -> ModelRef | None:
        return self.answering.ranked.card.ref if self.answering else None

    def elapsed_s(self) -> float:
        return time.monotonic() - self.started_s

    def shown_now(self) -> None:
        if self.first_token_s is None:
            self.first_token_s = self.elapsed_s()


class ChatPath:
    """Takes one turn from request to screened answer. One object serves all turns; it keeps no state of any."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def turn(self, request: ChatRequest, asker: Asker) -> AsyncGenerator[TurnPiece]:
        """TurnStarted, deltas, one TurnFinished; an error before TurnStarted is raised. Closing it ends the turn."""
        if not request.messages:
            raise RequestError("A turn needs at least one message.", param="messages", hint="Add one of role 'user'.")
        turn = _Turn(request, asker, new_turn_id(), time.monotonic(), verdict=CLEAR)
        try:
            turn.session = await self._session(turn)
            await self._screen(turn)
            await self._keep_risk(turn)
            steps = self._replaced(turn) if turn.verdict.action is Action.REPLACE else self._answered(turn)
            async with aclosing(steps):
                async for piece in steps:
                    yield piece
        except SegueError as error:
            turn.outcome = error.code
            raise
        finally:
            self._tell_end(turn)

    async def screen(self, request: ChatRequest) -> Verdict:
        """What screening says of the person's words. With REPLACE no model is asked: written words answer."""
        return await screen_person(self._parts.validator, request.messages)

    def explain(
        self, request: ChatRequest, session: SessionRecord | None = None, *, verdict: Verdict = CLEAR
    ) -> Ranking:
        """Which models would be asked for a request that passes screening, and why; nothing is asked."""
        parts, settings = self._parts, self._parts.settings
        wanted = parts.registry.resolve(request.model, strict=request.strict)
        cards = parts.registry.cards()
        local = {card.ref for card in cards if card.is_local}
        rule = plan.privacy_of(
            request, wanted, session, settings, names_local=bool(wanted.first) and wanted.first[0] in local
        )
        route = settings.routes[wanted.route] if wanted.route else None
        task = analyze(
            request if request.task or not wanted.task else replace(request, task=wanted.task),
            privacy=rule or Privacy.ANY,
            therapeutic_privacy=Privacy.ANY if settings.privacy.default else settings.privacy.therapeutic,
            named=wanted.first,
            only_named=wanted.only_first,
            max_cost_usd=route.max_cost_usd if route else None,
        )
        if verdict.level.rank >= SafetyLevel.MODERATE.rank:
            task = plan.as_therapeutic(task, settings)
        return parts.selector.rank(
            cards,
            task,
            parts.evidence(),
            first=plan.first_in_line(wanted, session),
            first_because="asked for" if wanted.first else "the session began with it",
        )

    async def _screen(self, turn: _Turn) -> None:
        """What the person said, read in every language that the checks know."""
        before_s = time.monotonic()
        turn.verdict = await self.screen(turn.request)
        self._tell_screening(turn, Direction.INPUT, turn.verdict, took_s=time.monotonic() - before_s)

    async def _session(self, turn: _Turn) -> SessionRecord | None:
        asker, sessions = turn.asker, self._parts.sessions
        if asker.session_id is None:
            return None
        session = sessions.hash(asker.caller_id, asker.session_id)
        now = datetime.now(UTC)
        record = await sessions.recall(session, now=now)
        if turn.request.privacy is not None:  # a rule that a person set for one turn holds for the rest as well
            await sessions.limit_privacy(session, turn.request.privacy, now=now)
        return record

    async def _answered(self, turn: _Turn) -> AsyncGenerator[TurnPiece]:
        parts, request = self._parts, turn.request
        turn.ranking = self.explain(request, turn.session, verdict=turn.verdict)
        turn.task = task = turn.ranking.task
        candidates = plan.able(turn.ranking, request)
        turn.answering = answering = await parts.fallback.first_to_answer(
            candidates,
            request,
            self._shown(turn, task),
            turn_id=turn.id,
            deadline=Deadline.after(self._patience_s(request.model)),
            input_tokens=task.input_tokens,
            attempts=turn.attempts,
        )
        turn.reports = (*plan.left_out(turn.ranking), *answering.reports)
        card = answering.ranked.card
        ignored = tuple(sorted(set(request.extra) - card.passes_fields))
        turn.shown_now()
        yield TurnStarted(turn.id, card.ref, turn.verdict, turn.reports, ignored, card.label)
        piece, said = answering.first, False
        async with aclosing(answering.rest) as rest:
            try:
                while not isinstance(piece, Finished):
                    if isinstance(piece, Stopped):
                        reply = self._stopped(turn, piece.verdict)
                        yield TextDelta(f"\n\n{reply.text}" if said else reply.text)
                        yield await self._finished(turn, "content_filter", reply=reply, ignored=ignored)
                        return
                    said = True
                    yield piece
                    piece = await anext(rest)
            except ProviderError as error:
                turn.outcome = error.code
                turn.reports = (*turn.reports[:-1], AttemptReport(error.model, error.code, error.message))
                yield await self._finished(turn, "error", error=error, ignored=ignored)
                return
        turn.outcome = "answered"
        passed = replace(turn.verdict, level=SafetyLevel.NONE, findings=())
        self._tell_screening(turn, Direction.OUTPUT, passed, took_s=turn.output_screened_s)
        yield await self._finished(turn, piece.reason, ignored=ignored)

    def _stopped(self, turn: _Turn, verdict: Verdict) -> WrittenReply:
        """The words that follow what was shown before a check stopped the answer."""
        turn.verdict, turn.outcome = verdict, "stopped"
        self._tell_screening(turn, Direction.OUTPUT, verdict, took_s=turn.output_screened_s)
        return self._parts.validator.reply_for(verdict, self._language(turn))

    async def _replaced(self, turn: _Turn) -> AsyncGenerator[TurnPiece]:
        """The person is answered from written words; no model, no budget and no store is needed."""
        reply = self._parts.validator.reply_for(turn.verdict, self._language(turn))
        turn.outcome = "replaced"
        yield TurnStarted(turn.id, None, turn.verdict)
        turn.shown_now()
        yield TextDelta(reply.text)
        yield await self._finished(turn, "content_filter", reply=reply)

    async def _finished(
        self,
        turn: _Turn,
        reason: str,
        *,
        reply: WrittenReply | None = None,
        error: SegueError | None = None,
        ignored: tuple[str, ...] = (),
    ) -> TurnFinished:
        await self._keep(turn)
        cost = total_cost_micro_usd(turn.attempts)
        return TurnFinished(
            turn_id=turn.id,
            reason=reason,  # type: ignore[arg-type]
            model=turn.model,
            usage=turn.answering.attempt.counted_usage() if turn.answering else None,
            cost_usd=None if cost is None else from_micro_usd(cost),
            duration_s=turn.elapsed_s(),
            first_token_s=turn.first_token_s,
            verdict=turn.verdict,
            attempts=turn.reports,
            error=error,
            written_reply=reply.code if reply else None,
            is_reviewed=reply.is_reviewed if reply else None,
            ranking=turn.ranking,
            ignored=ignored,
        )

    async def _keep_risk(self, turn: _Turn) -> None:
        """A rise in risk is kept before anything is said, so that leaving, or every model failing, cannot lose it."""
        if turn.session is not None:
            await self._parts.sessions.raise_risk(turn.session.session, turn.verdict.level, now=datetime.now(UTC))

    async def _keep(self, turn: _Turn) -> None:
        """What the session has to know before the reply ends: a rise in risk, and who answered."""
        if turn.session is None:
            return
        await self._keep_risk(turn)
        sessions, now = self._parts.sessions, datetime.now(UTC)
        if turn.answering is not None:
            card = turn.answering.ranked.card
            sessions.note_answer(
                turn.session.session,
                model=card.ref,
                is_local=card.is_local,
                # A model that was named for one turn does not become the session's.
                pins=turn.session.pinned is None or not (turn.task and turn.task.requirements.named),
                now=now,
            )

    def _shown(
        self, turn: _Turn, task: TaskProfile
    ) -> Callable[[AsyncIterator[ProviderPiece], Ranked], AsyncGenerator[Shown]]:
        """How this turn's answers are screened.

        While only rules screen, therapeutic answers are held whole and end with one line that asks how the person is.
        JSON is held whole as well: it is of no use in part, and its escapes have to be decoded before it is read.
        """
        validator, language = self._parts.validator, task.language
        in_json = turn.request.response_format.kind != "text"
        guarded = task.sensitivity is Sensitivity.THERAPEUTIC and turn.verdict.is_degraded
        in_words = not turn.request.tools and not in_json
        hold_back_chars = max(self._parts.settings.safety.hold_back_chars, validator.span_chars)

        def screen(text: str) -> Verdict:
            before_s = time.monotonic()
            verdict = (
                screen_json(validator, text, language=language)
                if in_json
                else validator.screen_output(text, language=language)
            )
            turn.output_screened_s += time.monotonic() - before_s
            return verdict

        def shown(pieces: AsyncIterator[ProviderPiece], ranked: Ranked) -> AsyncGenerator[Shown]:
            del ranked
            guard = StreamGuard(screen, hold_back_chars=hold_back_chars, hold_whole=guarded or in_json)
            line = validator.check_in(language).text if guarded and in_words else ""
            return released(pieces, guard, lambda text: screen_json(validator, text, language=language), last_line=line)

        return shown

    def _patience_s(self, model: str) -> float:
        route = self._parts.settings.routes.get(model)
        return (route.turn_s if route else None) or self._parts.settings.time.turn_s

    def _language(self, turn: _Turn) -> str | None:
        return (turn.task or analyze(turn.request)).language

    def _tell_screening(self, turn: _Turn, direction: Direction, verdict: Verdict, *, took_s: float) -> None:
        session = turn.session.session if turn.session else None
        self._parts.teller.tell(ScreeningDone(turn.id, session, direction, verdict, datetime.now(UTC), took_s))

    def _tell_end(self, turn: _Turn) -> None:
        answering = turn.answering
        attempt = answering.attempt if answering else None
        session = turn.session.session if turn.session else None
        now, teller = datetime.now(UTC), self._parts.teller
        teller.tell(
            TurnEnded(
                turn_id=turn.id,
                session=session,
                caller_id=turn.asker.caller_id,
                task=turn.task.task if turn.task else TaskType.GENERAL_CHAT,
                model=turn.model,
                at=now,
                duration_s=turn.elapsed_s(),
                first_token_s=turn.first_token_s,
                attempts=len(turn.attempts),
                outcome=turn.outcome,
                usage=attempt.counted_usage() if attempt else None,
                cost_micro_usd=total_cost_micro_usd(turn.attempts),
                streamed=turn.request.stream,
            )
        )
