"""The order in which models are asked, and what each is told."""

from dataclasses import replace

from segue.domain.chat import ChatRequest, Message, Role
from segue.domain.choice import Ranked
from segue.domain.models import DataPolicy, ModelCard, ModelRef, ProviderType
from segue.errors import Overloaded, Resting
from segue.pipeline.timing.deadline import Deadline
from segue.pipeline.turn.asking import Asking
from segue.pipeline.turn.attempt import Attempt
from segue.pipeline.turn.lineup import Lineup
from segue.selection.analysis import analyze

REQUEST = ChatRequest((Message(Role.USER, "Good evening"),))


def ranked(name: str, *, chosen_first: str | None = None) -> Ranked:
    ref = ModelRef.parse(name)
    assert ref is not None
    return Ranked(ModelCard(ref, ProviderType.CUSTOM_API), 0.5, (), chosen_first=chosen_first)


def lineup(*models: Ranked) -> Lineup:
    asking = Asking(REQUEST, analyze(REQUEST), is_streamed=True, refuses_prefill=set())
    return Lineup.of("turn", models, asking, Deadline.after(10), shows_early=True)


def order(line: Lineup, *, failing: bool = True) -> list[str]:
    asked = []
    while (model := line.next()) is not None:
        asked.append(str(model.card.ref))
        if failing:
            line.failures.append(Overloaded("No room.", model=model.card.ref))
    return asked


def test_after_a_failure_another_provider_comes_first() -> None:
    """When a provider fails, its other models wait until the other providers had their chance. Covers R5.3."""
    assert order(lineup(ranked("a:1"), ranked("a:2"), ranked("b:1"), ranked("b:2"))) == ["a:1", "b:1", "a:2", "b:2"]


def test_the_order_of_named_models_is_kept() -> None:
    """Somebody who writes an order gets it. Covers R5.3."""
    named = [ranked("a:1", chosen_first="asked for"), ranked("a:2", chosen_first="asked for, place 2")]
    assert order(lineup(*named, ranked("a:3"), ranked("b:1"))) == ["a:1", "a:2", "b:1", "a:3"]


def test_models_that_take_over_with_less_stay_behind() -> None:
    """A model that the conversation has to be cut for comes after all that can take it whole. Covers R5.5."""
    less = ranked("b:small", chosen_first="takes over with less: tools")
    assert order(lineup(ranked("a:1"), ranked("a:2"), less)) == ["a:1", "a:2", "b:small"]


def test_without_a_failure_the_best_comes_first() -> None:
    """Scores decide as long as nobody failed."""
    assert order(lineup(ranked("a:1"), ranked("a:2"), ranked("b:1")), failing=False) == ["a:1", "a:2", "b:1"]


def test_a_model_that_rests_is_told_once_somebody_behind_it_is_asked() -> None:
    """Who would not have been asked was not passed over; when nobody is left, everybody was. Covers R5.4."""
    first, second = ranked("a:1"), ranked("b:1")
    line = lineup(first, second)
    for name, behind in (("c:1", frozenset({first.card.ref})), ("d:1", frozenset({first.card.ref, second.card.ref}))):
        line.rests(Resting("It is resting.", model=ranked(name).card.ref), behind=behind)
    told = []
    while (model := line.next()) is not None:
        line.ask(Attempt(len(line.attempts) + 1, model.card, 0))
        told.append([str(report.model) for report in line.reports()])
    told.append([str(report.model) for report in line.reports()])
    assert told == [["a:1"], ["a:1", "c:1", "b:1"], ["a:1", "c:1", "b:1", "d:1"]]


def test_model_is_told_that_it_was_chosen_as_a_local_one() -> None:
    """Its provider may hear later than the turn that somebody else answers for it."""
    asking = Asking(REQUEST, analyze(REQUEST), is_streamed=True, refuses_prefill=set())
    far = ranked("a:1")
    near = replace(far, card=replace(far.card, data_policy=DataPolicy.LOCAL))
    assert [asking.of(one).request.bounds.counts_as_local for one in (near, far)] == [True, False]
