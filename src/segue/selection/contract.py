"""The contract of a criterion: one file, one opinion, no knowledge of the others."""

from __future__ import annotations

from typing import Protocol, TypeAlias

from segue.domain.choice import Evidence, Rejection, Score, TaskProfile
from segue.domain.models import ModelCard
from segue.plugins import Seam

Opinion: TypeAlias = Score | tuple[Rejection, ...]
"""A score, or the reasons why the model cannot take the turn (one or more)."""


class Criterion(Protocol):
    """Judges one model for one task. Pure: no clock, no input or output, no logging."""

    name: str
    only_scores: bool = False
    """True for one that never leaves a model out: it is not asked about models that others do."""

    def judge(self, card: ModelCard, task: TaskProfile, evidence: Evidence) -> Opinion:
        """Score a model from 0 (worst) to 1 (best), or None for what is unknown, always with the reason.

        A model's score does not depend on which other models are judged.
        """
        ...


CRITERIA: Seam[type[Criterion]] = Seam(
    group="segue.criteria",
    word="criterion",
    builtins={
        "requirements": "segue.selection.requirements:Requirements",
        "cost": "segue.selection.cost:Cost",
        "latency": "segue.selection.latency:Latency",
        "locality": "segue.selection.locality:Locality",
    },
)
"""Criteria by the name used under `selection.weights`. `requirements` only rejects and has no weight."""
