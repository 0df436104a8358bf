"""The contract of a criterion, over every one that is registered."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from segue.domain.choice import Evidence, LatencyClass, Rejection, Score, Sensitivity, TaskProfile
from segue.domain.models import (
    Capability,
    DataPolicy,
    ModelCard,
    ModelMetrics,
    ModelRequirements,
    ModelStatus,
    Privacy,
    ProviderType,
)
from segue.domain.money import Price
from segue.selection.contract import CRITERIA, Criterion
from tests.unit.selection.examples import CLOUD, LOCAL, TURN

BARE = ModelCard(ref=CLOUD.ref, provider_type=ProviderType.CUSTOM_API)
"""A model of which nothing is known."""

EVIDENCE = Evidence(
    metrics={CLOUD.ref: ModelMetrics(10, 2, 0.4, 1.5, 40.0)}, resting={LOCAL.ref: "three failures in a row."}
)


def cards() -> Iterator[ModelCard]:
    yield BARE
    yield LOCAL
    for kind in ProviderType:
        yield replace(CLOUD, provider_type=kind)
    for status in ModelStatus:
        yield replace(CLOUD, status=status)
    for policy in DataPolicy:
        yield replace(CLOUD, data_policy=policy, in_auto=False, is_demonstration=True)
    yield replace(CLOUD, price=Price(Decimal(10_000), Decimal(10_000), request_usd=Decimal(1)), context_tokens=1)


def tasks() -> Iterator[TaskProfile]:
    yield TURN
    yield replace(TURN, latency=LatencyClass.BATCH, sensitivity=Sensitivity.THERAPEUTIC, language=None)
    yield replace(TURN, input_tokens=0, output_tokens=0)
    for privacy in Privacy:
        needs = ModelRequirements(frozenset(Capability), 10**7, privacy, 0.0, frozenset({CLOUD.ref}), only_named=True)
        yield replace(TURN, requirements=needs)


@pytest.fixture(params=CRITERIA.names)
def criterion(request: pytest.FixtureRequest) -> Criterion:
    name = request.param
    assert isinstance(name, str)
    return CRITERIA.load(name)()


def test_a_criterion_is_called_as_it_is_registered(criterion: Criterion) -> None:
    """The name under `selection.weights` is the one that explanations show."""
    assert CRITERIA.load(criterion.name) is type(criterion)


def test_a_criterion_judges_every_model_for_every_turn(criterion: Criterion) -> None:
    """Whatever is known or unknown of a model, there is a score from 0 to 1, an unknown one, or reasons with hints."""
    for card in cards():
        for task in tasks():
            for evidence in (Evidence(), EVIDENCE):
                opinion = criterion.judge(card, task, evidence)
                if isinstance(opinion, Score):
                    assert opinion.value is None or 0 <= opinion.value <= 1
                    assert opinion.criterion == criterion.name
                    assert opinion.because
                else:
                    assert opinion, "no objection is a score, not an empty tuple"
                    assert all(isinstance(reason, Rejection) for reason in opinion)
                    assert all(r.reason and r.hint and r.criterion == criterion.name for r in opinion)


def test_a_criterion_says_the_same_twice(criterion: Criterion) -> None:
    """A choice can be explained afterwards: nothing but its arguments counts."""
    another = CRITERIA.load(criterion.name)()

    for card in cards():
        assert criterion.judge(card, TURN, EVIDENCE) == another.judge(card, TURN, EVIDENCE)


def test_a_criterion_knows_what_is_not_known(criterion: Criterion) -> None:
    """Of a model without price and measurements, nothing is made up: price and speed stay unknown."""
    opinion = criterion.judge(BARE, TURN, Evidence())

    assert isinstance(opinion, Score)
    if criterion.name in {"cost", "latency"}:
        assert opinion.value is None
