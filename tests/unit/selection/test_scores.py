"""What cost, latency and locality say of a model."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from segue.domain.choice import Evidence, LatencyClass, Score, TaskProfile
from segue.domain.models import ModelMetrics, ProviderType
from segue.domain.money import Price
from segue.selection.contract import Criterion
from segue.selection.cost import HALF_SCORE_USD, Cost
from segue.selection.latency import HALF_LIFE_S, HALF_TOKENS_PER_S, Latency
from segue.selection.locality import Locality
from tests.unit.selection.examples import CLOUD, LOCAL, TURN

WHOLE = replace(TURN, latency=LatencyClass.BATCH)


def score(criterion: Criterion, metrics: ModelMetrics, task: TaskProfile = TURN) -> Score:
    opinion = criterion.judge(CLOUD, task, Evidence({CLOUD.ref: metrics}))
    assert isinstance(opinion, Score)
    return opinion


def priced(input_usd: Decimal, output_usd: Decimal, task: TaskProfile = TURN) -> float | None:
    opinion = Cost().judge(replace(CLOUD, price=Price(input_usd, output_usd)), task, Evidence())
    assert isinstance(opinion, Score)
    return opinion.value


def test_a_free_turn_has_the_best_score() -> None:
    """What costs nothing is never beaten on cost."""
    assert Cost().judge(LOCAL, TURN, Evidence()) == Score("cost", 1.0, "This turn is free.")


def test_a_turn_at_the_stated_price_has_half_the_score() -> None:
    """The curve is the documented one, and counts the tokens of this very turn. Covers R2.2."""
    assert priced(Decimal(str(HALF_SCORE_USD * 1_000)), Decimal(0)) == 0.5


@given(st.decimals(0, 100, places=3), st.decimals(0, 100, places=3))
def test_a_dearer_model_never_scores_better(price_usd: Decimal, more_usd: Decimal) -> None:
    """The higher the price, the lower the score."""
    cheap, dear = priced(price_usd, price_usd), priced(price_usd + more_usd, price_usd + more_usd)

    assert cheap is not None
    assert dear is not None
    assert 0 <= dear <= cheap <= 1


def test_an_unknown_price_has_no_score() -> None:
    """A price that nobody knows is not taken for zero."""
    assert Cost().judge(replace(CLOUD, price=None), TURN, Evidence()) == Score("cost", None, "Its price is unknown.")


def test_latency_without_a_call_is_unknown_and_says_so() -> None:
    """A model that nobody has asked gets no points for speed. Covers R2.2."""
    assert score(Latency(), ModelMetrics()).value is None
    assert score(Latency(), ModelMetrics(), WHOLE).value is None
    assert "not been timed" in score(Latency(), ModelMetrics()).because


def test_a_first_word_after_the_half_life_scores_half() -> None:
    """Streamed turns are judged by the measured wait for the first word. Covers R2.2."""
    assert score(Latency(), ModelMetrics(1, 0, HALF_LIFE_S, HALF_LIFE_S)).value == 0.5


def test_a_slow_tail_lowers_the_score() -> None:
    """Of two models with one median, the steadier one is better."""
    steady, moody = (score(Latency(), ModelMetrics(20, 0, 0.5, tail_s)).value for tail_s in (0.6, 8.0))

    assert steady is not None
    assert moody is not None
    assert moody < steady


def test_a_whole_answer_is_judged_by_throughput() -> None:
    """A program that waits for everything is served by tokens a second. Covers R2.2."""
    assert score(Latency(), ModelMetrics(1, 0, 9.0, 9.0, HALF_TOKENS_PER_S), WHOLE).value == 0.5


def test_a_nearer_model_scores_higher() -> None:
    """This machine comes before the operator's server, and that before a provider elsewhere."""
    nearness = []
    for kind in (ProviderType.LOCAL, ProviderType.LOCAL_SERVER, ProviderType.CUSTOM_API):
        opinion = Locality().judge(replace(CLOUD, provider_type=kind), TURN, Evidence())
        assert isinstance(opinion, Score)
        nearness.append(opinion.value)

    assert nearness == [1.0, 0.75, 0.0]
