"""Who may take a turn with less, in which order, and when."""

from dataclasses import replace

import pytest

from segue.catalog.registry import ModelRegistry, Wanted
from segue.domain.chat import ChatRequest, Message, Role
from segue.domain.choice import Evidence, LatencyClass, Ranking, Sensitivity, TaskProfile
from segue.domain.losses import LossKind
from segue.domain.models import (
    Capability,
    DataPolicy,
    ModelCard,
    ModelRef,
    ModelRequirements,
    ModelStatus,
    Privacy,
    TaskType,
)
from segue.errors import ContextTooLong, ModelNotFound, NoModelFits
from segue.pipeline.turn.plan import able, adaptable, resting, with_fallbacks
from segue.selection.requirements import Requirements
from segue.selection.selector import ModelSelector
from tests.unit.pipeline.examples import ABLE, PLAIN

REQUEST = ChatRequest((Message(Role.USER, "And now?"),))
NEEDS = ModelRequirements(
    frozenset({Capability.CHAT, Capability.TOOLS}),
    context_tokens=1_500,
    privacy=Privacy.NO_TRAINING,
    least_tokens=600,
)
TURN = TaskProfile(
    TaskType.GENERAL_CHAT, "en", 1_000, 500, LatencyClass.INTERACTIVE, Sensitivity.ORDINARY, requirements=NEEDS
)


def named(card: ModelCard, name: str) -> ModelCard:
    return replace(card, ref=ModelRef("cloud", name))


FULL = named(ABLE, "full")
RESTING = replace(FULL, status=ModelStatus.RESTING)
NO_TOOLS = named(PLAIN, "no-tools")
SHORT = replace(named(ABLE, "short"), context_tokens=1_200)
SHORTER = replace(named(ABLE, "a-shorter"), context_tokens=700)
BOTH = replace(named(PLAIN, "both"), context_tokens=700)
TOO_SHORT = replace(named(ABLE, "too-short"), context_tokens=599)
TRAINS = replace(named(PLAIN, "trains"), data_policy=DataPolicy.MAY_TRAIN)


class Cards:
    """As much of a provider as has models."""

    def __init__(self, *cards: ModelCard) -> None:
        self._cards = cards

    def cards(self) -> tuple[ModelCard, ...]:
        return self._cards


def rank(*cards: ModelCard, task: TaskProfile = TURN) -> Ranking:
    return ModelSelector((Requirements(),), {}).rank(cards, task, Evidence())


def names(*cards: ModelCard, task: TaskProfile = TURN) -> list[str]:
    return [ranked.card.ref.name for ranked in adaptable(rank(*cards, task=task), REQUEST)]


def test_those_that_lose_least_come_first() -> None:
    """Whoever can do most of what was asked stands in first, and the longer context before the shorter. Covers R5.3."""
    assert names(BOTH, SHORTER, SHORT, NO_TOOLS) == ["no-tools", "short", "a-shorter", "both"]


def test_whoever_stands_in_says_what_it_does_without() -> None:
    """An operator sees why a model was asked that did not qualify. Covers R5.5."""
    (ranked,) = adaptable(rank(FULL, BOTH), REQUEST)

    assert (ranked.card, ranked.total, ranked.scores) == (BOTH, 0.0, ())
    assert ranked.chosen_first == "takes over with less: tools, turns"


def test_models_that_qualify_are_not_among_those_that_stand_in() -> None:
    """Each model is asked once: whole, or with less."""
    ranking = rank(FULL, NO_TOOLS)

    assert [ranked.card for ranked in able(ranking, REQUEST)] == [FULL]
    assert [ranked.card for ranked in adaptable(ranking, REQUEST)] == [NO_TOOLS]


def test_what_was_asked_for_stands_before_its_equals() -> None:
    """Of two that lose as much, the one that the caller named is asked first."""
    task = replace(TURN, requirements=replace(NEEDS, named=frozenset({SHORTER.ref})))

    assert names(NO_TOOLS, SHORT, SHORTER, task=task) == ["a-shorter", "no-tools", "short"]


def test_a_demonstration_model_stands_behind_all_on_a_therapeutic_turn() -> None:
    """Fewer losses do not make a demonstration model fit for therapeutic use."""
    demonstration = replace(NO_TOOLS, is_demonstration=True)

    assert names(demonstration, BOTH, task=replace(TURN, sensitivity=Sensitivity.THERAPEUTIC)) == ["both", "no-tools"]
    assert names(demonstration, BOTH) == ["no-tools", "both"]


@pytest.mark.parametrize(
    "card",
    [TRAINS, TOO_SHORT, RESTING, replace(NO_TOOLS, in_auto=False), replace(NO_TOOLS, status=ModelStatus.RESTING)],
)
def test_nobody_stands_in_where_no_adaptation_helps(card: ModelCard) -> None:
    """A rule, a newest turn that is too long, or a model at rest is never adapted away. Covers R5.3."""
    assert names(card) == []


def test_nobody_stands_in_for_a_tool_that_must_be_called() -> None:
    """A caller who needs a tool call gets one, or an error."""
    task = replace(TURN, requirements=replace(NEEDS, must_call_tool=True))

    assert names(NO_TOOLS, SHORT, task=task) == ["short"]


def test_nobody_stands_in_for_a_strict_request() -> None:
    """In strict mode a request is answered as it is, or not at all."""
    assert adaptable(rank(NO_TOOLS), replace(REQUEST, strict=True)) == ()


def test_while_one_that_qualifies_rests_others_may_stand_in() -> None:
    """A pause of the only able model does not end the conversation. Covers R5.3, R5.5."""
    ranking = rank(RESTING, NO_TOOLS)

    assert able(ranking, REQUEST) == ()
    assert [ranked.card for ranked in adaptable(ranking, REQUEST)] == [NO_TOOLS]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("cloud:no-tool", "Did you mean 'cloud:no-tools' or 'cloud:full'?"),
        ("no-tools", "Did you mean 'cloud:no-tools'?"),
        ("elsewhere:story", "Write it as `provider:name`, no route; `segue models list` has the names."),
    ],
)
def test_a_fallback_that_nobody_has_is_named_with_its_place(name: str, hint: str) -> None:
    """A caller sees which of several names is wrong, and which one may have been meant."""
    registry = ModelRegistry({"cloud": Cards(FULL, NO_TOOLS)})
    request = replace(REQUEST, fallbacks=(str(FULL.ref), name))
    with pytest.raises(ModelNotFound) as caught:
        with_fallbacks(Wanted((FULL.ref,)), request, registry.now())

    assert (caught.value.param, caught.value.hint) == ("segue.fallbacks[1]", hint)
    assert caught.value.message == "segue.fallbacks[1]: no model has this name."


@pytest.mark.parametrize("cards", [(RESTING,), (RESTING, TRAINS), (TRAINS, RESTING)])
def test_those_that_only_rest_are_named_and_nobody_is_asked(cards: tuple[ModelCard, ...]) -> None:
    """A pause of every able model is told as one, with its end, and not as a lack of models. Covers R5.3, R5.4."""
    ranking = rank(*cards)

    assert (able(ranking, REQUEST), resting(ranking)) == ((), ((RESTING, frozenset()),))


@pytest.mark.parametrize(
    ("cards", "request_"),
    [
        ((NO_TOOLS,), REQUEST),
        ((replace(NO_TOOLS, status=ModelStatus.RESTING), SHORT), REQUEST),
    ],
)
def test_without_one_that_qualifies_the_caller_is_told(cards: tuple[ModelCard, ...], request_: ChatRequest) -> None:
    """Where no model could ever take the turn as it is, the caller hears of it and nothing is quietly dropped."""
    with pytest.raises((NoModelFits, ContextTooLong)):
        able(rank(*cards), request_)


def test_what_the_asked_model_lacks_is_told_first() -> None:
    """Whoever names a model hears what has to be done for it, however near another is."""
    lacking = replace(named(PLAIN, "mine"), status=ModelStatus.MISSING, missing="There is no file none.gguf.")
    needs = replace(NEEDS, named=frozenset({lacking.ref}), only_named=True)
    with pytest.raises(NoModelFits) as caught:
        able(rank(NO_TOOLS, TRAINS, lacking, task=replace(TURN, requirements=needs)), REQUEST)

    assert caught.value.message.startswith("No model fits this turn. cloud:mine: It cannot answer yet: There is no")
    assert caught.value.hint.startswith("Asked for was cloud:mine: There is no file none.gguf.")


def test_reasons_hold_what_is_lost() -> None:
    """The rejection itself says which loss would mend it."""
    (left_out,) = rank(BOTH).rejected

    assert [why.loss for why in left_out.rejections] == [LossKind.TOOLS, LossKind.TURNS]
