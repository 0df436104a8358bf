"""Which model: every model is judged by every criterion, and those that qualify are put in order (R2.2).

A pure function of cards, task and evidence. The order of the cards does not matter, nor that of the criteria.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from segue.domain.choice import Evidence, Ranked, Ranking, Rejected, Rejection, Score, Sensitivity, TaskProfile
from segue.domain.models import ModelCard, ModelRef
from segue.errors import ConfigError
from segue.selection.contract import CRITERIA, Criterion

REQUIREMENTS: Final = "requirements"
"""The criterion that is always asked and has no weight, because it only rejects."""


class ModelSelector:
    """Ranks models by criteria and their weights.

    A total is the weighted mean of the scores, over all weights: an unknown score adds nothing.
    """

    def __init__(self, criteria: Sequence[Criterion], weights: Mapping[str, float]) -> None:
        names = [criterion.name for criterion in criteria]
        for name, weight in weights.items():
            _check_weight(name, weight, names)
        self._criteria = tuple(criteria)
        self._weights = dict(weights)
        self._weight_sum = sum(self._weights.values())

    @property
    def weights(self) -> Mapping[str, float]:
        """The weight of each criterion that scores, in the order of the configuration."""
        return dict(self._weights)

    def rank(
        self,
        cards: Iterable[ModelCard],
        task: TaskProfile,
        evidence: Evidence,
        *,
        first: Sequence[ModelRef] = (),
        first_because: str = "asked for",
    ) -> Ranking:
        """Put models in order, best first, and say why the others were left out.

        `first` are those that stand before better scores, in their order: what was asked for, and its fallbacks.
        `first_because` is what explanations say of them, as "the session began with it".
        """
        places = {ref: place for place, ref in reversed(list(enumerate(first)))}
        ranked: list[Ranked] = []
        rejected: list[Rejected] = []
        for card in cards:
            judged = self._judge(card, task, evidence, chosen_first=_why_first(places.get(card.ref), first_because))
            if isinstance(judged, Ranked):
                ranked.append(judged)
            else:
                rejected.append(judged)
        is_therapeutic = task.sensitivity is Sensitivity.THERAPEUTIC
        ranked.sort(key=lambda model: _place(model, places, is_therapeutic=is_therapeutic))
        rejected.sort(key=lambda model: model.card.ref)
        return Ranking(task, tuple(ranked), tuple(rejected))

    def _judge(
        self, card: ModelCard, task: TaskProfile, evidence: Evidence, *, chosen_first: str | None
    ) -> Ranked | Rejected:
        rejections: list[Rejection] = []
        scores: dict[str, Score] = {}
        for criterion in self._criteria:
            opinion = criterion.judge(card, task, evidence)
            if isinstance(opinion, Score):
                scores[criterion.name] = _within_bounds(opinion)
            else:
                rejections.extend(opinion)
        if rejections:
            return Rejected(card, tuple(rejections))
        weighed = tuple(scores[name] for name in self._weights if name in scores)
        return Ranked(card, self._total(weighed), weighed, evidence.of(card.ref), chosen_first)

    def _total(self, scores: Sequence[Score]) -> float:
        if not self._weight_sum:
            return 0.0
        # fsum rounds once, so that the order of the criteria cannot change a total.
        known = math.fsum(self._weights[score.criterion] * score.value for score in scores if score.value is not None)
        return known / self._weight_sum


def build_selector(weights: Mapping[str, float]) -> ModelSelector:
    """The selector of a configuration: requirements, and each criterion that `selection.weights` lists.

    Raises ConfigError, naming the key, for a name that is no criterion.
    """
    criteria: list[Criterion] = [CRITERIA.load(REQUIREMENTS)()]
    for name in weights:
        if name == REQUIREMENTS:
            continue  # ModelSelector refuses its weight with the reason
        try:
            criteria.append(CRITERIA.load(name)())
        except ConfigError as error:
            raise ConfigError(error.message, key=f"selection.weights.{name}", hint=error.hint) from error
    return ModelSelector(criteria, weights)


def _check_weight(name: str, weight: float, names: Sequence[str]) -> None:
    key = f"selection.weights.{name}"
    if name == REQUIREMENTS:
        raise ConfigError("'requirements' only rejects and has no weight.", key=key, hint="Remove this line.")
    if name not in names:
        raise ConfigError(f"There is no criterion '{name}'.", key=key, hint=f"Known: {', '.join(sorted(names))}.")
    if not (math.isfinite(weight) and weight >= 0):
        raise ConfigError(f"A weight is a number from 0 up, not {weight}.", key=key, hint="Use 0 to ignore it.")


def _within_bounds(score: Score) -> Score:
    """The score as it is, or as unknown where a plug-in gave a number that is no score."""
    if score.value is None or 0 <= score.value <= 1:
        return score
    return Score(score.criterion, None, f"Its criterion gave {score.value}, which is outside 0 to 1: taken as unknown.")


def _why_first(place: int | None, because: str) -> str | None:
    if place is None:
        return None
    return f"{because}, place {place + 1}" if place else because


def _place(model: Ranked, places: Mapping[ModelRef, int], *, is_therapeutic: bool) -> tuple[int, bool, float, str]:
    place = places.get(model.card.ref, len(places))
    stands_back = is_therapeutic and model.card.is_demonstration and model.chosen_first is None
    return place, stands_back, -model.total, str(model.card.ref)
