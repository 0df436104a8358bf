"""Which model is asked, in which order, and how a configuration becomes a selector."""

from dataclasses import replace

import pytest
from typing_extensions import override

from segue.domain.choice import Evidence, Score, Sensitivity, TaskProfile
from segue.domain.models import Capability, ModelCard, ModelMetrics, ModelRef, ModelRequirements, Privacy
from segue.errors import ConfigError
from segue.selection.contract import Criterion, Opinion
from segue.selection.requirements import Requirements
from segue.selection.selector import ModelSelector, build_selector
from tests.unit.selection.examples import CLOUD, LOCAL, TURN

WEIGHTS = {"cost": 1.0, "latency": 1.0, "locality": 0.5}
THERAPEUTIC = replace(TURN, sensitivity=Sensitivity.THERAPEUTIC)


@pytest.fixture(scope="module")
def selector() -> ModelSelector:
    return build_selector(WEIGHTS)


def test_the_choice_weighs_every_criterion_and_explains_it(selector: ModelSelector) -> None:
    """Each model shows its score by criterion and the total that they make. Covers R2.2."""
    metrics = {CLOUD.ref: ModelMetrics(9, 0, 1.0, 1.0), LOCAL.ref: ModelMetrics(9, 0, 3.0, 3.0)}

    best, second = selector.rank([CLOUD, LOCAL], TURN, Evidence(metrics)).ranked

    assert (best.card, second.card) == (LOCAL, CLOUD)
    assert [(score.criterion, score.value) for score in best.scores] == [
        ("cost", 1.0),
        ("latency", 0.125),
        ("locality", 1.0),
    ]
    assert best.total == pytest.approx((1.0 + 0.125 + 0.5) / 2.5)
    assert second.total == pytest.approx((0.4 + 0.5) / 2.5)


def test_weights_are_configuration() -> None:
    """Who cares for speed alone gets the faster model, who cares for money the cheaper one. Covers R2.2."""
    evidence = Evidence({CLOUD.ref: ModelMetrics(9, 0, 0.2, 0.2), LOCAL.ref: ModelMetrics(9, 0, 3.0, 3.0)})

    by_speed = build_selector({"latency": 1.0}).rank([CLOUD, LOCAL], TURN, evidence)
    by_price = build_selector({"cost": 1.0}).rank([CLOUD, LOCAL], TURN, evidence)

    assert (by_speed.ranked[0].card, by_price.ranked[0].card) == (CLOUD, LOCAL)


def test_a_model_left_out_keeps_all_its_reasons(selector: ModelSelector) -> None:
    """Nothing that a model lacks is hidden behind the first lack. Covers R2.2, R2.5."""
    needs = ModelRequirements(frozenset({Capability.TOOLS}), 20_000, Privacy.LOCAL_ONLY)

    ranking = selector.rank([CLOUD], replace(TURN, requirements=needs), Evidence())

    assert ranking.ranked == ()
    assert len(ranking.rejected[0].rejections) == 3
    assert all(rejection.hint for rejection in ranking.rejected[0].rejections)


def test_a_model_that_rests_keeps_its_place(selector: ModelSelector) -> None:
    """It is known who would have been asked before whom, by name and else by score; another lack has no place."""
    other = replace(CLOUD, ref=ModelRef("cloud", "other"))
    rests = Evidence(resting={CLOUD.ref: "failures.", LOCAL.ref: "failures."})
    needs = replace(TURN, requirements=ModelRequirements(frozenset(), 0, Privacy.LOCAL_ONLY))

    def places(task: TaskProfile, *first: ModelRef) -> list[int | None]:
        return [one.place for one in selector.rank([CLOUD, LOCAL, other], task, rests, first=first).rejected]

    assert places(TURN) == [0, 0]  # CLOUD stands before its like by name, LOCAL by score
    assert places(TURN, other.ref) == [1, 1]
    assert places(needs) == [None, None, 0]


def test_what_was_asked_for_stands_before_better_scores(selector: ModelSelector) -> None:
    """A named model is asked first and its fallbacks follow in their order, each saying why."""
    other = replace(CLOUD, ref=ModelRef("cloud", "other"))

    ranking = selector.rank([LOCAL, other, CLOUD], TURN, Evidence(), first=[CLOUD.ref, other.ref])

    assert [(ranked.card.ref.name, ranked.chosen_first) for ranked in ranking.ranked] == [
        ("large", "asked for"),
        ("other", "asked for, place 2"),
        ("small", None),
    ]


def test_a_model_that_a_session_stays_with_is_not_said_to_be_asked_for(selector: ModelSelector) -> None:
    """Whoever put a model first says why, and the explanation repeats it."""
    ranking = selector.rank(
        [LOCAL, CLOUD], TURN, Evidence(), first=[CLOUD.ref], first_because="the session began with it"
    )

    assert ranking.ranked[0].chosen_first == "the session began with it"


def test_a_demonstration_model_stands_behind_all_others_on_therapeutic_turns(selector: ModelSelector) -> None:
    """A person in need is answered by a demonstration model only when there is nobody else."""
    demonstration = replace(LOCAL, is_demonstration=True)

    def order(task: object) -> list[str]:
        assert task in (TURN, THERAPEUTIC)
        ranking = selector.rank([demonstration, CLOUD], TURN if task is TURN else THERAPEUTIC, Evidence())
        return [ranked.card.ref.name for ranked in ranking.ranked]

    assert (order(TURN), order(THERAPEUTIC)) == (["small", "large"], ["large", "small"])


def test_models_with_equal_totals_are_in_the_order_of_their_names(selector: ModelSelector) -> None:
    """The same question asked twice has the same answer."""
    twins = [replace(CLOUD, ref=ModelRef("cloud", name)) for name in ("b", "c", "a")]

    ranking = selector.rank(twins, TURN, Evidence())

    assert [ranked.card.ref.name for ranked in ranking.ranked] == ["a", "b", "c"]


def test_without_weights_models_still_qualify() -> None:
    """A configuration that weighs nothing orders models by name, and rejects as ever."""
    ranking = build_selector({}).rank([LOCAL, CLOUD], TURN, Evidence())

    assert [(ranked.card, ranked.total) for ranked in ranking.ranked] == [(CLOUD, 0.0), (LOCAL, 0.0)]


def test_a_weight_for_an_unknown_criterion_names_the_line_and_the_likely_one() -> None:
    """A misspelt criterion is refused with its key and a suggestion."""
    with pytest.raises(ConfigError) as caught:
        build_selector({"cost": 1.0, "latncy": 2.0})

    assert caught.value.key == "selection.weights.latncy"
    assert "Did you mean 'latency'?" in str(caught.value)


@pytest.mark.parametrize("weights", [{"requirements": 1.0}, {"cost": -1.0}, {"cost": float("inf")}])
def test_a_weight_that_cannot_weigh_is_refused(weights: dict[str, float]) -> None:
    """What only rejects has no weight, and a weight is a finite number from 0 up."""
    with pytest.raises(ConfigError, match=r"selection\.weights\."):
        build_selector(weights)


def test_the_weights_can_be_read_back(selector: ModelSelector) -> None:
    """Explanations show which weights were used. Covers R2.2."""
    assert dict(selector.weights) == WEIGHTS


class Watching(Criterion):
    """Scores every model it is asked about, and remembers it."""

    name = "watching"
    only_scores = True

    def __init__(self) -> None:
        self.asked: list[ModelRef] = []

    @override
    def judge(self, card: ModelCard, task: TaskProfile, evidence: Evidence) -> Opinion:
        self.asked.append(card.ref)
        return Score(self.name, 1.0, "It is watched.")


@pytest.mark.parametrize(("only_scores", "asked"), [(True, [LOCAL.ref]), (False, [CLOUD.ref, LOCAL.ref])])
def test_who_only_scores_is_not_asked_about_models_that_are_left_out(only_scores: bool, asked: list[ModelRef]) -> None:
    """With hundreds of models most are left out, and nobody reads their scores; one who may add a reason is asked."""
    watching = Watching()
    watching.only_scores = only_scores
    selector = ModelSelector([Requirements(), watching], {"watching": 1.0})
    needs = replace(TURN.requirements, privacy=Privacy.LOCAL_ONLY)

    ranking = selector.rank([CLOUD, LOCAL], replace(TURN, requirements=needs), Evidence())

    assert [ranked.card for ranked in ranking.ranked] == [LOCAL]
    assert watching.asked == asked
