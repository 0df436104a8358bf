"""What a turn gives to whoever asked: its start, its words, and exactly one end."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, TypeAlias

from segue.domain.callers import NO_SCOPE, CallerScope
from segue.domain.chat import FinishReason, TextDelta, ToolCallDelta, Usage
from segue.domain.choice import Ranking
from segue.domain.findings import CLEAR, Verdict
from segue.domain.limits import Standing
from segue.domain.models import ModelRef
from segue.domain.risk import RiskStage
from segue.domain.values import made_often
from segue.errors import SegueError


@made_often
@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, as the gateway, the command line or the library knows them."""

    caller_id: str
    session_id: str | None = field(default=None, repr=False)
    """The id that the caller uses; only its keyed hash, within the caller's own name space, is ever kept."""
    caller_name: str | None = None
    """As whoever made its key has called it."""
    may_be_internal: bool = False
    """True for a caller that may mark calls as ones that no person reads. No field of a request grants it."""
    scope: CallerScope = NO_SCOPE
    """What the caller's key narrows."""


@made_often
@dataclass(frozen=True, slots=True)
class AttemptReport:
    """One model that was asked during a turn, or could not be."""

    model: ModelRef
    error_code: str | None
    """None: it answered. `cancelled`: another one was first, or nobody waited any more."""
    reason: str | None
    """The error's message, for operators."""
    lost: tuple[str, ...] = ()
    """What the conversation lost to fit this model, a sentence each."""
    was_shown: bool = False
    """True when words of it were shown: another one that follows went on where this one broke off."""


@dataclass(frozen=True, slots=True)
class TurnWaiting:
    """The turn waits in line for a model; told again at least each second, before TurnStarted, where the request says
    `tells_waiting`. An error may still be raised after it."""

    turn_id: str
    model: ModelRef
    """Whom it waits for; another one may answer in the end."""
    place: int
    """1 is next."""
    verdict: Verdict = CLEAR
    """What screening found in what the person said."""
    limits: tuple[Standing, ...] = ()
    """As in TurnStarted."""


@made_often
@dataclass(frozen=True, slots=True)
class TurnStarted:
    """How every turn begins that gets an answer; comes when the first words are ready to be shown."""

    turn_id: str
    model: ModelRef | None
    """Who answers; None: the words are written ones, no model was needed."""
    verdict: Verdict
    """What screening found in what the person said."""
    attempts: tuple[AttemptReport, ...] = ()
    ignored: tuple[str, ...] = ()
    """Request fields that nobody on this turn understands."""
    model_label: str | None = None
    """As "demonstration, not for therapeutic use"; shown wherever the model is."""
    notice: str | None = None
    """Words that tell the person that an AI answers, where it is time for them. The answer begins with them, unless it
    is JSON or may call tools: then whoever asked has to show them."""
    stage: RiskStage | None = None
    """Where the session stands after what the person said; None without a session."""
    limits: tuple[Standing, ...] = ()
    """How the limits stand that the turn counts for, with it; empty where nothing is limited."""


@made_often
@dataclass(frozen=True, slots=True)
class TurnFinished:
    """The last piece of every turn that was started; exactly one."""

    turn_id: str
    reason: FinishReason | Literal["error"]
    model: ModelRef | None
    usage: Usage | None
    cost_usd: Decimal | None
    """None: the price is unknown."""
    duration_s: float
    first_token_s: float | None
    """From the request's arrival to the first words released; None: there were none."""
    verdict: Verdict = CLEAR
    """The gravest of what screening found in the input and in the answer; its measures are those of both."""
    attempts: tuple[AttemptReport, ...] = ()
    error: SegueError | None = None
    """Why no model could answer to the end. With the reason `error` nothing follows; else written words stand in.
    Before words were shown, errors are raised, unless written words stand in."""
    written_reply: str | None = None
    """Code of the written reply that was used, as `crisis` or `emergency`."""
    is_reviewed: bool | None = None
    """Whether a clinician has signed the written words; None where none were used."""
    ranking: Ranking | None = field(default=None, repr=False)
    """How the models were chosen, for explanations; None for written replies."""
    ignored: tuple[str, ...] = ()
    stage: RiskStage | None = None
    """Where the session stands after what the person said; None without a session."""


TurnPiece: TypeAlias = TurnWaiting | TurnStarted | TextDelta | ToolCallDelta | TurnFinished
"""A turn's pieces in order: TurnStarted, deltas, TurnFinished. A turn that fails before TurnStarted raises. TurnWaiting
comes before all, and only where the request wants it."""
