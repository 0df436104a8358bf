"""Which model: every model is judged by every criterion, and those that qualify are put in order (R2.2).

A pure function of cards, task and evidence. The order of the cards does not matter, nor that of the criteria.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from segue.domain.choice import Evidence, Ranked, Ranking, Rejected, Rejection, Score, TaskProfile
from segue.domain.models import ModelCard, ModelRef
from segue.errors import ConfigError
from segue.selection.contract import CRITERIA, Criterion

REQUIREMENTS: Final = "requirements"
"""The criterion that is always asked and has no weight, because it only rejects."""


class _Resting(NamedTuple):
    """A model that would qualify if it did not rest."""

    model: Ranked
    rejections: tuple[Rejection, ...]


class ModelSelector:
    """Ranks models by criteria and their weights.

    A total is the weighted mean of the scores, over all weights: an unknown score adds nothing.
    """

    def __init__(self, criteria: Sequence[Criterion], weights: Mapping[str, float]) -> None:
        names = [criterion.name for criterion in criteria]
        for name, weight in weights.items():
            _check_weight(name, weight, names)
        by_name = {criterion.name: criterion for criterion in criteria}
        self._weights = dict(weights)
        self._weight_sum = sum(self._weights.values())
        self._rejecting = tuple(criterion.judge for criterion in criteria if criterion.name not in weights)
        """Without a weight a criterion is asked for its rejections alone."""
        weighed = [(by_name[name], weight) for name, weight in weights.items()]
        self._weighed = tuple((one.judge, weight, getattr(one, "only_scores", False)) for one, weight in weighed)

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
        places: dict[ModelRef, int] = {}
        for place, ref in enumerate(first):
            places.setdefault(ref, place)
        ranked: list[Ranked] = []
        rejected: list[Rejected] = []
        resting: list[_Resting] = []
        for card in cards:
            found = places.get(card.ref)
            chosen_first = None if found is None else _why_first(found, first_because)
            judged = self._judge(card, task, evidence, chosen_first=chosen_first)
            if type(judged) is Ranked:
                ranked.append(judged)
            elif type(judged) is Rejected:
                rejected.append(judged)
            elif type(judged) is _Resting:
                resting.append(judged)
        is_therapeutic = task.sensitivity.is_therapeutic
        if len(ranked) > 1:
            ranked.sort(key=lambda model: _place(model, places, is_therapeutic=is_therapeutic))
        if resting:
            before = [_place(model, places, is_therapeutic=is_therapeutic) for model in ranked]
            for model, why in resting:
                place = bisect_left(before, _place(model, places, is_therapeutic=is_therapeutic))
                rejected.append(Rejected(model.card, why, place))
        if len(rejected) > 1:
            rejected.sort(key=lambda model: (model.card.ref.provider, model.card.ref.name))
        return Ranking(task, tuple(ranked), tuple(rejected))

    def _judge(
        self, card: ModelCard, task: TaskProfile, evidence: Evidence, *, chosen_first: str | None
    ) -> Ranked | Rejected | _Resting:
        """Runs for hundreds of models in a turn: what one of them costs here counts that often."""
        rejections: list[Rejection] = []
        for judge in self._rejecting:
            opinion = judge(card, task, evidence)
            if isinstance(opinion, tuple):
                rejections.extend(opinion)
        scores: list[Score] = []
        known: list[float] = []
        for judge, weight, only_scores in self._weighed:
            if only_scores and rejections and not rejections[0].is_passing:
                continue  # nobody asks for the scores of a model that is left out for good
            opinion = judge(card, task, evidence)
            if isinstance(opinion, tuple):
                rejections.extend(opinion)
                continue
            if (value := opinion.value) is not None:
                if 0 <= value <= 1:
                    known.append(weight * value)
                else:
                    opinion = _out_of_bounds(opinion)
            scores.append(opinion)
        if rejections and [why for why in rejections if not why.is_passing]:
            return Rejected(card, tuple(rejections))
        # fsum rounds once, so that the order of the criteria cannot change a total.
        total = math.fsum(known) / self._weight_sum if self._weight_sum else 0.0
        found = Ranked(card, total, tuple(scores), evidence.of(card.ref), chosen_first)
        return _Resting(found, tuple(rejections)) if rejections else found


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


def _out_of_bounds(score: Score) -> Score:
    """A number that is no score, as a plug-in may give one, is unknown."""
    return Score(score.criterion, None, f"Its criterion gave {score.value}, which is outside 0 to 1: taken as unknown.")


def _why_first(place: int | None, because: str) -> str | None:
    if place is None:
        return None
    return f"{because}, place {place + 1}" if place else because


def _place(model: Ranked, places: Mapping[ModelRef, int], *, is_therapeutic: bool) -> tuple[int, bool, float, str, str]:
    ref = model.card.ref
    place = places.get(ref, len(places))
    stands_back = is_therapeutic and model.card.is_demonstration and model.chosen_first is None
    return place, stands_back, -model.total, ref.provider, ref.name
