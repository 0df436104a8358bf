"""Laws that every ranking keeps."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from segue.domain.choice import Evidence, Ranking, Rejection, Score, Sensitivity, TaskProfile
from segue.domain.models import ModelCard, ModelRef
from segue.selection.contract import Criterion, Opinion
from segue.selection.selector import ModelSelector
from tests.unit.selection.examples import CLOUD, TURN


@dataclass
class Told(Criterion):
    """Says what it was told to say: a score, None, or "no"."""

    name: str
    opinions: Mapping[ModelRef, float | str | None]

    @override
    def judge(self, card: ModelCard, task: TaskProfile, evidence: Evidence) -> Opinion:
        opinion = self.opinions.get(card.ref)
        if isinstance(opinion, str):
            return (Rejection(self.name, opinion, "none"),)
        return Score(self.name, opinion, "told")


Opinions = dict[ModelRef, tuple[float | str | None, float | str | None]]

refs = st.builds(ModelRef, st.sampled_from("abc"), st.text("xy", min_size=1, max_size=3))
values = st.none() | st.just("no") | st.floats(0, 1)
opinions_of = st.dictionaries(refs, st.tuples(values, values), min_size=1, max_size=8)
weights_of = st.fixed_dictionaries({"one": st.floats(0, 5), "two": st.floats(0, 5)})
turns = st.sampled_from([TURN, replace(TURN, sensitivity=Sensitivity.THERAPEUTIC)])


def card_of(ref: ModelRef) -> ModelCard:
    return replace(CLOUD, ref=ref, is_demonstration=ref.provider == "a")


def rank(
    opinions: Opinions, weights: Mapping[str, float], task: TaskProfile, *, order: list[ModelRef] | None = None
) -> Ranking:
    one = Told("one", {ref: pair[0] for ref, pair in opinions.items()})
    two = Told("two", {ref: pair[1] for ref, pair in opinions.items()})
    return ModelSelector((one, two), weights).rank(map(card_of, order or opinions), task, Evidence())


def places(ranking: Ranking) -> dict[ModelRef, int]:
    return {ranked.card.ref: place for place, ranked in enumerate(ranking.ranked)}


@given(opinions_of, weights_of, turns, st.data())
def test_the_order_in_which_models_come_does_not_matter(
    opinions: Opinions, weights: dict[str, float], task: TaskProfile, data: st.DataObject
) -> None:
    """The same models give the same ranking, whichever provider was asked first."""
    shuffled = data.draw(st.permutations(list(opinions)))

    assert rank(opinions, weights, task, order=shuffled) == rank(opinions, weights, task)


@given(opinions_of, weights_of, turns)
def test_every_model_is_ranked_or_rejected_and_never_both(
    opinions: Opinions, weights: dict[str, float], task: TaskProfile
) -> None:
    """No model gets lost: each is in the order, or among those left out with a reason."""
    ranking = rank(opinions, weights, task)

    ranked = [model.card.ref for model in ranking.ranked]
    rejected = [model.card.ref for model in ranking.rejected]
    assert sorted(ranked + rejected) == sorted(opinions)
    assert all(0 <= model.total <= 1 + 1e-9 for model in ranking.ranked)
    assert all(model.rejections for model in ranking.rejected)


@given(opinions_of, weights_of, turns, st.data())
def test_a_better_score_never_lowers_a_models_place(
    opinions: Opinions, weights: dict[str, float], task: TaskProfile, data: st.DataObject
) -> None:
    """A model that gets better at one thing, all else equal, does not fall."""
    ref = data.draw(st.sampled_from(sorted(opinions)))
    first, second = opinions[ref]
    if isinstance(first, str) or isinstance(second, str):
        return
    better = opinions | {ref: (data.draw(st.floats(first or 0, 1)), second)}

    assert places(rank(better, weights, task))[ref] <= places(rank(opinions, weights, task))[ref]


@given(st.floats(0, 1, exclude_min=True), st.none() | st.floats(0, 1), st.floats(0.01, 5), st.floats(0, 5))
def test_what_is_not_known_never_beats_what_is(
    known: float, other: float | None, weight: float, other_weight: float
) -> None:
    """Of two models alike but for one score, the one whose score is known stands no lower."""
    unmeasured, measured = ModelRef("b", "x"), ModelRef("c", "x")
    opinions: Opinions = {unmeasured: (None, other), measured: (known, other)}

    totals = {m.card.ref: m.total for m in rank(opinions, {"one": weight, "two": other_weight}, TURN).ranked}

    assert totals[unmeasured] <= totals[measured]
