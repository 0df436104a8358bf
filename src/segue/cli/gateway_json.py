"""What a gateway tells operators, as the command line reads it; fields that it does not know are left alone."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from segue.cli.lines import LineState
from segue.domain.risk import RiskStage


class Advice(Struct, frozen=True):
    """`segue` of an error."""

    hint: str | None = None


class ErrorTold(Struct):
    """An error in OpenAI's shape."""

    message: str
    code: str
    segue: Advice = Advice()


class Refusal(Struct):
    """The body of a refusal."""

    error: ErrorTold


class PartTold(Struct):
    """How one part is."""

    part: str
    state: LineState
    found: str
    do: str


class BreakerTold(Struct):
    """Who rested, or rests."""

    name: str
    state: str
    failures: int
    error_code: str | None
    until: datetime | None
    openings: int
    reason: str | None


class HealthTold(Struct):
    """How everything is."""

    ok: bool
    version: str
    parts: list[PartTold]
    breakers: list[BreakerTold]


class LimitTold(Struct):
    """How one figure of a limit stands."""

    scope: str
    name: str | None
    what: str
    limit: int
    used: int
    left: int
    resets_s: float | None


class LimitsTold(Struct):
    """How every limit stands that is in use."""

    counted: str
    limits: list[LimitTold]
    reached: dict[str, int]


class ResetTold(Struct):
    """What a reset closed."""

    closed: list[str]


class ErasedTold(Struct):
    """What erasing a session came to."""

    session: str
    records: int
    is_overwritten: bool


class ReleasedTold(Struct):
    """What releasing a session came to."""

    session: str
    before: RiskStage
    after: RiskStage
    is_released: bool


class TextTold(Struct):
    """That a text is kept."""

    turn: str
    at: datetime


class TextsTold(Struct):
    """Which texts are kept."""

    texts: list[TextTold]


class WordsTold(Struct):
    """One text."""

    turn: str
    at: datetime
    said: str
    answered: str
    is_cut: bool


class ExportTold(Struct):
    """Everything that is kept of a session."""

    session: str
    kept: dict[str, list[dict[str, object]]]
    waiting: list[dict[str, object]]
    incidents: list[dict[str, object]]
    incidents_waiting: list[dict[str, object]] = []
    risk: dict[str, object] | None = None


class HeldTold(Struct):
    """A model in the gateway's memory."""

    model: str
    memory_bytes: int | None
    context_tokens: int | None
    answers: int
    waiting: int
    idle_s: float
    is_pinned: bool
    leaves_in_s: float | None = None


class AllHeldTold(Struct):
    """All of them."""

    models: list[HeldTold]


class UnloadedTold(Struct):
    """What unloading a model came to."""

    model: str
    unloaded: bool
