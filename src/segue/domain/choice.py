"""How a model is chosen: the task, the evidence, the scores and the ranking with its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from segue.domain.losses import LossKind
from segue.domain.models import ModelCard, ModelMetrics, ModelRef, ModelRequirements, TaskType
from segue.domain.therapy import TherapeuticContext
from segue.domain.values import made_often


class LatencyClass(StrEnum):
    """How long somebody is willing to wait."""

    INTERACTIVE = "interactive"
    """A person reads along: the first token matters."""
    BATCH = "batch"
    """The whole answer is awaited: throughput matters."""


class Sensitivity(StrEnum):
    """How careful the path has to be with a turn."""

    ORDINARY = "ordinary"
    THERAPEUTIC = "therapeutic"

    is_therapeutic: bool


for _sensitivity in Sensitivity:
    # An attribute of each member, because to look up a member costs a thousand instructions: it is asked for often.
    _sensitivity.is_therapeutic = _sensitivity is Sensitivity.THERAPEUTIC


NO_METRICS = ModelMetrics()
"""A model that nobody has asked yet."""


@made_often
@dataclass(frozen=True, slots=True)
class TaskProfile:
    """What a request asks for, found by analysis or given by the caller."""

    task: TaskType
    language: str | None
    """ISO 639-1; None when it could not be told."""
    input_tokens: int
    """Estimated, on the high side."""
    output_tokens: int
    """Expected: the request's limit, else what such a task usually takes."""
    latency: LatencyClass
    sensitivity: Sensitivity
    requirements: ModelRequirements
    because: tuple[str, ...] = ()
    """One sentence for each conclusion, without words of the conversation."""
    context: TherapeuticContext | None = None
    """What is known of the talk; None on turns that are not therapeutic."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known at one moment from real calls; frozen, so that a choice can be explained afterwards."""

    metrics: Mapping[ModelRef, ModelMetrics] = field(default_factory=lambda: MappingProxyType({}))
    resting: Mapping[ModelRef, str] = field(default_factory=lambda: MappingProxyType({}))
    """Models that must not be asked now, with the reason."""

    def of(self, ref: ModelRef) -> ModelMetrics:
        """What was measured of a model; all unknown when nothing was."""
        return self.metrics.get(ref, NO_METRICS)


@made_often
@dataclass(frozen=True, slots=True)
class Score:
    """One criterion's opinion of one model: 0 (worst) to 1 (best), or None when it cannot tell."""

    criterion: str
    value: float | None
    reason: str
    """One sentence; with `figures` a pattern for them, in the notation of `str.format`."""
    figures: tuple[object, ...] = ()

    @property
    def because(self) -> str:
        """The reason as a person reads it; written out only now, for most scores are never looked at."""
        return self.reason.format(*self.figures) if self.figures else self.reason


@made_often
@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a model cannot take this turn, and the smallest change that would help."""

    criterion: str
    reason: str
    hint: str
    not_able_now: bool = False
    """True: it is the model's own state that leaves it out, whatever the turn needs."""
    loss: LossKind | None = None
    """What the request would be without if it were made to fit this model; None: it cannot be."""
    is_passing: bool = False
    """True: it will be over soon, by itself."""

    @property
    def adapts(self) -> bool:
        """True when the model can take the turn with less, should everybody else fail."""
        return self.loss is not None


@made_often
@dataclass(frozen=True, slots=True)
class Ranked:
    """A model that qualifies. `total` is what is known in its favour, 0 to 1: an unknown score adds nothing."""

    card: ModelCard
    total: float
    scores: tuple[Score, ...]
    """One a criterion that scores, in the order of the configuration."""
    metrics: ModelMetrics = NO_METRICS
    """What had been measured of it when it was chosen."""
    chosen_first: str | None = None
    """Why it stands before better scores: it was asked for, or is a configured fallback."""


@made_often
@dataclass(frozen=True, slots=True)
class Rejected:
    """A model that does not qualify, with every reason."""

    card: ModelCard
    rejections: tuple[Rejection, ...]
    place: int | None = None
    """Behind how many of those that qualify it would stand if it did not rest; None where more is wrong with it."""


@made_often
@dataclass(frozen=True, slots=True)
class Ranking:
    """The outcome of a choice: who qualifies, best first, and why the others were left out."""

    task: TaskProfile
    ranked: tuple[Ranked, ...]
    rejected: tuple[Rejected, ...]
