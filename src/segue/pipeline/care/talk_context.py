"""What a talk's context changes: which of the allowed models is asked first, and when a caring question is due."""

from __future__ import annotations

from dataclasses import replace

from segue.config.safety_settings import SafetySettings
from segue.domain.chat import ChatRequest
from segue.domain.choice import TaskProfile
from segue.domain.findings import Verdict
from segue.domain.models import NO_RISK, ModelRef
from segue.domain.risk import RiskStage, RiskState
from segue.domain.sessions import SessionRecord
from segue.safety.talk_limits import TALK_LIMITS, TalkLimits, limits_for
from segue.selection.therapy import context_of, in_words


def in_context(
    task: TaskProfile, request: ChatRequest, session: SessionRecord | None, stage: RiskStage | None
) -> TaskProfile:
    """A therapeutic task with what is known of its talk; any other as it is."""
    if not task.sensitivity.is_therapeutic:
        return task
    turns = session.turns if session is not None else None
    context = context_of(request, turns=turns, stage=stage or RiskStage.OBSERVE)
    return replace(task, context=context, because=(*task.because, in_words(context)))


def preferred_models(task: TaskProfile, safety: SafetySettings) -> tuple[tuple[ModelRef, ...], str]:
    """The allowed models that somebody prefers for such a talk, in the order of the list, and for what."""
    if task.context is None or not safety.allowed_for_therapeutic:
        return (), ""
    tags = task.context.tags
    suited = [
        (ModelRef.parse(one.model), tags.intersection(one.preferred_for)) for one in safety.allowed_for_therapeutic
    ]
    refs = tuple(ref for ref, fits in suited if ref is not None and fits)
    return refs, ", ".join(sorted(frozenset().union(*(fits for _, fits in suited))))


def limits_of(state: RiskState, request: ChatRequest, said: Verdict) -> TalkLimits:
    """The numbers of the protocol for this turn; only where something was heard do they matter."""
    if state.is_quiet and said.level is NO_RISK:
        return TALK_LIMITS
    return limits_for(context_of(request, stage=state.stage))
