"""Who may answer a therapeutic turn: the models of which somebody has decided it, or, guarded, any."""

from __future__ import annotations

from dataclasses import replace

from segue.config.safety_settings import SafetySettings
from segue.domain.choice import TaskProfile
from segue.domain.models import ModelRef


def allowed_models(safety: SafetySettings) -> frozenset[ModelRef] | None:
    """The models that may answer therapeutic turns; None where nobody has decided it."""
    refs = (ModelRef.parse(allowed.model) for allowed in safety.allowed_for_therapeutic)
    return frozenset(ref for ref in refs if ref is not None) or None


def only_allowed(task: TaskProfile, safety: SafetySettings) -> TaskProfile:
    """The task with the decision as a hard requirement: fallbacks, models beside a silent one and rescues obey it."""
    if not task.sensitivity.is_therapeutic or (allowed := allowed_models(safety)) is None:
        return task
    because = (*task.because, "Only models that are allowed for therapeutic turns may answer.")
    return replace(task, requirements=replace(task.requirements, allowed=allowed), because=because)


def is_guarded(task: TaskProfile, safety: SafetySettings) -> bool:
    """Whether a turn is answered by a model of which nobody has decided that it may: nothing is shown unread."""
    return task.sensitivity.is_therapeutic and allowed_models(safety) is None
