"""What is known of a turn while it runs; its end is told from it, to whoever asked and to observers."""

from __future__ import annotations

import itertools
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from segue.accounting.rate_limits import Held
from segue.domain.chat import ChatRequest, FinishReason, TextDelta, Usage
from segue.domain.choice import Ranking, TaskProfile
from segue.domain.findings import CLEAR, Verdict
from segue.domain.limits import Taken
from segue.domain.models import ModelCard, TaskType
from segue.domain.money import from_micro_usd
from segue.domain.resources import WrittenReply
from segue.domain.risk import RiskStage
from segue.domain.sessions import SessionRecord
from segue.errors import SegueError
from segue.events import TurnEnded
from segue.pipeline.handoff.ticket import HandoffTicket
from segue.pipeline.screening.answer_hearing import AnswerHearing
from segue.pipeline.sessions.alarms import NO_ALARM, Alarm
from segue.pipeline.turn import plan
from segue.pipeline.turn.attempt import total_cost_micro_usd, total_usage
from segue.pipeline.turn.lineup import Lineup
from segue.pipeline.turn.turns import Asker, AttemptReport, TurnFinished, TurnPiece, TurnStarted
from segue.safety.conversation import Step
from segue.selection.cues import Words

_RUN = secrets.token_hex(6)
_NUMBERS = itertools.count(1)


def new_turn_id() -> str:
    """A name for a turn that no other turn has: random a process, counted within it."""
    return "%s%010x" % (_RUN, next(_NUMBERS))  # noqa: UP031 - half the cost of an f-string with a format


_NOTHING_TAKEN = Usage(0, 0)
_GENERAL_CHAT = TaskType.GENERAL_CHAT
"""Of a turn that ended before it was analysed."""


@dataclass(slots=True)
class TurnRecord:
    """One turn, from its request to its end. Not `made_often`, for the reason that `Attempt` is not."""

    request: ChatRequest
    asker: Asker
    id: str = field(default_factory=new_turn_id)
    started_s: float = field(default_factory=time.monotonic)
    said_verdict: Verdict = CLEAR
    """What screening found in the person's words."""
    verdict: Verdict = CLEAR
    """The gravest of what screening found, in the person's words and in the answer."""
    step: Step | None = None
    """What the session's state makes of the person's words; None until they were heard."""
    ticket: HandoffTicket | None = None
    """Of the human who is told; None where nobody is to be."""
    session: SessionRecord | None = None
    alarm: Alarm = NO_ALARM
    """Raised when another turn of the session makes this one end."""
    language: str | None = None
    """In which the person is spoken to, ISO 639-1; None where nothing tells."""
    newest: Words | None = field(default=None, repr=False)
    """The words of the person's newest message; None until they were heard."""
    ranking: Ranking | None = None
    lineup: Lineup | None = None
    card: ModelCard | None = None
    """Of the model that answers, or answered last."""
    is_started: bool = False
    """True once whoever asked was told that an answer comes."""
    has_words: bool = False
    """True once a piece of the answer was given to whoever asked."""
    reply: WrittenReply | None = None
    """The written words that stand in for the answer, or end it."""
    first_token_s: float | None = None
    output_screened_s: float = 0.0
    """Time that the rules took over the answer, all attempts together."""
    hearing: AnswerHearing | None = None
    """Reads the answer once more where it is shown by whole sentences."""
    held: Held | None = None
    """What the turn holds of limits; None where nothing is limited."""
    over_limit: Taken | None = None
    """Why it holds nothing, until its words were heard."""
    outcome: str = "cancelled"
    _left_out: tuple[AttemptReport, ...] | None = None

    @property
    def task(self) -> TaskProfile | None:
        """What the request asks for; None until it was analysed."""
        return self.ranking.task if self.ranking else None

    def answer_screened_s(self) -> float:
        """Time that screening took over the answer."""
        return self.output_screened_s + (self.hearing.took_s if self.hearing is not None else 0.0)

    def stage(self) -> RiskStage | None:
        """Where the session stands after what the person said; None without a session, or where it was not read."""
        if self.step is None or self.session is None or not self.session.is_read:
            return None
        return self.step.state.stage

    def needs_check_in(self, task: TaskProfile) -> bool:
        """Whether nothing is shown unread, and help is named at the end: screening is degraded where that matters."""
        is_unknown = self.session is not None and not self.session.is_read
        return is_unknown or (task.sensitivity.is_therapeutic and self.said_verdict.is_degraded)

    def ignored(self) -> tuple[str, ...]:
        """Request fields that the model does not understand, or was not given because they raise its bill."""
        extra, card = self.request.extra, self.card
        if not extra or card is None:
            return ()
        withheld = self.lineup.withheld.get(card.ref, frozenset()) if self.lineup else frozenset()
        return tuple(sorted((set(extra) - card.passes_fields) | withheld))

    def elapsed_s(self) -> float:
        """Since the request came."""
        return time.monotonic() - self.started_s

    def started(self, card: ModelCard | None, *, notice: str | None = None) -> TurnStarted:
        """The first piece: the first words are ready. None: they are written ones."""
        self.card, self.is_started, self.first_token_s = card, True, self.elapsed_s()
        model, label = (None, None) if card is None else (card.ref, card.label)
        limits = self.held.standings if self.held is not None else ()
        return TurnStarted(
            self.id, model, self.verdict, self.reports(), self.ignored(), label, notice, self.stage(), limits
        )

    def in_words(self, reply: WrittenReply) -> Iterator[TurnPiece]:
        """Written words in place of an answer, or behind what was shown of it."""
        self.reply = reply
        if not self.is_started:
            yield self.started(None)
        yield TextDelta(f"\n\n{reply.text}" if self.has_words else reply.text)

    def finished(
        self,
        reason: FinishReason | Literal["error"],
        *,
        error: SegueError | None = None,
    ) -> TurnFinished:
        """The last piece."""
        reply, card = self.reply, self.card
        cost = self.cost_micro_usd()
        return TurnFinished(
            turn_id=self.id,
            reason=reason,
            model=None if card is None else card.ref,
            usage=self.usage(),
            cost_usd=None if cost is None else from_micro_usd(cost),
            duration_s=self.elapsed_s(),
            first_token_s=self.first_token_s,
            verdict=self.verdict,
            attempts=self.reports(),
            error=error,
            written_reply=reply.code if reply else None,
            is_reviewed=reply.is_reviewed if reply else None,
            ranking=self.ranking,
            ignored=self.ignored(),
            stage=self.stage(),
        )

    def ended(self, *, at: datetime) -> TurnEnded:
        """The record for observers."""
        card = self.card
        return TurnEnded(
            turn_id=self.id,
            session=self.session.session if self.session else None,
            caller_id=self.asker.caller_id,
            task=self.ranking.task.task if self.ranking else _GENERAL_CHAT,
            model=None if card is None else card.ref,
            at=at,
            duration_s=self.elapsed_s(),
            first_token_s=self.first_token_s,
            attempts=len(self.lineup.attempts) if self.lineup else 0,
            outcome=self.outcome,
            usage=self.usage(),
            cost_micro_usd=self.cost_micro_usd(),
            streamed=self.request.stream,
            tags=self.request.tags,
        )

    def reports(self) -> tuple[AttemptReport, ...]:
        """Every model that was asked, and those that were asked for and could not be."""
        if self._left_out is None and self.ranking is not None:
            self._left_out = plan.left_out(self.ranking) if self.ranking.rejected else ()
        left_out = self._left_out or ()
        return (*left_out, *self.lineup.reports()) if self.lineup else left_out

    def usage(self) -> Usage | None:
        """Tokens of all attempts together: none where nobody was asked, None where nobody told and nothing was sent."""
        asked = self.lineup.attempts if self.lineup else ()
        return total_usage(asked) if asked else _NOTHING_TAKEN

    def cost_micro_usd(self) -> int | None:
        """Of all attempts together; None where a price is unknown."""
        return total_cost_micro_usd(self.lineup.attempts) if self.lineup else 0
